import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { formatQuantity } from '../engine/values';
import { columnValues } from '../engine/write';
import { stockItemOf } from './availability';
import { assertNode } from './createOrder';
import { findLine, findOrder, linesOf, statusesOf } from './orders';
import { moveQuantity, refreshStatuses } from './quantities';
import { moveOriginal, ReturnStatuses } from './returns';

/** Statuses of a receipt and of the return lines it moves; 1300 is captured for an open one with lines. */
const statuses = {
	started: '1100',
	received: '1300',
	closed: '1500',
	lineReceived: '3900',
	lineClosed: '3950',
};

/** Statuses in which a return line may be received. */
const receivable = ['1100', '1100.01', '3200', '3700'];

/** The return order that a receipt's Shipment element names. @throws SterlingException YFS10003 */
function orderOf(context: Context, input: Element): Row {
	const shipment = input.child('Shipment') ?? input;
	return findOrder(
		context,
		shipment.with({
			DocumentType: shipment.get('DocumentType') || input.get('DocumentType') || '0003',
		}),
	);
}

/**
 * The receipt that an input names, by key or by number and node.
 * @throws SterlingException YFS10001 when there is none (code inferred)
 */
export function findReceipt(context: Context, input: Element): Row {
	const key = input.get('ReceiptHeaderKey');
	const names = {
		ReceiptNo: input.get('ReceiptNo'),
		ReceivingNode: input.get('ReceivingNode'),
		DocumentType: input.get('DocumentType') || '0003',
	};
	const row = key ? context.database.get('Receipt', key) : context.database.find('Receipt', names);
	if (!row) throw refuse('YFS10001', key ? { ReceiptHeaderKey: key } : names);
	return row;
}

/** Receipts of a return order, open ones with OpenReceiptFlag="Y", at the receiving node when it is given. */
export function receiptsOf(context: Context, input: Element): Row[] {
	const order = orderOf(context, input);
	return context.database
		.where('Receipt', 'OrderHeaderKey', order.OrderHeaderKey)
		.filter((row) =>
			['OpenReceiptFlag', 'ReceivingNode', 'ReceiptNo'].every(
				(name) => input.get(name) === '' || (row[name] ?? 'N') === input.get(name),
			),
		);
}

/**
 * startReceipt: opens a receipt of a return order at a node.
 * @throws SterlingException YFS10003, YFS10460 without a node, YFS10048, YFC0001 for a number that is taken
 */
export function startReceipt(context: Context, input: Element): Row {
	const order = orderOf(context, input);
	const node = input.get('ReceivingNode');
	if (!node) throw refuse('YFS10460', { Attribute: 'ReceivingNode' });
	assertNode(context, node);
	return context.insert('Receipt', {
		ReceiptDate: context.now(),
		ArrivalDateTime: context.now(),
		...columnValues(context.database.entity('Receipt'), input, ['Status', 'ReceiptHeaderKey', 'OpenReceiptFlag']),
		ReceiptNo: input.get('ReceiptNo') || String(100_000 + context.database.table('Receipt').size + 1),
		ReceivingNode: node,
		DocumentType: order.DocumentType,
		EnterpriseCode: order.EnterpriseCode,
		OrderHeaderKey: order.OrderHeaderKey,
		OrderNo: order.OrderNo,
		SellerOrganizationCode: order.SellerOrganizationCode ?? '',
		OpenReceiptFlag: 'Y',
		Status: statuses.started,
	});
}

function open(context: Context, input: Element): Row {
	const receipt = findReceipt(context, input);
	if (receipt.OpenReceiptFlag === 'Y') return receipt;
	throw refuse('YFS10137', {
		ReceiptNo: receipt.ReceiptNo,
		ReceivingNode: receipt.ReceivingNode,
		Status: receipt.Status,
	});
}

