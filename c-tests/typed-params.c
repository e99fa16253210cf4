/* Typed parameters: every virTypedParams* function with good, bad and extreme arguments.
 *
 * Prints the return value, the array as it is afterwards (counts, names, types, the raw bytes of the value)
 * and the last error. Only calls that the original survives; the others are unit tests of the library.
 *
 * Build: cc -o typed-params typed-params.c -lvirt -ldl
 */
#define _GNU_SOURCE
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <libvirt/virterror.h>
#include "common.h"

struct array {
    virTypedParameterPtr params;
    int n;
    int max;
};

static int handler_calls;

static void count_error(void *opaque, virErrorPtr err)
{
    (void)opaque;
    (void)err;
    handler_calls++;
}

static const char *or_null(const char *text)
{
    return text ? text : "(NULL)";
}

/* The last error with all its fields, and how often the error handler was called since the last time. */
static void show_error(void)
{
    virErrorPtr err = virGetLastError();

    if (!err || err->code == VIR_ERR_OK) {
        printf("    no error");
    } else {
        printf("    error %d from %d level %d: %s\n", err->code, err->domain, err->level, or_null(err->message));
        printf("    strings '%s' '%s' '%s' ints %d %d", or_null(err->str1), or_null(err->str2),
               or_null(err->str3), err->int1, err->int2);
    }
    printf(", handler called %d times\n", handler_calls);
    handler_calls = 0;
}

static void show_param(const virTypedParameter *param)
{
    uint64_t raw;

    memcpy(&raw, &param->value, sizeof(raw));
    printf("    '%.80s' type %d ", param->field, param->type);
    if (param->type == VIR_TYPED_PARAM_STRING)
        printf("'%s'\n", or_null(param->value.s));
    else
        printf("0x%016" PRIx64 "\n", raw);
}

static void show(const char *what, int result, struct array *array)
{
    int i;

    printf("%s = %d, nparams %d, maxparams %d, array %s\n", what, result, array->n, array->max,
           array->params ? "set" : "NULL");
    for (i = 0; i < array->n; i++)
        show_param(&array->params[i]);
    show_error();
}

static void drop(struct array *array)
{
    virTypedParamsFree(array->params, array->n);
    memset(array, 0, sizeof(*array));
}

#define ARRAY(a) &(a).params, &(a).n, &(a).max

/* Makes the last error something known, to see who forgets it. */
static void plant_error(void)
{
    struct array array = { 0 };
    int value;

    virTypedParamsAddLLong(ARRAY(array), "planted", 1);
    virTypedParamsGetInt(array.params, array.n, "planted", &value);
    drop(&array);
    handler_calls = 0;
}

static void values(void)
{
    const int ints[] = { 0, 1, -1, INT_MIN, INT_MAX };
    const unsigned int uints[] = { 0, 1, UINT_MAX };
    const long long llongs[] = { 0, -1, LLONG_MIN, LLONG_MAX };
    const unsigned long long ullongs[] = { 0, 1, ULLONG_MAX };
    const double doubles[] = { 0.0, -0.0, 1.5, DBL_MAX, DBL_MIN, DBL_TRUE_MIN, INFINITY, -INFINITY, NAN };
    const int booleans[] = { 0, 1, 2, -1, 256, 0x100000, INT_MIN };
    const char *strings[] = { "", "text", "line\nbreak", "\303\244", "\377\376", NULL };
    struct array a = { 0 };
    size_t i;

    printf("== values\n");
    for (i = 0; i < sizeof(ints) / sizeof(*ints); i++) {
        show("AddInt", virTypedParamsAddInt(ARRAY(a), "int", ints[i]), &a);
        drop(&a);
    }
    for (i = 0; i < sizeof(uints) / sizeof(*uints); i++) {
        show("AddUInt", virTypedParamsAddUInt(ARRAY(a), "uint", uints[i]), &a);
        drop(&a);
    }
    for (i = 0; i < sizeof(llongs) / sizeof(*llongs); i++) {
        show("AddLLong", virTypedParamsAddLLong(ARRAY(a), "llong", llongs[i]), &a);
        drop(&a);
    }
    for (i = 0; i < sizeof(ullongs) / sizeof(*ullongs); i++) {
        show("AddULLong", virTypedParamsAddULLong(ARRAY(a), "ullong", ullongs[i]), &a);
        drop(&a);
    }
    for (i = 0; i < sizeof(doubles) / sizeof(*doubles); i++) {
        show("AddDouble", virTypedParamsAddDouble(ARRAY(a), "double", doubles[i]), &a);
        drop(&a);
    }
    for (i = 0; i < sizeof(booleans) / sizeof(*booleans); i++) {
        show("AddBoolean", virTypedParamsAddBoolean(ARRAY(a), "boolean", booleans[i]), &a);
        drop(&a);
    }
    for (i = 0; i < sizeof(strings) / sizeof(*strings); i++) {
        show("AddString", virTypedParamsAddString(ARRAY(a), "string", strings[i]), &a);
        drop(&a);
    }
}

