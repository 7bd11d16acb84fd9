import { Bench, FORMATS, line, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const ADDRESSES = { billTo: { city: 'Exampleton', country: 'US' } };
const upsert = (orderNo: string, more = {}) =>
	orders('upsert', {
		orderNo,
		lines: { line: [{ itemId: 'MUG-BLUE', orderedQty: '2' }] },
		addresses: ADDRESSES,
		...more,
	});

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	it('order:upsert creates an order, then changes it: lines by number or item, new ones added', async () => {
		const created = await wire.one(upsert(name('NEW')));
		expect(created).toMatchObject({ OrderNo: name('NEW') });
		const again = await wire.one(
			upsert(name('NEW'), {
				lines: {
					line: [
						{ itemId: 'MUG-BLUE', orderedQty: '5' },
						{ itemId: 'LAMP-DESK', orderedQty: '1' },
					],
				},
				additionalFields: { customerPoNo: 'PO-9' },
			}),
		);
		expect(again.OrderHeaderKey).toBe(created.OrderHeaderKey);
		expect(wire.stored(name('NEW'))).toMatchObject({ CustomerPONo: 'PO-9' });
		expect(wire.lines(name('NEW'))).toMatchObject([
			{ ItemID: 'MUG-BLUE', OrderedQty: '5' },
			{ ItemID: 'LAMP-DESK', OrderedQty: '1' },
		]);
		const byNumber = { itemId: 'LAMP-DESK', orderedQty: '3', more: { primeLineNo: '2' } };
		await wire.run(upsert(name('NEW'), { lines: { line: [byNumber] } }));
		expect(wire.lines(name('NEW'))).toMatchObject([{ OrderedQty: '5' }, { OrderedQty: '3' }]);
	});

	it('refuses a key that no line of the order has', async () => {
		wire.place(name('KEY'), { OrderLines: { OrderLine: [line('1')] } });
		const unknown = { OrderLineKey: '2026', OrderedQty: '2', Item: { ItemID: 'LAMP-DESK', UnitOfMeasure: 'EACH' } };
		const document = JSON.stringify({ OrderLines: { OrderLine: [unknown] } });
		const error = await wire.refused(orders('upsert', { orderNo: name('KEY'), inputMode: 'document', document }));
		expect(error.message).toBe('Document → Line 1: the order has no line with the key 2026');
		expect(wire.lines(name('KEY'))).toHaveLength(1);
	});

	it('finds a line by a number with blanks around it', async () => {
		wire.place(name('BLANK'), { OrderLines: { OrderLine: [line('1')] } });
		const document = JSON.stringify({
			OrderLines: { OrderLine: [{ PrimeLineNo: ' 1', SubLineNo: '', OrderedQty: '4' }] },
		});
		await wire.run(orders('upsert', { orderNo: name('BLANK'), inputMode: 'document', document }));
		expect(wire.lines(name('BLANK'))).toMatchObject([{ OrderedQty: '4' }]);
	});

	it('refuses an item that two lines have', async () => {
		wire.place(name('TWO'), { OrderLines: { OrderLine: [line('1'), line('2')] } });
		const error = await wire.refused(upsert(name('TWO')));
		expect(error.message).toBe('Order Lines → Line 1: the order has several lines with item MUG-BLUE in EACH: 1, 2');
		expect(wire.lines(name('TWO'))).toMatchObject([{ OrderedQty: '1' }, { OrderedQty: '2' }]);
	});

	it('adds a line where the order has the item in another unit only', async () => {
		wire.call('manageItem', {
			Item: [{ ItemID: 'MUG-BLUE', UnitOfMeasure: 'CASE', OrganizationCode: 'AURORA', PrimaryInformation: {} }],
		});
		wire.place(name('UNIT'), {
			OrderLines: { OrderLine: [{ OrderedQty: '1', Item: { ItemID: 'MUG-BLUE', UnitOfMeasure: 'CASE' } }] },
		});
		await wire.run(upsert(name('UNIT')));
		expect(wire.lines(name('UNIT'))).toMatchObject([
			{ OrderedQty: '1', UnitOfMeasure: 'CASE' },
			{ OrderedQty: '2', UnitOfMeasure: 'EACH' },
		]);
	});

	it.each([
		[
			'two entries of one line, by its item',
			[
				{ itemId: 'MUG-BLUE', orderedQty: '2' },
				{ itemId: 'MUG-BLUE', orderedQty: '3' },
			],
			'Order Lines: Line 1 and Line 2 are the same line of the order',
		],
		[
			'two entries of one line, by its item and its number',
			[
				{ itemId: 'MUG-BLUE', orderedQty: '2' },
				{ itemId: 'MUG-BLUE', orderedQty: '3', more: { primeLineNo: '1' } },
			],
			'Order Lines: Line 1 and Line 2 are the same line of the order',
		],
		[
			'another item in a line that the order has',
			[{ itemId: 'LAMP-DESK', orderedQty: '2', more: { primeLineNo: '1' } }],
			'Order Lines → Line 1: the order has item MUG-BLUE in EACH in this line, not LAMP-DESK in EACH',
		],
	])('refuses %s', async (what, lines, message) => {
		const orderNo = name(`NOT-${what.length}`);
		wire.place(orderNo, { OrderLines: { OrderLine: [line('1')] } });
		const error = await wire.refused(upsert(orderNo, { lines: { line: lines } }));
		expect(error.message).toBe(message);
		expect(wire.lines(orderNo)).toMatchObject([{ OrderedQty: '1' }]);
	});

	it('makes one order of two items of one number, which take turns', async () => {
		const parameters = upsert(name('TWICE'), { additionalFields: { customerPoNo: '={{ $json.po }}' } });
		const made = await wire.run(parameters, { input: [{ po: 'first' }, { po: 'second' }] });
		expect(made[0].OrderHeaderKey).toBe(made[1].OrderHeaderKey);
		expect(wire.stored(name('TWICE'))).toMatchObject({ CustomerPONo: 'second' });
		expect(wire.lines(name('TWICE'))).toHaveLength(1);
	});
});

