import type { INode } from 'n8n-workflow';

import { Bench, FORMATS } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const releases = (operation: string, more: INode['parameters'] = {}) => ({
	resource: 'orderRelease',
	operation,
	...more,
});
const ofOrder = (orderNo: string, releaseNo = '1') => ({ orderRelease: locate('number', orderNo), releaseNo });

it('orderRelease:update says the quantity of a line that is added as what is ordered', async () => {
	const [{ request }] = (await bench.run({
		resource: 'orderRelease',
		operation: 'update',
		orderRelease: locate('key', '1'),
		lines: {
			line: [
				{ lineAction: 'CREATE', primeLineNo: '1', statusQuantity: '2' },
				{ lineAction: 'CANCEL', primeLineNo: '2', statusQuantity: '1' },
			],
		},
		options: { dryRun: true },
	})) as Array<{ request: { json: { OrderLines: { OrderLine: object[] } } } }>;
	expect(request.json.OrderLines.OrderLine).toEqual([
		{ Action: 'CREATE', PrimeLineNo: '1', OrderedQty: '2' },
		{ Action: 'CANCEL', PrimeLineNo: '2', StatusQuantity: '1' },
	]);
});

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;
	const place = (text: string) => {
		wire.place(name(text));
		wire.release(name(text));
		return wire.rows('OrderRelease', name(text))[0];
	};

	it('orderRelease:get reads a release by its order and by its key', async () => {
		const { OrderReleaseKey } = place('READ');
		const byOrder = await wire.one(releases('get', { ...ofOrder(name('READ')), output: 'details' }));
		expect(byOrder).toMatchObject({
			OrderReleaseKey,
			ReleaseNo: '1',
			ShipNode: 'AUR_DC1',
			OrderLines: [{ ItemID: 'MUG-BLUE' }],
		});
		const byKey = await wire.one(releases('get', { orderRelease: locate('key', OrderReleaseKey) }));
		expect(byKey).toMatchObject({ OrderReleaseKey, SalesOrderNo: name('READ') });
	});

	it('orderRelease:get explains a release that is not there', async () => {
		place('ONE');
		expect((await wire.refused(releases('get', ofOrder(name('ONE'), '9')))).message).toMatch(
			/^Order release not found/,
		);
	});

	it('orderRelease:getMany finds the releases of a node', async () => {
		place('MANY');
		const rows = await wire.run(
			releases('getMany', { filters: { shipNode: locate('code', 'AUR_DC1'), salesOrderNo: name('MANY') } }),
		);
		expect(rows.map((row) => row.SalesOrderNo)).toEqual([name('MANY')]);
	});

	it('orderRelease:update cancels a quantity of a line', async () => {
		place('LESS');
		const lines = {
			line: [
				{
					lineAction: 'CANCEL',
					primeLineNo: '1',
					subLineNo: '1',
					statusQuantity: '1',
					fromStatus: '3200',
					toStatus: '9000',
				},
			],
		};
		await wire.run(releases('update', { ...ofOrder(name('LESS')), lines }));
		expect(wire.lines(name('LESS'))).toMatchObject([{ OrderedQty: '1' }]);
	});

	it('orderRelease:update backorders the whole release', async () => {
		const { OrderReleaseKey } = place('BACK');
		await wire.run(releases('update', { orderRelease: locate('key', OrderReleaseKey), releaseAction: 'BACKORDER' }));
		expect(wire.stored(name('BACK'))).toMatchObject({ MaxOrderStatus: expect.stringMatching(/^1[34]00/) });
	});

	it('orderRelease:update refuses a release that does not exist', async () => {
		place('NONE');
		const error = await wire.refused(releases('update', { ...ofOrder(name('NONE'), '7'), releaseAction: 'CANCEL' }));
		expect(error.message).toContain('[YFS10412]');
	});
});
