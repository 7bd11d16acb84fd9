import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { b2bi, b2biForFile, b2biRefused, runB2bi } from '../../../support/b2bi/nodes';

const bench = b2biForFile({ withoutMessages: true });
beforeEach(() => bench.sandbox.store.messages.clear());

const message = (operation: string, more: INodeParameters): INodeParameters => ({
	resource: 'message',
	operation,
	...more,
});
const send = (more: INodeParameters = {}) =>
	message('send', {
		mailbox: locate('path', '/ACME'),
		name: 'order.edi',
		contentSource: 'text',
		text: 'ISA*',
		...more,
	});
const there = () => [...bench.sandbox.store.messages.values()];
const file = (bytes: number[], fileName = 'in.bin'): INodeExecutionData => ({
	json: {},
	binary: { data: { data: Buffer.from(bytes).toString('base64'), mimeType: 'application/x-thing', fileName } },
});

it('sends a file byte by byte, and gives it back as a file', async () => {
	const bytes = [0, 1, 250, 255, 13, 10];
	const [sent] = await b2bi(bench.sandbox, send({ contentSource: 'binary', binaryField: 'data' }), {
		input: [file(bytes)],
	});
	const finished = await runB2bi(
		bench.sandbox,
		message('download', {
			message: locate('id', String(sent.id)),
			contentOutput: 'binary',
			outputField: 'attachment',
			options: { mimeType: 'application/edi-x12' },
		}),
	);
	const [{ binary, json }] = finished.items('B2B');
	expect(json).toMatchObject({ name: 'order.edi', size: 6 });
	expect(binary?.attachment).toMatchObject({ fileName: 'order.edi', mimeType: 'application/edi-x12' });
	expect([...Buffer.from(binary!.attachment.data, 'base64')]).toEqual(bytes);
});

it.each(['id', 'path'] as const)('reads the sub-mailboxes of a mailbox that is given by its %s', async (mode) => {
	const { store } = bench.sandbox;
	store.deposit('/Tree', '1.edi', 'x');
	store.deposit('/Tree/Below', '2.edi', 'x');
	const mailbox = locate(mode, mode === 'id' ? String(store.ensureMailbox('/Tree').id) : '/Tree');
	const names = async (options: INodeParameters) =>
		(await b2bi(bench.sandbox, message('getMany', { mailbox, returnAll: true, options }))).map(({ name }) => name);
	expect(await names({ withSubMailboxes: true })).toEqual(['1.edi', '2.edi']);
	expect(await names({})).toEqual(['1.edi']);
});

it('leaves out the sub-mailboxes of a mailbox whose path has other capital letters', async () => {
	const { store } = bench.sandbox;
	for (const path of ['/Case', '/Case/Below', '/CASE', '/CASE/Below', '/Case2/Below']) store.deposit(path, path, 'x');
	const found = await b2bi(
		bench.sandbox,
		message('getMany', { mailbox: locate('path', '/Case'), returnAll: true, options: { withSubMailboxes: true } }),
	);
	expect(found.map(({ name }) => name)).toEqual(['/Case', '/Case/Below']);
});

it('sends one of two items with the same name, however the path is written, where names are not repeated', async () => {
	const input = ['ACME', '/ACME/', '/ACME', '/ACME//'].map((path) => ({ json: { path } }));
	const mailbox = locate('path', '={{ $json.path }}');
	const sent = await b2bi(bench.sandbox, send({ mailbox, options: { ifExists: 'skip' } }), { input });
	expect(sent.map(({ isNew }) => isNew)).toEqual([true, false, false, false]);
	expect(there()).toHaveLength(1);
});

it.each<[string, INodeParameters, string | RegExp]>([
	['a missing file', { contentSource: 'binary', binaryField: 'other' }, /other/],
	['an empty text', { text: '' }, /^Text is empty/],
	['JSON that is none', { contentSource: 'json', json: '{a' }, /^JSON is not valid/],
	['characters that the encoding lacks', { text: '€', options: { encoding: 'latin1' } }, /encoding does not support/],
	['no name', { name: ' ' }, /^Message Name is empty/],
	['a wrong number', { extractable: 'count', extractableCount: -1 }, /number of 0 or more without a fraction/],
	['a fraction', { extractable: 'count', extractableCount: 1.5 }, /number of 0 or more without a fraction/],
	['no number', { extractable: 'count', extractableCount: '={{ null }}' }, /its expression returns nothing/],
])('refuses %s before anything is sent', async (_what, more, words) => {
	const { message: said } = await b2biRefused(bench.sandbox, send(more));
	expect(said).toMatch(words);
	expect(bench.sandbox.log.list().filter(({ method }) => method === 'POST')).toEqual([]);
});

