import { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Entity, Row } from '../store/entity';
import { refuse } from '../exception';
import { formatQuantity } from '../engine/values';
import { columnValues, differences, removeTree, writeChildren, type Change } from '../engine/write';
import type { Audit } from './audit';
import { cancelWholeOrder, reduceLine } from './cancel';
import { addLine, assertNode } from './createOrder';
import { applyHolds } from './holds';
import { assertModifiable, type Scope } from './modificationRules';
import { findLine } from './orders';
import { addQuantity, refreshStatuses } from './quantities';
import { OrderStatuses } from './statuses';
import { recalculate } from './totals';

/** Columns that identify, or that other calls maintain. */
const fixedColumns = [
	'OrderHeaderKey',
	'OrderNo',
	'EnterpriseCode',
	'DocumentType',
	'DraftOrderFlag',
	'HoldFlag',
	'MinOrderStatus',
	'MaxOrderStatus',
	'TotalAmount',
	'OriginalTotalAmount',
	'OrderLineKey',
	'PrimeLineNo',
	'SubLineNo',
	'OrderedQty',
	'OriginalOrderedQty',
	'InvoicedQty',
	'MinLineStatus',
	'MaxLineStatus',
	'LineTotal',
	'OrderedPricingQty',
	'ActualPricingQty',
	'InvoicedPricingQty',
	'ItemKey',
];

const columnTypes: Array<[RegExp, string]> = [
	[/^(Extn|CustomAttributes)_/, 'CUSTOM_FIELDS'],
	[/^OrderName$/, 'ORDER_NAME'],
	[/^(SCAC|CarrierServiceCode|ScacAndService|LevelOfService|CarrierAccountNo)$/, 'CARRIER'],
	[/^(ReqShipDate|ReqDeliveryDate|ReqCancelDate)$/, 'REQ_SHIP_DATE'],
	[/^(UnitPrice|ListPrice|RetailPrice)$/, 'PRICE'],
];

const childTypes: Record<string, string> = {
	PersonInfoShipTo: 'SHIPTO',
	PersonInfoBillTo: 'BILLTO',
	Notes: 'ADD_NOTE',
	Instructions: 'ADD_INSTRUCTION',
	HeaderCharges: 'CHARGES',
	LineCharges: 'CHARGES',
	HeaderTaxes: 'TAX',
	LineTaxes: 'TAX',
	PaymentMethods: 'PAYMENT_METHOD',
	AdditionalAddresses: 'ADDITIONAL_ADDRESS',
};

function modificationType(column: string): string {
	return columnTypes.find(([pattern]) => pattern.test(column))?.[1] ?? 'OTHERS';
}

function record(audit: Audit, scope: Scope, type: string, changes: Change[]): void {
	if (changes.length === 0) return;
	audit.add({ level: scope.line ? 'LINE' : 'ORDER', type, orderLineKey: scope.line?.OrderLineKey, changes });
}

function changeColumns(context: Context, entity: Entity, row: Row, input: Element, scope: Scope, audit: Audit): void {
	const changes = differences(entity, row, columnValues(entity, input, fixedColumns));
	const groups = new Map<string, Change[]>();
	for (const change of changes) {
		const type = modificationType(change.name);
		groups.set(type, [...(groups.get(type) ?? []), change]);
	}
	for (const [type, members] of groups) {
		assertModifiable(context, type, scope);
		record(audit, scope, type, members);
	}
	context.update(entity.name, row, Object.fromEntries(changes.map(({ name, newValue }) => [name, newValue])));
}

function changeChildren(context: Context, entity: Entity, row: Row, input: Element, scope: Scope, audit: Audit): void {
	for (const child of input.children) {
		const relation = entity.relations[child.name];
		if (!relation || relation.kind === 'built' || relation.kind === 'embedded') continue;
		if (relation.writable === false) continue;
		const type = childTypes[child.name] ?? 'OTHERS';
		const changes = writeChildren(context, entity, row, new Element(input.name, {}, [child]));
		if (changes.length > 0) assertModifiable(context, type, scope);
		record(audit, scope, type, changes);
	}
}

