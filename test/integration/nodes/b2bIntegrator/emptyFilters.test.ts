import type { INodeParameters } from 'n8n-workflow';

import { RESOURCES } from '../../../../nodes/IbmB2bIntegrator/operations';
import { b2bi, b2biForFile, b2biRefused, runB2bi } from '../../../support/b2bi/nodes';
import { locate } from '../../../support/b2bi/cases/case';

const bench = b2biForFile();
const NOTHING = '={{ $json.nothing }}';

/** Every filter of a Get Many of records. */
const FILTERS = RESOURCES.flatMap(({ value: resource, operations }) =>
	operations
		.filter(({ value }) => value === 'getMany')
		.flatMap(({ fields = [] }) => fields.map(({ property }) => property))
		.filter(({ name }) => name.endsWith('Filter'))
		.map(({ name, displayName }): [string, string, string] => [resource, name, displayName]),
);

it('each kind of record has a filter', () => {
	expect(new Set(FILTERS.map(([resource]) => resource)).size).toBeGreaterThan(6);
});

describe.each(FILTERS)('%s: %s', (resource, name, label) => {
	const getMany = (more: INodeParameters = {}): INodeParameters => ({
		...{ resource, operation: 'getMany', returnAll: true },
		[name]: NOTHING,
		...more,
	});

	it('is refused where its expression returns nothing, and left out where Options say so', async () => {
		const { message, description } = await b2biRefused(bench.sandbox, getMany());
		expect(message).toBe(`${label} is empty: its expression returns nothing`);
		expect(description).toContain('When a Filter Is Empty');
		expect(bench.sandbox.log.list()).toEqual([]);
		const all = await b2bi(bench.sandbox, getMany({ [name]: '' }));
		expect(await b2bi(bench.sandbox, getMany({ options: { emptyFilters: 'ignore' } }))).toEqual(all);
	});
});

it.each(['createdAfter', 'createdBefore', 'namePattern'])('messages: %s is no less strict', async (name) => {
	const getMany = (options: object): INodeParameters => ({
		...{ resource: 'message', operation: 'getMany', returnAll: true, mailbox: locate('path', '/ACME') },
		options: { ...options } as INodeParameters,
	});
	expect((await b2biRefused(bench.sandbox, getMany({ [name]: NOTHING }))).message).toContain('is empty');
	expect(bench.sandbox.log.list()).toEqual([]);
	const all = await b2bi(bench.sandbox, getMany({}));
	expect(await b2bi(bench.sandbox, getMany({ [name]: NOTHING, emptyFilters: 'ignore' }))).toEqual(all);
});

it.each([
	['messageNamePattern', {}, 'Message Name Pattern is empty'],
	['mailboxes', { messageNamePattern: '*' }, 'Additional Fields → Mailboxes is empty'],
])('a new routing rule does not apply to everything because %s is empty', async (name, more, said) => {
	const rule = { resource: 'routingRule', operation: 'create', name: 'R', action: 'MailboxDrop', runRuleAs: 'admin' };
	const given = name === 'mailboxes' ? { attributes: { mailboxes: NOTHING } } : { [name]: NOTHING };
	const { message } = await b2biRefused(bench.sandbox, { ...rule, ...more, ...given } as INodeParameters);
	expect(message).toContain(said);
	expect(bench.sandbox.log.list()).toEqual([]);
});

it('hints at a routing channel that an expression leaves without its consumer', async () => {
	const channel = {
		...{ resource: 'routingChannel', operation: 'create', templateName: 'DynamicConsumer' },
		producer: locate('name', 'CONTOSO'),
		options: { dryRun: true },
	};
	const hints = async (consumer: string) =>
		(await runB2bi(bench.sandbox, { ...channel, consumer: locate('name', consumer) })).hints('B2B');
	expect(await hints(NOTHING)).toEqual([expect.stringMatching(/^The expression of Consumer returns nothing/)]);
	expect(await hints('')).toEqual([]);
});

it.each(['get', 'delete'])(
	'routingChannel:%s takes no other channel because the consumer is empty',
	async (operation) => {
		const { message, description } = await b2biRefused(bench.sandbox, {
			...{ resource: 'routingChannel', operation, findBy: 'parties', templateName: 'DynamicConsumer' },
			...{ producer: locate('name', 'CONTOSO'), consumer: locate('name', NOTHING) },
		});
		expect(message).toBe('Consumer is empty: its expression returns nothing');
		expect(description).toContain('the channel without a consumer would be found');
		expect(bench.sandbox.log.list()).toEqual([]);
	},
);

it.each([
	['GET', 'Key', { key: NOTHING }],
	['DELETE', 'Key', { key: NOTHING }],
	['GET', 'Query Parameters', { query: NOTHING }],
])('%s of any service is not about all records because %s is empty', async (method, label, given) => {
	const call = { resource: 'api', operation: 'request', method, service: 'tradingpartners', ...given };
	const { message, description } = await b2biRefused(bench.sandbox, call);
	expect(message).toBe(`${label} is empty: its expression returns nothing`);
	expect(description).toBe(
		'Without it, the call may be about all records. Check the expression, or set When a Filter Is Empty under Options.',
	);
	expect(bench.sandbox.log.list()).toEqual([]);
	const options = { emptyFilters: 'ignore', dryRun: true };
	const [{ request }] = await b2bi(bench.sandbox, { ...call, options });
	expect((request as { path: string }).path).toMatch(/\/tradingpartners\/$/);
});
