// The long run of the fuzz tests: 100,000 documents and histories, or as many as FUZZ_RUNS says, and texts of 1 MB that are
// made to be slow to read.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
	process.execPath,
	[jest, '--testPathPatterns', '/fuzz/|\\.property\\.test', '--runInBand'],
	{
		cwd: root,
		stdio: 'inherit',
		env: { FUZZ_RUNS: '100000', ...process.env },
	},
);
process.exit(status ?? 1);
