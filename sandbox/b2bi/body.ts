import { XMLBuilder, XMLParser } from 'fast-xml-parser';

import { invalid, Refusal } from './refusal';
import type { Row } from './services/service';

const reader = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false });
const writer = new XMLBuilder({
	ignoreAttributes: false,
	attributeNamePrefix: '',
	attributesGroupName: '$',
	suppressBooleanAttributes: false,
});

const mediaType = (contentType: string | undefined): string => (contentType ?? '').split(';')[0].trim().toLowerCase();

/**
 * The record in a request: a JSON object, or an XML document with one root whose attributes are the fields [captured in
 * business processes]. @throws Refusal
 */
export function readRecord(contentType: string | undefined, text: string): Row {
	const type = mediaType(contentType);
	if (type === 'application/xml' || type === 'text/xml') return readXml(text);
	if (type !== 'application/json') throw new Refusal(415, `API000415: ${type || 'No media type'} is not supported.`);
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
	} catch {
		// Said below.
	}
	throw invalid('API000101: The request body is not a JSON object.');
}

function readXml(text: string): Row {
	const document = reader.parse(text) as Row;
	const [root] = Object.entries(document)
		.filter(([name]) => name !== '?xml')
		.map(([, value]) => value);
	if (root === '') return {};
	if (typeof root !== 'object' || root === null) throw invalid('API000101: The request body is not an XML document.');
	return root as Row;
}

/** Whether a client that sends this `Accept` wants XML. */
export const wantsXml = (accept: string | undefined): boolean => /\b(application|text)\/xml\b/i.test(accept ?? '');

/** Rows or one record as XML; the element names are made up, the fields as attributes are not. */
export function toXml(content: Row | Row[], root = 'response'): string {
	const element = (row: Row): Row => {
		// A dollar cannot be in a name of XML.
		const flat = Object.entries(row)
			.filter(([name]) => name !== '$ref')
			.map(([name, value]) => [name, flatten(value)]);
		return { $: Object.fromEntries(flat) as Row };
	};
	const body = Array.isArray(content) ? { [root]: { entry: content.map(element) } } : { [root]: element(content) };
	return `<?xml version="1.0" encoding="UTF-8"?>${String(writer.build(body))}`;
}

function flatten(value: unknown): string {
	if (typeof value === 'object' && value !== null && 'code' in value) return String(value.code);
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A part of a multipart body. */
interface Part {
	name: string;
	filename?: string;
	content: Buffer;
}

/** The parts of `multipart/form-data`. @throws Refusal */
export function readParts(contentType: string | undefined, bytes: Buffer): Part[] {
	const boundary = /boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
	if (mediaType(contentType) !== 'multipart/form-data' || !boundary) {
		throw new Refusal(415, 'API000415: multipart/form-data is expected.');
	}
	const mark = Buffer.from(`--${boundary}`);
	const parts: Part[] = [];
	let at = bytes.indexOf(mark);
	while (at !== -1) {
		const start = at + mark.length + 2;
		const end = bytes.indexOf(mark, start);
		if (end === -1) break;
		parts.push(partOf(bytes.subarray(start, end - 2)));
		at = end;
	}
	return parts;
}

function partOf(bytes: Buffer): Part {
	const split = bytes.indexOf('\r\n\r\n');
	const headers = bytes.subarray(0, split).toString();
	const disposition = /content-disposition:\s*form-data;(.*)/i.exec(headers)?.[1] ?? '';
	const parameter = (name: string) => new RegExp(`(?:^|[;\\s])${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
	return {
		name: parameter('name') ?? '',
		filename: parameter('filename'),
		content: Buffer.from(bytes.subarray(split + 4)),
	};
}