it('sends many items of one name in their order, and pairs the results', async () => {
	const input = ['1', '2', '3', '4'].map((text) => ({ json: { text } }));
	const finished = await runB2bi(bench.sandbox, send({ text: '={{ $json.text }}' }), { input });
	expect(there().map((each) => bench.sandbox.store.contentOf(each).toString())).toEqual(['1', '2', '3', '4']);
	expect(finished.items('B2B').map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
});

it('sends none of them twice where responses are lost on the way', async () => {
	bench.sandbox.faults.add({ kind: 'drop', afterWork: true, api: 'mailboxmessages', skip: 1 });
	bench.sandbox.faults.add({ kind: 'status', status: 502, afterWork: true, api: 'mailboxmessages', skip: 2 });
	const input = ['1', '2', '3', '4'].map((text) => ({ json: { text } }));
	const rows = await b2bi(bench.sandbox, send({ text: '={{ $json.text }}' }), { input });
	expect(there().map((each) => bench.sandbox.store.contentOf(each).toString())).toEqual(['1', '2', '3', '4']);
	expect(rows.map(({ id }) => id)).toEqual(there().map(({ id }) => id));
});

it('sends nothing where a message of the name is there, if told so', async () => {
	const once = send({ options: { ifExists: 'skip' } });
	const [first] = await b2bi(bench.sandbox, once);
	const [second] = await b2bi(bench.sandbox, once);
	expect([first.isNew, second]).toEqual([true, expect.objectContaining({ id: first.id, isNew: false, size: 4 })]);
	expect(second).toMatchObject({ hasSameContent: true, documentId: first.documentId });
	const other = await runB2bi(bench.sandbox, { ...once, text: 'ISA*other' });
	expect(other.json('B2B')).toMatchObject([{ id: first.id, isNew: false, hasSameContent: false }]);
	expect(other.hints('B2B')).toEqual([expect.stringContaining('order.edi with other content')]);
	expect(there()).toHaveLength(1);
});

it('stops at the first refusal and says how many are done', async () => {
	const input = ['/ACME', '/NOWHERE'].map((path) => ({ json: { path } }));
	const mailbox = locate('path', '={{ $json.path }}');
	const error = await b2biRefused(bench.sandbox, send({ mailbox }), { input });
	expect(error.message).toMatch(/NOWHERE/);
	expect(error.description).toMatch(/1 of 2 items were processed/);
});

it('says that the mailbox is closed to the account', async () => {
	const credential = { userId: 'limited', password: 'Limited-1' };
	const error = await b2biRefused(bench.sandbox, send({ mailbox: locate('path', '/NORTHWIND') }), { credential });
	expect(error.message).toMatch(/permission for the mailbox \/NORTHWIND/);
	expect(error.description).toMatch(/API User.*rights on the mailbox/s);
});

describe('a message by name', () => {
	const get = message('get', { mailbox: locate('path', '/ACME/Inbox'), message: locate('name', 'a.edi') });

	it('has to be the only one', async () => {
		bench.sandbox.store.deposit('/ACME/Inbox', 'a.edi', 'x');
		expect(await b2bi(bench.sandbox, get)).toMatchObject([{ name: 'a.edi', size: 1 }]);
		bench.sandbox.store.deposit('/ACME/Inbox', 'a.edi', 'x');
		const error = await b2biRefused(bench.sandbox, get);
		expect(error.message).toBe('2 messages in /ACME/Inbox have the name a.edi.');
	});

	it('that is not there is named', async () => {
		const error = await b2biRefused(bench.sandbox, get);
		expect(error.message).toBe('There is no message a.edi in /ACME/Inbox.');
	});
});

it('limits a list over several mailboxes, and says that there is more', async () => {
	for (let i = 0; i < 3; i++) {
		bench.sandbox.store.deposit('/ACME/Inbox', `a${i}`, 'x');
		bench.sandbox.store.deposit('/NORTHWIND/Inbox', `n${i}`, 'x');
	}
	const list = message('getMany', { mailbox: locate('path', '/*/Inbox'), returnAll: false, limit: 4 });
	const finished = await runB2bi(bench.sandbox, list);
	expect(finished.json('B2B').map((row) => row.name)).toEqual(['a0', 'a1', 'a2', 'n0']);
	expect(finished.hints('B2B')).toEqual([expect.stringContaining('match than the 4 returned')]);
});

it('leaves out what is marked as extracted, or older than asked for', async () => {
	const { sandbox } = bench;
	const old = sandbox.store.deposit('/ACME/Inbox', 'old', 'x');
	sandbox.clock.advance(60_000);
	const done = sandbox.store.deposit('/ACME/Inbox', 'done', 'x');
	done.extractability = { count: 0 };
	sandbox.store.deposit('/ACME/Inbox', 'new', 'x');
	const createdAfter = new Date(old.createdAt + 1000).toISOString();
	const list = (options: INodeParameters) =>
		message('getMany', { mailbox: locate('path', '/ACME/Inbox'), returnAll: true, options });
	const names = async (options: INodeParameters) => (await b2bi(sandbox, list(options))).map((row) => row.name);
	expect(await names({ createdAfter })).toEqual(['done', 'new']);
	expect(await names({ extractableOnly: true })).toEqual(['old', 'new']);
	const at = (ms: number) => new Date(old.createdAt + ms).toISOString();
	expect((await names({ createdAfter: at(-1) })).includes('old')).toBe(true);
	expect((await names({ createdAfter: at(0) })).includes('old')).toBe(false);
	expect(await names({ createdBefore: at(1) })).toEqual(['old']);
	expect(await names({ createdBefore: at(0) })).toEqual([]);
});

it('says that a download is no text', async () => {
	const { id } = bench.sandbox.store.deposit('/ACME', 'x', Buffer.from([255, 254, 0]));
	const download = message('download', {
		message: locate('id', String(id)),
		contentOutput: 'text',
		outputField: 'data',
	});
	expect((await b2biRefused(bench.sandbox, download)).message).toMatch(/not text in this encoding/);
});
