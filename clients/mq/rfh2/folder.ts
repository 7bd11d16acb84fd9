import { decode } from '../../../kit/xml/characters';
import type { PropertyValue } from '../connection';
import { damaged } from './damaged';

/**
 * One property of a folder: `usr` and `colour`, or `usr` and `shape.sides` where groups are nested. The text of the folder
 * itself has no name.
 */
interface FolderProperty {
	folder: string;
	name: string;
	value: PropertyValue;
}

const MAX_DEPTH = 16;
const MAX_PROPERTIES = 10_000;
/** A tag with its attributes, or text. Names are what Java takes for an identifier, which is more than XML does. */
const TOKEN = /<(\/?)([^\s<>/='"]{1,1000})((?:\s+[^\s<>/='"]{1,100}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /(?<![^\s=])([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Element {
	name: string;
	attributes: Record<string, string>;
	text: string;
	hasChildren: boolean;
}

/**
 * The properties in one folder of MQRFH2, such as `<usr><count dt='i4'>3</count></usr>`. Takes time in proportion to its
 * length.
 * @throws ServiceError `badAnswer` for what is no folder
 * @see IBM MQ documentation, "MQRFH2 - Rules and formatting header 2"
 */
export function readFolder(text: string): FolderProperty[] {
	const properties: FolderProperty[] = [];
	const open: Element[] = [];
	let isClosed = false;
	const end = (element: Element) => {
		open.pop();
		const [{ name: folder }, ...groups] = [...open, element];
		const name = groups.map((each) => each.name).join('.');
		const isOwn = open.length > 0 && !element.hasChildren;
		// Blanks between elements say nothing; other text beside them, or straight in the folder, does.
		if (isOwn) properties.push({ folder, name, value: valueOf(element) });
		else if (element.text.trim() !== '') properties.push({ folder, name, value: decode(element.text).trim() });
		if (properties.length > MAX_PROPERTIES) throw damaged('it has too many properties');
		isClosed = open.length === 0;
	};
	TOKEN.lastIndex = 0;
	for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
		const [whole, closing, name, attributes, empty, characters] = TOKEN.exec(text) ?? [];
		if (whole === undefined) throw damaged('a folder is not well-formed');
		if (characters !== undefined) {
			const element = open.at(-1);
			if (element) element.text += characters;
			else if (characters.replace(/\0/g, '').trim() !== '') throw damaged('there is text between the folders');
			continue;
		}
		if (closing) {
			const element = open.at(-1);
			if (element?.name !== name || attributes !== '') throw damaged(`"</${name}>" closes nothing`);
			end(element);
			continue;
		}
		if (isClosed) throw damaged('a folder has more than one root');
		if (open.length >= MAX_DEPTH) throw damaged('a folder is nested too deeply');
		const parent = open.at(-1);
		if (parent) parent.hasChildren = true;
		const element = { name, attributes: attributesOf(attributes), text: '', hasChildren: false };
		open.push(element);
		if (empty) end(element);
	}
	if (open.length > 0) throw damaged(`"<${open[0].name}>" is not closed`);
	return properties;
}

function attributesOf(text: string): Record<string, string> {
	const found = [...text.matchAll(ATTRIBUTE)];
	return Object.fromEntries(found.map(([, name, double, single]) => [name, decode(double ?? single)]));
}

const INTEGERS: Record<string, bigint> = { i1: 1n << 7n, i2: 1n << 15n, i4: 1n << 31n, int: 1n << 31n, i8: 1n << 63n };

function valueOf({ attributes, text, name }: Element): PropertyValue {
	if (attributes['xsi:nil'] === 'true') return null;
	const type = attributes.dt ?? 'string';
	const value = decode(text);
	if (type === 'string' || type === 'char') return value;
	const plain = value.trim();
	if (type === 'boolean') {
		if (plain === '1' || plain === 'TRUE' || plain === 'true') return true;
		if (plain === '0' || plain === 'FALSE' || plain === 'false') return false;
	} else if (Object.hasOwn(INTEGERS, type)) {
		const bound = INTEGERS[type];
		if (/^[+-]?\d{1,19}$/.test(plain)) {
			const number = BigInt(plain.replace('+', ''));
			if (number >= -bound && number < bound) return type === 'i8' ? String(number) : Number(number);
		}
	} else if (type === 'r4' || type === 'r8') {
		const number = floatOf(plain);
		if (number !== undefined) return number;
	} else if (type === 'bin.hex') {
		if (plain.length % 2 === 0 && !/[^\da-f]/i.test(plain)) return plain.toLowerCase();
	} else return value;
	throw damaged(`the property ${name} has a value that is not of its type ${type}`);
}

/** JSON has no number for what is none, infinite or beyond the range of a double, so these stay text. */
function floatOf(text: string): number | string | undefined {
	if (/^(?:NaN|[+-]?(?:INF|Infinity))$/i.test(text)) return text;
	if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?$/i.test(text)) return undefined;
	const number = Number(text);
	return Number.isFinite(number) ? number : text;
}
