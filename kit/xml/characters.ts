import { lookup } from '../lookup';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,20})|#x([\da-f]{1,20})|([a-z_][\w.-]{0,63}));/gi;
const BARE_AMPERSAND = /&(?!(?:#\d{1,20}|#x[\da-f]{1,20}|[a-z_][\w.-]{0,63});)/i;
/** Exactly the characters that XML 1.0 cannot carry. */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u;
/** The same, and surrogates in pairs: many times as fast for the texts that have none of them. */
const PERHAPS_ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/;
const EVERY_ILLEGAL = new RegExp(ILLEGAL, 'gu');
const REPLACEMENT = '\ufffd';

/** Whether each `&` begins a reference: to a character, or to an entity by name. */
export function hasBareAmpersand(text: string): boolean {
	return BARE_AMPERSAND.test(text);
}

/** Whether a text has characters that XML cannot carry: control characters, non-characters, half surrogate pairs. */
export function hasIllegal(text: string): boolean {
	return PERHAPS_ILLEGAL.test(text) && ILLEGAL.test(text);
}

/** The text with U+FFFD in place of characters that XML cannot carry, so that one of them does not cost the document. */
export function withoutIllegal(text: string): string {
	return text.replace(EVERY_ILLEGAL, REPLACEMENT);
}

/**
 * Decodes references to characters and the five entities of XML; other entities stay as they are. A reference to what
 * is no character of XML becomes U+FFFD.
 */
export function decode(text: string): string {
	return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name) return lookup(ENTITIES, name) ?? whole;
		const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
		if (point > 0x10ffff) return REPLACEMENT;
		const character = String.fromCodePoint(point);
		return ILLEGAL.test(character) ? REPLACEMENT : character;
	});
}
