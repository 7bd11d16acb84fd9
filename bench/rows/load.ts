import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { n8n } from '../../package.json';
import { ROOT } from '../lab';
import { median, ratio, type Row } from '../report';
import type { Sizes } from '../sizes';

/**
 * Loads the files that n8n loads, makes an instance of each class, and reports the time as a multiple of what requiring
 * n8n-workflow took in the same process, and the modules loaded.
 */
const PROGRAM = `
	const begun = performance.now();
	require('n8n-workflow');
	const started = performance.now();
	const before = new Set(Object.keys(require.cache));
	for (const file of process.argv.slice(1)) for (const Loaded of Object.values(require(file))) new Loaded();
	const ms = performance.now() - started;
	const loaded = Object.keys(require.cache).filter((name) => !before.has(name));
	console.log(JSON.stringify({ ms, times: ms / (started - begun), loaded }));
`;

interface Start {
	ms: number;
	times: number;
	loaded: string[];
}

/** What n8n pays at its start, before the package is used. */
export async function loadRow({ starts }: Sizes): Promise<Row> {
	const all = [...n8n.nodes, ...n8n.credentials];
	const ofOms = all.filter((path) => path.includes('IbmSterlingOms'));
	const start = (paths: string[]) => {
		const files = paths.map((path) => join(ROOT, path));
		return JSON.parse(
			execFileSync(process.execPath, ['-e', PROGRAM, ...files], { cwd: ROOT, encoding: 'utf8' }),
		) as Start;
	};
	// In turns, so that what else the machine does meets both.
	const seen = Array.from({ length: starts }, () => ({ whole: start(all), part: start(ofOms) }));
	const whole = median(seen.map((one) => one.whole.times));
	const part = median(seen.map((one) => one.part.times));
	const ms = median(seen.map((one) => one.whole.ms));
	const early = seen[0].whole.loaded.filter((name) => /[\\/]vendor[\\/]|undici|fast-xml-parser|forge/.test(name));
	const work = 'load at the start of n8n';
	return {
		lines: [
			{
				work: `${work}, ${n8n.nodes.length} nodes and ${n8n.credentials.length} credentials (median of ${starts} fresh processes)`,
				must: 'at most twice what the OMS nodes take alone',
				seen: `${ratio(whole / part)} (${ms.toFixed(1)} ms; ${whole.toFixed(3)} and ${part.toFixed(3)} of the time that requiring n8n-workflow takes)`,
				ok: whole <= part * 2,
			},
			{
				work,
				must: 'undici, fast-xml-parser and node-forge not before first use',
				seen: early.length === 0 ? 'none of them' : early.map((name) => name.slice(ROOT.length + 1)).join(', '),
				ok: early.length === 0,
				isExact: true,
			},
		],
	};
}
