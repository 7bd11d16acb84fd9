/** Options of the MQI (cmqc.h), as far as they are used. */
export const GMO = {
	wait: 0x1,
	syncpoint: 0x2,
	noSyncpoint: 0x4,
	browseFirst: 0x10,
	browseNext: 0x20,
	acceptTruncated: 0x40,
	failIfQuiescing: 0x2000,
	convert: 0x4000,
	propertiesForceRfh2: 0x0200_0000,
} as const;

export const PMO = { syncpoint: 0x2, noSyncpoint: 0x4, failIfQuiescing: 0x2000 } as const;

export const OO = { inputShared: 0x2, browse: 0x8, output: 0x10, inquire: 0x20, failIfQuiescing: 0x2000 } as const;

export const MO = { messageId: 0x1, correlationId: 0x2 } as const;

/** Object types of MQOD. */
export const OBJECT = { queue: 1, queueManager: 5 } as const;
