import { ServiceError } from '../../kit/errors';
import { checkedHeaders } from '../../kit/http/extraHeaders';
import { Limiter } from '../../kit/http/limiter';
import { pooledTransport } from '../../kit/http/pools';
import { clockworkOf, withRetry, type Clockwork } from '../../kit/http/retry';
import { isSaying } from '../../kit/http/sayings';
import { Session } from '../../kit/http/session';
import { hash, sharedState } from '../../kit/http/sharedState';
import type { Transport } from '../../kit/http/transport';
import { isRecord } from '../../kit/record';
import { adapterUrl, type ProcessStart } from './adapter';
import { throughRoot } from './address';
import type { CallResult, PreparedRequest, ServiceCall } from './call';
import { apiRoot, type Connection } from './connection';
import { encode, type Encoded } from './encode';
import { exchange, type ExchangeContext } from './exchange';
import { checkTokenUrl, freshnessOf, type Grant } from './oauth';
import { readResponse, type Expectation, type ServiceResponse } from './response';
import { masked, secretsIn, type Row } from './values';

export interface ClientOptions extends Partial<Clockwork> {
	/** Replaces the pooled transports, for example where an egress policy demands another way out. */
	transport?: Transport;
	/** Cancels everything the client does. */
	signal?: AbortSignal;
	/** Most attempts of one request, the first included. */
	attempts?: number;
}

/** What all clients of one connection share in this process. */
interface ConnectionState {
	session: Session<Grant>;
	limiter: Limiter;
	/** Messages that were sent lately: another one with a lost response is none of them. */
	sent: Set<string>;
}

const MOST_SENT = 1_000;

/**
 * Talks to one B2B Integrator as one user. Clients of the same connection share access token, connections and the bound.
 *
 * @example
 * const { rows, more } = await listRecords(new B2biClient(connection), kinds.MAILBOX, {}, { limit: 50 });
 */
export class B2biClient {
	/** Address below which the services are. */
	readonly root: string;
	/** IANA zone of the server. */
	readonly timeZone: string;
	readonly clockwork: Clockwork;
	private readonly state: ConnectionState;
	/** By origin: what makes a pool what it is, certificates included, is read once. */
	private readonly transports = new Map<string, Transport>();

	/** @throws ServiceError `configuration` for settings that cannot work */
	constructor(
		private readonly connection: Connection,
		private readonly options: ClientOptions = {},
	) {
		this.root = apiRoot(connection.baseUrl);
		this.timeZone = checkedZone(connection.timeZone);
		checkedHeaders(connection.headers);
		if (connection.login.style === 'oauth2') checkTokenUrl(connection.login);
		this.clockwork = clockworkOf(options);
		const { login, tls, headers, maxInFlight } = connection;
		this.state = sharedState(hash(['b2bi', this.root, login, tls, headers, maxInFlight]), () => ({
			session: new Session(freshnessOf),
			limiter: new Limiter(maxInFlight),
			sent: new Set(),
		}));
	}

	/**
	 * Calls a service. Reads and keyed writes are repeated on passing faults; another write that may have been carried out
	 * is looked up with `call.recover`, never sent twice. @throws ServiceError
	 */
	async send(call: ServiceCall): Promise<CallResult> {
		const { service, key, method, kind, isList, takesBytes, recover } = call;
		const encoded = encode(this.root, call);
		const found = recover && (async (elapsed: () => number) => recovered(await recover(elapsed)));
		const secrets = secretsIn(call.body);
		let mayBeDone = false;
		return await this.run<CallResult>({ kind, recover: found }, async (context) => {
			try {
				const expected = { service, method, key, isList, takesBytes };
				const response = await this.read({ ...context, secrets }, { method, ...encoded }, expected);
				assertExpected(call, response);
				return { ...response, content: throughRoot(response.content, this.root) };
			} catch (error) {
				if (!(error instanceof ServiceError)) throw error;
				// What a lost delete has already deleted is gone when it is repeated.
				if (method === 'DELETE' && mayBeDone && error.category === 'notFound') return recovered({}) as CallResult;
				mayBeDone ||= error.effect === 'unknown';
				throw error;
			}
		});
	}

	/** The exact request of a call, for a dry run: nothing is sent, not even a token request. */
	prepare(call: ServiceCall): PreparedRequest {
		const { url, headers } = encode(this.root, call);
		const body = call.shownBody ?? (isUpload(call) ? '(bytes)' : masked(call.body));
		const text = call.format === 'xml' && isRecord(body) ? encode(this.root, { ...call, body }).body : body;
		return this.shown(call.method, url, headers, text);
	}

	/** Starts a business process through its URI. Never repeated once it may have arrived. @throws ServiceError */
	async start(process: ProcessStart): Promise<ServiceResponse> {
		const { content, contentType, successCodes } = process;
		const url = adapterUrl(process).href;
		const encoded: Encoded = { url, headers: { Accept: '*/*', 'Content-Type': contentType }, body: content };
		return await this.run({ kind: 'write' }, async (context) => {
			const expected = { service: 'HTTP Server adapter', isProcess: true, takesBytes: true, successCodes };
			return await this.read({ ...context, ...this.toAdapter(process) }, { method: 'POST', ...encoded }, expected);
		});
	}

