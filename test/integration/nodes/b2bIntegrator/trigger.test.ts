import { setImmediate as turn } from 'node:timers/promises';

import type { INodeParameters, IRun } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { ActiveWorkflow, type Polled } from '../../../../engine/poll';
import { IbmB2bIntegratorTrigger } from '../../../../nodes/IbmB2bIntegrator/IbmB2bIntegratorTrigger.node';
import { b2biCredential, b2biForFile } from '../../../support/b2bi/nodes';

const TYPE = 'n8n-nodes-ibm-sterling.ibmB2bIntegratorTrigger';
/** One for all runs: making the description takes longer than most of them. */
const nodeTypes = { [TYPE]: new IbmB2bIntegratorTrigger() };
const bench = b2biForFile({ withoutMessages: true });
beforeEach(() => bench.sandbox.store.messages.clear());

function active(parameters: INodeParameters = {}, cursors: 'legacy' | 'durable' = 'legacy'): ActiveWorkflow {
	const all = { mailbox: locate('path', '/ACME/Inbox'), content: 'text', afterwards: 'leave', ...parameters };
	const credentials = { ibmB2bIntegratorApi: { id: 'b2bi', name: 'Sandbox' } };
	return new ActiveWorkflow(
		{
			nodes: [{ id: 't', name: 'Trigger', type: TYPE, typeVersion: 1, position: [0, 0], parameters: all, credentials }],
			connections: {},
		},
		{
			cursors,
			nodeTypes,
			credentials: { b2bi: b2biCredential(bench.sandbox) },
		},
	);
}

const put = (name: string, content: string | Buffer = name, path = '/ACME/Inbox', lateMs = 0) =>
	bench.sandbox.store.deposit(path, name, content, lateMs);
const namesIn = ({ items, error }: Polled) => {
	if (error) throw error;
	return (items ?? []).map(({ json }) => json.name);
};

describe.each(['legacy', 'durable'] as const)('with %s cursors', (cursors) => {
	it('passes on what comes in, once, oldest first, with its content', async () => {
		put('before');
		const workflow = active({}, cursors);
		expect(await workflow.activate()).toMatchObject({ items: null });
		put('one', 'content of one');
		put('two');
		const polled = await workflow.poll();
		expect(polled.items?.map(({ json }) => json)).toMatchObject([
			{ name: 'one', data: 'content of one', mailboxPath: '/ACME/Inbox', size: 14, id: expect.any(Number) },
			{ name: 'two', data: 'two' },
		]);
		expect(namesIn(await workflow.poll())).toEqual([]);
		put('one', 'another one of the same name');
		expect(namesIn(await workflow.poll())).toEqual(['one']);
	});

	it('goes on after a restart and under another name', async () => {
		const workflow = active({}, cursors);
		await workflow.activate();
		put('one');
		expect(namesIn(await workflow.poll())).toEqual(['one']);
		workflow.restart();
		put('two');
		expect(namesIn(await workflow.poll())).toEqual(['two']);
		workflow.edit({ name: 'Renamed' });
		put('three');
		expect(namesIn(await workflow.poll())).toEqual(['three']);
	});

	it('tells a message that becomes visible late, after ones with higher IDs', async () => {
		const workflow = active({}, cursors);
		await workflow.activate();
		put('late', 'late', '/ACME/Inbox', 60_000);
		put('soon');
		expect(namesIn(await workflow.poll())).toEqual(['soon']);
		bench.sandbox.clock.advance(60_001);
		expect(namesIn(await workflow.poll())).toEqual(['late']);
		expect(namesIn(await workflow.poll())).toEqual([]);
	});
});

it('passes on at most so many messages a poll, and the rest later on', async () => {
	const workflow = active({ options: { messagesPerPoll: 2 } });
	await workflow.activate();
	for (const name of ['a', 'b', 'c', 'd', 'e']) put(name);
	expect(namesIn(await workflow.poll())).toEqual(['a', 'b']);
	expect(namesIn(await workflow.poll())).toEqual(['c', 'd']);
	put('f');
	expect(namesIn(await workflow.poll())).toEqual(['e', 'f']);
});

