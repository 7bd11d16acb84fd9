import * as fc from 'fast-check';

import type { Call } from '../../../../clients/oms';
import { client, fakeTransport, read } from './fakeSterling';

/**
 * What may come in place of the response to a read, for each way in which a read is sent. A list of no rows must say so
 * itself; whatever else holds none is an error.
 */

type Way = 'plain' | 'plain XML' | 'getPage' | 'getPage XML' | 'numbered' | 'multiApi' | 'service';

const template = { Order: { OrderNo: '' } };
const sorted = { ...read, input: { OrderBy: { Attribute: { Name: 'OrderDate', Desc: 'Y' } } } };
const service: Call = { api: 'AuroraRead', isService: true, root: 'Order', input: {}, kind: 'read' };

/** The outcome of a read whose every response has this body: its rows, or the category of its error. */
async function outcome(way: Way, body: string, status = 200): Promise<unknown> {
	const fake = fakeTransport(() => ({ status, body }));
	const sterling = client(fake.transport, { dataFormat: way.endsWith('XML') ? 'xml' : 'json' });
	const ask = async () => {
		if (way === 'multiApi') return (await sterling.transaction([{ ...read, template }]))[0].Order;
		if (way === 'service') return Object.keys((await sterling.send(service)).document);
		if (way === 'numbered') {
			const rows = [];
			const options = { key: 'OrderHeaderKey', list: 'Order', pageSize: 10 };
			for await (const page of sterling.pages(sorted, options)) rows.push(...page.rows);
			return rows;
		}
		return (await sterling.send(way.startsWith('plain') ? read : { ...read, template })).document.Order;
	};
	const result = await ask().catch((error: { category?: string }) => error.category ?? String(error));
	const calls = fake.paths().filter((path) => !path.endsWith('login')).length;
	return typeof result === 'string' ? `${result} after ${calls}` : (result ?? []);
}

const page = (json: string) => `{"Output":${json},"PageNumber":"1"}`;
const xmlPage = (inner: string, attributes = '') =>
	`<Page PageNumber="1"${attributes}><Output>${inner}</Output></Page>`;
const multi = (inner: string) => `<MultiApi><API Name="getOrderList"><Output>${inner}</Output></API></MultiApi>`;

const WAYS: Way[] = ['plain', 'plain XML', 'getPage', 'getPage XML', 'numbered', 'multiApi', 'service'];

/** Foreign whatever the way. */
const FOREIGN: Array<[string, string]> = [
	['an empty HTTP 200', ''],
	['blanks', ' \r\n\t'],
	['a byte order mark alone', '\uFEFF'],
	['ApiSuccess', '<ApiSuccess/>'],
	['{}', '{}'],
	['[]', '[]'],
	['null', 'null'],
	['""', '""'],
	['a number', '0'],
	['text', 'OK'],
	['half of JSON', '{"Order":[{"OrderNo":"1"'],
	['half of XML', '<OrderList><Order OrderNo="1"/>'],
];

/** Foreign where Sterling itself responds; a service may respond like this. */
const UNLIKE: Array<[string, string]> = [
	['a message of a gateway', '{"message":"ok"}'],
	['a status', '{"status":"success","data":[]}'],
	['an empty list of something else', '{"ItemList":{}}'],
	['rows of something else', '{"Item":[{"ItemID":"1"}]}'],
	['rows in another case', '{"order":[{"OrderNo":"1"}]}'],
	['a list in another case', '{"orderList":{"Order":[]}}'],
	['rows with a prefix', '<OrderList xmlns:n="urn:n"><n:Order OrderNo="1"/></OrderList>'],
	['a list with a prefix', '<n:OrderList xmlns:n="urn:n"><Order OrderNo="1"/></n:OrderList>'],
	['a row in place of the list', '<Order OrderNo="1"/>'],
	['another root', '<ItemList/>'],
	['SOAP', '<s:Envelope xmlns:s="urn:s"><s:Body><OrderList/></s:Body></s:Envelope>'],
	['rows that are text', '{"Order":["1","2"]}'],
	['no rows, but a count of them', '{"TotalOrderList":"3"}'],
	['no rows, but more of them', '<OrderList LastRecordSet="N"/>'],
	['an empty page', '{"Page":{}}'],
	['an empty transaction', '<MultiApi/>'],
];

const NO_ORDER = { ErrorCode: 'YFS10003', ErrorDescription: 'YFS:Invalid Order' };
/** Errors under HTTP 200, in the forms of which JSON leaves the root or drops it. */
const ERRORS: Array<[string, string]> = [
	['errors', JSON.stringify({ errors: [NO_ORDER] })],
	['Errors', JSON.stringify({ Errors: { Error: [NO_ORDER] } })],
	['Error', JSON.stringify({ Error: NO_ORDER })],
	['a list of Error', JSON.stringify({ Error: [NO_ORDER] })],
	['the attributes of an error', JSON.stringify(NO_ORDER)],
];

