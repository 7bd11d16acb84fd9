import type { INode } from 'n8n-workflow';

import { RESOURCES } from '../../../../nodes/IbmB2bIntegrator/operations';
import type { B2biSandbox } from '../../../../sandbox/b2bi';
import { b2bi, b2biForFile } from '../../../support/b2bi/nodes';

const bench = b2biForFile();

const locate = (mode: string, value: string) => ({ __rl: true, mode, value });
const path = (value: string) => locate('path', value);
const name = (value: string) => locate('name', value);
const id = (value: unknown) => locate('id', String(value));
const rows = (sandbox: B2biSandbox, table: keyof B2biSandbox['tables'], key: string) =>
	sandbox.tables[table].rows.get(key);

type Rows = Array<Record<string, unknown>>;

interface Case {
	/** Parameters beside resource and operation; the scene is set by the way. */
	given: (sandbox: B2biSandbox) => INode['parameters'];
	then: (rows: Rows, sandbox: B2biSandbox) => void;
}

const partner = (partnerName: string) => ({
	partnerName,
	community: name('Suppliers'),
	username: partnerName.toLowerCase().replace(/\W/g, ''),
	password: 'Secret-Partner-1',
	givenName: "Sean O'Neil",
	surname: 'Winder, Jr.',
	emailAddress: 'edi@example.com',
	phone: '5550100',
	roles: ['isInitiatingConsumer', 'isInitiatingProducer'],
	attributes: { code: 'S0099', postalCode: '12345' },
});
const deposit = (sandbox: B2biSandbox, text = 'ISA*') => sandbox.store.deposit('/ACME/Inbox', 'a.edi', text);
const running = (sandbox: B2biSandbox) =>
	sandbox.processes.start('LongRun', { document: Buffer.from('x'), name: 'long' });

