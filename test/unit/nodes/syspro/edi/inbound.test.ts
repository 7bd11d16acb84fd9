import {
	DEFAULT_EDI_SETTINGS as settings,
	proposalOf,
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

	test.each<[string, Form, RegExp]>([
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

describe('855 to changes of a purchase order', () => {
	const acknowledged = (lines: Form[], more: Form = {}): Form => ({
		type: 'purchaseOrderAcknowledgement',
		number: '4711',
		status: 'accepted',
		acknowledgementType: 'AD',
		lines,
		...more,
	});
	const said = (number: string, more: Form, acknowledgement: Form = { status: 'accepted' }): Form => ({
		number,
		acknowledgements: [acknowledgement],
		...more,
	});

	test('accepted as it is: nothing changes', () => {
		const form = acknowledged([
			said('1', { quantity: '10', price: '2.50' }, { status: 'accepted', quantity: '10.0' }),
			said('002', { itemIds: { buyerPart: 'B100' } }, { status: 'accepted', quantity: '5' }),
		]);
		const proposal = proposalOf(form, order, settings);
		expect(proposal).toMatchObject({ isAcceptedAsIs: true, questions: [], status: 'accepted' });
		expect(proposal.change).toBeUndefined();
	});

	test('quantities, prices and dates become changes, with what they were', () => {
		const form = acknowledged(
			[
				said('1', { price: '2.75' }, { status: 'quantityChanged', quantity: '8', date: '2026-12-15' }),
				said('9', { itemIds: { buyerPart: '000B100' } }, { status: 'accepted', quantity: '5' }),
			],
			{ status: 'changed' },
		);
		const { change, questions, lines } = proposalOf(form, order, settings);
		expect(questions).toEqual([]);
		expect(lines[0].changes).toEqual([
			{ field: 'quantity', from: '10.000000', to: '8' },
			{ field: 'price', from: '2.5', to: '2.75' },
			{ field: 'dueDate', from: '2026-12-10', to: '2026-12-15' },
		]);
		expect(change).toEqual({
			purchaseOrder: '000000000004711',
			lines: [{ line: '1', stockCode: 'STK-1', quantity: '8', price: '2.75', dueDate: '2026-12-15' }],
		});
	});

	test.each<[string, Form, RegExp]>([
		['a rejected line', acknowledged([said('1', {}, { status: 'rejected' })]), /Line 1: the supplier says "rejected"/],
		['a substitution', acknowledged([said('1', {}, { status: 'substituted' })]), /substituted/],
		['a line that the order does not have', acknowledged([said('7', {})]), /Line 7: the order has no such line/],
		[
			'a line of another item',
			acknowledged([said('1', { itemIds: { buyerPart: 'OTHER' } })]),
			/the order has no such line/,
		],
		['another unit', acknowledged([said('1', { unit: 'CA', quantity: '10' })]), /the unit is CA, not EA/],
		[
			'several days',
			acknowledged([
				{ number: '1', acknowledgements: ['2026-12-01', '2026-12-02'].map((date) => ({ status: 'accepted', date })) },
			]),
			/several days/,
		],
		['a rejected order', acknowledged([], { status: 'rejected' }), /The supplier rejects the order/],
		['an order on hold', acknowledged([], { status: 'held' }), /holds the order/],
		['an unknown code', acknowledged([], { status: 'unknown', acknowledgementType: 'QQ' }), /QQ is not known/],
	])('%s is a question for a person, and changes nothing', (_what, form, question) => {
		const { change, questions, isAcceptedAsIs } = proposalOf(form, order, settings);
		expect(questions).toEqual([expect.stringMatching(question)]);
		expect([change, isAcceptedAsIs]).toEqual([undefined, false]);
	});

	test('a price against ours after discounts is a question', () => {
		const discounted = purchaseOrder([line('1', { discounts: [{ percent: '10' }] })]);
		const same = proposalOf(acknowledged([said('1', { price: '2.25' })]), discounted, settings);
		expect(same.isAcceptedAsIs).toBe(true);
		const other = proposalOf(acknowledged([said('1', { price: '2.4' })]), discounted, settings);
		expect(other.questions).toEqual(['Line 1: the price is 2.4, ours 2.25 after discounts']);
	});
});

describe('856 to receipt', () => {
	const orders = new Map([['4711', order]]);
	const item = (buyerPart: string, quantity: string, more: Form = {}): Form => ({
		itemIds: { buyerPart },
		quantity,
		unit: 'EA',
		...more,
	});
	const notice = (shipment: Form): Form => ({ type: 'shipNotice', number: 'SHIP-1', shipment });

	test.each<[string, Form]>([
		['order, items', { orders: [{ orderNumber: '4711', items: [item('STK-1', '10'), item('B100', '5')] }] }],
		[
			'order, packs, items',
			{
				orders: [
					{
						orderNumber: '4711',
						packs: [{ items: [item('STK-1', '4')] }, { items: [item('STK-1', '6'), item('000B100', '5')] }],
					},
				],
			},
		],
		[
			'order, items, packs below',
			{ orders: [{ orderNumber: '4711', items: [item('STK-1', '10', { packs: [{}] }), item('B100', '5')] }] },
		],
	])('%s', (_how, shipment) => {
		expect(receiptFrom(notice(shipment), orders, settings)).toEqual({
			items: [
				expect.objectContaining({
					purchaseOrder: '000000000004711',
					line: '1',
					quantity: '10',
					deliveryNote: 'SHIP-1',
				}),
				expect.objectContaining({ line: '2', stockCode: '000B100', quantity: '5', warehouse: 'N' }),
			],
		});
	});

	test('lots stay apart', () => {
		const items = [item('STK-1', '4'), item('STK-1', '6')].map((each, i) => ({
			...each,
			itemIds: { buyerPart: 'STK-1', lot: `L${i}` },
		}));
		const { items: received } = receiptFrom(notice({ orders: [{ orderNumber: '4711', items }] }), orders, settings);
		expect(received.map(({ lot, quantity }) => [lot, quantity])).toEqual([
			['L0', '4'],
			['L1', '6'],
		]);
	});

	test.each<[string, Form, RegExp]>([
		['an item of no order', { items: [item('STK-1', '1')] }, /belongs to no order/],
		[
			'an item that the order has not',
			{ orders: [{ orderNumber: '4711', items: [item('X', '1')] }] },
			/no line for the item X/,
		],
		[
			'another unit',
			{ orders: [{ orderNumber: '4711', items: [item('STK-1', '1', { unit: 'CA' })] }] },
			/is in CA, and the order has EA/,
		],
		['an empty notice', {}, /has no items/],
	])('refuses %s', (_what, shipment, message) => {
		expect(() => receiptFrom(notice(shipment), orders, settings)).toThrow(message);
	});
});

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
