import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { Execution } from '../lib/apiTypes';
import { queryRows, runSql } from '../standIns/postgres';
import { scheduleAndRelease } from './aurora';
import { LoyaltyStore } from './loyaltyStore';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const OFTEN = 'Every 15 minutes';
const NIGHTLY = 'Every night';
const PREVIEW = 'Preview: would be booked';
const NO_MEMBER = 'No member';
const NO_RULE = 'Orders set aside';

/** As a user may set it: points from the creation on; 3200 has no rule. */
const STATUS_COUNTS = {
	'0001': { '1100': 'yes', '1500': 'yes', '3700.*': 'yes', '9000': 'no' },
	'0003': { '1100.*': 'no', '3900': 'yes', '3950.*': 'yes', '9000': 'no' },
};

/** Order numbers of this check on an output, in order. */
const ownOrders = (execution: Execution, node: string) =>
	outputOf(execution, node)
		.map(({ orderNo }) => String(orderNo))
		.filter((no) => no.startsWith('LOYAL'))
		.sort();

const points: TemplateCheck = {
	name: 'loyalty-points: earned, taken back in proportion, counted once, previewed first',
	async run(scene) {
		const { api, sandbox } = scene;
		const postgres = await scene.postgres();
		const fill = { credentials: [await scene.postgresCredential()] };
		const settings = { statusCounts: STATUS_COUNTS };
		const run = async (trigger: string, more: Record<string, unknown>) => {
			const workflow = await importTemplate(scene, 'loyalty-points', { ...fill, settings: { ...settings, ...more } });
			const execution = await api.runWorkflow(workflow, trigger);
			assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
			return execution;
		};
		const live = async (trigger = OFTEN) => await run(trigger, { preview: false });
		const ledger = async () => {
			const sql = 'SELECT order_no, member_id, earned, taken_back FROM loyalty_ledger ORDER BY order_no';
			const rows = await queryRows<Record<string, string | number>>(postgres, sql);
			return rows.map((row) => Object.values(row).join(' '));
		};
		const shop = new LoyaltyStore(sandbox);
		shop.sell('LOYAL-A', 'Lia@aurora-retail.example');
		shop.sell('LOYAL-B', 'other@aurora-retail.example', { BillToID: 'M-2' });
		shop.sell('LOYAL-C', 'stranger@aurora-retail.example');
		shop.sell('LOYAL-D', 'shared@aurora-retail.example');
		shop.sell('LOYAL-E', 'lia@aurora-retail.example');
		scheduleAndRelease(sandbox, 'LOYAL-E');

		const empty = await run(OFTEN, {});
		assert.deepEqual(ownOrders(empty, NO_MEMBER), ['LOYAL-A', 'LOYAL-B', 'LOYAL-C', 'LOYAL-D']);
		await runSql(
			postgres,
			`INSERT INTO loyalty_member VALUES ('M-1', 'lia@aurora-retail.example'), ('M-2', NULL),
			('M-3', 'shared@aurora-retail.example'), ('M-4', 'shared@aurora-retail.example')`,
		);
		const preview = await run(OFTEN, {});
		assert.deepEqual(ownOrders(preview, PREVIEW), ['LOYAL-A', 'LOYAL-B']);
		assert.deepEqual(ownOrders(preview, NO_MEMBER), ['LOYAL-C', 'LOYAL-D']);
		assert.deepEqual(ownOrders(preview, NO_RULE), ['LOYAL-E']);
		assert.deepEqual(await ledger(), [], 'a preview has booked');

		await live();
		assert.deepEqual(await ledger(), ['LOYAL-A M-1 100 0', 'LOYAL-B M-2 100 0']);
		const again = await live();
		assert.deepEqual(outputOf(again, 'Book the points'), [], 'it is booked a second time');

		shop.ship('LOYAL-A');
		shop.cancel('LOYAL-B');
		shop.takeBack('LOYAL-A', 'LOYAL-R1', [3]);
		await live();
		assert.deepEqual(await ledger(), ['LOYAL-A M-1 100 0', 'LOYAL-B M-2 0 0'], 'a return counts when it has arrived');
		shop.receive('LOYAL-R1');
		await live();
		await live(NIGHTLY);
		assert.deepEqual(await ledger(), ['LOYAL-A M-1 100 27', 'LOYAL-B M-2 0 0']);

		shop.ship('LOYAL-E');
		shop.takeBack('LOYAL-E', 'LOYAL-R2', [10, 1]);
		shop.receive('LOYAL-R2');
		const old = shop.leaveAlone('LOYAL-E');
		shop.takeBack('LOYAL-A', 'LOYAL-R3', [1]);
		const returnFirst = await live();
		const changed = outputOf(returnFirst, 'Get changed orders').map(({ OrderHeaderKey }) => OrderHeaderKey);
		assert.ok(!changed.includes(old), 'the order comes by itself, not through its return');
		shop.cancel('LOYAL-R3', '0003');
		shop.takeBlindly('LOYAL-R4');
		const blind = await live();
		assert.equal(outputOf(blind, 'Orders that could not be read').length, 1);
		assert.deepEqual(await ledger(), ['LOYAL-A M-1 100 27', 'LOYAL-B M-2 0 0', 'LOYAL-E M-1 100 100']);
		const balance = await queryRows<object>(postgres, 'SELECT member_id, points FROM loyalty_balance ORDER BY 1');
		assert.deepEqual(balance, [
			{ member_id: 'M-1', points: 73 },
			{ member_id: 'M-2', points: 0 },
		]);
		return JSON.stringify(balance);
	},
};

export const loyaltyPoints = [points];
