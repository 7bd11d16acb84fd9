/** How the bytes of a file were turned into text. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes at the end that begin a character of UTF-8 and do not finish it. */
function unfinished(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back];
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
	}
	return 0;
}

/**
 * Bytes to text, piece by piece: UTF-8 (of which ASCII is a part) until a byte does not fit, from there windows-1252,
 * which reads any byte. UTF-16 is known by its byte order mark, or by the zero bytes beside its first two characters.
 */
export class Decoder {
	encoding: Encoding | undefined;
	private held = new Uint8Array(0);
	private decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

	/** The text of the next bytes; what a character lacks is awaited. */
	push(piece: Uint8Array): string {
		const bytes = this.held.length === 0 ? piece : joined(this.held, piece);
		this.held = new Uint8Array(0);
		if (this.encoding === undefined) {
			if (bytes.length < 4) {
				this.held = Uint8Array.from(bytes);
				return '';
			}
			this.begin(bytes);
		}
		return this.decode(bytes);
	}

	private decode(bytes: Uint8Array): string {
		if (this.encoding !== 'utf-8') return this.decoder.decode(bytes, { stream: true });
		const whole = bytes.length - unfinished(bytes);
		try {
			const text = this.decoder.decode(whole === bytes.length ? bytes : bytes.subarray(0, whole));
			this.held = Uint8Array.from(bytes.subarray(whole));
			return text;
		} catch {
			this.switchTo('windows-1252');
			return this.decoder.decode(bytes, { stream: true });
		}
	}

	/** What is left at the end of the input. */
	end(): string {
		// An input of a few bytes has not started yet.
		let start = '';
		if (this.encoding === undefined && this.held.length > 0) {
			const bytes = this.held;
			this.held = new Uint8Array(0);
			this.begin(bytes);
			start = this.decode(bytes);
		}
		return start + this.rest();
	}

	private rest(): string {
		if (this.held.length === 0) return this.encoding === 'utf-8' ? '' : this.decoder.decode();
		this.switchTo('windows-1252');
		// Without `stream`, Node.js 20 takes windows-1252 for Latin-1.
		return this.decoder.decode(this.held, { stream: true }) + this.decoder.decode();
	}

	private begin(bytes: Uint8Array): void {
		if (bytes[0] === 0xff && bytes[1] === 0xfe) this.switchTo('utf-16le');
		else if (bytes[0] === 0xfe && bytes[1] === 0xff) this.switchTo('utf-16be');
		else if (isText(bytes[0]) && bytes[1] === 0 && isText(bytes[2]) && bytes[3] === 0) this.switchTo('utf-16le');
		else if (bytes[0] === 0 && isText(bytes[1]) && bytes[2] === 0 && isText(bytes[3])) this.switchTo('utf-16be');
		else this.encoding = 'utf-8';
	}

	private switchTo(encoding: Encoding): void {
		this.encoding = encoding;
		this.decoder = new TextDecoder(encoding);
	}
}

/** A byte of ASCII that is no control character. */
const isText = (byte: number) => byte >= 0x20 && byte < 0x7f;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
	const all = new Uint8Array(first.length + second.length);
	all.set(first);
	all.set(second, first.length);
	return all;
}
