import type { INode } from 'n8n-workflow';

import { Bench, FORMATS, line } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const returns = (operation: string, more: INode['parameters'] = {}) => ({ resource: 'return', operation, ...more });
const byNumber = (returnNo: string) => ({ returnOrder: locate('number', returnNo) });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	/** An order of four blue and two red mugs that was shipped; returns the keys of its lines. */
	const shipped = (text: string): string[] => {
		wire.place(name(text), { OrderLines: { OrderLine: [line('4'), line('2', 'MUG-RED')] } });
		wire.ship(name(text));
		return wire.lines(name(text)).map((row) => row.OrderLineKey);
	};
	const create = (text: string, keys: string[], more: INode['parameters'] = {}): INode['parameters'] =>
		returns('create', {
			orderNo: name(`R-${text}`),
			lines: {
				line: keys.map((derivedFromKey, i) => ({
					derivedFromKey,
					orderedQty: String(i + 1),
					returnReason: locate('code', 'DAMAGED'),
					receivingNode: locate('code', i === 0 ? 'AUR_DC1' : 'AUR_STORE1'),
				})),
			},
			...more,
		});
	const stored = (text: string) => wire.sandbox.store.order(name(`R-${text}`), 'AURORA', '0003');

	it('return:create takes back lines of an order', async () => {
		const keys = shipped('NEW');
		const made = await wire.one(create('NEW', keys));
		expect(made).toMatchObject({ OrderNo: name('R-NEW'), DocumentType: '0003', OrderHeaderKey: expect.any(String) });
		const read = await wire.one(returns('get', { ...byNumber(name('R-NEW')), output: 'details' }));
		expect(read).toMatchObject({
			OrderNo: name('R-NEW'),
			OrderLines: [
				{ ItemID: 'MUG-BLUE', OrderedQty: '1', ReturnReason: 'DAMAGED', ShipNode: 'AUR_DC1' },
				{ ItemID: 'MUG-RED', OrderedQty: '2' },
			],
		});
		const lines = read.OrderLines as Array<Record<string, string>>;
		expect(lines.map((row) => row.DerivedFromOrderLineKey)).toEqual(keys);
		expect(lines.map((row) => row.OrderLineKey)).not.toEqual(keys);
	});

	it('return:create names the original order by its number', async () => {
		shipped('NAMED');
		const numbers = { derivedOrderNo: name('NAMED'), primeLineNo: '1', subLineNo: '1' };
		await wire.run(
			returns('create', {
				orderNo: name('R-NAMED'),
				lines: { line: [{ numbers, orderedQty: '1', receivingNode: locate('code', 'AUR_DC1') }] },
			}),
		);
		expect(stored('NAMED')).toBeDefined();
	});

	it('return:create refuses more than was shipped', async () => {
		const [key] = shipped('MORE');
		const lines = { line: [{ derivedFromKey: key, orderedQty: '40', receivingNode: locate('code', 'AUR_DC1') }] };
		const error = await wire.refused(returns('create', { orderNo: name('R-MORE'), lines }));
		expect(error.message).not.toBe('');
		expect(stored('MORE')).toBeUndefined();
	});

	it('return:receive books all lines at their nodes and closes the receipts', async () => {
		await wire.run(create('ALL', shipped('ALL')));
		const rows = await wire.run(returns('receive', byNumber(name('R-ALL'))));
		expect(rows).toMatchObject([
			{ OrderNo: name('R-ALL'), ReceivingNode: 'AUR_DC1', ReceiptHeaderKey: expect.any(String), closed: true },
			{ OrderNo: name('R-ALL'), ReceivingNode: 'AUR_STORE1', closed: true },
		]);
		expect(stored('ALL')).toMatchObject({ MinOrderStatus: expect.stringMatching(/^39/) });
	});

	it('return:receive takes a part, and goes on with the open receipt', async () => {
		await wire.run(create('PART', shipped('PART')));
		const part = (more: object) =>
			returns('receive', {
				...byNumber(name('R-PART')),
				lines: { line: [{ primeLineNo: '2', ...more }] },
				closeReceipt: false,
			});
		const [first] = await wire.run(part({ quantity: '1' }));
		const [second] = await wire.run(part({ quantity: '1' }));
		expect(second.ReceiptHeaderKey).toBe(first.ReceiptHeaderKey);
		expect(first).toMatchObject({ closed: false, ReceiptLines: [{ ItemID: 'MUG-RED', Quantity: '1' }] });
	});

	it('return:receive calculates the rest of a fraction without noise', async () => {
		await wire.run(create('TENTH', shipped('TENTH')));
		const byLine = (more: object) =>
			returns('receive', { ...byNumber(name('R-TENTH')), lines: { line: [{ primeLineNo: '2', ...more }] } });
		for (const quantity of ['0.1', '1.7']) await wire.run({ ...byLine({ quantity }), closeReceipt: false });
		const [rest] = await wire.run({ ...byLine({}), closeReceipt: false });
		expect(rest).toMatchObject({ ReceiptLines: [{ Quantity: '0.2' }] });
	});

	it('return:receive books nothing twice when a run ended before the receipt was closed', async () => {
		await wire.run(create('HALF', shipped('HALF')));
		wire.sandbox.faults.add({ kind: 'status', status: 500, api: 'closeReceipt', times: 1 });
		await wire.refused(returns('receive', byNumber(name('R-HALF'))));
		const rows = await wire.run(returns('receive', byNumber(name('R-HALF'))));
		expect(rows).toMatchObject([
			{ ReceiptLines: [], closed: true },
			{ ReceiptLines: [{ Quantity: '2' }], closed: true },
		]);
		expect(stored('HALF')).toMatchObject({ MinOrderStatus: expect.stringMatching(/^39/) });
	});

	it('return:receive names a line that the return does not have', async () => {
		await wire.run(create('LINE', shipped('LINE')));
		const error = await wire.refused(
			returns('receive', { ...byNumber(name('R-LINE')), lines: { line: [{ primeLineNo: '9' }] } }),
		);
		expect(error.message).toBe('The return has no line 9');
		expect(error.description).toContain('1, 2');
	});

	describe('return:receive on a dry run', () => {
		const show = async (text: string, more: INode['parameters'] = {}) => {
			const rows = await wire.run(
				returns('receive', { ...byNumber(name(`R-${text}`)), ...more, options: { dryRun: true } }),
			);
			return rows.map((row) => {
				const { path, json } = row.request as { path: string; json: Record<string, unknown> };
				expect(row.dryRun).toBe(true);
				return { api: path.split('/').at(-1), node: json.ReceivingNode, receipt: json.ReceiptHeaderKey };
			});
		};

		it('shows every request of every node, in order, and writes nothing', async () => {
			await wire.run(create('DRY', shipped('DRY')));
			wire.sandbox.log.clear();
			const key = '(response of startReceipt)';
			expect(await show('DRY')).toEqual(
				['AUR_DC1', 'AUR_STORE1'].flatMap((node) => [
					{ api: 'startReceipt', node, receipt: undefined },
					{ api: 'receiveOrder', node, receipt: key },
					{ api: 'closeReceipt', node, receipt: key },
				]),
			);
			expect(Object.keys(wire.requests).filter((api) => /^(start|receive|close)/.test(api))).toEqual([]);
		});

		it('goes on with an open receipt, and does not close what is to stay open', async () => {
			await wire.run(create('DRY-OPEN', shipped('DRY-OPEN')));
			const more = { lines: { line: [{ primeLineNo: '1', quantity: '1' }] }, closeReceipt: false };
			const [{ ReceiptHeaderKey }] = await wire.run(returns('receive', { ...byNumber(name('R-DRY-OPEN')), ...more }));
			expect(await show('DRY-OPEN', more)).toEqual([
				{ api: 'receiveOrder', node: 'AUR_DC1', receipt: ReceiptHeaderKey },
			]);
		});
	});

	it('return:getMany finds returns only', async () => {
		await wire.run(create('MANY', shipped('MANY')));
		const rows = await wire.run(returns('getMany', { returnAll: true, filters: { orderNo: name('R-MANY') } }));
		expect(rows).toMatchObject([{ OrderNo: name('R-MANY'), DocumentType: '0003' }]);
		expect(await wire.run(returns('getMany', { filters: { orderNo: name('MANY') } }))).toEqual([]);
	});

	it('return:get explains a return that is not there', async () => {
		expect((await wire.refused(returns('get', byNumber('NO-SUCH')))).message).toMatch(/not found.*NO-SUCH/);
	});
});
