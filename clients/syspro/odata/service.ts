import { ServiceError } from '../../../kit/errors';
import { Limiter } from '../../../kit/http/limiter';
import { fromNetwork } from '../../../kit/http/networkErrors';
import { pooledTransport } from '../../../kit/http/pools';
import { Secrets } from '../../../kit/http/redact';
import { withRetry, type Clockwork } from '../../../kit/http/retry';
import { hash, sharedState } from '../../../kit/http/sharedState';
import { transmit } from '../../../kit/http/transmit';
import type { Transport, TransportResponse } from '../../../kit/http/transport';
import {
	basicValue,
	MAX_RESPONSE_BYTES,
	odataRoot,
	secretsOf,
	type ODataSettings,
	type SysproConnection,
} from '../connection';
import type { DateForm } from './filter';
import { assertSuccess } from './response';

/** What OData of a connection needs. */
interface ODataParts {
	connection: SysproConnection;
	settings: ODataSettings;
	clockwork: Clockwork;
	transport?: Transport;
	signal?: AbortSignal;
	attempts?: number;
}

/** What all clients of one connection have learnt of its service. */
interface Learnt {
	limiter: Limiter;
	/** How dates are written in a filter, by table. */
	dates: Map<string, DateForm>;
	/** Most rows that one response had: a shorter page than that is the last one. */
	mostRows: number;
}

/** Sends requests to the OData service of one company, repeated on passing faults: all of them read. */
export class ODataService {
	readonly root: string;
	readonly learnt: Learnt;
	private readonly secrets: Secrets;
	private readonly transport: Transport;

	constructor(private readonly parts: ODataParts) {
		const { connection, settings, transport } = parts;
		this.root = odataRoot(settings);
		const { tls, headers, maxInFlight } = connection;
		this.secrets = new Secrets(secretsOf(connection));
		this.transport = transport ?? pooledTransport({ origin: new URL(this.root).origin, tls, headers, maxInFlight });
		this.learnt = sharedState(hash(['syspro odata', this.root, settings, tls, headers, maxInFlight]), () => ({
			limiter: new Limiter(maxInFlight),
			dates: new Map(),
			mostRows: 0,
		}));
	}

	/** A successful response to `GET` of what is below the company, read by `read`. @throws ServiceError without secrets */
	async get<T>(
		address: string,
		name: string,
		read: (response: TransportResponse, now: number) => T,
		accept = 'application/json',
	): Promise<T> {
		const { clockwork, signal, attempts } = this.parts;
		return await this.secrets.guard(async () => {
			try {
				return await withRetry(
					{ ...clockwork, kind: 'read', signal, attempts },
					async () =>
						await this.learnt.limiter.run(
							async () => {
								const response = await this.request(this.within(address), accept);
								assertSuccess(response, name, clockwork.now());
								return read(response, clockwork.now());
							},
							refusalOf,
							clockwork,
							signal,
						),
				);
			} catch (error) {
				const failure = fromNetwork(error, this.root);
				throw failure.with({ api: failure.api ?? name });
			}
		});
	}

	/** A link of the service as an address of ours: it may name the host that is behind a gateway. */
	private within(address: string): string {
		if (!/^[a-z][a-z\d+.-]*:/i.test(address) && !address.startsWith('/')) return `${this.root}/${address}`;
		const { pathname, search } = new URL(address, `${this.root}/`);
		const own = new URL(this.root);
		if (new URL(address, `${this.root}/`).origin === own.origin) return own.origin + pathname + search;
		return `${this.root}/${pathname.split('/').pop() ?? ''}${search}`;
	}

	private async request(url: string, accept: string): Promise<TransportResponse> {
		const { connection, settings, signal } = this.parts;
		return await transmit(this.transport, {
			method: 'GET',
			url,
			headers: {
				...connection.headers,
				Accept: accept,
				Authorization: `Basic ${basicValue(settings)}`,
			},
			timeoutMs: connection.timeoutMs,
			maxResponseBytes: connection.maxResponseBytes ?? MAX_RESPONSE_BYTES,
			signal,
		});
	}
}

function refusalOf(outcome: unknown): ServiceError | undefined {
	const isOne = outcome instanceof ServiceError && (outcome.httpStatus === 429 || outcome.httpStatus === 503);
	return isOne ? outcome : undefined;
}
