/** Reason codes of MQ that the emulated queue manager responds with (cmqc.h). */
export const RC = {
	backedOut: 2003,
	getInhibited: 2016,
	hobjError: 2019,
	mdError: 2026,
	tooBigForQueue: 2030,
	tooBigForQueueManager: 2031,
	noMessage: 2033,
	noMessageUnderCursor: 2034,
	notAuthorized: 2035,
	notOpenForBrowse: 2036,
	notOpenForInput: 2037,
	notOpenForInquire: 2038,
	notOpenForOutput: 2039,
	objectType: 2043,
	persistenceError: 2047,
	priorityError: 2050,
	putInhibited: 2051,
	queueFull: 2053,
	selectorError: 2067,
	truncatedAccepted: 2079,
	truncatedFailed: 2080,
	unknownQueue: 2085,
	notConverted: 2119,
	queueManagerName: 2058,
	tooBigForChannel: 2218,
	unsupported: 2298,
} as const;

/** A call that fails with a reason code. */
export class Refusal extends Error {
	constructor(readonly reason: number) {
		super(`MQRC ${reason}`);
	}
}
