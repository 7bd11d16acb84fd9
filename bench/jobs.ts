/** Where the server of a measurement is, seen from a contender. */
export interface Target {
	/** Of a queue manager, `host(port)`. */
	url: string;
	ca: string;
	certificate: string;
	key: string;
	loginId: string;
	password: string;
	/** Of Inventory Visibility alone, where login ID and password are those of its client. */
	tenantId?: string;
}

/**
 * Who does the work: `floor` is a bare undici pool with JSON.parse; `client` is this package's client library; `helper`,
 * `noop`, `idle` and `node` run in a workflow on n8n's engine: a node that gives each item to n8n-core's httpRequest
 * helper together with the client certificate, one that does nothing, one that only reads the parameters of each item,
 * and this package's node.
 */
export type Contender = 'floor' | 'client' | 'helper' | 'noop' | 'idle' | 'node';

/** Creates orders numbered `{prefix}-1` and so on. */
export interface CreateJob {
	kind: 'create';
	contender: Contender;
	target: Target;
	dataFormat: 'json' | 'xml';
	prefix: string;
	count: number;
	inFlight: number;
	/** Where the server limits the rate: orders before would use up what it permits, and speed does not matter. */
	isCold?: boolean;
}

/** Reads all orders with their lines, page by page. */
export interface ReadJob {
	kind: 'read';
	contender: 'floor' | 'client';
	target: Target;
	dataFormat: 'json' | 'xml';
	pageSize: number;
	limit: number;
	/** Whether all rows are held to the end, as n8n holds items. */
	keep: boolean;
}

/** Drains what happened through the trigger, or by bare reads of the same pages (`floor`). */
export interface DrainJob {
	kind: 'drain';
	contender: 'floor' | 'node';
	target: Target;
	/** What is there to be drained. */
	changes: number;
	pageSize: number;
	/** Seconds that the server's clock was set ahead. */
	ahead: number;
}

/** Reads files of X12 purchase orders, or writes as many, with this package's codec or another library. */
export interface X12Job {
	kind: 'x12';
	work: 'read' | 'write';
	contender: 'edi' | 'x12-parser' | 'node-x12';
	files: string[];
	orders: number;
	lines: number;
}

/** Asks for the availability of so many items at a node, a hundred in a call. */
export interface AvailabilityJob {
	kind: 'availability';
	contender: 'floor' | 'client' | 'node';
	target: Target;
	count: number;
	inFlight: number;
}

/** Uploads so many messages to a mailbox of B2B Integrator, or lists the mailbox and reads the content of all. */
export interface B2biJob {
	kind: 'b2bi';
	work: 'upload' | 'read';
	contender: 'floor' | 'client';
	target: Target;
	count: number;
	inFlight: number;
}

/**
 * Puts so many messages into a queue and drains it: over the built-in client, or IBM's on a stand-in of its library;
 * `floor` is a bare socket, or the bare binding.
 */
export interface MqJob {
	kind: 'mq';
	way: 'builtIn' | 'client';
	contender: 'floor' | 'client';
	target: Target;
	count: number;
}

export type Job = CreateJob | ReadJob | DrainJob | X12Job | AvailabilityJob | B2biJob | MqJob;

/** A contender says that the measured part of its job comes next, and is told to begin. */
export const WARM = 'warm';
export const GO = 'go';

/** Environment variable of contenders that warm up by a single piece of work: nobody judges their times. */
export const HARDLY_WARM = 'BENCH_HARDLY_WARM';

/** Environment variable of a contender that names the file for the CPU profile of what is measured. */
export const PROFILE_FILE = 'BENCH_PROFILE_FILE';

/** What a contender did. Times in seconds, memory in bytes. */
export interface Outcome {
	seconds: number;
	cpuSeconds: number;
	/** Most memory of the process (resident set). */
	peakBytes: number;
	/** What was done: orders created, rows read, events told. */
	done: number;
	failed: number;
	/** Further figures by name. */
	more?: Record<string, number>;
	profile?: string;
}

/** What the server's process can be told to do. */
export type Command =
	| { do: 'counters' }
	| { do: 'clear' }
	| { do: 'count'; prefix: string }
	| { do: 'advance'; seconds: number }
	| { do: 'freeze' }
	| { do: 'close' };

/** Answer to a {@link Command}; counters since the last `clear`. */
export interface Figures {
	handshakes: number;
	requests: number;
	refused: number;
	orders: number;
}