/* How maxparams grows, from nothing and from odd beginnings. */
static void growth(void)
{
    const int starts[][2] = { { 0, 0 }, { 1, 1 }, { 2, 1 }, { 3, 1 }, { 3, 0 }, { 0, 1 }, { 0, 4 }, { 4, 4 },
                              { 5, 4 }, { 10, 8 }, { 100, 100 }, { 7, 100 } };
    struct array a = { 0 };
    char name[16];
    size_t i;
    int j;

    printf("== growth\nmaxparams after each:");
    for (j = 0; j < 2000; j++) {
        snprintf(name, sizeof(name), "p%d", j);
        if (virTypedParamsAddInt(ARRAY(a), name, j) != 0)
            printf(" failed at %d", j);
        if (j < 50 || j % 50 == 0)
            printf(" %d", a.max);
    }
    printf("\n");
    for (j = 0; j < 2000; j += 333)
        show_param(&a.params[j]);
    drop(&a);

    for (i = 0; i < sizeof(starts) / sizeof(*starts); i++) {
        int room = starts[i][0] > starts[i][1] ? starts[i][0] : starts[i][1];
        int result;

        /* Slots that the caller has used before: what is left of them? */
        a.params = malloc((room + 1) * sizeof(*a.params));
        memset(a.params, 0xa5, (room + 1) * sizeof(*a.params));
        for (j = 0; j < starts[i][0]; j++) {
            snprintf(a.params[j].field, sizeof(a.params[j].field), "old%d", j);
            a.params[j].type = VIR_TYPED_PARAM_ULLONG;
        }
        a.n = starts[i][0];
        a.max = starts[i][1];
        result = virTypedParamsAddBoolean(ARRAY(a), "new", 1);
        printf("from %d of %d: %d, nparams %d, maxparams %d, last:", starts[i][0], starts[i][1], result, a.n,
               a.max);
        for (j = 0; j < 8; j++)
            printf(" %02x", (unsigned char)a.params[a.n - 1].field[j]);
        printf("\n");
        for (j = 0; j < a.n; j++)
            show_param(&a.params[j]);
        drop(&a);
    }

    /* A NULL array that already counts parameters: the library makes zeroed ones. */
    a.n = 2;
    show("AddInt to 2 of NULL", virTypedParamsAddInt(ARRAY(a), "third", 3), &a);
    drop(&a);

    a.params = calloc(4, sizeof(*a.params));
    a.max = INT_MAX;
    show("AddInt with maxparams INT_MAX", virTypedParamsAddInt(ARRAY(a), "x", 3), &a);
    drop(&a);
    show("AddStringList after free", virTypedParamsAddStringList(ARRAY(a), "x", NULL), &a);
}

