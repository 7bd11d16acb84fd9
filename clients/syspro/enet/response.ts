import { ServiceError } from '../../../kit/errors';
import { askedAddress } from '../../../kit/http/askedAddress';
import { decodeBody } from '../../../kit/http/body';
import { saidBy } from '../../../kit/http/gatewayText';
import { shownTarget } from '../../../kit/http/redact';
import { retryAfterMs } from '../../../kit/http/retryAfter';
import { effectOf } from '../../../kit/http/status';
import { headerOf, type TransportResponse } from '../../../kit/http/transport';
import { jsonIn } from '../../../kit/json/parse';
import { fromXml } from '../../../kit/xml';
import { ENET_EXAMPLE } from '../connection';
import { TEXT } from '../../../kit/xml/document';

/**
 * The text of a response of e.net, without what hosts wrap around it (a `<string>` element, the quotes of JSON). The
 * status is 200 whatever happened, so another one comes of something in front of e.net. `now` in epoch milliseconds.
 * @throws ServiceError for another status, a redirect and a web page
 */
export async function textOf(response: TransportResponse, now: number): Promise<string> {
	const { status } = response;
	if (status >= 300 && status < 400) throw redirected(response);
	if (status >= 400) throw refused(response, now);
	const text = unwrapped(await decoded(response));
	if (isPage(text)) throw foreign(response, saidBy(text).text);
	return text;
}

/**
 * The session ID in the response to a logon: 34 hexadecimal digits and two blanks as captured, which are taken off.
 * @throws ServiceError `badAnswer` for a longer text, which is something else
 */
export function sessionIdIn(text: string): string {
	const id = text.trim();
	if (/^[\w{}-]{20,80}$/.test(id)) return id;
	throw new ServiceError('badAnswer', 'The response to the logon is not a session ID.', {
		hint: 'Something between here and SYSPRO may have responded in its place.',
		remedy: { field: 'endpoint' },
		effect: 'none',
	});
}

/** Undeclared texts are Windows-1252 unless they are UTF-8: names with accents distinguish the two. */
async function decoded({ body, bytes }: TransportResponse): Promise<string> {
	if (!bytes || !body.includes('\uFFFD') || /^\s*<\?xml[^>]*encoding=/.test(body)) return body;
	const headers = { 'content-type': 'text/plain; charset=windows-1252' };
	return (await decodeBody(bytes, headers, bytes.length * 2 + 1)).body;
}

function unwrapped(text: string, depth = 0): string {
	const bare = text.replace(/^\uFEFF/, '');
	if (depth > 2) return bare;
	if (/^\s*"[^]*"\s*$/.test(bare)) {
		const inner = jsonIn(bare);
		return typeof inner === 'string' ? unwrapped(inner, depth + 1) : bare;
	}
	if (/^\s*(?:<\?xml[^>]*\?>\s*)?<(?:\w+:)?string[\s>/]/i.test(bare)) {
		try {
			const inner = fromXml(bare).document[TEXT] ?? '';
			if (typeof inner === 'string') return unwrapped(inner, depth + 1);
		} catch {
			return bare;
		}
	}
	return bare;
}

const isPage = (text: string): boolean => /^\s*<(?:!doctype\s+html|html\b)/i.test(text);

const CHECK = `Check host, port and path of the e.net address. ${ENET_EXAMPLE}`;

function redirected(response: TransportResponse): ServiceError {
	const target = shownTarget(headerOf(response, 'location'));
	const message = `The server redirects${target ? ` to ${target}` : ''} (HTTP ${response.status}).`;
	return new ServiceError('configuration', message, {
		httpStatus: response.status,
		attributes: { ...askedAddress(response) },
		hint: `e.net never does that. ${CHECK}`,
		remedy: { field: 'endpoint' },
		effect: effectOf(response.status),
	});
}

function foreign(response: TransportResponse, said: string | undefined): ServiceError {
	const message = `The response is a web page, not one of e.net${said ? `: ${said}` : '.'}`;
	return new ServiceError('badAnswer', message, {
		httpStatus: response.status,
		attributes: { ...askedAddress(response) },
		hint: `Something between here and SYSPRO may have responded in its place. ${CHECK}`,
		remedy: { field: 'endpoint' },
		effect: 'unknown',
	});
}

function refused(response: TransportResponse, now: number): ServiceError {
	const { status } = response;
	const { text, ids } = saidBy(response.body);
	const wait = retryAfterMs(headerOf(response, 'retry-after'), now);
	const facts = {
		httpStatus: status,
		attributes: ids,
		retryAfterMs: wait,
		effect: effectOf(status),
	};
	const said = text ? `: ${text}` : '.';
	switch (status) {
		case 401:
		case 403:
		case 407:
			return new ServiceError('permission', `Something in front of e.net refuses access (HTTP ${status})${said}`, {
				...facts,
				hint: 'e.net itself has no such status: look at gateways and at the settings of IIS.',
				remedy: { field: 'headers' },
			});
		case 404:
		case 405:
			return new ServiceError('configuration', `There is no e.net service at this address (HTTP ${status})${said}`, {
				...facts,
				attributes: { ...ids, ...askedAddress(response) },
				hint: CHECK,
				remedy: { field: 'endpoint' },
			});
		case 414:
			return new ServiceError('invalidInput', `The URL is too long for the server (HTTP 414)${said}`, {
				...facts,
				hint: 'e.net receives its documents in the URL. Send fewer lines at once, or ask the administrator to raise MaxRequestBytes and UrlSegmentMaxLength of HTTP.SYS.',
				remedy: { field: 'maxUrlLength' },
			});
		case 429:
			return new ServiceError('throttled', `The server asks for fewer requests (HTTP 429)${said}`, {
				...facts,
				hint: 'A gateway in front of e.net limits the request rate. Run fewer workflows at the same time.',
			});
		case 400:
			return new ServiceError('invalidInput', `The web server refused the request (HTTP 400)${said}`, {
				...facts,
				hint: 'HTTP.SYS does that with URLs that are too long for it, too.',
			});
		default:
			return new ServiceError('server', `The server failed (HTTP ${status})${said}`, {
				...facts,
				hint: 'Try again. The event log of the SYSPRO server shows the cause.',
				passing: status >= 500,
			});
	}
}
