import { runCode, template } from './template';

const TIME = '2026-01-15T10:00:00+00:00';

describe('orders-to-warehouse', () => {
	const check = template('orders-to-warehouse').node('Check the orders');
	const line = (more: object = {}) => ({
		OrderLineKey: 'L1',
		PrimeLineNo: '1',
		SubLineNo: '1',
		OrderedQty: '2.00',
		UnitPrice: '9.90',
		...more,
	});
	const order = (more: object = {}) => ({
		OrderHeaderKey: '1',
		OrderNo: 'WEB-1',
		EnterpriseCode: 'AURORA',
		DocumentType: '0001',
		OrderDate: TIME,
		TotalAmount: '19.80',
		Createts: TIME,
		Modifyts: TIME,
		ShipTo: { State: 'XX', FirstName: 'Ann' },
		OrderLines: [line()],
		...more,
	});
	const good = order({ OrderHeaderKey: '2', OrderNo: 'WEB-2', OrderLines: [line({ OrderLineKey: 'L2' })] });
	const run = (...orders: object[]) =>
		runCode(check, orders)[0].json as { orders: Array<Record<string, unknown>>; aside: Array<{ problem: string }> };

	test.each<[string, object, RegExp]>([
		['a thousands separator', { TotalAmount: '1,000.00' }, /^TotalAmount is not a number: "1,000.00"$/],
		['a currency', { TotalAmount: '$9.90' }, /TotalAmount is not a number/],
		['words', { TotalAmount: 'NaN' }, /TotalAmount is not a number/],
		['a zero date', { OrderDate: '0000-00-00' }, /^OrderDate is not a date and time: "0000-00-00"$/],
		['a day that does not exist', { Createts: '2026-02-30T10:00:00Z' }, /Createts is not a date/],
		['an hour that does not exist', { Modifyts: '2026-02-03T25:00:00Z' }, /Modifyts is not a date/],
		['a date in words', { OrderDate: 'yesterday' }, /OrderDate is not a date/],
		['a missing number', { OrderNo: undefined }, /^OrderNo is missing$/],
		['a blank number', { OrderNo: ' ' }, /^OrderNo is missing$/],
		['a missing key', { OrderHeaderKey: undefined }, /^OrderHeaderKey is missing$/],
		['NUL', { OrderNo: 'WEB\u00001' }, /^OrderNo has characters that cannot be stored$/],
		['a lone surrogate', { OrderType: 'x\ud800' }, /OrderType has characters/],
		['the other half', { OrderType: '\udc00x' }, /OrderType has characters/],
		['NUL in an address', { ShipTo: { State: '\u0000' } }, /State has characters/],
		[
			'a line number over 2^31',
			{ OrderLines: [line({ PrimeLineNo: '2147483648' })] },
			/PrimeLineNo is not a whole number/,
		],
		[
			'a line number with decimals',
			{ OrderLines: [line({ PrimeLineNo: '1.5' })] },
			/PrimeLineNo is not a whole number/,
		],
		['a line without a key', { OrderLines: [line({ OrderLineKey: '' })] }, /OrderLineKey is missing/],
		['a line that is none', { OrderLines: [null] }, /OrderLineKey is missing/],
		['a line key twice', { OrderLines: [line(), line()] }, /two lines have the same OrderLineKey/],
		['a line key of another order', { OrderLines: [line({ OrderLineKey: 'L2' })] }, /L2 belongs to another order/],
		['lines that are no list', { OrderLines: { OrderLine: [] } }, /OrderLines is not a list/],
		['an element in place of a value', { TotalAmount: { Amount: '1' } }, /TotalAmount is not a value/],
		['an amount beyond any', { TotalAmount: '1e999' }, /TotalAmount is not a number/],
	])('%s: the order is set aside, the others are written', (_name, more, problem) => {
		const { orders, aside } = run(good, order(more));
		expect(orders.map(({ OrderNo }) => OrderNo)).toEqual(['WEB-2']);
		expect(aside).toEqual([expect.objectContaining({ problem: expect.stringMatching(problem) })]);
	});

	test.each<[string, object]>([
		['an amount over 2^31', { TotalAmount: '3000000000.00' }],
		['empty values', { TotalAmount: '', OrderDate: ' ', OrderType: '' }],
		['numbers that are numbers', { TotalAmount: 19.8 }],
		['no lines', { OrderLines: undefined }],
		['emoji', { CustomerPONo: '😀' }],
		['poison in what is not stored', { CustomerFirstName: '\u0000', ShipTo: { State: 'XX', FirstName: '\ud800' } }],
	])('%s can be written', (_name, more) => {
		const { orders, aside } = run(order(more));
		expect([orders.length, aside]).toEqual([1, []]);
		// What goes to PostgreSQL holds nothing that its JSON refuses.
		expect(JSON.stringify(orders)).not.toMatch(/\\u0000|\\ud[89a-f]/);
	});

	test('an order that comes twice is written once, as it was last; nothing at all is nothing', () => {
		expect(run(order(), order({ TotalAmount: '5' })).orders).toEqual([expect.objectContaining({ TotalAmount: '5' })]);
		expect(run({})).toEqual({ orders: [], aside: [] });
	});
});

