/** One request that got a response (or was cut off). It holds no query, no headers and no bodies: no secrets. */
interface LogEntry {
	at: string;
	method: string;
	path: string;
	api?: string;
	user?: string;
	templateKey?: string;
	/** 0 when the connection was dropped. */
	status: number;
	connection: number;
	/** Whether the connection's TLS session was resumed. */
	sessionReused: boolean;
	/** The fault that was at work, if any. */
	fault?: string;
}

/** Counters since the start or the last clearing. */
interface Counters {
	connections: number;
	handshakes: number;
	reusedSessions: number;
	failedHandshakes: number;
	logins: number;
	requests: number;
	requestsByApi: Record<string, number>;
}

const limit = 20_000;

const noneYet = (): Counters => ({
	connections: 0,
	handshakes: 0,
	reusedSessions: 0,
	failedHandshakes: 0,
	logins: 0,
	requests: 0,
	requestsByApi: {},
});

/** What happened on the wire. */
export class RequestLog {
	private entries: LogEntry[] = [];

	readonly counters = noneYet();

	add(entry: LogEntry): void {
		this.entries.push(entry);
		if (this.entries.length > limit) this.entries.shift();
		this.counters.requests += 1;
		const api = entry.api ?? '(none)';
		this.counters.requestsByApi[api] = (this.counters.requestsByApi[api] ?? 0) + 1;
		if (api === 'login' && entry.status === 200) this.counters.logins += 1;
	}

	/** The entries in order, all or those of one API or service. */
	list(api?: string): LogEntry[] {
		return this.entries.filter((entry) => api === undefined || entry.api === api);
	}

	/** Forgets entries and counters. */
	clear(): void {
		this.entries = [];
		Object.assign(this.counters, noneYet());
	}
}