/* What is written of a slot that the caller has used before. */
static void slots(void)
{
    struct array a = { 0 };
    const unsigned char *bytes;
    size_t i;
    int pass;

    printf("== slots\n");
    for (pass = 0; pass < 4; pass++) {
        int result = -2;

        a.params = malloc(sizeof(*a.params));
        memset(a.params, 0x5a, sizeof(*a.params));
        a.max = 1;
        switch (pass) {
        case 0: result = virTypedParamsAddInt(ARRAY(a), "i", -2); break;
        case 1: result = virTypedParamsAddBoolean(ARRAY(a), "b", 1); break;
        case 2: result = virTypedParamsAddUInt(ARRAY(a), "", 7); break;
        case 3: result = virTypedParamsAddFromString(ARRAY(a), "d", VIR_TYPED_PARAM_DOUBLE, "0"); break;
        }
        printf("pass %d: %d, nparams %d, maxparams %d:", pass, result, a.n, a.max);
        bytes = (const unsigned char *)a.params;
        for (i = 0; i < sizeof(*a.params); i++) {
            if (i < 4 || i >= offsetof(virTypedParameter, type) - 2)
                printf(" %02x", bytes[i]);
        }
        printf("\n");
        drop(&a);
    }
}

static void names(void)
{
    const size_t lengths[] = { 0, 1, 78, 79, 80, 81, 200, 1000, 1023, 1024, 3000 };
    const char *texts[] = { "", " ", "a b", "x.y", "%s%n", "\377", "\303\244", "tab\t" };
    struct array a = { 0 };
    char name[4096];
    size_t i;
    int value;

    printf("== names\n");
    for (i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
        memset(name, 'n', lengths[i]);
        name[lengths[i]] = '\0';
        printf("length %zu\n", lengths[i]);
        show("AddInt", virTypedParamsAddInt(ARRAY(a), name, 1), &a);
        value = 77;
        printf("  GetInt %d", virTypedParamsGetInt(a.params, a.n, name, &value));
        printf(" value %d\n", value);
        show_error();
        drop(&a);
        show("AddString", virTypedParamsAddString(ARRAY(a), name, "text"), &a);
        drop(&a);
        show("AddFromString", virTypedParamsAddFromString(ARRAY(a), name, VIR_TYPED_PARAM_INT, "1"), &a);
        drop(&a);
        show("AddFromString bad", virTypedParamsAddFromString(ARRAY(a), name, VIR_TYPED_PARAM_INT, "q"), &a);
        drop(&a);
        show("AddFromString NULL", virTypedParamsAddFromString(ARRAY(a), name, VIR_TYPED_PARAM_INT, NULL), &a);
        drop(&a);
        show("AddFromString no type", virTypedParamsAddFromString(ARRAY(a), name, 0, "1"), &a);
        drop(&a);
    }
    for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        show("AddInt", virTypedParamsAddInt(ARRAY(a), texts[i], (int)i), &a);
        value = 77;
        printf("  GetInt %d", virTypedParamsGetInt(a.params, a.n, texts[i], &value));
        printf(" value %d\n", value);
    }
    drop(&a);

    /* A NULL name counts as empty; GLib complains on stderr. */
    show("AddInt", virTypedParamsAddInt(ARRAY(a), NULL, 5), &a);
    show("AddStringList", virTypedParamsAddStringList(ARRAY(a), NULL, (const char *[]){ "s", NULL }), &a);
    show("AddFromString", virTypedParamsAddFromString(ARRAY(a), NULL, VIR_TYPED_PARAM_INT, "1"), &a);
    show("AddFromString x", virTypedParamsAddFromString(ARRAY(a), NULL, VIR_TYPED_PARAM_INT, "x"), &a);
    show("AddFromString of no type", virTypedParamsAddFromString(ARRAY(a), NULL, 8, "x"), &a);
    show("AddFromString NULL", virTypedParamsAddFromString(ARRAY(a), NULL, VIR_TYPED_PARAM_INT, NULL), &a);
    printf("  GetInt %d", virTypedParamsGetInt(a.params, a.n, NULL, &value));
    printf(" %d\n", virTypedParamsGetInt(a.params, a.n, "", &value));
    drop(&a);

    /* The same name twice: both stay, the first is found. */
    show("AddInt", virTypedParamsAddInt(ARRAY(a), "twice", 1), &a);
    show("AddInt", virTypedParamsAddInt(ARRAY(a), "twice", 2), &a);
    show("AddString", virTypedParamsAddString(ARRAY(a), "twice", "three"), &a);
    show("AddFromString", virTypedParamsAddFromString(ARRAY(a), "twice", VIR_TYPED_PARAM_LLONG, "4"), &a);
    value = 77;
    printf("  GetInt %d", virTypedParamsGetInt(a.params, a.n, "twice", &value));
    printf(" value %d\n", value);
    printf("  Get index %d\n", (int)(virTypedParamsGet(a.params, a.n, "twice") - a.params));
    drop(&a);
}

