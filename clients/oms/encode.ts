import type { Call } from './call';
import { extraHeaders, restRoot, type Connection } from './connection';
import { hasEmptyElement, needsXml, type Document } from '../../kit/xml/document';
import { ServiceError } from '../../kit/errors';
import { assertApiName, assertServiceName } from './names';
import { wrapPage, wrapTransaction } from './wrap';
import { toXml } from '../../kit/xml';

/** A call as it goes over the wire, before authentication is added. */
export interface EncodedRequest {
	api: string;
	/** Absolute, and with nothing in it that proves who calls. */
	url: string;
	headers: Record<string, string>;
	root: string;
	document: Document;
	body: string;
	/** How the response is wrapped. */
	wrapping: 'none' | 'page' | 'transaction';
}

/**
 * Encodes one call: checks its names, wraps it if it has a template, and writes JSON or XML. Sends nothing.
 * @throws ServiceError `invalidInput` for a name that cannot be part of an address, and for two templates
 */
export function encodeCall(connection: Connection, call: Call): EncodedRequest {
	assertName(call);
	if (!call.template) return encode(connection, call, call.root, call.input, 'none');
	if (call.templateKey) {
		throw new ServiceError('invalidInput', 'A call can have an inline template or a stored one, but not both.', {
			api: call.api,
		});
	}
	if (call.kind === 'write' || call.isService) return encodeTransaction(connection, [call]);
	return encodePage(connection, call, wrapPage(call));
}

/**
 * Encodes a getPage request around a read. A template with an empty element goes as XML, where that is
 * documented to ask for everything in it; whether `{}` survives as JSON was never seen.
 */
export function encodePage(connection: Connection, call: Call, page: Document): EncodedRequest {
	assertName(call);
	const wrapper: Call = { ...call, api: 'getPage', isService: false };
	const asXml = needsXml(page) || (call.template !== undefined && hasEmptyElement(call.template));
	return { ...encode(connection, wrapper, 'Page', page, 'page', asXml), api: call.api };
}

/**
 * Encodes several calls as one multiApi request, always as XML: only that form was captured.
 * @throws ServiceError `invalidInput` for no call, a name that cannot be part of an address, and a stored template
 */
export function encodeTransaction(connection: Connection, calls: Call[]): EncodedRequest {
	for (const call of calls) {
		assertName(call);
		if (call.templateKey) {
			throw new ServiceError('invalidInput', 'Calls of a transaction can only have inline templates.', {
				api: call.api,
			});
		}
	}
	if (calls.length === 0) throw new ServiceError('invalidInput', 'A transaction needs at least one call.');
	const multi: Call = { api: 'multiApi', root: 'MultiApi', input: {}, kind: 'write', dataFormat: 'xml' };
	const encoded = encode(connection, multi, 'MultiApi', wrapTransaction(calls), 'transaction');
	return { ...encoded, api: calls.length === 1 ? calls[0].api : 'multiApi' };
}

function assertName({ api, isService }: Call): void {
	if (isService) assertServiceName(api);
	else assertApiName(api);
}

function encode(
	connection: Connection,
	call: Call,
	root: string,
	document: Document,
	wrapping: EncodedRequest['wrapping'],
	asXml = needsXml(document),
): EncodedRequest {
	const wanted = call.dataFormat ?? connection.dataFormat;
	const format = asXml ? 'xml' : wanted;
	// The names are checked: nothing in them has to be encoded.
	const path = `${restRoot(connection.endpoint)}/${call.isService ? 'executeFlow' : 'invoke'}/${call.api}`;
	const { templateKey } = call;
	const url = templateKey ? `${path}?${new URLSearchParams({ _templateKey: templateKey }).toString()}` : path;
	const headers: Record<string, string> = {
		...extraHeaders(connection),
		'Content-Type': format === 'xml' ? 'application/xml; charset=utf-8' : 'application/json',
		// The response is asked for in the format of the connection, whatever the request had to be.
		Accept: wanted === 'xml' ? 'application/xml' : 'application/json',
	};
	if (call.isService && format === 'json') headers['X-XAPI-Tag'] = root;
	const body = format === 'xml' ? toXml(root, document) : JSON.stringify(document);
	return { api: call.api, url, headers, root, document, body, wrapping };
}
