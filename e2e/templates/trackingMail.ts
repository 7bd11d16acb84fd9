import assert from 'node:assert/strict';
import { waitFor } from '../lib/process';
import type { Sandbox } from '../../sandbox';
import { placeOrder, scheduleAndRelease } from './aurora';
import { createDataTable } from './dataTable';
import { openMailBox } from './mail';
import { runByHand } from './runByHand';
import type { TemplateCheck } from './scene';
import { importTemplate } from './template';

const TRIGGER = 'Shipment has left';
const CUSTOMER = 'grace@example.com';
const TEAM = 'service@example.com';

const shipmentOf = (orderNo: string) => ({
	ShipmentNo: `S-${orderNo}`,
	SellerOrganizationCode: 'AURORA',
	ShipNode: 'AUR_DC1',
});

/** Packs all of an order into a shipment with one container for each tracking number. */
function ship({ store }: Sandbox, orderNo: string, numbers: string[], confirm: boolean): void {
	const orderHeaderKey = store.order(orderNo)!.OrderHeaderKey;
	const [release] = store.rows('OrderRelease').filter((row) => row.OrderHeaderKey === orderHeaderKey);
	store.call('createShipment', {
		...shipmentOf(orderNo),
		ShipNode: release!.ShipNode!,
		SCAC: 'UPSN',
		ConfirmShip: confirm ? 'Y' : 'N',
		OrderReleases: { OrderRelease: [{ OrderReleaseKey: release!.OrderReleaseKey!, AssociationAction: 'Add' }] },
		Containers: { Container: numbers.map((TrackingNo, i) => ({ ContainerNo: `${orderNo}-${i}`, TrackingNo })) },
	});
}

/** A confirmed shipment becomes one mail with its tracking links; each number is reported once. */
const toldOnce: TemplateCheck = {
	name: 'shipment-tracking-mail: a mail for a shipment that left, each number once',
	async begin(scene) {
		const { api, sandbox } = scene;
		const box = await openMailBox(scene);
		const noticesTable = await createDataTable(api, 'Tracking notices', ['key']);
		const workflow = await importTemplate(scene, 'shipment-tracking-mail', {
			settings: { sendAllMailTo: '', reportTo: TEAM, noticesTable, retryMinutes: 0.01 },
			credentials: [box.login],
			parameters: {
				[TRIGGER]: {
					conditions: { condition: [{ attribute: 'ShipmentNo', operator: 'FLIKE', value: 'S-TRACK-' }] },
					// n8n 2.x responds before the first poll, which is what "now" means to a trigger that never ran.
					options: { lag: 0, startFrom: new Date(sandbox.clock.now()).toISOString() },
				},
			},
		});
		await api.activate(workflow);
		box.busy.add(CUSTOMER);
		const line = { item: 'MUG-BLUE', quantity: 2 };
		for (const number of ['TRACK-TWO', 'TRACK-OPEN'])
			placeOrder(sandbox, number, [line], { CustomerEMailID: CUSTOMER });
		placeOrder(sandbox, 'TRACK-NOBODY', [line]);
		for (const number of ['TRACK-TWO', 'TRACK-OPEN', 'TRACK-NOBODY']) scheduleAndRelease(sandbox, number);
		ship(sandbox, 'TRACK-TWO', ['1Z001', '1Z002'], true);
		ship(sandbox, 'TRACK-OPEN', ['1Z003'], false);
		ship(sandbox, 'TRACK-NOBODY', ['1Z004'], true);
		// A shipment of an order that is kept elsewhere.
		sandbox.store.call('createShipment', {
			...shipmentOf('TRACK-ALONE'),
			EnterpriseCode: 'AURORA',
			ConfirmShip: 'Y',
			TrackingNo: '1Z006',
		});

		return async () => {
			const isTold = async () => box.to(CUSTOMER).length > 0 && box.to(TEAM).length > 0;
			await waitFor(isTold, 120_000, () => `only these mails came: ${JSON.stringify(box.mails)}`);
			await api.deactivate(workflow);
			const [first, ...others] = box.to(CUSTOMER);
			assert.deepEqual(others, [], 'more than one mail for one shipment');
			assert.match(first!.text, /- 2 x MUG-BLUE/);
			assert.match(first!.text, /tracknum=1Z001\n- https:\/\/www\.ups\.com\/track\?tracknum=1Z002/);
			const report = box.to(TEAM)[0]!.text;
			assert.match(report, /Shipment S-TRACK-NOBODY, order TRACK-NOBODY: no email address/);
			assert.match(report, /Shipment S-TRACK-ALONE, order : no email address/);

			await runByHand(scene, workflow, TRIGGER);
			assert.equal(box.to(CUSTOMER).length, 1, 'the same numbers went out twice');
			sandbox.store.call('changeShipment', {
				...shipmentOf('TRACK-TWO'),
				OverrideModificationRules: 'Y',
				Containers: { Container: [{ ContainerNo: 'TRACK-TWO-2', TrackingNo: '1Z005' }] },
			});
			await runByHand(scene, workflow, TRIGGER);
			const second = box.to(CUSTOMER)[1];
			assert.match(second!.text, /tracknum=1Z005/);
			assert.doesNotMatch(second!.text, /1Z001/, 'a number was sent again beside a new one');
			return `${first!.subject}: ${first!.text
				.split('\n')
				.filter((text) => text.includes('https'))
				.join(' ')}\n${report}`;
		};
	},
};

export const trackingMail = [toldOnce];
