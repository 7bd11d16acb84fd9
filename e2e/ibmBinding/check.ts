import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { runChecks, type Result } from '../lib/checks';
import { tempFolder } from '../lib/cleanup';
import { ROOT } from '../lib/paths';
import { say } from '../lib/say';

const run = promisify(execFile);
const FOLDER = resolve(__dirname);
const VERSION = '2.1.9';

const EXPECTED = [
	'refused 2058',
	'channel APP.SVRCONN         |mq.example(1414)',
	'user app',
	'keys keys.p12',
	'browsed 23',
	'browsed 200000',
	'got <Order OrderNo="Ü-1"/> {"mcd.Msd":"jms_text","a":1} 3 2026-01-15T09:30:00.000Z',
	'again 1',
	'moved true',
	'large 200000',
	'empty ',
	'inquired 0 3 DEV.QUEUE.2 In memory',
	'refused 2030',
	'refused 2085',
	'closed',
];

/**
 * Runs the transport for IBM's client with the real package ibmmq from the registry, without IBM's library: a stand-in in
 * C is compiled against the headers of the package.
 */
export async function ibmBindingChecks(): Promise<Result[]> {
	say('installing ibmmq without its C client, and compiling the stand-in for it …');
	const { path } = tempFolder('mq-binding');
	writeFileSync(join(path, 'package.json'), '{"name":"mq-binding","private":true}');
	await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `ibmmq@${VERSION}`], { cwd: path });
	const source = join(path, 'node_modules', 'ibmmq', 'src');
	const headers = [`-I${join(source, 'unix')}`, `-I${source}`];
	const library = join(path, 'libmqm_r.so');
	await run('gcc', ['-shared', '-fPIC', '-O1', ...headers, '-o', library, join(FOLDER, 'mqm.c')]);
	const work = async () => {
		const env = { ...process.env, LD_LIBRARY_PATH: path };
		const command = [
			join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
			join(ROOT, 'test', 'support', 'mq', 'playBinding.ts'),
			path,
		];
		const { stdout } = await run(process.execPath, command, { env, timeout: 120_000 });
		const said = stdout.split('\n').filter((line) => line !== '');
		const isRight = EXPECTED.every((line, at) => said[at]?.startsWith(line)) && said.length === EXPECTED.length;
		if (!isRight) throw new Error(`It said:\n${stdout}`);
		return said.join(', ');
	};
	return await runChecks(
		'MQ',
		[{ name: `the transport for IBM's client with the real ibmmq ${VERSION}`, run: work }],
		{},
	);
}
