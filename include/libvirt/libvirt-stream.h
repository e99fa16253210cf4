/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_STREAM_H
#define LIBVIRT_STREAM_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Events of a stream; can be combined. */
typedef enum {
    /** Data can be read. */
    VIR_STREAM_EVENT_READABLE = (1 << 0),
    /** Data can be written. */
    VIR_STREAM_EVENT_WRITABLE = (1 << 1),
    /** An error occurred. */
    VIR_STREAM_EVENT_ERROR = (1 << 2),
    /** The other side hung up. */
    VIR_STREAM_EVENT_HANGUP = (1 << 3),
} virStreamEventType;

/** Flags for making a stream. */
typedef enum {
    /** Calls on the stream never wait. */
    VIR_STREAM_NONBLOCK = (1 << 0),
} virStreamFlags;

/** Flags for reading a stream. */
typedef enum {
    /** Stop reading at a hole. */
    VIR_STREAM_RECV_STOP_AT_HOLE = (1 << 0),
} virStreamRecvFlagsValues;

/** Called when a stream has events of the virStreamEventType mask. */
typedef void (*virStreamEventCallback)(virStreamPtr stream,
                                       int events,
                                       void *opaque);

/**
 * Takes data read from a stream. Returns the number of bytes taken, which may be fewer, or -1 to
 * abort.
 */
typedef int (*virStreamSinkFunc)(virStreamPtr st,
                                 const char *data,
                                 size_t nbytes,
                                 void *opaque);

/**
 * Supplies up to nbytes of data to be sent. Returns the number of bytes stored, 0 at the end, or -1 to
 * abort.
 */
typedef int (*virStreamSourceFunc)(virStreamPtr st,
                                   char *data,
                                   size_t nbytes,
                                   void *opaque);

/** Makes a hole of the given length in bytes in the destination. Returns 0, or -1 to abort. */
typedef int (*virStreamSinkHoleFunc)(virStreamPtr st,
                                     long long length,
                                     void *opaque);

/**
 * Stores whether the source is at data (1) or a hole (0) and how long that goes on in bytes; a hole of
 * length 0 is the end. Returns 0, or -1 to abort.
 */
typedef int (*virStreamSourceHoleFunc)(virStreamPtr st,
                                       int *inData,
                                       long long *length,
                                       void *opaque);

/** Moves the source forward over a hole of the given length in bytes. Returns 0, or -1 to abort. */
typedef int (*virStreamSourceSkipFunc)(virStreamPtr st,
                                       long long length,
                                       void *opaque);

/**
 * Ends a transfer early and tells the peer that it failed. The handle still needs virStreamFree().
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamAbort(virStreamPtr stream);

/**
 * Calls a function from the event loop when a non-blocking stream has events of the virStreamEventType
 * mask. The optional function ff frees the opaque data after removal. Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamEventAddCallback(virStreamPtr stream,
                              int events,
                              virStreamEventCallback cb,
                              void *opaque,
                              virFreeCallback ff);

/**
 * Removes the event callback of a stream. Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamEventRemoveCallback(virStreamPtr stream);

/**
 * Changes the mask of events for which the callback of a stream is called; 0 silences it. Returns 0,
 * or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamEventUpdateCallback(virStreamPtr stream,
                                 int events);

/**
 * Ends a transfer and waits for the peer to confirm that all data arrived; only a success here proves
 * it. Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamFinish(virStreamPtr stream);

/**
 * Drops one reference to a stream handle and frees it with the last one. A transfer in progress should
 * be finished or aborted before. Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamFree(virStreamPtr stream);

/**
 * Makes a stream, which another call such as a volume upload then connects to data; the flag makes it
 * non-blocking. Release it with virStreamFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.7.2
 */
virStreamPtr virStreamNew(virConnectPtr conn,
                          unsigned int flags);

/**
 * Reads up to nbytes from a stream into the caller's buffer. Returns the number of bytes read, 0 at
 * the end of the data, -1 on error, or -2 if a non-blocking stream has nothing yet.
 *
 * Since: 0.7.2
 */
int virStreamRecv(virStreamPtr stream,
                  char *data,
                  size_t nbytes);

/**
 * Reads a blocking stream to its end and passes the data to a sink function. The caller still calls
 * virStreamFinish() on success; on failure the stream is aborted already. Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamRecvAll(virStreamPtr stream,
                     virStreamSinkFunc handler,
                     void *opaque);

/**
 * Reads up to nbytes from a stream; with the flag it stops at a hole. Returns the number of bytes
 * read, 0 at the end of the data, -1 on error, -2 if nothing is there yet, or -3 at a hole.
 *
 * Since: 3.4.0
 */
int virStreamRecvFlags(virStreamPtr stream,
                       char *data,
                       size_t nbytes,
                       unsigned int flags);

/**
 * Stores the length in bytes of the hole at the current position of a sparse stream and skips it.
 * Returns 0, or -1 on error.
 *
 * Since: 3.4.0
 */
int virStreamRecvHole(virStreamPtr stream,
                      long long *length,
                      unsigned int flags);

/**
 * Adds a reference to a stream handle; each one needs its own virStreamFree(). Returns 0, or -1 on
 * error.
 *
 * Since: 0.7.2
 */
int virStreamRef(virStreamPtr stream);

/**
 * Writes up to nbytes to a stream. Returns the number of bytes taken, which may be fewer, -1 on error,
 * or -2 if a non-blocking stream cannot take any now.
 *
 * Since: 0.7.2
 */
int virStreamSend(virStreamPtr stream,
                  const char *data,
                  size_t nbytes);

/**
 * Fetches data from a source function and writes it to a blocking stream until the source ends. The
 * caller still calls virStreamFinish() on success; on failure the stream is aborted already. Returns
 * 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamSendAll(virStreamPtr stream,
                     virStreamSourceFunc handler,
                     void *opaque);

/**
 * Tells the peer of a sparse stream that the next length bytes are a hole instead of data. Returns 0,
 * or -1 on error.
 *
 * Since: 3.4.0
 */
int virStreamSendHole(virStreamPtr stream,
                      long long length,
                      unsigned int flags);

/**
 * Reads a blocking stream to its end, passing data to one function and the lengths of holes to
 * another. The caller still calls virStreamFinish() on success. Returns 0, or -1 on error.
 *
 * Since: 3.4.0
 */
int virStreamSparseRecvAll(virStreamPtr stream,
                           virStreamSinkFunc handler,
                           virStreamSinkHoleFunc holeHandler,
                           void *opaque);

/**
 * Writes a sparse source to a blocking stream, using three functions that fetch data, tell data from
 * holes, and skip a hole. The caller still calls virStreamFinish() on success. Returns 0, or -1 on
 * error.
 *
 * Since: 3.4.0
 */
int virStreamSparseSendAll(virStreamPtr stream,
                           virStreamSourceFunc handler,
                           virStreamSourceHoleFunc holeHandler,
                           virStreamSourceSkipFunc skipHandler,
                           void *opaque);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_STREAM_H */
