import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { ROOT } from '../lab';
import type { Line, Row } from '../report';

/** The tarball that would be published: its files and their sizes, in bytes. */
export interface Tarball {
	size: number;
	files: Array<{ path: string; size: number }>;
}

/** What `npm pack` would put into the tarball. */
export async function tarball(): Promise<Tarball> {
	const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: ROOT,
		shell: process.platform === 'win32',
	});
	// npm lists the packages; newer versions name them.
	const [packed] = Object.values(JSON.parse(stdout) as Record<string, Tarball>);
	return packed;
}

/** How large the package may be, and is. */
export function sizesOf({ size, files }: Tarball): Line[] {
	const scripts = files.filter(({ path }) => path.endsWith('.js')).reduce((sum, file) => sum + file.size, 0);
	const line = (work: string, most: number, bytes: number): Line => ({
		work,
		must: `at most ${most / 1e6} MB`,
		seen: `${(bytes / 1e6).toFixed(2)} MB`,
		ok: bytes <= most,
		isExact: true,
	});
	return [line('JavaScript of the package', 1.6e6, scripts), line('the packed package', 1e6, size)];
}

/** What n8n downloads and keeps. */
export const sizeRow = async (): Promise<Row> => ({ lines: sizesOf(await tarball()) });
