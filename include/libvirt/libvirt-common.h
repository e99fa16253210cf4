/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#if !defined(__VIR_LIBVIRT_H_INCLUDES__) && !defined(__VIR_ADMIN_H_INCLUDES__)
# error "Include libvirt/libvirt.h or libvirt/libvirt-admin.h: they include this file."
#endif

#ifndef __VIR_VIRCOMMON_H__
#define __VIR_VIRCOMMON_H__

#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Marks what programs should no longer use. */
#ifndef VIR_DEPRECATED
# if defined(__GNUC__)
#  define VIR_DEPRECATED __attribute__((__deprecated__))
# else
#  define VIR_DEPRECATED
# endif
#endif

/** Declares a variable of the library. */
#define VIR_EXPORT_VAR extern

/** Tells whether this interface is of at least the given version. */
#define LIBVIR_CHECK_VERSION(major, minor, micro) \
    ((major) * 1000000 + (minor) * 1000 + (micro) <= LIBVIR_VERSION_NUMBER)

/** The version of this interface: major * 1000000 + minor * 1000 + micro. */
#define LIBVIR_VERSION_NUMBER 12008000

/** Size of the name of a typed parameter in bytes, with the terminating zero. */
#define VIR_TYPED_PARAM_FIELD_LENGTH 80

/** Reasons why a connection closed. */
typedef enum {
    /** Some I/O error. */
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
    /** The peer closed the connection. */
    VIR_CONNECT_CLOSE_REASON_EOF = 1,
    /** The peer did not answer keepalive messages. */
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
    /** The client asked for it. */
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_CONNECT_CLOSE_REASON_LAST = 4,
#endif
} virConnectCloseReason;

/** Flags for calls that take or give typed parameters. */
typedef enum {
    /** The caller can handle string values; implied by current libraries. */
    VIR_TYPED_PARAM_STRING_OKAY = (1 << 2),
} virTypedParameterFlags;

/** Value types of typed parameters. */
typedef enum {
    /** Signed 32-bit value. */
    VIR_TYPED_PARAM_INT = 1,
    /** Unsigned 32-bit value. */
    VIR_TYPED_PARAM_UINT = 2,
    /** Signed 64-bit value. */
    VIR_TYPED_PARAM_LLONG = 3,
    /** Unsigned 64-bit value. */
    VIR_TYPED_PARAM_ULLONG = 4,
    /** Floating point value. */
    VIR_TYPED_PARAM_DOUBLE = 5,
    /** Boolean value. */
    VIR_TYPED_PARAM_BOOLEAN = 6,
    /** String value. */
    VIR_TYPED_PARAM_STRING = 7,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_TYPED_PARAM_LAST = 8,
#endif
} virTypedParameterType;

/** The value of a typed parameter; `type` says which member holds it. */
union _virTypedParameterValue {
    /** Value of VIR_TYPED_PARAM_INT. */
    int i;
    /** Value of VIR_TYPED_PARAM_UINT. */
    unsigned int ui;
    /** Value of VIR_TYPED_PARAM_LLONG. */
    long long l;
    /** Value of VIR_TYPED_PARAM_ULLONG. */
    unsigned long long ul;
    /** Value of VIR_TYPED_PARAM_DOUBLE. */
    double d;
    /** Value of VIR_TYPED_PARAM_BOOLEAN, 0 or 1. */
    char b;
    /** Value of VIR_TYPED_PARAM_STRING. */
    char *s;
};

/** A named value of one of several types. */
typedef struct _virTypedParameter {
    /** Name of the parameter, with a terminating zero. */
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    /** Type of the value, a virTypedParameterType. */
    int type;
    /** The value; the type tells which member holds it. */
    union _virTypedParameterValue value;
} virTypedParameter;

/** Pointer to a virTypedParameter, often the first of an array. */
typedef virTypedParameter *virTypedParameterPtr;

/** Frees the opaque data given with another callback, once that is no longer used. */
typedef void (*virFreeCallback)(void *opaque);

