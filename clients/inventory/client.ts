import { ServiceError } from '../../kit/errors';
import { askedAddress } from '../../kit/http/askedAddress';
import { checkedHeaders } from '../../kit/http/extraHeaders';
import { pooledTransport } from '../../kit/http/pools';
import { clockworkOf, type Clockwork } from '../../kit/http/retry';
import { isSaying } from '../../kit/http/sayings';
import type { Transport } from '../../kit/http/transport';
import { saidBy, type InventoryAnswer } from './answer';
import { destinationOf, urlOf, type InventoryConnection } from './connection';
import { stateOf, type ConnectionState } from './connectionState';
import { exchange, type Prepared } from './exchange';

/** One call of a service below the tenant. */
export interface InventoryCall {
	/** Service of the address: inventory, promising, catalog, configuration, cas, optimizer, or another. */
	service: string;
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below the tenant; values in it are encoded already ({@link segment}). */
	path: string;
	/** Members without a value are left out. */
	query?: Record<string, string | undefined>;
	body?: unknown;
	/**
	 * Decides what may be repeated after a fault: reads, and keyed writes, which come to the same when they are carried out
	 * twice. Other writes that may have arrived are looked up, or end as uncertain.
	 */
	kind: 'read' | 'keyed' | 'write';
	/** Sent as Transaction-Id: IV does not process the same one twice, so such a write counts as keyed. */
	transactionId?: string;
	/** Whether the path is that of a list, which every tenant has: a page in its place shows that the base URL is wrong. */
	isList?: boolean;
	/** Whether "not found" is success when the call is repeated: the first attempt deleted it. */
	deletes?: boolean;
	/**
	 * Whether a body can be the response; by default anything but mere words. Another one is foreign: a read is sent again,
	 * a write is looked up.
	 */
	expects?: (body: unknown) => boolean;
	/** Most attempts of this call, the first included; those of the client unless given. */
	attempts?: number;
	/** For writes: finds what one left behind whose response was lost; undefined = not (yet) there. */
	recover?: () => Promise<unknown>;
}

/** The exact request of a call, without sending it and without secrets. */
interface PreparedCall {
	method: string;
	url: string;
	headers: Record<string, string>;
	body?: unknown;
}

export interface ClientOptions extends Partial<Clockwork> {
	/** Replaces the pooled transport, for example where an egress policy demands another way out. */
	transport?: Transport;
	/** Cancels everything that the client does. */
	signal?: AbortSignal;
	/** Most attempts of one request, the first included. */
	attempts?: number;
}

/**
 * Talks to the services of one tenant. Clients of the same connection share tokens, connections and the bound.
 *
 * @example
 * const client = new InventoryClient(connection);
 * const { body } = await client.send({ service: 'configuration', method: 'GET', path: 'v1/shipNodes', kind: 'read' });
 */
export class InventoryClient {
	private readonly state: ConnectionState;
	private readonly clockwork: Clockwork;
	private readonly transport: Transport;

	/** @throws ServiceError `configuration` for a base URL or tenant that cannot work */
	constructor(
		readonly connection: InventoryConnection,
		private readonly options: ClientOptions = {},
	) {
		this.clockwork = clockworkOf(options);
		this.state = stateOf(connection);
		this.transport = options.transport ?? pooledTransport(destinationOf(connection));
	}

	/** Sends a call and returns its response. @throws ServiceError only */
	async send(call: InventoryCall): Promise<InventoryAnswer> {
		const { connection, transport, clockwork, state } = this;
		const { signal } = this.options;
		const attempts = call.attempts ?? this.options.attempts;
		const wire = { connection, transport, clockwork, state, signal, attempts };
		const isWrite = call.kind === 'write' && call.transactionId === undefined;
		const find = call.recover;
		const recover = find && (async () => recovered(await find()));
		const rules = { kind: isWrite ? ('write' as const) : ('read' as const), recover };
		return await exchange(wire, this.prepared(call), rules, async (attempt, count) => {
			try {
				return checked(call, await attempt());
			} catch (error) {
				const isGone = error instanceof ServiceError && error.category === 'notFound';
				if (call.deletes && isGone && count > 1) return { status: 204, body: undefined };
				throw error;
			}
		});
	}

	/** The exact request of a call, for a dry run: nothing is sent, and no token is fetched. */
	prepare(call: InventoryCall): PreparedCall {
		const { method, url, headers } = this.prepared(call);
		const shown = { ...headers, Authorization: 'Bearer ***' };
		for (const name of Object.keys(this.connection.headers ?? {})) Object.assign(shown, { [name]: '***' });
		return { method, url, headers: shown, ...(call.body === undefined ? {} : { body: call.body }) };
	}

	/** The clock that the client goes by, in epoch milliseconds. */
	now(): number {
		return this.clockwork.now();
	}

	private prepared({ service, method, path, query, body, transactionId, isList }: InventoryCall): Prepared {
		const given = Object.entries(query ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
		const search = new URLSearchParams(given).toString();
		return {
			service,
			method,
			url: urlOf(this.connection, service, path) + (search === '' ? '' : `?${search}`),
			headers: {
				...checkedHeaders(this.connection.headers),
				'Content-Type': 'application/json',
				Accept: 'application/json',
				...(transactionId === undefined ? {} : { 'Transaction-Id': transactionId }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			asked: isList ? 'list' : 'any',
			name: `${method} ${service}/${path}`,
		};
	}
}

/** An empty list is a response to a read, an empty body is none. Words without data are no response to anything. */
function checked(call: InventoryCall, answer: InventoryAnswer): InventoryAnswer {
	const { body } = answer;
	const isRead = call.kind === 'read';
	const isBlank = body === undefined || typeof body !== 'object' || body === null;
	if (isBlank && isRead) throw foreign(answer, 'The response to a read is empty.');
	if (call.expects ? call.expects(body) : !isSaying(body)) return answer;
	if (!isSaying(body)) throw foreign(answer, 'The response does not match the request.');
	const said = saidBy(JSON.stringify(body));
	throw foreign(answer, `The response contains no data${said ? `, but says: ${said}` : '.'}`);
}

function foreign(answer: InventoryAnswer, message: string): ServiceError {
	return new ServiceError('badAnswer', message, {
		httpStatus: answer.status,
		attributes: { ...askedAddress(answer) },
		hint: 'A proxy or gateway on the way to IBM may have dropped or replaced it.',
		remedy: { field: 'endpoint' },
		effect: 'unknown',
	});
}

function recovered(body: unknown): InventoryAnswer | undefined {
	return body === undefined ? undefined : { status: 200, body };
}
