import assert from 'node:assert/strict';
import type { Sandbox } from '../../sandbox';
import { waitFor } from '../lib/process';
import { hoursAgo, placeOrder, scheduleAndRelease } from './aurora';
import { withCommerce } from './commerce';
import type { TemplateCheck } from './scene';
import { stock } from './stock';
import { importTemplate } from './template';

const TEMPLATE = 'sterling-status-to-commerce';
const TRIGGER = 'When an order changes';
const ITEM = 'SHOP-MUG';

/** Ships all that is released of an order, with one container for each tracking number. */
export function ship({ store }: Sandbox, orderNo: string, numbers: string[] = [], more: object = {}): void {
	const { OrderHeaderKey } = store.order(orderNo)!;
	for (const { OrderReleaseKey } of store.rows('OrderRelease').filter((row) => row.OrderHeaderKey === OrderHeaderKey)) {
		store.call('createShipment', {
			ShipmentNo: `S-${orderNo}`,
			SCAC: 'UPSN',
			ConfirmShip: 'Y',
			OrderReleases: { OrderRelease: [{ OrderReleaseKey: OrderReleaseKey!, AssociationAction: 'Add' }] },
			Containers: { Container: numbers.map((TrackingNo, i) => ({ ContainerNo: `${orderNo}-${i}`, TrackingNo })) },
			...more,
		});
	}
}

/** Sterling moves orders on, and the shop follows; reported twice, it changes nothing more. */
const follows: TemplateCheck = {
	name: `${TEMPLATE}: comment, ship, ready for pickup, unhold, cancel, each once; what fails is reported`,
	run: async (scene) =>
		await withCommerce(scene, async ({ shop, token }) => {
			const { api, sandbox } = scene;
			stock(sandbox, ITEM, 'AUR_DC1', 100);
			const began = new Date(sandbox.clock.now() - 1000).toISOString();
			const lines = [{ sku: ITEM, qty: 2 }];
			const more = [{ item: ITEM, quantity: 2 }];
			const make = (number: string, changes: object = {}) => {
				hoursAgo(sandbox, 1, () => placeOrder(sandbox, number, more));
				return shop.store.addOrder(number, lines, changes);
			};
			const packed = make('M-2001');
			const shipped = make('M-2002');
			const picked = make('M-2003', { shipping_method: 'instore_pickup' });
			const cancelled = make('M-2004');
			const held = make('M-2005', { state: 'holded', status: 'holded' });
			const other = shop.store.addOrder('M-2006', [{ sku: 'OTHER', qty: 2 }]);
			for (const number of ['M-2006', 'M-2007']) hoursAgo(sandbox, 1, () => placeOrder(sandbox, number, more));
			for (const number of ['M-2001', 'M-2002', 'M-2003', 'M-2005', 'M-2006', 'M-2007'])
				scheduleAndRelease(sandbox, number);
			ship(sandbox, 'M-2002', ['1Z01', '1Z02']);
			ship(sandbox, 'M-2003', [], { DeliveryMethod: 'PICK' });
			ship(sandbox, 'M-2006');
			ship(sandbox, 'M-2007');
			sandbox.store.call('cancelOrder', { OrderNo: 'M-2004', EnterpriseCode: 'AURORA', DocumentType: '0001' });

			const workflow = await importTemplate(scene, TEMPLATE, {
				settings: { commerceUrl: shop.rest },
				credentials: [token],
				parameters: { [TRIGGER]: { options: { lag: 0, startFrom: began } } },
			});
			await api.activate(workflow);
			await waitFor(
				async () => (await api.executions(workflow.id)).some(({ status }) => status === 'error'),
				120_000,
				() => 'no execution ended with the failure of M-2006',
			);
			await api.deactivate(workflow);

			const comment = 'We are packing your order.';
			const check = (when: string) => {
				const { shipments, mails } = shop.store;
				assert.deepEqual(
					packed.status_histories.map((entry) => entry.comment),
					[comment],
					when,
				);
				const [one, ...rest] = shipments.filter(({ order_id }) => order_id === shipped.entity_id);
				assert.deepEqual(rest, [], when);
				assert.deepEqual(one!.items, [{ order_item_id: shipped.items[0]!.item_id, qty: 2 }], when);
				assert.deepEqual(
					(one!.tracks as Array<Record<string, string>>).map(({ track_number, carrier_code }) => [
						track_number,
						carrier_code,
					]),
					[
						['1Z01', 'ups'],
						['1Z02', 'ups'],
					],
				);
				assert.equal(one!.source_code, 'AUR_DC1');
				assert.equal(shipments.filter(({ order_id }) => order_id === picked.entity_id).length, 1, when);
				assert.equal(mails.filter(({ what }) => what === 'ready for pickup').length, 1, when);
				assert.deepEqual([cancelled.state, held.state], ['canceled', 'processing'], when);
				assert.equal(shipments.filter(({ order_id }) => order_id === other.entity_id).length, 0, when);
			};
			check('the first time');
			const [first] = (await api.executions(workflow.id)).filter(({ status }) => status === 'error');
			const message = (await api.execution(first!.id)).data.resultData.error?.message ?? '';
			assert.match(message, /1 changes did not reach the shop:\nM-2006: the order in the shop has no SHOP-MUG/);
			await api.runWorkflow(workflow, TRIGGER);
			check('reported twice');
			return message.replaceAll('\n', ' / ');
		}),
};

export const commerceStatus = [follows];
