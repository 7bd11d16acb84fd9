import type { Document } from '../../../kit/xml/document';
import { attribute, attributeOf, collection, repeat, type Field } from '../../../kit/n8n/fields/field';
import { carrier, carrierService } from './locators';
import { getPath } from '../../../kit/n8n/path';

/** What a new shipment line ships: by keys (preferred) or by order, release and line numbers. */
const shippedLine = (): Field[] => [
	attribute('Order Release Key', 'orderReleaseKey', 'OrderReleaseKey', {
		description: 'Key of the release. Not needed when order number and release number are given.',
	}),
	attribute('Order Line Key', 'orderLineKey', 'OrderLineKey', {
		description: 'Key of the line. Not needed when its numbers are given.',
	}),
	attribute('Quantity', 'quantity', 'Quantity', { placeholder: 'e.g. 2' }),
	collection('By Numbers', 'numbers', 'Add Number', [
		attribute('Item ID', 'itemId', 'ItemID'),
		attribute('Line Number', 'primeLineNo', 'PrimeLineNo'),
		attribute('Order Number', 'orderNo', 'OrderNo'),
		attribute('Product Class', 'productClass', 'ProductClass'),
		attribute('Release Number', 'releaseNo', 'ReleaseNo'),
		attribute('Shipment Line Number', 'shipmentLineNo', 'ShipmentLineNo'),
		attribute('Shipment Sub Line Number', 'shipmentSubLineNo', 'ShipmentSubLineNo'),
		attribute('Sub Line Number', 'subLineNo', 'SubLineNo'),
		attribute('Unit of Measure', 'unitOfMeasure', 'UnitOfMeasure'),
	]),
];

const LINES = { entry: 'Line', key: 'line' };
const CONTAINERS = { entry: 'Container', key: 'container' };

const CONTENTS = {
	entry: 'Content',
	key: 'content',
	/** The preset sub line number alone names no line. */
	tidy: ({ ShipmentLine, ...content }: Document): Document =>
		getPath({ ShipmentLine }, 'ShipmentLine.ShipmentLineNo') ? { ...content, ShipmentLine } : content,
};

/** How a shipment line that exists is named. */
const lineIdentity = (): Field[] => [
	attribute('Shipment Line Key', 'shipmentLineKey', 'ShipmentLineKey', {
		description: 'Key of the line. Not needed when its numbers are given.',
	}),
	attribute('Shipment Line Number', 'shipmentLineNo', 'ShipmentLineNo', { placeholder: 'e.g. 1' }),
	attribute('Shipment Sub Line Number', 'shipmentSubLineNo', 'ShipmentSubLineNo', { placeholder: 'e.g. 0' }),
];

export const newShipmentLines = (): Field =>
	repeat('Lines', 'lines', 'ShipmentLines.ShipmentLine', LINES, shippedLine());

export const changedShipmentLines = (): Field =>
	repeat(
		'Lines',
		'lines',
		'ShipmentLines.ShipmentLine',
		{ ...LINES, description: 'Lines to add, change or remove; lines that are not named stay as they are' },
		[
			attribute('Action', 'lineAction', 'Action', {
				type: 'options',
				default: 'Modify',
				options: [
					{ name: 'Add', value: 'Create' },
					{ name: 'Change', value: 'Modify' },
					{ name: 'Remove', value: 'Delete' },
				],
			}),
			attribute('Shipment Line Key', 'shipmentLineKey', 'ShipmentLineKey'),
			...shippedLine(),
		],
	);

/** What was really shipped; without lines all of it was. */
export const confirmedLines = (): Field =>
	repeat(
		'Lines',
		'lines',
		'ShipmentLines.ShipmentLine',
		{ ...LINES, description: 'Quantities that were really shipped. Without any, the shipment left as planned.' },
		[...lineIdentity(), attribute('Quantity', 'quantity', 'Quantity', { placeholder: 'e.g. 2' })],
	);

const container = (): Field[] => [
	attribute('Container Number', 'containerNo', 'ContainerNo', { placeholder: 'e.g. C1' }),
	attribute('Tracking Number', 'trackingNo', 'TrackingNo', { placeholder: 'e.g. 1Z999' }),
	collection('More Container Fields', 'more', 'Add Field', [
		attribute('Container SCM', 'containerScm', 'ContainerScm', {
			description: 'Serial number of the container (SSCC)',
		}),
		attribute('Container Type', 'containerType', 'ContainerType'),
		attribute('Gross Weight', 'containerGrossWeight', 'ContainerGrossWeight'),
		attribute('Gross Weight Unit', 'containerGrossWeightUom', 'ContainerGrossWeightUOM'),
	]),
	repeat('Contents', 'contents', 'ContainerDetails.ContainerDetail', CONTENTS, [
		attribute('Item ID', 'itemId', 'ItemID'),
		attribute('Unit of Measure', 'unitOfMeasure', 'UnitOfMeasure', { default: 'EACH' }),
		attribute('Quantity', 'quantity', 'Quantity'),
		attribute('Shipment Line Number', 'shipmentLineNo', 'ShipmentLine.ShipmentLineNo'),
		attribute('Shipment Sub Line Number', 'shipmentSubLineNo', 'ShipmentLine.ShipmentSubLineNo', { default: '0' }),
	]),
];

export const newContainers = (): Field =>
	repeat('Containers', 'containers', 'Containers.Container', CONTAINERS, container());

export const changedContainers = (): Field =>
	repeat('Containers', 'containers', 'Containers.Container', CONTAINERS, [
		attribute('Action', 'containerAction', 'Action', {
			type: 'options',
			default: 'Create',
			options: [
				{ name: 'Add', value: 'Create' },
				{ name: 'Change', value: 'Modify' },
				{ name: 'Remove', value: 'Delete' },
			],
		}),
		attribute('Container Key', 'shipmentContainerKey', 'ShipmentContainerKey'),
		...container(),
	]);

export const shipmentHeader = (): Field =>
	collection('Additional Fields', 'additionalFields', 'Add Field', [
		attribute('Actual Shipment Date', 'actualShipmentDate', 'ActualShipmentDate', { type: 'dateTime' }),
		attributeOf(carrier(), 'SCAC'),
		attributeOf(carrierService(), 'ScacAndService'),
		attribute('Carrier Service Code', 'carrierServiceCode', 'CarrierServiceCode', { placeholder: 'e.g. Ground' }),
		attribute('Delivery Method', 'deliveryMethod', 'DeliveryMethod', { placeholder: 'e.g. SHP' }),
		attribute('Expected Delivery Date', 'expectedDeliveryDate', 'ExpectedDeliveryDate', { type: 'dateTime' }),
		attribute('Expected Shipment Date', 'expectedShipmentDate', 'ExpectedShipmentDate', { type: 'dateTime' }),
		attribute('Freight Terms', 'freightTerms', 'FreightTerms'),
		attribute('Ship Date', 'shipDate', 'ShipDate', { type: 'dateTime' }),
		attribute('Shipment Type', 'shipmentType', 'ShipmentType'),
		attribute('Tracking Number', 'trackingNo', 'TrackingNo'),
	]);
