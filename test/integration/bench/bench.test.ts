import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../../..');

const isBuilt = existsSync(join(root, 'dist', 'clients', 'oms', 'index.js'));

test('the bench measures every row, and judges no time and no memory at small sizes', async () => {
	if (!isBuilt) throw new Error('dist/ is missing: run "npm run build" first');
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	const out = join(folder, 'results.md');
	try {
		await promisify(execFile)(process.execPath, ['--import', 'tsx', 'bench/main.ts', '--quick', '--out', out], {
			cwd: root,
			// Ends with the test, also where the test ends too early for it.
			timeout: 230_000,
		});
		const results = readFileSync(out, 'utf8');
		expect(results).toMatch(/40 createOrder.*\n.*at most a third.*x, too small to judge \|  \|/);
		expect(results).toMatch(/at most 16 handshakes \| \d+ \(baseline 41\) \| ok/);
		expect(results).toContain('| all done, none twice | 40 done, 40 stored, 0 times refused | ok |');
		expect(results).toContain('120 orders with lines');
		expect(results).toMatch(/all delivered, none twice \| 60 delivered, 0 twice \| ok/);
		expect(results).toMatch(/10 items +[\d.]+ ms each/);
		expect(results).toMatch(
			/X12: 40 purchase orders.* written \| at least 2x the throughput of node-x12 \| .*too small to judge/,
		);
		expect(results).toMatch(/250 items.*\n.*250 returned, 1 token, 3 calls \| ok/);
		expect(results).not.toContain('missed');
	} finally {
		rmSync(folder, { recursive: true });
	}
}, 240_000);
