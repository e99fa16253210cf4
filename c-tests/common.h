/* What the C tests share. A test prints every observation on stdout, the same with either library; which
 * library it ran on goes to stderr. Header only: each test is one file. */

#ifndef COMMON_H
#define COMMON_H

#ifndef _GNU_SOURCE
# error "define _GNU_SOURCE before the first #include"
#endif

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#define UNUSED __attribute__((unused))

/* The elements of an array. */
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* The same host where OXVIRT_TEST_URI names one: the test driver of a daemon. */
static UNUSED const char *test_uri(const char *uri)
{
    const char *other = getenv("OXVIRT_TEST_URI");

    return other && uri && strcmp(uri, "test:///default") == 0 ? other : uri;
}

/* Whether that is so: then the original does not survive every call, and some are different on purpose. */
static UNUSED int at_a_daemon(void) { return getenv("OXVIRT_TEST_URI") != NULL; }

#define virConnectOpen(uri) virConnectOpen(test_uri(uri))
#define virConnectOpenReadOnly(uri) virConnectOpenReadOnly(test_uri(uri))

static UNUSED void silent(void *opaque UNUSED, virErrorPtr error UNUSED) { }

/* Says on stderr which library the test really runs on. */
static UNUSED void show_library(void)
{
    Dl_info info;

    if (dladdr((void *)virGetVersion, &info) && info.dli_fname)
        fprintf(stderr, "library: %s\n", info.dli_fname);
}

/* Starts a test: whole lines on stdout, no errors printed by the library, and an end if it hangs. */
static UNUSED void begin(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    show_library();
    if (virInitialize() < 0)
        exit(2);
    virSetErrorFunc(NULL, silent);
}

static UNUSED void title(const char *text) { printf("== %s\n", text); }

/* A folder with another name in every run; messages are printed without it. */
static const char *work_folder;

static UNUSED void print_message(const char *message)
{
    const char *found = work_folder ? strstr(message, work_folder) : NULL;

    if (found)
        printf("%.*s...%s", (int)(found - message), message, found + strlen(work_folder));
    else
        printf("%s", message);
}

/* Prints a text of an error. */
static UNUSED void print_field(const char *name, const char *text)
{
    if (text) {
        printf(" %s \"", name);
        print_message(text);
        putchar('"');
    }
}

/* Prints the result of a call, with the thread's last error if there is one. */
static UNUSED int result(const char *call, int value)
{
    virErrorPtr error = virGetLastError();

    printf("%s = %d", call, value);
    if (error && error->code) {
        printf(" [%d %d %d] ", error->code, error->domain, error->level);
        print_message(error->message);
        print_field("str1", error->str1);
        print_field("str2", error->str2);
        print_field("str3", error->str3);
        if (error->int1 != -1 || error->int2 != -1)
            printf(" int %d %d", error->int1, error->int2);
    }
    putchar('\n');
    return value;
}

#define CALL(call) result(#call, call)
/* A call that is left out at a daemon. */
#define LOCAL_CALL(call)                                                                           \
    do {                                                                                           \
        if (!at_a_daemon())                                                                        \
            CALL(call);                                                                            \
    } while (0)

/* Leaves a last error behind, to see which calls reset it. */
static UNUSED void leave_error(void) { virConnectClose(NULL); }

/* What a program gets back from a callback: its name, for the output. */
static UNUSED void released(void *opaque) { printf("  free %s\n", (const char *)opaque); }

#endif
