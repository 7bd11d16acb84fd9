import { availableParallelism, cpus } from 'node:os';

/** One line of the table: what was asked for, what was seen. `ok` is undefined for a figure without a bound. */
export interface Line {
	work: string;
	must: string;
	seen: string;
	ok?: boolean;
	/** It holds at any size, as figures of time and memory do not. */
	isExact?: boolean;
	/** What of it is worth a bar in the picture. */
	bars?: Bar[];
}

/** One bar of the picture: how many times as fast as an alternative, or how long beside a bare pool. */
export interface Bar {
	group: 'faster' | 'overhead';
	label: string;
	value: number;
}

/** What one row of the bench came to: lines of the table and, where it helps, a text below it. */
export interface Row {
	lines: Line[];
	text?: string;
}

/** The line where the sizes are too small to say anything of time and memory. */
export function ofSmallSizes(line: Line): Line {
	if (line.isExact || line.ok === undefined) return line;
	return { ...line, seen: `${line.seen}, too small to judge`, ok: undefined };
}

/** The table in Markdown. */
export function tableOf(lines: Line[]): string {
	const verdict = ({ ok }: Line) => (ok === undefined ? '' : ok ? 'ok' : '**missed**');
	const rows = lines.map((line) => `| ${line.work} | ${line.must} | ${line.seen} | ${verdict(line)} |`);
	return ['| Work | Target | Measured | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

export const ratio = (value: number) => `${value.toFixed(2)}x`;
export const seconds = (value: number) => `${value.toFixed(2)} s`;
export const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)];
}

/** What figures were measured on. */
export function machine(): string {
	return `Node.js ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'CPU'}`;
}
