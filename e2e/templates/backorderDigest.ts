import assert from 'node:assert/strict';
import { waitFor } from '../lib/process';
import { nextSecond, placeOrder, scheduleAndRelease } from './aurora';
import { openMailBox } from './mail';
import { runByHand } from './runByHand';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const TRIGGER = 'Every hour';
const TEAM = 'planning@example.com';

/** Backordered and cancelled lines come in one mail, each once; no news is no mail; a mail that failed can be had. */
const toldOnce: TemplateCheck = {
	name: 'backorder-digest: one mail for what is new, none for nothing',
	async run(scene) {
		const { sandbox } = scene;
		const box = await openMailBox(scene);
		const workflow = await importTemplate(scene, 'backorder-digest', {
			// Nothing else writes these lines, so none needs to be waited for.
			settings: { mailTo: TEAM, lagMinutes: -1 },
			credentials: [box.login],
		});
		placeOrder(sandbox, 'DIGEST-1', [
			{ item: 'TENT-2P', quantity: 3 },
			{ item: 'MUG-RED', quantity: 5 },
		]);
		placeOrder(sandbox, 'DIGEST-2', [{ item: 'TENT-2P', quantity: 4 }]);
		for (const number of ['DIGEST-1', 'DIGEST-2']) scheduleAndRelease(sandbox, number);
		sandbox.store.call('changeOrder', {
			OrderNo: 'DIGEST-1',
			EnterpriseCode: 'AURORA',
			DocumentType: '0001',
			OrderLines: { OrderLine: [{ PrimeLineNo: '2', SubLineNo: '1', OrderedQty: '3' }] },
		});
		await runByHand(scene, workflow, TRIGGER);
		const [first] = box.to(TEAM);
		assert.match(first!.text, /Backordered: TENT-2P, \d+ EACH \(orders: \d+\)/);
		for (const line of ['order DIGEST-1, line 1: 3', 'order DIGEST-2, line 1: 4'])
			assert.ok(first!.text.includes(line));
		assert.match(first!.text, /Cancelled: MUG-RED, \d+ EACH \(orders: \d+\)\n(- .*\n)*- order DIGEST-1, line 2: 2/);

		await runByHand(scene, workflow, TRIGGER);
		assert.equal(box.mails.length, 1, 'a mail without news');

		await nextSecond(sandbox);
		placeOrder(sandbox, 'DIGEST-3', [{ item: 'TENT-2P', quantity: 1 }]);
		scheduleAndRelease(sandbox, 'DIGEST-3');
		await runByHand(scene, workflow, TRIGGER);
		assert.equal(box.mails.length, 2);
		assert.equal(box.mails[1]!.text.trim(), 'Backordered: TENT-2P, 1 EACH (orders: 1)\n- order DIGEST-3, line 1: 1');

		box.refused.add(TEAM);
		await nextSecond(sandbox);
		placeOrder(sandbox, 'DIGEST-4', [{ item: 'TENT-2P', quantity: 2 }]);
		scheduleAndRelease(sandbox, 'DIGEST-4');
		const failed = await scene.api.runWorkflow(workflow, TRIGGER);
		assert.equal(failed.status, 'error');
		box.refused.clear();
		await scene.api.retry(failed.id);
		await waitFor(
			async () => box.mails.length > 2,
			30_000,
			() => 'the retry did not send the digest',
		);
		assert.match(box.mails[2]!.text, /DIGEST-4, line 1: 2/);

		await runByHand(scene, workflow, 'Start over');
		await runByHand(scene, workflow, TRIGGER);
		assert.match(box.mails[3]!.text, /DIGEST-1, line 1: 3[^]*DIGEST-4, line 1: 2/);
		return `${first!.subject}\n${first!.text}`;
	},
};

export const backorderDigest = [toldOnce];
