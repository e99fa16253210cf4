/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Written by `make headers` from oxvirt's sources; changes belong there. */

#ifndef LIBVIRT_SECRET_H
#define LIBVIRT_SECRET_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
# error "Include libvirt/libvirt.h instead: it includes this file."
#endif

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/** Casts a secret event callback to the generic type. */
#define VIR_SECRET_EVENT_CALLBACK(cb) ((virConnectSecretEventGenericCallback)(void (*)(void))(cb))

/** Filters for listing secrets. */
typedef enum {
    /** Include secrets kept only in memory. */
    VIR_CONNECT_LIST_SECRETS_EPHEMERAL = (1 << 0),
    /** Include secrets kept on disk. */
    VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL = (1 << 1),
    /** Include secrets whose value cannot be read. */
    VIR_CONNECT_LIST_SECRETS_PRIVATE = (1 << 2),
    /** Include secrets whose value can be read. */
    VIR_CONNECT_LIST_SECRETS_NO_PRIVATE = (1 << 3),
} virConnectListAllSecretsFlags;

/** Flags for storing a secret. */
typedef enum {
    /** Check the XML against the schema. */
    VIR_SECRET_DEFINE_VALIDATE = (1 << 0),
} virSecretDefineFlags;

/** Kinds of secret events and the callback type of each. */
typedef enum {
    /** Lifecycle change; use virConnectSecretEventLifecycleCallback. */
    VIR_SECRET_EVENT_ID_LIFECYCLE = 0,
    /** Value was set; use virConnectSecretEventGenericCallback. */
    VIR_SECRET_EVENT_ID_VALUE_CHANGED = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_SECRET_EVENT_ID_LAST = 2,
#endif
} virSecretEventID;

/** Kinds of secret lifecycle events. */
typedef enum {
    /** Secret was stored. */
    VIR_SECRET_EVENT_DEFINED = 0,
    /** Secret was deleted. */
    VIR_SECRET_EVENT_UNDEFINED = 1,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_SECRET_EVENT_LAST = 2,
#endif
} virSecretEventLifecycleType;

/** Kinds of objects a secret is used with. */
typedef enum {
    /** No particular use. */
    VIR_SECRET_USAGE_TYPE_NONE = 0,
    /** Encrypted volume. */
    VIR_SECRET_USAGE_TYPE_VOLUME = 1,
    /** Ceph client. */
    VIR_SECRET_USAGE_TYPE_CEPH = 2,
    /** iSCSI target. */
    VIR_SECRET_USAGE_TYPE_ISCSI = 3,
    /** TLS private key. */
    VIR_SECRET_USAGE_TYPE_TLS = 4,
    /** State of a virtual TPM. */
    VIR_SECRET_USAGE_TYPE_VTPM = 5,
#if defined(VIR_ENUM_SENTINELS)
    /** End marker, one above the last value; declared only with VIR_ENUM_SENTINELS. */
    VIR_SECRET_USAGE_TYPE_LAST = 6,
#endif
} virSecretUsageType;

/** Opaque secret, such as a passphrase of a disk. */
typedef struct _virSecret virSecret;

/** Handle of a secret; release it with virSecretFree(). */
typedef virSecret *virSecretPtr;

/** Type to which all secret event callbacks are cast. */
typedef void (*virConnectSecretEventGenericCallback)(virConnectPtr conn,
                                                     virSecretPtr secret,
                                                     void *opaque);

/** Reports a virSecretEventLifecycleType of a secret; the detail is 0. */
typedef void (*virConnectSecretEventLifecycleCallback)(virConnectPtr conn,
                                                       virSecretPtr secret,
                                                       int event,
                                                       int detail,
                                                       void *opaque);

/**
 * Fetches handles of the secrets that match the filter flags. Stores a NULL-terminated array: release
 * each handle with virSecretFree() and the array with free(). Returns the number of secrets, or -1 on
 * error.
 *
 * Since: 0.10.2
 */
int virConnectListAllSecrets(virConnectPtr conn,
                             virSecretPtr **secrets,
                             unsigned int flags);

/**
 * Stores the UUIDs of the secrets as text in an array with room for maxuuids entries; the caller frees
 * each string. Prefer virConnectListAllSecrets(). Returns the number stored, or -1 on error.
 *
 * Since: 0.7.1
 */
