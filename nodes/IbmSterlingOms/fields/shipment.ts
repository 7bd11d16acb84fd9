import { attribute, attributeOf, collection, type Field } from '../../../kit/n8n/fields/field';
import { address } from './address';
import { carrierServiceCode, freightTerms } from './codes';
import { additionalFields } from './document';
import { filters, modified } from './filters';
import { carrier, carrierService, documentType, enterprise, seller, shipmentStatus, shipNode } from './locators';
import { newNumber } from './number';
import { deliveryMethod } from './orderLines';
import { notes } from './orderParts';
import { changedContainers, changedShipmentLines, newContainers } from './shipmentLines';
import { STATUS_CODE } from './statusCode';
import type { Use } from './use';

const date = (displayName: string, name: string, path: string, description: string): Field =>
	attribute(displayName, name, path, { type: 'dateTime', placeholder: 'e.g. 2026-12-24T16:20:00', description });

export const trackingNumber = (): Field =>
	attribute('Tracking Number', 'trackingNo', 'TrackingNo', {
		placeholder: 'e.g. 1Z999',
		description: 'Number by which the carrier tracks the shipment',
	});

export const actualShipmentDate = (): Field =>
	date('Actual Shipment Date', 'actualShipmentDate', 'ActualShipmentDate', 'When the shipment actually left');

/** Where a new shipment belongs. */
const shipmentScope = (): Field[] => [
	attributeOf(seller(), 'SellerOrganizationCode'),
	attributeOf(enterprise(), 'EnterpriseCode'),
	attributeOf(documentType(), 'DocumentType'),
];

/** Everything of a shipment that is rarely filled in, behind one menu. */
const moreOfShipment = (use: Use, more: Field[]): Field[] =>
	additionalFields(
		use,
		[
			actualShipmentDate(),
			attributeOf(carrier(), 'SCAC'),
			attributeOf(carrierService(), 'ScacAndService'),
			carrierServiceCode(),
			deliveryMethod(),
			date(
				'Expected Delivery Date',
				'expectedDeliveryDate',
				'ExpectedDeliveryDate',
				'When the goods are expected to arrive',
			),
			date(
				'Expected Shipment Date',
				'expectedShipmentDate',
				'ExpectedShipmentDate',
				'When the shipment is expected to leave',
			),
			freightTerms(),
			date('Ship Date', 'shipDate', 'ShipDate', 'When the shipment leaves'),
			attribute('Shipment Type', 'shipmentType', 'ShipmentType', {
				placeholder: 'e.g. PARCEL',
				description: 'Shipment type of your Sterling',
			}),
			trackingNumber(),
			...more,
		],
		{
			attributes: '{"BolNo": "B-7", "ProNo": "P-7"}',
			clear: 'TrackingNo, CarrierServiceCode',
			description: 'Carrier, tracking, dates, notes and everything else that a shipment can have',
		},
	);

/** What names a new shipment. */
export const newShipment = (): Field[] => [
	newNumber('Shipment', 'shipmentNo', 'ShipmentNo', 'S-1001'),
	attributeOf(shipNode('Node that the shipment leaves from'), 'ShipNode'),
];

const shipToAddress = (): Field =>
	address('Ship To', 'shipTo', 'ToAddress', 'Address that the shipment goes to. Leave empty to use that of the order.');

/** What a shipment is created with, beside its lines. */
export const shipmentContent = (use: Use): Field[] => [
	newContainers(),
	shipToAddress(),
	...moreOfShipment(use, [...shipmentScope(), notes()]),
];

/** What an update of a shipment can change. */
export const shipmentChanges = (): Field[] => [
	changedShipmentLines(),
	changedContainers(),
	shipToAddress(),
	...moreOfShipment('update', [
		notes(),
		attribute('Override Modification Rules', 'overrideModificationRules', 'OverrideModificationRules', {
			type: 'boolean',
			description: 'Whether to change the shipment even if the modification rules forbid it, if the login may do so',
		}),
	]),
];

export const moreOfConfirmation = (): Field =>
	collection(
		'Additional Fields',
		'additionalFields',
		'Add Field',
		[actualShipmentDate(), attributeOf(carrier(), 'SCAC'), carrierServiceCode(), trackingNumber()],
		'Carrier, tracking number and date',
	);

export const notShipped = (): Field =>
	attribute('Not Shipped', 'notShipped', 'NotShipped', {
		type: 'options',
		default: 'keep',
		options: [
			{ name: 'Backorder It', value: 'backorder', description: 'Sterling finds other stock for it' },
			{ name: 'Cancel It', value: 'cancel', description: 'It is cancelled on the order' },
			{ name: 'Leave It to Sterling', value: 'keep', description: 'The rules of your Sterling decide' },
		],
		description: 'What happens to the quantity of the shipment that was not shipped',
	});

/** When shipments left. */
const shippedBetween = (): Field[] => [
	attribute('Shipped From', 'fromActualShipmentDate', 'FromActualShipmentDate', {
		type: 'dateTime',
		placeholder: 'e.g. 2026-12-01',
		description: 'Only shipments that left at this time or later',
	}),
	attribute('Shipped To', 'toActualShipmentDate', 'ToActualShipmentDate', {
		type: 'dateTime',
		placeholder: 'e.g. 2026-12-31',
		description: 'Only shipments that left at this time or earlier. A day counts as a whole.',
	}),
];

export const shipmentFilters = (): Field =>
	filters('shipments', [
		attributeOf(carrier(), 'SCAC'),
		attribute('Closed', 'shipmentClosedFlag', 'ShipmentClosedFlag', {
			type: 'boolean',
			description: 'Whether to return closed shipments instead of open ones',
		}),
		attributeOf(documentType(), 'DocumentType'),
		attributeOf(enterprise(), 'EnterpriseCode'),
		...modified('shipment'),
		attribute('Order Number', 'orderNo', 'OrderNo', {
			placeholder: 'e.g. WEB-1001',
			description: 'Only shipments of the order with this number',
		}),
		...shippedBetween(),
		attributeOf(shipNode('Only shipments that leave from this node'), 'ShipNode'),
		attribute('Shipment Number', 'shipmentNo', 'ShipmentNo', {
			placeholder: 'e.g. S-1001',
			description: 'Only shipments with this number',
		}),
		attributeOf(shipmentStatus('Status', 'status', 'Only shipments in this status'), 'Status', STATUS_CODE),
		attribute('Tracking Number', 'trackingNo', 'TrackingNo', {
			placeholder: 'e.g. 1Z999',
			description: 'Only shipments with this tracking number',
		}),
	]);
