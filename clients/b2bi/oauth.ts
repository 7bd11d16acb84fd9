import { ServiceError } from '../../kit/errors';
import { askedAddress } from '../../kit/http/askedAddress';
import { retryAfterMs } from '../../kit/http/retryAfter';
import type { Freshness } from '../../kit/http/session';
import { headerOf, type TransportRequest, type TransportResponse } from '../../kit/http/transport';
import { jsonIn } from '../../kit/json/parse';
import { isRecord } from '../../kit/record';
import type { OAuth2Login } from './connection';

/** An access token, and until when it holds (epoch milliseconds). */
export interface Grant {
	token: string;
	until: number;
}

/** A token this close to its end is renewed beforehand, or one in the last tenth of a short life. */
const MARGIN_MS = 30_000;
/** The life of a token that does not say it. */
const USUAL_LIFE_MS = 5 * 60_000;

/** Whether a token may still be sent at `now`; both times are milliseconds since 1970. */
export const freshnessOf = ({ until }: Grant, now: number): Freshness => (now < until ? 'fresh' : 'stale');

/** The token request of RFC 6749, section 4.4: the client proves itself in a Basic header or in the form. */
export function tokenRequest(
	{ tokenUrl, clientId, clientSecret, scope, clientAuthentication }: OAuth2Login,
	common: Pick<TransportRequest, 'timeoutMs' | 'maxResponseBytes'> & { headers: Record<string, string> },
): TransportRequest {
	const form = new URLSearchParams({ grant_type: 'client_credentials' });
	if (scope?.trim()) form.set('scope', scope.trim());
	const isInBody = clientAuthentication === 'body';
	if (isInBody) {
		form.set('client_id', clientId);
		form.set('client_secret', clientSecret);
	}
	return {
		...common,
		method: 'POST',
		url: tokenUrl.trim(),
		headers: {
			...common.headers,
			'Content-Type': 'application/x-www-form-urlencoded',
			Accept: 'application/json',
			...(isInBody ? {} : { Authorization: `Basic ${clientProof(clientId, clientSecret)}` }),
		},
		body: form.toString(),
	};
}

/** RFC 6749, section 2.3.1: both parts are encoded as in a form. */
export function clientProof(clientId: string, clientSecret: string): string {
	const encoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
	return Buffer.from(`${encoded(clientId)}:${encoded(clientSecret)}`).toString('base64');
}

/** The address of the token endpoint. @throws ServiceError `configuration` for what is no HTTP URL or holds a login */
export function checkTokenUrl({ tokenUrl }: OAuth2Login): URL {
	const hint = 'Enter the address of the token endpoint of the identity service, which has a host of its own.';
	try {
		const url = new URL(tokenUrl.trim());
		if (/^https?:$/.test(url.protocol) && !url.username && !url.password) return url;
	} catch {
		// Said below.
	}
	throw new ServiceError('configuration', 'The token URL is not a valid URL.', { hint, effect: 'none' });
}

/** The token in a response of the token endpoint. @throws ServiceError */
export function grantOf(response: TransportResponse, now: number): Grant {
	const { status, body } = response;
	const content = jsonOf(body);
	const said = [content.error, content.error_description].filter((text) => typeof text === 'string').join(': ');
	if (status === 429 || status >= 500) {
		const wait = retryAfterMs(headerOf(response, 'retry-after'), now);
		const category = status === 429 ? 'throttled' : 'server';
		const message = `The token endpoint failed (HTTP ${status}).`;
		throw new ServiceError(category, message, {
			httpStatus: status,
			retryAfterMs: wait,
			effect: 'none',
			hint: 'Try again later, or ask whoever runs the identity service.',
		});
	}
	if (status !== 200 && (status === 401 || said !== '')) {
		throw new ServiceError('authentication', `The token endpoint refused the client (${said || `HTTP ${status}`}).`, {
			httpStatus: status,
			code: typeof content.error === 'string' ? content.error : undefined,
			effect: 'none',
			hint: 'Check the token URL, the client ID and its secret, the scope, and how the client authenticates.',
			remedy: { field: 'authentication' },
		});
	}
	const { access_token: token, expires_in: life } = content;
	if (status === 200 && typeof token === 'string' && token.trim() !== '') {
		const lifeMs = Number(life) > 0 ? Number(life) * 1000 : USUAL_LIFE_MS;
		return { token, until: now + lifeMs - Math.min(MARGIN_MS, lifeMs / 10) };
	}
	throw new ServiceError('configuration', `The token URL did not respond with a token (HTTP ${status}).`, {
		httpStatus: status,
		effect: 'none',
		attributes: { ...askedAddress(response) },
		hint:
			'The token URL belongs to the identity service and is usually not below /B2BAPIs. Enter it like ' +
			'https://identity.example.com/oauth2/token.',
		remedy: { field: 'tokenUrl' },
	});
}

function jsonOf(body: string): Record<string, unknown> {
	const content = jsonIn(body);
	return isRecord(content) ? content : {};
}
