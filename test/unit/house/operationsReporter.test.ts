import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FILE = resolve(__dirname, '../../support/operationsReporter.cjs');

interface Reporter {
	onRunStart(): void;
	onRunComplete(contexts: Set<unknown>, results: object): void;
	getLastError(): Error | undefined;
}
type ReporterClass = (new (config: object) => Reporter) & {
	proofOf(operation: string, tests: string[]): string;
};

const outside = process.env.OPERATIONS_NOTES;
beforeEach(() => {
	jest.spyOn(process.stderr, 'write').mockReturnValue(true);
	jest.spyOn(process, 'once').mockReturnValue(process);
});
afterEach(() => {
	jest.restoreAllMocks();
	if (outside === undefined) delete process.env.OPERATIONS_NOTES;
	else process.env.OPERATIONS_NOTES = outside;
});

/** What a run of these projects, in which nothing was noted, comes to. */
function judged(projects: string[], { config = {}, results = {} } = {}) {
	const Reporter = jest.requireActual<ReporterClass>(FILE);
	// jest's global configuration lists all projects, whichever were selected.
	const reporter = new Reporter({ projects: ['/unit', '/integration'], nonFlagArgs: [], ...config });
	delete process.env.OPERATIONS_NOTES;
	reporter.onRunStart();
	const folder = process.env.OPERATIONS_NOTES;
	const contexts = new Set(projects.map((name) => ({ config: { displayName: { name } } })));
	reporter.onRunComplete(contexts, { numFailedTests: 0, wasInterrupted: false, ...results });
	return { error: reporter.getLastError()?.message, isLeft: folder !== undefined && existsSync(folder) };
}

test('a run of all projects fails where no test ran the operations', () => {
	jest.doMock(
		resolve(__dirname, '../../../dist/nodes/IbmSterlingOms/IbmSterlingOms.node.js'),
		() => ({
			IbmSterlingOms: class {
				description = {
					properties: [
						{ name: 'operation', displayOptions: { show: { resource: ['order'] } }, options: [{ value: 'create' }] },
					],
				};
			},
		}),
		{ virtual: true },
	);
	expect(judged(['unit', 'integration'])).toEqual({
		error: expect.stringContaining('No test proves order:create.'),
		isLeft: false,
	});
});

test.each<[string, Parameters<typeof judged>]>([
	['of one project', [['unit']]],
	['of another one', [['integration']]],
	['that was interrupted', [['unit', 'integration'], { results: { wasInterrupted: true } }]],
	['of some files', [['unit', 'integration'], { config: { testPathPatterns: { patterns: ['order'] } } }]],
])('a run %s is not judged, and leaves nothing behind', (_what, given) => {
	expect(judged(...given)).toEqual({ error: undefined, isLeft: false });
});

test('a test that carries an operation out proves it, and one of its own file before others', () => {
	const tests = [
		'test/integration/docs/pages.test.ts: orders.md: order cancel',
		'test/integration/nodes/dryRun.test.ts: a dry run over json of order:cancel shows the request and sends nothing',
		'test/integration/nodes/orderCancel.test.ts: asks for an order',
		'test/integration/nodes/orderCancel.test.ts: over json cancels a line',
		'test/integration/nodes/orderCancel.test.ts: over json cancels an order',
		'test/integration/nodes/delivery.test.ts: over json order:cancel is queued',
	];
	const { proofOf } = jest.requireActual<ReporterClass>(FILE);
	const order = [3, 4, 2, 5, 0, 1].map((i) => tests[i]);
	const left = [...tests];
	for (const expected of order) {
		expect(proofOf('order:cancel', left)).toBe(expected);
		left.splice(left.indexOf(expected), 1);
	}
});

test.each(['SIGINT', 'SIGTERM'])('%s leaves nothing behind', (signal) => {
	const folder = mkdtempSync(join(tmpdir(), 'reporter-'));
	const program = `
		new (require(process.argv[1]))({}).onRunStart();
		console.log(require('node:fs').readdirSync(process.env.TMPDIR).length);
		setInterval(() => undefined, 1000);
		process.kill(process.pid, process.argv[2]);
	`;
	const env = { ...process.env, TMPDIR: folder };
	const { stdout, status } = spawnSync(process.execPath, ['-e', program, FILE, signal], { env, encoding: 'utf8' });
	expect({ made: stdout.trim(), status, left: readdirSync(folder) }).toEqual({
		made: '1',
		status: signal === 'SIGINT' ? 130 : 143,
		left: [],
	});
	rmSync(folder, { recursive: true });
});
