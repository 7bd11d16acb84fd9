import {
	DEFAULT_EDI_SETTINGS as settings,
	purchaseOrderForm,
	receiptFrom,
	salesOrderFrom,
	supplierInvoiceFrom,
	type Form,
} from '../../../../../nodes/Syspro/edi';
import { line, purchaseOrder } from './records';

const order = purchaseOrder([
	line('1', { partnerPartNumber: 'NW-1' }),
	line('2', { stockCode: '000B100', quantity: '5', price: '4' }),
]);

describe('850 to sales order', () => {
	const form: Form = {
		type: 'purchaseOrder',
		number: 'C-PO-9',
		date: '2026-11-20',
		dates: { deliveryRequested: '2026-12-01T10:00', shipRequested: '2026-11-28' },
		parties: {
			shipTo: {
				name: 'Store 7',
				address: ['1 Main St', 'Dock 2'],
				city: 'Exampleton',
				state: 'OH',
				postalCode: '43004',
			},
			buyer: { contacts: [{ role: 'buyer', email: 'buyer@contoso.example' }] },
		},
		charges: [
			{ kind: 'charge', code: 'D240', amount: '12.5' },
			{ kind: 'allowance', code: 'C310', amount: '3' },
		],
		notes: [{ messages: ['Call first'] }],
		lines: [
			{
				number: '1',
				quantity: '38400',
				unit: 'EA',
				price: '0.0000001',
				itemIds: { vendorPart: 'B100' },
				messages: 'Blue',
			},
			{ quantity: '2', unit: 'CA', itemIds: { buyerPart: 'CUST-9' }, dates: { shipRequested: '2026-12-05' } },
		],
	};

	test('customer, dates, address, lines, comments; what has no place is said', () => {
		const { input, notes } = salesOrderFrom(form, '0000007', { ...settings, units: { CA: 'CASE' } });
		expect(input).toEqual({
			customer: '0000007',
			customerPoNumber: 'C-PO-9',
			orderDate: '2026-11-20',
			requestedShipDate: '2026-11-28',
			shipTo: { name: 'Store 7', lines: ['1 Main St', 'Dock 2', 'Exampleton', 'OH'], postalCode: '43004' },
			email: 'buyer@contoso.example',
			lines: [
				{ line: '1', stockCode: 'B100', quantity: '38400', uom: 'EA', price: '0.0000001' },
				{ customerPartNumber: 'CUST-9', quantity: '2', uom: 'CASE', requestedDate: '2026-12-05' },
			],
			freight: '12.5',
			comments: ['Call first', 'Line 1: Blue'],
		});
		expect(notes).toEqual([expect.stringMatching(/allowance C310 3 is not copied/)]);
	});

	test.each<[string | undefined, string | undefined, string | undefined]>([
		['1.25', undefined, '1.25'],
		['1.25', 'PE', '1.25'],
		['125', 'HP', '1.25'],
		['1250', 'TP', '1.25'],
		['.5', 'TP', '0.0005'],
		['15', 'PD', '1.25'],
		['15', 'WD', '1.25'],
		['125', 'QH', '1.25'],
		['12500', 'TT', '1.25'],
		['1.25', 'CT', '1.25'],
		[undefined, 'HP', undefined],
	])('a price of %s per %s is %s for one unit', (price, priceBasis, expected) => {
		const lines = [{ quantity: '1', itemIds: { vendorPart: 'X' }, price, priceBasis }];
		expect(salesOrderFrom({ ...form, lines }, '7', settings).input.lines[0].price).toBe(expected);
	});

	test('a price per dozen of dozens, by the name that the site has for them, is that of one', () => {
		const lines = [{ quantity: '2', unit: 'DOZ12', itemIds: { vendorPart: 'X' }, price: '15', priceBasis: 'PD' }];
		const { input } = salesOrderFrom({ ...form, lines }, '7', { ...settings, units: { DZ: 'DOZ12' } });
		expect(input.lines[0]).toMatchObject({ uom: 'DOZ12', price: '15' });
	});

	test('a price per what the quantity is not in is refused', () => {
		const lines = [
			{ number: '1', quantity: '1', unit: 'EA', itemIds: { vendorPart: 'X' }, price: '2', priceBasis: 'PP' },
		];
		expect(() => salesOrderFrom({ ...form, lines }, '7', settings)).toThrow(
			/line 1, has the price 2 with the basis PP .* what one EA costs/,
		);
		const [line] = salesOrderFrom({ ...form, lines: [{ ...lines[0], unit: 'LB' }] }, '7', settings).input.lines;
		expect(line.price).toBe('2');
		const dozens = [{ ...lines[0], unit: 'DZ', priceBasis: 'PE' }];
		expect(() => salesOrderFrom({ ...form, lines: dozens }, '7', settings)).toThrow('what one DZ costs');
		const named = { ...settings, units: { DZ: 'DOZ12' } };
		const perDozen = [{ ...lines[0], unit: 'DOZ12', price: '24', priceBasis: 'PD' }];
		expect(salesOrderFrom({ ...form, lines: perDozen }, '7', named).input.lines[0].price).toBe('24');
	});

	test.each([
		[undefined, 'C-PO-9'],
		['0', 'C-PO-9'],
		['000', 'C-PO-9'],
		['3', 'C-PO-9-3'],
		['0010', 'C-PO-9-0010'],
	])('release %s: the order is known as %s', (release, customerPoNumber) => {
		const { input, notes } = salesOrderFrom({ ...form, release }, '7', settings);
		expect(input.customerPoNumber).toBe(customerPoNumber);
		expect(notes.some((note) => note.includes('its release'))).toBe(customerPoNumber !== 'C-PO-9');
	});

	test('delivery schedules are not copied, and this is said', () => {
		const lines = [{ quantity: '1', itemIds: { vendorPart: 'X' }, schedule: [{ quantity: '1', date: '2026-12-01' }] }];
		const { notes } = salesOrderFrom({ ...form, lines, charges: [] }, '7', settings);
		expect(notes).toEqual(['Purchase order C-PO-9: delivery schedules of lines are not copied']);
	});

	test.each<[unknown, string]>([
		[0.1 + 0.2, '0.3'],
		[1e-7, '0.0000001'],
		['2.500', '2.5'],
		['1,234,567.5', '1234567.5'],
	])('a number %j is %s', (given, expected) => {
		const lines = [{ quantity: given, price: given, itemIds: { vendorPart: 'X' } }];
		const [{ quantity, price }] = salesOrderFrom({ ...form, lines }, '7', settings).input.lines;
		expect([quantity, price]).toEqual([expected, expected]);
	});

	test.each<[string, Form, RegExp]>([
		[
			'a decimal comma',
			{ ...form, lines: [{ quantity: '1,5', itemIds: { vendorPart: 'X' } }] },
			/line 1, quantity "1,5" must have a point/,
		],
		[
			'a price in words',
			{ ...form, lines: [{ quantity: '1', price: 'ask', itemIds: { vendorPart: 'X' } }] },
			/price "ask" is not a number/,
		],
		['no number', { ...form, number: ' ' }, /has no number/],
		['no lines', { ...form, lines: [] }, /C-PO-9 has no lines/],
		['no quantity', { ...form, lines: [{ itemIds: { vendorPart: 'X' } }] }, /line 1, has no quantity/],
		['no part number', { ...form, lines: [{ quantity: '1', itemIds: { gtin12: '1' } }] }, /found gtin12/],
	])('refuses %s', (_what, given, message) => {
		expect(() => salesOrderFrom(given, '7', settings)).toThrow(message);
	});

	test('what we send as an 850 comes back as the same goods', () => {
		const sent = purchaseOrderForm(order, { ...settings, currencies: { USD: '$' } });
		const { input } = salesOrderFrom(sent, 'US', { ...settings, vendorPartName: 'buyerPart', buyerPartName: 'none' });
		expect(input.lines.map(({ stockCode, quantity, price }) => [stockCode, Number(quantity), Number(price)])).toEqual([
			['STK-1', 10, 2.5],
			['000B100', 5, 4],
		]);
	});
});