/** Errors with attributes of their own, which only what is around them can tell from a document. */
const OWN = { ...NO_ORDER, OrderNo: '1', ErrorType: 'USER' };

describe.each(WAYS)('%s', (way) => {
	it('HTTP 204 is an error, asked for once more', async () => {
		expect(await outcome(way, '', 204)).toBe('badAnswer after 2');
	});

	it.each(FOREIGN)('%s is an error, asked for once more', async (_what, body) => {
		// What says nothing of itself is asked for in XML as well, where the root says it.
		expect(await outcome(way, body)).toMatch(/^badAnswer after [23]$/);
	});

	it.each(ERRORS)('%s in place of the response is that error', async (_what, body) => {
		expect(await outcome(way, body)).toBe('notFound after 1');
	});

	it.each(ERRORS)('%s in what is carried is that error', async (_what, body) => {
		const carried = { Output: JSON.parse(body) as object };
		for (const carrier of [carried, { Page: carried }, { API: [{ Name: 'getOrderList', ...carried }] }])
			expect(await outcome(way, JSON.stringify(carrier))).toMatch(/^(?:notFound after 1|badAnswer after 2)$/);
	});

	if (way !== 'service') {
		it.each(UNLIKE)('%s is an error', async (_what, body) => {
			expect(await outcome(way, body)).toMatch(/^badAnswer after [23]$/);
		});
	}
});

it.each([
	['one of them', { Error: OWN }],
	['a list of them', { Error: [OWN, NO_ORDER] }],
	['under Errors', { Errors: { Error: OWN } }],
	['under errors', { errors: [OWN] }],
])('errors with attributes of their own are errors where they are carried: %s', async (_what, Output) => {
	const body = JSON.stringify({ API: { FlowName: 'AuroraWrite', Output } });
	const call: Call = { ...service, api: 'AuroraWrite', kind: 'write', template };
	const sterling = client(fakeTransport(() => ({ body })).transport);
	await expect(sterling.send(call)).rejects.toMatchObject({ category: 'notFound', code: 'YFS10003' });
	await expect(sterling.transaction([call])).rejects.toMatchObject({ category: 'notFound', code: 'YFS10003' });
	const xml = '<Error ErrorCode="YFS10003" ErrorDescription="no" OrderNo="1"/>';
	const carried = `<MultiApi><API FlowName="AuroraWrite"><Output>${xml}</Output></API></MultiApi>`;
	const other = client(fakeTransport(() => ({ body: carried })).transport);
	await expect(other.transaction([call])).rejects.toMatchObject({ category: 'notFound' });
});

describe('pages', () => {
	it.each([
		['no Output', '{"PageNumber":"1","IsLastPage":"Y"}'],
		['an empty Output', page('{}')],
		['a blank Output', page('""')],
		['a null Output', page('null')],
		['an Output of no entries', page('[]')],
		['an Output of two entries', page('[{"OrderList":{}},{"OrderList":{}}]')],
		['an Output of rows', page('[{"OrderNo":"1"}]')],
		['another root', page('{"ItemList":{"Item":[{"ItemID":"1"}]}}')],
		['another root without rows', page('{"ItemList":{}}')],
		['ApiSuccess', page('{"ApiSuccess":""}')],
		['a row element in another case', page('{"OrderList":{"order":[{"OrderNo":"1"}]}}')],
		['no valid page', '{"IsValidPage":"N","Output":{}}'],
		['no valid page, kept root', '{"Page":{"IsValidPage":"N"}}'],
		['no valid page in XML', '<Page IsValidPage="N"/>'],
		['XML without Output', '<Page PageNumber="1"/>'],
		['XML with an empty Output', xmlPage('')],
		['XML with another root', xmlPage('<ItemList><Item ItemID="1"/></ItemList>')],
		['XML with a prefix', xmlPage('<OrderList xmlns:n="urn:n"><n:Order OrderNo="1"/></OrderList>')],
	])('%s is an error', async (_what, body) => {
		for (const way of ['getPage', 'getPage XML', 'numbered'] as const) {
			expect([way, await outcome(way, body)]).toEqual([way, 'badAnswer after 2']);
		}
	});

	it.each([
		['as documented', page('{"OrderList":{"Order":[{"OrderNo":"1"}]}}')],
		['a single row', page('{"OrderList":{"Order":{"OrderNo":"1"}}}')],
		['with its root kept', `{"Page":${page('{"OrderList":{"Order":[{"OrderNo":"1"}]}}')}}`],
		['with a list as Output', page('[{"OrderList":{"Order":[{"OrderNo":"1"}]}}]')],
		['with the rows alone', page('{"Order":[{"OrderNo":"1"}],"LastRecordSet":"Y"}')],
		['in XML', xmlPage('<OrderList><Order OrderNo="1"/></OrderList>')],
	])('are understood %s', async (_what, body) => {
		for (const way of ['getPage', 'getPage XML', 'numbered'] as const) {
			expect([way, await outcome(way, body)]).toEqual([way, [{ OrderNo: '1' }]]);
		}
	});

	it.each([
		'{"OrderList":{}}',
		'{"OrderList":""}',
		'{"OrderList":{"Order":[]}}',
		'{"OrderList":{"LastRecordSet":"Y"}}',
	])('an explicit empty list is one: %s', async (list) => expect(await outcome('getPage', page(list))).toEqual([]));

	it('beyond the last one are its end only where nobody had said that there are more', async () => {
		const first = (flag: string) =>
			page(`{"OrderList":{"Order":[{"OrderNo":"1"}]}}`).replace('"PageNumber"', `${flag}"PageNumber"`);
		const read2 = async (flag: string) => {
			const answers = [first(flag), '{"IsValidPage":"N","Output":{}}', '{"IsValidPage":"N","Output":{}}'];
			const fake = fakeTransport(() => ({ body: answers.shift() ?? '' }));
			const rows = [];
			const options = { key: 'OrderHeaderKey', list: 'Order', pageSize: 1 };
			for await (const { rows: found } of client(fake.transport).pages(sorted, options)) rows.push(...found);
			return rows.length;
		};
		expect(await read2('')).toBe(1);
		await expect(read2('"IsLastPage":"N",')).rejects.toMatchObject({ category: 'badAnswer' });
	});
});

