import type { INodePropertyOptions } from 'n8n-workflow';

import { attribute, attributeOf, collection, meaning, type Field } from '../../../kit/n8n/fields/field';
import { repeat, type Repeat } from '../../../kit/n8n/fields/repeat';
import { getPath } from '../../../kit/xml/path';
import type { Document } from '../../../kit/xml/document';
import type { Use } from './use';
import { productClass, weightUnit } from './codes';
import { byKey, item, orderLine, orderRelease, unitOfMeasure } from './locators';
import { changedQuantity, quantity, remainder } from './quantity';

const PATH = 'ShipmentLines.ShipmentLine';
const LINE = { entry: 'Line', key: 'line' };
const CONTAINER = { entry: 'Container', key: 'container' };

type QuantityField = typeof quantity;

const counted = (description: string, by: QuantityField = quantity) =>
	by('Quantity', 'quantity', 'Quantity', { placeholder: 'e.g. 2', description });

const itemId = (description: string) => attributeOf(item(description, { displayName: 'Item ID' }), 'ItemID');

/** What a new shipment line ships: by keys (preferred) or by order, release and line numbers. */
const shippedLine = (ofItem: string, by: QuantityField): Field[] => [
	attributeOf(
		orderRelease(
			'Release that is shipped: pick it, or type its key. Not needed if order number and release number are given.',
		),
		'OrderReleaseKey',
	),
	attributeOf(
		orderLine('Order line that is shipped: pick it, or type its key. Not needed if its numbers are given.'),
		'OrderLineKey',
	),
	counted('Quantity that is shipped', by),
	collection(
		'By Numbers',
		'numbers',
		'Add Number',
		[
			itemId(ofItem),
			attribute('Line Number', 'primeLineNo', 'PrimeLineNo', {
				placeholder: 'e.g. 1',
				description: 'Number of the line in the order',
			}),
			attribute('Order Number', 'orderNo', 'OrderNo', {
				placeholder: 'e.g. WEB-1001',
				description: 'Number of the order that is shipped',
			}),
			productClass(),
			attribute('Release Number', 'releaseNo', 'ReleaseNo', {
				placeholder: 'e.g. 1',
				description: 'Number of the release within its order',
			}),
			attribute('Shipment Line Number', 'shipmentLineNo', 'ShipmentLineNo', {
				placeholder: 'e.g. 1',
				description: 'Number of the line in the shipment. Leave empty to let Sterling number the lines.',
			}),
			attribute('Shipment Sub Line Number', 'shipmentSubLineNo', 'ShipmentSubLineNo', {
				placeholder: 'e.g. 0',
				description: 'Second part of the number in the shipment, usually 0',
			}),
			attribute('Sub Line Number', 'subLineNo', 'SubLineNo', {
				placeholder: 'e.g. 1',
				description: 'Second part of the line number in the order, usually 1',
			}),
			attributeOf(unitOfMeasure('Unit that the quantity is counted in'), 'UnitOfMeasure'),
		],
		'What is shipped, by numbers instead of keys',
	),
];

const CONTENTS = {
	entry: 'Content',
	key: 'content',
	description: 'Contents of the container',
	/** The preset sub line number alone names no line. */
	tidy: ({ ShipmentLine, ...content }: Document): Document =>
		getPath({ ShipmentLine }, 'ShipmentLine.ShipmentLineNo') ? { ...content, ShipmentLine } : content,
};

/** How a shipment line that exists is named. */
const lineKey = () =>
	attributeOf(
		byKey(
			'Shipment Line',
			'shipmentLineKey',
			'searchShipmentLines',
			'20260115100001123460',
			'Line of the shipment: pick it, or type its key. Not needed if its number is given.',
		),
		'ShipmentLineKey',
	);

/** Lines of a new shipment, or of one that may exist. */
export const newShipmentLines = (use: Exclude<Use, 'update'>): Repeat =>
	repeat(
		'Shipment Lines',
		'lines',
		PATH,
		{ ...LINE, description: 'Released order lines that are shipped, with their quantities' },
		shippedLine('Item that is shipped', use === 'create' ? quantity : remainder),
	);

const actions = (add: string, change: string, remove: string): INodePropertyOptions[] => [
	{ name: 'Add', value: 'Create', description: add },
	{ name: 'Change', value: 'Modify', description: change },
	{ name: 'Remove', value: 'Delete', description: remove },
];

