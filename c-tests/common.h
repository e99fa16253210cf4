/* What every C test shares: it says on stderr which library it really runs on. */
#ifndef OXVIRT_COMMON_H
#define OXVIRT_COMMON_H

#ifndef _GNU_SOURCE
# error "define _GNU_SOURCE before the first #include"
#endif

#include <dlfcn.h>
#include <stdio.h>
#include <libvirt/libvirt.h>

static inline void show_library(void)
{
    Dl_info info;

    if (dladdr((void *)virGetVersion, &info) && info.dli_fname)
        fprintf(stderr, "library: %s\n", info.dli_fname);
}

#endif
