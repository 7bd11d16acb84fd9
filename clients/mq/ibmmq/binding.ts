/** What is used of the package `ibmmq`, IBM's binding to its C client. It is never a dependency: operators install it. */
export interface Binding {
	MQC: Record<string, number>;
	MQCNO: new () => MqStructure;
	MQCD: new () => MqStructure;
	MQSCO: new () => MqStructure;
	MQCSP: new () => MqStructure;
	MQOD: new () => MqStructure;
	MQMD: new () => MqStructure;
	MQPMO: new () => MqStructure;
	MQGMO: new () => MqStructure;
	MQAttr: new (selector: number) => { selector: number; value?: unknown };
	Connx(queueManager: string, cno: MqStructure, done: Done<QueueManagerHandle>): void;
	Disc(connection: QueueManagerHandle, done: Done): void;
	Open(connection: QueueManagerHandle, od: MqStructure, options: number, done: Done<ObjectHandle>): void;
	Close(object: ObjectHandle, options: number, done: Done): void;
	Put(object: ObjectHandle, md: MqStructure, pmo: MqStructure, data: Buffer, done: Done): void;
	Put1(
		connection: QueueManagerHandle,
		od: MqStructure,
		md: MqStructure,
		pmo: MqStructure,
		data: Buffer,
		done: Done,
	): void;
	GetSync(object: ObjectHandle, md: MqStructure, gmo: MqStructure, buffer: Buffer, done: Done<number>): void;
	Inq(object: ObjectHandle, selectors: Array<{ selector: number; value?: unknown }>, done: Done): void;
	Cmit(connection: QueueManagerHandle, done: Done): void;
	Back(connection: QueueManagerHandle, done: Done): void;
}

/** A structure of the MQI; its fields have the names of the MQI. */
export type MqStructure = Record<string, unknown>;

declare const connectionMark: unique symbol;
declare const objectMark: unique symbol;
/** Handles, which only the binding looks into. */
export interface QueueManagerHandle {
	[connectionMark]: true;
}
export interface ObjectHandle {
	[objectMark]: true;
}

/** An error of a call; `mqcc` 1 is a warning. */
export interface MqiError extends Error {
	mqcc?: number;
	mqrc?: number;
	verb?: string;
}

export type Done<T = unknown> = (error: MqiError | null | undefined, result: T) => void;
