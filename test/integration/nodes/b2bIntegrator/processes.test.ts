import type { INodeParameters } from 'n8n-workflow';

import { b2bi, b2biForFile, b2biRefused, runB2bi } from '../../../support/b2bi/nodes';

const bench = b2biForFile();
const start = (uri: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'process',
	operation: 'start',
	adapterUri: bench.sandbox.adapterUrl + uri,
	contentSource: 'text',
	text: 'no interchange',
	...more,
});
const process = (operation: string, processId: unknown, more: INodeParameters = {}): INodeParameters => ({
	resource: 'process',
	operation,
	processId: String(processId),
	...more,
});

it.each([
	['field', 'processId'],
	['pattern', '"processId":(\\d+)'],
	['pattern', '(?<="processId":)\\d+'],
])('finds the process ID by %s', async (processIdFrom, processIdAt) => {
	const [row] = await b2bi(bench.sandbox, start('long', { processIdFrom, processIdAt }));
	expect(row).toMatchObject({ processId: expect.stringMatching(/^\d+$/), response: { status: 'started' } });
});

it('says that the process was started where its ID is not in the response', async () => {
	const error = await b2biRefused(bench.sandbox, start('drop-async', { processIdFrom: 'field', processIdAt: 'id' }));
	expect(error.message).toMatch(/The process was started/);
	expect(error.description).toMatch(/Do not start it again/);
});

it.each(['(', 'id\\'])('refuses the pattern %s before anything is started', async (processIdAt) => {
	const error = await b2biRefused(bench.sandbox, start('long', { processIdFrom: 'pattern', processIdAt }));
	expect(error.message).toBe(`Header, Field or Pattern: "${processIdAt}" is not a regular expression`);
	expect(bench.sandbox.log.list('adapter')).toEqual([]);
});

it.each([
	['"processId":\\d+', [expect.stringMatching(/^The pattern has no group/)]],
	['(?:[Ii]d":)\\d+', [expect.stringMatching(/^The pattern has no group/)]],
	['"processId":(\\d+)', []],
])('a hint says what the process ID is by the pattern %s', async (processIdAt, hints) => {
	const finished = await runB2bi(bench.sandbox, start('long', { processIdFrom: 'pattern', processIdAt }));
	expect(finished.hints('B2B')).toEqual(hints);
});

it('returns what the process responds', async () => {
	expect(await b2bi(bench.sandbox, start('echo'))).toMatchObject([{ started: true, response: 'no interchange' }]);
});

it('never starts one twice: a lost response is uncertain', async () => {
	bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api: 'adapter' });
	const error = await b2biRefused(bench.sandbox, start('drop'));
	expect(error.message).toMatch(/may or may not have been carried out/);
	expect(bench.sandbox.log.list('adapter')).toHaveLength(1);
});

it('never starts one twice: a process may also respond with 429 after its work', async () => {
	bench.sandbox.faults.add({ kind: 'status', status: 429, afterWork: true, api: 'adapter', times: 0 });
	const error = await b2biRefused(bench.sandbox, start('drop'));
	bench.sandbox.faults.clear();
	expect(bench.sandbox.log.list('adapter')).toHaveLength(1);
	expect(error.message).toMatch(/may or may not have been carried out/);
});

it('takes the success codes that are chosen, and refuses what is no status code', async () => {
	bench.sandbox.faults.add({ kind: 'status', status: 409, api: 'adapter' });
	expect(await b2bi(bench.sandbox, start('echo', { options: { successCodes: '400, 409' } }))).toMatchObject([
		{ started: true, status: 409 },
	]);
	bench.sandbox.log.clear();
	const error = await b2biRefused(bench.sandbox, start('echo', { options: { successCodes: '400, conflict' } }));
	expect(error.message).toBe('Options → Success Codes: "conflict" is not an HTTP status code');
	expect(bench.sandbox.log.list('adapter')).toEqual([]);
});

it('explains a login that the adapter wants', async () => {
	const error = await b2biRefused(bench.sandbox, start('drop-secure'));
	expect(error.httpCode).toBe('401');
});

it('follows a process that fails, and tells its report', async () => {
	const found = { processIdFrom: 'field', processIdAt: 'processId' };
	const [{ processId }] = await b2bi(bench.sandbox, start('deenvelope', found));
	bench.sandbox.clock.advance(100);
	const wait = process('wait', processId, { longestWait: 5, options: { interval: 1 } });
	const error = await b2biRefused(bench.sandbox, wait);
	expect(error.message).toMatch(/EDIDeenvelope .* has failed: No ISA segment found/);
	const options = { interval: 1, whenFailed: 'continue' };
	expect(await b2bi(bench.sandbox, { ...wait, options })).toMatchObject([
		{ state: 'failed', statusReport: 'The document does not start with an interchange header.' },
	]);
});

it('gives up waiting in time, and leaves the process alone', async () => {
	const id = bench.sandbox.processes.start('LongRun', { document: Buffer.from('x'), name: 'x' });
	bench.sandbox.clock.advance(50);
	const wait = process('wait', id, { longestWait: 1, options: { interval: 1 } });
	const error = await b2biRefused(bench.sandbox, wait);
	expect(error.message).toMatch(/did not end in time \(Waiting\)/);
	expect(await b2bi(bench.sandbox, process('get', id))).toMatchObject([{ state: 'waiting' }]);
});

it('restarts what has ended and terminates what runs, and never takes one for the other', async () => {
	const { sandbox } = bench;
	const id = sandbox.processes.start('LongRun', { document: Buffer.from('x'), name: 'x' });
	sandbox.clock.advance(50);
	expect((await b2biRefused(sandbox, process('restart', id))).message).toMatch(/still running/);
	expect(await b2bi(sandbox, process('get', id))).toMatchObject([{ state: 'waiting' }]);
	await b2bi(sandbox, process('terminate', id));
	expect(await b2bi(sandbox, process('get', id))).toMatchObject([{ state: 'terminated', exeState: 'terminated' }]);
	await b2bi(sandbox, process('restart', id));
	sandbox.clock.advance(50);
	expect(await b2bi(sandbox, process('get', id))).toMatchObject([{ state: 'waiting' }]);
});

it('writes the times of steps in UTC by the zone of the server', async () => {
	const id = bench.sandbox.processes.start('EchoDocument', { document: Buffer.from('x'), name: 'x' });
	const startedAt = bench.sandbox.clock.now();
	bench.sandbox.clock.advance(10);
	const [row] = await b2bi(bench.sandbox, process('get', id), { credential: { serverTimeZone: 'Etc/GMT-2' } });
	expect(Date.parse(String(row.startedAt))).toBeGreaterThan(startedAt - 2 * 3_600_000 - 5_000);
	expect(Date.parse(String(row.startedAt))).toBeLessThan(startedAt - 2 * 3_600_000 + 5_000);
});

it('says that there is no such process', async () => {
	expect((await b2biRefused(bench.sandbox, process('get', 1))).message).toBe(
		'There is no business process with the ID 1.',
	);
});
