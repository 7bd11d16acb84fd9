import { ServiceError } from '../../kit/errors';
import { isRecord } from '../../kit/record';
import { toXml } from '../../kit/xml';
import type { Document, Value } from '../../kit/xml/document';
import { queryText, serviceUrl } from './address';
import type { ServiceCall } from './call';
import { type Row } from './values';

/** A call as it is sent, but for its proof. */
export interface Encoded {
	url: string;
	headers: Record<string, string>;
	body?: string | Buffer;
}

const TYPES = { json: 'application/json', xml: 'application/xml' } as const;

/**
 * The request of a call below `root`. Both media types go with every request, also without a body: the documentation
 * calls them mandatory. @throws ServiceError `invalidInput` for what the format cannot carry
 */
export function encode(root: string, call: ServiceCall): Encoded {
	const { service, key, action, query, body, format = 'json', accept, headers } = call;
	const isUpload = isRecord(body) && body.bytes instanceof Buffer;
	const type = isUpload ? String(body.contentType) : TYPES[format];
	return {
		url: serviceUrl(root, service, { key, action }) + queryText(query),
		headers: { ...headers, Accept: accept ?? TYPES[format], 'Content-Type': type },
		body: isUpload ? (body.bytes as Buffer) : bodyOf(call),
	};
}

function bodyOf({ body, format, method }: ServiceCall): string | undefined {
	if (body === undefined || typeof body === 'string') return body;
	if (format !== 'xml') return JSON.stringify(body);
	// The root is named after what is done, and fields are its attributes [captured in business processes].
	return toXml(method === 'PUT' ? 'update' : 'create', documentOf(body as Row));
}

/** A record with its values as XML has them: texts are attributes, objects and lists elements. */
function documentOf(row: Row): Document {
	return Object.fromEntries(
		Object.entries(row)
			.filter(([, value]) => value !== undefined && value !== null)
			.map(([name, value]) => [name, valueOf(value, name)]),
	);
}

function valueOf(value: unknown, name: string): Value {
	if (Array.isArray(value)) return value.map((entry) => valueOf(entry, name));
	if (isRecord(value)) return documentOf(value);
	if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
	throw new ServiceError('invalidInput', `The value of ${name} cannot be sent as XML.`, { effect: 'none' });
}