function changeQuantity(context: Context, line: Row, input: Element, scope: Scope, audit: Audit): void {
	if (input.get('OrderedQty') === '') return;
	const before = Number(line.OrderedQty ?? 0);
	const after = Number(input.get('OrderedQty'));
	if (after < before) reduceLine(context, scope.order, line, after, scope.override, audit);
	if (after <= before) return;
	assertModifiable(context, 'ADD_QUANTITY', scope);
	const status = scope.order.DraftOrderFlag === 'Y' ? OrderStatuses.draft : OrderStatuses.created;
	addQuantity(context, scope.order, line, status, after - before);
	context.update('OrderLine', line, { OrderedQty: formatQuantity(after) });
	record(audit, scope, 'ADD_QUANTITY', [
		{
			entity: 'OrderLine',
			name: 'OrderedQty',
			oldValue: formatQuantity(before),
			newValue: formatQuantity(after),
		},
	]);
}

function changeLine(context: Context, order: Row, input: Element, header: Element, audit: Audit): void {
	const override = header.get('Override');
	const action = input.get('Action').toUpperCase();
	const line = findLine(context, order, input);
	if (action === 'CREATE' || (!line && action === '' && input.get('OrderLineKey') === '')) {
		assertModifiable(context, 'ADD_LINE', { order, override });
		const added = addLine(context, order, input, header.get('ValidateItem') !== 'N');
		audit.add({ level: 'LINE', type: 'ADD_LINE', orderLineKey: added.OrderLineKey });
		return;
	}
	if (!line) throw refuse('YFS10001', { ...input.attributes, OrderNo: order.OrderNo });
	const scope: Scope = { order, line, override };
	if (action === 'CANCEL') {
		reduceLine(context, order, line, Number(input.get('OrderedQty') || '0'), override, audit);
	} else if (action === 'REMOVE') {
		assertModifiable(context, 'REMOVE_LINE', scope);
		removeTree(context, context.database.entity('OrderLine'), line);
		audit.add({ level: 'LINE', type: 'REMOVE_LINE', orderLineKey: line.OrderLineKey });
	} else {
		assertNode(context, input.get('ShipNode'));
		const entity = context.database.entity('OrderLine');
		changeColumns(context, entity, line, input, scope, audit);
		changeChildren(context, entity, line, input, scope, audit);
		record(audit, scope, 'HOLD_TYPE', applyHolds(context, order, line, input));
		changeQuantity(context, line, input, scope, audit);
	}
}

/**
 * changeOrder: header columns and children, holds, and lines by their Action (CREATE, MODIFY, CANCEL, REMOVE;
 * a lower OrderedQty cancels the difference). Lines that are not listed stay as they are.
 * @throws SterlingException YFS10137 where the status forbids a change, YFS10001 for an unknown line, and
 * what
 *   createOrder throws for new lines
 */
export function changeOrder(context: Context, order: Row, input: Element, audit: Audit): Row {
	const before = order.Lockid;
	if (input.get('Action').toUpperCase() === 'CANCEL') cancelWholeOrder(context, order, input, audit);
	else {
		const scope: Scope = { order, override: input.get('Override') };
		const entity = context.database.entity('Order');
		assertNode(context, input.get('ShipNode'));
		changeColumns(context, entity, order, input, scope, audit);
		changeChildren(context, entity, order, input, scope, audit);
		record(audit, scope, 'HOLD_TYPE', applyHolds(context, order, undefined, input));
		for (const line of input.list('OrderLines', 'OrderLine')) changeLine(context, order, line, input, audit);
	}
	refreshStatuses(context, order.OrderHeaderKey);
	recalculate(context, order.OrderHeaderKey);
	const changed = context.database.get('Order', order.OrderHeaderKey) ?? order;
	return audit.isEmpty || changed.Lockid !== before ? changed : context.touch('Order', changed);
}