describe('transactions', () => {
	it.each([
		['an answer without Output', '<MultiApi><API Name="getOrderList"/></MultiApi>'],
		['a blank answer', multi('')],
		['ApiSuccess', multi('<ApiSuccess/>')],
		['another root', multi('<ItemList/>')],
		['the answer of another call', multi('<OrderList/>').replace('getOrderList', 'getItemList')],
		['more answers than calls', '<MultiApi><API><Output><OrderList/></Output></API><API/></MultiApi>'],
	])('%s is an error', async (_what, body) => {
		expect(await outcome('multiApi', body)).toBe('badAnswer after 2');
	});

	it.each([
		['in XML', multi('<OrderList><Order OrderNo="1"/></OrderList>')],
		['in JSON', '{"API":{"Name":"getOrderList","Output":{"OrderList":{"Order":{"OrderNo":"1"}}}}}'],
		['with its root kept', '{"MultiApi":{"API":[{"Output":{"OrderList":{"Order":[{"OrderNo":"1"}]}}}]}}'],
	])('are understood %s', async (_what, body) => {
		expect(await outcome('multiApi', body)).toEqual([{ OrderNo: '1' }]);
	});
});

describe('plain lists', () => {
	it.each([
		['as documented', '{"Order":[{"OrderNo":"1"}],"TotalOrderList":"1"}'],
		['a single row', '{"Order":{"OrderNo":"1"}}'],
		['with its root kept', '{"OrderList":{"Order":[{"OrderNo":"1"}]}}'],
		['as a bare array', '[{"OrderNo":"1"}]'],
		['in XML', '<OrderList><Order OrderNo="1"/></OrderList>'],
	])('are understood %s', async (_what, body) => expect(await outcome('plain', body)).toEqual([{ OrderNo: '1' }]));

	it.each([
		'{"Order":[]}',
		'{"Order":""}',
		'{"Order":null}',
		'{"Order":{}}',
		'{"Order":[{}]}',
		'{"TotalOrderList":"0"}',
		'{"LastRecordSet":"Y"}',
		'{"OrderList":{}}',
		'{"OrderList":""}',
		'<OrderList/>',
		'<OrderList TotalOrderList="0"/>',
	])('an explicit empty list is one: %s', async (body) => expect(await outcome('plain', body)).toEqual([]));

	it('an empty list without its root is asked for in XML, which keeps it', async () => {
		const fake = fakeTransport(({ headers }) => ({
			body: headers.Accept === 'application/xml' ? '<OrderList/>' : '{}',
		}));
		expect((await client(fake.transport).send(read)).document).toEqual({});
		expect(fake.paths()).toEqual(['invoke/login', 'invoke/getOrderList', 'invoke/getOrderList']);
	});
});

it('no document without rows passes for an empty list unless it says that it is one', async () => {
	const name = fc.constantFrom(
		'Order',
		'OrderList',
		'Output',
		'Page',
		'API',
		'MultiApi',
		'order',
		'message',
		'Item',
		'x:y',
	);
	const value = fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 4 },
			fc.constantFrom('', '1', null),
			fc.dictionary(name, tie('value'), { maxKeys: 2 }),
			fc.array(tie('value'), { maxLength: 2 }),
		),
	})).value;
	await fc.assert(
		fc.asyncProperty(value, fc.constantFrom<Way>('plain', 'getPage', 'multiApi'), async (made, way) => {
			const body = JSON.stringify(made);
			const result = await outcome(way, body);
			if (!Array.isArray(result)) return;
			// Whatever passes names the list or its rows.
			expect(/"Order(?:List)?":/.test(body) || (way === 'plain' && body.startsWith('[{'))).toBe(true);
		}),
		{ numRuns: 300 },
	);
});
