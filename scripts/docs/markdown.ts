/** A Markdown table; line breaks and bars in cells are kept from breaking it. */
export function table(headings: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string) => `\`${text}\``;

/** A part of a file that is generated: what stands between the two comments named after it. */
export interface Region {
	file: string;
	name: string;
	text: string;
}

/**
 * The file's content with the region's text in its place.
 * @throws Error when the file lacks the comments that mark the region
 */
export function place(content: string, { file, name, text }: Region): string {
	const [start, end] = [`<!-- generated: ${name} -->`, `<!-- /generated: ${name} -->`];
	const [from, to] = [content.indexOf(start), content.indexOf(end)];
	if (from === -1 || to < from) throw new Error(`${file} lacks the marks ${start} and ${end}`);
	return `${content.slice(0, from + start.length)}\n${text}\n${content.slice(to)}`;
}
