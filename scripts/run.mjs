// Runs one of the project's commands on a fresh clone as well as on a prepared one: installs what is missing first,
// then takes the steps one after another and stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const tsx = (file) => [bin('tsx'), file];

const COMMANDS = {
	test: [
		['Lint', bin('eslint'), '.'],
		['Types', bin('tsc'), '--noEmit', '-p', '.'],
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
		['Generated documentation', ...tsx('scripts/docs.ts')],
	],
	bench: [
		['Build', bin('gulp'), 'build', '-L'],
		['Bench', ...tsx('bench/main.ts')],
	],
	soak: [
		['Build', bin('gulp'), 'build', '-L'],
		['Soak', ...tsx('bench/soak/main.ts')],
	],
	fuzz: [['Fuzz', process.execPath, bin('jest'), '--selectProjects', 'unit', '--testPathPatterns', 'unit/fuzz']],
	sandbox: [['Sandbox', ...tsx('sandbox/main.ts')]],
	e2e: [
		['Build', bin('gulp'), 'build', '-L'],
		['End to end', ...tsx('e2e/run.ts')],
	],
};

const [command, ...rest] = process.argv.slice(2);
const steps = COMMANDS[command];
if (!steps) {
	console.error(`Usage: node scripts/run.mjs ${Object.keys(COMMANDS).join(' | ')}`);
	process.exit(2);
}

installIfNeeded();
steps.forEach(([name, ...line], i) => {
	const isLast = i === steps.length - 1;
	console.log(`\n▶ ${name}`);
	const started = Date.now();
	run(line[0], [...line.slice(1), ...(isLast ? rest : [])]);
	if (!isLast) console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
});

/** npm leaves a lock file of its own in node_modules; when it is older than ours, something is missing. */
function installIfNeeded() {
	const installed = join(root, 'node_modules', '.package-lock.json');
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
	console.log('▶ Install (once, about a minute)');
	run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=true']);
}

function run(file, args) {
	const { status, error } = spawnSync(file, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
	if (error) console.error(String(error));
	if (status !== 0) process.exit(status ?? 1);
}
