import { runCode, template } from './template';

const toSterling = template('commerce-orders-to-sterling').node('Order for Sterling');
const SETTINGS = {
	enterpriseCode: 'AURORA',
	entryType: 'WEB',
	unitOfMeasure: 'EACH',
	holdAbove: 500,
	holdType: 'FRAUD_HOLD',
	holdReason: 'Large',
	pickupMethod: 'instore_pickup',
	paymentTypes: { checkmo: 'CHECK' },
	defaultPaymentType: 'OTHER',
};

const item = (item_id: number, sku: string, more: object = {}) => ({
	item_id,
	sku,
	product_type: 'simple',
	qty_ordered: 1,
	price: 10,
	...more,
});
const order = (more: object = {}) => ({
	entity_id: 7,
	increment_id: '000000007',
	created_at: '2026-01-15 10:00:00',
	grand_total: 10,
	items: [item(1, 'MUG')],
	...more,
});

interface Made {
	orderNo: string;
	problem: string;
	isHeld: boolean;
	document: Record<string, unknown> & { OrderLines: { OrderLine: Array<Record<string, unknown>> } };
}

const make = (more: object = {}, settings: object = {}): Made =>
	runCode(toSterling, [order(more)], { Settings: [{ ...SETTINGS, ...settings }] })[0].json as unknown as Made;
const linesOf = (items: object[]) =>
	make({ items }).document.OrderLines.OrderLine.map(
		({ PrimeLineNo, OrderedQty, Item, LinePriceInfo, BundleParentLine }) => [
			PrimeLineNo,
			(Item as { ItemID: string }).ItemID,
			OrderedQty,
			(LinePriceInfo as { UnitPrice: number }).UnitPrice,
			...(BundleParentLine ? [BundleParentLine] : []),
		],
	);

test('the number keeps its zeros, and the time is UTC', () => {
	const { orderNo, document } = make();
	expect([orderNo, document.OrderNo, document.OrderDate]).toEqual([
		'000000007',
		'000000007',
		'2026-01-15T10:00:00+00:00',
	]);
	expect(JSON.stringify(document)).not.toContain('null');
});

test('a configurable product is one line; the parts of a bundle refer to it and are paid once', () => {
	expect(
		linesOf([
			item(1, 'TENT-RED', { product_type: 'configurable', price: 99, qty_ordered: 2 }),
			item(2, 'TENT-RED', { parent_item_id: 1, price: 0, qty_ordered: 2 }),
			item(3, 'SET', { product_type: 'bundle', price: 15 }),
			item(4, 'CUP', { parent_item_id: 3, price: 10 }),
			item(5, 'SAUCER', { parent_item_id: 3, price: 5 }),
			item(6, 'FIXED', { product_type: 'bundle', price: 20 }),
			item(7, 'BOX', { parent_item_id: 6, price: 0 }),
		]),
	).toEqual([
		[1, 'TENT-RED', 2, 99],
		[2, 'SET', 1, 0],
		[3, 'CUP', 1, 10, { PrimeLineNo: 2, SubLineNo: 1 }],
		[4, 'SAUCER', 1, 5, { PrimeLineNo: 2, SubLineNo: 1 }],
		[5, 'FIXED', 1, 20],
		[6, 'BOX', 1, 0, { PrimeLineNo: 5, SubLineNo: 1 }],
	]);
});

test.each<[number, object, boolean]>([
	[500, {}, false],
	[500.01, {}, true],
	[9999, { holdAbove: 0 }, false],
])('an order over %p with %j is on hold: %p', (grand_total, settings, isHeld) => {
	const made = make({ grand_total }, settings);
	expect([made.isHeld, made.document.OrderHoldTypes !== undefined]).toEqual([isHeld, isHeld]);
});

test.each<[string, object, object]>([
	['authorized', { amount_authorized: 9, cc_last4: '4242' }, { ChargeType: 'AUTHORIZATION', ProcessedAmount: 9 }],
	['paid', { amount_authorized: 9, amount_paid: 9 }, { ChargeType: 'CHARGE', ProcessedAmount: 9 }],
])('what was %s goes along, and no more of a card than its end', (_name, payment, detail) => {
	const { PaymentMethods } = make({
		payment: { method: 'stripe', cc_number_enc: '4111111111111111', ...payment },
	}).document;
	expect(PaymentMethods).toMatchObject({
		PaymentMethod: [{ PaymentType: 'OTHER', PaymentDetailsList: { PaymentDetails: [detail] } }],
	});
	expect(JSON.stringify(PaymentMethods)).not.toContain('4111');
});

test('what is not paid yet has no payment', () => {
	const { PaymentMethods } = make({ payment: { method: 'checkmo' } }).document;
	expect(PaymentMethods).toEqual({ PaymentMethod: [{ PaymentType: 'CHECK', PaymentReference1: '000000007' }] });
});

const pickup = { shipping_method: 'instore_pickup' };
test.each<[string, object, RegExp]>([
	['no lines', { items: [] }, /no lines/],
	['items that are missing', { items: undefined }, /no lines/],
	['a line without a SKU', { items: [item(1, '')] }, /no SKU/],
	['a quantity that is none', { items: [item(1, 'A', { qty_ordered: 'x' })] }, /no quantity/],
	['a pickup without a store', pickup, /names no store/],
])('%s: the order is set aside', (_name, more, problem) => {
	expect(make(more)).toMatchObject({ problem: expect.stringMatching(problem) as string });
	expect(make(more).document).toBeUndefined();
});

test('an order to pick up names its store', () => {
	const [line] = make({ ...pickup, extension_attributes: { pickup_location_code: 'S1' } }).document.OrderLines
		.OrderLine;
	expect(line).toMatchObject({ DeliveryMethod: 'PICK', ShipNode: 'S1' });
});
