import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { NUMBER, X12_TABLES as x12, runSyspro, runsForOneItem, sysproForFile } from '../../../support/syspro/nodes';

const bench = sysproForFile();
const { run, refused } = runsForOneItem(bench);

describe('reads', () => {
	it.each<[string, INodeParameters, object]>([
		[
			'purchaseOrder:get',
			{ operation: 'get', purchaseOrder: NUMBER },
			{
				kind: 'purchaseOrder',
				id: NUMBER,
				purchaseOrder: NUMBER,
				supplier: '0000100',
				status: '4',
				lines: [
					expect.objectContaining({ stockCode: 'A100', quantity: '38400' }),
					expect.anything(),
					expect.anything(),
				],
				parties: { supplier: { name: 'Acme Supplies', address: { lines: expect.arrayContaining(['Columbus']) } } },
			},
		],
		[
			'purchaseOrder:get, by a number without zeros',
			{ operation: 'get', purchaseOrder: '1', options: { match: 'tolerant' } },
			{ purchaseOrder: NUMBER },
		],
		['purchaseOrder:get, with a blank before it', { operation: 'get', purchaseOrder: ' 00001' }, { id: ' 00001' }],
		[
			'invoice:get',
			{ resource: 'invoice', operation: 'get', invoice: NUMBER, customerCode: '0001000', documentType: 'C' },
			{ kind: 'invoice', isCreditNote: true, customer: '0001000' },
		],
		[
			'dispatchNote:get',
			{ resource: 'dispatchNote', operation: 'get', dispatchNote: NUMBER },
			{ kind: 'dispatchNote', customerPoNumber: 'BAY-501' },
		],
		[
			'salesOrder:get',
			{ resource: 'salesOrder', operation: 'get', salesOrder: NUMBER },
			{ kind: 'salesOrder', customerPoNumber: 'BAY-501' },
		],
		[
			'supplier:get',
			{ resource: 'supplier', operation: 'get', supplier: locate('code', '0000200') },
			{ ediReceiverCode: 'NORTHWIND', parties: { supplier: { address: { postalCode: '41001' } } } },
		],
		[
			'customer:get',
			{ resource: 'customer', operation: 'get', customer: locate('code', '0001000') },
			{ name: 'Bayside Outfitters', ediSenderCode: 'BAYSIDE' },
		],
		[
			'stockItem:get',
			{ resource: 'stockItem', operation: 'get', stockCode: locate('code', 'B-7.5') },
			{ description: 'Rope ø 7.5 mm – “strong”', stockUom: 'M' },
		],
	])('%s', async (_name, parameters, expected) => {
		expect(await run(parameters)).toMatchObject([expected]);
	});

	it('a number that is not found names the option that also tries its zeros, where it is not on', async () => {
		const advice = 'Or set Options → Match Key to With or Without Leading Zeros.';
		const missing = { operation: 'get', purchaseOrder: '77' };
		expect((await refused(missing)).description).toMatch(advice);
		expect((await refused({ ...missing, options: { match: 'tolerant' } })).description).not.toMatch(advice);
		expect((await refused({ ...missing, purchaseOrder: 'NOPE' })).description).not.toMatch(advice);
	});

	it.each<[string, INodeParameters, string[]]>([
		['purchaseOrder:getMany, printed ones', { returnAll: true }, ['000000000000001', '000000000000002']],
		[
			'purchaseOrder:getMany, of a supplier, in other statuses',
			{ returnAll: true, statuses: ['1', '4'], options: { supplier: locate('code', '0000200') } },
			['000000000000002'],
		],
		['purchaseOrder:getMany, with a limit', { limit: 1 }, ['000000000000001']],
		['purchaseOrder:getMany, later', { returnAll: true, dateFrom: '2099-01-01' }, []],
		[
			'invoice:getMany',
			{ resource: 'invoice', returnAll: true },
			['0001000/000000000000001/C', '0001000/000000000000001/I'],
		],
		['dispatchNote:getMany', { resource: 'dispatchNote', returnAll: true }, [NUMBER, '000000000000002']],
		[
			'salesOrder:getMany',
			{
				resource: 'salesOrder',
				returnAll: true,
				options: {
					conditions: {
						condition: [{ column: 'CustomerPoNumber', operator: 'startswith', value: 'BAY', type: 'text' }],
					},
				},
			},
			['000000000000001', '000000000000003'],
		],
		['supplier:getMany', { resource: 'supplier', returnAll: true }, ['0000100', '0000200', '0000300', 'ZX-9']],
		['customer:getMany', { resource: 'customer', returnAll: true }, ['0001000', '0002000']],
		['stockItem:getMany', { resource: 'stockItem', returnAll: true }, ['02', 'A100', 'A200', 'B-7.5']],
	])('%s', async (_name, parameters, ids) => {
		const rows = await run({ operation: 'getMany', ...parameters });
		expect(rows.map(({ id }) => id).sort()).toEqual(ids);
	});

	it('Simplify off returns the whole record with the rows as they came', async () => {
		const [row] = await run({ operation: 'get', purchaseOrder: NUMBER, simplify: false });
		expect(row).toMatchObject({ header: { purchaseOrder: NUMBER }, key: {}, raw: {}, source: { way: 'odata' } });
	});

	it.each(['businessObject', 'comfnd', 'odata'])('an order comes out the same by %s', async (way) => {
		const [row] = await run({ operation: 'get', purchaseOrder: NUMBER, options: { ways: [way] } });
		const lines = row.lines as Array<{ quantity: string | null; stockCode: string | null }>;
		expect(lines.map(({ stockCode, quantity }) => [stockCode, quantity === null ? null : Number(quantity)])).toEqual([
			['A100', 38400],
			['A200', 120.5],
			[null, null],
		]);
	});

	it('a number that does not exist is an error that names it', async () => {
		const { message } = await refused({ operation: 'get', purchaseOrder: '4711' });
		expect(message).toMatch(/4711/);
	});
});

