import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pathOf, programsFor, requirePrograms, type Wanted } from '../../../e2e/lib/programs';

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

test.each<[Wanted, string]>([
	[{}, 'Chromium'],
	[{ templates: true }, 'Chromium, PostgreSQL, psql'],
	[{ queue: true }, 'Redis, redis-cli, PostgreSQL'],
	[{ 'ibm-client': true }, 'Maven, Java'],
	[{ 'ibm-binding': true }, 'gcc'],
	[{ 'ibm-client': true, 'ibm-binding': true }, 'Maven, Java, gcc'],
])('what the checks of %j need is named in one sentence', async (wanted, labels) => {
	jest.spyOn(process, 'getuid').mockReturnValue(1000);
	const needed = programsFor(wanted).filter((name) => pathOf(name) === undefined);
	// Where Debian keeps PostgreSQL is looked at outside of PATH.
	const expected = labels.split(', ').filter((label) => label !== 'PostgreSQL' || needed.includes('postgres'));
	await expect(requirePrograms(programsFor(wanted), silent)).rejects.toThrow(
		`These checks need ${expected.join(', ')}. Install it first (Debian: apt-get install `,
	);
});