it('begins with what is there where it is told to', async () => {
	put('there');
	const workflow = active({ options: { startWith: 'existing' } });
	expect(namesIn(await workflow.activate())).toEqual(['there']);
});

it('watches patterns, sub-mailboxes and further mailboxes, and mailboxes that come up later', async () => {
	const workflow = active({
		mailbox: locate('path', '/*/Inbox'),
		withSubMailboxes: true,
		options: { furtherMailboxes: '/ACME/Drop' },
	});
	await workflow.activate();
	put('a', 'a', '/ACME/Inbox');
	put('d', 'd', '/ACME/Drop');
	put('n', 'n', '/NEWCOMER/Inbox');
	put('s', 's', '/ACME/Inbox/Sub');
	put('no', 'no', '/ACME');
	expect(namesIn(await workflow.poll())).toEqual(['a', 'd', 'n', 's']);
});

it('takes what is in a mailbox that the user adds as told', async () => {
	const workflow = active();
	await workflow.activate();
	put('old', 'old', '/CONTOSO');
	put('new');
	workflow.edit({
		parameters: {
			mailbox: locate('path', '/ACME/Inbox'),
			content: 'none',
			options: { furtherMailboxes: '/CONTOSO' },
		},
	});
	expect(namesIn(await workflow.poll())).toEqual(['new']);
	put('newer', 'newer', '/CONTOSO');
	expect(namesIn(await workflow.poll())).toEqual(['newer']);
});

it('tells only names that fit, and never those that did not, when the pattern changes', async () => {
	const workflow = active({ namePattern: '855_*' });
	await workflow.activate();
	put('855_1.edi');
	put('997_1.edi');
	expect(namesIn(await workflow.poll())).toEqual(['855_1.edi']);
	workflow.edit({ parameters: { mailbox: locate('path', '/ACME/Inbox'), content: 'none', namePattern: '' } });
	put('x');
	expect(namesIn(await workflow.poll())).toEqual(['x']);
});

it('starts on no message, and deletes none, where the expression of the pattern returns nothing, unless Options say so', async () => {
	put('855_1.edi');
	const pattern = (emptyFilters: string) =>
		active({ namePattern: '={{ "" }}', afterwards: 'delete', options: { startWith: 'existing', emptyFilters } });
	await expect(pattern('fail').activate()).rejects.toMatchObject({
		message: 'Name Pattern is empty: its expression returns nothing',
		description: expect.stringContaining('messages of any name would start the workflow'),
	});
	expect(bench.sandbox.store.messages.size).toBe(1);
	expect(namesIn(await pattern('ignore').activate())).toEqual(['855_1.edi']);
});

describe('the content', () => {
	it('comes as a file, byte by byte', async () => {
		const workflow = active({ content: 'binary', options: { outputField: 'file' } });
		await workflow.activate();
		put('a.bin', Buffer.from([0, 255, 1]));
		const [{ json, binary }] = (await workflow.poll()).items!;
		expect(json).not.toHaveProperty('file');
		expect(binary?.file).toMatchObject({ fileName: 'a.bin' });
		expect([...Buffer.from(binary!.file.data, 'base64')]).toEqual([0, 255, 1]);
	});

	it('is not read where it is larger than wanted, and the item says so', async () => {
		const workflow = active({ options: { largestContent: 0.001 } });
		await workflow.activate();
		put('large', 'x'.repeat(2000));
		const [{ json }] = (await workflow.poll()).items!;
		expect(json).toMatchObject({ name: 'large', contentSkipped: expect.stringContaining('2000 bytes') });
		expect(bench.sandbox.log.list('documents')).toEqual([]);
	});

	it('that is damaged holds up nothing: its item says why', async () => {
		const workflow = active();
		await workflow.activate();
		put('damaged', Buffer.from([255, 254]));
		const { documentId } = put('missing');
		bench.sandbox.store.documents.delete(documentId);
		put('sound');
		const items = (await workflow.poll()).items!.map(({ json }) => json);
		expect(items).toMatchObject([
			{ name: 'damaged', contentError: expect.stringContaining('not text') },
			{ name: 'missing', contentError: expect.stringContaining('was not found') },
			{ name: 'sound', data: 'sound' },
		]);
	});

	it('of a message that is deleted meanwhile is passed over', async () => {
		const workflow = active();
		await workflow.activate();
		const gone = put('gone');
		put('stays');
		const { store } = bench.sandbox;
		const contentOf = store.messagesOf.bind(store);
		// Deleted right after the list was read.
		store.messagesOf = (id) => {
			const found = contentOf(id);
			store.documents.delete(gone.documentId);
			store.messages.delete(gone.id);
			return found;
		};
		const polled = await workflow.poll();
		store.messagesOf = contentOf;
		expect(namesIn(polled)).toEqual(['stays']);
	});
});

