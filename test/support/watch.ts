import { format } from 'node:util';

import type { Sandbox } from '../../sandbox';
import { Secrets, textsOf } from './secrets';

/**
 * Watches over secrets in every file of tests that runs nodes: it knows the credentials and login tokens of the
 * runs, collects what is written to the console meanwhile, and fails the test that lets one of them out.
 */
export const secrets = new Secrets();

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
const written: string[] = [];
const watched = new WeakSet<Sandbox>();
let running = 0;

/** Notes the login tokens that a sandbox gives out from now on. */
export function watchTokens(sandbox: Sandbox): void {
	if (watched.has(sandbox)) return;
	watched.add(sandbox);
	const { tokens } = sandbox;
	const issue = tokens.issue.bind(tokens);
	tokens.issue = (loginId) => {
		const token = issue(loginId);
		secrets.add('login token', token);
		return token;
	};
}

/** Does something while the console is watched; n8n's own log of failed nodes stays out of the test report. */
export async function watching<T>(work: () => Promise<T>): Promise<T> {
	running++;
	try {
		return await work();
	} finally {
		running--;
	}
}

/** Fails when a value holds a secret, anywhere. */
export function assertNoSecrets(value: unknown, where: string): void {
	const leaked = secrets.inAll(textsOf(value));
	if (leaked.length > 0) throw new Error(`${where} shows secrets: ${leaked.join(', ')}`);
}

interface Log {
	list(): object[];
}
/** Entries of logs that showed no secret. */
const clean = new WeakSet<object>();

/** Fails when a sandbox's log of requests holds a secret; looks at what is new in it. */
export function assertLogClean(log: Log): void {
	const fresh = log.list().filter((entry) => !clean.has(entry));
	assertNoSecrets(fresh, 'The log of the sandbox');
	for (const entry of fresh) clean.add(entry);
}

/** jest's console, and the one of n8n's packages, which are loaded outside of jest. */
const consoles = [console, (globalThis as unknown as { consoleOutside: Console }).consoleOutside];
const originals = consoles.map((each) => METHODS.map((method) => each[method]));
/** Where n8n's logger writes to past the methods. */
const streams = [
	...new Set(consoles.map((each) => (each as { _stdout?: NodeJS.WriteStream })._stdout ?? process.stdout)),
];
const writes = streams.map((stream) => stream.write.bind(stream));

beforeAll(() => {
	consoles.forEach((each, i) => {
		METHODS.forEach((method, j) => {
			each[method] = (...parts: unknown[]) => {
				written.push(format(...parts), ...textsOf(parts));
				if (running === 0) originals[i][j](...parts);
			};
		});
	});
	streams.forEach((stream, i) => {
		stream.write = ((...parts: Parameters<(typeof writes)[number]>) => {
			written.push(String(parts[0]));
			return running > 0 || writes[i](...parts);
		}) as typeof stream.write;
	});
});

/** What has been written since it was last asked for. */
export function takeConsole(): string[] {
	return written.splice(0);
}

afterEach(() => assertNoSecrets(takeConsole(), 'The console'));

afterAll(() => {
	consoles.forEach((each, i) => METHODS.forEach((method, j) => (each[method] = originals[i][j])));
	streams.forEach((stream, i) => (stream.write = writes[i]));
});
