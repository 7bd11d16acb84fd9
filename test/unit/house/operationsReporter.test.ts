import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Reporter {
	onRunStart(): void;
	onRunComplete(contexts: Set<unknown>, results: object): void;
	getLastError(): Error | undefined;
}
type ReporterClass = new (config: object, options: object, context: object) => Reporter;

const outside = process.env.OPERATIONS_NOTES;
afterEach(() => {
	if (outside === undefined) delete process.env.OPERATIONS_NOTES;
	else process.env.OPERATIONS_NOTES = outside;
});

/** What a run comes to in which these operations were run. */
function judged(ran: string[], { config = {}, results = {}, projects = ['unit', 'integration'] } = {}) {
	const Class = jest.requireActual<ReporterClass>(resolve(__dirname, '../../support/operationsReporter.cjs'));
	const options = { catalogue: () => ['order:get', 'order:create'] };
	// As Jest makes it, which hands over its own context too.
	const reporter = new Class({ nonFlagArgs: [], ...config }, options, { firstRun: true });
	delete process.env.OPERATIONS_NOTES;
	reporter.onRunStart();
	const folder = process.env.OPERATIONS_NOTES as string | undefined;
	if (folder) appendFileSync(join(folder, '1'), `${ran.join('\n')}\n`);
	const contexts = new Set(projects.map((name) => ({ config: { displayName: { name } } })));
	reporter.onRunComplete(contexts, { numFailedTests: 0, wasInterrupted: false, ...results });
	return reporter.getLastError()?.message;
}

test('a whole run fails where an operation was run by no test', () => {
	expect(judged(['order:get'])).toBe('No test runs order:create.');
	expect(judged(['order:get', 'order:create', 'order:get'])).toBeUndefined();
});

test.each([
	['some files', { config: { testPathPatterns: { patterns: ['x'] } } }],
	['some tests', { config: { testNamePattern: 'x' } }],
	['one project', { projects: ['unit'] }],
	['a run with failures', { results: { numFailedTests: 1 } }],
	['a run that was stopped', { results: { wasInterrupted: true } }],
])('%s are not judged', (_name, options) => {
	expect(judged([], options)).toBeUndefined();
});
