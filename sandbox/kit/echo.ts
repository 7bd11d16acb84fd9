import type { Exchange, Reply } from './exchange';
import type { Fault } from './faults';

/** The forms in which a server may repeat a text that it was sent. */
function formsOf(text: string): string[] {
	const bytes = Buffer.from(text);
	return [
		text,
		decoded(text),
		encodeURIComponent(text),
		JSON.stringify(text),
		JSON.stringify(JSON.stringify(text)),
		bytes.toString('base64'),
		bytes.toString('base64url'),
		escaped(text),
		[...text].map((c) => (/[\w ]/.test(c) ? c : `&#${c.codePointAt(0)};`)).join(''),
	];
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replace(/\+/g, ' '));
	} catch {
		return text;
	}
}

const escaped = (text: string): string =>
	text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&apos;');

/** Everything that a request may carry a secret in, the likeliest first: readers cut what is long. */
function piecesOf({ path, query, headers, body }: Exchange): string[] {
	const { authorization = '', ...others } = headers;
	const [scheme, proof = ''] = authorization.split(' ');
	return [
		proof,
		...(scheme === 'Basic' ? Buffer.from(proof, 'base64').toString().split(':') : []),
		...new URLSearchParams(body).values(),
		...valuesIn(body),
		...[...query].flat(),
		...Object.values(others).map(String),
		authorization,
		query.toString(),
		path,
		body,
	].filter((piece) => piece !== '');
}

/** The texts in a body of JSON. */
function valuesIn(body: string): string[] {
	const found: string[] = [];
	try {
		JSON.parse(body, (_name, value: unknown) => {
			if (typeof value === 'string') found.push(value);
			return value;
		});
	} catch {
		// Another form of body has no such texts.
	}
	return found;
}

/** A refusal that repeats the request in every form, in the places where each product has its message. */
export function echoReply({ status = 400, contentType = 'application/json' }: Fault, exchange: Exchange): Reply {
	const said = piecesOf(exchange).flatMap(formsOf).join(' ');
	const headers = {
		'content-type': contentType,
		'x-request': encodeURI(said).slice(0, 4000),
		...(status >= 300 && status < 400 ? { location: `/login?back=${encodeURIComponent(said).slice(0, 4000)}` } : {}),
		...(status === 401 ? { 'www-authenticate': `Basic realm="${encodeURI(said).slice(0, 2000)}"` } : {}),
	};
	return { status, headers, body: bodyOf(said, contentType) };
}

function bodyOf(said: string, contentType: string): string {
	if (/json/.test(contentType)) {
		const entry = {
			ErrorCode: 'ECHO',
			ErrorDescription: said,
			code: 'ECHO',
			message: said,
			explanation: said,
			detail: said,
		};
		return JSON.stringify({
			...entry,
			error: [entry],
			errors: [entry],
			error_message: said,
			error_description: said,
			errorDescription: said,
		});
	}
	if (/xml/.test(contentType)) {
		const text = escaped(said);
		return `<Errors><Error ErrorCode="ECHO" ErrorDescription="${text}"><Attribute Name="Sent" Value="${text}"/></Error></Errors>`;
	}
	return /html/.test(contentType) ? `<html><title>${said}</title><body>${said}</body></html>` : said;
}
