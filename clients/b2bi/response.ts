import { saidBy, wordsOfPage } from '../../kit/http/gatewayText';
import { ServiceError } from '../../kit/errors';
import { retryAfterMs } from '../../kit/http/retryAfter';
import { effectOf } from '../../kit/http/status';
import { headerOf, type TransportResponse } from '../../kit/http/transport';
import { jsonIn } from '../../kit/json/parse';
import { fromXml } from '../../kit/xml';
import type { Document } from '../../kit/xml/document';
import { errorBodyOf, errorOf, explain, explainProcess, meansEmpty, messageOf, type ErrorBody } from './responseErrors';
import { foreign, redirected, unknownAddress } from './wrongAddress';

/** What a call to a service brought. */
export interface ServiceResponse {
	status: number;
	/** The content of JSON or XML; undefined for an empty body and for other media types. */
	content: unknown;
	/** The bytes of the body, where they were asked for. */
	bytes?: Buffer;
	contentType: string;
	/** The server's words where it reported an empty list as an error. */
	emptyBecause?: string;
	/** The server's clock (Date header). */
	serverDate?: Date;
	headers: TransportResponse['headers'];
}

export interface Expectation {
	/** The service that was called, for messages. */
	service: string;
	/** The HTTP method, for messages. */
	method?: string;
	/** Of the record that was asked for. */
	key?: string;
	/** Whether it is a business process, whose URI is given with each start. */
	isProcess?: boolean;
	/** A list may be empty in the form of an error. */
	isList?: boolean;
	/** A body of any media type is content, as for documents. */
	takesBytes?: boolean;
	/** Statuses beside 200 to 299 that are a success, for processes that respond as they please. */
	successCodes?: readonly number[];
}

/** Reads a response. @throws ServiceError with the server's own words */
export function readResponse(response: TransportResponse, expected: Expectation, now: number): ServiceResponse {
	const { status } = response;
	const contentType = headerOf(response, 'content-type') ?? '';
	const date = Date.parse(headerOf(response, 'date') ?? '');
	const base = {
		status,
		contentType,
		headers: response.headers,
		...(Number.isNaN(date) ? {} : { serverDate: new Date(date) }),
	};
	const isSuccess = (status >= 200 && status < 300) || expected.successCodes?.includes(status) === true;
	if (!isSuccess && status >= 300 && status < 400) throw redirected(response, expected);
	if (!isSuccess) {
		const body = errorBodyOf(contentOf(response, contentType));
		if (expected.isList && meansEmpty(status, body)) {
			return { ...base, content: [], emptyBecause: body?.description };
		}
		throw refused(response, contentType, body, expected, now);
	}
	if (response.body.trim() === '' && !expected.takesBytes) return { ...base, content: undefined };
	const content = contentOf(response, contentType);
	if (expected.takesBytes) return { ...base, content, bytes: response.bytes ?? Buffer.from(response.body) };
	if (content === undefined) {
		const kind = isPage(response, contentType) ? 'a web page' : 'no JSON or XML';
		throw foreign(response, kind, readable(response, contentType), expected);
	}
	const error = errorBodyOf(content);
	if (error) throw refused(response, contentType, error, expected, now);
	return { ...base, content };
}

/** The content of JSON or XML, by its type and by its looks; undefined for anything else. */
function contentOf({ body }: TransportResponse, contentType: string): unknown {
	const text = body.trim();
	if (/html/i.test(contentType) || text === '') return undefined;
	if (/^[{["]/.test(text) || /json/i.test(contentType)) return jsonIn(text);
	if (!text.startsWith('<') || /^<(?:!doctype\s+)?html/i.test(text)) return undefined;
	try {
		return fromXml(text).document;
	} catch {
		return undefined;
	}
}

function refused(
	response: TransportResponse,
	contentType: string,
	body: ErrorBody | undefined,
	expected: Expectation,
	now: number,
): ServiceError {
	const { status } = response;
	const said = body ?? errorOf(wordsIn(contentOf(response, contentType)) ?? readable(response, contentType));
	if (!body && (status === 404 || status === 405)) return unknownAddress(response, said.description, expected);
	const { isProcess, service } = expected;
	const { category, hint, remedy } = (isProcess ? explainProcess : explain)(status, said, service);
	const wait = retryAfterMs(headerOf(response, 'retry-after'), now);
	const effect = effectOf(status, body !== undefined);
	return new ServiceError(category, messageOf(status, said), {
		code: said.code,
		httpStatus: status,
		api: expected.service,
		remedy,
		retryAfterMs: wait,
		// A process may choose any status after its work: not even 429 proves that a gateway kept the start from it.
		effect: isProcess && effect === 'none' ? undefined : effect,
		hint,
	});
}

/** What a body in JSON says that is not the services' own form, such as that of a gateway or a list of errors. */
function wordsIn(content: unknown): string | undefined {
	if (typeof content !== 'object' || content === null) return undefined;
	const texts = JSON.parse(JSON.stringify(content), (_, value: unknown) =>
		typeof value === 'object' && value !== null ? value : String(value ?? ''),
	) as Document;
	return saidBy('', { body: texts }).text;
}

const isPage = ({ body }: TransportResponse, contentType: string): boolean =>
	/html/i.test(contentType) || /^\s*<(?:!doctype\s+)?html/i.test(body);

const LONGEST = 300;

/** The text of a body for people: without the tags of a page, and not too long. */
function readable({ body }: TransportResponse, contentType: string): string {
	const isMarkup = /html/i.test(contentType) || /^\s*</.test(body);
	const text = isMarkup
		? wordsOfPage(body)
		: body
				.slice(0, 20 * LONGEST)
				.replace(/\s+/g, ' ')
				.trim();
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
