/* bench.h - what the benchmarks share: clock, median, output.
 *
 * A result is one line on stdout: name, tab, value, tab, unit. A unit that ends in "/s" is better when higher, every
 * other when lower.
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Samples of one measurement; the median is reported. */
struct samples {
    double values[256];
    size_t n;
};

enum { MAX_SAMPLES = sizeof(((struct samples *)0)->values) / sizeof(double) };

static inline double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Time on processors that all threads of this program have had. */
static inline double cpu_seconds(void)
{
    struct timespec used;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

static inline void sample(struct samples *samples, double value)
{
    if (samples->n < MAX_SAMPLES)
        samples->values[samples->n++] = value;
}

static inline int by_value(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return (left > right) - (left < right);
}

/* The value below which `part` of all are; sorts them. */
static inline double percentile(double *values, size_t n, double part)
{
    qsort(values, n, sizeof(double), by_value);
    return n > 0 ? values[(size_t)(part * (double)n)] : 0;
}

static inline double median(struct samples *samples)
{
    return percentile(samples->values, samples->n, 0.5);
}

__attribute__((format(printf, 3, 4)))
static inline void result(double value, const char *unit, const char *name, ...)
{
    va_list arguments;

    va_start(arguments, name);
    vprintf(name, arguments);
    va_end(arguments);
    printf("\t%.6g\t%s\n", value, unit);
    fflush(stdout);
}

static inline void require(int condition, const char *what)
{
    if (condition)
        return;
    perror(what);
    exit(1);
}

#endif
