/** Kinds of fields: numbers of 8, 16 and 32 bits, text padded with blanks, and bytes. */
type Kind = 'u8' | 'u16' | 'u32' | 'i32' | 'text' | 'bytes';
type Value<K extends Kind> = K extends 'text' ? string : K extends 'bytes' ? Buffer : number;

/** A field with its kind, its length in bytes (for text and bytes) and what it is where nothing else is said. */
interface Field<K extends Kind = Kind> {
	kind: K;
	length: number;
	initial: Value<K>;
}

export type Fields = Record<string, Field>;
export type Values<F extends Fields> = {
	[N in keyof F]: F[N] extends Field<infer K> ? Value<K> : never;
};

/** An unsigned byte. */
export const u8 = (initial = 0): Field<'u8'> => ({ kind: 'u8', length: 1, initial });
/** An unsigned integer of 2 bytes. */
export const u16 = (initial = 0): Field<'u16'> => ({ kind: 'u16', length: 2, initial });
/** An unsigned integer of 4 bytes. */
export const u32 = (initial = 0): Field<'u32'> => ({ kind: 'u32', length: 4, initial });
/** A signed integer of 4 bytes, an MQLONG. */
export const i32 = (initial = 0): Field<'i32'> => ({ kind: 'i32', length: 4, initial });
/** Text of a fixed length in bytes, padded with blanks. */
export const text = (length: number, initial = ''): Field<'text'> => ({ kind: 'text', length, initial });
/** Bytes of a fixed length. */
export const bytes = (length: number, fill = 0): Field<'bytes'> => ({
	kind: 'bytes',
	length,
	initial: Buffer.alloc(length, fill),
});

/** A field with its name and where it begins. */
interface Place extends Field {
	name: string;
	at: number;
}

/** A structure of the wire: fields one behind the other, without gaps. */
export class Struct<F extends Fields> {
	readonly length: number;
	private readonly places: readonly Place[];
	private readonly byName: ReadonlyMap<string, Place>;
	/** The bytes where nothing is said, by byte order. */
	private readonly blank: { little: Buffer; big: Buffer };

	constructor(readonly fields: F) {
		let at = 0;
		const places = Object.entries(fields).map(([name, field]): Place => {
			at += field.length;
			return { ...field, name, at: at - field.length };
		});
		this.length = at;
		this.places = places;
		this.byName = new Map(places.map((place) => [place.name, place]));
		const blank = (isLittle: boolean) => {
			const out = Buffer.alloc(at);
			for (const place of places) put(out, place, place.initial, isLittle);
			return out;
		};
		this.blank = { little: blank(true), big: blank(false) };
	}

	/** The bytes of a structure. Numbers go as the byte order says. */
	write(values: Partial<Values<F>>, isLittle: boolean): Buffer {
		const out = Buffer.from(isLittle ? this.blank.little : this.blank.big);
		for (const name in values) {
			const place = this.byName.get(name);
			const value = values[name];
			// What is there from the start need not be written again.
			if (place && value !== undefined && value !== place.initial) put(out, place, value, isLittle);
		}
		return out;
	}

	/**
	 * The fields of a structure at the beginning of `source`, which must be long enough. Texts come without padding, bytes
	 * as a part of `source`.
	 */
	read(source: Buffer, isLittle: boolean): Values<F> {
		const values: Record<string, string | number | Buffer> = {};
		for (const { name, kind, length, at } of this.places) {
			if (kind === 'text') values[name] = textAt(source, at, at + length);
			else if (kind === 'bytes') values[name] = source.subarray(at, at + length);
			else if (kind === 'i32') values[name] = isLittle ? source.readInt32LE(at) : source.readInt32BE(at);
			else values[name] = isLittle ? source.readUIntLE(at, length) : source.readUIntBE(at, length);
		}
		return values as Values<F>;
	}

	/** The bytes of one field of a structure at the beginning of `source`, where no other one is needed. */
	part(source: Buffer, name: keyof F & string): Buffer {
		const { at, length } = this.byName.get(name) as Place;
		return source.subarray(at, at + length);
	}
}

function put(out: Buffer, { kind, length, at }: Place, value: string | number | Buffer, isLittle: boolean): void {
	if (kind === 'text') {
		const written = out.write(String(value).slice(0, length), at, 'latin1');
		out.fill(' ', at + written, at + length);
	} else if (kind === 'bytes') {
		(value as Buffer).copy(out, at, 0, length);
	} else if (kind === 'i32') {
		// As many bits as the field has: options of the MQI use the sign, too.
		if (isLittle) out.writeInt32LE(Number(value) | 0, at);
		else out.writeInt32BE(Number(value) | 0, at);
	} else if (isLittle) out.writeUIntLE(Number(value), at, length);
	else out.writeUIntBE(Number(value), at, length);
}

/** A text without its padding of blanks and zeros. */
function textAt(source: Buffer, from: number, to: number): string {
	let end = to;
	while (end > from && (source[end - 1] === 0x20 || source[end - 1] === 0)) end--;
	return end === from ? '' : source.toString('latin1', from, end);
}
