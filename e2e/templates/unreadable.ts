import assert from 'node:assert/strict';
import { withCommerce } from './commerce';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

/** Templates that read the shop page by page, with the trigger that does it. */
const READERS = {
	'commerce-orders-to-sterling': 'Every 5 minutes',
	'commerce-returns': 'Every 10 minutes',
	'inventory-to-commerce': 'Every night: everything',
};

/** With pagination, n8n's HTTP node may put out a refusal as an item: it must not look like an empty shop. */
const unreadable: TemplateCheck = {
	name: 'templates that read a shop: a wrong token, and a wrong address, fail the run',
	run: async (scene) =>
		await withCommerce(scene, async ({ shop, token, inventory }) => {
			const { api } = scene;
			const wrong = await api.createCredential('Wrong token of the shop', 'httpHeaderAuth', {
				name: 'Authorization',
				value: 'Bearer wrong',
			});
			const messages: string[] = [];
			for (const [template, trigger] of Object.entries(READERS)) {
				for (const [commerceUrl, credential] of [
					[shop.rest, wrong],
					[`${shop.rest}/V1`, token],
				] as const) {
					const workflow = await importTemplate(scene, template, {
						settings: { commerceUrl },
						credentials: [credential, inventory],
					});
					const { status, data } = await api.runWorkflow(workflow, trigger);
					const { message = '' } = data.resultData.error ?? {};
					assert.deepEqual([template, commerceUrl, status], [template, commerceUrl, 'error']);
					assert.notEqual(message, '');
					messages.push(message);
				}
			}
			return [...new Set(messages)].join(' / ');
		}),
};

export const unreadableShop = [unreadable];
