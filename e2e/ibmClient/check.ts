import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { startMq, type MqSandbox } from '../../sandbox/mq';
import { runChecks, type Check, type Result } from '../lib/results';
import { CACHE } from '../lib/paths';
import { say } from '../lib/say';

const run = promisify(execFile);
const FOLDER = resolve(__dirname);
const GOLDEN = resolve(__dirname, '../../test/integration/clients/mq/ibmFrames.json');

/** What IBM's client has to say about its calls. */
const EXPECTED = [
	'connected',
	'opened',
	'put',
	'depth 1',
	"browsed Hello from IBM's client",
	"got Hello from IBM's client",
	'backed out',
	'backout count 1',
	'committed',
	'large 200000',
	'empty 2033',
	'put1',
	'disconnected',
];

/** Names of the requests by the types of their segments. */
const NAMES: Record<number, string> = {
	0x01: 'initialData',
	0x05: 'end',
	0x08: 'userId',
	0x0a: 'authentication',
	0x81: 'connect',
	0x82: 'disconnect',
	0x83: 'open',
	0x84: 'close',
	0x85: 'get',
	0x86: 'put',
	0x87: 'put1',
	0x89: 'inquire',
	0x8a: 'commit',
	0x8b: 'backOut',
};

/**
 * Lets IBM's client for Java (downloaded by Maven, never kept here) work with the emulated queue manager, without sharing
 * conversations and with and without a password, and records the requests that it sends. With `write`, these become the
 * frames that the built-in client is compared with.
 */
export async function ibmClientChecks(write: boolean): Promise<Result[]> {
	say("fetching IBM's client for Java with Maven …");
	mkdirSync(CACHE, { recursive: true });
	const file = join(CACHE, 'ibm-client.classpath');
	const goal = ['-B', '-q', '-f', join(FOLDER, 'pom.xml'), 'dependency:build-classpath', `-Dmdep.outputFile=${file}`];
	await run('mvn', goal, { timeout: 600_000 });
	const classPath = readFileSync(file, 'utf8').trim();
	const sandbox = await startMq({ plainHttp: true, withoutMessages: true, behaviour: { fapLevel: 12 } });
	try {
		sandbox.records = true;
		const checks = [checkOf('without a password', []), checkOf('with a password', ['app', 'App-Password-1'])];
		const results = await runChecks('MQ', checks, { sandbox, classPath });
		if (write) writeFileSync(GOLDEN, `${JSON.stringify(framesOf(sandbox.recorded), null, '\t')}\n`);
		return results;
	} finally {
		await sandbox.close();
	}
}

interface Scene {
	sandbox: MqSandbox;
	classPath: string;
}

function checkOf(how: string, login: string[]): Check<Scene> {
	return {
		name: `IBM's client for Java puts, browses, gets, commits and backs out, ${how}`,
		run: async ({ sandbox, classPath }) => {
			for (const queue of sandbox.manager.queues.values()) queue.clear();
			// Its message protection would ask for queues that are not there.
			const env = { ...process.env, AMQ_DISABLE_CLIENT_AMS: 'TRUE' };
			const program = ['-cp', classPath, join(FOLDER, 'MqiCheck.java'), String(sandbox.port), ...login];
			const { stdout } = await run('java', program, { env, timeout: 120_000, cwd: CACHE });
			const said = stdout.trim().split(/\r?\n/).join(', ');
			if (said !== EXPECTED.join(', ')) throw new Error(`It said: ${said}`);
			return said;
		},
	};
}

/** The last segment of each kind that is the first of its message: the one with the most to compare. */
function framesOf(recorded: readonly Buffer[]): Record<string, string> {
	const frames: Record<string, string> = {};
	for (const segment of recorded) {
		const name = NAMES[segment[9]];
		const isWhole = (segment[10] & 0x30) === 0x30;
		if (name && isWhole && !(name === 'initialData' && segment[8] === 1)) frames[name] = segment.toString('hex');
	}
	return frames;
}