describe('the purpose of a document', () => {
	const orders = new Map([['4711', order]]);
	const items = [{ itemIds: { buyerPart: 'STK-1' }, quantity: '1', unit: 'EA' }];
	const shipment = { orders: [{ orderNumber: '4711', items }] };
	const invoice = { number: 'N', date: '2026-11-26', total: '5' };
	const posts: Record<string, [Form, (form: Form) => unknown]> = {
		purchaseOrder: [
			{ number: 'N', lines: [{ quantity: '1', itemIds: { vendorPart: 'X' } }] },
			(form) => salesOrderFrom(form, '7', settings),
		],
		shipNotice: [{ number: 'N', shipment }, (form) => receiptFrom(form, orders, settings)],
		invoice: [invoice, (form) => supplierInvoiceFrom(form, '7', '', settings)],
		creditNote: [invoice, (form) => supplierInvoiceFrom(form, '7', '', settings)],
	};
	const AS_NEW = [
		undefined,
		'',
		'original',
		'confirmation',
		'duplicate',
		'15',
		'18',
		'5C',
		'20',
		'49',
		'57',
		'00',
		' 06 ',
		'07',
	];

	test.each(Object.keys(posts))('%s: what is no new document is not posted as one', (type) => {
		const [form, post] = posts[type];
		const isPosted = (purpose: string | undefined) => {
			try {
				post({ type, ...form, purpose });
				return true;
			} catch (error) {
				expect((error as Error).message).toMatch(/has the purpose ".*".*not a new document/);
				return false;
			}
		};
		expect(AS_NEW.filter((purpose) => !isPosted(purpose))).toEqual([]);
		expect(['cancellation', 'change', '01', '04', '16', '22', '24', '44', '77'].filter(isPosted)).toEqual([]);
		// A sales order is known by its number alone, so that what replaces it would be taken for it.
		expect(['replace', '05'].map(isPosted)).toEqual(Array(2).fill(type !== 'purchaseOrder'));
	});
});