describe('X12 documents', () => {
	it('are what the X12 node takes, with the partner and an ID of their own', async () => {
		const rows = await run({ operation: 'getMany', returnAll: true, output: 'x12', x12 });
		expect(rows).toMatchObject([
			{
				documentId: `purchaseOrder:${NUMBER}`,
				set: '850',
				number: NUMBER,
				partner: { code: '0000100', name: 'Acme Supplies', ediCode: 'ACME' },
				document: { type: 'purchaseOrder', currency: 'USD', lines: [{ unit: 'EA' }, { unit: 'MR' }] },
			},
			{ partner: { ediCode: 'NORTHWIND' } },
		]);
	});

	it('of partners without an EDI code can be left out', async () => {
		const all = { resource: 'dispatchNote', operation: 'getMany', returnAll: true, statuses: [], output: 'x12' };
		const codes = async (onlyEdi: boolean) =>
			(await run({ ...all, x12: { ...x12, onlyEdi } })).map(({ partner }) => (partner as { code: string }).code);
		expect(await codes(false)).toEqual(['0001000', '0002000']);
		expect(await codes(true)).toEqual(['0001000']);
	});

	it('that cannot be made stop the run, or come out with the problem', async () => {
		const many = { operation: 'getMany', returnAll: true, output: 'x12' };
		const { message } = await refused(many);
		expect(message).toMatch(/currency "\$" of SYSPRO has no ISO code/);
		const finished = await runSyspro(bench.sandbox, { ...many, x12: { onProblems: 'report' } });
		expect(finished.json('SYSPRO')).toMatchObject([
			{ number: NUMBER, document: null, problem: expect.stringMatching(/ISO code/) },
			{ document: null },
		]);
	});

	it.each([
		['invoice', { invoice: NUMBER, documentType: 'I', customerCode: '0001000' }, { type: 'invoice', total: '374.18' }],
		[
			'dispatchNote',
			{ dispatchNote: NUMBER },
			{ type: 'shipNotice', shipment: { orders: [{ orderNumber: 'BAY-501' }] } },
		],
	])('%s:get', async (resource, key, document) => {
		expect(await run({ resource, operation: 'get', ...key, output: 'x12', x12 })).toMatchObject([{ document }]);
	});
});

