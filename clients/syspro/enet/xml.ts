import { ServiceError } from '../../../kit/errors';
import { fromXml, toXml } from '../../../kit/xml';
import { TEXT, type Document, type Value } from '../../../kit/xml/document';
import type { Field, Row } from '../records';
import type { Element, Elements, XmlInput } from './call';

const DECLARATION = '<?xml version="1.0" encoding="Windows-1252"?>';
/** The characters of Windows-1252 above Latin-1's own; SYSPRO stores nothing else. */
const BEYOND_LATIN1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/**
 * XML for a business object. Characters above ASCII become references, which mean the same whatever decodes the URL.
 * @throws ServiceError `invalidInput` for characters that Windows-1252 does not have, and for names that XML cannot carry
 */
export function writeXml(input: XmlInput): string {
	if (typeof input === 'string') return asReferences(checkedText(input));
	return DECLARATION + asReferences(toXml(input.root, documentOf(input.content)));
}

function checkedText(xml: string): string {
	try {
		fromXml(xml);
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		throw error.with({ effect: 'none' }, `The XML for SYSPRO cannot be sent: ${error.message}`, 'invalidInput');
	}
	return xml.trim();
}

function asReferences(xml: string): string {
	return xml.replace(/[^\0-\x7f]/gu, (character) => {
		const code = character.codePointAt(0) as number;
		if ((code >= 0xa0 && code <= 0xff) || BEYOND_LATIN1.includes(character)) return `&#${code};`;
		throw new ServiceError('invalidInput', `SYSPRO cannot store the character "${character}" (Windows-1252).`, {
			hint: `It is in: ${excerpt(xml, character)}`,
			effect: 'none',
		});
	});
}

function excerpt(xml: string, character: string): string {
	const at = xml.indexOf(character);
	return xml.slice(Math.max(0, at - 40), at + 20).replace(/\s+/g, ' ');
}

/** Texts are elements here; kit/xml takes them for attributes. */
function documentOf(content: Elements): Document {
	const entries = Object.entries(content).flatMap(([name, value]): Array<[string, Value]> => {
		if (value === null || value === undefined) return [];
		if (name.startsWith('@')) return [[name, scalar(name, value)]];
		return [[name, name === TEXT ? scalar(name, value) : valueOf(value)]];
	});
	return Object.fromEntries(entries);
}

function valueOf(value: Element): Value {
	if (Array.isArray(value))
		return (value as readonly Element[]).filter((each) => each !== null && each !== undefined).map(valueOf);
	if (typeof value === 'object' && value !== null) return documentOf(value as Elements);
	return { [TEXT]: scalar('', value) };
}

function scalar(name: string, value: Element): string {
	if (typeof value === 'boolean') return value ? 'Y' : 'N';
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	throw new ServiceError('invalidInput', `"${name}" must hold a text.`, { effect: 'none' });
}

/** Reads a response: elements of text become texts, attributes members with `@`. @throws ServiceError `badAnswer` */
export function readXml(xml: string): { root: string; document: Row } {
	const { root, document } = fromXml(xml);
	const read = rowOf(document);
	return {
		root,
		document: typeof read === 'object' && read !== null && !Array.isArray(read) ? read : { [TEXT]: read },
	};
}

function rowOf(value: Value): Field {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map(rowOf);
	const names = Object.keys(value);
	if (names.length === 0) return '';
	if (names.length === 1 && names[0] === TEXT) return rowOf(value[TEXT]);
	const row: Row = {};
	for (const [name, inner] of Object.entries(value)) {
		const isAttribute = typeof inner === 'string' && name !== TEXT && !name.startsWith('@');
		row[isAttribute ? `@${name}` : name] = rowOf(inner);
	}
	return row;
}
