import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../engine/oneNode';
import type { Sandbox } from '../../sandbox';
import type { Read } from './reads';
import { run } from './run';

const CONTENT: INodeParameters = {
	lines: {
		line: [
			{ itemId: 'MUG-BLUE', orderedQty: '2' },
			{ itemId: 'LAMP-DESK', orderedQty: '1' },
		],
	},
	addresses: { billTo: { city: 'Exampleton', country: 'US' } },
};

let made = 0;

/** A new order of the sandbox, taken through these operations. */
const after =
	(more: INodeParameters, ...operations: string[]) =>
	async (sandbox: Sandbox): Promise<INodeParameters> => {
		const orderNo = `SCHEMA-${String(++made)}`;
		const order = locate('number', orderNo);
		await run(sandbox, { resource: 'order', operation: 'create', orderNo, ...CONTENT });
		for (const operation of operations) await run(sandbox, { resource: 'order', operation, order });
		return { order, ...more };
	};

const newShipment = async (sandbox: Sandbox): Promise<INodeParameters> => {
	const { order } = await after({}, 'schedule', 'release')(sandbox);
	const [row] = await run(sandbox, { resource: 'order', operation: 'get', order, output: 'everything' });
	const releases = await run(sandbox, {
		resource: 'orderRelease',
		operation: 'getMany',
		filters: { orderHeaderKey: String(row.OrderHeaderKey) },
		output: 'details',
	});
	const [release] = releases as Array<{
		OrderReleaseKey: string;
		ShipNode: string;
		OrderLines: Array<{ OrderLineKey: string }>;
	}>;
	return {
		shipmentNo: `SCHEMA-S-${String(made)}`,
		shipNode: locate('code', release.ShipNode),
		lines: {
			line: [
				{ orderReleaseKey: release.OrderReleaseKey, orderLineKey: release.OrderLines[0].OrderLineKey, quantity: '1' },
			],
		},
	};
};

const aShipment =
	(more: INodeParameters = {}) =>
	async (sandbox: Sandbox): Promise<INodeParameters> => {
		const given = await newShipment(sandbox);
		const [{ ShipmentKey }] = await run(sandbox, { resource: 'shipment', operation: 'create', ...given });
		return { shipment: locate('key', String(ShipmentKey)), ...more };
	};

const aReturn = async (sandbox: Sandbox): Promise<INodeParameters> => {
	const { order } = await after({}, 'schedule', 'release', 'ship')(sandbox);
	const [row] = await run(sandbox, { resource: 'order', operation: 'get', order, output: 'lines' });
	const [line] = row.OrderLines as Array<{ OrderLineKey: string }>;
	return {
		orderNo: `SCHEMA-R-${String(made)}`,
		lines: {
			line: [{ derivedFromKey: line.OrderLineKey, orderedQty: '1', receivingNode: locate('code', 'AUR_DC1') }],
		},
	};
};

const receivable = async (sandbox: Sandbox): Promise<INodeParameters> => {
	const given = await aReturn(sandbox);
	await run(sandbox, { resource: 'return', operation: 'create', ...given });
	return { returnOrder: locate('number', String(given.orderNo)) };
};

const aRelease = async (sandbox: Sandbox): Promise<INodeParameters> => {
	const { order } = await after({}, 'schedule', 'release')(sandbox);
	return { orderRelease: order, additionalFields: { scac: locate('code', 'UPSN') } };
};

const ITEM = { itemId: locate('id', 'MUG-BLUE'), unitOfMeasure: locate('code', 'EACH') };
const RESERVED = {
	reservationId: 'SCHEMA-CART',
	lines: { line: [{ ...ITEM, requiredQty: '1', deliveryMethod: 'SHP', shipNode: locate('code', 'AUR_DC1') }] },
};
const reserved = async (sandbox: Sandbox): Promise<INodeParameters> => {
	await run(sandbox, { resource: 'inventory', operation: 'reserve', ...RESERVED });
	return { reservationId: RESERVED.reservationId, ...ITEM, shipNode: locate('code', 'AUR_DC1') };
};

/** Creates, creates or updates, updates and deletes one record of master data. */
function record(
	resource: string,
	parameter: string,
	mode: string,
	names: INodeParameters,
	change: INodeParameters,
): Read[] {
	const [name] = Object.values(names);
	const present = { [parameter]: locate(mode, String(name)) };
	return [
		{ resource, operation: 'create', parameters: { ...names, ...change } },
		{ resource, operation: 'upsert', parameters: { ...names, ...change } },
		{ resource, operation: 'update', parameters: { ...present, ...change } },
		{ resource, operation: 'delete', parameters: present },
	];
}

/** Writes of the catalogue with their default output. */
export const WRITES: Read[] = [
	{ resource: 'order', operation: 'create', parameters: { orderNo: 'SCHEMA-NEW', ...CONTENT } },
	{ resource: 'order', operation: 'upsert', parameters: { orderNo: 'SCHEMA-UPSERT', ...CONTENT } },
	{ resource: 'order', operation: 'update', parameters: after({ additionalFields: { customerPoNo: 'PO-1' } }) },
	{ resource: 'order', operation: 'addNote', parameters: after({ noteText: 'Call before delivery' }) },
	{ resource: 'order', operation: 'cancel', parameters: after({}) },
	{ resource: 'order', operation: 'cancelLines', parameters: after({ lines: { line: [{ primeLineNo: '1' }] } }) },
	{ resource: 'order', operation: 'delete', parameters: after({}) },
	{ resource: 'order', operation: 'schedule', parameters: after({}) },
	{ resource: 'order', operation: 'release', parameters: after({}, 'schedule') },
	{ resource: 'order', operation: 'ship', parameters: after({}, 'schedule', 'release') },
	{ resource: 'shipment', operation: 'create', parameters: newShipment },
	{ resource: 'shipment', operation: 'confirm', parameters: aShipment() },
	{ resource: 'shipment', operation: 'update', parameters: aShipment({ additionalFields: { trackingNo: '1Z999' } }) },
	{ resource: 'shipment', operation: 'cancel', parameters: aShipment() },
	{ resource: 'shipment', operation: 'upsert', parameters: newShipment },
	{
		resource: 'order',
		operation: 'changeStatus',
		parameters: after(
			{ transactionId: locate('id', 'CONFIRM_PICK.0001.ex'), baseDropStatus: locate('code', '3200.10') },
			'schedule',
			'release',
		),
	},
	{ resource: 'return', operation: 'create', parameters: aReturn },
	{ resource: 'return', operation: 'receive', parameters: receivable },
	{ resource: 'orderRelease', operation: 'update', parameters: aRelease },
	{
		resource: 'inventory',
		operation: 'adjust',
		parameters: { ...ITEM, shipNode: locate('code', 'AUR_DC1'), quantity: '1' },
	},
	{ resource: 'inventory', operation: 'reserve', parameters: RESERVED },
	{ resource: 'inventory', operation: 'cancelReservation', parameters: reserved },
	...record('catalogItem', 'catalogItem', 'id', { itemId: 'SCHEMA-ITEM' }, { shortDescription: 'Blue mug' }),
	...record(
		'customer',
		'customer',
		'id',
		{ customerId: 'SCHEMA-C' },
		{ additionalFields: { externalCustomerId: 'CRM-9' } },
	),
	...record(
		'organization',
		'organization',
		'code',
		{ organizationCode: 'SCHEMA-O' },
		{ organizationName: 'Store 12', corporateAddress: { address: { city: 'Exampleton', country: 'US' } } },
	),
];