describe('the output of a write', () => {
	it('is what Sterling returns, or the document as a read gives it', async () => {
		const made = await bench.one(upsert('OUT', { options: { output: 'lines' } }));
		const read = await bench.one(onOrder('get', 'OUT', { output: 'lines' }));
		expect(made).toEqual(read);
		expect(made).toMatchObject({ TotalAmount: expect.any(String), OrderLines: [{ OrderLineKey: expect.any(String) }] });
		const cancelled = await bench.one(onOrder('cancel', 'OUT', { options: { output: 'summary' } }));
		expect(cancelled).toMatchObject({ OrderNo: 'OUT', MinOrderStatus: '9000' });
		const own = { options: { output: 'template', template: '{"OrderNo": "", "PriceInfo": {"TotalAmount": ""}}' } };
		const noted = await bench.one(onOrder('addNote', 'OUT', { noteText: 'Hello', ...own }));
		expect(noted).toMatchObject({ OrderNo: 'OUT', PriceInfo: { TotalAmount: expect.any(String) } });
	});

	it('is what Sterling returned, and a hint, where it cannot be read', async () => {
		bench.place('BLIND');
		const parameters = onOrder('update', 'BLIND', {
			additionalFields: { customerPoNo: 'PO-1' },
			options: { output: 'template', template: '<OrderList><Nothing/></OrderList>' },
		});
		const finished = await bench.runNode(parameters);
		expect(bench.stored('BLIND')).toMatchObject({ CustomerPONo: 'PO-1' });
		expect(finished.error ?? finished.json('Sterling')[0]).toBeDefined();
	});
});

describe('order:getForCustomer', () => {
	it('reads the orders of a customer by ID and by email', async () => {
		bench.place('ADA-1', { BillToID: 'C-100', CustomerEMailID: 'ada@example.com' });
		bench.place('BEN-1', { BillToID: 'C-101', CustomerEMailID: 'ben@example.com' });
		const of = (mode: string, value: string) => orders('getForCustomer', { customer: locate(mode, value) });
		expect((await bench.run(of('id', 'C-100'))).map(({ OrderNo }) => OrderNo)).toEqual(['ADA-1']);
		expect((await bench.run(of('list', 'C-101'))).map(({ OrderNo }) => OrderNo)).toEqual(['BEN-1']);
		expect((await bench.run(of('email', 'ada@example.com'))).map(({ OrderNo }) => OrderNo)).toEqual(['ADA-1']);
		const error = await bench.refused(of('email', '={{ $json.none }}'));
		expect(error.message).toMatch(/^Customer is empty/);
	});
});