int virConnectListSecrets(virConnectPtr conn,
                          char **uuids,
                          int maxuuids);

/**
 * Counts the secrets. Returns the count, or -1 on error.
 *
 * Since: 0.7.1
 */
int virConnectNumOfSecrets(virConnectPtr conn);

/**
 * Removes the secret event callback with the id that virConnectSecretEventRegisterAny() returned, and
 * runs its free callback. Returns 0, or -1 on error.
 *
 * Since: 3.0.0
 */
int virConnectSecretEventDeregisterAny(virConnectPtr conn,
                                       int callbackID);

/**
 * Adds a callback for one kind of secret event (virSecretEventID), for one secret or, with NULL, for
 * all of them. Returns a callback id for deregistration, or -1 on error.
 *
 * Since: 3.0.0
 */
int virConnectSecretEventRegisterAny(virConnectPtr conn,
                                     virSecretPtr secret,
                                     int eventID,
                                     virConnectSecretEventGenericCallback cb,
                                     void *opaque,
                                     virFreeCallback freecb);

/**
 * Stores or replaces the description of a secret; set its value with virSecretSetValue(). Release the
 * handle with virSecretFree(). Returns a new handle, or NULL on error.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretDefineXML(virConnectPtr conn,
                                const char *xml,
                                unsigned int flags);

/**
 * Drops one reference to a secret handle and frees it with the last one. The secret itself is not
 * affected. Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretFree(virSecretPtr secret);

/**
 * Gives the connection a secret handle belongs to, without adding a reference. Returns the connection,
 * or NULL on error.
 *
 * Since: 0.7.1
 */
virConnectPtr virSecretGetConnect(virSecretPtr secret);

/**
 * Copies the 16 bytes of the secret's UUID to a buffer of VIR_UUID_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.7.1
 */
int virSecretGetUUID(virSecretPtr secret,
                     unsigned char *uuid);

/**
 * Writes the secret's UUID as text to a buffer of VIR_UUID_STRING_BUFLEN bytes. Returns 0, or -1 on
 * error.
 *
 * Since: 0.7.1
 */
int virSecretGetUUIDString(virSecretPtr secret,
                           char *buf);

/**
 * Gives the name of what the secret is used with, such as a volume path or a Ceph client. The string
 * belongs to the handle and must not be freed. Returns the name, or NULL on error.
 *
 * Since: 0.7.1
 */
const char *virSecretGetUsageID(virSecretPtr secret);

/**
 * Tells what kind of object the secret is used with. Returns a virSecretUsageType, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretGetUsageType(virSecretPtr secret);

/**
 * Reads the value of a secret and stores its length in bytes. Private secrets cannot be read. Returns
 * a buffer the caller wipes and frees with free(), or NULL on error.
 *
 * Since: 0.7.1
 */
unsigned char *virSecretGetValue(virSecretPtr secret,
                                 size_t *value_size,
                                 unsigned int flags);

/**
 * Describes the secret, without its value, as XML. Returns a string the caller frees with free(), or
 * NULL on error.
 *
 * Since: 0.7.1
 */
char *virSecretGetXMLDesc(virSecretPtr secret,
                          unsigned int flags);

/**
 * Finds a secret by its UUID, given as 16 raw bytes. Release the handle with virSecretFree(). Returns
 * a new handle, or NULL on error or if there is none.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUUID(virConnectPtr conn,
                                   const unsigned char *uuid);

/**
 * Finds a secret by its UUID, given as text. Release the handle with virSecretFree(). Returns a new
 * handle, or NULL on error or if there is none.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUUIDString(virConnectPtr conn,
                                         const char *uuidstr);

/**
 * Finds a secret by usage type and usage name. Release the handle with virSecretFree(). Returns a new
 * handle, or NULL on error or if there is none.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUsage(virConnectPtr conn,
                                    int usageType,
                                    const char *usageID);

/**
 * Adds a reference to a secret handle; each one needs its own virSecretFree(). Returns 0, or -1 on
 * error.
 *
 * Since: 0.7.1
 */
int virSecretRef(virSecretPtr secret);

/**
 * Sets the value of a secret from a buffer of value_size bytes. Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretSetValue(virSecretPtr secret,
                      const unsigned char *value,
                      size_t value_size,
                      unsigned int flags);

/**
 * Deletes a secret and its value. Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretUndefine(virSecretPtr secret);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif /* LIBVIRT_SECRET_H */