static void lists(void)
{
    const char *some[] = { "one", "", "three", NULL, "never", NULL };
    const char *none[] = { NULL };
    struct array a = { 0 };
    char name[100];

    printf("== lists\n");
    show("AddStringList", virTypedParamsAddStringList(ARRAY(a), "list", some), &a);
    show("AddStringList again", virTypedParamsAddStringList(ARRAY(a), "list", some), &a);
    show("AddStringList none", virTypedParamsAddStringList(ARRAY(a), "list", none), &a);
    show("AddStringList NULL", virTypedParamsAddStringList(ARRAY(a), "list", NULL), &a);
    drop(&a);
    show("AddStringList none, empty array", virTypedParamsAddStringList(ARRAY(a), "list", none), &a);
    memset(name, 'n', 80);
    name[80] = '\0';
    show("AddStringList long name", virTypedParamsAddStringList(ARRAY(a), name, some), &a);
    drop(&a);
    plant_error();
    show("AddStringList NULL after error", virTypedParamsAddStringList(ARRAY(a), "list", NULL), &a);
    plant_error();
    show("AddStringList none after error", virTypedParamsAddStringList(ARRAY(a), "list", none), &a);
    show("AddStringList of nothing", virTypedParamsAddStringList(NULL, NULL, NULL, NULL, NULL), &a);
    show("AddStringList of nothing", virTypedParamsAddStringList(NULL, NULL, NULL, NULL, none), &a);
    drop(&a);
}

static void from_strings(void)
{
    const char *texts[] = {
        "", "0", "1", "-0", "+0", "2", "-1", "+1", "--1", "+-1", "- 1", " 1", "\t\n\v\f\r 1", "1 ", "1\n", " ", "-", "+",
        "007", "08", "0x10", "0X10", "0b1", "1e3", "1.0", "1,0", "1.", ".5", "1_000", "1k", "q", "1q",
        "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296", "-4294967295",
        "-4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "18446744073709551615", "18446744073709551616", "-18446744073709551615",
        "-18446744073709551616", "000000000000000000000000000000000000000000000000005",
        "99999999999999999999999999999999999999999999999999999999999999999999",
        "true", "false", "TRUE", "yes", "no", "on", "off", "Y",
        "inf", "-INF", "infinity", "infinit", "nan", "NAN(123)", "nan(", "-nan", "0x1p3", "0x.8p-2", "0x", "0xp1", "0x1p",
        "1e", "1e+", "1e400", "-1e400", "1e-320", "1e-400", "4.9e-324", "1e-5000", "1.7976931348623159e308",
        "0.1", "0.30000000000000004", "1e22", "123456789012345678901234567890", "1d", "1f", ".", "e1", "\303\244", "\377",
    };
    struct array a = { 0 };
    size_t i;
    int type;

    printf("== from strings\n");
    for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        for (type = VIR_TYPED_PARAM_INT; type <= VIR_TYPED_PARAM_STRING; type++) {
            printf("type %d text '%s'\n", type, texts[i]);
            show("AddFromString", virTypedParamsAddFromString(ARRAY(a), "field", type, texts[i]), &a);
            drop(&a);
        }
    }
    for (type = -1; type <= 9; type++) {
        printf("type %d\n", type);
        show("AddFromString NULL", virTypedParamsAddFromString(ARRAY(a), "field", type, NULL), &a);
        drop(&a);
        if (type < 1 || type > 7) {
            show("AddFromString", virTypedParamsAddFromString(ARRAY(a), "field", type, "1"), &a);
            drop(&a);
        }
    }
    show("AddFromString type INT_MAX", virTypedParamsAddFromString(ARRAY(a), "f", INT_MAX, "1"), &a);
    drop(&a);
    show("AddFromString type INT_MIN", virTypedParamsAddFromString(ARRAY(a), "f", INT_MIN, "1"), &a);
    drop(&a);

    /* A failure in an array that has something already. */
    virTypedParamsAddString(ARRAY(a), "first", "kept");
    show("AddFromString", virTypedParamsAddFromString(ARRAY(a), "second", VIR_TYPED_PARAM_UINT, "bad"), &a);
    show("AddFromString", virTypedParamsAddFromString(ARRAY(a), "second", VIR_TYPED_PARAM_UINT, "2"), &a);
    drop(&a);

    /* The decimal point is the same in every locale (if one with a comma is installed). */
    if (!setlocale(LC_ALL, "de_DE.UTF-8"))
        setlocale(LC_ALL, "de_DE.utf8");
    show("AddFromString", virTypedParamsAddFromString(ARRAY(a), "d", VIR_TYPED_PARAM_DOUBLE, "1.5"), &a);
    show("AddFromString", virTypedParamsAddFromString(ARRAY(a), "d", VIR_TYPED_PARAM_DOUBLE, "1,5"), &a);
    drop(&a);
    setlocale(LC_ALL, "C");
}

