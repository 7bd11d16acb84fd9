import { locate, name, stored, type Case } from './case';

/** Routing channels and rules, user accounts and virtual roots. */
export const ROUTING: Record<string, Case> = {
	'routingChannel:create': {
		given: () => ({
			templateName: 'PassThrough',
			producer: name('CONTOSO'),
			consumer: name('ACME'),
			facts: { fact: [{ name: 'number', value: '7' }] },
		}),
		then: ([row], sandbox) =>
			expect(stored(sandbox, 'channels', String(row.routingChannelKey))).toMatchObject({
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
			expect(stored(sandbox, 'channels', String(row.replaced))).toBeUndefined();
			expect(stored(sandbox, 'channels', String(row.routingChannelKey))).toMatchObject({
				templateName: 'DynamicConsumer',
			});
		},
	},
	'routingChannel:delete': {
		given: (sandbox) => {
			sandbox.tables.channels.rows.set('RCX', { routingChannelKey: 'RCX' });
			return { findBy: 'channel', routingChannel: locate('key', 'RCX') };
		},
		then: (_rows, sandbox) => expect(stored(sandbox, 'channels', 'RCX')).toBeUndefined(),
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
			expect(stored(sandbox, 'rules', 'CSV')).toMatchObject({
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
			expect(stored(sandbox, 'rules', 'Deenvelope inbound EDI')).toMatchObject({
				messageNamePattern: '*.x12',
				mailboxes: ['/ACME/Drop'],
			}),
	},
	'routingRule:delete': {
		given: (sandbox) => {
			sandbox.tables.rules.rows.set('Old', { name: 'Old' });
			return { routingRule: name('Old') };
		},
		then: (_rows, sandbox) => expect(stored(sandbox, 'rules', 'Old')).toBeUndefined(),
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
};
