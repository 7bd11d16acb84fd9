import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { columnValues, writeChildren } from '../engine/write';
import { Audit } from './audit';
import { demand, stockItemOf } from './availability';
import { addLine } from './createOrder';
import { demandReference } from './fulfil';
import { findLine, lookUpOrder, statusesOf } from './orders';
import { moveQuantity } from './quantities';
import { backorder, putBack, refreshOrders } from './shipmentLines';
import { OrderStatuses } from './statuses';

/** Columns that identify, or that other calls maintain. */
const fixedColumns = [
	'OrderReleaseKey',
	'OrderHeaderKey',
	'ReleaseNo',
	'SalesOrderNo',
	'EnterpriseCode',
	'DocumentType',
	'ShipNode',
	'MinOrderReleaseStatus',
	'MaxOrderReleaseStatus',
	'StatusDate',
];

/**
 * The release that an input names: by key, by order key and number, or by order and number.
 * @throws SterlingException YFS10412 when there is none
 */
export function findRelease(context: Context, input: Element): Row {
	const key = input.get('OrderReleaseKey');
	const number = input.get('SalesOrderNo');
	const order = key ? undefined : lookUpOrder(context, input.get('OrderNo') ? input : input.with({ OrderNo: number }));
	const release = key
		? context.database.get('OrderRelease', key)
		: order &&
			context.database.find('OrderRelease', {
				OrderHeaderKey: order.OrderHeaderKey,
				ReleaseNo: input.get('ReleaseNo'),
			});
	if (!release) throw refuse('YFS10412', { ...input.attributes });
	return release;
}

type Withdrawal = 'CANCEL' | 'BACKORDER';

/** Quantities of a release that are not in a shipment yet. */
function open(context: Context, release: Row, line?: Row): Row[] {
	return context.database
		.where('OrderStatus', 'OrderReleaseKey', release.OrderReleaseKey)
		.filter(
			(row) =>
				row.Status >= OrderStatuses.released &&
				row.Status < OrderStatuses.includedInShipment &&
				(!line || row.OrderLineKey === line.OrderLineKey),
		);
}

function withdraw(context: Context, status: Row, quantity: number, kind: Withdrawal, to: string): void {
	const line = context.database.get('OrderLine', status.OrderLineKey) as Row;
	if (kind === 'CANCEL') putBack(context, line, status, quantity, 'cancel');
	else backorder(context, status, quantity, to || OrderStatuses.backorderedFromNode);
}

function refuseRelease(release: Row, type: string): never {
	throw refuse('YFS10137', {
		ModificationType: type,
		ModificationLevel: 'RELEASE',
		OrderReleaseKey: release.OrderReleaseKey,
		OrderNo: release.SalesOrderNo,
		EnterpriseCode: release.EnterpriseCode,
	});
}

/** A non-blank StatusQuantity wins over ChangeInQuantity; without either it is all [factory API comments]. */
function withdrawLine(context: Context, release: Row, line: Row, element: Element, kind: Withdrawal): void {
	const from = element.get('FromStatus');
	const rows = open(context, release, line).filter((row) => from === '' || row.Status === from);
	const held = rows.reduce((sum, row) => sum + Number(row.StatusQty), 0);
	const change = element.get('ChangeInQuantity');
	let left = Number(element.get('StatusQuantity') || (change === '' ? held : -Number(change)));
	if (!(left > 0) || left > held) {
		throw refuse('YFS10431', {
			OrderLineKey: line.OrderLineKey,
			OrderReleaseKey: release.OrderReleaseKey,
			StatusQuantity: String(left),
		});
	}
	for (const row of rows) {
		const part = Math.min(left, Number(row.StatusQty));
		if (part > 0) withdraw(context, row, part, kind, element.get('ToStatus'));
		left -= part;
	}
}

function createLine(context: Context, order: Row, release: Row, element: Element): void {
	const line = addLine(context, order, element, true);
	const item = stockItemOf(context, order, line);
	for (const status of statusesOf(context, line)) {
		const quantity = Number(status.StatusQty);
		moveQuantity(context, status, quantity, OrderStatuses.released, {
			OrderReleaseKey: release.OrderReleaseKey,
			ShipNode: release.ShipNode,
		});
		demand(
			context,
			item,
			release.ShipNode,
			quantity,
			'SCHEDULED',
			demandReference(line.OrderLineKey, release.ShipNode),
		);
	}
}

function changeLine(context: Context, order: Row, release: Row, element: Element): string {
	const action = element.get('Action').toUpperCase() || 'MODIFY';
	if (action === 'CREATE') {
		createLine(context, order, release, element);
		return action;
	}
	const line = findLine(context, order, element);
	if (!line) throw refuse('YFS10001', { ...element.attributes });
	if (action === 'CANCEL' || action === 'BACKORDER') withdrawLine(context, release, line, element, action);
	else writeChildren(context, context.database.entity('OrderLine'), line, element);
	return action;
}

/**
 * changeRelease: header Action MODIFY (default), CANCEL, BACKORDER; lines by theirs (CREATE, MODIFY, CANCEL,
 * BACKORDER). Backordered quantity leaves the release and its stock is free again.
 * @throws SterlingException YFS10412 unknown release, YFS10001 unknown line, YFS10431 more than is in the
 *   status, YFS10137 when nothing of the release is open any more
 */
export function changeRelease(context: Context, input: Element): Row {
	const release = findRelease(context, input);
	const order = context.database.get('Order', release.OrderHeaderKey) as Row;
	const action = input.get('Action').toUpperCase() || 'MODIFY';
	const audit = new Audit(context, order, input);
	if (action === 'CANCEL' || action === 'BACKORDER') {
		const rows = open(context, release);
		if (rows.length === 0) refuseRelease(release, action);
		for (const row of rows) withdraw(context, row, Number(row.StatusQty), action, '');
		audit.add({ level: 'RELEASE', type: action });
	} else {
		const entity = context.database.entity('OrderRelease');
		const changed = context.update('OrderRelease', release, columnValues(entity, input, fixedColumns));
		writeChildren(context, entity, changed, input);
		for (const element of input.list('OrderLines', 'OrderLine')) {
			audit.add({ level: 'RELEASE', type: changeLine(context, order, release, element) });
		}
	}
	refreshOrders(context, [order.OrderHeaderKey]);
	audit.save();
	return context.touch('OrderRelease', release);
}