/* Calls the getter of one type; the value is all-ones before, so that a write shows. */
static void get(int getter, virTypedParameterPtr params, int n, const char *name)
{
    union {
        int i;
        unsigned int ui;
        long long l;
        unsigned long long ul;
        double d;
        const char *s;
        unsigned char bytes[8];
    } out;
    int result = -2;
    size_t i;

    memset(&out, 0xee, sizeof(out));
    switch (getter) {
    case VIR_TYPED_PARAM_INT: result = virTypedParamsGetInt(params, n, name, &out.i); break;
    case VIR_TYPED_PARAM_UINT: result = virTypedParamsGetUInt(params, n, name, &out.ui); break;
    case VIR_TYPED_PARAM_LLONG: result = virTypedParamsGetLLong(params, n, name, &out.l); break;
    case VIR_TYPED_PARAM_ULLONG: result = virTypedParamsGetULLong(params, n, name, &out.ul); break;
    case VIR_TYPED_PARAM_DOUBLE: result = virTypedParamsGetDouble(params, n, name, &out.d); break;
    case VIR_TYPED_PARAM_BOOLEAN: result = virTypedParamsGetBoolean(params, n, name, &out.i); break;
    case VIR_TYPED_PARAM_STRING: result = virTypedParamsGetString(params, n, name, &out.s); break;
    }
    printf("getter %d of '%s' = %d:", getter, or_null(name), result);
    if (getter == VIR_TYPED_PARAM_STRING && result == 1) {
        printf(" '%s'\n", or_null(out.s));
    } else {
        for (i = 0; i < sizeof(out); i++)
            printf(" %02x", out.bytes[i]);
        printf("\n");
    }
    show_error();
}

