/* What the tests of tuning share: three domains of test:///default in every state that matters, and the XML lines
 * that a call changed. */

#ifndef TUNING_H
#define TUNING_H

#include "report.h"

#define UUID "11111111-2222-3333-4444-55555555555"

static virConnectPtr conn;

/* Inactive and persistent, active and persistent, active and transient. */
static virDomainPtr domains[3];

/* Reads a domain's XML and prints the lines that hold one of the words, which are separated by spaces. */
static UNUSED void show_lines(virDomainPtr dom, unsigned int flags, const char *words)
{
    char *xml = virDomainGetXMLDesc(dom, flags), *save = NULL;

    check(xml != NULL, "XML");
    for (char *line = strtok_r(xml, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        char copy[256], *rest = NULL;

        snprintf(copy, sizeof(copy), "%s", words);
        for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
            if (strstr(line, word)) {
                printf("    | %s\n", line);
                break;
            }
        }
    }
    free(xml);
}

/* As it is, and as it will start next. */
static UNUSED void show_both(virDomainPtr dom, const char *words)
{
    show_lines(dom, 0, words);
    if (virDomainIsActive(dom) == 1 && virDomainIsPersistent(dom) == 1) {
        puts("    next start:");
        show_lines(dom, VIR_DOMAIN_XML_INACTIVE, words);
    }
}

static UNUSED const char *domain_xml(const char *name, char digit, const char *head, const char *devices)
{
    static char text[8192];

    snprintf(text, sizeof(text),
             "<domain type='test'><name>%s</name><uuid>" UUID "%c</uuid><memory>8192</memory>"
             "<currentMemory>4096</currentMemory>%s<os><type>hvm</type></os><devices>%s</devices></domain>",
             name, digit, head, devices);
    return text;
}

static UNUSED void open_domains(const char *head, const char *devices)
{
    begin();
    conn = virConnectOpen("test:///default");
    check(conn != NULL, "open");
    domains[0] = virDomainDefineXML(conn, domain_xml("inactive", '0', head, devices));
    domains[1] = virDomainDefineXML(conn, domain_xml("active", '1', head, devices));
    domains[2] = virDomainCreateXML(conn, domain_xml("transient", '2', head, devices), 0);
    check(domains[0] && domains[1] && domains[2], "domains");
    check(virDomainCreate(domains[1]) == 0, "start");
}

static UNUSED void close_domains(void)
{
    virDomainDestroy(domains[1]);
    virDomainUndefine(domains[1]);
    virDomainUndefine(domains[0]);
    virDomainDestroy(domains[2]);
    for (int i = 0; i < 3; i++)
        virDomainFree(domains[i]);
    virConnectClose(conn);
}

/* A call on each domain with every combination of "running" and "next start", and a flag that nothing knows. */
#define EACH(call) \
    for (int which = 0; which < 3; which++) { \
        virDomainPtr dom = domains[which]; \
        printf("-- %s\n", virDomainGetName(dom)); \
        for (unsigned int flags = 0; flags < 4; flags++) { \
            printf("flags %u: ", flags); \
            call; \
        } \
        printf("flags 64: "); \
        { unsigned int flags = 64; call; } \
    }

static UNUSED void show_params(virTypedParameterPtr params, int count)
{
    for (int i = 0; i < count; i++) {
        printf("    %s (%d) ", params[i].field, params[i].type);
        switch (params[i].type) {
        case VIR_TYPED_PARAM_INT: printf("%d\n", params[i].value.i); break;
        case VIR_TYPED_PARAM_UINT: printf("%u\n", params[i].value.ui); break;
        case VIR_TYPED_PARAM_ULLONG: printf("%llu\n", params[i].value.ul); break;
        case VIR_TYPED_PARAM_BOOLEAN: printf("%d\n", params[i].value.b); break;
        case VIR_TYPED_PARAM_STRING: printf("\"%s\"\n", params[i].value.s); break;
        default: printf("?\n");
        }
    }
}

/* Parameters that are built in one line: an array of them, and how many. */
static virTypedParameter list[8];
static int list_count;

static UNUSED void clear_list(void)
{
    virTypedParamsClear(list, list_count);
    memset(list, 0, sizeof(list));
    list_count = 0;
}

static UNUSED virTypedParameterPtr next(const char *name, int type)
{
    virTypedParameterPtr param = &list[list_count++];

    strncpy(param->field, name, sizeof(param->field) - 1);
    param->type = type;
    return param;
}

static UNUSED void add_int(const char *name, int value) { next(name, VIR_TYPED_PARAM_INT)->value.i = value; }
static UNUSED void add_uint(const char *name, unsigned int value) { next(name, VIR_TYPED_PARAM_UINT)->value.ui = value; }
static UNUSED void add_bool(const char *name, int value) { next(name, VIR_TYPED_PARAM_BOOLEAN)->value.b = value; }

static UNUSED void add_ullong(const char *name, unsigned long long value)
{
    next(name, VIR_TYPED_PARAM_ULLONG)->value.ul = value;
}

static UNUSED void add_string(const char *name, const char *value)
{
    next(name, VIR_TYPED_PARAM_STRING)->value.s = value ? strdup(value) : NULL;
}

/* A domain that is gone, and one on a read-only connection. */
static UNUSED virDomainPtr gone_domain(void)
{
    virDomainPtr dom = virDomainDefineXML(conn, domain_xml("gone", '9', "", ""));

    check(dom && virDomainUndefine(dom) == 0, "a domain that is gone");
    return dom;
}

#endif
