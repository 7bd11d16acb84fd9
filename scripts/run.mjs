// Runs one of the project's commands on a fresh clone as well as on a prepared one: installs what is missing first,
// then takes the steps one after another, and stops at the first that fails. What stands beside them starts with the
// first step.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
// Not by the command tsx: it stands between a signal and the program that has to clean up.
const tsx = (file) => [process.execPath, '--import', 'tsx', file];

/** Checks beside the steps of a command, which need not wait for them. */
const BESIDE = {
	test: [
		['Lint', bin('oxlint'), '--report-unused-disable-directives-severity=error'],
		['Format', bin('oxfmt'), '--check'],
		["n8n's rules", bin('eslint'), '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
		// Each checker works out for itself what files share; the tests want the other processors.
		['Types', process.execPath, 'node_modules/typescript-7/bin/tsc', '--noEmit', '--checkers', '2', '-p', '.'],
	],
};

const COMMANDS = {
	test: [
		['Build', bin('gulp'), 'build', '-L'],
		['Tests', process.execPath, bin('jest')],
	],
	demo: [
		['Build', bin('gulp'), 'build', '-L'],
		['Demo', ...tsx('demo/main.ts')],
	],
	docs: [
		['Build', bin('gulp'), 'build', '-L'],
		['Output schemas', ...tsx('scripts/schemas/generate.ts')],
		['Output schemas of X12', ...tsx('scripts/schemas/x12.ts')],
		['Output schemas of Inventory Visibility', ...tsx('scripts/schemas/inventory.ts')],
		['Output schemas of B2B Integrator', ...tsx('scripts/schemas/b2bIntegrator.ts')],
		['Output schemas of IBM MQ', ...tsx('scripts/schemas/mq.ts')],
		['Output schemas of SYSPRO', ...tsx('scripts/schemas/syspro.ts')],
		['Generated documentation', ...tsx('scripts/docs.ts')],
	],
	bench: [
		['Build', bin('gulp'), 'build', '-L'],
		['Bench', ...tsx('bench/main.ts')],
	],
	audit: [
		['Build', bin('gulp'), 'build', '-L'],
		['Audit', ...tsx('scripts/audit/run.ts')],
	],
	soak: [
		['Build', bin('gulp'), 'build', '-L'],
		['Soak', ...tsx('bench/soak/main.ts')],
	],
	fuzz: [['Fuzz', process.execPath, 'scripts/fuzz.mjs']],
	sandbox: [['Sandbox', ...tsx('sandbox/main.ts')]],
	e2e: [
		['Build', bin('gulp'), 'build', '-L'],
		['End to end', ...tsx('e2e/run.ts')],
	],
	editor: [
		['Build', bin('gulp'), 'build', '-L'],
		['Editor', ...tsx('e2e/editor.ts')],
	],
};

/** What a program that a signal has ended counts as. */
const ENDED = 130;
/** The programs of steps that run. */
const running = new Set();
/** The exit code of the first one that failed. */
let firstFailure;

const [command, ...rest] = process.argv.slice(2);
const steps = COMMANDS[command];
if (!steps) {
	console.error(`Usage: node scripts/run.mjs ${Object.keys(COMMANDS).join(' | ')}`);
	process.exit(2);
}

// The step decides when it ends. A terminal sends Ctrl-C to the step as well; otherwise it must be passed on.
const PASSED_ON = process.stdin.isTTY ? ['SIGTERM', 'SIGHUP'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
process.on('SIGINT', () => undefined);
const parent = process.ppid;

await installIfNeeded();
const beside = (BESIDE[command] ?? []).map(runBeside);
await runInTurn(steps);
await Promise.all(beside);
process.exit(firstFailure ?? 0);

async function runInTurn(steps) {
	for (const [i, step] of steps.entries()) {
		if (firstFailure === undefined) await runAtTheTerminal(step, i === steps.length - 1);
	}
}

/** A step that has the terminal; the last one of a command takes what was given to the command. */
async function runAtTheTerminal([name, file, ...args], isLast) {
	console.log(`\n▶ ${name}`);
	const started = Date.now();
	const code = await run(file, [...args, ...(isLast ? rest : [])]);
	note(code);
	if (!isLast && code === 0) console.log(`  ${name}: ${secondsSince(started)}`);
}

/** A check beside the steps: its output comes in one piece when it has ended. */
async function runBeside([name, file, ...args]) {
	const started = Date.now();
	const said = [];
	const code = await run(file, args, said);
	// One that was ended, because another failed, has nothing to say.
	if (code === ENDED && firstFailure !== undefined) return;
	note(code);
	console.log(`\n▶ ${name}\n${Buffer.concat(said)}  ${secondsSince(started)}`);
}

/** Takes note of an exit code; the first failure ends everything else. */
function note(code) {
	if (code === 0 || firstFailure !== undefined) return;
	firstFailure = code;
	for (const child of running) child.kill('SIGTERM');
}

function secondsSince(started) {
	return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * Whether node_modules has what the lock file wants: npm leaves a lock file of its own there. Times prove nothing, because
 * a change of branch touches our lock file. Optional packages depend on the platform.
 */
function isInstalled() {
	const packagesIn = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8')).packages;
	if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
	const installed = packagesIn('node_modules', '.package-lock.json');
	return Object.entries(packagesIn('package-lock.json')).every(
		([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
	);
}

async function installIfNeeded() {
	if (isInstalled()) return;
	console.log('▶ Install (once, about a minute)');
	const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=true']);
	if (code !== 0) process.exit(code);
}

/**
 * Runs a program to its end and returns its exit code, 130 where a signal has ended it. Its output goes to the
 * terminal, or into `said`. A polite kill reaches the program. A shell between npm and this file keeps npm's SIGTERM to
 * itself and dies of it, so its death counts as one. (Where much is to be cleaned up, package.json starts this file by
 * `exec`, so that npm waits for it.)
 */
async function run(file, args, said) {
	const stdio = said ? ['ignore', 'pipe', 'pipe'] : 'inherit';
	const child = spawn(file, args, { cwd: root, stdio, shell: process.platform === 'win32' });
	for (const stream of said ? [child.stdout, child.stderr] : []) stream.on('data', (piece) => said.push(piece));
	// What runs beside takes the time that the steps leave.
	if (said && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
	running.add(child);
	const pass = (signal) => child.kill(signal);
	for (const signal of PASSED_ON) process.on(signal, pass);
	const watch = setInterval(() => process.ppid !== parent && pass('SIGTERM'), 500);
	const code = await new Promise((done) => {
		child.once('error', (error) => {
			console.error(String(error));
			done(1);
		});
		child.once('close', (status, signal) => done(signal ? ENDED : status));
	});
	clearInterval(watch);
	running.delete(child);
	for (const signal of PASSED_ON) process.off(signal, pass);
	return code;
}
