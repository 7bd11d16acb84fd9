/**
 * A text without these characters at its end. It takes time in proportion to what it drops, where a pattern such as
 * `/0+$/` looks anew from each character of a long run that does not stand at the end.
 */
export function withoutEnd(text: string, characters: string): string {
	let end = text.length;
	while (end > 0 && characters.includes(text[end - 1])) end -= 1;
	return text.slice(0, end);
}
