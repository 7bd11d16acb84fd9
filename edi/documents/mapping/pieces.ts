/**
 * Text cut into pieces of at most `max` characters, between words where that is possible. Characters are those of the
 * reader, so that no pair of surrogates is torn.
 *
 * @example pieces('blue ceramic mug', 12) // ['blue ceramic', 'mug']
 */
export function pieces(text: string, max: number): string[] {
	const cut: string[] = [];
	let rest = [...text.replace(/\s*[\r\n\t\v\f]+\s*/g, ' ').trimEnd()];
	while (rest.length > max) {
		const space = rest.lastIndexOf(' ', max);
		const end = space > 0 ? space : max;
		cut.push(rest.slice(0, end).join('').trimEnd());
		rest = rest.slice(end);
		while (rest[0] === ' ') rest.shift();
	}
	if (rest.length > 0) cut.push(rest.join(''));
	return cut.filter((piece) => piece !== '');
}
