/* What the tests of snapshots and checkpoints share: short descriptions, and XML without what differs from run to run. */

#ifndef MOMENTS_H
#define MOMENTS_H

#include "domains.h"

/* A disk "vda" with the source `file`, and more devices. */
#define DISK(file) "<disk><source file='" file "'/><target dev='vda'/></disk>"

/* The XML of a domain with devices; `more` stands before them. */
static UNUSED const char *domain_with(const char *name, const char *uuid, const char *more, const char *devices)
{
    static char text[4096];

    snprintf(text, sizeof(text),
             "<domain type='test'><name>%s</name><uuid>%s</uuid><memory>8192</memory>%s"
             "<os><type>hvm</type></os><devices>%s</devices></domain>", name, uuid, more, devices);
    return text;
}

/* Prints XML with "NOW" in place of creation times of this century, and of names and bitmaps that come from them. */
static UNUSED void show_masked(char *xml)
{
    check(xml != NULL, "XML");
    for (char *at = xml; *at;) {
        size_t digits = strspn(at, "0123456789");

        if (digits == 10) {
            printf("NOW");
            at += digits;
        } else if (digits) {
            printf("%.*s", (int)digits, at);
            at += digits;
        } else {
            putchar(*at++);
        }
    }
    free(xml);
}

static UNUSED int by_name(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Prints names in alphabetical order, which the library leaves open, and frees them. */
static UNUSED void show_names(const char *what, char **names, int count)
{
    printf("    %s %d:", what, count);
    if (count > 0)
        qsort(names, count, sizeof(*names), by_name);
    for (int i = 0; i < count; i++) {
        printf(" %s", names[i]);
        free(names[i]);
    }
    putchar('\n');
}

#endif
