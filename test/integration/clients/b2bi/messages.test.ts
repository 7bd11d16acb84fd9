import {
	B2biClient,
	getMessage,
	markMessage,
	messagesIn,
	readContent,
	resubmitMessage,
	sendMessage,
	findMailbox,
	refOf,
	type Outgoing,
} from '../../../../clients/b2bi';
import { closeAllPools } from '../../../../kit/http/pools';
import { startB2bi, type B2biSandbox } from '../../../../sandbox/b2bi';
import { b2biConnection } from '../../../support/b2bi/connection';

let sandbox: B2biSandbox;
let client: B2biClient;

beforeAll(async () => {
	sandbox = await startB2bi({ withoutMessages: true });
	client = new B2biClient(b2biConnection(sandbox), { sleep: async () => await Promise.resolve() });
});
beforeEach(() => {
	sandbox.faults.clear();
	sandbox.log.clear();
	sandbox.store.messages.clear();
});
afterAll(async () => {
	await closeAllPools();
	await sandbox.close();
});

const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
	mailboxPath: '/ACME/Inbox',
	name: 'order.edi',
	content: Buffer.from('ISA*00*äöü~'),
	contentType: 'text/plain',
	extractability: { always: true },
	by: 'automatic',
	...more,
});
const there = () => [...sandbox.store.messages.values()];

