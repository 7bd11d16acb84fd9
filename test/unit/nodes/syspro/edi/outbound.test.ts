import { check, interchange, read, write } from '../../../../../edi';
import { readDocument, writeDocument } from '../../../../../edi/documents';
import {
	DEFAULT_EDI_SETTINGS,
	invoiceForm,
	purchaseOrderForm,
	shipNoticeForm,
	type EdiSettings,
	type Form,
} from '../../../../../nodes/Syspro/edi';
import { beside, dispatchNote, invoice, line, purchaseOrder } from './records';

const settings = (more: Partial<EdiSettings> = {}): EdiSettings => ({
	...DEFAULT_EDI_SETTINGS,
	currencies: { USD: '$' },
	...more,
});

/** The segments of the form as X12, whose envelope and contents the checker finds nothing wrong with. */
function segmentsOf(form: Form): string[] {
	const { transaction, warnings } = writeDocument(form, { complete: true });
	expect(warnings).toEqual([]);
	const party = (id: string) => ({ qualifier: 'ZZ', id });
	const { text } = write(
		interchange({
			sender: party('ACME'),
			receiver: party('NORTHWIND'),
			version: '004010',
			controlNumber: '7',
			date: '20261127',
			time: '1430',
			transactions: [transaction],
		}),
	);
	const reading = read(text);
	expect(check(reading).filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(readDocument(reading.interchanges[0].groups[0].transactions[0])?.warnings).toEqual([]);
	return text.trim().split('~').slice(3, -4);
}

describe('850 of a purchase order', () => {
	test('says who, where, what and when, and numbers stay text', () => {
		const lines = [
			line('1', { partnerPartNumber: 'NW-9', quantity: '38400.000000' }),
			line('2', { kind: 'nonStocked', lineType: '7', dueDate: null }),
		];
		expect(segmentsOf(purchaseOrderForm(purchaseOrder(lines), settings()))).toEqual([
			'BEG*00*SA*000000000004711**20261127',
			'CUR*BY*USD',
			'PER*BD*BJ',
			'DTM*002*20261210',
			'N1*VN*Northwind Traders*92*0000042',
			'N3*12 Mill Road*Dock 4',
			'N3*Exampleton*OH, US',
			'N4***43004',
			'N1*ST*Main warehouse*92*N ',
			'N3*12 Mill Road*Dock 4',
			'N3*Exampleton*OH, US',
			'N4***43004',
			'PO1*1*38400*EA*2.5**BP*STK-1*VP*NW-9',
			'PID*F****Item 1',
			'DTM*002*20261210',
			'PO1*2*10*EA*2.5**BP*STK-2',
			'PID*F****Item 2',
			'DTM*002*20261210',
			'CTT*2',
		]);
	});

	test('freight and charges become SAC, comments go with their line or with the order', () => {
		const lines = [
			beside('1', 'comment', { comment: 'Call before delivery' }),
			line('2'),
			beside('3', 'comment', { comment: ' Blue ones ' }),
			beside('4', 'freight', { value: '12.50' }),
			beside('5', 'miscellaneous', { value: '-3', comment: 'Rebate' }),
		];
		const segments = segmentsOf(purchaseOrderForm(purchaseOrder(lines), settings()));
		expect(segments).toEqual(
			expect.arrayContaining(['SAC*C*D240***1250**********Freight', 'SAC*A*F050***300**********Rebate']),
		);
		const [note, message] = [segments.indexOf('N9*L1'), segments.indexOf('MSG*Blue ones')];
		expect(segments[note + 1]).toBe('MSG*Call before delivery');
		expect(message).toBeGreaterThan(segments.findIndex((segment) => segment.startsWith('PO1*2')));
	});

	test.each<[string, Partial<Parameters<typeof line>[1]>, string]>([
		['a percentage', { discounts: [{ percent: '10' }] }, 'PO1*1*10*EA*2.25**'],
		['percentages one after another', { discounts: [{ percent: '10' }, { percent: '10' }] }, 'PO1*1*10*EA*2.025**'],
		['a value', { discounts: [{ value: '0.1' }] }, 'PO1*1*10*EA*2.4**'],
		['a price per hundred', { priceUom: 'HU' }, 'PO1*1*10*EA*2.5*HP*'],
		['a long price', { price: '0.30000000000000004' }, 'PO1*1*10*EA*.3**|PO1*1*10*EA*0.3**'],
	])('%s', (_what, more, start) => {
		const [po1] = segmentsOf(purchaseOrderForm(purchaseOrder([line('1', more)]), settings())).filter((segment) =>
			segment.startsWith('PO1'),
		);
		expect(start.split('|').some((each) => po1.startsWith(each))).toBe(true);
	});

	test('tables and options are followed', () => {
		const form = purchaseOrderForm(
			purchaseOrder([line('1', { uom: 'Each ', priceUom: 'EACH' })]),
			settings({ units: { PC: 'each' }, stripsZeros: true, addresses: 'parts', buyerPartName: 'sku' }),
		);
		expect(form).toMatchObject({
			number: '4711',
			lines: [{ unit: 'PC', itemIds: { sku: 'STK-1' } }],
			parties: {
				vendor: {
					id: '42',
					address: ['12 Mill Road', 'Dock 4'],
					city: 'Exampleton',
					state: 'OH',
					country: 'US',
					postalCode: '43004',
				},
			},
		});
	});

	test.each<[string, () => Form, RegExp]>([
		['no goods', () => purchaseOrderForm(purchaseOrder([]), settings()), /4711 has no line with goods/],
		[
			'an unknown currency',
			() => purchaseOrderForm(purchaseOrder([line('1')]), settings({ currencies: {} })),
			/currency "\$" of SYSPRO has no ISO code/,
		],
		[
			'a price per another unit',
			() => purchaseOrderForm(purchaseOrder([line('1', { priceUom: 'BX' })]), settings()),
			/line 1: the price is per BX, the quantity in EA/,
		],
		[
			'a price per hundred of what is counted in dozens',
			() => purchaseOrderForm(purchaseOrder([line('1', { uom: 'DZ', priceUom: 'HU' })]), settings()),
			/line 1: the price is per HU, the quantity in DZ/,
		],
		[
			'an unknown type of line',
			() => purchaseOrderForm(purchaseOrder([beside('3', 'other')]), settings()),
			/line 3: X12 has no counterpart for the line type "9"/,
		],
		[
			'no date',
			() => purchaseOrderForm(purchaseOrder([line('1')], { orderDate: null, printedDate: null }), settings()),
			/has no date/,
		],
	])('refuses %s', (_what, make, message) => {
		expect(make).toThrow(message);
	});

	test('leaves out lines that were closed before anything came', () => {
		const lines = [
			line('1'),
			line('2', { isComplete: true, quantityReceived: '0.000' }),
			line('3', { isComplete: true, quantityReceived: '4' }),
		];
		const form = purchaseOrderForm(purchaseOrder(lines), settings());
		expect((form.lines as Form[]).map(({ number }) => number)).toEqual(['1', '3']);
	});
});

describe('810 of an invoice', () => {
	test('lines, charges, tax and the total of the books', () => {
		const record = invoice(
			[line('1', { partnerPartNumber: 'CUST-1' }), beside('2', 'freight', { value: '5' })],
			{},
			{ tax: '1.75', total: '31.75' },
		);
		expect(segmentsOf(invoiceForm(record, settings()))).toEqual([
			'BIG*20261126*100245**C-PO-9',
			'CUR*SE*USD',
			'REF*VN*000817',
			'N1*BT*Contoso*91*0000007',
			'N3*12 Mill Road*Dock 4',
			'N3*Exampleton*OH, US',
			'N4***43004',
			'ITD*05*****20261226',
			'IT1*1*10*EA*2.5**VP*STK-1*BP*CUST-1',
			'PID*F****Item 1',
			'TDS*3175',
			'TXI*TX*1.75',
			'SAC*C*D240***500**********Freight',
			'CTT*1',
		]);
	});

	test('a line of sales history has no price: it is value by quantity', () => {
		const record = invoice([line('1', { price: null, value: '10', quantity: '3' })]);
		expect(invoiceForm(record, settings()).lines).toMatchObject([{ price: '3.333333', quantity: '3' }]);
	});

	test.each([
		['kept negative', '-10', '-25', '-25'],
		['kept positive', '10', '25', '25'],
	])('a credit note that SYSPRO has %s is positive in X12', (_how, quantity, value, total) => {
		const record = invoice([line('1', { quantity, value })], { isCreditNote: true, documentType: 'C' }, { total });
		const segments = segmentsOf(invoiceForm(record, settings()));
		expect(segments[0]).toBe('BIG*20261126*100245**C-PO-9***CR');
		expect(segments).toEqual(expect.arrayContaining(['IT1*1*10*EA*2.5**VP*STK-1', 'TDS*2500']));
	});

	test('charges of the whole invoice are said once', () => {
		const totals = { freight: '7', miscellaneous: '0', total: '32' };
		expect(invoiceForm(invoice([line('1')], {}, totals), settings()).charges).toEqual([
			{ kind: 'charge', code: 'D240', amount: '7', text: 'Freight' },
		]);
		const both = invoice([line('1'), beside('2', 'freight', { value: '7' })], {}, totals);
		expect(invoiceForm(both, settings()).charges).toHaveLength(1);
	});
});

describe('856 of a dispatch note', () => {
	test('shipment, order, items; a lot is an item of its own', () => {
		const lots = [
			{ lot: 'L-1', quantity: '4' },
			{ lot: 'L-2', quantity: '6' },
		];
		const lines = [line('1', { quantityOrdered: '12' }), line('2', { lots }), beside('3', 'comment', { comment: 'x' })];
		const segments = segmentsOf(shipNoticeForm(dispatchNote(lines), settings()));
		expect(segments.slice(0, 2)).toEqual(['BSN*00*000817/0001*20261125*0000*0004', 'HL*1**S*1']);
		expect(segments).toEqual(
			expect.arrayContaining(['DTM*011*20261125', 'DTM*017*20261127', 'PRF*C-PO-9', 'REF*VN*000817', 'HL*2*1*O*1']),
		);
		expect(segments.filter((segment) => /^(LIN|SN1)/.test(segment))).toEqual([
			'LIN*1*VP*STK-1',
			'SN1**10*EA**12*EA',
			'LIN*2*VP*STK-2*LT*L-1',
			'SN1**4*EA',
			'LIN*2*VP*STK-2*LT*L-2',
			'SN1**6*EA',
		]);
	});

	test.each<[string, Parameters<typeof dispatchNote>, RegExp]>([
		[
			'a dispatch without dates',
			[[line('1')], { actualDeliveryDate: null, plannedDeliveryDate: null }],
			/no delivery date/,
		],
		['no order number', [[line('1')], { customerPoNumber: null }], /no customer's order number/],
		['no unit', [[line('1', { uom: null })]], /line 1, has no unit/],
	])('refuses %s', (_what, given, message) => {
		expect(() => shipNoticeForm(dispatchNote(...given), settings())).toThrow(message);
	});
});
