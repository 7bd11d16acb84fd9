import { readFileSync } from 'node:fs';
import { addAbortSignal, Readable } from 'node:stream';

import type { IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

import { ServiceError } from '../errors';
import { readBody, type Body } from '../http/body';
import { readCertificates, type Certificates } from '../http/tls/certificates';
import type { TlsSettings } from '../http/tls/settings';
import type { Transport, TransportRequest } from '../http/transport';

/** The request helpers that n8n's contexts have: the connection test of a credential knows only the older one. */
export interface RequestHelpers {
	httpRequest?(options: IHttpRequestOptions): Promise<unknown>;
	request?(options: object): Promise<unknown>;
}

interface Answer {
	statusCode: number;
	headers: Record<string, string>;
	body?: unknown;
}

type AgentOptions = NonNullable<IHttpRequestOptions['agentOptions']>;

/**
 * The way out through n8n's own helper where the operator has switched n8n's SSRF protection on, because the helper
 * enforces that policy and the client's pool would bypass it, at the price of one connection per request. Undefined
 * where it is off.
 */
export function policedTransport(helpers: RequestHelpers, { tls }: { tls?: TlsSettings }): Transport | undefined {
	if (!isProtected(process.env)) return undefined;
	let certificates: Promise<Certificates> | undefined;
	return async (request) => {
		const { cert, key, ca } = await (certificates ??= readCertificates(tls));
		const answer = await allowed(() => send(helpers, request, { cert, key, ca, rejectUnauthorized: true }));
		return { status: answer.statusCode, headers: answer.headers, ...(await bodyOf(answer, request)) };
	};
}

const SWITCH = 'N8N_SSRF_PROTECTION_ENABLED';

/**
 * Whether n8n's protection is on. The switch is read as n8n reads it (@n8n/config, decorators): the variable, or where
 * there is none the file that the same name with `_FILE` gives. What is neither yes nor no counts as yes, and so does a
 * file that cannot be read: the helper knows better, and asking it costs only time.
 */
export function isProtected(environment: NodeJS.ProcessEnv): boolean {
	let value = environment[SWITCH];
	const file = environment[`${SWITCH}_FILE`];
	if (value === undefined && file) {
		try {
			value = readFileSync(file, 'utf8');
		} catch {
			return true;
		}
	}
	return !['', 'false', '0'].includes((value ?? '').trim().toLowerCase());
}

async function send(helpers: RequestHelpers, request: TransportRequest, agentOptions: AgentOptions): Promise<Answer> {
	const { method, url, headers, body, timeoutMs: timeout, signal } = request;
	const common = { headers, body, timeout, agentOptions };
	const answer = helpers.httpRequest
		? helpers.httpRequest({
				...common,
				method: method as IHttpRequestMethods,
				url,
				abortSignal: signal,
				encoding: 'stream',
				disableFollowRedirect: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
			})
		: helpers.request?.({
				...common,
				method,
				uri: url,
				useStream: true,
				followRedirect: false,
				resolveWithFullResponse: true,
				simple: false,
			});
	return (await answer) as Answer;
}

/**
 * The body of a response, within the bound and the time of its request: n8n's helper knows no bound, and its time-out ends
 * with the headers of a stream. The older helper hands out text where the status is an error.
 */
async function bodyOf(
	{ headers, body }: Answer,
	{ maxResponseBytes, timeoutMs, signal }: TransportRequest,
): Promise<Body> {
	if (!(body instanceof Readable)) {
		const text = Buffer.from(typeof body === 'string' ? body : body ? JSON.stringify(body) : '');
		return await readBody(Readable.from([text]), { 'content-type': 'text/plain; charset=utf-8' }, maxResponseBytes);
	}
	if (signal) addAbortSignal(signal, body);
	const late = Object.assign(new Error('The body did not end in time.'), { code: 'ETIMEDOUT' });
	const timer = setTimeout(() => body.destroy(late), timeoutMs);
	try {
		return await readBody(body, headers, maxResponseBytes);
	} finally {
		clearTimeout(timer);
	}
}

/** A request that n8n blocked was never sent, and n8n's message says whom to ask. */
async function allowed<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const blocked = [error, (error as Error).cause].find((one) => /^SsrfBlocked/.test((one as Error)?.name ?? ''));
		if (!blocked) throw error;
		const { message, description } = blocked as Error & { description?: string };
		throw new ServiceError('configuration', message, { hint: description, effect: 'none' });
	}
}
