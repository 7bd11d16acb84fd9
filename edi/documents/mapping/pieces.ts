/** Blanks that a line break or tab is among become one blank. */
const inOneLine = (blanks: string) => (/[\r\n\t\v\f]/.test(blanks) ? ' ' : blanks);

/**
 * Text cut into pieces of at most `max` characters, between words where that is possible. Characters are those of the
 * reader, so that no pair of surrogates is torn.
 *
 * @example pieces('blue ceramic mug', 12) // ['blue ceramic', 'mug']
 */
export function pieces(text: string, max: number): string[] {
	const cut: string[] = [];
	const characters = [...text.replace(/\s+/g, inOneLine).trimEnd()];
	let at = 0;
	while (characters.length - at > max) {
		const space = characters.slice(at, at + max + 1).lastIndexOf(' ');
		const end = at + (space > 0 ? space : max);
		cut.push(characters.slice(at, end).join('').trimEnd());
		at = end;
		while (characters[at] === ' ') at++;
	}
	cut.push(characters.slice(at).join(''));
	return cut.filter((piece) => piece !== '');
}
