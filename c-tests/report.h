/* What the tests of errors and handles share: the fields of errors, and calls that return pointers. */

#ifndef REPORT_H
#define REPORT_H

#define _GNU_SOURCE
/* virError's fields conn, dom and net are deprecated; a program may look at them all the same. */
#define VIR_DEPRECATED

#include "common.h"

/* Ends the program unless `ok`. */
static UNUSED void check(int ok, const char *what)
{
    if (!ok) {
        fprintf(stderr, "failed: %s: %s\n", what, virGetLastErrorMessage());
        exit(1);
    }
}

static UNUSED const char *text_or_null(const char *text) { return text ? text : "NULL"; }

/* Prints every field of `error`; pointers only as set or not. */
static UNUSED void show_error(const char *what, virErrorPtr error)
{
    if (!error) {
        printf("%s: no error\n", what);
        return;
    }
    printf("%s: code %d domain %d level %d \"%s\"\n", what, error->code, error->domain, (int)error->level,
           text_or_null(error->message));
    printf("    str1 \"%s\" str2 \"%s\" str3 \"%s\" int1 %d int2 %d conn %d dom %d net %d\n",
           text_or_null(error->str1), text_or_null(error->str2), text_or_null(error->str3), error->int1,
           error->int2, !!error->conn, !!error->dom, !!error->net);
}

/* Makes a call whose result goes to `variable`, and prints whether there is one. */
#define CALL_POINTER(variable, call) ((variable) = (call), result(#call, (variable) != NULL))

/* Makes a call that should return NULL, and prints whether it did. */
#define CALL_NULL(call) result(#call, (call) != NULL)

#endif