export const changedShipmentLines = (): Repeat =>
	repeat(
		'Shipment Lines',
		'lines',
		PATH,
		{ ...LINE, description: 'Lines to add, change or remove. Lines that are not named stay as they are.' },
		[
			attribute('Action', 'lineAction', 'Action', {
				type: 'options',
				default: 'Modify',
				options: actions('Add a line to the shipment', 'Change the line', 'Remove the line from the shipment'),
				description: 'What to do with the line',
			}),
			lineKey(),
			...shippedLine('Item of the line, if the shipment has only one line with it', changedQuantity),
		],
	);

/** What was really shipped; without lines all of it was. */
export const confirmedLines = (): Repeat =>
	repeat(
		'Shipment Lines',
		'lines',
		PATH,
		{
			...LINE,
			emptyMeans: 'the planned quantities of all lines would be confirmed',
			description: 'Quantities that were actually shipped. Without lines, the planned quantities are confirmed.',
		},
		[
			lineKey(),
			attribute('Shipment Line Number', 'shipmentLineNo', 'ShipmentLineNo', {
				placeholder: 'e.g. 1',
				description: 'Number of the line in the shipment. Not needed when its key is given.',
			}),
			attribute('Shipment Sub Line Number', 'shipmentSubLineNo', 'ShipmentSubLineNo', {
				placeholder: 'e.g. 0',
				description: 'Second part of the number, usually 0',
			}),
			itemId('Item of the line, if the shipment has only one line with it'),
			meaning('the planned quantity would be confirmed', counted('Quantity that was actually shipped', remainder)),
		],
	);

const container = (): Field[] => [
	attribute('Container Number', 'containerNo', 'ContainerNo', {
		placeholder: 'e.g. C1',
		description: 'Number of the parcel or pallet',
	}),
	attribute('Tracking Number', 'trackingNo', 'TrackingNo', {
		placeholder: 'e.g. 1Z999',
		description: 'Number by which the carrier tracks the container',
	}),
	collection(
		'More Container Fields',
		'more',
		'Add Field',
		[
			attribute('Container SCM', 'containerScm', 'ContainerScm', {
				placeholder: 'e.g. 00123456789012345675',
				description: 'Serial number of the container (SSCC)',
			}),
			attribute('Container Type', 'containerType', 'ContainerType', {
				placeholder: 'e.g. Case',
				description: 'Kind of container',
			}),
			attribute('Gross Weight', 'containerGrossWeight', 'ContainerGrossWeight', {
				placeholder: 'e.g. 1.4',
				description: 'Weight of the container including its contents',
			}),
			weightUnit('Gross Weight Unit', 'containerGrossWeightUom', 'ContainerGrossWeightUOM'),
		],
		'Weight, type and serial number',
	),
	repeat('Contents', 'contents', 'ContainerDetails.ContainerDetail', CONTENTS, [
		itemId('Item in the container'),
		attributeOf(unitOfMeasure('Unit that the quantity is counted in', { preset: 'EACH' }), 'UnitOfMeasure'),
		counted('Quantity in the container'),
		attribute('Shipment Line Number', 'shipmentLineNo', 'ShipmentLine.ShipmentLineNo', {
			placeholder: 'e.g. 1',
			description: 'Line of the shipment that the content belongs to',
		}),
		attribute('Shipment Sub Line Number', 'shipmentSubLineNo', 'ShipmentLine.ShipmentSubLineNo', {
			default: '0',
			placeholder: 'e.g. 0',
			description: 'Second part of the line number, usually 0',
		}),
	]),
];

export const newContainers = (): Field =>
	repeat(
		'Containers',
		'containers',
		'Containers.Container',
		{ ...CONTAINER, description: 'Parcels or pallets of the shipment, with their tracking numbers' },
		container(),
	);

export const changedContainers = (): Field =>
	repeat(
		'Containers',
		'containers',
		'Containers.Container',
		{ ...CONTAINER, description: 'Parcels or pallets to add, change or remove' },
		[
			attribute('Action', 'containerAction', 'Action', {
				type: 'options',
				default: 'Create',
				options: actions('Add a container', 'Change the container', 'Remove the container from the shipment'),
				description: 'What to do with the container',
			}),
			attributeOf(
				byKey(
					'Container',
					'shipmentContainerKey',
					'searchContainers',
					'20260115100001123461',
					'Container to change or remove: pick it, or type its key. Not needed for a new one.',
				),
				'ShipmentContainerKey',
			),
			...container(),
		],
	);
