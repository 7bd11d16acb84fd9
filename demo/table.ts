import type { Row } from './run';

const HEADINGS = ['Step', 'API', 'Document', 'Read back from Sterling'];

/** The report as a table of plain text: each step with its APIs on the left, what it did on the right. */
export function table(rows: readonly Row[]): string {
	const lines = steps(rows).flatMap((own) => {
		const effects = own.flatMap(effectLines);
		const { step, apis } = own[0];
		const height = Math.max(effects.length, apis.length);
		return Array.from({ length: height }, (_, i) => {
			const left = [i === 0 ? step : '', apis[i] ?? ''];
			return [...left, ...(effects[i] ?? ['', ''])];
		});
	});
	return columns(HEADINGS, lines);
}

/** Lines of cells below their headings, each column as wide as its widest cell. */
export function columns(headings: readonly string[], lines: ReadonlyArray<readonly string[]>): string {
	const all = [headings, ...lines];
	const widths = headings.map((_, column) => Math.max(...all.map((line) => line[column].length)));
	const print = (line: readonly string[]) =>
		line
			.map((cell, i) => cell.padEnd(widths[i]))
			.join('  ')
			.trimEnd();
	return [print(headings), print(widths.map((width) => '─'.repeat(width))), ...lines.map(print)].join('\n');
}

function effectLines({ document, isProven, result }: Row): Array<[string, string]> {
	const [first, ...further] = (isProven ? result : `✗ ${result}`).split('\n');
	return [[document, first], ...further.map((line): [string, string] => ['', line])];
}

function steps(rows: readonly Row[]): Row[][] {
	const byStep = new Map<string, Row[]>();
	for (const row of rows) byStep.set(row.step, [...(byStep.get(row.step) ?? []), row]);
	return [...byStep.values()];
}
