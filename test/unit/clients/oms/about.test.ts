import type { Call } from '../../../../clients/oms';
import { namesOf } from '../../../../clients/oms/about';
import { ENTITIES } from '../../../../clients/oms/entities';
import { client, fakeTransport, read } from './fakeSterling';

const about = { OrderHeaderKey: '1', OrderNo: 'A-1' };
const template = { Order: { OrderNo: '' } };
const change: Call = { api: 'changeOrder', root: 'Order', input: about, kind: 'write', about };

const WAYS: Array<[string, Call, (order: object) => string]> = [
	['a list', { ...read, about }, (order) => JSON.stringify({ Order: [order] })],
	['a page', { ...read, about, template }, (order) => JSON.stringify({ Output: { OrderList: { Order: order } } })],
	['a document', { api: 'getOrderDetails', root: 'Order', input: {}, kind: 'read', about }, JSON.stringify],
	['a write', change, JSON.stringify],
	[
		'a write with a template',
		{ ...change, template: { OrderNo: '' } },
		(order) => JSON.stringify({ MultiApi: { API: { Name: 'changeOrder', Output: { Order: order } } } }),
	],
];

describe.each(WAYS)('%s', (_way, call, bodyOf) => {
	const sent = async (order: object) =>
		await client(fakeTransport(() => ({ body: bodyOf(order) })).transport).send(call);

	it.each([
		['the record', { OrderHeaderKey: '1', OrderNo: 'A-1' }],
		['the record without its key', { OrderNo: 'A-1' }],
		['blanks', { OrderHeaderKey: ' ', OrderNo: 'A-1', Status: 'Created' }],
		['another case and trailing blanks', { OrderNo: 'a-1 ' }],
		['nothing that names it', { Status: 'Created' }],
	])('may say %s', async (_what, order) => {
		expect((await sent(order)).empty).toBe(false);
	});

	it.each([
		['another key', { OrderHeaderKey: '2', OrderNo: 'A-1' }, 'OrderHeaderKey is "2" instead of "1"'],
		['another number', { OrderNo: 'A-2' }, 'OrderNo is "A-2" instead of "A-1"'],
		['a number as a number', { OrderNo: 7 }, 'OrderNo is "7" instead of "A-1"'],
	])('may not say %s', async (_what, order, words) => {
		const category = call.kind === 'write' ? 'uncertain' : 'badAnswer';
		await expect(sent(order)).rejects.toMatchObject({ category });
		await expect(sent(order)).rejects.toThrow(words);
	});
});

it('every row of a list must be about the record', async () => {
	const body = JSON.stringify({ Order: [{ OrderNo: 'A-1' }, { OrderNo: 'A-2' }] });
	await expect(client(fakeTransport(() => ({ body })).transport).send({ ...read, about })).rejects.toMatchObject({
		category: 'badAnswer',
	});
});

it('each response of a transaction must be about its own record', async () => {
	const calls = ['A-1', 'A-2'].map((OrderNo): Call => ({ ...read, template, about: { OrderNo } }));
	const api = (OrderNo: string) => ({ Name: read.api, Output: { OrderList: { Order: { OrderNo } } } });
	const answered = (...numbers: string[]) =>
		client(fakeTransport(() => ({ body: JSON.stringify({ API: numbers.map(api) }) })).transport).transaction(calls);
	expect(await answered('A-1', 'A-2')).toHaveLength(2);
	await expect(answered('A-2', 'A-1')).rejects.toMatchObject({ category: 'badAnswer' });
});

it.each([
	[
		'order',
		{ OrderHeaderKey: '1', OrderNo: 'A', EnterpriseCode: 'E', Status: '1100' },
		'OrderHeaderKey OrderNo EnterpriseCode',
	],
	['item', { ItemID: 'A', UnitOfMeasure: 'EACH', OrganizationCode: 'E' }, 'ItemID UnitOfMeasure'],
	['organization', { OrganizationCode: 'E', OrganizationName: 'x' }, 'OrganizationCode'],
	['customer', { CustomerID: ' ', CustomerKey: '1' }, 'CustomerKey'],
] as const)('an %s is named by its keys', (name, document, names) => {
	expect(Object.keys(namesOf(ENTITIES[name], document)).join(' ')).toBe(names);
});