static void getters(void)
{
    const char *fields[] = { "int", "uint", "llong", "ullong", "double", "boolean", "string", "absent", "", "INT", "in", "intx" };
    const int odd_types[] = { 0, -1, 8, 9, 100, INT_MAX, INT_MIN };
    struct array a = { 0 };
    virTypedParameter full[3];
    size_t i;
    int getter;

    printf("== getters\n");
    virTypedParamsAddInt(ARRAY(a), "int", -5);
    virTypedParamsAddUInt(ARRAY(a), "uint", 4000000000u);
    virTypedParamsAddLLong(ARRAY(a), "llong", -5000000000ll);
    virTypedParamsAddULLong(ARRAY(a), "ullong", 18000000000000000000ull);
    virTypedParamsAddDouble(ARRAY(a), "double", 2.5);
    virTypedParamsAddBoolean(ARRAY(a), "boolean", 1);
    virTypedParamsAddString(ARRAY(a), "string", "text");
    for (i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
        for (getter = VIR_TYPED_PARAM_INT; getter <= VIR_TYPED_PARAM_STRING; getter++)
            get(getter, a.params, a.n, fields[i]);
    }
    for (getter = VIR_TYPED_PARAM_INT; getter <= VIR_TYPED_PARAM_STRING; getter++) {
        get(getter, NULL, 3, "int");
        get(getter, a.params, a.n, NULL);
        get(getter, a.params, 0, "int");
    }
    get(VIR_TYPED_PARAM_INT, a.params, INT_MAX, "int");
    get(VIR_TYPED_PARAM_STRING, a.params, 6, "string");

    printf("value NULL: %d", virTypedParamsGetInt(a.params, a.n, "int", NULL));
    printf(" %d", virTypedParamsGetUInt(a.params, a.n, "uint", NULL));
    printf(" %d", virTypedParamsGetLLong(a.params, a.n, "llong", NULL));
    printf(" %d", virTypedParamsGetULLong(a.params, a.n, "ullong", NULL));
    printf(" %d", virTypedParamsGetDouble(a.params, a.n, "double", NULL));
    printf(" %d", virTypedParamsGetBoolean(a.params, a.n, "boolean", NULL));
    printf(" %d", virTypedParamsGetString(a.params, a.n, "string", NULL));
    printf(" absent %d", virTypedParamsGetInt(a.params, a.n, "absent", NULL));
    printf(" other type %d\n", virTypedParamsGetInt(a.params, a.n, "string", NULL));
    show_error();

    for (i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
        virTypedParameterPtr found = virTypedParamsGet(a.params, a.n, fields[i]);

        printf("Get '%s': %d\n", fields[i], found ? (int)(found - a.params) : -1);
    }
    printf("Get of NULL: %s", virTypedParamsGet(NULL, 3, "int") ? "found" : "none");
    printf(" NULL name: %s", virTypedParamsGet(a.params, a.n, NULL) ? "found" : "none");
    printf(" none: %s\n", virTypedParamsGet(a.params, 0, "int") ? "found" : "none");
    show_error();

    /* Types that no function makes. */
    for (i = 0; i < sizeof(odd_types) / sizeof(*odd_types); i++) {
        a.params[0].type = odd_types[i];
        printf("type %d\n", odd_types[i]);
        get(VIR_TYPED_PARAM_INT, a.params, a.n, "int");
        get(VIR_TYPED_PARAM_STRING, a.params, a.n, "int");
    }
    drop(&a);

    /* Booleans other than 0 and 1, and a string that is NULL, set by the caller. */
    memset(full, 0, sizeof(full));
    strcpy(full[0].field, "boolean");
    full[0].type = VIR_TYPED_PARAM_BOOLEAN;
    full[0].value.b = 5;
    strcpy(full[1].field, "string");
    full[1].type = VIR_TYPED_PARAM_STRING;
    strcpy(full[2].field, "negative");
    full[2].type = VIR_TYPED_PARAM_BOOLEAN;
    full[2].value.b = -1;
    get(VIR_TYPED_PARAM_BOOLEAN, full, 3, "boolean");
    get(VIR_TYPED_PARAM_BOOLEAN, full, 3, "negative");
    get(VIR_TYPED_PARAM_STRING, full, 3, "string");
    virTypedParamsClear(full, 3);
    show_param(&full[0]);
    show_param(&full[1]);

    /* A field without NUL in its 80 bytes matches no name of 79 bytes. */
    memset(full, 0, sizeof(full));
    memset(full[0].field, 'f', sizeof(full[0].field));
    full[0].type = VIR_TYPED_PARAM_INT;
    {
        char name[80];

        memset(name, 'f', 79);
        name[79] = '\0';
        get(VIR_TYPED_PARAM_INT, full, 1, name);
    }
}

