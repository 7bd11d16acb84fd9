import { withoutEnd } from '../../textEnd';

/** A passphrase as the bytes that tools make of it, the likeliest first. */
export interface Passphrase {
	/** For PBES2, PBES1 of PKCS#5, PBMAC1 and old PEM keys. */
	bytes: Buffer[];
	/** For the key derivation of PKCS#12: UTF-16, big endian, with a closing zero (RFC 7292, appendix B.1). */
	bmp: Buffer[];
	isEmpty: boolean;
}

/**
 * The forms of a passphrase. Tools disagree beyond ASCII: UTF-8 or Latin-1 in PBES2; old OpenSSL made UTF-16 of each
 * byte of UTF-8, and old NSS took UTF-16 for PBES2 as well. Letters with marks are written composed or not. An empty
 * one is two zero bytes or none at all.
 */
export function passphraseForms(text: string): Passphrase {
	const spellings = [...new Set([text, text.normalize('NFC'), text.normalize('NFD'), withoutEnd(text, '\r\n')])];
	const utf8 = spellings.map((spelling) => Buffer.from(spelling, 'utf8'));
	const latin1 = spellings
		.filter((spelling) => !/[^\0-\xff]/.test(spelling))
		.map((each) => Buffer.from(each, 'latin1'));
	const bmp = [...spellings.map(utf16), ...utf8.map((bytes) => utf16(bytes.toString('latin1')))];
	const none = text === '' ? [Buffer.alloc(0)] : [];
	return { bytes: distinct([...utf8, ...latin1, ...bmp]), bmp: distinct([...bmp, ...none]), isEmpty: text === '' };
}

function utf16(text: string): Buffer {
	return Buffer.from(`${text}\0`, 'utf16le').swap16();
}

function distinct(forms: Buffer[]): Buffer[] {
	return forms.filter((form, index) => forms.findIndex((other) => other.equals(form)) === index);
}
