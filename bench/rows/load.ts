import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { n8n } from '../../package.json';
import { ROOT } from '../lab';
import { median, type Row } from '../report';
import type { Sizes } from '../sizes';

/** Loads the files that n8n loads, makes an instance of each class, and tells the time and the libraries loaded. */
const PROGRAM = `
	require('n8n-workflow');
	const before = new Set(Object.keys(require.cache));
	const started = performance.now();
	for (const file of process.argv.slice(1)) for (const Loaded of Object.values(require(file))) new Loaded();
	const ms = performance.now() - started;
	const loaded = Object.keys(require.cache).filter((name) => !before.has(name));
	console.log(JSON.stringify({ ms, loaded }));
`;

interface Start {
	ms: number;
	loaded: string[];
}

/** What n8n pays at its start, before the package is used. */
export async function loadRow({ starts }: Sizes): Promise<Row> {
	const files = [...n8n.nodes, ...n8n.credentials].map((path) => join(ROOT, path));
	const start = () =>
		JSON.parse(execFileSync(process.execPath, ['-e', PROGRAM, ...files], { cwd: ROOT, encoding: 'utf8' })) as Start;
	const seen = Array.from({ length: starts }, start);
	const ms = median(seen.map((one) => one.ms));
	const early = seen[0].loaded.filter((name) => /[\\/]vendor[\\/]|undici|fast-xml-parser|saxen|forge/.test(name));
	const bytes = sizeOf(join(ROOT, 'dist'));
	const work = 'load at the start of n8n';
	return {
		lines: [
			{
				work: `${work}, ${n8n.nodes.length} nodes and the credential (median of ${starts} fresh processes)`,
				must: 'at most 25 ms',
				seen: `${ms.toFixed(1)} ms`,
				ok: ms <= 25,
			},
			{
				work,
				must: 'undici, fast-xml-parser, saxen and node-forge not before first use',
				seen: early.length === 0 ? 'none of them' : early.map((name) => name.slice(ROOT.length + 1)).join(', '),
				ok: early.length === 0,
				isExact: true,
			},
			{
				work: 'JavaScript of the package',
				must: 'below 1.5 MB',
				seen: `${(bytes / 1e6).toFixed(2)} MB`,
				ok: bytes < 1.5e6,
				isExact: true,
			},
		],
	};
}

function sizeOf(folder: string): number {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
