import type { SysproBehaviour } from '../../../../sandbox/syspro';
import { gathered, SysproBench } from '../../../support/sysproBench';

const bench = SysproBench.forFile();
const PO = '000000000000001';
const orders = async () =>
	await gathered(bench.client().list('purchaseOrder', { dateFrom: bench.company.day(-30), pageSize: 2 }));
const set = (behaviour: Partial<SysproBehaviour>) => Object.assign(bench.sandbox.behaviour, behaviour);

/** What a listing of the last 30 days is, however a site responds. */
const EXPECTED = [PO, '000000000000002', '000000000000003', '000000000000005'];

describe.each([
	['datetime literals', { dateLiterals: 'datetime' }],
	['date literals', { dateLiterals: 'date' }],
	['both', { dateLiterals: 'both' }],
	['neither: the client compares', { dateLiterals: 'none' }],
	['links to the next page', { nextLink: true, rowCap: 2 }],
	['links to a host behind a gateway', { nextLink: true, rowCap: 1, nextLinkOrigin: 'https://inside.invalid:8443' }],
	['a row cap below what was asked for, without links', { rowCap: 2 }],
	['numbers as strings', { numbers: 'string' }],
] satisfies Array<[string, Partial<SysproBehaviour>]>)('OData with %s', (_name, behaviour) => {
	beforeEach(() => void set(behaviour));

	it('lists and reads the same', async () => {
		const records = await orders();
		expect(records.map(({ id }) => id)).toEqual(EXPECTED);
		expect(records[0].lines.map(({ quantity }) => quantity)).toEqual(['38400', '120.5', null]);
		expect(records[0].header.orderDate).toBe(bench.company.today);
	});
});

it('tries a date literal once and remembers it', async () => {
	set({ dateLiterals: 'date' });
	const client = bench.client();
	await gathered(client.list('invoice', { dateFrom: '2020-01-01', withLines: false }));
	const refused = () => bench.sandbox.log.list('ArInvoice').filter(({ status }) => status === 400).length;
	expect(refused()).toBe(1);
	await gathered(client.list('invoice', { dateFrom: '2020-01-01', withLines: false }));
	expect(refused()).toBe(1);
});

it('an unknown column is an error, not an empty list', async () => {
	const conditions = [{ column: 'NoSuchDate', operator: 'ge' as const, value: '2026-01-01', type: 'date' as const }];
	const failure = gathered(bench.client().table('InvMaster', { conditions }));
	await expect(failure).rejects.toMatchObject({
		category: 'invalidInput',
		httpStatus: 400,
		message: expect.stringContaining('NoSuchDate') as string,
	});
});

it('starts over where rows go while they are paged', async () => {
	const pages = bench.client().list('purchaseOrder', { pageSize: 2, withLines: false })[Symbol.asyncIterator]();
	const first = (await pages.next()).value as { records: Array<{ id: string }> };
	const { database } = bench.company;
	const gone = database.find('PorMasterHdr', { PurchaseOrder: PO });
	database.remove('PorMasterHdr', gone ?? {});
	const ids = first.records.map(({ id }) => id);
	for (let page = await pages.next(); !page.done; page = await pages.next())
		ids.push(...(page.value as typeof first).records.map(({ id }) => id));
	database.insert('PorMasterHdr', gone ?? {});
	expect(ids).toEqual([' 00001', PO, '000000000000002', '000000000000003', '000000000000005']);
});

describe('without OData', () => {
	it.each([
		['the connection has none', false, {}],
		['IIS has no such site', {}, { odata: false }],
		['the table is not exposed', {}, { missingSets: ['PorMasterHdr'] }],
	] as const)('reads by the business object and lists by COMFND: %s', async (_name, odata, behaviour) => {
		set({ ...behaviour, missingSets: [...('missingSets' in behaviour ? behaviour.missingSets : [])] });
		const client = bench.client({ odata: odata === false ? false : {} });
		expect((await client.read('purchaseOrder', PO)).source).toEqual({ way: 'businessObject', names: ['PORQRY'] });
		const records = await gathered(client.list('purchaseOrder', { statuses: ['1', '4'] }));
		expect(new Set(records.map(({ source }) => source.way))).toEqual(new Set(['comfnd']));
		expect(records.map(({ id }) => id)).toEqual([' 00001', PO, '000000000000002', '000000000000003']);
	});

	it('reads tables where the site has no licence for the business object', async () => {
		set({ missingObjects: ['PORQRY'] });
		const { source } = await bench.client({ odata: false }).read('purchaseOrder', PO);
		expect(source.way).toBe('comfnd');
	});

	it('filters here where COMFND knows EQ alone, and says what it cannot page', async () => {
		set({ comfndOperators: 'eq' });
		const client = bench.client({ odata: false });
		const records = await gathered(client.list('purchaseOrder', { dateFrom: bench.company.day(-30), pageSize: 2 }));
		expect(records.map(({ id }) => id)).toEqual(EXPECTED);
	});

	it('leaves out columns that a site does not have', async () => {
		set({ missingColumns: ['ArInvoice.DocumentType', 'ArInvoice.Currency', 'PorMasterHdr.EdiPoFlag'] });
		const client = bench.client({ odata: false });
		const records = await gathered(client.list('invoice'));
		expect(records.map(({ header }) => [header.invoice, header.documentType, header.currency])).toEqual([
			['000000000000001', 'C', null],
			['000000000000001', 'I', null],
		]);
	});

	it('needs columns for a table that it does not know', async () => {
		await expect(
			gathered(bench.client({ odata: false }).table('GenMaster', { orderby: ['GlCode'] })),
		).rejects.toMatchObject({
			category: 'invalidInput',
			message: 'COMFND needs the columns of GenMaster.',
		});
	});
});

describe.each(['json', 'string'] as const)('a host that wraps responses as %s', (wrap) => {
	it('reads them all the same', async () => {
		set({ wrap });
		const { header } = await bench.client({ odata: false }).read('supplier', '0000300');
		expect(header.name).toBe('Café Müller – Söhne');
		expect(await bench.client({ odata: false }).updateSupplier('0000100', { Contact: 'Zoë' })).toMatchObject({
			how: 'posted',
		});
	});
});

it('gives the same in all listings of orders', async () => {
	expect((await orders()).map(({ id }) => id)).toEqual(EXPECTED);
});

it('writes need e.net, and say so', async () => {
	await expect(bench.client({ enet: false }).updateSupplier('0000100', { Fax: '1' })).rejects.toMatchObject({
		category: 'configuration',
		remedy: { field: 'endpoint' },
	});
	await expect(bench.client({ odata: false }).entitySets()).rejects.toMatchObject({
		remedy: { field: 'odata.endpoint' },
	});
});

it('lists entity sets with their keys', async () => {
	const sets = await bench.client().entitySets();
	expect(sets.find(({ name }) => name === 'PorMasterDetail')).toMatchObject({ key: ['PurchaseOrder', 'Line'] });
});
