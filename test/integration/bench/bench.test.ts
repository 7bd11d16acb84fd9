import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { bench, ROWS } from '../../../bench/main';

/** Packing is left to the test of the tarball, which looks at the row as well. */
const ONLY = Object.keys(ROWS).filter((name) => name !== 'size');

test('the bench measures every row, and judges no time and no memory at small sizes', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	const out = join(folder, 'results.md');
	const said: string[] = [];
	try {
		await bench(['--quick', '--only', ONLY.join(), '--out', out], (text) => said.push(text));
		const results = readFileSync(out, 'utf8');
		expect(results).toMatch(/20 createOrder.*\n.*at most a third.*x, too small to judge \|  \|/);
		expect(results).toMatch(/at most 16 handshakes \| \d+ \(baseline 21\) \| ok/);
		expect(results).toContain('| all done, none twice | 20 done, 20 stored, 0 times refused | ok |');
		expect(results).toContain('120 orders with lines');
		expect(results).toMatch(/all delivered, none twice \| 60 delivered, 0 twice \| ok/);
		expect(results).toMatch(/10 items +[\d.]+ ms each/);
		expect(results).toMatch(
			/X12: 40 purchase orders.* written \| at least 2x the throughput of node-x12 \| .*too small to judge/,
		);
		expect(results).toMatch(/250 items.*\n.*250 returned, 1 token, 3 calls \| ok/);
		expect(results).not.toContain('missed');
		expect(said.at(-1)).toMatch(/^\n\d+ reached, 0 missed$/);
	} finally {
		rmSync(folder, { recursive: true });
	}
}, 240_000);
