import assert from 'node:assert/strict';
import { startHttp } from '../standIns/http';
import { hoursAgo, placeOrder, scheduleAndRelease } from './aurora';
import { openMailBox } from './mail';
import { runByHand } from './runByHand';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const TRIGGER = 'Every hour';
const TEAM = 'fulfilment@example.com';

/** Releases that wait for more than 48 hours are told by node, by mail and in the chat, once a day. */
const toldOnce: TemplateCheck = {
	name: 'stuck-releases: reported by mail and chat, once a day',
	async run(scene) {
		const { sandbox } = scene;
		const box = await openMailBox(scene);
		const chat = await startHttp(() => ({ body: 'ok' }));
		const workflow = await importTemplate(scene, 'stuck-releases', {
			settings: { mailTo: TEAM, chatWebhook: `${chat.url}/hook` },
			credentials: [box.login],
		});
		const release = (number: string) => {
			placeOrder(sandbox, number, [{ item: 'MUG-RED', quantity: 1 }]);
			scheduleAndRelease(sandbox, number);
		};
		hoursAgo(sandbox, 72, () => release('STUCK-OLD'));
		hoursAgo(sandbox, 47, () => release('STUCK-YOUNG'));
		await runByHand(scene, workflow, TRIGGER);
		const [mail] = box.to(TEAM);
		assert.match(mail!.text, /AUR_DC1: \d+\n(- .*\n)*- order STUCK-OLD, release 1: 7\d hours/);
		assert.doesNotMatch(mail!.text, /STUCK-YOUNG/);
		const [post] = chat.received;
		assert.match(post!.json<{ text: string }>().text, /waiting for more than 48 hours: \d+\n\n[^]*STUCK-OLD/);

		await runByHand(scene, workflow, TRIGGER);
		assert.equal(box.mails.length + chat.received.length, 2, 'reported twice on one day');

		await runByHand(scene, workflow, 'Every night');
		await runByHand(scene, workflow, TRIGGER);
		assert.equal(box.mails.length, 2, 'not reported again after the night');
		await chat.close();
		return `${mail!.subject}\n${mail!.text}`;
	},
};

export const stuckReleases = [toldOnce];
