import { attribute, attributeOf, collection, meaning, steering, type Field } from '../../../kit/n8n/fields/field';
import { repeat, type Repeat } from '../../../kit/n8n/fields/repeat';
import { carrierServiceCode } from './codes';
import { carrier, item, shipNode } from './locators';
import { lineIdentity, tidied } from './orderLines';
import { quantity } from './quantity';
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
			emptyMeans: 'everything that is released would be shipped',
			description: 'Lines to ship, with their quantities. Without lines, everything that is released is shipped.',
		},
		[
			...lineIdentity(),
			attributeOf(
				item('Item of the line, if the order has only one line with it', { displayName: 'Item ID' }),
				'Item.ItemID',
			),
			meaning(
				'the whole released quantity of the line would be shipped',
				quantity('Quantity', 'quantity', 'Quantity', {
					placeholder: 'e.g. 2',
					description: 'Quantity to ship. Leave empty to ship the whole released quantity of the line.',
				}),
			),
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
			'Number of the new shipment. Recommended: if the response is lost, the node finds the shipment by its number. Leave empty to let Sterling assign one.',
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
			meaning(
				'the order would be shipped from all nodes',
				attributeOf(shipNode('Ship only what is released to this node. Leave empty for all nodes.'), 'ShipNode'),
			),
		],
		'Carrier, date and node of the shipment',
	),
];
