import { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { formatQuantity } from '../engine/values';
import { columnValues, writeChildren } from '../engine/write';
import { assertNode } from './createOrder';
import { packContainers } from './shipmentLines';
import { findLine, findOrder, lookUpOrder, statusesOf } from './orders';
import { moveQuantity, refreshStatuses } from './quantities';
import { OrderStatuses } from './statuses';

export const ShipmentStatuses = {
	created: '1100',
	shipped: '1400',
	delivered: '1500',
	cancelled: '9000',
} as const;

/** The shipment that an input names: by key, or by number, node and seller. */
export function lookUpShipment(context: Context, input: Element): Row | undefined {
	const key = input.get('ShipmentKey');
	if (key) {
		const row = context.database.get('Shipment', key);
		if (!row) throw refuse('YDM00017', { ShipmentKey: key });
		return row;
	}
	const shipmentNo = input.get('ShipmentNo');
	if (!shipmentNo) throw refuse('YDM00065', { ...input.attributes });
	return context.database
		.where('Shipment', 'ShipmentNo', shipmentNo)
		.find((row) =>
			['ShipNode', 'SellerOrganizationCode', 'EnterpriseCode'].every(
				(name) => input.get(name) === '' || row[name] === input.get(name),
			),
		);
}

/** @throws SterlingException YDM00166 when there is no such shipment, YDM00017 for a wrong key, YDM00065 */
export function findShipment(context: Context, input: Element): Row {
	const row = lookUpShipment(context, input);
	if (!row) throw refuse('YDM00166', { ShipmentNo: input.get('ShipmentNo') });
	return row;
}

/** One thing to be shipped: a quantity of an order line, taken from a release. */
interface Piece {
	order: Row;
	line: Row;
	quantity: number;
	releaseKey: string;
	input: Element;
}

function releasedQuantity(context: Context, line: Row, releaseKey: string): number {
	return statusesOf(context, line)
		.filter((row) => row.OrderReleaseKey === releaseKey && isReleased(row.Status))
		.reduce((sum, row) => sum + Number(row.StatusQty), 0);
}

function isReleased(status: string): boolean {
	return status >= OrderStatuses.released && status < OrderStatuses.includedInShipment;
}

function releaseOf(context: Context, order: Row, input: Element): Row | undefined {
	const key = input.get('OrderReleaseKey');
	if (key) return context.database.get('OrderRelease', key);
	const releases = context.database.where('OrderRelease', 'OrderHeaderKey', order.OrderHeaderKey);
	const number = input.get('ReleaseNo');
	return number ? releases.find((release) => release.ReleaseNo === number) : releases[0];
}

export function pieceOf(context: Context, input: Element, header: Element): Piece {
	const key = input.get('OrderReleaseKey');
	const release = key ? context.database.get('OrderRelease', key) : undefined;
	if (key && !release) throw refuse('YFS10412', { OrderReleaseKey: key });
	const names = new Element('Order', {
		OrderHeaderKey: input.get('OrderHeaderKey') || (release?.OrderHeaderKey ?? ''),
		OrderNo: input.get('OrderNo') || header.get('OrderNo'),
		EnterpriseCode: input.get('EnterpriseCode') || header.get('EnterpriseCode'),
		DocumentType: input.get('DocumentType') || header.get('DocumentType'),
	});
	const byLine = context.database.get('OrderLine', input.get('OrderLineKey'));
	const order =
		lookUpOrder(context, names) ??
		(byLine ? context.database.get('Order', byLine.OrderHeaderKey) : undefined) ??
		findOrder(context, names);
	const line = findLine(context, order, input);
	if (!line) throw refuse('YFS10001', { ...input.attributes });
	const releaseKey = releaseOf(context, order, input)?.OrderReleaseKey ?? '';
	const quantity = Number(input.get('Quantity') || releasedQuantity(context, line, releaseKey));
	return { order, line, quantity, releaseKey, input };
}

function piecesOfRelease(context: Context, release: Row): Piece[] {
	const order = context.database.get('Order', release.OrderHeaderKey) as Row;
	const lines = new Set(
		context.database.where('OrderStatus', 'OrderReleaseKey', release.OrderReleaseKey).map((row) => row.OrderLineKey),
	);
	return [...lines].flatMap((key) => {
		const line = context.database.get('OrderLine', key) as Row;
		const quantity = releasedQuantity(context, line, release.OrderReleaseKey);
		const input = new Element('ShipmentLine');
		return quantity > 0 ? [{ order, line, quantity, releaseKey: release.OrderReleaseKey, input }] : [];
	});
}

function piecesOf(context: Context, input: Element): Piece[] {
	const listed = input.list('ShipmentLines', 'ShipmentLine').map((line) => pieceOf(context, line, input));
	const whole = input.list('OrderReleases', 'OrderRelease').flatMap((element) => {
		const release = context.database.get('OrderRelease', element.get('OrderReleaseKey'));
		if (!release) throw refuse('YFS10412', { ...element.attributes });
		return piecesOfRelease(context, release);
	});
	return [...listed, ...whole];
}

/** Puts a piece into a shipment: its released quantity becomes Included In Shipment. @throws YFS10431 */
export function include(context: Context, shipment: Row, piece: Piece, number: number): void {
	const { order, line, quantity, releaseKey, input } = piece;
	let left = quantity;
	for (const status of statusesOf(context, line)) {
		if (left <= 0 || status.OrderReleaseKey !== releaseKey || !isReleased(status.Status)) continue;
		const part = Math.min(left, Number(status.StatusQty));
		moveQuantity(context, status, part, OrderStatuses.includedInShipment);
		left -= part;
	}
	if (left > 0) {
		throw refuse('YFS10431', {
			OrderLineKey: line.OrderLineKey,
			OrderReleaseKey: releaseKey,
			Quantity: String(quantity),
		});
	}
	const release = context.database.get('OrderRelease', releaseKey);
	context.insert('ShipmentLine', {
		...columnValues(context.database.entity('ShipmentLine'), input),
		ShipmentKey: shipment.ShipmentKey,
		ShipmentLineNo: input.get('ShipmentLineNo') || String(number),
		ShipmentSubLineNo: input.get('ShipmentSubLineNo') || '0',
		Quantity: formatQuantity(quantity),
		OrderHeaderKey: order.OrderHeaderKey,
		OrderLineKey: line.OrderLineKey,
		OrderReleaseKey: releaseKey,
		ReleaseNo: release?.ReleaseNo ?? '',
		OrderNo: order.OrderNo,
		DocumentType: order.DocumentType,
		PrimeLineNo: line.PrimeLineNo,
		SubLineNo: line.SubLineNo,
		ItemID: line.ItemID,
		ItemDesc: line.ItemDesc ?? '',
		UnitOfMeasure: line.UnitOfMeasure,
		ProductClass: line.ProductClass ?? '',
	});
}

/**
 * Creates a shipment from released quantities, which become Included In Shipment.
 * @throws SterlingException YFC0001 for a number that is taken, YFS10412, YFS10431, YFS10048
 */
export function createShipment(context: Context, input: Element): Row {
	const pieces = piecesOf(context, input);
	const release = pieces[0] && context.database.get('OrderRelease', pieces[0].releaseKey);
	const order = pieces[0]?.order;
	const shipNode = input.get('ShipNode') || (release?.ShipNode ?? '');
	assertNode(context, shipNode);
	const seller = input.get('SellerOrganizationCode') || (order?.SellerOrganizationCode ?? input.get('EnterpriseCode'));
	if (!shipNode || !seller) throw refuse('OMP10065', { ...input.attributes });
	const orders = new Set(pieces.map((piece) => piece.order.OrderHeaderKey));
	const number = 100_000 + context.database.table('Shipment').size + 1;
	const shipment = context.insert('Shipment', {
		ExpectedShipmentDate: context.now(),
		ShipDate: context.now(),
		RequestedShipmentDate: context.now(),
		EnterpriseCode: order?.EnterpriseCode ?? '',
		DocumentType: order?.DocumentType ?? '0001',
		Currency: order?.Currency ?? '',
		DeliveryMethod: release?.DeliveryMethod ?? 'SHP',
		SCAC: release?.SCAC ?? '',
		CarrierServiceCode: release?.CarrierServiceCode ?? '',
		ToAddressKey: release?.ShipToKey ?? '',
		...columnValues(context.database.entity('Shipment'), input, ['Status', 'ShipmentClosedFlag', 'ShipmentKey']),
		ShipmentNo: input.get('ShipmentNo') || String(number),
		ShipNode: shipNode,
		SellerOrganizationCode: seller,
		Status: ShipmentStatuses.created,
		StatusDate: context.now(),
		OrderAvailableOnSystem: order ? 'Y' : 'N',
		IsSingleOrder: orders.size === 1 ? 'Y' : 'N',
		...(orders.size === 1 && order
			? {
					OrderHeaderKey: order.OrderHeaderKey,
					OrderNo: order.OrderNo,
					OrderReleaseKey: release?.OrderReleaseKey ?? '',
				}
			: {}),
	});
	pieces.forEach((piece, index) => include(context, shipment, piece, index + 1));
	writeChildren(context, context.database.entity('Shipment'), shipment, input);
	packContainers(context, shipment);
	for (const key of orders) refreshStatuses(context, key);
	return context.database.get('Shipment', shipment.ShipmentKey) ?? shipment;
}