/** What each operation does, over HTTPS on n8n's engine. */
const CASES: Record<string, Case> = {
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
			expect(store.mailboxAt('/NEW/Deep/Inbox')).toMatchObject({ id: row._id, description: 'New', users: 'u1, u2' });
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
	'tradingPartner:create': {
		given: () => partner('FABRIKAM'),
		then: ([row], sandbox) => {
			expect(rows(sandbox, 'partners', 'FABRIKAM')).toMatchObject({
				givenName: 'Sean ONeil',
				surname: 'Winder Jr',
				code: 'S0099',
				isInitiatingProducer: true,
				isListeningConsumer: false,
				password: 'Secret-Partner-1',
			});
			expect(row.changedNames).toEqual([
				{ field: 'givenName', from: "Sean O'Neil", to: 'Sean ONeil' },
				{ field: 'surname', from: 'Winder, Jr.', to: 'Winder Jr' },
			]);
		},
	},
	'tradingPartner:upsert': {
		given: () => ({ ...partner('CONTOSO'), attributes: { city: 'Springfield' } }),
		then: ([row], sandbox) => {
			expect(row).toMatchObject({ partnerName: 'CONTOSO', created: false, rowsAffected: 1 });
			expect(rows(sandbox, 'partners', 'CONTOSO')).toMatchObject({ city: 'Springfield', code: 'S0043' });
		},
	},
	'tradingPartner:get': {
		given: () => ({ partner: name('NORTHWIND') }),
		then: ([row]) => {
			expect(row).toMatchObject({ partnerName: 'NORTHWIND', isInitiatingProducer: true });
			expect(row).not.toHaveProperty('password');
		},
	},
	'tradingPartner:getMany': {
		given: () => ({ partnerNameFilter: 'NORTH', returnAll: false, limit: 5, simplify: false }),
		then: (found) => {
			expect(found).toMatchObject([{ partnerName: 'NORTHWIND', doesUseSSH: { code: false } }]);
		},
	},
	'tradingPartner:update': {
		given: () => ({ partner: name('NORTHWIND'), attributes: { phone: '42', givenName: 'N.' } }),
		then: (_rows, sandbox) =>
			expect(rows(sandbox, 'partners', 'NORTHWIND')).toMatchObject({ phone: '42', givenName: 'N', surname: 'Winder' }),
	},
	'tradingPartner:delete': {
		given: (sandbox) => {
			sandbox.tables.partners.rows.set('LEAVING', { partnerName: 'LEAVING' });
			return { partner: name('LEAVING') };
		},
		then: (_rows, sandbox) => expect(rows(sandbox, 'partners', 'LEAVING')).toBeUndefined(),
	},
	'community:create': {
		given: () => ({ name: 'Carriers', partnersInitiateConnections: true, attributes: { sshListening: true } }),
		then: (_rows, sandbox) =>
			expect(rows(sandbox, 'communities', 'Carriers')).toMatchObject({ sshListening: true, ftpListening: false }),
	},
	'community:get': {
		given: () => ({ community: locate('list', 'Custom') }),
		then: ([row]) => expect(row).toMatchObject({ name: 'Custom', customProtocols: 'OFTP2,AS4' }),
	},
	'community:getMany': {
		given: () => ({ nameFilter: 'Sup*', returnAll: true }),
		then: (found) => expect(found.map((row) => row.name)).toEqual(['Suppliers']),
	},
	'community:update': {
		given: () => ({ community: name('Custom'), attributes: { ftpListening: true } }),
		then: (_rows, sandbox) =>
			expect(rows(sandbox, 'communities', 'Custom')).toMatchObject({
				ftpListening: true,
				customProtocols: 'OFTP2,AS4',
			}),
	},
	'community:delete': {
		given: (sandbox) => {
			sandbox.tables.communities.rows.set('Old', { name: 'Old' });
			return { community: name('Old') };
		},
		then: (_rows, sandbox) => expect(rows(sandbox, 'communities', 'Old')).toBeUndefined(),
	},
	'partnerGroup:create': {
		given: () => ({ groupName: 'Both', groupMembers: 'NORTHWIND,CONTOSO' }),
		then: (_rows, sandbox) =>
			expect(rows(sandbox, 'groups', 'Both')).toMatchObject({ groupMembers: 'NORTHWIND,CONTOSO' }),
	},
	'partnerGroup:addMembers': {
		given: (sandbox) => {
			sandbox.tables.groups.rows.set('Add', { groupName: 'Add', groupMembers: 'CONTOSO' });
			return { partnerGroup: name('Add'), partners: 'NORTHWIND' };
		},
		then: (_rows, sandbox) =>
			expect(rows(sandbox, 'groups', 'Add')).toMatchObject({ groupMembers: 'CONTOSO,NORTHWIND' }),
	},
	'partnerGroup:removeMembers': {
		given: (sandbox) => {
			sandbox.tables.groups.rows.set('Less', { groupName: 'Less', groupMembers: 'CONTOSO,NORTHWIND' });
			return { partnerGroup: name('Less'), partners: ' CONTOSO ' };
		},
		then: (_rows, sandbox) => expect(rows(sandbox, 'groups', 'Less')).toMatchObject({ groupMembers: 'NORTHWIND' }),
	},
	'partnerGroup:get': {
		given: () => ({ partnerGroup: name('EDI Suppliers') }),
		then: ([row]) => expect(row).toMatchObject({ groupMembers: 'NORTHWIND,CONTOSO' }),
	},
	'partnerGroup:getMany': {
		given: () => ({ groupNameFilter: 'EDI', returnAll: true }),
		then: (found) => expect(found.map((row) => row.groupName)).toEqual(['EDI Suppliers']),
	},
	'partnerGroup:delete': {
		given: (sandbox) => {
			sandbox.tables.groups.rows.set('Gone', { groupName: 'Gone' });
			return { partnerGroup: name('Gone') };
		},
		then: (_rows, sandbox) => expect(rows(sandbox, 'groups', 'Gone')).toBeUndefined(),
	},
	'routingChannel:create': {
		given: () => ({
			templateName: 'PassThrough',
			producer: name('CONTOSO'),
			consumer: name('ACME'),
			facts: { fact: [{ name: 'number', value: '7' }] },
		}),
		then: ([row], sandbox) =>
			expect(rows(sandbox, 'channels', String(row.routingChannelKey))).toMatchObject({
				producer: 'CONTOSO',
				provisioningFacts: [{ provFactName: 'number', provFactValue: '7' }],
			}),
	},
	'routingChannel:get': {
		given: () => ({
			findBy: 'parties',
			templateName: 'PassThrough',
			producer: name('ACME'),
			consumer: name('NORTHWIND'),
		}),
		then: ([row]) => expect(row).toMatchObject({ routingChannelKey: 'RC000001', producerMailboxPath: '/ACME' }),
	},
	'routingChannel:getMany': {
		given: () => ({ producerFilter: 'NORTH*', returnAll: true }),
		then: (found) => expect(found).toMatchObject([{ producer: 'NORTHWIND', consumer: 'ACME' }]),
	},
	'routingChannel:replace': {
		given: (sandbox) => {
			const fake = { templateName: 'PassThrough', producer: 'CONTOSO', consumer: 'NORTHWIND' };
			const key = sandbox.tables.channels.service.create!(fake, { user: sandbox.users[0] });
			return {
				routingChannel: locate('key', key),
				templateName: 'DynamicConsumer',
				producer: name('CONTOSO'),
				consumer: name(''),
			};
		},
		then: ([row], sandbox) => {
			expect(rows(sandbox, 'channels', String(row.replaced))).toBeUndefined();
			expect(rows(sandbox, 'channels', String(row.routingChannelKey))).toMatchObject({
				templateName: 'DynamicConsumer',
			});
		},
	},
	'routingChannel:delete': {
		given: (sandbox) => {
			sandbox.tables.channels.rows.set('RCX', { routingChannelKey: 'RCX' });
			return { findBy: 'channel', routingChannel: locate('key', 'RCX') };
		},
		then: (_rows, sandbox) => expect(rows(sandbox, 'channels', 'RCX')).toBeUndefined(),
	},
	'routingRule:create': {
		given: () => ({
			name: 'CSV',
			action: 'MailboxDrop',
			actionType: 'bp',
			evaluationMode: 'automatic',
			runRuleAs: 'admin',
			messageNamePattern: '*.csv',
			attributes: { mailboxes: '/ACME/Inbox, ACME/Drop' },
		}),
		then: (_rows, sandbox) =>
			expect(rows(sandbox, 'rules', 'CSV')).toMatchObject({
				mailboxes: ['/ACME/Inbox', '/ACME/Drop'],
				messageNamePattern: '*.csv',
			}),
	},
	'routingRule:get': {
		given: () => ({ routingRule: name('Deenvelope inbound EDI') }),
		then: ([row]) => expect(row).toMatchObject({ action: 'EDIDeenvelope', evaluationMode: 'automatic' }),
	},
	'routingRule:getMany': {
		given: () => ({ nameFilter: 'Deenvelope', returnAll: true }),
		then: (found) => expect(found).toHaveLength(1),
	},
	'routingRule:update': {
		given: () => ({ routingRule: name('Deenvelope inbound EDI'), attributes: { messageNamePattern: '*.x12' } }),
		then: (_rows, sandbox) =>
			expect(rows(sandbox, 'rules', 'Deenvelope inbound EDI')).toMatchObject({
				messageNamePattern: '*.x12',
				mailboxes: ['/ACME/Drop'],
			}),
	},
	'routingRule:delete': {
		given: (sandbox) => {
			sandbox.tables.rules.rows.set('Old', { name: 'Old' });
			return { routingRule: name('Old') };
		},
		then: (_rows, sandbox) => expect(rows(sandbox, 'rules', 'Old')).toBeUndefined(),
	},
	'userAccount:get': {
		given: () => ({ userAccount: name('integration') }),
		then: ([row]) => expect(row).toMatchObject({ userId: 'integration', groups: [{ name: 'API User' }] }),
	},
	'userAccount:getMany': {
		given: () => ({ userIdFilter: 'in', returnAll: true }),
		then: (found) => expect(found.map((row) => row.userId)).toEqual(['integration']),
	},
	'virtualRoot:get': {
		given: () => ({ virtualRoot: name('northwind') }),
		then: ([row]) => expect(row).toMatchObject({ mailboxPath: '/NORTHWIND' }),
	},
	'virtualRoot:getMany': {
		given: () => ({ returnAll: true }),
		then: (found) => expect(found).toHaveLength(1),
	},
	'process:start': {
		given: (sandbox) => ({
			adapterUri: `${sandbox.adapterUrl}drop-secure`,
			adapterAuthentication: 'login',
			messageName: 'dropped.edi',
			contentSource: 'text',
			text: 'ISA*',
			processIdFrom: 'field',
			processIdAt: 'processId',
		}),
		then: ([row], { store }) => {
			expect(row).toMatchObject({ started: true, status: 200, processId: expect.stringMatching(/^5\d+$/) });
			expect([...store.messages.values()].some((message) => message.name === 'dropped.edi')).toBe(true);
		},
	},
	'process:get': {
		given: (sandbox) => {
			const started = running(sandbox);
			sandbox.clock.advance(50);
			return { processId: String(started) };
		},
		then: ([row]) =>
			expect(row).toMatchObject({ name: 'LongRun', state: 'waiting', serviceName: 'InvokeSubProcess', step: 1 }),
	},
	'process:wait': {
		given: (sandbox) => {
			const started = sandbox.processes.start('EchoDocument', { document: Buffer.from('x'), name: 'a' });
			sandbox.clock.advance(1000);
			return { processId: String(started), longestWait: 5, options: { interval: 1 } };
		},
		then: ([row]) => expect(row).toMatchObject({ state: 'succeeded', exeState: 'Success', serviceName: 'HttpRespond' }),
	},
	'process:restart': {
		given: (sandbox) => {
			const started = sandbox.processes.start('EchoDocument', { document: Buffer.from('x'), name: 'a' });
			sandbox.clock.advance(1000);
			return { processId: String(started) };
		},
		then: ([row]) => expect(row).toMatchObject({ restarted: true }),
	},
	'process:terminate': {
		given: (sandbox) => ({ processId: String(running(sandbox)) }),
		then: ([row], sandbox) => {
			expect(row).toMatchObject({ terminated: true });
			const query = new URLSearchParams({ workFlowId: String(row.processId) });
			const steps = sandbox.processes.service().list!(query, { user: sandbox.users[0] });
			expect(steps.at(-1)).toMatchObject({ exeState: 'terminated' });
		},
	},
	'api:request': {
		given: () => ({ method: 'GET', service: 'tradingpartners', query: '{"searchFor":"NORTH%"}', returnAll: true }),
		then: (found, sandbox) => {
			expect(found).toMatchObject([{ partnerName: 'NORTHWIND', isInitiatingProducer: { code: true, display: 'Yes' } }]);
			expect(String(found[0].href)).toBe(`${sandbox.url}/B2BAPIs/svc/tradingpartners/NORTHWIND`);
		},
	},
};

