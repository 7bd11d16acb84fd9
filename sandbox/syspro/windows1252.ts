/** 0x80 to 0x9F of Windows-1252; the five that it leaves open are blanks here. */
const MIDDLE = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The bytes of a text in Windows-1252; what it does not have becomes a question mark, as SQL Server does it. */
export function windows1252(text: string): Buffer {
	return Buffer.from(
		[...text].map((character) => {
			const code = character.codePointAt(0) as number;
			if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
			const place = character === ' ' ? -1 : MIDDLE.indexOf(character);
			return place === -1 ? 0x3f : 0x80 + place;
		}),
	);
}
