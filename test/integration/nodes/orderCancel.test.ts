import { Bench, FORMATS, line, onOrder } from '../../support/bench';
import { locate, loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	describe('cancel', () => {
		it('cancels a whole order by key', async () => {
			const key = wire.place(name('WHOLE'), { OrderLines: { OrderLine: [line('1'), line('2')] } });
			const cancelled = await wire.one({
				resource: 'order',
				operation: 'cancel',
				order: locate('key', key),
				modificationReasonCode: locate('code', 'CUST_REQ'),
				modificationReasonText: 'Changed mind',
			});
			expect(cancelled).toMatchObject({ OrderNo: name('WHOLE') });
			expect(wire.stored(name('WHOLE'))).toMatchObject({
				MinOrderStatus: '9000',
				MaxOrderStatus: '9000',
			});
			expect(wire.rows('OrderAudit', name('WHOLE'))).toMatchObject([
				{ ReasonCode: 'CUST_REQ', ReasonText: 'Changed mind' },
			]);
		});

		it('cancels the lines that are named, wholly or to a rest', async () => {
			wire.place(name('LINES'), { OrderLines: { OrderLine: [line('4'), line('5'), line('6')] } });
			const [, second] = wire.lines(name('LINES'));
			const lines = [{ primeLineNo: '1', subLineNo: '1', orderedQty: '3' }, { orderLineKey: second.OrderLineKey }];
			await wire.run(onOrder('cancelLines', name('LINES'), { lines: { line: lines } }));
			expect(wire.lines(name('LINES'))).toMatchObject([
				{ OrderedQty: '3', MinLineStatus: '1100' },
				{ OrderedQty: '0', MinLineStatus: '9000' },
				{ OrderedQty: '6', MinLineStatus: '1100' },
			]);
		});

		it.each([
			['number', { primeLineNo: '1' }],
			['item', { itemId: locate('id', 'LAMP-DESK') }],
		])('refuses to keep more than a line has, the line named by its %s', async (way, line1) => {
			const number = name(`MORE-${way}`);
			wire.place(number, { OrderLines: { OrderLine: [line('2', 'LAMP-DESK'), line('1')] } });
			const keep = (orderedQty: string) =>
				onOrder('cancelLines', number, { lines: { line: [{ ...line1, orderedQty }] } });
			const error = await wire.refused(keep('5'));
			expect(error.message).toBe(
				'Order Lines → Line 1 → Quantity to Keep: 5 is more than the ordered quantity of the line, 2',
			);
			expect(wire.lines(number).map(({ OrderedQty }) => OrderedQty)).toEqual(['2', '1']);
			await wire.run(keep('1'));
			expect(wire.lines(number).map(({ OrderedQty }) => OrderedQty)).toEqual(['1', '1']);
		});

		it('refuses to keep more than the open line of an item has, beside one that is cancelled', async () => {
			const number = name('MORE-OPEN');
			wire.place(number, { OrderLines: { OrderLine: [line('4', 'LAMP-DESK'), line('2', 'LAMP-DESK')] } });
			await wire.run(onOrder('cancelLines', number, { lines: { line: [{ primeLineNo: '1' }] } }));
			const kept = [{ itemId: locate('id', 'LAMP-DESK'), orderedQty: '5' }];
			const error = await wire.refused(onOrder('cancelLines', number, { lines: { line: kept } }));
			expect(error.message).toBe(
				'Order Lines → Line 1 → Quantity to Keep: 5 is more than the ordered quantity of the line, 2',
			);
		});

		it('refuses what has been shipped', async () => {
			wire.place(name('SHIPPED'));
			wire.ship(name('SHIPPED'));
			const error = await wire.refused(onOrder('cancel', name('SHIPPED'), { override: true }));
			expect(error.message).toBe('YFS: Order cannot be modified in current status [YFS10137]');
			expect(error.description).toMatch(/current status/);
			expect(wire.stored(name('SHIPPED'))).toMatchObject({ MaxOrderStatus: '3700' });
		});
	});

	describe('delete', () => {
		it('removes an order with its lines, and says so', async () => {
			const key = wire.place(name('GONE'));
			const deleted = await wire.one({
				resource: 'order',
				operation: 'delete',
				order: locate('key', key),
			});
			expect(deleted).toEqual({ OrderHeaderKey: key, deleted: true });
			expect(wire.stored(name('GONE'))).toBeUndefined();
			expect(wire.sandbox.store.rows('OrderLine').filter((row) => row.OrderHeaderKey === key)).toEqual([]);
		});

		it('names the order by number in what it answers', async () => {
			wire.place(name('NUMBER'));
			expect(await wire.one(onOrder('delete', name('NUMBER')))).toEqual({
				OrderNo: name('NUMBER'),
				EnterpriseCode: 'AURORA',
				DocumentType: '0001',
				deleted: true,
			});
		});

		it.each([
			['an order that is released', {}, 'YFS10137', /current status/],
			['a login that may not', { login: 'clerk' }, 'YCP0428', /administrator/],
		])('refuses %s', async (_what, { login }: { login?: string }, code, hint) => {
			const orderNo = name(`KEPT-${code}`);
			wire.place(orderNo);
			wire.release(orderNo);
			const credential = login ? loginAs(wire.sandbox, login) : {};
			const error = await wire.refused(onOrder('delete', orderNo), { credential });
			expect(error.message).toContain(`[${code}]`);
			expect(error.description).toMatch(hint);
			expect(wire.stored(orderNo)).toBeDefined();
		});
	});
});
