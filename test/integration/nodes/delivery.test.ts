import type { INode } from 'n8n-workflow';

import { Bench, FORMATS, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
const line = [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '1' }];
const create = (orderNo: string, more: INode['parameters']) =>
	orders('create', { orderNo, lines: { line }, addresses: { billTo: { city: 'Exampleton' } }, ...more });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	describe('queued by Sterling', () => {
		it('creates the order when the agent runs, not before', async () => {
			expect(await wire.one(create(name('LATER'), { options: { delivery: 'queued' } }))).toEqual({
				OrderNo: name('LATER'),
				EnterpriseCode: 'AURORA',
				DocumentType: '0001',
				queued: true,
			});
			expect(wire.stored(name('LATER'))).toBeUndefined();
			expect(wire.sandbox.runAsyncAgent()).toEqual({ done: 1, failed: 0 });
			expect(wire.lines(name('LATER'))).toMatchObject([{ ItemID: 'MUG-BLUE' }]);
		});

		it('cancels single lines through the API that does', async () => {
			wire.place(name('QUEUED'));
			const lines = { line: [{ primeLineNo: '1', subLineNo: '1', orderedQty: '1' }] };
			await wire.run(onOrder('cancelLines', name('QUEUED'), { lines, options: { delivery: 'queued' } }));
			expect(wire.sandbox.runAsyncAgent()).toEqual({ done: 1, failed: 0 });
			expect(wire.lines(name('QUEUED'))).toMatchObject([{ OrderedQty: '1', MinLineStatus: '1100' }]);
		});

		it.each(['schedule', 'release', 'delete', 'addNote'])('works for %s', async (operation) => {
			wire.place(name(operation));
			const queued = await wire.one(
				onOrder(operation, name(operation), { options: { delivery: 'queued' }, noteText: 'x' }),
			);
			expect(queued).toEqual({
				OrderNo: name(operation),
				EnterpriseCode: 'AURORA',
				DocumentType: '0001',
				queued: true,
			});
			expect(wire.sandbox.runAsyncAgent()).toEqual({ done: 1, failed: 0 });
		});
	});

	describe('through a service', () => {
		it('hands the document over and answers what the service does', async () => {
			const serviceName = locate('name', 'DemoCreateOrder');
			const made = await wire.one(create(name('SERVICE'), { options: { delivery: 'service', serviceName } }));
			expect(made).toMatchObject({
				OrderNo: name('SERVICE'),
				HoldFlag: 'N',
				SellerOrganizationCode: 'AURORA',
			});
			expect(wire.stored(name('SERVICE'))).toBeDefined();
		});

		it('does not claim that a service has deleted what it was given', async () => {
			const serviceName = locate('name', 'DemoEcho');
			const answer = await wire.one(onOrder('delete', name('ECHO'), { options: { delivery: 'service', serviceName } }));
			expect(answer).toMatchObject({ RootElement: 'Order' });
			expect(answer).not.toHaveProperty('deleted');
		});

		it('says that there is no such service', async () => {
			const serviceName = locate('name', 'NoSuchService');
			const error = await wire.refused(create(name('NOWHERE'), { options: { delivery: 'service', serviceName } }));
			expect(error.message).toContain('NameNotFoundException');
			expect(error.description).toMatch(/exact spelling/);
		});
	});
});
