/**
 * Length of a text without certain characters at its end. A pattern with `$` would try each run of them inside the text
 * again and again.
 */
export function lengthWithoutEnd(text: string, isPadding: (code: number) => boolean): number {
	let length = text.length;
	while (length > 0 && isPadding(text.charCodeAt(length - 1))) length--;
	return length;
}

/** How many of the values are left without the empty ones at the end. */
export function lengthWithoutEmptyEnd(values: readonly unknown[]): number {
	let length = values.length;
	while (length > 0 && values[length - 1] === '') length--;
	return length;
}
