import type { B2biSandbox } from '../../../../sandbox/b2bi';
import { id, locate, name, path, type Case } from './case';

const deposit = (sandbox: B2biSandbox, text = 'ISA*') => sandbox.store.deposit('/ACME/Inbox', 'a.edi', text);

/** Messages and mailboxes. */
export const MESSAGES: Record<string, Case> = {
	'message:send': {
		given: () => ({
			mailbox: path('/ACME/Inbox'),
			name: 'sent.edi',
			contentSource: 'text',
			text: 'ISA*00*ä~',
			extractable: 'count',
			extractableCount: 2,
		}),
		then: ([row], { store }) => {
			const message = store.messages.get(Number(row.id));
			expect(message).toMatchObject({ name: 'sent.edi', extractability: { count: 2 } });
			expect(store.contentOf(message!).toString()).toBe('ISA*00*ä~');
			expect(row).toMatchObject({ mailboxPath: '/ACME/Inbox', size: 10, extractableCount: 2, sentBy: 'document' });
		},
	},
	'message:get': {
		given: (sandbox) => ({ mailbox: path(''), message: id(deposit(sandbox).id) }),
		then: ([row]) =>
			expect(row).toMatchObject({
				name: 'a.edi',
				mailboxPath: '/ACME/Inbox',
				extractableAlways: true,
				creationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			}),
	},
	'message:getMany': {
		given: (sandbox) => {
			sandbox.store.deposit('/ACME/Many', '855_1.edi', 'x');
			sandbox.store.deposit('/ACME/Many', 'other.csv', 'x');
			sandbox.store.deposit('/ACME/Many/Below', '855_2.edi', 'x');
			return {
				mailbox: path('/ACME/Many'),
				returnAll: true,
				options: { namePattern: '855_*', withSubMailboxes: true, order: 'newest' },
			};
		},
		then: (found) =>
			expect(found.map((row) => [row.name, row.mailboxPath])).toEqual([
				['855_2.edi', '/ACME/Many/Below'],
				['855_1.edi', '/ACME/Many'],
			]),
	},
	'message:download': {
		given: (sandbox) => ({
			message: id(deposit(sandbox, '{"a":"é"}').id),
			contentOutput: 'json',
			outputField: 'content',
		}),
		then: ([row]) => expect(row).toMatchObject({ name: 'a.edi', content: { a: 'é' } }),
	},
	'message:mark': {
		given: (sandbox) => ({ message: id(deposit(sandbox).id), extractable: 'count', extractableCount: 0 }),
		then: ([row], { store }) => expect(store.messages.get(Number(row.id))?.extractability).toEqual({ count: 0 }),
	},
	'message:resubmit': {
		given: (sandbox) => ({ message: id(sandbox.store.deposit('/ACME/Drop', 'again.edi', 'ISA*').id) }),
		then: ([row]) => expect(row).toMatchObject({ resubmitted: true }),
	},
	'message:delete': {
		given: (sandbox) => {
			sandbox.store.deposit('/ACME/Inbox', 'unique.edi', 'x');
			return { mailbox: path('/ACME/Inbox'), message: name('unique.edi') };
		},
		then: ([row], { store }) => {
			expect(row).toMatchObject({ deleted: true });
			expect(store.messages.has(Number(row.id))).toBe(false);
		},
	},
	'mailbox:create': {
		given: () => ({
			path: 'NEW/Deep/Inbox/',
			createParentMailbox: true,
			mailboxType: 'R',
			attributes: { description: 'New', users: 'u1, u2' },
		}),
		then: ([row], { store }) => {
			expect(store.mailboxAt('/NEW/Deep/Inbox')).toMatchObject({ id: row._id, description: 'New', users: 'u1,u2' });
			expect(row.path).toBe('/NEW/Deep/Inbox');
		},
	},
	'mailbox:get': {
		given: () => ({ mailbox: locate('list', '/ACME/Inbox') }),
		then: ([row]) => expect(row).toMatchObject({ path: '/ACME/Inbox', mailboxType: 'R' }),
	},
	'mailbox:getMany': {
		given: () => ({ pathFilter: '/*/Inbox', returnAll: true }),
		then: (found) =>
			expect(found.map((row) => row.path)).toEqual(
				expect.arrayContaining(['/ACME/Inbox', '/NORTHWIND/Inbox', '/CONTOSO/Inbox']),
			),
	},
	'mailbox:update': {
		given: () => ({ mailbox: path('/CONTOSO'), attributes: { description: 'Changed' } }),
		then: (_rows, { store }) =>
			expect(store.mailboxAt('/CONTOSO')).toMatchObject({ description: 'Changed', permission: '/CONTOSO Mailbox' }),
	},
	'mailbox:delete': {
		given: (sandbox) => ({ mailbox: id(sandbox.store.ensureMailbox('/GOING').id) }),
		then: (_rows, { store }) => expect(store.mailboxAt('/GOING')).toBeUndefined(),
	},
};
