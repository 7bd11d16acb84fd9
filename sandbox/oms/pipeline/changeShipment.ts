import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { columnValues, removeTree, writeChildren } from '../engine/write';
import { findShipmentLine, fateOf, packContainers, refreshOrders, takeOut } from './shipmentLines';
import { createShipment, findShipment, include, lookUpShipment, pieceOf, ShipmentStatuses } from './shipments';

/** Columns that identify, or that other calls maintain. */
const fixedColumns = [
	'ShipmentKey',
	'ShipmentNo',
	'ShipNode',
	'SellerOrganizationCode',
	'EnterpriseCode',
	'DocumentType',
	'Status',
	'ShipmentClosedFlag',
	'OrderNo',
	'OrderHeaderKey',
	'OrderReleaseKey',
	'ReleaseNo',
];

/**
 * Refuses what the status forbids: OverrideModificationRules lifts it for a shipped one, for header data
 * only.
 */
function assertModifiable(context: Context, shipment: Row, input: Element, action: string): void {
	if (shipment.Status < ShipmentStatuses.shipped) return;
	const override = input.get('OverrideModificationRules') === 'Y' && context.user.mayOverride;
	const headerOnly = action !== 'CANCEL' && action !== 'DELETE' && !input.child('ShipmentLines');
	if (override && headerOnly && shipment.Status !== ShipmentStatuses.cancelled) return;
	throw refuse('YDM00025', {
		ShipmentNo: shipment.ShipmentNo,
		ShipmentKey: shipment.ShipmentKey,
		Status: shipment.Status,
	});
}

/**
 * @throws SterlingException YDM00090 with lines and containers, YDM00112 with lines, YDM00113 with containers
 */
function deleteShipment(context: Context, shipment: Row): void {
	const has = (entity: string): boolean =>
		context.database.where(entity, 'ShipmentKey', shipment.ShipmentKey).length > 0;
	const [lines, containers] = [has('ShipmentLine'), has('Container')];
	const code = lines && containers ? 'YDM00090' : lines ? 'YDM00112' : 'YDM00113';
	if (lines || containers) {
		throw refuse(code, { ShipmentKey: shipment.ShipmentKey, ShipmentNo: shipment.ShipmentNo });
	}
	removeTree(context, context.database.entity('Shipment'), shipment);
}

function cancelShipment(context: Context, shipment: Row, input: Element): Row {
	const lines = context.database.where('ShipmentLine', 'ShipmentKey', shipment.ShipmentKey);
	for (const line of lines) takeOut(context, line, Number(line.Quantity), fateOf(input, 'Removed'));
	refreshOrders(
		context,
		lines.map((line) => line.OrderHeaderKey),
	);
	return context.update('Shipment', shipment, {
		Status: ShipmentStatuses.cancelled,
		StatusDate: context.now(),
		ShipmentClosedFlag: 'Y',
	});
}

function addLine(context: Context, shipment: Row, element: Element, header: Element): string {
	const piece = pieceOf(context, element, header);
	const lines = context.database.where('ShipmentLine', 'ShipmentKey', shipment.ShipmentKey);
	include(context, shipment, piece, Math.max(0, ...lines.map((line) => Number(line.ShipmentLineNo))) + 1);
	return piece.order.OrderHeaderKey;
}

function changeQuantity(context: Context, shipment: Row, line: Row, element: Element, header: Element): void {
	const change = Number(element.get('Quantity') || line.Quantity) - Number(line.Quantity);
	if (change < 0) takeOut(context, line, -change, fateOf(header, 'Removed'));
	if (change <= 0) return;
	const piece = pieceOf(
		context,
		element.with({
			OrderReleaseKey: line.OrderReleaseKey,
			OrderLineKey: line.OrderLineKey,
			OrderHeaderKey: line.OrderHeaderKey,
			Quantity: String(change),
		}),
		header,
	);
	include(context, shipment, piece, 0);
	const [added] = context.database.where('ShipmentLine', 'ShipmentKey', shipment.ShipmentKey).slice(-1);
	context.remove('ShipmentLine', added);
	context.update('ShipmentLine', line, { Quantity: element.get('Quantity') });
}

function changeLine(context: Context, shipment: Row, element: Element, header: Element): string {
	const action = element.get('Action').toUpperCase();
	const line = findShipmentLine(context, shipment, element);
	if (!line && (action === 'MODIFY' || action === 'DELETE')) throw refuse('YDM00166', { ...element.attributes });
	if (!line || action === 'CREATE') return addLine(context, shipment, element, header);
	if (action === 'DELETE') {
		takeOut(context, line, Number(line.Quantity), fateOf(header, 'Removed'));
		context.remove('ShipmentLine', line);
		return line.OrderHeaderKey;
	}
	changeQuantity(context, shipment, line, element, header);
	const values = columnValues(context.database.entity('ShipmentLine'), element, [
		'ShipmentLineKey',
		'ShipmentKey',
		'ShipmentLineNo',
		'ShipmentSubLineNo',
		'OrderHeaderKey',
		'OrderLineKey',
		'OrderReleaseKey',
		'OrderNo',
		'ReleaseNo',
		'Quantity',
	]);
	context.update('ShipmentLine', context.database.get('ShipmentLine', line.ShipmentLineKey) ?? line, values);
	return line.OrderHeaderKey;
}

function modify(context: Context, shipment: Row, input: Element): Row {
	const entity = context.database.entity('Shipment');
	const changed = context.update('Shipment', shipment, columnValues(entity, input, fixedColumns));
	const orders = input
		.list('ShipmentLines', 'ShipmentLine')
		.map((element) => changeLine(context, changed, element, input));
	writeChildren(context, entity, changed, input);
	packContainers(context, context.database.get('Shipment', shipment.ShipmentKey) ?? changed);
	refreshOrders(context, orders);
	return context.touch('Shipment', changed);
}

/**
 * changeShipment by its Action: Create, Modify, Cancel, Delete; without one it changes the shipment or
 * creates
 * it when there is none.
 * @returns the shipment as it is now (or was, when it was deleted)
 * @throws SterlingException YDM00065 without identity, YDM00017 wrong key, YDM00166 nothing to modify,
 * YFC0001 on
 *   Create of what is there, YDM00025 by status, YDM00090, YDM00112, YDM00113 on Delete, and what
 * createShipment throws
 */
export function changeShipment(context: Context, input: Element): Row {
	const action = input.get('Action').toUpperCase();
	const strict = ['MODIFY', 'CANCEL', 'DELETE'].includes(action);
	const named = input.get('ShipmentKey') !== '' || input.get('ShipmentNo') !== '';
	const shipment = strict ? findShipment(context, input) : named ? lookUpShipment(context, input) : undefined;
	if (!shipment) return createShipment(context, input);
	if (action === 'CREATE') {
		throw refuse('YFC0001', { SQLState: '23505', TableName: 'YFS_SHIPMENT', ShipmentNo: shipment.ShipmentNo });
	}
	assertModifiable(context, shipment, input, action);
	if (action === 'CANCEL') return cancelShipment(context, shipment, input);
	if (action !== 'DELETE') return modify(context, shipment, input);
	deleteShipment(context, shipment);
	return shipment;
}
