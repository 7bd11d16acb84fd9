import type { INode } from 'n8n-workflow';

import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import type { WriteOperation } from '../../../nodes/IbmSterlingOms/operation';
import { Bench, FORMATS } from '../../support/bench';
import { deliveringTo, mqForFile, textsIn } from '../../support/mq/nodes';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
const mq = mqForFile({ tls: false });
const QUEUE = 'OMS.IN.CREATEORDER';

const KEY = locate('key', '20260115100001123456');

/** What names the document of each resource; creates and upserts have no identity and need nothing to be built. */
const IDENTITY: Record<string, INode['parameters']> = {
	catalogItem: { catalogItem: KEY },
	customer: { customer: KEY },
	order: { order: KEY },
	orderRelease: { orderRelease: KEY },
	organization: { organization: locate('code', 'STORE12') },
	shipment: { shipment: KEY },
};

/** What n8n demands to be filled in before it runs an operation. */
const REQUIRED: Record<string, INode['parameters']> = {
	'catalogItem:create': { itemId: 'SKU-1' },
	'catalogItem:upsert': { itemId: 'SKU-1' },
	'customer:create': { customerId: 'C-1' },
	'customer:upsert': { customerId: 'C-1' },
	'inventory:adjust': { itemId: locate('id', 'SKU-1'), quantity: '1' },
	'inventory:cancelReservation': { reservationId: 'cart-1', itemId: locate('id', 'SKU-1') },
	'inventory:reserve': {
		lines: { line: [{ itemId: locate('id', 'SKU-1'), unitOfMeasure: locate('code', 'EACH'), requiredQty: '1' }] },
	},
	'order:addNote': { noteText: 'Call before delivery' },
	'order:cancelLines': { lines: { line: [{ primeLineNo: '1' }] } },
	'order:create': {
		lines: { line: [{ itemId: locate('id', 'SKU-1'), unitOfMeasure: locate('code', 'EACH'), orderedQty: '1' }] },
	},
	'order:changeStatus': { transactionId: locate('id', 'ACCEPT_ORDER.0001.ex') },
	'order:resolveHold': { holdType: locate('code', 'FRAUD_HOLD') },
	'organization:create': { organizationCode: 'STORE12' },
	'organization:upsert': { organizationCode: 'STORE12' },
	'return:create': { lines: { line: [{ derivedFromKey: KEY, orderedQty: '1' }] } },
};

const WRITES = RESOURCES.flatMap(({ value, operations }) =>
	operations
		.filter((operation): operation is WriteOperation => operation.type === 'write')
		.map((operation) => ({ resource: value, operation, label: `${value}:${operation.value}` })),
);

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });

	describe.each(WRITES)('$label', ({ resource, operation, label }) => {
		const parameters = (more: INode['parameters']): INode['parameters'] => ({
			resource,
			operation: operation.value,
			...(operation.identity ? IDENTITY[resource] : {}),
			...REQUIRED[label],
			...more,
		});

		it('only shows its request on a dry run', async () => {
			const before = wire.sandbox.log.list().length;
			const { dryRun, request } = (await wire.one(parameters({ options: { dryRun: true } }))) as {
				dryRun: boolean;
				request: Record<string, string>;
			};
			expect(dryRun).toBe(true);
			expect(request.path).toMatch(/^\/smcfs\/restapi\/invoke\/\w+$/);
			expect(request.xml).toMatch(new RegExp(`^<${operation.inputRoot}\\b`));
			expect(request.body).toMatch(dataFormat === 'xml' ? /^</ : /^\{/);
			expect(wire.sandbox.log.list()).toHaveLength(before);
		});

		const { identity } = operation;
		if (identity) {
			it('looks the record up if the response is about another one', async () => {
				const { key, natural } = identity.entity;
				const name = resource === 'organization' ? natural[0] : key;
				const body = dataFormat === 'xml' ? `<X ${name}="ANOTHER"/>` : JSON.stringify({ [name]: 'ANOTHER' });
				wire.sandbox.faults.add({ kind: 'status', status: 200, body, api: operation.apiFor?.({}) ?? operation.api });
				const finished = await wire.runNode(parameters({}));
				if (operation.afterLoss === 'gone') {
					expect(finished.hints('Sterling')).toEqual([expect.stringContaining('it counts as deleted')]);
				} else {
					expect(finished.error?.message).toMatch(/^No usable response arrived for a write, and /);
					expect(finished.error?.message).toContain(`is about another ${operation.inputRoot}: ${name} is "ANOTHER"`);
				}
			});
		}

		it('is queued by Sterling with the API that it would have called', async () => {
			expect(await wire.one(parameters({ options: { delivery: 'queued' } }))).toMatchObject({ queued: true });
			const queued = JSON.stringify(wire.sandbox.store.rows('AsyncronousRequest').at(-1));
			expect(queued).toContain(operation.apiFor?.({}) ?? operation.api);
			expect(queued).toContain(operation.inputRoot);
		});

		it('hands its document to a service under the right root', async () => {
			const service = { options: { delivery: 'service', serviceName: locate('name', 'DemoEcho') } };
			expect(await wire.one(parameters(service))).toMatchObject({ RootElement: operation.inputRoot });
		});

		it('puts its document into a queue, and nothing on a dry run', async () => {
			const delivery = { options: { delivery: 'mq', queueName: QUEUE, messageFormat: dataFormat } };
			const options = deliveringTo(mq.sandbox);
			const dry = await wire.one(parameters({ ...delivery, options: { ...delivery.options, dryRun: true } }), options);
			expect(textsIn(mq.sandbox, QUEUE)).toEqual([]);
			const row = await wire.one(parameters(delivery), options);
			const [{ descriptor, data }] = mq.sandbox.manager.queue(QUEUE).visible();
			expect(dry).toMatchObject({ dryRun: true, message: { queue: QUEUE, text: data.toString() } });
			expect(row).toMatchObject({ queue: QUEUE, messageId: descriptor.messageId.toString('hex') });
			expect(descriptor).toMatchObject({ format: 'MQSTR', ccsid: 1208, persistence: 1 });
			const { inputRoot } = operation;
			expect(data.toString()).toMatch(
				new RegExp(dataFormat === 'xml' ? `^<\\?xml.*\n<${inputRoot}\\b` : `^{"${inputRoot}":`),
			);
		});
	});
});