it('fails aloud on a broken server, and tells everything afterwards', async () => {
	const workflow = active();
	await workflow.activate();
	put('one');
	bench.sandbox.faults.add({ kind: 'drop', api: 'documents', times: 0 });
	expect((await workflow.poll()).error?.message).toMatch(/was closed before the response was complete/);
	bench.sandbox.faults.clear();
	expect(namesIn(await workflow.poll())).toEqual(['one']);
});

it('says which mailbox is not there at its activation', async () => {
	await expect(active({ mailbox: locate('path', '/NOWHERE') }).activate()).rejects.toThrow('no mailbox /NOWHERE');
});

describe.each([
	['delete', (id: number) => bench.sandbox.store.messages.has(id) === false],
	['mark', (id: number) => JSON.stringify(bench.sandbox.store.messages.get(id)?.extractability) === '{"count":0}'],
] as const)('Then: %s', (afterwards, isSettled) => {
	const run = (status: IRun['status'], error?: Error) =>
		({ status, data: { resultData: { runData: {}, error } } }) as unknown as IRun;
	const settled = async (check: () => boolean) => {
		for (let i = 0; i < 2000 && !check(); i++) await turn();
		return check();
	};

	it.each(['legacy', 'durable'] as const)(
		'waits for the success of the execution, with %s cursors',
		async (cursors) => {
			const workflow = active({ afterwards }, cursors);
			await workflow.activate();
			const { id } = put('one');
			const polled = await workflow.poll();
			expect(namesIn(polled)).toEqual(['one']);
			expect(isSettled(id)).toBe(false);
			polled.finish!(run('success'));
			expect(await settled(() => isSettled(id))).toBe(true);
			expect(namesIn(await workflow.poll())).toEqual([]);
		},
	);

	it.each([
		['failed', run('error', new Error('x'))],
		['was cancelled', run('canceled')],
		['waits', run('waiting')],
	])('leaves everything where the execution %s', async (_what, outcome) => {
		const workflow = active({ afterwards });
		await workflow.activate();
		const { id } = put('one');
		const polled = await workflow.poll();
		bench.sandbox.log.clear();
		polled.finish!(outcome);
		for (let i = 0; i < 50; i++) await turn();
		expect(isSettled(id)).toBe(false);
		expect(bench.sandbox.log.list()).toEqual([]);
	});

	it('leaves what was not read as a whole, and reports what could not be done', async () => {
		const workflow = active({ afterwards, options: { largestContent: 0.001 } });
		await workflow.activate();
		const large = put('large', 'x'.repeat(2000));
		const small = put('small');
		const polled = await workflow.poll();
		bench.sandbox.faults.add({ kind: 'status', status: 400, api: 'mailboxmessages', times: 0 });
		polled.finish!(run('success'));
		expect(await settled(() => polled.error !== undefined)).toBe(true);
		expect(polled.error?.message).toMatch(/1 of 1 messages could not be/);
		expect([isSettled(large.id), isSettled(small.id)]).toEqual([false, false]);
	});
});

it('keeps its state small', async () => {
	for (let i = 0; i < 300; i++) put(`m${i}`);
	const workflow = active({ content: 'none' });
	await workflow.activate();
	put('new');
	expect(namesIn(await workflow.poll())).toEqual(['new']);
	expect(workflow.stored.length).toBeLessThan(4_000);
});
