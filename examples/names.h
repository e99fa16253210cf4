/* names.h - the names of libvirt's event constants, as its documentation has
 * them without the common prefix. Unknown numbers have the name "unknown".
 */
#ifndef NAMES_H
#define NAMES_H

const char *lifecycle_name(int event);
const char *lifecycle_detail_name(int event, int detail);
const char *watchdog_action_name(int action);
const char *io_error_action_name(int action);
const char *graphics_phase_name(int phase);
const char *address_family_name(int family);

#endif
