import type { Stored } from './queue';
import { jmsHeader } from './rfh2';

interface Headers {
	'ibm-mq-usr'?: string;
	'ibm-mq-md-correlationid'?: string;
	[name: string]: string | undefined;
}

/** With properties, or a correlation ID of an application's own, a message becomes a TextMessage of JMS. */
export function restMessage(body: Buffer, headers: Headers): { data: Buffer; format: string } {
	const { 'ibm-mq-usr': usr, 'ibm-mq-md-correlationid': correlation = 'ID:' } = headers;
	const isOwn = !correlation.startsWith('ID:');
	if (usr === undefined && !isOwn) return { data: body, format: 'MQSTR' };
	const folders = [
		'<mcd><Msd>jms_text</Msd></mcd>',
		...(isOwn ? [`<jms><Cid>${escaped(correlation)}</Cid></jms>`] : []),
		...(usr === undefined ? [] : [`<usr>${[...pairsOf(usr)].map(element).join('')}</usr>`]),
	];
	return { data: Buffer.concat([jmsHeader(folders), body]), format: 'MQHRF2' };
}

/** `name;"text";string, count;3;integer`, as the header ibm-mq-usr has it. */
function pairsOf(text: string): Array<{ name: string; value: string; type: string }> {
	const pattern =
		/\s*([^;,\s]+)\s*;(?:\s*"((?:[^"\\]|\\.)*)"\s*|([^;,]*));\s*(string|boolean|byte|short|integer|long|float|double)\s*(?:,|$)/gy;
	return [...text.matchAll(pattern)].map(([, name, quoted, plain, type]) => ({
		name,
		value: quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, '$1'),
		type,
	}));
}

const TYPES: Record<string, string> = {
	boolean: 'boolean',
	byte: 'i1',
	short: 'i2',
	integer: 'i4',
	long: 'i8',
	float: 'r4',
	double: 'r8',
};
const REST_TYPES = Object.fromEntries(Object.entries(TYPES).map(([name, type]) => [type, name]));

function element({ name, value, type }: { name: string; value: string; type: string }): string {
	if (type === 'string') return `<${name}>${escaped(value)}</${name}>`;
	const given = type === 'boolean' ? String(Number(value.toLowerCase() === 'true')) : value;
	return `<${name} dt='${TYPES[type]}'>${given}</${name}>`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The correlation ID that an application of JMS has made up; undefined where there is none. */
export function ownCorrelation({ descriptor, data }: Stored): string | undefined {
	if (descriptor.format !== 'MQHRF2') return undefined;
	const text = between(between(data.toString('utf8', 36), '<jms>', '</jms>'), '<Cid>', '</Cid>');
	return text?.replace(/&lt;/g, '<').replace(/&amp;/g, '&');
}

/** What is between two marks, where both are there. */
function between(text: string | undefined, first: string, last: string): string | undefined {
	const from = text === undefined ? -1 : text.indexOf(first) + first.length;
	const to = text?.indexOf(last, from) ?? -1;
	return from < first.length || to === -1 ? undefined : text?.slice(from, to);
}

/** Whether a message has a text, with a header MQRFH2 that can be read where it says that it has one. */
export function isReadable({ descriptor, data }: Stored): boolean {
	const text = new TextDecoder('utf-8', { fatal: true });
	try {
		if (descriptor.format !== 'MQHRF2') return text.decode(data) !== undefined;
		const isLittle = (descriptor.encoding & 0xf) === 2;
		const end = isLittle ? data.readInt32LE(8) : data.readInt32BE(8);
		const isHeader = data.toString('latin1', 0, 4) === 'RFH ' && end >= 36 && end <= data.length;
		return isHeader && text.decode(data.subarray(36)) !== undefined;
	} catch {
		return false;
	}
}

/** The text of a message without MQRFH2, and its properties as the header ibm-mq-usr has them. */
export function textAndProperties({ descriptor, data }: Stored): { text: string; properties?: string } {
	if (descriptor.format !== 'MQHRF2') return { text: data.toString() };
	const isLittle = (descriptor.encoding & 0xf) === 2;
	const end = isLittle ? data.readInt32LE(8) : data.readInt32BE(8);
	const text = data.toString('utf8', end);
	const usr = between(data.toString('utf8', 36, end), '<usr>', '</usr>');
	if (usr === undefined) return { text };
	const found = [...usr.matchAll(/<([^\s<>]+)(?: dt=['"](\w+)['"])?>([^<]*)<\/\1>/g)];
	return { text, properties: found.map(([, name, type, value]) => shown(name, type, value)).join(', ') };
}

function shown(name: string, type: string | undefined, value: string): string {
	const rest = type && REST_TYPES[type];
	if (rest) return `${name};${type === 'boolean' ? value === '1' : value};${rest}`;
	const plain = value
		.replace(/&lt;/g, '<')
		.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
		.replace(/&amp;/g, '&');
	return `${name};"${plain.replace(/["\\]/g, '\\$&')}";string`;
}