	/** The exact request that starts a process, for a dry run. */
	prepareStart(process: ProcessStart): PreparedRequest {
		const headers = { Accept: '*/*', 'Content-Type': process.contentType };
		const shown = this.shown('POST', adapterUrl(process).href, headers, `(${process.content.length} bytes)`);
		if (!process.withLogin) delete shown.headers.Authorization;
		return { ...shown, path: adapterUrl(process).href };
	}

	/** Notes a message as one that was sent by this process. */
	noteSent(id: string): void {
		const { sent } = this.state;
		sent.add(id);
		if (sent.size > MOST_SENT) sent.delete(sent.values().next().value as string);
	}

	/** Whether this process has sent the message before. */
	hasSent(id: string): boolean {
		return this.state.sent.has(id);
	}

	private async read(
		context: ExchangeContext,
		request: Encoded & { method: string },
		expected: Expectation,
	): Promise<ServiceResponse> {
		return await exchange(context, request, expected.service, (response) =>
			readResponse(response, expected, this.clockwork.now()),
		);
	}

	private async run<T>(
		{ kind, recover }: Pick<ServiceCall, 'kind'> & { recover?: (elapsed: () => number) => Promise<T | undefined> },
		attempt: (context: ExchangeContext) => Promise<T>,
	): Promise<T> {
		const { clockwork, state, options } = this;
		const { signal, attempts } = options;
		const context: ExchangeContext = {
			connection: this.connection,
			transportTo: (origin) => this.transportTo(origin),
			session: state.session,
			clockwork,
			signal,
			attempts,
		};
		return await withRetry({ ...clockwork, kind: kind === 'write' ? 'write' : 'read', recover, signal, attempts }, () =>
			state.limiter.run(async () => await attempt(context), refusalOf, clockwork, signal),
		);
	}

	/** The adapter knows Basic only, and is a server of its own. */
	private toAdapter({ withLogin }: ProcessStart): Pick<ExchangeContext, 'proof'> {
		if (!withLogin) return { proof: 'none' };
		if (this.connection.login.style === 'basic') return { proof: 'basic' };
		throw new ServiceError(
			'configuration',
			'The HTTP Server adapter requires user ID and password, and the connection has none.',
			{
				effect: 'none',
				hint: 'Start it without a login, or use a connection with basic authentication.',
				remedy: { field: 'authentication' },
			},
		);
	}

	private transportTo(origin: string): Transport {
		const { tls, headers, maxInFlight } = this.connection;
		const transport =
			this.options.transport ?? this.transports.get(origin) ?? pooledTransport({ origin, tls, headers, maxInFlight });
		this.transports.set(origin, transport);
		return transport;
	}

	private shown(method: string, url: string, headers: Record<string, string>, body: unknown): PreparedRequest {
		const { pathname, search } = new URL(url);
		const hidden = Object.keys(this.connection.headers ?? {}).map((name) => [name, '***']);
		const all = { ...(Object.fromEntries(hidden) as Record<string, string>), ...headers, Authorization: '***' };
		return { method, path: pathname + search, headers: all, ...(body === undefined ? {} : { body }) };
	}
}

/** @throws ServiceError `badAnswer` */
function assertExpected({ service, takesBytes, expects }: ServiceCall, { content, status }: ServiceResponse): void {
	if (expects ? expects(content) : takesBytes || !isSaying(content)) return;
	throw new ServiceError('badAnswer', `The response to ${service} is not what was asked for.`, {
		httpStatus: status,
		api: service,
		effect: 'unknown',
		hint: 'A proxy or gateway may have dropped it, or responded in place of B2B Integrator. Check the base URL.',
	});
}

const isUpload = ({ body }: ServiceCall): boolean => isRecord(body) && body.bytes instanceof Buffer;

function recovered(row: Row | undefined): CallResult | undefined {
	return row && { status: 200, content: undefined, contentType: '', headers: {}, recovered: row };
}

function refusalOf(error: unknown): ServiceError | undefined {
	const isOne = error instanceof ServiceError && (error.httpStatus === 429 || error.httpStatus === 503);
	return isOne ? error : undefined;
}

/** Zones that were found in the list of IANA: to look one up takes longer than some requests. */
const knownZones = new Set<string>();

function checkedZone(zone: string): string {
	const name = zone.trim() || 'UTC';
	if (knownZones.has(name)) return name;
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		knownZones.add(name);
		return name;
	} catch {
		throw new ServiceError('configuration', `"${name}" is not the name of a time zone.`, {
			effect: 'none',
			hint: 'Use a name of the IANA list, such as UTC or Europe/Berlin.',
			remedy: { field: 'timeZone' },
		});
	}
}
