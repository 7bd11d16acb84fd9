import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PAGE = resolve(__dirname, '../../../docs/fault-matrix.md');

/** A row of a matrix: what struck, and what each work came to. */
export interface PageRow {
	name: string;
	said: readonly string[];
}

/** A table of the page. */
export function table(names: readonly string[], rows: readonly PageRow[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const head = [line(['Fault', ...names]), line(['---', ...names.map(() => '---')])];
	return [...head, ...rows.map(({ name, said }) => line([name, ...said]))].join('\n');
}

/** Holds a section of docs/fault-matrix.md against what was seen; with WRITE_DOCS it is written. */
export function expectSection(heading: string, text: string): void {
	const section = `## ${heading}\n\n${text.trim()}\n`;
	const page = readFileSync(PAGE, 'utf8');
	const start = page.indexOf(`## ${heading}\n`);
	const next = page.indexOf('\n## ', start + 1);
	const end = next === -1 ? page.length : next + 1;
	if (process.env.WRITE_DOCS) {
		const before = start === -1 ? `${page.trimEnd()}\n\n` : page.slice(0, start);
		const after = start === -1 || next === -1 ? '' : `\n${page.slice(end)}`;
		writeFileSync(PAGE, before + section + after);
		return;
	}
	expect(start === -1 ? '' : `${page.slice(start, end).trimEnd()}\n`).toBe(section);
}