/** Puts received goods into stock at the receiving node. */
function putIntoStock(context: Context, order: Row, line: Row, node: string, quantity: number): void {
	const stock = stockItemOf(context, order, line);
	const known = context.database
		.where('InventorySupply', 'ItemID', stock.itemId)
		.find(
			(row) =>
				row.UnitOfMeasure === stock.unitOfMeasure &&
				row.OrganizationCode === stock.organization &&
				row.ShipNode === node &&
				row.SupplyType === 'ONHAND',
		);
	const sum = formatQuantity(Number(known?.Quantity ?? 0) + quantity);
	if (known) context.update('InventorySupply', known, { Quantity: sum });
	else {
		context.insert('InventorySupply', {
			ItemID: stock.itemId,
			UnitOfMeasure: stock.unitOfMeasure,
			OrganizationCode: stock.organization,
			ProductClass: line.ProductClass ?? '',
			ShipNode: node,
			SupplyType: 'ONHAND',
			Quantity: sum,
		});
	}
}

function receiveLine(context: Context, receipt: Row, order: Row, element: Element): void {
	const line = findLine(context, order, element);
	if (!line) throw refuse('YFS10001', { ...element.attributes });
	const quantity = Number(element.get('Quantity') || '0');
	let left = quantity;
	for (const status of statusesOf(context, line)) {
		const part = receivable.includes(status.Status) ? Math.min(left, Number(status.StatusQty)) : 0;
		if (part > 0) moveQuantity(context, status, part, statuses.lineReceived);
		left -= part;
	}
	if (!(quantity > 0) || left > 0) {
		throw refuse('YFS10431', {
			OrderLineKey: line.OrderLineKey,
			Quantity: String(quantity),
			ReceiptNo: receipt.ReceiptNo,
		});
	}
	context.insert('ReceiptLine', {
		...columnValues(context.database.entity('ReceiptLine'), element, ['ReceiptLineKey', 'ReceiptHeaderKey']),
		ReceiptHeaderKey: receipt.ReceiptHeaderKey,
		OrderHeaderKey: order.OrderHeaderKey,
		OrderLineKey: line.OrderLineKey,
		PrimeLineNo: line.PrimeLineNo,
		SubLineNo: line.SubLineNo,
		ItemID: line.ItemID,
		UnitOfMeasure: line.UnitOfMeasure,
		ProductClass: element.get('ProductClass') || (line.ProductClass ?? ''),
		Quantity: formatQuantity(quantity),
	});
	context.update('OrderLine', line, { ReceivedQty: formatQuantity(Number(line.ReceivedQty ?? 0) + quantity) });
	putIntoStock(context, order, line, receipt.ReceivingNode, quantity);
	moveOriginal(context, line, quantity, [ReturnStatuses.created], ReturnStatuses.received);
}

/**
 * receiveOrder: listed quantities of the return become Received, goods go into stock at the receiving node, and
 * the original order shows Return Received.
 * @throws SterlingException YFS10001 unknown receipt or line, YFS10137 closed receipt, YFS10431 more than is
 *   coming back (codes inferred)
 */
export function receiveOrder(context: Context, input: Element): Row {
	const receipt = open(context, input);
	const order = context.database.get('Order', receipt.OrderHeaderKey) as Row;
	for (const element of input.list('ReceiptLines', 'ReceiptLine')) receiveLine(context, receipt, order, element);
	refreshStatuses(context, order.OrderHeaderKey);
	return context.update('Receipt', receipt, { Status: statuses.received });
}

/**
 * closeReceipt: no more is received with it; what was received on the return becomes Receipt Closed.
 * @throws SterlingException YFS10001, YFS10137 when it is closed already (codes inferred)
 */
export function closeReceipt(context: Context, input: Element): Row {
	const receipt = open(context, input);
	const order = context.database.get('Order', receipt.OrderHeaderKey) as Row;
	const received = new Set(
		context.database
			.where('ReceiptLine', 'ReceiptHeaderKey', receipt.ReceiptHeaderKey)
			.map((line) => line.OrderLineKey),
	);
	for (const line of linesOf(context, order).filter((row) => received.has(row.OrderLineKey))) {
		for (const status of statusesOf(context, line).filter((row) => row.Status === statuses.lineReceived)) {
			moveQuantity(context, status, Number(status.StatusQty), statuses.lineClosed);
		}
	}
	refreshStatuses(context, order.OrderHeaderKey);
	return context.update('Receipt', receipt, { Status: statuses.closed, OpenReceiptFlag: 'N' });
}
