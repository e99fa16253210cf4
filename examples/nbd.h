/* nbd.h - a disk that fails: qemu-nbd serves an image on a UNIX socket through
 * QEMU's "blkdebug" layer, which makes the first write fail with EIO. Later
 * writes and all reads succeed.
 */
#ifndef NBD_H
#define NBD_H

#include <sys/types.h>

#define NBD_EXPORT "data"

/* Makes `dir`/data.img and serves it on `dir`/nbd.sock as NBD_EXPORT; `program`
 * is looked up in PATH. The socket accepts connections when this returns.
 * Returns the process, or -1 with errno set. The process ends with ours.
 */
pid_t nbd_start(const char *program, const char *dir);

/* Ends and reaps the process. Nothing happens if `pid` is not positive. */
void nbd_stop(pid_t pid);

#endif
