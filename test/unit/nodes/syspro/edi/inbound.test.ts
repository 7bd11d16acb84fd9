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
			/line 1, has the price 2 with the basis PP .* not per EA/,
		);
		const [line] = salesOrderFrom({ ...form, lines: [{ ...lines[0], unit: 'LB' }] }, '7', settings).input.lines;
		expect(line.price).toBe('2');
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
		['a cancelled acknowledgement', acknowledged([], { purpose: 'cancellation' }), /purpose .* is "cancellation"/],
		['an information copy', acknowledged([], { purpose: '22' }), /purpose .* is "22"/],
		[
			'another unit of what is acknowledged',
			acknowledged([said('1', {}, { status: 'accepted', quantity: '2', unit: 'CA' })]),
			/Line 1: the unit is CA, not EA/,
		],
		['an unknown code', acknowledged([], { status: 'unknown', acknowledgementType: 'QQ' }), /QQ is not known/],
	])('%s is a question for a person, and changes nothing', (_what, form, question) => {
		const { change, questions, isAcceptedAsIs } = proposalOf(form, order, settings);
		expect(questions).toEqual([expect.stringMatching(question)]);
		expect([change, isAcceptedAsIs]).toEqual([undefined, false]);
	});

	test.each<[string, Partial<Parameters<typeof line>[1] & object>, Form, string[]]>([
		['per unit as ours', {}, { price: '2.5', priceBasis: 'PE' }, []],
		['per hundred against ours per unit', {}, { price: '250', priceBasis: 'HP' }, []],
		['per hundred, another one', {}, { price: '260', priceBasis: 'HP' }, ['2.6']],
		['per hundred as ours', { priceUom: 'HU' }, { price: '2.5', priceBasis: 'HP' }, []],
		['per thousand against ours per hundred', { priceUom: 'HU' }, { price: '30', priceBasis: 'TP' }, ['3']],
		['per dozen, another one', {}, { price: '36', priceBasis: 'PD' }, ['3']],
		[
			'per hundred of thousands as ours',
			{ uom: 'TH', priceUom: 'HU' },
			{ unit: 'TH', price: '2.5', priceBasis: 'HP' },
			[],
		],
		['per hundred of thousands', { uom: 'TH', priceUom: 'HU' }, { unit: 'TH', price: '30' }, ['3']],
		['per unit against ours per hundred', { priceUom: 'HU' }, { price: '0.025' }, []],
	])('a price %s', (_what, ours, theirs, expected) => {
		const proposal = proposalOf(acknowledged([said('1', theirs)]), purchaseOrder([line('1', ours)]), settings);
		expect(proposal.questions).toEqual([]);
		expect(proposal.lines[0].changes.map(({ to }) => to)).toEqual(expected);
	});

	test.each([
		['EACH', 'EA', {}],
		['Each ', 'EACH', {}],
		['STK', 'EA', { EA: 'Stk' }],
		['Stk', 'Stk', { EA: 'Stk' }],
	])('a quantity in %s is that of %s, as it would be written', (uom, unit, units) => {
		const ours = purchaseOrder([line('1', { uom })]);
		const theirs = acknowledged([said('1', { unit }, { status: 'accepted', quantity: '10', unit })]);
		expect(proposalOf(theirs, ours, { ...settings, units }).questions).toEqual([]);
		const items = [{ itemIds: { buyerPart: 'STK-1' }, quantity: '1', unit }];
		const notice = { type: 'shipNotice', number: 'N', shipment: { orders: [{ orderNumber: '4711', items }] } };
		expect(receiptFrom(notice, new Map([['4711', ours]]), { ...settings, units }).items).toHaveLength(1);
	});

	test('a price per what the quantity is not in is a question', () => {
		const theirs = said('1', { price: '3', priceBasis: 'PP' });
		const proposal = proposalOf(acknowledged([theirs]), purchaseOrder([line('1')]), settings);
		expect(proposal.lines[0].changes).toEqual([]);
		expect(proposal.questions).toEqual([expect.stringMatching(/the price is 3 \(basis PP\), ours 2.5 per /)]);
	});

	test('a price against ours per another unit is a question', () => {
		const weighed = purchaseOrder([line('1', { priceUom: 'KG' })]);
		const { change, questions } = proposalOf(acknowledged([said('1', { price: '9' })]), weighed, settings);
		expect(questions).toEqual(['Line 1: the price is 9, ours 2.5 per KG']);
		expect(change).toBeUndefined();
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

	test('a line of which nothing was shipped is not received', () => {
		const items = [item('STK-1', '0.00'), item('B100', '5')];
		const receipt = receiptFrom(notice({ orders: [{ orderNumber: '4711', items }] }), orders, settings);
		expect(receipt.items.map(({ line: number }) => number)).toEqual(['2']);
	});

	test.each<[string, Form, RegExp]>([
		[
			'a notice of nothing',
			{ orders: [{ orderNumber: '4711', items: [item('STK-1', '0')] }] },
			/no items that were shipped/,
		],
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
