import fc from 'fast-check';

/** First of the surrogates, which are no characters, and how many there are. */
const [SURROGATE, SURROGATES] = [0xd800, 0x800];

/**
 * Any character of Unicode. It is what `unit: 'binary'` of fast-check means, which first makes a table of all million of
 * them: a second of each worker, and more memory to look through from then on.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - SURROGATES }).map(
	(index) => String.fromCodePoint(index < SURROGATE ? index : index + SURROGATES),
	(text) => {
		if (typeof text !== 'string' || [...text].length !== 1) throw new Error('Not one character');
		const point = text.codePointAt(0) as number;
		return point < SURROGATE ? point : point - SURROGATES;
	},
);
