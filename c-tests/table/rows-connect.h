/* rows-connect.h - connections, the host, lists and look-ups. See rows.h. */

/* Connections. */
CALL(virConnectOpen, (uri()))
CALL(virConnectOpenReadOnly, (uri()))
CALL(virConnectOpenAuth, (uri(), virConnectAuthPtrDefault, 0))
CALL(virConnectClose, (REFERENCE(virConnectRef, conn())))
CALL(virConnectGetType, (conn()))
CALL(virConnectGetVersion, (conn(), OUT(unsigned long)))
CALL(virConnectGetLibVersion, (conn(), OUT(unsigned long)))
CALL(virConnectGetHostname, (conn()))
CALL(virConnectGetMaxVcpus, (conn(), NULL))
CALL(virConnectGetSysinfo, (conn(), 0))
CALL(virConnectGetCapabilities, (conn()))
CALL(virConnectGetDomainCapabilities, (conn(), NULL, NULL, NULL, NULL, 0))
CALL(virConnectIsAlive, (conn()))
CALL(virConnectIsEncrypted, (conn()))
CALL(virConnectIsSecure, (conn()))
CALL(virConnectSetIdentity, (conn(), STRING(VIR_CONNECT_IDENTITY_USER_NAME, "somebody"), 0))
CALL(virConnectSetKeepAlive, (conn(), 5, 3))
CALL(virConnectRegisterCloseCallback, (conn(), on_close, NULL, NULL))
CALL(virConnectUnregisterCloseCallback, (conn(), on_close))

/* Processors. */
CALL(virConnectGetCPUModelNames, (conn(), "x86_64", OUT(char **), 0))
CALL(virConnectBaselineCPU, (conn(), (const char *[]){ CPU }, 1, 0))
CALL(virConnectBaselineHypervisorCPU, (conn(), NULL, NULL, NULL, NULL, (const char *[]){ CPU }, 1, 0))
CALL(virConnectCompareCPU, (conn(), CPU, 0))
CALL(virConnectCompareHypervisorCPU, (conn(), NULL, NULL, NULL, NULL, CPU, 0))

/* The host. */
CALL(virNodeGetInfo, (conn(), OUT(virNodeInfo)))
CALL(virNodeGetCPUMap, (conn(), OUT(unsigned char *), OUT(unsigned int), 0))
CALL(virNodeGetCPUStats, (conn(), VIR_NODE_CPU_STATS_ALL_CPUS, BUFFER(virNodeCPUStats, 16), VALUE(int, 4), 0))
CALL(virNodeGetMemoryStats, (conn(), VIR_NODE_MEMORY_STATS_ALL_CELLS, BUFFER(virNodeMemoryStats, 16), VALUE(int, 4), 0))
CALL(virNodeGetMemoryParameters, (conn(), BUFFER(virTypedParameter, 16), VALUE(int, 16), 0))
CALL(virNodeSetMemoryParameters, (conn(), UINT(VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN, 100), 0))
CALL(virNodeGetCellsFreeMemory, (conn(), BUFFER(unsigned long long, 8), 0, 8))
CALL(virNodeGetFreeMemory, (conn()))
CALL(virNodeGetFreePages, (conn(), 1, VALUE(unsigned int, 4), 0, 1, OUT(unsigned long long), 0))
CALL(virNodeAllocPages, (conn(), 1, VALUE(unsigned int, 2048), OUT(unsigned long long), 0, 1, 0))
CALL(virNodeGetSecurityModel, (conn(), OUT(virSecurityModel)))
CALL(virNodeGetSEVInfo, (conn(), OUT(virTypedParameterPtr), OUT(int), 0))
/* Too short to be carried out. */
CALL(virNodeSuspendForDuration, (conn(), VIR_NODE_SUSPEND_TARGET_MEM, 1, 0))

/* Definitions in other forms. */
CALL(virConnectDomainXMLFromNative, (conn(), "qemu-argv", "qemu-system-x86_64", 0))
CALL(virConnectDomainXMLToNative, (conn(), "qemu-argv", raw_xml(), 0))

/* Lists and look-ups. */
CALL(virConnectNumOfDomains, (conn()))
CALL(virConnectNumOfDefinedDomains, (conn()))
CALL(virConnectListDomains, (conn(), BUFFER(int, 16), 16))
CALL(virConnectListDefinedDomains, (conn(), BUFFER(char *, 16), 16))
CALL(virConnectListAllDomains, (conn(), OUT(virDomainPtr *), 0))
CALL(virDomainLookupByID, (conn(), (int)virDomainGetID(running())))
CALL(virDomainLookupByName, (conn(), virDomainGetName(running())))
CALL(virDomainLookupByUUID, (conn(), uuid(running())))
CALL(virConnectGetAllDomainStats, (conn(), VIR_DOMAIN_STATS_STATE, OUT(virDomainStatsRecordPtr *), 0))
CALL(virDomainListGetStats, (domains(), VIR_DOMAIN_STATS_STATE, OUT(virDomainStatsRecordPtr *), 0))

/* Events. */
CALL(virConnectDomainEventRegister, (conn(), on_lifecycle, NULL, NULL))
CALL(virConnectDomainEventDeregister, (conn(), on_lifecycle))
SOME(virConnectDomainEventRegisterAny,
     (conn(), NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), NULL, NULL))
CALL(virConnectDomainEventDeregisterAny, (conn(), REGISTERED(Domain, NULL, VIR_DOMAIN_EVENT_ID_REBOOT, on_reboot)))