describe.each(['document', 'upload'] as const)('sending by %s', (by) => {
	it('adds the message with its bytes', async () => {
		const content = Buffer.from([0, 255, 13, 10, 45, 45, 128]);
		const sent = await sendMessage(client, outgoing({ by, content })).run();
		expect(sent).toMatchObject({ name: 'order.edi', mailboxPath: '/ACME/Inbox', size: 7, sentBy: by });
		const message = await getMessage(client, String(sent.id));
		expect((await readContent(client, message)).bytes).toEqual(content);
	});

	it('brings a large file that compresses a thousand times', async () => {
		const content = Buffer.alloc(3_000_000, ' ');
		const sent = await sendMessage(client, outgoing({ by, content })).run();
		const message = await getMessage(client, String(sent.id));
		expect((await readContent(client, message)).bytes.equals(content)).toBe(true);
	});

	it('takes no bytes for a file, too', async () => {
		const sent = await sendMessage(client, outgoing({ by, content: Buffer.alloc(0) })).run();
		expect((await readContent(client, await getMessage(client, String(sent.id)))).bytes).toHaveLength(0);
	});

	it.each(['a b.edi', 'a/b.edi', 'ü漢😀.edi', "it's.edi", '..', 'a%2Fb', 'a+b&c=d?e#f', ' lead'])(
		'keeps the name %j',
		async (name) => {
			const sent = await sendMessage(client, outgoing({ by, name })).run();
			expect(await getMessage(client, String(sent.id))).toMatchObject({ name });
		},
	);

	it.each([
		[{ count: 3 }, { extractableCount: 3 }],
		[{ until: '2030-01-02T03:04:00Z' }, { extractableUntil: '2030-01-02T03:04:00.000+0000' }],
	])('sets how often it can be extracted: %j', async (extractability, fields) => {
		const sent = await sendMessage(client, outgoing({ by, extractability })).run();
		expect(await getMessage(client, String(sent.id))).toMatchObject(fields);
	});

	it.each([
		['the connection is cut', { kind: 'drop', afterWork: true }],
		['a gateway responds 502', { kind: 'status', status: 502, afterWork: true }],
		['half of the response is missing', { kind: 'truncate' }],
		['a web page comes', { kind: 'html', afterWork: true }],
	] as const)('finds the message where %s after the work', async (_what, fault) => {
		sandbox.store.deposit('/ACME/Inbox', 'order.edi', 'an older message of the same name');
		const api = by === 'upload' ? 'messagebatches' : 'mailboxmessages';
		sandbox.faults.add({ ...fault, api });
		const sent = await sendMessage(client, outgoing({ by })).run();
		expect(there().map(({ id }) => id)).toEqual([expect.any(Number), sent.id]);
		expect(sandbox.log.list(api).filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it('does not take an older message with the same content for its own', async () => {
		sandbox.store.deposit('/ACME/Inbox', 'order.edi', outgoing().content);
		sandbox.clock.advance(60_000);
		const api = by === 'upload' ? 'messagebatches' : 'mailboxmessages';
		sandbox.faults.add({ kind: 'drop', api, afterWork: false });
		await expect(sendMessage(client, outgoing({ by })).run()).rejects.toMatchObject({ category: 'uncertain' });
		expect(there()).toHaveLength(1);
	});

	it('does not take a message that it sent before for the one whose request was lost', async () => {
		await sendMessage(client, outgoing({ by })).run();
		sandbox.faults.add({ kind: 'drop', api: by === 'upload' ? 'messagebatches' : 'mailboxmessages' });
		await expect(sendMessage(client, outgoing({ by })).run()).rejects.toMatchObject({ category: 'uncertain' });
		expect(there()).toHaveLength(1);
	});

	it('says which mailbox does not exist', async () => {
		await expect(sendMessage(client, outgoing({ by, mailboxPath: '/NOWHERE' })).run()).rejects.toMatchObject({
			category: 'notFound',
			message: expect.stringContaining('/NOWHERE'),
		});
	});

	it('shows what would be sent, and sends nothing', async () => {
		const prepared = sendMessage(client, outgoing({ by })).prepare();
		expect(prepared).toMatchObject({ method: 'POST', headers: { Authorization: '***' } });
		expect(JSON.stringify(prepared)).not.toContain(Buffer.from('integration:Integration-1').toString('base64'));
		expect(sandbox.log.counters.requests).toBe(0);
	});
});

it('takes one call for what is large, and two for what is small or has a quote in its name', async () => {
	const large = Buffer.alloc(1024 * 1024 + 1, 'x');
	expect(await sendMessage(client, outgoing({ content: large })).run()).toMatchObject({ sentBy: 'upload' });
	expect(await sendMessage(client, outgoing({ content: large, name: 'a"b' })).run()).toMatchObject({
		sentBy: 'document',
	});
	expect(await sendMessage(client, outgoing()).run()).toMatchObject({ sentBy: 'document' });
	expect(there().map(({ name }) => name)).toEqual(['order.edi', 'a"b', 'order.edi']);
});

it.each(['payload', 'content', 'body', 'raw'] as const)('reads a document in the form "%s"', async (documentForm) => {
	sandbox.behaviour.documentForm = documentForm;
	const { id } = sandbox.store.deposit('/ACME/Inbox', 'a', Buffer.from([1, 2, 250]));
	const { bytes, note } = await readContent(client, await getMessage(client, String(id)));
	expect([...bytes]).toEqual([1, 2, 250]);
	expect(note).toBeUndefined();
	sandbox.behaviour.documentForm = 'payload';
});

it('marks a message, and puts one back to routing', async () => {
	const message = sandbox.store.deposit('/ACME/Drop', 'order.edi', 'ISA*');
	await markMessage(client, String(message.id), { count: 0 }).run();
	expect(message.extractability).toEqual({ count: 0 });
	await resubmitMessage(client, String(message.id)).run();
	sandbox.clock.advance(120_000);
	sandbox.settle();
	expect(sandbox.processes.service().list?.(new URLSearchParams(), { user: sandbox.users[0] })).not.toEqual([]);
});

it('lists the messages of a mailbox without its sub-mailboxes, page by page', async () => {
	for (let i = 0; i < 25; i++) sandbox.store.deposit('/ACME', `m${i}`, 'x');
	const mailbox = refOf(await findMailbox(client, { path: '/ACME' }));
	const { rows, more } = await messagesIn(client, mailbox, { pageSize: 10 });
	expect(rows).toHaveLength(25);
	expect(more).toBe(false);
	const some = await messagesIn(client, mailbox, { pageSize: 10, limit: 12 });
	expect(some).toMatchObject({ more: true });
	expect(some.rows).toHaveLength(12);
});

it.each(['"quoted".edi', 'two\nlines.edi'])('%j goes by document; an upload would change it', async (name) => {
	const sent = await sendMessage(client, outgoing({ name })).run();
	expect(await getMessage(client, String(sent.id))).toMatchObject({ name });
	expect(() => sendMessage(client, outgoing({ name, by: 'upload' }))).toThrow(/cannot carry the name/);
});