describe('queries', () => {
	const porqry = (more: INodeParameters): INodeParameters => ({
		resource: 'query',
		operation: 'businessObject',
		object: 'PORQRY',
		...more,
	});

	it('query:table returns rows with columns, conditions and an order', async () => {
		const rows = await run({
			resource: 'query',
			operation: 'table',
			table: locate('name', 'PorMasterHdr'),
			returnAll: true,
			conditions: { condition: [{ column: 'OrderStatus', operator: 'eq', value: '4', type: 'text' }] },
			options: { columns: 'PurchaseOrder, Supplier', orderBy: 'PurchaseOrder desc' },
		});
		expect(rows).toMatchObject([{ PurchaseOrder: '000000000000002', Supplier: '0000200' }, { PurchaseOrder: NUMBER }]);
	});

	it.each<[string, INodeParameters]>([
		['fields', { xmlFields: { element: [{ path: 'Key.PurchaseOrder', value: NUMBER }] } }],
		['JSON', { xmlFrom: 'json', xmlJson: JSON.stringify({ Query: { Key: { PurchaseOrder: NUMBER } } }) }],
		['XML', { xmlFrom: 'xml', xml: `<Query><Key><PurchaseOrder>${NUMBER}</PurchaseOrder></Key></Query>` }],
	])('query:businessObject by %s', async (_how, given) => {
		const [row] = await run(porqry(given));
		expect(JSON.stringify(row.document)).toContain('Acme Supplies');
	});

	it('query:businessObject shows the request under Dry Run, without a logon', async () => {
		const [row] = await run(
			porqry({ xmlFields: { element: [{ path: 'Key.PurchaseOrder', value: '1' }] }, options: { dryRun: true } }),
		);
		expect(row).toMatchObject({
			dryRun: true,
			request: { method: 'GET', xmlIn: expect.stringContaining('<PurchaseOrder>1<') },
		});
		expect(bench.sandbox.log.list()).toEqual([]);
	});

	it.each<[string, object, string, string[]]>([
		['PORQPO', { Option: { IncludeCompletedOrders: 'Y' } }, 'PurchaseOrderItem', ['9', '4', '1']],
		['PORQPO', { Filter: { Supplier: { '@FilterType': 'S', '@FilterValue': '0000200' } } }, 'PurchaseOrderItem', ['4']],
		['SORQSO', { Filter: { CustomerPo: { '@FilterType': 'S', '@FilterValue': 'BAY-502' } } }, 'SalesOrderItem', ['1']],
		[
			'SORQSO',
			{ Filter: { OrderStatus: { '@FilterType': 'L', '@FilterValue': '8,9' } } },
			'SalesOrderItem',
			['8', '9'],
		],
		['SORQDL', { Option: { IncludeReadyToInvoice: 'Y' } }, 'DispatchNoteItem', ['7']],
	])('query:businessObject lists by %s %j', async (object, query, rowsPath, statuses) => {
		const rows = await run(
			porqry({ object, xmlFrom: 'json', xmlJson: JSON.stringify({ Query: query }), options: { rowsPath } }),
		);
		const found = rows.map(({ OrderStatus, DispatchNoteStatus }) => OrderStatus ?? DispatchNoteStatus);
		expect([...new Set(found)].sort()).toEqual(statuses.sort());
	});

	it.each<[string, INodeParameters, RegExp]>([
		['JSON with two roots', { xmlFrom: 'json', xmlJson: '{"A":{},"B":{}}' }, /only member is the root element/],
		[
			'a name that is none',
			{ xmlFields: { element: [{ path: 'a b', value: '1' }] } },
			/cannot be the name of an element/,
		],
	])('refuses %s', async (_what, given, message) => {
		expect((await refused(porqry(given))).message).toMatch(message);
	});
});

