import type { Row } from './run';

const HEADINGS = ['Step', 'API', 'Document', 'Read back from Sterling'];

/** The report as a table of plain text; a step is named in its first line only. */
export function table(rows: readonly Row[]): string {
	const lines = rows.flatMap((row, i) => {
		const [first, ...further] = (row.isProven ? row.result : `✗ ${row.result}`).split('\n');
		const isSameStep = row.step === rows[i - 1]?.step;
		const named = isSameStep ? ['', ''] : [row.step, row.api];
		return [[...named, row.document, first], ...further.map((line) => ['', '', '', line])];
	});
	const widths = HEADINGS.map((_, column) => Math.max(...[HEADINGS, ...lines].map((line) => line[column].length)));
	const print = (line: string[]) => line.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd();
	return [print(HEADINGS), print(widths.map((width) => '─'.repeat(width))), ...lines.map(print)].join('\n');
}
