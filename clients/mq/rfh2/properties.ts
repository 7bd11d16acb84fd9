import { ServiceError } from '../../../kit/errors';
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
const ELEMENTS = Object.fromEntries(Object.entries(JMS).map(([element, name]) => [name, element]));

/** How JMS types the elements of its own folder, which have no `dt`. */
const LONGS = ['Exp', 'Tms'];
const INTEGERS = ['Dlv', 'Pri', 'Seq'];

/** What a receiver of JMS takes for a TextMessage. */
const TEXT_MESSAGE = '<mcd><Msd>jms_text</Msd></mcd>';
/** A name as the MQI and JMS allow it: an identifier of Java, with points between its parts. */
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;
const MAX_NAME = 4095;

/**
 * The properties in the folders of a message, by name. One of `usr` comes before one of the same name of elsewhere.
 * @throws ServiceError `badAnswer`
 */
export function propertiesOf(folders: readonly string[]): Record<string, PropertyValue> {
	const found = new Map<string, PropertyValue>();
	const own = new Map<string, PropertyValue>();
	for (const { folder, name, value } of folders.flatMap(readFolder)) {
		if (folder === 'usr') own.set(name, value);
		else if (folder === 'jms' && Object.hasOwn(JMS, name)) found.set(JMS[name], jmsValue(name, value));
		else found.set(`${folder}.${name}`, value);
	}
	return Object.fromEntries([...found, ...own]);
}

function jmsValue(element: string, value: PropertyValue): PropertyValue {
	return INTEGERS.includes(element) && /^-?\d{1,9}$/.test(String(value)) ? Number(value) : value;
}

/**
 * The folders that carry properties to a receiver of JMS; none where there are no properties. A property goes where
 * {@link propertiesOf} would have found it. A whole number beyond 32 bits becomes an `i8`.
 * @throws ServiceError `invalidInput` for a name or value that cannot be a property
 */
export function foldersOf(properties: Record<string, PropertyValue> = {}): string[] {
	const folders = new Map<string, string[]>();
	for (const [name, value] of Object.entries(properties)) {
		if (!NAME.test(name) || name.length > MAX_NAME) throw refused(name, 'is not a valid name for a message property');
		const [folder, element] = placeOf(name);
		const elements = folders.get(folder) ?? [];
		elements.push(elementOf(name, element, value, folder === 'jms' && [...LONGS, ...INTEGERS].includes(element)));
		folders.set(folder, elements);
	}
	if (folders.size === 0) return [];
	const texts = [...folders].map(([folder, elements]) => `<${folder}>${elements.join('')}</${folder}>`);
	return folders.has('mcd') ? texts : [TEXT_MESSAGE, ...texts];
}

function placeOf(name: string): [folder: string, element: string] {
	if (Object.hasOwn(ELEMENTS, name)) return ['jms', ELEMENTS[name]];
	const [folder, ...rest] = name.split('.');
	if (rest.length > 1) throw refused(name, 'has more than one point');
	return rest.length === 1 ? [folder, rest[0]] : ['usr', name];
}

function elementOf(name: string, element: string, value: PropertyValue, isTypedByName: boolean): string {
	if (value === null) return `<${element} xsi:nil="true"></${element}>`;
	if (typeof value === 'number' && !Number.isFinite(value)) throw refused(name, 'is not a finite number');
	const type = isTypedByName ? '' : typeOf(value);
	return `<${element}${type}>${textOfValue(value)}</${element}>`;
}

function textOfValue(value: string | number | boolean): string {
	if (typeof value === 'boolean') return String(Number(value));
	return Object.is(value, -0) ? '-0' : escaped(String(value));
}

function typeOf(value: string | number | boolean): string {
	if (typeof value === 'string') return '';
	if (typeof value === 'boolean') return ` dt="boolean"`;
	if (!Number.isSafeInteger(value) || Object.is(value, -0)) return ` dt="r8"`;
	return value === (value | 0) ? ` dt="i4"` : ` dt="i8"`;
}

function escaped(text: string): string {
	// What XML cannot carry has no other form here either.
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function refused(name: string, why: string): ServiceError {
	return new ServiceError('invalidInput', `The message property "${name}" ${why}.`, {
		effect: 'none',
		hint: 'Names have letters, digits and underscores, and do not begin with a digit.',
	});
}
