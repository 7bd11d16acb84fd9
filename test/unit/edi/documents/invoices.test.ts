import { readDocument, writeDocument } from '../../../../edi/documents';
import { segmentsOf, textOf } from './examples';

const invoice = {
	type: 'invoice',
	number: 'INV-1',
	date: '2026-11-27',
	orderNumber: 'PO-1',
	lines: [
		{ quantity: '3', unit: 'EA', price: '9.995' },
		{ quantity: '1', unit: 'EA', price: '0.005' },
	],
};

const tds = (form: object, options = {}) =>
	textOf(writeDocument(form as never, options).transaction.segments).find((line) => line.startsWith('TDS'));

test('the total is in cents, each line rounded half up', () => {
	expect(tds(invoice)).toBe('TDS*3000');
});

test('charges and taxes are added, allowances taken off', () => {
	const charges = [
		{ kind: 'charge', code: 'D240', amount: '5', taxes: [{ type: 'ST', amount: '0.4' }] },
		{ kind: 'allowance', code: 'C310', amount: '2.5' },
	];
	expect(tds({ ...invoice, charges, taxes: [{ type: 'ST', amount: '1.2', percent: '4' }] })).toBe('TDS*3410');
});

test.each([
	['a charge has no amount', { charges: [{ kind: 'charge', percent: '5' }] }],
	['a tax has no amount', { taxes: [{ type: 'ST', percent: '5' }] }],
	[
		'both the lines and the whole invoice have taxes',
		{
			taxes: [{ type: 'ST', amount: '1' }],
			lines: [{ ...invoice.lines[0], taxes: [{ type: 'ST', amount: '1' }] }],
		},
	],
])('the total is asked for where %s', (why, more) => {
	expect(() => writeDocument({ ...invoice, ...more })).toThrow(`total is required, because ${why}`);
	expect(tds({ ...invoice, ...more, total: '33' })).toBe('TDS*3300');
});

test('a total that is given is written, and a difference is told', () => {
	const { transaction, warnings } = writeDocument({ ...invoice, total: '29.99' });
	expect(textOf(transaction.segments)).toContain('TDS*2999');
	expect(warnings).toEqual(['total is 29.99, but the parts add up to 30']);
});

test('prices per dozen count by the unit of the line, whatever the user calls it', () => {
	const options = { tables: { units: { DZ: 'Dutzend' } } };
	const dozens = { ...invoice, lines: [{ quantity: '24', unit: 'Dutzend', price: '5', priceBasis: 'PD' }] };
	expect(tds(dozens, options)).toBe('TDS*12000');
	const { transaction } = writeDocument(dozens, options);
	expect(readDocument(transaction, options)).toMatchObject({ document: { total: '120.00' }, warnings: [] });
});

test('a total is not compared with lines whose price is not per unit', () => {
	const pieces = { ...invoice, lines: [{ quantity: '3', unit: 'EA', price: '2', priceBasis: 'PP' }] };
	expect(() => writeDocument(pieces)).toThrow(/does not say what one EA costs: .* enter the total/);
	const { transaction, warnings } = writeDocument({ ...pieces, total: '77' });
	expect(warnings).toEqual([]);
	expect(readDocument(transaction)?.warnings).toEqual([]);
	const { date, lines } = pieces;
	const order = { type: 'purchaseOrder', number: 'PO-1', date, lines, amounts: { total: '77' } };
	expect(writeDocument(order, { orderTotal: true }).warnings).toEqual([]);
});

describe('credit notes', () => {
	const credit = { ...invoice, type: 'creditNote', invoiceReference: 'INV-0' };

	test('say so in BIG07, with positive amounts', () => {
		const segments = textOf(writeDocument(credit).transaction.segments);
		expect(segments[0]).toBe('BIG*20261127*INV-1**PO-1***CR***INV-0');
		expect(segments).toContain('TDS*3000');
	});

	test('have a negative total where the partner wants it', () => {
		expect(tds(credit, { negativeCredits: true })).toBe('TDS*-3000');
		expect(tds({ ...credit, total: '-30' })).toBe('TDS*-3000');
	});

	test.each(['CR', 'CN'])('are known by %s', (code) => {
		const segments = segmentsOf(`BIG*20261127*CN-1*****${code}\nIT1*1*1*EA*5\nTDS*-500\nCTT*1`);
		const { document, warnings } = readDocument({ id: '810', controlNumber: '1', segments })!;
		expect(document).toMatchObject({ type: 'creditNote', transactionType: code, total: '-5.00' });
		expect(warnings).toEqual([]);
		expect(writeDocument(document).transaction.segments).toEqual(segments);
	});

	test('are not invoices', () => {
		expect(() => writeDocument({ ...credit, transactionType: 'DI' })).toThrow(
			'transactionType must be CR or CN in a credit note',
		);
		expect(() => writeDocument({ ...invoice, transactionType: 'CR' })).toThrow(
			'transactionType is that of a credit note; set type',
		);
	});
});

test('everything of an invoice is read by its name', () => {
	const lines = `
		BIG*20261127*INV-1*20261101*PO-1***DI*00
		NTE*GEN*Thank you
		CUR*SE*USD
		REF*BM*BOL-1
		N1*RI*Aurora Supplies*UL*0012345000010
		ITD*01*3*2**10**30
		DTM*011*20261126
		IT1*1*3*EA*9.995**VP*MUG
		TXI*ST*1.2*4
		PID*F****Blue mug
		SAC*A*C310***100
		TDS*3510*3000*2940*60
		CAD*M***UPSN
		AMT*1*29.99
		SAC*C*D240***500
		ISS*3*EA*5*LB
		CTT*1*3`;
	const { document, warnings } = readDocument({ id: '810', controlNumber: '1', segments: segmentsOf(lines) })!;
	expect(warnings).toEqual(['total is 35.10, but lines, charges and taxes add up to 35.19']);
	expect(document).toMatchObject({
		type: 'invoice',
		comments: [{ type: 'GEN', text: 'Thank you' }],
		total: '35.10',
		discountAmount: '0.60',
		carrier: { mode: 'motor', scac: 'UPSN' },
		amounts: { lineItemTotal: '29.99' },
		charges: [{ kind: 'charge', amount: '5.00' }],
		shipped: [{ quantity: '3', unit: 'EA', weight: '5', weightUnit: 'LB' }],
		lines: [{ taxes: [{ type: 'ST', amount: '1.2', percent: '4' }], charges: [{ kind: 'allowance', amount: '1.00' }] }],
	});
	expect(textOf(writeDocument(document).transaction.segments)).toEqual(textOf(segmentsOf(lines)));
});
