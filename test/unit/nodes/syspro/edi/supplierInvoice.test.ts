import { DEFAULT_EDI_SETTINGS as settings, supplierInvoiceFrom, type Form } from '../../../../../nodes/Syspro/edi';

test('810 to supplier invoice', () => {
	const form: Form = {
		type: 'creditNote',
		number: 'INV-7',
		date: '2026-11-26',
		orderNumber: '4711',
		total: '-119.00',
		taxes: [{ type: 'TX', amount: '10' }, { amount: '9' }],
		charges: [{ kind: 'charge', code: 'D240', amount: '4' }],
		paymentTerms: [{ netDueDate: '2026-12-26' }],
	};
	expect(supplierInvoiceFrom(form, '0000042', '10-4530', settings)).toEqual({
		supplier: '0000042',
		invoice: 'INV-7',
		transactionCode: 'C',
		value: '119',
		invoiceDate: '2026-11-26',
		dueDate: '2026-12-26',
		reference: '4711',
		notation: 'PO 4711',
		taxValue: '19',
		freight: '4',
		ledger: [{ code: '10-4530', value: '100' }],
	});
	expect(() => supplierInvoiceFrom({ ...form, total: undefined }, '1', '', settings)).toThrow(/INV-7 has no total/);
});

test.each<[string, Form, string | undefined, string | undefined]>([
	['of the whole invoice', { taxes: [{ amount: '9' }], lines: [{ taxes: [{ amount: '4' }] }] }, '9', '91'],
	['of its lines', { lines: [{ taxes: [{ amount: '4' }] }, {}, { taxes: { amount: '2.5' } }] }, '6.5', '93.5'],
	['that are refunded', { taxes: [{ amount: '-9' }] }, '-9', '109'],
	['of none', {}, undefined, '100'],
])('810 with taxes %s', (_what, more, taxValue, net) => {
	const form = { type: 'invoice', number: 'INV-8', date: '2026-11-26', total: '100', ...more };
	const { ledger, ...input } = supplierInvoiceFrom(form, '7', '10-4530', settings);
	expect([input.taxValue, ledger?.[0].value]).toEqual([taxValue, net]);
});

test('an invoice over less than nothing is no invoice', () => {
	const form = { type: 'invoice', number: 'INV-9', date: '2026-11-26', total: '-5' };
	expect(() => supplierInvoiceFrom(form, '7', '', settings)).toThrow(/negative total -5.*not a credit note/);
	expect(supplierInvoiceFrom({ ...form, type: 'creditNote' }, '7', '', settings)).toMatchObject({
		transactionCode: 'C',
		value: '5',
	});
});

describe('the amounts of a supplier invoice', () => {
	const form = { number: 'I1', date: '2026-11-27', total: '119' };

	test.each<[string, Form, string | undefined]>([
		['of the header', { taxes: [{ amount: '10' }], lines: [{ taxes: [{ amount: '19' }] }] }, '10'],
		['of the header, where one of two has an amount', { taxes: [{ type: 'x' }, { amount: '10' }] }, '10'],
		['of the lines, where that of the header has no amount', headerOnly({ type: 'x' }), '19'],
		['of the lines, where that of the header has only a rate', headerOnly({ percent: '19' }), '19'],
		['of the lines, where that of the header is blank', headerOnly({ amount: ' ' }), '19'],
		['none, where the header says zero', headerOnly({ amount: '0' }), undefined],
	])('taxes %s', (_what, parts, expected) => {
		expect(supplierInvoiceFrom({ ...form, ...parts }, '7', '', settings).taxValue).toBe(expected);
	});

	test.each<[string, Form, RegExp]>([
		['tax of a line', { lines: [{ taxes: [{ amount: 'x' }] }] }, /^Invoice I1 tax "x" is not a number$/],
		['tax', { taxes: [{ amount: 'x' }] }, /^Invoice I1 tax "x" is not a number$/],
		['total', { total: 'x' }, /^Invoice I1 total "x" is not a number$/],
		[
			'freight',
			{ charges: [{ kind: 'charge', code: settings.freightCode, amount: '1,5' }] },
			/^Invoice I1 freight "1,5" must have a point for the decimals/,
		],
	])('a %s that is no number is named', (_what, parts, message) => {
		expect(() => supplierInvoiceFrom({ ...form, ...parts }, '7', '', settings)).toThrow(message);
	});

	function headerOnly(tax: Form): Form {
		return { taxes: [tax], lines: [{ taxes: [{ amount: '12' }] }, { taxes: [{ amount: '7' }] }] };
	}
});