describe('what selects records', () => {
	const many = (more: object): INodeParameters => ({ operation: 'getMany', returnAll: true, ...more });
	const nothing = '={{ $json.nothing }}';

	it.each<[string, object]>([
		['Date From', { dateFrom: nothing }],
		['Date To', { dateTo: nothing }],
		['Statuses', { statuses: nothing }],
		['Options → Supplier', { options: { supplier: locate('code', nothing) } }],
		...['text', 'number', 'date'].map((type): [string, object] => [
			'Options → Conditions → Condition 1 → Value',
			{ options: { conditions: { condition: [{ column: 'Buyer', operator: 'contains', value: nothing, type }] } } },
		]),
	])('%s is refused where its expression returns nothing: it would select more', async (label, given) => {
		const { message, description } = await refused(many(given));
		expect(message).toMatch(new RegExp(`${label.split(' → ').at(-1)} is empty: its expression returns nothing$`));
		expect(description).toMatch(/would be returned.* set When a Filter Is Empty under Options/);
		expect(bench.sandbox.log.list().filter(({ path }) => /Por|Query/i.test(path))).toEqual([]);
	});

	it.each<[string, object, object]>([
		['Date From', { dateFrom: nothing }, {}],
		['Date From beside Date To', { dateFrom: nothing, dateTo: '2099-01-01' }, { dateTo: '2099-01-01' }],
		['Statuses', { statuses: nothing }, { statuses: [] }],
		['Supplier', { options: { supplier: locate('code', nothing) } }, {}],
		[
			'a condition',
			{ options: { conditions: { condition: [{ column: 'X', operator: 'eq', value: nothing, type: 'date' }] } } },
			{},
		],
		['Statuses', { statuses: nothing }, { statuses: [] }],
	])('%s that is empty is left out where Options say so', async (_what, given: { options?: object }, others) => {
		const found = await run(many({ ...given, options: { ...given.options, emptyFilters: 'ignore' } }));
		expect(found.length).toBeGreaterThan(0);
		expect(found).toEqual(await run(many(others)));
	});

	it.each<[string, object]>([
		['Filter', { options: { filter: nothing } }],
		[
			'Condition 1 → Value',
			{ conditions: { condition: [{ column: 'Supplier', operator: 'eq', value: nothing, type: 'text' }] } },
		],
	])('%s of table rows is no less strict', async (label, given: { options?: object }) => {
		const rows = (more: object): INodeParameters => ({
			...{ resource: 'query', operation: 'table', returnAll: true, table: locate('name', 'PorMasterHdr') },
			...more,
		});
		const { message, description } = await refused(rows(given));
		expect(message).toMatch(new RegExp(`${label} is empty: its expression returns nothing$`));
		expect(description).toMatch(/would be returned.* set When a Filter Is Empty under Options/);
		const all = await run(rows({}));
		expect(all.length).toBeGreaterThan(1);
		expect(await run(rows({ ...given, options: { ...given.options, emptyFilters: 'ignore' } }))).toEqual(all);
	});

	it.each<[unknown, string[]]>([
		['={{ ["Complete"] }}', ['9']],
		['={{ ["9 "] }}', ['9']],
		['={{ [9, "4"] }}', ['4', '9']],
		['={{ "4,9" }}', ['4', '9']],
		['={{ ["6"] }}', []],
		[['4', '6'], ['4']],
	])('Statuses %j take names, codes and codes of the site', async (statuses, expected) => {
		const rows = await run(many({ statuses: statuses as string, options: { headerOnly: true } }));
		expect([...new Set(rows.map(({ status }) => status))].sort()).toEqual(expected);
	});

	it('Statuses refuse what is no code', async () => {
		expect((await refused(many({ statuses: '={{ ["Printer"] }}' }))).message).toMatch(/^Statuses.*"Printer"/);
	});
});
