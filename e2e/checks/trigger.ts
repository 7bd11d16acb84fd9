import assert from 'node:assert/strict';
import { outputOf } from '../lib/api';
import type { Check } from '../lib/checks';
import { TRIGGER_TYPE } from '../lib/connection';
import { waitFor } from '../lib/process';
import type { Stage } from '../lib/stage';
import { chain, sterlingNode } from '../lib/workflows';

const TRIGGER = 'New order';

const workflowOn = ({ credential }: Stage, name: string) =>
	chain(name, [
		sterlingNode(
			TRIGGER,
			credential,
			{
				events: ['orderCreated'],
				pollTimes: { item: [{ mode: 'everyMinute' }] },
				// Nothing else writes to the sandbox, so no transaction needs to be waited for.
				options: { lag: 0 },
			},
			TRIGGER_TYPE,
		),
		{ name: 'Nothing more', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {} },
	]);

/** Somebody places an order in the sandbox. */
export function placeOrder({ sandbox }: Stage, number: string): void {
	const address = { FirstName: 'Ada', LastName: 'Example', City: 'Exampleton', Country: 'US' };
	sandbox.store.call('createOrder', {
		EnterpriseCode: 'AURORA',
		DocumentType: '0001',
		OrderNo: number,
		PersonInfoBillTo: address,
		PersonInfoShipTo: address,
		OrderLines: { OrderLine: [{ OrderedQty: '1', Item: { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' } }] },
	});
}

/** Items of all executions of a workflow as text, oldest first. */
async function itemsOf({ api }: Stage, workflowId: string): Promise<string[]> {
	const items: string[] = [];
	for (const { id } of (await api.executions(workflowId)).reverse()) {
		const execution = await api.waitForExecution(id);
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		items.push(...outputOf(execution, TRIGGER).map((item) => JSON.stringify(item)));
	}
	return items;
}

/**
 * Orders that come in one poll after another start the workflow, each once. It takes up to two minutes: n8n
 * polls every minute at most, and the second poll shows that the first order is not reported again.
 */
export const firesOnce: Check<Stage> = {
	name: 'the trigger starts an active workflow, once for each new order',
	async run(stage) {
		const workflow = await stage.api.createWorkflow(workflowOn(stage, 'Trigger'));
		const before = stage.sandbox.log.counters.requests;
		await stage.api.activate(workflow);
		// n8n 2.x responds before the first poll, which is what "now" means to a trigger that never ran.
		await waitFor(
			async () => stage.sandbox.log.counters.requests > before,
			30_000,
			() => 'the trigger did not poll when it was activated',
		);
		const numbers = ['TRIGGER-1', 'TRIGGER-2'];
		for (const number of numbers) {
			placeOrder(stage, number);
			await waitFor(
				async () => (await itemsOf(stage, workflow.id)).some((item) => item.includes(`"${number}"`)),
				100_000,
				() => `order ${number} did not start the workflow`,
			);
		}
		await stage.api.deactivate(workflow);
		const items = await itemsOf(stage, workflow.id);
		for (const number of numbers) {
			assert.equal(items.filter((item) => item.includes(`"${number}"`)).length, 1, `${number} came more than once`);
		}
		return `${items.length} items: ${items[0]!.slice(0, 200)}`;
	},
};

const sample: Check<Stage> = {
	name: 'the trigger, run by hand, shows a recent order',
	async run(stage) {
		placeOrder(stage, 'TRIGGER-SAMPLE');
		const workflow = await stage.api.createWorkflow(workflowOn(stage, 'Trigger by hand'));
		const execution = await stage.api.runWorkflow(workflow, TRIGGER);
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		const items = outputOf(execution, TRIGGER);
		assert.ok(items.length > 0, 'no item');
		return `${items.length} items: ${JSON.stringify(items[0]).slice(0, 200)}`;
	},
};

export const trigger = [sample, firesOnce];
