/* names.c - see names.h. */
#include "names.h"

#include <stddef.h>

#include <libvirt/libvirt.h>

#define LENGTH(array) ((int)(sizeof(array) / sizeof((array)[0])))
#define NAME_IN(table, number) name_in(table, LENGTH(table), number)

static const char *name_in(const char *const *table, int length, int number)
{
    if (number < 0 || number >= length || !table[number])
        return "unknown";
    return table[number];
}

static const char *const defined[] = {
    [VIR_DOMAIN_EVENT_DEFINED_ADDED] = "Added",
    [VIR_DOMAIN_EVENT_DEFINED_UPDATED] = "Updated",
    [VIR_DOMAIN_EVENT_DEFINED_RENAMED] = "Renamed",
    [VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT] = "From snapshot",
};
static const char *const undefined[] = {
    [VIR_DOMAIN_EVENT_UNDEFINED_REMOVED] = "Removed",
    [VIR_DOMAIN_EVENT_UNDEFINED_RENAMED] = "Renamed",
};
static const char *const started[] = {
    [VIR_DOMAIN_EVENT_STARTED_BOOTED] = "Booted",
    [VIR_DOMAIN_EVENT_STARTED_MIGRATED] = "Migrated",
    [VIR_DOMAIN_EVENT_STARTED_RESTORED] = "Restored",
    [VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT] = "From snapshot",
    [VIR_DOMAIN_EVENT_STARTED_WAKEUP] = "Wakeup",
};
static const char *const suspended[] = {
    [VIR_DOMAIN_EVENT_SUSPENDED_PAUSED] = "Paused",
    [VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED] = "Migrated",
    [VIR_DOMAIN_EVENT_SUSPENDED_IOERROR] = "I/O error",
    [VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG] = "Watchdog",
    [VIR_DOMAIN_EVENT_SUSPENDED_RESTORED] = "Restored",
    [VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT] = "From snapshot",
    [VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR] = "API error",
    [VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY] = "Post-copy",
    [VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED] = "Post-copy failed",
};
static const char *const resumed[] = {
    [VIR_DOMAIN_EVENT_RESUMED_UNPAUSED] = "Unpaused",
    [VIR_DOMAIN_EVENT_RESUMED_MIGRATED] = "Migrated",
    [VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT] = "From snapshot",
    [VIR_DOMAIN_EVENT_RESUMED_POSTCOPY] = "Post-copy",
    [VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED] = "Post-copy failed",
};
static const char *const stopped[] = {
    [VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN] = "Shutdown",
    [VIR_DOMAIN_EVENT_STOPPED_DESTROYED] = "Destroyed",
    [VIR_DOMAIN_EVENT_STOPPED_CRASHED] = "Crashed",
    [VIR_DOMAIN_EVENT_STOPPED_MIGRATED] = "Migrated",
    [VIR_DOMAIN_EVENT_STOPPED_SAVED] = "Saved",
    [VIR_DOMAIN_EVENT_STOPPED_FAILED] = "Failed",
    [VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT] = "From snapshot",
};
static const char *const shutdown[] = {
    [VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED] = "Finished",
    [VIR_DOMAIN_EVENT_SHUTDOWN_GUEST] = "Guest",
    [VIR_DOMAIN_EVENT_SHUTDOWN_HOST] = "Host",
};
static const char *const pmsuspended[] = {
    [VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY] = "Memory",
    [VIR_DOMAIN_EVENT_PMSUSPENDED_DISK] = "Disk",
};
static const char *const crashed[] = {
    [VIR_DOMAIN_EVENT_CRASHED_PANICKED] = "Panicked",
    [VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED] = "Crashloaded",
};

static const struct {
    const char *name;
    const char *const *details;
    int n_details;
} lifecycle[] = {
    [VIR_DOMAIN_EVENT_DEFINED] = {"Defined", defined, LENGTH(defined)},
    [VIR_DOMAIN_EVENT_UNDEFINED] = {"Undefined", undefined, LENGTH(undefined)},
    [VIR_DOMAIN_EVENT_STARTED] = {"Started", started, LENGTH(started)},
    [VIR_DOMAIN_EVENT_SUSPENDED] = {"Suspended", suspended, LENGTH(suspended)},
    [VIR_DOMAIN_EVENT_RESUMED] = {"Resumed", resumed, LENGTH(resumed)},
    [VIR_DOMAIN_EVENT_STOPPED] = {"Stopped", stopped, LENGTH(stopped)},
    [VIR_DOMAIN_EVENT_SHUTDOWN] = {"Shutdown", shutdown, LENGTH(shutdown)},
    [VIR_DOMAIN_EVENT_PMSUSPENDED] = {"PMSuspended", pmsuspended, LENGTH(pmsuspended)},
    [VIR_DOMAIN_EVENT_CRASHED] = {"Crashed", crashed, LENGTH(crashed)},
};

const char *lifecycle_name(int event)
{
    return event >= 0 && event < LENGTH(lifecycle) ? lifecycle[event].name : "unknown";
}

const char *lifecycle_detail_name(int event, int detail)
{
    if (event < 0 || event >= LENGTH(lifecycle))
        return "unknown";
    return name_in(lifecycle[event].details, lifecycle[event].n_details, detail);
}

const char *watchdog_action_name(int action)
{
    static const char *const table[] = {
        [VIR_DOMAIN_EVENT_WATCHDOG_NONE] = "none",
        [VIR_DOMAIN_EVENT_WATCHDOG_PAUSE] = "pause",
        [VIR_DOMAIN_EVENT_WATCHDOG_RESET] = "reset",
        [VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF] = "poweroff",
        [VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN] = "shutdown",
        [VIR_DOMAIN_EVENT_WATCHDOG_DEBUG] = "debug",
        [VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI] = "inject-nmi",
    };
    return NAME_IN(table, action);
}

const char *io_error_action_name(int action)
{
    static const char *const table[] = {
        [VIR_DOMAIN_EVENT_IO_ERROR_NONE] = "none",
        [VIR_DOMAIN_EVENT_IO_ERROR_PAUSE] = "pause",
        [VIR_DOMAIN_EVENT_IO_ERROR_REPORT] = "report",
    };
    return NAME_IN(table, action);
}

const char *graphics_phase_name(int phase)
{
    static const char *const table[] = {
        [VIR_DOMAIN_EVENT_GRAPHICS_CONNECT] = "connect",
        [VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE] = "initialize",
        [VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT] = "disconnect",
    };
    return NAME_IN(table, phase);
}

const char *address_family_name(int family)
{
    static const char *const table[] = {
        [VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4] = "ipv4",
        [VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6] = "ipv6",
        [VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX] = "unix",
    };
    return NAME_IN(table, family);
}
