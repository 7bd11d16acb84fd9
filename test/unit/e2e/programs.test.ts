import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pathOf, requirePrograms } from '../../../e2e/lib/programs';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'programs-'));
	process.env.PATH = folder;
});
afterEach(() => rmSync(folder, { recursive: true }));

const silent = () => undefined;

test('a program is found in PATH', async () => {
	expect(pathOf('redis')).toBeUndefined();
	writeFileSync(join(folder, 'redis-server'), '');
	expect(pathOf('redis')).toBe(join(folder, 'redis-server'));
	await requirePrograms(['redis'], silent);
});

test('what is missing and cannot be installed is named before anything starts', async () => {
	jest.spyOn(process, 'getuid').mockReturnValue(1000);
	await expect(requirePrograms(['redis'], silent)).rejects.toThrow(
		'These checks need Redis. Install it first (Debian: apt-get install redis-server).',
	);
});
