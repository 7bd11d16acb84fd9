import { randomInt } from 'node:crypto';
import { Element } from '../document/element';
import { elementFromJson, jsonFromElement, type JsonObject, type SingleMember } from '../document/json';
import { parseXml, writeXml } from '../document/xml';
import { javaFailure, type SterlingException } from '../exception';
import type { Exchange, Reply } from '../../kit/exchange';

/** The format of the body that was sent. */
function isXmlRequest(exchange: Exchange): boolean {
	return /xml/i.test(exchange.headers['content-type'] ?? '');
}

/** The format asked for: without Accept, or with a wildcard, JSON, whatever was sent [captured]. */
function isXmlReply(exchange: Exchange): boolean {
	const accept = exchange.headers.accept ?? '';
	const xml = accept.search(/xml/i);
	const json = accept.search(/json/i);
	return xml >= 0 && (json < 0 || xml < json);
}

/**
 * Reads a request body. XML carries its root; JSON has dropped it: the API's own name of the root is used, or
 * the X-XAPI-Tag header for services, which have none.
 * @throws SterlingException for a malformed body, or JSON for a service without X-XAPI-Tag
 */
export function readBody(exchange: Exchange, root: string | undefined): Element {
	if (isXmlRequest(exchange)) {
		try {
			return parseXml(exchange.body);
		} catch (error) {
			throw javaFailure('org.xml.sax.SAXParseException', { Message: (error as Error).message });
		}
	}
	const name = exchange.headers['x-xapi-tag'] || root;
	if (!name) throw javaFailure('Invalid document element', { Header: 'X-XAPI-Tag' });
	let content: unknown;
	try {
		content = exchange.body.trim() === '' ? {} : JSON.parse(exchange.body.replace(/^\uFEFF/, ''));
	} catch {
		throw javaFailure('org.json.JSONException');
	}
	if (typeof content !== 'object' || content === null || Array.isArray(content)) {
		throw javaFailure('org.json.JSONException');
	}
	return elementFromJson(name, content as JsonObject);
}

/**
 * Services that answer an error document keep its root in JSON, unlike all others [captured by several
 * clients].
 */
function withErrorsRoot(output: Element, content: JsonObject): JsonObject {
	return output.name === 'Errors' ? { Errors: content } : content;
}

/** The response in the format asked for; nothing at all (HTTP 204) for a void API. */
export function documentReply(exchange: Exchange, output: Element | undefined, single: SingleMember): Reply {
	if (!output) return { status: 204, headers: {}, body: '' };
	return isXmlReply(exchange)
		? { status: 200, headers: { 'content-type': 'application/xml;charset=UTF-8' }, body: writeXml(output) }
		: {
				status: 200,
				headers: { 'content-type': 'application/json;charset=UTF-8' },
				body: JSON.stringify(withErrorsRoot(output, jsonFromElement(output, single))),
			};
}

function uniqueExceptionId(): string {
	return `127.0.0.1${Date.now()}${String(randomInt(10 ** 12)).padStart(20, '0')}`;
}

function xmlErrors(error: SterlingException, id: string): string {
	const { ErrorRelatedMoreInfo = '', ...more } = error.moreInfo;
	const attributes = Object.entries(more).map(([Name, Value]) => new Element('Attribute', { Name, Value }));
	return writeXml(
		new Element('Errors', {}, [
			new Element(
				'Error',
				{
					...(error.code ? { ErrorCode: error.code } : {}),
					ErrorDescription: error.description,
					ErrorRelatedMoreInfo,
					ErrorUniqueExceptionId: id,
					HttpCode: String(error.httpStatus),
				},
				[...attributes, new Element('Stack')],
			),
		]),
	);
}

/**
 * A refusal in the format asked for: `{"errors":[{…,"httpcode":400}]}` or `<Errors><Error …/></Errors>`; a
 * request that is not authenticated carries no exception id [captured].
 */
export function errorReply(exchange: Exchange, error: SterlingException, status = error.httpStatus): Reply {
	const authenticated = error.code !== 'YCP0427';
	if (isXmlReply(exchange)) {
		return {
			status,
			headers: { 'content-type': 'application/xml;charset=UTF-8' },
			body: xmlErrors(error, authenticated ? uniqueExceptionId() : ''),
		};
	}
	const entry = {
		ErrorDescription: error.description,
		ErrorUniqueExceptionId: authenticated ? uniqueExceptionId() : null,
		...(error.code ? { ErrorCode: error.code } : {}),
		...(Object.keys(error.moreInfo).length > 0 ? { MoreInfo: error.moreInfo } : {}),
		httpcode: error.httpStatus,
	};
	return {
		status,
		headers: { 'content-type': 'application/json;charset=UTF-8' },
		body: JSON.stringify({ errors: [entry] }),
	};
}
