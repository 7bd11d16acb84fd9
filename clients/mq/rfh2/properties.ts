import { cut, ServiceError } from '../../../kit/errors';
import type { PropertyValue } from '../connection';
import { readFolder } from './folder';

/** Elements of the folder `jms` by what JMS calls them. */
const JMS: Record<string, string> = {
	Cid: 'JMSCorrelationID',
	Dlv: 'JMSDeliveryMode',
	Dst: 'JMSDestination',
	Exp: 'JMSExpiration',
	Gid: 'JMSXGroupID',
	Pri: 'JMSPriority',
	Rto: 'JMSReplyTo',
	Seq: 'JMSXGroupSeq',
	Tms: 'JMSTimestamp',
};
const JMS_TYPE = 'JMSType';
/** Where the properties that JMS has names for go: folder and element. */
const PLACES: Record<string, [folder: string, element: string]> = {
	...Object.fromEntries(Object.entries(JMS).map(([element, name]) => [name, ['jms', element]])),
	[JMS_TYPE]: ['mcd', 'Type'],
};

/** How JMS types the elements of its own folder, which have no `dt`. */
const LONGS = ['Exp', 'Tms'];
const INTEGERS = ['Dlv', 'Pri', 'Seq'];

/** What a receiver of JMS takes for a TextMessage. */
const TEXT = '<Msd>jms_text</Msd>';
/** A name as the MQI and JMS allow it: an identifier of Java, with points between its parts. */
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;
const MAX_NAME = 4095;
/** Words of selectors, and what the queue manager and JMS keep for themselves: receivers would not see such a property. */
const RESERVED = /^(?:usr\.)?(?:NULL|TRUE|FALSE|NOT|AND|OR|BETWEEN|LIKE|IN|IS|ESCAPE)$|^(?:Body|Root)(?:\.|$)/i;
const OF_JMS = /^(?:usr\.)?JMS/;
const MAX_LONG = 2n ** 63n;
/** What XML has no form for: control characters, and halves of surrogate pairs. */
const NO_XML =
	/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * The properties in the folders of a message, by name. One of `usr` comes before one of the same name of elsewhere. One
 * that comes several times, such as the topics of `psc`, has all its values.
 * @throws ServiceError `badAnswer`
 */
export function propertiesOf(folders: readonly string[]): Record<string, PropertyValue | PropertyValue[]> {
	const found = new Map<string, PropertyValue[]>();
	const own = new Map<string, PropertyValue[]>();
	for (const { folder, name, value } of folders.flatMap(readFolder)) {
		if (name === '') add(found, folder, value);
		else if (folder === 'usr') add(own, name, value);
		else if (folder === 'jms' && Object.hasOwn(JMS, name)) add(found, JMS[name], jmsValue(name, value));
		else if (folder === 'mcd' && name === 'Type') add(found, JMS_TYPE, value);
		else add(found, `${folder}.${name}`, value);
	}
	return Object.fromEntries([...found, ...own].map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
}

function add(values: Map<string, PropertyValue[]>, name: string, value: PropertyValue): void {
	const known = values.get(name);
	if (known) known.push(value);
	else values.set(name, [value]);
}

function jmsValue(element: string, value: PropertyValue): PropertyValue {
	return INTEGERS.includes(element) && /^-?\d{1,9}$/.test(String(value)) ? Number(value) : value;
}

/** A value to put; a bigint is a whole number of up to 64 bits. */
type Given = PropertyValue | bigint;
type GivenProperties = Readonly<Record<string, Given | readonly Given[]>>;

/**
 * The folders that carry properties to a receiver of JMS; none where there are no properties. A property goes where
 * {@link propertiesOf} would have found it, several values one after another. A whole number beyond 32 bits becomes an `i8`.
 * @throws ServiceError `invalidInput` for a name or value that cannot be a property
 * @see IBM MQ documentation, "Property name restrictions" and "MQRFH2 folder restrictions"
 */
export function foldersOf(properties: GivenProperties = {}): string[] {
	const folders = new Map<string, string[]>();
	for (const [name, value] of valuesOf(properties)) {
		const [folder, element] = placeOf(name);
		const elements = folders.get(folder) ?? [];
		elements.push(elementOf(name, element, value, folder === 'jms' && [...LONGS, ...INTEGERS].includes(element)));
		folders.set(folder, elements);
	}
	if (folders.size === 0) return [];
	// JMS recognizes a TextMessage by its own folder, whatever else is there.
	const mcd = folders.get('mcd');
	if (mcd && !mcd.some((element) => element.startsWith('<Msd'))) mcd.unshift(TEXT);
	const texts = [...folders].map(([folder, elements]) => `<${folder}>${elements.join('')}</${folder}>`);
	return mcd ? texts : [`<mcd>${TEXT}</mcd>`, ...texts];
}

const valuesOf = (properties: GivenProperties): Array<[name: string, value: Given]> =>
	Object.entries(properties).flatMap(([name, given]) => {
		const values: readonly Given[] = Array.isArray(given) ? given : [given];
		return values.map((value): [string, Given] => [name, value]);
	});

function placeOf(name: string): [folder: string, element: string] {
	if (RESERVED.test(name)) throw refused(name, 'is a reserved word', OWN_NAMES);
	if (!NAME.test(name) || name.length > MAX_NAME) throw refused(name, 'is not a valid name for a message property');
	if (Object.hasOwn(PLACES, name)) return PLACES[name];
	if (OF_JMS.test(name)) throw refused(name, 'begins with JMS, but is not a JMS property that can be set', OWN_NAMES);
	const [folder, ...rest] = name.split('.');
	if (rest.length > 1) throw refused(name, 'has more than one point');
	return rest.length === 1 ? [folder, rest[0]] : ['usr', name];
}

function elementOf(name: string, element: string, value: Given, isTypedByName: boolean): string {
	if (value === null) return `<${element} xsi:nil="true"></${element}>`;
	if (typeof value === 'number' && !Number.isFinite(value)) throw refused(name, 'is not a finite number', OF_VALUE);
	if (typeof value === 'bigint' && (value >= MAX_LONG || value < -MAX_LONG)) {
		throw refused(name, 'is a whole number of more than 64 bits', OF_VALUE);
	}
	if (typeof value === 'string' && NO_XML.test(value)) {
		throw refused(name, 'has a control character, or half of a character', OF_VALUE);
	}
	const type = isTypedByName ? '' : typeOf(value);
	return `<${element}${type}>${textOfValue(value)}</${element}>`;
}

function textOfValue(value: string | number | boolean | bigint): string {
	if (typeof value === 'boolean') return String(Number(value));
	return Object.is(value, -0) ? '-0' : escaped(String(value));
}

function typeOf(value: string | number | boolean | bigint): string {
	if (typeof value === 'string') return '';
	if (typeof value === 'boolean') return ` dt="boolean"`;
	if (typeof value === 'bigint') return ` dt="i8"`;
	if (!Number.isSafeInteger(value) || Object.is(value, -0)) return ` dt="r8"`;
	return value === (value | 0) ? ` dt="i4"` : ` dt="i8"`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const OF_NAME = 'Names have letters, digits and underscores, and do not begin with a digit.';
const OWN_NAMES =
	'Give the property another name. Of the JMS properties, JMSCorrelationID, JMSReplyTo, JMSType, JMSXGroupID and JMSXGroupSeq can be set.';
const OF_VALUE = 'Send another value, or put it into the body of the message.';

function refused(name: string, why: string, hint = OF_NAME): ServiceError {
	return new ServiceError('invalidInput', `The message property "${cut(name, 100)}" ${why}.`, { effect: 'none', hint });
}
