import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import { waitFor } from '../lib/process';
import { queryRows, runSql } from '../standIns/postgres';
import { hoursAgo, placeOrder } from './aurora';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const TEMPLATE = 'orders-to-warehouse';

const named = (OrderNo: string) => ({ OrderNo, EnterpriseCode: 'AURORA', DocumentType: '0001' });

const loads: TemplateCheck = {
	name: `${TEMPLATE}: orders and lines arrive once, changes bring them up to date`,
	async run(scene) {
		const { api, sandbox } = scene;
		const postgres = await scene.postgres();
		const credential = await scene.postgresCredential();
		const minuteAgo = (happen: () => void) => hoursAgo(sandbox, 1 / 60, happen);
		minuteAgo(() =>
			placeOrder(sandbox, 'WAREHOUSE-1', [
				{ item: 'MUG-BLUE', quantity: 2 },
				{ item: 'MUG-RED', quantity: 2 },
			]),
		);
		// The sandbox's clock may be ahead of the database's; what is stamped in its future comes with a later run.
		const youngest = Math.max(...sandbox.store.orders().map(({ Modifyts }) => Date.parse(String(Modifyts))));
		await waitFor(
			async () => Date.now() > youngest + 1000,
			30_000,
			() => 'the sandbox is far ahead of its time',
		);
		const startFrom = new Date(Date.now() - 86_400_000).toISOString();
		const workflow = await importTemplate(scene, TEMPLATE, { settings: { startFrom }, credentials: [credential] });
		const run = async (trigger: string) => {
			const execution = await api.runWorkflow(workflow, trigger);
			assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
			return outputOf(execution, 'Write orders and lines')[0]!;
		};
		const rows = async () => ({
			orders: await queryRows<Row>(
				postgres,
				`SELECT order_header_key AS key, order_no, max_status, ship_to_country, customer_po_no
					FROM sterling_order ORDER BY 1`,
			),
			lines: await queryRows<Row>(
				postgres,
				`SELECT order_line_key AS key, order_header_key, item_id, ordered_qty, status
					FROM sterling_order_line ORDER BY 1`,
			),
		});
		const of = (all: Row[], number: string) => all.find(({ order_no }) => order_no === number)!;

		await run('Every 15 minutes');
		const first = await rows();
		const seeded = sandbox.store.orders().filter((order) => isWanted(order as Row, startFrom));
		assert.deepEqual(
			first.orders.map(({ order_no }) => order_no).sort(),
			seeded.map(({ OrderNo }) => String(OrderNo)).sort(),
		);
		const one = of(first.orders, 'WAREHOUSE-1');
		assert.deepEqual([one.ship_to_country, one.max_status], ['US', '1100']);

		await run('Every 15 minutes');
		assert.deepEqual(await rows(), first, 'a second run changes nothing');

		const line = { PrimeLineNo: '1', SubLineNo: '1', OrderedQty: '5' };
		const change = { ...named('WAREHOUSE-1'), CustomerPONo: 'PO-7', OrderLines: { OrderLine: [line] } };
		minuteAgo(() => sandbox.store.call('changeOrder', change));
		await run('Every 15 minutes');
		const changed = await rows();
		assert.equal(changed.orders.length, first.orders.length);
		assert.equal(of(changed.orders, 'WAREHOUSE-1').customer_po_no, 'PO-7');
		const quantities = changed.lines
			.filter((line) => line.order_header_key === one.key)
			.map((line) => line.ordered_qty);
		assert.deepEqual(quantities.map(Number).sort(), [2, 5]);

		await runSql(
			postgres,
			`INSERT INTO sterling_order_line (order_line_key, order_header_key) VALUES ('gone', '${String(one.key)}')`,
		);
		const [before] = await queryRows<Row>(postgres, "SELECT read_until FROM sterling_sync WHERE name = 'AURORA/0001'");
		const night = await run('Every night');
		assert.deepEqual([night.orders, night.linesGone], [first.orders.length, 1]);
		assert.deepEqual(await rows(), changed);
		const [after] = await queryRows<Row>(postgres, "SELECT read_until FROM sterling_sync WHERE name = 'AURORA/0001'");
		assert.deepEqual(after, before, 'the nightly run does not move the mark');
		return `${first.orders.length} orders, ${first.lines.length} lines, read until ${String(after!.read_until)}`;
	},
};

const catchesUp: TemplateCheck = {
	name: `${TEMPLATE}: a long past is made up for piece by piece`,
	async run(scene) {
		const credential = await scene.postgresCredential();
		const startFrom = new Date(Date.now() - 3 * 86_400_000).toISOString();
		const settings = { startFrom, enterpriseCode: 'BOREALIS', hoursPerRun: 30 };
		const workflow = await importTemplate(scene, TEMPLATE, { settings, credentials: [credential] });
		const counts: unknown[] = [];
		for (let i = 0; i < 3; i++) {
			const execution = await scene.api.runWorkflow(workflow, 'Every 15 minutes');
			assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
			counts.push(outputOf(execution, 'Write orders and lines')[0]!.orders);
		}
		const orders = scene.sandbox.store.orders().filter(({ EnterpriseCode }) => EnterpriseCode === 'BOREALIS');
		assert.deepEqual(counts, [0, 0, orders.length]);
		return `orders by run: ${counts.join(', ')}`;
	},
};

type Row = Record<string, unknown>;

/** Sales orders of the enterprise changed since then, without drafts and without the one that is in history. */
const isWanted = (order: Row, since: string) =>
	order.EnterpriseCode === 'AURORA' &&
	order.DocumentType === '0001' &&
	order.DraftOrderFlag !== 'Y' &&
	order.OrderNo !== 'AUR-0901' &&
	Date.parse(String(order.Modifyts)) >= Date.parse(since);

export const warehouse = [loads, catchesUp];
