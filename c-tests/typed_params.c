/* typed_params.c - arrays of typed parameters: adding, growing, reading, from text, and the errors of all that. */
#include "report.h"

static virTypedParameterPtr params;
static int nparams, maxparams;

#define ADD(kind, ...) \
    (CALL(virTypedParamsAdd##kind(&params, &nparams, &maxparams, __VA_ARGS__)), \
     printf("    %d of %d\n", nparams, maxparams))

static void show_params(void)
{
    for (int i = 0; i < nparams; i++) {
        virTypedParameterPtr param = &params[i];

        printf("%d %s type %d ", i, param->field, param->type);
        switch (param->type) {
        case VIR_TYPED_PARAM_INT: printf("%d\n", param->value.i); break;
        case VIR_TYPED_PARAM_UINT: printf("%u\n", param->value.ui); break;
        case VIR_TYPED_PARAM_LLONG: printf("%lld\n", param->value.l); break;
        case VIR_TYPED_PARAM_ULLONG: printf("%llu\n", param->value.ul); break;
        case VIR_TYPED_PARAM_DOUBLE: printf("%g\n", param->value.d); break;
        case VIR_TYPED_PARAM_BOOLEAN: printf("%d\n", param->value.b); break;
        case VIR_TYPED_PARAM_STRING: printf("\"%s\"\n", text_or_null(param->value.s)); break;
        default: printf("?\n");
        }
    }
}

static void adding(void)
{
    char name[VIR_TYPED_PARAM_FIELD_LENGTH + 1];
    const char *list[] = { "one", "two", NULL };

    title("adding");
    ADD(Int, "int", -5);
    ADD(UInt, "uint", 5);
    ADD(LLong, "llong", -5000000000ll);
    ADD(ULLong, "ullong", 5000000000ull);
    ADD(Double, "double", 1.5);
    ADD(Boolean, "boolean", 7);
    ADD(String, "string", "text");
    ADD(String, "null string", NULL);
    ADD(Int, "int", 6);
    ADD(Int, "", 7);
    memset(name, 'x', sizeof(name));
    name[sizeof(name) - 1] = '\0';
    ADD(Int, name, 1);
    name[sizeof(name) - 2] = '\0';
    ADD(Int, name, 1);
    ADD(StringList, "list", list);
    ADD(StringList, "list", NULL);
}

static void from_text(void)
{
    const struct { int type; const char *text; } cases[] = {
        { VIR_TYPED_PARAM_INT, "12" }, { VIR_TYPED_PARAM_INT, " -12" }, { VIR_TYPED_PARAM_INT, "+3" },
        { VIR_TYPED_PARAM_INT, "12z" }, { VIR_TYPED_PARAM_INT, "0x10" }, { VIR_TYPED_PARAM_INT, "" },
        { VIR_TYPED_PARAM_INT, "2147483648" }, { VIR_TYPED_PARAM_INT, "12 " },
        { VIR_TYPED_PARAM_UINT, "12" }, { VIR_TYPED_PARAM_UINT, "-1" }, { VIR_TYPED_PARAM_UINT, "4294967296" },
        { VIR_TYPED_PARAM_LLONG, "-12" }, { VIR_TYPED_PARAM_LLONG, "9223372036854775808" },
        { VIR_TYPED_PARAM_ULLONG, "12" }, { VIR_TYPED_PARAM_ULLONG, "-3" },
        { VIR_TYPED_PARAM_ULLONG, "18446744073709551616" },
        { VIR_TYPED_PARAM_DOUBLE, "1.25" }, { VIR_TYPED_PARAM_DOUBLE, "-1e3" }, { VIR_TYPED_PARAM_DOUBLE, "z" },
        { VIR_TYPED_PARAM_BOOLEAN, "1" }, { VIR_TYPED_PARAM_BOOLEAN, "0" }, { VIR_TYPED_PARAM_BOOLEAN, "2" },
        { VIR_TYPED_PARAM_BOOLEAN, "yes" }, { VIR_TYPED_PARAM_STRING, "text" }, { VIR_TYPED_PARAM_STRING, "" },
        { VIR_TYPED_PARAM_INT, NULL }, { VIR_TYPED_PARAM_STRING, NULL }, { 0, "1" }, { 9, "1" },
    };

    title("from text");
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        printf("type %d \"%s\": ", cases[i].type, text_or_null(cases[i].text));
        CALL(virTypedParamsAddFromString(&params, &nparams, &maxparams, "text", cases[i].type, cases[i].text));
    }
}

static void reading(void)
{
    int i = 0, b = 0;
    unsigned int ui = 0;
    long long l = 0;
    unsigned long long ul = 0;
    double d = 0;
    const char *s = NULL;

    title("reading");
    CALL(virTypedParamsGet(params, nparams, "int") - params);
    CALL_NULL(virTypedParamsGet(params, nparams, "no such"));
    CALL_NULL(virTypedParamsGet(params, nparams, NULL));
    CALL_NULL(virTypedParamsGet(NULL, 0, "int"));
    CALL(virTypedParamsGetInt(params, nparams, "int", &i));
    CALL(virTypedParamsGetUInt(params, nparams, "uint", &ui));
    CALL(virTypedParamsGetLLong(params, nparams, "llong", &l));
    CALL(virTypedParamsGetULLong(params, nparams, "ullong", &ul));
    CALL(virTypedParamsGetDouble(params, nparams, "double", &d));
    CALL(virTypedParamsGetBoolean(params, nparams, "boolean", &b));
    CALL(virTypedParamsGetString(params, nparams, "string", &s));
    printf("    %d %u %lld %llu %g %d %s\n", i, ui, l, ul, d, b, s);
    CALL(virTypedParamsGetInt(params, nparams, "int", NULL));
    CALL(virTypedParamsGetInt(params, nparams, "no such", &i));
    CALL(virTypedParamsGetInt(params, nparams, NULL, &i));
    CALL(virTypedParamsGetInt(params, nparams, "uint", &i));
    CALL(virTypedParamsGetUInt(params, nparams, "int", &ui));
    CALL(virTypedParamsGetLLong(params, nparams, "int", &l));
    CALL(virTypedParamsGetULLong(params, nparams, "int", &ul));
    CALL(virTypedParamsGetDouble(params, nparams, "int", &d));
    CALL(virTypedParamsGetBoolean(params, nparams, "int", &b));
    CALL(virTypedParamsGetString(params, nparams, "int", &s));
    params[0].type = 44;
    CALL(virTypedParamsGetInt(params, nparams, "int", &i));
    params[0].type = VIR_TYPED_PARAM_INT;
}

/* What the calls leave of an earlier error. */
static void resets(void)
{
    int i;

    title("resets");
    leave_error();
    virTypedParamsGet(params, nparams, "int");
    printf("Get leaves %d\n", virGetLastErrorCode());
    virTypedParamsClear(NULL, 0);
    printf("Clear leaves %d\n", virGetLastErrorCode());
    virTypedParamsFree(NULL, 0);
    printf("Free leaves %d\n", virGetLastErrorCode());
    virTypedParamsGetInt(params, nparams, "int", &i);
    printf("GetInt leaves %d\n", virGetLastErrorCode());
    leave_error();
    virTypedParamsAddInt(&params, &nparams, &maxparams, "int", 5);
    printf("AddInt leaves %d\n", virGetLastErrorCode());
}

int main(void)
{
    begin();
    adding();
    from_text();
    show_params();
    reading();
    resets();
    virTypedParamsClear(params, nparams);
    printf("cleared: %s type %d\n", params[0].field, params[0].type);
    virTypedParamsFree(params, nparams);
    return 0;
}
