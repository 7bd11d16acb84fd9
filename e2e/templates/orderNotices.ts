import assert from 'node:assert/strict';
import { waitFor } from '../lib/process';
import { placeOrder } from './aurora';
import { createDataTable } from './dataTable';
import { openMailBox } from './mail';
import { runByHand } from './runByHand';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const TRIGGER = 'New order';
const CUSTOMER = 'ada@example.com';
const GONE = 'gone@example.com';
const BUSY = 'busy@example.com';
const TESTER = 'tester@example.com';
const TEAM = 'service@example.com';

/** A new order becomes a pickup and a shipping notice, each once; what cannot be told comes to the team. */
const toldOnce: TemplateCheck = {
	name: 'new-order-notices: pickup and shipping notices, each once',
	async begin(scene) {
		const { api, sandbox } = scene;
		const box = await openMailBox(scene);
		const noticesTable = await createDataTable(api, 'Order notices', ['key']);
		const importFor = async (sendAllMailTo: string) =>
			await importTemplate(scene, 'new-order-notices', {
				settings: { sendAllMailTo, reportTo: TEAM, noticesTable, retryMinutes: 0.01 },
				credentials: [box.login],
				parameters: {
					[TRIGGER]: {
						conditions: {
							condition: [
								{ attribute: 'DraftOrderFlag', operator: 'EQ', value: 'N' },
								{ attribute: 'OrderNo', operator: 'FLIKE', value: 'NOTICE-' },
							],
						},
						// n8n 2.x responds before the first poll, which is what "now" means to a trigger that never ran.
						options: { lag: 0, startFrom: new Date(sandbox.clock.now()).toISOString() },
					},
				},
			});
		const workflow = await importFor('');
		await api.activate(workflow);
		box.refused.add(GONE);
		box.busy.add(BUSY);
		const pickUp = { item: 'MUG-BLUE', quantity: 2, more: { DeliveryMethod: 'PICK', ShipNode: 'AUR_STORE1' } };
		const pickUpAnywhere = { item: 'MUG-RED', quantity: 1, more: { DeliveryMethod: 'PICK' } };
		const ship = { item: 'LAMP-DESK', quantity: 1, more: { DeliveryMethod: 'SHP' } };
		placeOrder(sandbox, 'NOTICE-BUSY', [ship], { CustomerEMailID: BUSY });
		placeOrder(sandbox, 'NOTICE-BOTH', [pickUp, pickUpAnywhere, ship], { CustomerEMailID: CUSTOMER });
		placeOrder(sandbox, 'NOTICE-REFUSED', [ship], { CustomerEMailID: GONE });
		placeOrder(sandbox, 'NOTICE-NOBODY', [ship]);

		return async () => {
			const isTold = async () => box.to(CUSTOMER).length >= 3 && box.to(TEAM).length >= 2 && box.to(BUSY).length > 0;
			await waitFor(isTold, 120_000, () => `only these mails came: ${JSON.stringify(box.mails)}`);
			await api.deactivate(workflow);
			const [pickup, pickupAnywhere, shipping] = box.to(CUSTOMER);
			assert.match(pickup!.text, /order NOTICE-BOTH\. You pick this up at Aurora store/);
			assert.match(pickup!.text, /- 2 x Blue mug/);
			assert.doesNotMatch(pickup!.text, /lamp|red mug/i);
			assert.match(pickupAnywhere!.text, /pick this up at our store:\s+- 1 x Red mug/);
			assert.match(shipping!.text, /We ship this to 1 Sample Street, Exampleton:\s+- 1 x Desk lamp/);
			assert.equal(box.to(BUSY).length, 1, 'a mail that was put off');
			const report = box
				.to(TEAM)
				.map(({ text }) => text)
				.join('\n');
			assert.match(report, /NOTICE-NOBODY: no email address/);
			assert.match(report, /NOTICE-REFUSED, mail to gone@example\.com: .*no such mailbox/);

			await runByHand(scene, await importFor(TESTER), TRIGGER);
			assert.equal(box.to(CUSTOMER).length, 3, 'a trial wrote to a customer');
			assert.equal(box.to(TESTER).filter(({ subject }) => subject.startsWith(`[for ${CUSTOMER}] `)).length, 3);

			box.refused.clear();
			await runByHand(scene, workflow, TRIGGER);
			assert.equal(box.to(CUSTOMER).length, 3, 'a notice went out twice');
			assert.equal(box.to(GONE).length, 1, 'a notice that was refused was taken for sent');
			return `${pickup!.subject} | ${shipping!.subject} | ${report.trim()}`;
		};
	},
};

export const orderNotices = [toldOnce];
