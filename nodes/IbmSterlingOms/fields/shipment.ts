import { attribute, attributeOf, type Field } from '../../../kit/n8n/fields/field';
import { additionalFields } from './document';
import type { Use } from './use';
import { carrier, carrierService, documentType, enterprise, seller } from './locators';
import { deliveryMethod } from './orderLines';

const date = (displayName: string, name: string, path: string, description: string): Field =>
	attribute(displayName, name, path, { type: 'dateTime', placeholder: 'e.g. 2026-12-24T16:20:00', description });

export const trackingNumber = (): Field =>
	attribute('Tracking Number', 'trackingNo', 'TrackingNo', {
		placeholder: 'e.g. 1Z999',
		description: 'Number by which the carrier tracks the shipment',
	});

export const carrierServiceCode = (): Field =>
	attribute('Carrier Service Code', 'carrierServiceCode', 'CarrierServiceCode', {
		placeholder: 'e.g. GROUND',
		description: 'Service of the carrier that the goods are shipped with',
	});

export const actualShipmentDate = (): Field =>
	date('Actual Shipment Date', 'actualShipmentDate', 'ActualShipmentDate', 'When the shipment actually left');

/** Where a new shipment belongs. */
export const shipmentScope = (): Field[] => [
	attributeOf(seller(), 'SellerOrganizationCode'),
	attributeOf(enterprise(), 'EnterpriseCode'),
	attributeOf(documentType(), 'DocumentType'),
];

/** Everything of a shipment that is rarely filled in, behind one menu. */
export const moreOfShipment = (use: Use, more: Field[]): Field[] =>
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
			attribute('Freight Terms', 'freightTerms', 'FreightTerms', {
				placeholder: 'e.g. PREPAID',
				description: 'Who pays for the freight',
			}),
			date('Ship Date', 'shipDate', 'ShipDate', 'When the shipment leaves'),
			attribute('Shipment Type', 'shipmentType', 'ShipmentType', {
				placeholder: 'e.g. PARCEL',
				description: 'Shipment type of your Sterling',
			}),
			trackingNumber(),
			...more,
		],
		'Carrier, tracking, dates, notes and everything else that a shipment can have',
	);