static void clearing(void)
{
    const char *some[] = { "one", "two", NULL };
    struct array a = { 0 };

    printf("== clearing\n");
    virTypedParamsAddInt(ARRAY(a), "int", 3);
    virTypedParamsAddString(ARRAY(a), "string", "text");
    virTypedParamsAddString(ARRAY(a), "string", NULL);
    virTypedParamsAddStringList(ARRAY(a), "list", some);
    virTypedParamsClear(a.params, 0);
    show("Clear of 0", 0, &a);
    virTypedParamsClear(a.params, a.n);
    show("Clear", 0, &a);
    virTypedParamsClear(a.params, a.n);
    show("Clear again", 0, &a);
    get(VIR_TYPED_PARAM_STRING, a.params, a.n, "string");
    get(VIR_TYPED_PARAM_INT, a.params, a.n, "int");
    show("AddInt after Clear", virTypedParamsAddInt(ARRAY(a), "more", 1), &a);
    drop(&a);
    virTypedParamsClear(NULL, 3);
    virTypedParamsFree(NULL, 3);
    virTypedParamsFree(NULL, -1);
    show_error();

    /* The array is from malloc, its strings too: the caller may free them himself, or bring his own. */
    virTypedParamsAddString(ARRAY(a), "string", "text");
    free(a.params[0].value.s);
    free(a.params);
    a.params = calloc(2, sizeof(*a.params));
    strcpy(a.params[0].field, "own");
    a.params[0].type = VIR_TYPED_PARAM_STRING;
    a.params[0].value.s = strdup("own text");
    a.n = a.max = 1;
    show("AddString", virTypedParamsAddString(ARRAY(a), "added", "text"), &a);
    drop(&a);
    a.params = calloc(1, sizeof(*a.params));
    virTypedParamsFree(a.params, 0);
}

/* Which function forgets the last error of an earlier call? */
static void last_errors(void)
{
    struct array a = { 0 };
    virTypedParameterPtr spare;
    int i;
    unsigned int ui;
    long long l;
    unsigned long long ul;
    double d;
    const char *s;

    virTypedParamsAddInt(ARRAY(a), "int", 1);
    spare = calloc(1, sizeof(*spare));
    printf("== last error\n");
#define AFTER_ERROR(call) plant_error(); call; printf("%s\n", #call); show_error()
    AFTER_ERROR((void)0);
    AFTER_ERROR(virTypedParamsAddInt(ARRAY(a), "i", 1));
    AFTER_ERROR(virTypedParamsAddUInt(ARRAY(a), "ui", 1));
    AFTER_ERROR(virTypedParamsAddLLong(ARRAY(a), "l", 1));
    AFTER_ERROR(virTypedParamsAddULLong(ARRAY(a), "ul", 1));
    AFTER_ERROR(virTypedParamsAddDouble(ARRAY(a), "d", 1));
    AFTER_ERROR(virTypedParamsAddBoolean(ARRAY(a), "b", 1));
    AFTER_ERROR(virTypedParamsAddString(ARRAY(a), "s", "s"));
    AFTER_ERROR(virTypedParamsAddStringList(ARRAY(a), "s", (const char *[]){ "s", NULL }));
    AFTER_ERROR(virTypedParamsAddFromString(ARRAY(a), "f", VIR_TYPED_PARAM_INT, "1"));
    AFTER_ERROR(virTypedParamsGet(a.params, a.n, "int"));
    AFTER_ERROR(virTypedParamsGet(a.params, a.n, "absent"));
    AFTER_ERROR(virTypedParamsGetInt(a.params, a.n, "i", &i));
    AFTER_ERROR(virTypedParamsGetInt(a.params, a.n, "absent", &i));
    AFTER_ERROR(virTypedParamsGetUInt(a.params, a.n, "ui", &ui));
    AFTER_ERROR(virTypedParamsGetLLong(a.params, a.n, "l", &l));
    AFTER_ERROR(virTypedParamsGetULLong(a.params, a.n, "ul", &ul));
    AFTER_ERROR(virTypedParamsGetDouble(a.params, a.n, "d", &d));
    AFTER_ERROR(virTypedParamsGetBoolean(a.params, a.n, "b", &i));
    AFTER_ERROR(virTypedParamsGetString(a.params, a.n, "s", &s));
    AFTER_ERROR(virTypedParamsClear(spare, 1));
    AFTER_ERROR(virTypedParamsFree(spare, 1));
    AFTER_ERROR(virTypedParamsFree(NULL, 0));
    AFTER_ERROR(virTypedParamsClear(NULL, 0));
    drop(&a);
}

int main(void)
{
    show_library();
    if (virInitialize() < 0)
        return 1;
    virSetErrorFunc(NULL, count_error);
    values();
    growth();
    slots();
    names();
    lists();
    from_strings();
    getters();
    clearing();
    last_errors();
    return 0;
}
