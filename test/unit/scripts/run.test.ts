import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(__dirname, '../../../scripts/run.mjs');

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'run-'));
	for (const folder of ['scripts', 'node_modules/.bin', 'node_modules/typescript-7/bin', 'bin']) {
		mkdirSync(join(root, folder), { recursive: true });
	}
	copyFileSync(SCRIPT, join(root, 'scripts/run.mjs'));
	writeFileSync(join(root, 'scripts/fuzz.mjs'), '');
	writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\ntouch '${join(root, 'installed')}'\n`, { mode: 0o755 });
});
afterEach(() => rmSync(root, { recursive: true }));

type Packages = Record<string, { version?: string; optional?: boolean }>;
const lock = (file: string, packages: Packages) => writeFileSync(join(root, file), JSON.stringify({ packages }));

function runCommand(...given: string[]) {
	const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH ?? ''}` };
	return spawnSync(process.execPath, ['scripts/run.mjs', ...given], { cwd: root, env, encoding: 'utf8' });
}

/** Whether a command installs first. */
function installs(): boolean {
	const { status, stderr } = runCommand('fuzz');
	expect([status, stderr]).toEqual([0, '']);
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

/** The programs of `npm test`, by the names of its steps. */
const PROGRAMS = {
	Lint: '.bin/oxlint',
	Format: '.bin/oxfmt',
	"n8n's rules": '.bin/eslint',
	Types: 'typescript-7/bin/tsc',
	Build: '.bin/gulp',
	Tests: '.bin/jest',
};
type Step = keyof typeof PROGRAMS;

const passes = 'console.log("all well")';
const fails = 'console.log("what is wrong"); process.exitCode = 3';
/** Runs until it is ended; files say that it has begun, and that it was ended. */
const waits = `
	const { writeFileSync } = require('node:fs');
	process.once('SIGTERM', () => {
		writeFileSync('ended', '');
		process.kill(process.pid, 'SIGTERM');
	});
	setInterval(() => {}, 1000);
	console.log('half a report');
	writeFileSync('begun', '');`;
/** Fails once the one that waits has begun. */
const failsBeside = `
	const look = setInterval(() => {
		if (!require('node:fs').existsSync('begun')) return;
		clearInterval(look);
		${fails};
	}, 5);`;

/** `npm test` with programs that do as they are told; all others pass. */
function runTests(programs: Partial<Record<Step, string>>, ...given: string[]) {
	lock('node_modules/.package-lock.json', WANTED);
	lock('package-lock.json', WANTED);
	for (const [name, file] of Object.entries(PROGRAMS)) {
		const text = `#!${process.execPath}\n${programs[name as Step] ?? passes}\n`;
		writeFileSync(join(root, 'node_modules', file), text, { mode: 0o755 });
	}
	const { status, stdout } = runCommand('test', ...given);
	return { status, said: stdout, wasEnded: existsSync(join(root, 'ended')) };
}

test('all steps run, and the tests take what is given to the command', () => {
	const { status, said } = runTests({ Tests: 'console.log(process.argv.slice(2).join())' }, '--onlyFailures', 'x');
	expect(status).toBe(0);
	for (const name of Object.keys(PROGRAMS)) expect(said).toContain(`▶ ${name}\n`);
	expect(said).toContain('\n--onlyFailures,x\n');
});

test.each<Step>(['Lint', 'Types'])('%s fails: the tests end, and the failure is told', (name) => {
	const { status, said, wasEnded } = runTests({ [name]: failsBeside, Tests: waits });
	expect([status, wasEnded]).toEqual([3, true]);
	expect(said).toContain(`▶ ${name}\nwhat is wrong\n`);
});

test('the tests fail: a check that runs ends, and does not say half of its report', () => {
	const { status, said, wasEnded } = runTests({ Types: waits, Tests: failsBeside });
	expect([status, wasEnded]).toEqual([3, true]);
	expect(said).not.toContain('half a report');
});

test('the build fails: no test begins', () => {
	const { status, said } = runTests({ Build: fails });
	expect(status).toBe(3);
	expect(said).not.toContain('▶ Tests');
});
