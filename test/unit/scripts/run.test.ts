import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(__dirname, '../../../scripts/run.mjs');

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'run-'));
	for (const folder of ['scripts', 'node_modules', 'bin']) mkdirSync(join(root, folder));
	copyFileSync(SCRIPT, join(root, 'scripts/run.mjs'));
	writeFileSync(join(root, 'scripts/fuzz.mjs'), '');
	writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\ntouch '${join(root, 'installed')}'\n`, { mode: 0o755 });
});
afterEach(() => rmSync(root, { recursive: true }));

type Packages = Record<string, { version?: string; optional?: boolean }>;
const lock = (file: string, packages: Packages) => writeFileSync(join(root, file), JSON.stringify({ packages }));

/** Whether a command installs first. */
function installs(): boolean {
	const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH ?? ''}` };
	const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'fuzz'], { cwd: root, env });
	expect([status, String(stderr)]).toEqual([0, '']);
	return existsSync(join(root, 'installed'));
}

const WANTED: Packages = {
	'': { version: '1.0.0' },
	'node_modules/a': { version: '1.2.3' },
	'node_modules/b': { version: '2.0.0', optional: true },
};

test.each<[string, Packages | undefined, boolean]>([
	['nothing is there', undefined, true],
	['all is there', WANTED, false],
	['an optional package of another platform is missing', { 'node_modules/a': { version: '1.2.3' } }, false],
	['a package is missing', { 'node_modules/b': { version: '2.0.0' } }, true],
	['a package has another version', { 'node_modules/a': { version: '1.2.2' } }, true],
])('where %s, a command installs or not', (_what, installed, expected) => {
	if (installed) lock('node_modules/.package-lock.json', installed);
	lock('package-lock.json', WANTED);
	expect(installs()).toBe(expected);
});

test('a lock file that was only touched, as by a change of branch, installs nothing', () => {
	lock('node_modules/.package-lock.json', WANTED);
	lock('package-lock.json', WANTED);
	utimesSync(join(root, 'package-lock.json'), Date.now() / 1000 + 3600, Date.now() / 1000 + 3600);
	expect(installs()).toBe(false);
});
