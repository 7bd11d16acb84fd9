import * as errors from '../../../kit/errors';

const RealmEnvironment = jest.requireActual<
	new (
		config: object,
		context: object,
	) => { needsFreshModules: boolean; moduleMocker: typeof jest; setup(): Promise<void>; teardown(): Promise<void> }
>('../../support/jest/environment.cjs');
const CountReporter = jest.requireActual<
	new (...given: object[]) => { onRunComplete(contexts: Set<object>, results: object): void }
>('../../support/countReporter.cjs');

/** As jest-runner calls it. */
const environment = (docblockPragmas = {}) =>
	new RealmEnvironment({ globalConfig: {}, projectConfig: {} }, { console, docblockPragmas, testPath: __filename });

/** What Jest keeps of the running file on the global object. */
const symbolsOfJest = () =>
	Object.getOwnPropertySymbols(globalThis)
		.filter(({ description }) => /^(EVENT_HANDLERS|JEST_STATE_SYMBOL)$/.test(description ?? ''))
		.map((symbol) => [symbol, Reflect.get(globalThis, symbol) as unknown] as const);

describe('the environment', () => {
	test('puts back what a file changes on the process', async () => {
		const { stackTraceLimit } = Error;
		const before = { console: globalThis.console, exit: process.exit, env: { ...process.env } };
		const ofJest = symbolsOfJest();
		expect(ofJest.map(([symbol]) => symbol.description).sort()).toEqual(['EVENT_HANDLERS', 'JEST_STATE_SYMBOL']);
		const one = environment();
		await one.setup();
		one.moduleMocker.spyOn(Date, 'now').mockReturnValue(0);
		globalThis.console = {} as Console;
		process.exit = (() => undefined) as unknown as typeof process.exit;
		process.env.OF_A_TEST = 'set';
		delete process.env.PATH;
		await one.teardown();
		const left = symbolsOfJest();
		for (const [symbol, value] of ofJest) Reflect.set(globalThis, symbol, value);
		expect(left).toEqual([]);
		Error.stackTraceLimit = stackTraceLimit;
		expect(Date.now()).toBeGreaterThan(0);
		expect({ console: globalThis.console, exit: process.exit, env: { ...process.env } }).toEqual(before);
	});

	test('fails the file for a rejection that nobody has handled after its tests', async () => {
		const one = environment();
		const { stackTraceLimit } = Error;
		await one.setup();
		// Jest's own listeners, too, would hear a real one while this test runs.
		process.listeners('unhandledRejection').at(-1)?.(new Error('forgotten'), Promise.resolve());
		const ofJest = symbolsOfJest();
		await expect(one.teardown()).rejects.toThrow('forgotten');
		for (const [symbol, value] of ofJest) Reflect.set(globalThis, symbol, value);
		Error.stackTraceLimit = stackTraceLimit;
	});

	test('knows from the first comment of a file that it needs fresh modules', () => {
		expect(environment().needsFreshModules).toBe(false);
		expect(environment({ 'fresh-modules': '' }).needsFreshModules).toBe(true);
	});

	test('is the realm of Node.js itself', async () => {
		const failed = await import('node:fs/promises')
			.then(async ({ readFile }) => await readFile('/no/such/file'))
			.catch((error: unknown) => error);
		expect(failed).toBeInstanceOf(Error);
		expect(Buffer.from('a').buffer).toBeInstanceOf(ArrayBuffer);
	});
});

test('the project’s modules are one, whoever loads them', async () => {
	const { malformed } = await import('../../../kit/xml/unreadable');
	expect(malformed()).toBeInstanceOf(errors.ServiceError);
});

describe('expect', () => {
	const stackOf = (failing: () => unknown): string => {
		try {
			failing();
		} catch (error) {
			return (error as Error).stack ?? '';
		}
		throw new Error('Nothing failed');
	};

	test('has every matcher of Jest and their modifiers, and no other', async () => {
		const { matchers } = Reflect.get(globalThis, Symbol.for('$$jest-matchers-object')) as { matchers: object };
		const names = Object.keys(matchers);
		expect(names).toContain('toMatchSnapshot');
		const made = expect(1) as unknown as Record<string, unknown>;
		expect(names.filter((name) => typeof made[name] !== 'function')).toEqual([]);
		expect(made.toBeNothing).toBeUndefined();
		expect(Object.keys(matchers)).toEqual(names);
		expect(1).not.toBe(2);
		await expect(Promise.resolve(1)).resolves.not.toBe(2);
		await expect(Promise.reject(new Error('no'))).rejects.not.toThrow('yes');
		expect({ a: 1 }).toEqual(expect.objectContaining({ a: expect.any(Number) as number }));
	});

	test('fails as Jest does, and says where', async () => {
		const failed = stackOf(() => expect(1).not.toBe(1));
		expect(failed).toContain('expect(received).not.toBe(expected)');
		expect(failed).toContain(__filename);
		const later = await expect(Promise.resolve(1))
			.rejects.toThrow()
			.catch((error: Error) => error);
		expect((later as Error).message).toContain('Received promise resolved instead of rejected');
		expect((later as Error).stack).toContain(__filename);
		expect((later as Error).stack).not.toContain('jest/expect.cjs');
	});
});

test('the reporter of counts counts files that could not run as failed', () => {
	const said: string[] = [];
	const once = jest.spyOn(process, 'once').mockImplementation((_event, listener) => {
		listener();
		return process;
	});
	const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(said.push(String(text))));
	// As Jest calls it: with its configuration, the reporter's options and a context.
	const reporter = new CountReporter({}, {}, {});
	reporter.onRunComplete(new Set(), { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 2 });
	once.mockRestore();
	write.mockRestore();
	expect(said).toEqual(['\n3 passed, 3 failed\n']);
});

test('files that take long go first where no times are known, else by their times', () => {
	const { sort } = sequencer();
	expect(sort({ 'unit/a.test.ts': undefined, 'integration/demo/b.test.ts': undefined })).toEqual([
		'integration/demo/b.test.ts',
		'unit/a.test.ts',
	]);
	expect(sort({ 'unit/a.test.ts': 9, 'integration/demo/b.test.ts': 1 })).toEqual([
		'unit/a.test.ts',
		'integration/demo/b.test.ts',
	]);
});

/** The sequencer as Jest makes it, over files whose times of the last run are known or not. */
function sequencer() {
	const LongestFirst = jest.requireActual<
		new (options: object) => {
			time(test: object): number | undefined;
			hasFailed(test: object): boolean;
			sort(tests: object[]): Array<{ path: string }>;
		}
	>('../../support/jest/sequencer.cjs');
	const sort = (times: Record<string, number | undefined>) => {
		const one = new LongestFirst({ contexts: [], globalConfig: {} });
		one.time = (test) => times[(test as { path: string }).path];
		one.hasFailed = () => false;
		const context = { hasteFS: { getSize: () => 1 } };
		return one.sort(Object.keys(times).map((path) => ({ path, context }))).map(({ path }) => path);
	};
	return { sort };
}
