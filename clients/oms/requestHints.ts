import type { Connection } from './connection';
import type { EncodedRequest } from './encode';
import { NO_JWT, NOT_AUTHENTICATED, UNKNOWN_API, unknownApiHint } from './errorTable';
import { placeOf } from './place';
import type { ServiceError, ServiceErrorFacts } from '../../kit/errors';
import { fromNetwork } from '../../kit/http/networkErrors';

/** The outcome of `work`; its errors say which API and which place in the request they are about. */
export async function withHint<T>(encoded: EncodedRequest, connection: Connection, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const failure = fromNetwork(error, encoded.url);
		const api = failure.api ?? encoded.api;
		const place = failure.place ?? placeOf(failure.attributes, encoded.document);
		throw failure.with({ api, place, ...hintFor(failure, api, encoded, connection) });
	}
}

/** How Sterling words that an API does not exist (captured). */
const NO_API = /\bAPI\b.*\bnot (?:defined|found|known)\b/i;

/** IBM's public client certificates (see docs/credential.md). */
const SELF_SERVICE =
	"On IBM's SaaS environments, Self Service issues client certificates; they are valid for one year.";

/** A hint that says more than the code alone can, from the request and the style of its login. */
function hintFor(
	{ code, category, hint, message, remedy }: ServiceError,
	api: string,
	encoded: EncodedRequest,
	{ authentication }: Connection,
): Pick<ServiceErrorFacts, 'hint' | 'remedy'> {
	if (code === NOT_AUTHENTICATED && authentication === 'basic') {
		return {
			hint: 'The server requires a login token, which basic authentication does not send. Use standard authentication.',
			remedy: { field: 'authentication' },
		};
	}
	if (code === NOT_AUTHENTICATED && authentication === 'jwt')
		return { hint: NO_JWT, remedy: { field: 'authentication' } };
	if (category === 'tls' && remedy?.field === 'tls.certificate')
		return { hint: `${hint ?? ''} ${SELF_SERVICE}`.trim() };
	const called = new URL(encoded.url).pathname.split('/').at(-1) ?? '';
	const names = [...new Set([called, api])];
	if (code?.endsWith(UNKNOWN_API) || (code === 'YFC0002' && NO_API.test(message)))
		return { hint: unknownApiHint(names) };
	if (category === 'permission' && code !== undefined && names.length > 1) {
		return { hint: `${hint ?? ''} The API is ${names.map((name) => `"${name}"`).join(' or ')}.`.trim() };
	}
	return {};
}