test('every operation of the catalogue has a case', () => {
	const all = RESOURCES.flatMap(({ value, operations }) => operations.map((each) => `${value}:${each.value}`));
	expect(Object.keys(CASES).sort()).toEqual(all.sort());
});

test.each(Object.entries(CASES))('%s', async (operation, { given, then }) => {
	const [resource, value] = operation.split(':');
	const { sandbox } = bench;
	const parameters = { resource, operation: value, ...given(sandbox) } as INode['parameters'];
	then(await b2bi(sandbox, parameters), sandbox);
});

const isWrite = (operation: string) => {
	const [resource, value] = operation.split(':');
	return (
		RESOURCES.find((each) => each.value === resource)?.operations.find((each) => each.value === value)?.kind === 'write'
	);
};

/** A request of the api resource is a read here. */
const WRITES = Object.entries(CASES).filter(([operation]) => isWrite(operation) && operation !== 'api:request');

test.each(WRITES)('%s under Dry Run shows the request and changes nothing', async (operation, { given }) => {
	const [resource, value] = operation.split(':');
	const { sandbox } = bench;
	const parameters = given(sandbox);
	const dry = { ...parameters, options: { ...(parameters.options as object | undefined), dryRun: true } };
	const [row] = await b2bi(sandbox, { resource, operation: value, ...dry } as INode['parameters']);
	expect(row).toMatchObject({ dryRun: true, request: { method: expect.stringMatching(/POST|PUT|DELETE/) } });
	expect(JSON.stringify(row)).not.toContain('Secret-Partner-1');
	expect(sandbox.log.list().filter(({ method }) => method !== 'GET')).toEqual([]);
});
