/** Kinds of fields: numbers of 8, 16 and 32 bits, text padded with blanks, and bytes. */
type Kind = 'u8' | 'u16' | 'u32' | 'i32' | 'text' | 'bytes';
type Value<K extends Kind> = K extends 'text' ? string : K extends 'bytes' ? Buffer : number;

/** A field with its kind, its length in bytes (for text and bytes) and what it is where nothing else is said. */
export interface Field<K extends Kind = Kind> {
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

/** A structure of the wire: fields one behind the other, without gaps. */
export class Struct<F extends Fields> {
	readonly length: number;

	constructor(readonly fields: F) {
		this.length = Object.values(fields).reduce((sum, { length }) => sum + length, 0);
	}

	/** The bytes of a structure. Numbers go as the byte order says. */
	write(values: Partial<Values<F>>, isLittle: boolean): Buffer {
		const out = Buffer.alloc(this.length);
		let at = 0;
		for (const [name, { kind, length, initial }] of Object.entries(this.fields)) {
			const value = values[name] ?? initial;
			if (kind === 'text') out.write(String(value).padEnd(length).slice(0, length), at, 'latin1');
			else if (kind === 'bytes') (value as Buffer).copy(out, at, 0, length);
			else {
				// As many bits as the field has, of a signed number too.
				const number = kind === 'i32' ? Number(value) >>> 0 : Number(value);
				if (isLittle) out.writeUIntLE(number, at, length);
				else out.writeUIntBE(number, at, length);
			}
			at += length;
		}
		return out;
	}

	/** The fields of a structure at the beginning of `source`, which must be long enough. Texts come without padding. */
	read(source: Buffer, isLittle: boolean): Values<F> {
		const values: Record<string, string | number | Buffer> = {};
		let at = 0;
		for (const [name, { kind, length }] of Object.entries(this.fields)) {
			if (kind === 'text') values[name] = source.toString('latin1', at, at + length).replace(/[\0 ]+$/, '');
			else if (kind === 'bytes') values[name] = Buffer.from(source.subarray(at, at + length));
			else if (kind === 'i32') values[name] = isLittle ? source.readInt32LE(at) : source.readInt32BE(at);
			else values[name] = isLittle ? source.readUIntLE(at, length) : source.readUIntBE(at, length);
			at += length;
		}
		return values as Values<F>;
	}
}
