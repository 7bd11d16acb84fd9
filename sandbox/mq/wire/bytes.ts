/** Reads fields one after another in a byte order. What is missing at the end makes it throw a RangeError. */
export class Reader {
	private at = 0;

	constructor(
		private readonly source: Buffer,
		private readonly isLittle: boolean,
	) {}

	long(): number {
		const value = this.isLittle ? this.source.readInt32LE(this.at) : this.source.readInt32BE(this.at);
		this.at += 4;
		return value;
	}

	short(): number {
		const value = this.isLittle ? this.source.readUInt16LE(this.at) : this.source.readUInt16BE(this.at);
		this.at += 2;
		return value;
	}

	byte(): number {
		this.at += 1;
		return this.source.readUInt8(this.at - 1);
	}

	/** A text without its padding. */
	text(length: number): string {
		return this.bytes(length)
			.toString('latin1')
			.replace(/(?<![\0 ])[\0 ]+$/, '');
	}

	bytes(length: number): Buffer {
		if (this.at + length > this.source.length) throw new RangeError('cut off');
		this.at += length;
		return this.source.subarray(this.at - length, this.at);
	}

	skip(length: number): this {
		this.bytes(length);
		return this;
	}

	rest(): Buffer {
		return this.source.subarray(this.at);
	}
}

/** Writes fields one after another in a byte order. */
export class Writer {
	private readonly parts: Buffer[] = [];

	constructor(private readonly isLittle: boolean) {}

	long(...values: number[]): this {
		for (const value of values) {
			const bytes = Buffer.alloc(4);
			if (this.isLittle) bytes.writeInt32LE(value | 0);
			else bytes.writeInt32BE(value | 0);
			this.parts.push(bytes);
		}
		return this;
	}

	short(value: number): this {
		const bytes = Buffer.alloc(2);
		if (this.isLittle) bytes.writeUInt16LE(value);
		else bytes.writeUInt16BE(value);
		return this.bytes(bytes);
	}

	byte(...values: number[]): this {
		return this.bytes(Buffer.from(values));
	}

	text(value: string, length: number): this {
		return this.bytes(Buffer.from(value.padEnd(length).slice(0, length), 'latin1'));
	}

	bytes(value: Buffer): this {
		this.parts.push(value);
		return this;
	}

	zeros(length: number): this {
		return this.bytes(Buffer.alloc(length));
	}

	done(): Buffer {
		return Buffer.concat(this.parts);
	}
}
