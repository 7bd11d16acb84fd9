/** A login that the queue manager knows. */
export interface MqUser {
	userId: string;
	password: string;
	name: string;
	/** Whether it may do nothing but connect. */
	isLimited?: boolean;
}

/** A channel of the queue manager. */
interface Channel {
	/** Only server-connection channels take clients. */
	type: 'SVRCONN' | 'SDR';
	/** Bytes. */
	maximumMessageLength: number;
	/** Whether it was stopped. */
	isStopped?: boolean;
	/** Most connections at once. */
	maximumInstances?: number;
}

/** How the queue manager behaves where installations differ; may be changed while it runs. */
export interface MqBehaviour {
	/** Byte order of the machine that it runs on. */
	byteOrder: 'little' | 'big';
	/** Highest level of the protocol. */
	fapLevel: number;
	/** Most bytes of a segment. */
	maximumSegment: number;
	/** Seconds between heartbeats while a get waits; 0 for none. */
	heartbeat: number;
	/** Whether initial data is sent back to be said again with the values of the queue manager. */
	insistsOnItsValues: boolean;
	/** Whether user and password must be given (CHCKCLNT(REQUIRED)). */
	demandsPassword: boolean;
	/** Whether messages are converted to the character set that a get asks for. */
	converts: boolean;
	/** Whether MQGMO_PROPERTIES_… is known. */
	knowsProperties: boolean;
	/** Whether the queue manager is running; otherwise clients get 2059. */
	isRunning: boolean;
	channels: Record<string, Channel>;
	/** Sends what it has to say in pieces of so many bytes; 0 for whole. */
	pieces: number;
}

export interface MqOptions {
	/** 0 (default) takes a free port, for MQ and for MQ REST. */
	port?: number;
	restPort?: number;
	queueManager?: string;
	/** TLS on the MQ port, with the name of a cipher of OpenSSL or `true` for any. */
	tls?: boolean | string;
	/** Ask every client for a certificate of the sandbox's own authority. */
	mutualTls?: boolean;
	/** Plain HTTP for MQ REST. */
	plainHttp?: boolean;
	/** Leave out the demo messages; the queues are always there. */
	withoutMessages?: boolean;
	behaviour?: Partial<MqBehaviour>;
	machineClock?: () => number;
	/** Seed of the random numbers that decide on faults with a probability. */
	randomSeed?: number;
}

export const CHANNEL = 'DEV.APP.SVRCONN';

export const defaultBehaviour: MqBehaviour = {
	byteOrder: 'little',
	fapLevel: 13,
	maximumSegment: 32_748,
	heartbeat: 300,
	insistsOnItsValues: true,
	demandsPassword: false,
	converts: true,
	knowsProperties: true,
	isRunning: true,
	channels: {
		[CHANNEL]: { type: 'SVRCONN', maximumMessageLength: 104_857_600 },
		'SMALL.SVRCONN': { type: 'SVRCONN', maximumMessageLength: 10_000 },
		'TO.OTHER': { type: 'SDR', maximumMessageLength: 4_194_304 },
	},
	pieces: 0,
};

/** Accounts of the sandbox. */
export const users: readonly MqUser[] = [
	{ userId: 'app', password: 'App-Password-1', name: 'May use all queues' },
	{ userId: 'limited', password: 'Limited-1', name: 'May connect, and open no queue', isLimited: true },
];
