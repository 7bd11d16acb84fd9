import { attribute, attributeOf, collection, steering, type Field } from '../../../kit/n8n/fields/field';
import { repeat, type Repeat } from '../../../kit/n8n/fields/repeat';
import { carrierServiceCode } from './codes';
import { carrier, item, shipNode } from './locators';
import { lineIdentity, tidied } from './orderLines';
import { actualShipmentDate, trackingNumber } from './shipment';

/** Lines of an order that leave; without any, everything that is released does. */
export const shippedOrderLines = (): Repeat =>
	repeat(
		'Order Lines',
		'lines',
		'OrderLines.OrderLine',
		{
			entry: 'Line',
			key: 'line',
			tidy: tidied,
			description: 'Lines that leave, with their quantities. Without any line, everything that is released leaves.',
		},
		[
			...lineIdentity(),
			attributeOf(
				item('Item of the line, when the order has only one line of it', { displayName: 'Item ID' }),
				'Item.ItemID',
			),
			attribute('Quantity', 'quantity', 'Quantity', {
				placeholder: 'e.g. 2',
				description: 'Quantity that leaves. Leave empty for everything of the line that is released.',
			}),
			attribute('Sub Line Number', 'subLineNo', 'SubLineNo', {
				placeholder: 'e.g. 1',
				description: 'Second part of the line number. It is 1 unless a line was split.',
			}),
		],
	);

/** How the goods leave. */
export const shippingDetails = (): Field[] => [
	attribute('Shipment Number', 'shipmentNo', 'ShipmentNo', {
		placeholder: 'e.g. S-1001',
		description:
			'Number of the new shipment. Give one where you can: if the response gets lost, the node finds the shipment by it. Leave empty to let Sterling number it.',
	}),
	trackingNumber(),
	steering({
		displayName: 'Release First',
		name: 'releaseFirst',
		type: 'boolean',
		default: false,
		description: 'Whether to schedule and release the order first, if nothing of it is released',
	}),
	collection(
		'Additional Fields',
		'additionalFields',
		'Add Field',
		[
			actualShipmentDate(),
			attributeOf(carrier(), 'SCAC'),
			carrierServiceCode(),
			attributeOf(shipNode('Only what is released to this node leaves. Leave empty for all nodes.'), 'ShipNode'),
		],
		'Carrier, date and node of the shipment',
	),
];