/**
 * Appends a boolean parameter to a list that grows as needed; any value other than 0 counts as true.
 * Start with a NULL list and zero counts, and free it with virTypedParamsFree(). Returns 0, or -1 on
 * error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddBoolean(virTypedParameterPtr *params,
                             int *nparams,
                             int *maxparams,
                             const char *name,
                             int value);

/**
 * Appends a floating point parameter to a list that grows as needed. Free the list with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddDouble(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            double value);

/**
 * Appends a parameter of the given virTypedParameterType, whose value is parsed from text. Free the
 * list with virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddFromString(virTypedParameterPtr *params,
                                int *nparams,
                                int *maxparams,
                                const char *name,
                                int type,
                                const char *value);

/**
 * Appends a signed 32-bit parameter to a list that grows as needed. Free the list with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddInt(virTypedParameterPtr *params,
                         int *nparams,
                         int *maxparams,
                         const char *name,
                         int value);

/**
 * Appends a signed 64-bit parameter to a list that grows as needed. Free the list with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddLLong(virTypedParameterPtr *params,
                           int *nparams,
                           int *maxparams,
                           const char *name,
                           long long value);

/**
 * Appends a copy of a string as parameter to a list that grows as needed. Free the list with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddString(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            const char *value);

/**
 * Appends one string parameter of the same name for each string of a NULL-terminated array. Free the
 * list with virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.2.17
 */
int virTypedParamsAddStringList(virTypedParameterPtr *params,
                                int *nparams,
                                int *maxparams,
                                const char *name,
                                const char **values);

/**
 * Appends an unsigned 32-bit parameter to a list that grows as needed. Free the list with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddUInt(virTypedParameterPtr *params,
                          int *nparams,
                          int *maxparams,
                          const char *name,
                          unsigned int value);

/**
 * Appends an unsigned 64-bit parameter to a list that grows as needed. Free the list with
 * virTypedParamsFree(). Returns 0, or -1 on error.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddULLong(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            unsigned long long value);

/**
 * Frees the string values in an array of typed parameters, but not the array.
 *
 * Since: 1.0.2
 */
void virTypedParamsClear(virTypedParameterPtr params,
                         int nparams);

/**
 * Frees an array of typed parameters together with its string values. NULL is ignored.
 *
 * Since: 1.0.2
 */
void virTypedParamsFree(virTypedParameterPtr params,
                        int nparams);

/**
 * Finds the first parameter of the given name. Returns a pointer into the array, or NULL if there is
 * none.
 *
 * Since: 1.0.2
 */
virTypedParameterPtr virTypedParamsGet(virTypedParameterPtr params,
                                       int nparams,
                                       const char *name);

/**
 * Finds a boolean parameter by name and stores 1 or 0. Returns 1 if found, 0 if there is none, or -1
 * on error, such as another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetBoolean(virTypedParameterPtr params,
                             int nparams,
                             const char *name,
                             int *value);

/**
 * Finds a floating point parameter by name and stores its value. Returns 1 if found, 0 if there is
 * none, or -1 on error, such as another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetDouble(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            double *value);

/**
 * Finds a signed 32-bit parameter by name and stores its value. Returns 1 if found, 0 if there is
 * none, or -1 on error, such as another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetInt(virTypedParameterPtr params,
                         int nparams,
                         const char *name,
                         int *value);

/**
 * Finds a signed 64-bit parameter by name and stores its value. Returns 1 if found, 0 if there is
 * none, or -1 on error, such as another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetLLong(virTypedParameterPtr params,
                           int nparams,
                           const char *name,
                           long long *value);

/**
 * Finds a string parameter by name and stores a pointer to it, which stays owned by the array. Returns
 * 1 if found, 0 if there is none, or -1 on error, such as another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetString(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            const char **value);

/**
 * Finds an unsigned 32-bit parameter by name and stores its value. Returns 1 if found, 0 if there is
 * none, or -1 on error, such as another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetUInt(virTypedParameterPtr params,
                          int nparams,
                          const char *name,
                          unsigned int *value);

/**
 * Finds an unsigned 64-bit parameter by name and stores its value. Returns 1 if found, 0 if there is
 * none, or -1 on error, such as another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetULLong(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            unsigned long long *value);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* __VIR_VIRCOMMON_H__ */
