/** One element of DER or BER: its tag byte, its contents, and all of its bytes. */
export interface Der {
	tag: number;
	value: Buffer;
	raw: Buffer;
}

export const SEQUENCE = 0x30;
export const INTEGER = 0x02;
export const OCTETS = 0x04;
export const BITS = 0x03;
const OID = 0x06;
/** The tag of a constructed, context-specific element. */
export const context = (number: number): number => 0xa0 + number;

const MAX_DEPTH = 32;

/** Thrown for bytes that are not DER. */
export class NotDer extends Error {}

/**
 * Reads the element at `at`; what follows it is left alone. Knows BER's indefinite lengths, which old tools write.
 * @throws NotDer
 */
export function readDer(bytes: Buffer, at = 0, depth = 0): Der {
	const tag = byteAt(bytes, at);
	if ((tag & 0x1f) === 0x1f || depth > MAX_DEPTH) throw new NotDer('The structure is not one of certificates.');
	const first = byteAt(bytes, at + 1);
	if (first === 0x80) return readIndefinite(bytes, at, depth);
	const count = first < 0x80 ? 0 : first & 0x7f;
	if (count > 4) throw new NotDer('A length is out of bounds.');
	let length = count === 0 ? first : 0;
	for (let i = 0; i < count; i++) length = length * 256 + byteAt(bytes, at + 2 + i);
	const start = at + 2 + count;
	if (start + length > bytes.length) throw new NotDer('The text is cut off.');
	return { tag, value: bytes.subarray(start, start + length), raw: bytes.subarray(at, start + length) };
}

function readIndefinite(bytes: Buffer, at: number, depth: number): Der {
	const start = at + 2;
	let end = start;
	while (byteAt(bytes, end) !== 0 || byteAt(bytes, end + 1) !== 0) {
		end += readDer(bytes, end, depth + 1).raw.length;
	}
	return { tag: bytes[at], value: bytes.subarray(start, end), raw: bytes.subarray(at, end + 2) };
}

function byteAt(bytes: Buffer, at: number): number {
	if (at >= bytes.length) throw new NotDer('The text is cut off.');
	return bytes[at];
}

/** The elements of a constructed element, or of bytes that hold several. @throws NotDer */
export function elementsOf({ value }: Pick<Der, 'value'>): Der[] {
	const elements: Der[] = [];
	for (let at = 0; at < value.length;) {
		const element = readDer(value, at);
		elements.push(element);
		at += element.raw.length;
	}
	return elements;
}

/** The element at a place in the structure, such as `[0, 1]`: the second of the first. @throws NotDer */
export function at(der: Der, ...path: number[]): Der {
	return path.reduce((element, index) => {
		const found = elementsOf(element)[index] as Der | undefined;
		if (!found) throw new NotDer('A part is missing.');
		return found;
	}, der);
}

/** The bytes of an octet string, also of one in several parts. @throws NotDer */
export function octetsOf(der: Der): Buffer {
	const isConstructed = (der.tag & 0x20) !== 0;
	return isConstructed ? Buffer.concat(elementsOf(der).map(octetsOf)) : der.value;
}

/** An object identifier in dotted form, such as 1.2.840.113549.1.7.1 @throws NotDer */
export function oidOf({ tag, value }: Der): string {
	if (tag !== OID || value.length === 0) throw new NotDer('An identifier is missing.');
	const parts: number[] = [];
	let part = 0;
	for (const byte of value) {
		part = part * 128 + (byte & 0x7f);
		if (byte < 0x80) {
			parts.push(part);
			part = 0;
		}
	}
	const top = Math.min(2, Math.floor(parts[0] / 40));
	return [top, parts[0] - top * 40, ...parts.slice(1)].join('.');
}

/** A whole number; Infinity where it is larger than any that makes sense here. */
export function numberOf({ value }: Der): number {
	return value.length === 0 || value.length > 6 ? Infinity : value.readUIntBE(0, value.length);
}
