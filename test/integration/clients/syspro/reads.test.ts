import type { Kind, Way } from '../../../../clients/syspro';
import { gathered, SysproBench } from '../../../support/sysproBench';

const bench = SysproBench.forFile();
const WAYS: Way[] = ['odata', 'businessObject', 'comfnd'];
const PO = '000000000000001';

describe.each(WAYS)('over %s', (way) => {
	it('reads a purchase order with lines and addresses, in the same form', async () => {
		const record = await bench.client().read('purchaseOrder', PO, { ways: [way] });
		expect(record.source.way).toBe(way);
		expect(record.header).toMatchObject({
			purchaseOrder: PO,
			status: '4',
			statusText: 'Printed',
			isCancelled: false,
			supplier: '0000100',
			currency: '$',
			orderDate: bench.company.today,
		});
		expect(record.parties.supplier).toMatchObject({ id: '0000100', name: 'Acme Supplies' });
		expect(record.parties.shipTo).toEqual({
			id: null,
			name: 'Outdoors Manufacturing',
			address: { lines: ['12 Foundry Lane', 'Gate 4', 'Springfield', 'IL', 'USA'], postalCode: '62701' },
		});
		expect(
			record.lines.map(({ line, kind, stockCode, quantity, price, uom, value, comment, partnerPartNumber }) => [
				line,
				kind,
				stockCode,
				quantity,
				price,
				uom,
				value,
				comment,
				partnerPartNumber,
			]),
		).toEqual([
			['1', 'stocked', 'A100', '38400', '1.25', 'EA', '48000', null, 'V-A100'],
			['2', 'stocked', 'A200', '120.5', '8', 'M', '964', null, 'V-A200'],
			['3', 'comment', null, null, null, null, null, 'Deliver before noon, please', null],
		]);
		expect(record.totals.total).toBe('48964');
		expect(Object.keys(record.raw)[0]).toBe(way === 'businessObject' ? 'PORQRY' : 'PorMasterHdr');
	});

	it('keeps leading blanks of a key, and texts of Windows-1252', async () => {
		const client = bench.client();
		const { header } = await client.read('purchaseOrder', ' 00001', { ways: [way] });
		expect(header).toMatchObject({ purchaseOrder: ' 00001', orderDate: bench.company.day(-400), printedDate: null });
		const supplier = await client.read('supplier', '0000300', { ways: [way] });
		expect(supplier.header.name).toBe('Café Müller – Söhne');
		expect(supplier.parties.supplier?.address?.lines).toEqual(['Straße 1', '', 'Köln', '', 'Germany']);
		const item = await client.read('stockItem', 'B-7.5', { ways: [way] });
		expect(item.header).toMatchObject({ description: 'Rope ø 7.5 mm – “strong”', mass: '1.25', decimals: '3' });
	});

	it('reads an invoice with prices, units, tax and both addresses', async () => {
		const { header, lines, parties, totals } = await bench
			.client()
			.read('invoice', { Invoice: '000000000000001', Customer: '0001000', DocumentType: 'I' }, { ways: [way] });
		expect(header).toMatchObject({
			customerPoNumber: 'BAY-501',
			documentType: 'I',
			isCreditNote: false,
			invoiceDate: bench.company.today,
		});
		expect(
			lines.map(({ stockCode, quantity, uom, price, value, tax }) => [stockCode, quantity, uom, price, value, tax]),
		).toEqual([
			['A100', '12', 'EA', '25', '300', '21'],
			['A200', '3.5', 'M', '14.2', '49.7', '3.48'],
		]);
		expect(totals).toMatchObject({ merchandise: '349.7', tax: '24.48', total: '374.18' });
		expect(parties.soldTo).toMatchObject({ id: '0001000', name: 'Bayside Outfitters', ediCode: 'BAYSIDE' });
		expect(parties.shipTo?.address?.lines[0]).toBe('Warehouse 2');
	});

	it('reads a dispatch note with its lots', async () => {
		const { header, lines, parties } = await bench.client().read('dispatchNote', '000000000000001', { ways: [way] });
		expect(header).toMatchObject({ status: '9', customerPoNumber: 'BAY-501', invoice: '000000000000001' });
		expect(lines[0]).toMatchObject({ stockCode: 'A100', quantity: '12', lots: [{ lot: 'L0001', quantity: '12' }] });
		expect(parties.shipTo?.address).toMatchObject({ postalCode: '04102' });
	});

	it('says that there is no such record', async () => {
		const failure = bench.client().read('purchaseOrder', '1', { ways: [way] });
		await expect(failure).rejects.toMatchObject({ category: 'notFound', message: 'There is no purchase order "1".' });
	});

	it('finds a key that a partner has stripped of its zeros', async () => {
		const { header } = await bench.client().read('purchaseOrder', '1', { ways: [way], match: 'tolerant' });
		expect(header.purchaseOrder).toBe(PO);
	});
});

describe.each(['odata', 'comfnd'] as const)('lists over %s', (way) => {
	const ids = async (kind: Kind, query = {}) =>
		(await gathered(bench.client().list(kind, query, { ways: [way] }))).map(({ id }) => id);

	it('chooses by status, partner and date, without cancelled ones', async () => {
		expect(await ids('purchaseOrder', { statuses: ['4'] })).toEqual([PO, '000000000000002']);
		expect(await ids('purchaseOrder', { statuses: ['4', '1'], supplier: '0000100' })).toEqual([
			' 00001',
			PO,
			'000000000000003',
		]);
		expect(await ids('purchaseOrder')).toHaveLength(5);
		expect(await ids('purchaseOrder', { withCancelled: true })).toHaveLength(6);
		expect(await ids('purchaseOrder', { dateTo: bench.company.day(-100) })).toEqual([' 00001']);
	});

	it('tells an invoice from the credit note of its number', async () => {
		expect(await ids('invoice')).toEqual(['0001000/000000000000001/C', '0001000/000000000000001/I']);
	});

	it.each([1, 2, 3, 7])('gives the same in pages of %s', async (pageSize) => {
		expect(await ids('purchaseOrder', { pageSize })).toEqual(await ids('purchaseOrder'));
		expect(await ids('supplier', { pageSize, limit: 3 })).toEqual(['0000100', '0000200', '0000300']);
	});

	it('reads a table of its own choice', async () => {
		const query = {
			select: ['StockCode', 'Mass'],
			conditions: [{ column: 'StockCode', operator: 'ge' as const, value: 'A' }],
			orderby: ['StockCode'],
		};
		const rows = await gathered(bench.client().table('InvMaster', query, { ways: [way] }));
		expect(rows.map((row) => row.StockCode)).toEqual(['A100', 'A200', 'B-7.5']);
	});
});
