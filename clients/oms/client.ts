import { assertAbout } from './about';
import type { Answer, Call, PreparedRequest } from './call';
import type { Reading } from './answer';
import { destinationOf, extraHeaders, restRoot, type Connection } from './connection';
import type { Document } from '../../kit/xml/document';
import { encodeCall, encodePage, encodeTransaction, type EncodedRequest } from './encode';
import { ServiceError } from '../../kit/errors';
import { exchange } from './exchange';
import { inOnePiece, pagesByKey, pagesByNumber, type Page, type PagesOptions } from './paging';
import { pooledTransport } from '../../kit/http/pools';
import { clockworkOf, NotShown, type Clockwork, type Recover, type RetryRules } from '../../kit/http/retry';
import { stateOf, type ConnectionState } from './connectionState';
import type { Transport } from '../../kit/http/transport';
import { foreign, outputRoot } from './understand';
import { pageAnswer, plainAnswer, transactionAnswers, wrapPage, type Read } from './wrap';
import { toXml } from '../../kit/xml';

export interface ClientOptions extends Partial<Clockwork> {
	/** Replaces the pooled transport, for example where an egress policy demands another way out. */
	transport?: Transport;
	/** Cancels everything the client does. */
	signal?: AbortSignal;
	/** Most attempts of one request, the first included. */
	attempts?: number;
}

interface SendOptions {
	signal?: AbortSignal;
}

/**
 * Talks to one Sterling as one user. Clients of the same connection share login, connections and the
 * bound.
 *
 * @example Read orders page by page
 * const client = new SterlingClient(connection);
 * const orders = { api: 'getOrderList', root: 'Order', row: 'Order', kind: 'read', input: { EnterpriseCode: 'AURORA' } };
 * const pages = client.pages(orders, { key: 'OrderHeaderKey', list: 'Order', pageSize: 200, limit: 1000 });
 * for await (const { rows } of pages) console.log(rows);
 *
 * @example Create an order; where the response is lost, look it up
 * const input = { OrderNo: 'WEB-1', EnterpriseCode: 'AURORA' };
 * await client.send({ api: 'createOrder', root: 'Order', kind: 'write', input, recover: async () => await find(input) });
 */
export class SterlingClient {
	private readonly state: ConnectionState;
	private readonly clockwork: Clockwork;
	private readonly transport: Transport;

	/** Throws `configuration` for an endpoint or header that cannot work. */
	constructor(
		private readonly connection: Connection,
		private readonly options: ClientOptions = {},
	) {
		restRoot(connection.endpoint);
		extraHeaders(connection);
		this.clockwork = clockworkOf(options);
		this.state = stateOf(connection);
		this.transport = options.transport ?? pooledTransport(destinationOf(connection));
	}

	/**
	 * Calls an API or service. Reads are repeated on passing faults; a write that may have been carried
	 * out is looked up with `call.recover`, never sent twice. Throws ServiceError only.
	 */
	async send(call: Call, options: SendOptions = {}): Promise<Answer> {
		const encoded = encodeCall(this.connection, call);
		const { kind, recover } = call;
		const found: Recover<Read> | undefined = recover && (async (...facts) => recovered(call, await recover(...facts)));
		const answer = await this.run<Read>(encoded, { kind, recover: found }, options, (reading) => {
			const own = answerTo(call, encoded.wrapping, reading);
			assertAbout(call, own.document, reading);
			if (encoded.wrapping === 'page') return own;
			if (mustAnswer(call) && (own.empty ? found : !namesItself(call, own))) throw unanswered(call, reading);
			return isXml(encoded) ? proven(call, own, reading) : own;
		});
		// XML keeps the root, which distinguishes an empty list from what something on the way made of it.
		return answer.isUnproven ? await this.send({ ...call, dataFormat: 'xml' }, options) : answer;
	}

	/**
	 * Runs the calls in one transaction (multiApi): all or nothing. The responses are in the order of
	 * the calls.
	 */
	async transaction(calls: Call[], options: SendOptions = {}): Promise<Document[]> {
		return (await this.transactionAnswers(calls, options)).map((answer) => answer.document);
	}

	/** The same with all that is known of each response. */
	async transactionAnswers(calls: Call[], options: SendOptions = {}): Promise<Answer[]> {
		const kind = calls.every((call) => call.kind === 'read') ? 'read' : 'write';
		const encoded = encodeTransaction(this.connection, calls);
		return await this.run(encoded, { kind }, options, (reading) => {
			const answers = transactionAnswers(calls, reading);
			answers.forEach(({ document }, i) => assertAbout(calls[i], document, reading));
			return answers;
		});
	}

