/* rows.h - the rows of the table: a function and how to call it.
 *
 * A row is `CALL(function, (arguments))` in one of the files rows-*.h. Each becomes a C function that makes the call
 * and says what came of it. An argument that cannot be had ends the row; see unprepared() in scene.h.
 *
 *     CALL    the call fails by its value: negative, NULL, or 0 for sizes
 *     SOME    the same; its value is a number without a meaning
 *     VOID    it returns nothing and cannot fail
 *     AFTER   something else is done before
 *     NEWER   a function that came after 9.0.0, and is looked for
 */
#ifndef ROWS_H
#define ROWS_H

#include "arguments.h"

/* What came of a call. */
struct outcome {
    bool failed;
    /* Whether `value` is the same wherever the call does the same. */
    bool comparable;
    long long value;
};

struct call {
    const char *function;
    struct outcome (*make)(void);
};

/* The address of a function that the library may lack; ends the row if it does. */
void *newer(const char *function);

static inline struct outcome int_outcome(int value)
{
    return (struct outcome){ .failed = value < 0, .comparable = true, .value = value };
}

static inline struct outcome unsigned_outcome(unsigned int value)
{
    return (struct outcome){ .failed = value == (unsigned int)-1 };
}

static inline struct outcome long_long_outcome(long long value)
{
    return (struct outcome){ .failed = value < 0 };
}

static inline struct outcome size_outcome(unsigned long long value)
{
    return (struct outcome){ .failed = value == 0 || value == (unsigned long long)-1 };
}

static inline struct outcome pointer_outcome(const void *value)
{
    return (struct outcome){ .failed = value == NULL };
}

#define OUTCOME(value)                                                                             \
    _Generic((value),                                                                              \
        int: int_outcome,                                                                          \
        unsigned int: unsigned_outcome,                                                            \
        long long: long_long_outcome,                                                              \
        unsigned long: size_outcome,                                                               \
        unsigned long long: size_outcome,                                                          \
        default: pointer_outcome)(value)

/* The rows as functions. */
#define MAKE(name, body)                                                                           \
    static struct outcome call_##name(void) { body }
#define CALL(name, arguments) MAKE(name, return OUTCOME(name arguments);)
#define AFTER(name, before, arguments) MAKE(name, before; return OUTCOME(name arguments);)
#define SOME(name, arguments) MAKE(name, return long_long_outcome(name arguments);)
#define VOID(name, arguments) MAKE(name, name arguments; return pointer_outcome("");)
#define NEWER(name, arguments)                                                                     \
    MAKE(name, __typeof__(name) *function = newer(#name); return OUTCOME(function arguments);)

#include "rows-admin.h"
#include "rows-connect.h"
#include "rows-domain.h"
#include "rows-library.h"
#include "rows-objects.h"

#undef AFTER
#undef CALL
#undef SOME
#undef VOID
#undef NEWER

/* The rows as tables. */
#define CALL(name, arguments) { #name, call_##name },
#define AFTER(name, before, arguments) CALL(name, arguments)
#define SOME(name, arguments) CALL(name, arguments)
#define VOID(name, arguments) CALL(name, arguments)
#define NEWER(name, arguments) CALL(name, arguments)

static const struct call driver_calls[] = {
#include "rows-connect.h"
#include "rows-objects.h"
#include "rows-domain.h"
};
static const struct call library_calls[] = {
#include "rows-library.h"
};
static const struct call admin_calls[] = {
#include "rows-admin.h"
};
#define ROWS(table) (sizeof(table) / sizeof(*(table)))

#endif