describe('loyalty-points', () => {
	const { node } = template('loyalty-points');
	const work = node('Calculate the points');
	const settings = {
		pointsPerUnit: { USD: 1 },
		statusCounts: { '0001': { '3700.*': 'yes' }, '0003': { '3900.*': 'yes' } },
		memberIdField: 'BillToID',
	};
	const order = (more: object = {}) => ({
		OrderHeaderKey: '1',
		OrderNo: 'WEB-1',
		DocumentType: '0001',
		MinOrderStatus: '3700',
		Currency: 'USD',
		TotalAmount: '100.00',
		OrderLines: [{ OrderLineKey: 'L1', OrderedQty: '2', LineTotal: '100.00' }],
		...more,
	});
	const returned = (more: object = {}) => ({
		OrderHeaderKey: 'R1',
		OrderNo: 'R-1',
		DocumentType: '0003',
		MinOrderStatus: '3900',
		OrderLines: [{ DerivedFromOrderHeaderKey: '1', DerivedFromOrderLineKey: 'L1', OrderedQty: '1', ...more }],
	});
	const run = (orders: object[], returns: object[] = [{}]) =>
		runCode(work, returns, { Settings: [settings], 'Get the order': orders }).map(({ json }) => json);
	const good = order({ OrderHeaderKey: '2', OrderNo: 'WEB-2' });

	test('an order and its return', () => {
		expect(run([order()], [returned()])).toEqual([expect.objectContaining({ earned: 100, takenBack: 50 })]);
	});

	test.each<[string, object, RegExp]>([
		['a thousands separator', { TotalAmount: '1,000.00' }, /TotalAmount is not a number: "1,000.00"/],
		['no amount', { TotalAmount: undefined }, /TotalAmount is missing/],
		['an amount over 2^31', { TotalAmount: '3000000000' }, /points cannot be 3000000000/],
		['a negative amount', { TotalAmount: '-5' }, /points cannot be -5/],
		['infinity', { TotalAmount: '1e400' }, /TotalAmount is not a number/],
		['a line without a quantity', { OrderLines: [{ OrderLineKey: 'L1', UnitPrice: '5' }] }, /OrderedQty is missing/],
		['NUL', { OrderNo: 'a\u0000' }, /orderNo has characters that cannot be stored/],
		['a lone surrogate', { CustomerEMailID: '\ud800@x.example' }, /email has characters/],
		['NUL in the member', { BillToID: '\u0000' }, /memberId has characters/],
		['a status without a rule', { MinOrderStatus: '1100' }, /status 1100 of WEB-1/],
		['a currency without a rule', { Currency: 'XXX' }, /currency XXX/],
	])('%s: the order is set aside, the others are booked', (_name, more, problem) => {
		expect(run([order(more), good])).toEqual([
			expect.objectContaining({ orderHeaderKey: '1', unmapped: expect.stringMatching(problem) }),
			expect.objectContaining({ orderHeaderKey: '2', earned: 100, takenBack: 0 }),
		]);
	});

	test('a return with a number that is none sets its order aside', () => {
		const [json] = run([order()], [returned({ OrderedQty: '1,5' })]);
		expect(json.unmapped).toMatch(/OrderedQty of a return is not a number/);
		const [other] = run([order()], [{ OrderHeaderKey: 'R2', OrderLines: 'x' }]);
		expect(other).toMatchObject({ earned: 100 });
	});
});