	/** The exact request of a call, for a dry run: nothing is sent, not even a login. */
	prepare(call: Call): PreparedRequest {
		return this.prepared(encodeCall(this.connection, call));
	}

	/** The exact request of a transaction, for a dry run. */
	prepareTransaction(calls: Call[]): PreparedRequest {
		return this.prepared(encodeTransaction(this.connection, calls));
	}

	/**
	 * Reads a list page by page. Without an order of the caller's own (`input.OrderBy`) pages continue
	 * after the last key, so rows that come and go meanwhile are neither skipped nor repeated; with
	 * one, getPage numbers the pages and moving rows may be. A stored template has no place in getPage,
	 * so such a list with an order is read in one piece. Pages stop at `limit`; `more` says whether
	 * rows were left.
	 */
	async *pages(call: Call, options: PagesOptions): AsyncGenerator<Page> {
		const send = async (page: Call) => await this.send(page, options);
		if (call.input.OrderBy === undefined) {
			yield* pagesByKey(send, call, options);
			return;
		}
		if (call.templateKey) {
			yield await inOnePiece(send, call, options);
			return;
		}
		// One row more than wanted proves that there are more, and a whole page for a few rows is a waste.
		const size = Math.min(options.pageSize, (options.limit ?? Infinity) + 1);
		// As in IBM's example (support 6590941) the bound of the list is the size of the page.
		const bounded = { ...call, input: { ...call.input, MaximumRecords: String(size) } };
		const listed = { ...call, row: options.list };
		const read = async (number: number, mayBeBeyond: boolean) => {
			const page = wrapPage(bounded, { number, size, strategy: 'ROWNUM' });
			const encoded = encodePage(this.connection, call, page);
			const answer = (reading: Reading) => pageAnswer(listed, reading, mayBeBeyond);
			return await this.run(encoded, { kind: call.kind }, options, answer);
		};
		yield* pagesByNumber(read, { ...options, pageSize: size });
	}

	private run<T>(
		encoded: EncodedRequest,
		rules: Pick<RetryRules<T>, 'kind' | 'recover'>,
		options: SendOptions,
		read: (reading: Reading) => T,
	): Promise<T> {
		const { connection, transport, clockwork, state } = this;
		const { attempts } = this.options;
		const signal = eitherSignal(this.options.signal, options.signal);
		return exchange({ connection, transport, clockwork, state, signal, attempts }, encoded, rules, read);
	}

	private prepared({ url, headers, root, document, body }: EncodedRequest): PreparedRequest {
		const shown: Record<string, string> = { ...headers };
		for (const name of Object.keys(this.connection.headers ?? {})) shown[name] = '***';
		if (this.connection.authentication !== 'standard') shown.Authorization = '***';
		const { pathname, search } = new URL(url);
		const path = pathname + search;
		return { method: 'POST', path, headers: shown, json: document, xml: toXml(root, document), body };
	}
}

function answerTo(call: Call, wrapping: EncodedRequest['wrapping'], reading: Reading): Read {
	switch (wrapping) {
		case 'page':
			return pageAnswer(call, reading);
		case 'transaction':
			return transactionAnswers([call], reading)[0];
		case 'none':
			return plainAnswer(call, reading);
	}
}

function recovered(call: Call, document: Document | NotShown | undefined): Read | NotShown | undefined {
	if (document instanceof NotShown) return document;
	return document && { root: outputRoot(call), document, empty: false, lookedUp: true };
}

function isXml({ headers }: EncodedRequest): boolean {
	return headers.Accept === 'application/xml';
}

/** Where XML was asked for, what still says nothing of itself is no response. */
function proven(call: Call, answer: Read, reading: Reading): Read {
	if (answer.isUnproven) throw foreign(call, reading);
	return answer;
}

/** Creates that return the document; `manageItem` and the like return nothing (captured). */
function mustAnswer({ api, isService }: Call): boolean {
	return !isService && /^create[A-Z]/.test(api) && api !== 'createAsyncRequest';
}

/** The document that a create made says at least its key; a foreign element without any attribute does not. */
function namesItself({ template }: Call, { document }: Answer): boolean {
	return template !== undefined || Object.values(document).some((value) => typeof value === 'string' && value !== '');
}

function unanswered({ api }: Call, { status }: Reading): ServiceError {
	return new ServiceError('badAnswer', `Sterling confirmed ${api} (HTTP ${status}) without returning the document.`, {
		api,
		httpStatus: status,
		effect: 'unknown',
	});
}

function eitherSignal(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
	return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}
