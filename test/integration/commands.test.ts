import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

import { programsOf } from '../support/program';

const root = resolve(__dirname, '../..');
const program = programsOf('sandbox/main.ts', 'bench/main.ts', 'bench/soak/main.ts', 'e2e/run.ts', 'e2e/editor.ts');

function call(file: string, ...given: string[]) {
	const { status, stderr } = spawnSync(process.execPath, [program(file), ...given], { cwd: root, encoding: 'utf8' });
	return { status, stderr };
}

test.each([
	['sandbox/main.ts', ['--prot', '1'], "Unknown option '--prot'"],
	['sandbox/main.ts', ['--auth', 'token'], '--auth must be one of standard, basic, jwt'],
	['sandbox/main.ts', ['--inventory', '--port', 'x'], '--port must be a number, not "x"'],
	[
		'bench/main.ts',
		['--only', 'sped'],
		'There is no row "sped": load, size, create, rate, read, drain, growth, x12, availability, b2bi, mq',
	],
	['bench/soak/main.ts', ['--minutes', 'two'], '--minutes and --seed must be numbers'],
	['e2e/run.ts', ['--lien', '2'], "Unknown option '--lien'"],
	['e2e/run.ts', ['--n8n', '../x'], '--n8n takes a version of n8n 1.x or 2.x, for example 2.20.12, not "../x"'],
	['e2e/editor.ts', ['--port', 'any'], '--port must be a port, not "any"'],
])('%s %p ends with a sentence and code 2', (file, given, sentence) => {
	expect(call(file, ...given)).toEqual({ status: 2, stderr: `${sentence}\nSee --help.\n` });
});
