import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { columnValues, writeChildren } from '../engine/write';
import { applyHolds } from './holds';
import { findOrder, linesOf } from './orders';
import { addQuantity, refreshStatuses } from './quantities';
import { OrderStatuses } from './statuses';
import { recalculate } from './totals';

const derived = ['MinOrderStatus', 'MaxOrderStatus', 'HoldFlag', 'TotalAmount', 'OriginalTotalAmount'];

/** @throws SterlingException YFS10395 when the organization is not known */
function assertOrganization(context: Context, code: string): void {
	if (code === '' || !context.database.find('Organization', { OrganizationCode: code })) {
		throw refuse('YFS10395', { EnterpriseCode: code });
	}
}

/** @throws SterlingException YFS10048 when the node is given and not known [captured] */
export function assertNode(context: Context, shipNode: string): void {
	if (shipNode !== '' && !context.database.get('ShipNode', shipNode)) {
		throw refuse('YFS10048', { ErrorRelatedMoreInfo: shipNode, ShipNode: shipNode });
	}
}

function assertDocumentType(context: Context, documentType: string): void {
	if (context.database.where('DocumentParams', 'DocumentType', documentType).length === 0) {
		throw refuse('YFS10367', { DocumentType: documentType });
	}
}

function assertPaymentTypes(context: Context, input: Element): void {
	for (const method of input.list('PaymentMethods', 'PaymentMethod')) {
		const type = method.get('PaymentType');
		if (context.database.where('PaymentType', 'PaymentType', type).length === 0) {
			throw refuse('YFS10491', { PaymentType: type });
		}
	}
}

/** The catalogue's item for a line: YFS10437 when it is not known there. */
function itemOf(context: Context, order: Row, item: Element | undefined, validate: boolean): Row {
	const owner = context.database.find('Organization', { OrganizationCode: order.EnterpriseCode });
	const names = {
		OrganizationCode: owner?.CatalogOrganizationCode ?? order.EnterpriseCode,
		ItemID: item?.get('ItemID') ?? '',
		UnitOfMeasure: item?.get('UnitOfMeasure') ?? '',
	};
	const row = context.database.find('Item', names);
	if (row) return row;
	if (validate) throw refuse('YFS10437', names);
	return names;
}

function nextPrimeLineNo(context: Context, order: Row): string {
	return String(Math.max(0, ...linesOf(context, order).map((line) => Number(line.PrimeLineNo))) + 1);
}

/** The columns of a line that come from the line, or the order, it is derived from (returns, exchanges). */
function derivedFrom(context: Context, input: Element): Row {
	const source = input.child('DerivedFrom');
	if (!source) return {};
	const byKey = source.get('OrderLineKey');
	const line = byKey
		? context.database.get('OrderLine', byKey)
		: context.database.find('OrderLine', {
				OrderHeaderKey: source.get('OrderHeaderKey') || findOrder(context, source).OrderHeaderKey,
				PrimeLineNo: source.get('PrimeLineNo'),
				SubLineNo: source.get('SubLineNo') || '1',
			});
	if (!line) throw refuse('YFS10001', { ...source.attributes });
	const copied = ['ItemID', 'UnitOfMeasure', 'ProductClass', 'ItemDesc', 'UnitPrice', 'ListPrice', 'ItemKey'];
	return {
		...Object.fromEntries(copied.map((column) => [column, line[column] ?? ''])),
		DerivedFromOrderLineKey: line.OrderLineKey,
		DerivedFromOrderHeaderKey: line.OrderHeaderKey,
	};
}

/**
 * Adds a line to an order, its whole quantity Created (Draft Order Created in a draft).
 * @throws SterlingException YFS10437 unknown item, YFS10048 unknown node, YFS10460 without a quantity
 */
export function addLine(context: Context, order: Row, input: Element, validateItem: boolean): Row {
	assertNode(context, input.get('ShipNode'));
	const quantity = Number(input.get('OrderedQty') || '0');
	if (!(quantity > 0) && order.DraftOrderFlag !== 'Y') {
		throw refuse('YFS10460', { Attribute: 'OrderedQty', PrimeLineNo: input.get('PrimeLineNo') });
	}
	const entity = context.database.entity('OrderLine');
	const source = derivedFrom(context, input);
	const item = source.ItemID ? source : itemOf(context, order, input.child('Item'), validateItem);
	const line = context.insert('OrderLine', {
		...source,
		ItemKey: item.ItemKey ?? '',
		ItemDesc: item.Description ?? source.ItemDesc ?? '',
		ItemShortDesc: item.ShortDescription ?? '',
		ProductClass: item.DefaultProductClass ?? '',
		...columnValues(entity, input, ['OrderHeaderKey', 'MinLineStatus', 'MaxLineStatus', 'HoldFlag']),
		OrderHeaderKey: order.OrderHeaderKey,
		PrimeLineNo: input.get('PrimeLineNo') || nextPrimeLineNo(context, order),
		SubLineNo: input.get('SubLineNo') || '1',
		OriginalOrderedQty: String(quantity),
		OrderedQty: String(quantity),
	});
	writeChildren(context, entity, line, input);
	const status = order.DraftOrderFlag === 'Y' ? OrderStatuses.draft : OrderStatuses.created;
	addQuantity(context, order, line, status, quantity);
	applyHolds(context, order, line, input);
	return line;
}

function assertNew(context: Context, names: Row): void {
	const holder = context.database.find('Order', names);
	if (holder && context.behaviour.duplicateOrderCode === 'YFS10012') throw refuse('YFS10012', names);
}

/**
 * Creates an order. The number is generated when it is left out; EnterpriseCode and DocumentType must be
 * known;
 * a bill-to address is needed unless the order is a draft.
 * @throws SterlingException YFS10395, YFS10367, YFS10460, YFS10437, YFS10048, YFS10491, OMP11035, and YFC0001
 * or
 *   YFS10012 (a setting: sources differ) when the number is taken
 */
export function createOrder(context: Context, input: Element, nextOrderNo: () => string): Row {
	const entity = context.database.entity('Order');
	const enterprise = input.get('EnterpriseCode');
	const documentType = input.get('DocumentType') || '0001';
	assertOrganization(context, enterprise);
	assertDocumentType(context, documentType);
	assertNode(context, input.get('ShipNode'));
	assertPaymentTypes(context, input);
	const draft = input.get('DraftOrderFlag') === 'Y';
	const isReturn = documentType === '0003';
	if (!draft && !isReturn && !input.child('PersonInfoBillTo') && !input.get('BillToKey')) {
		throw refuse('YFS10460', { ElementName: 'PersonInfoBillTo' });
	}
	const names = {
		OrderNo: input.get('OrderNo') || nextOrderNo(),
		EnterpriseCode: enterprise,
		DocumentType: documentType,
	};
	assertNew(context, names);
	const owner = context.database.find('Organization', { OrganizationCode: enterprise });
	const order = context.insert('Order', {
		OrderDate: context.now(),
		Currency: owner?.Currency ?? 'USD',
		EnterpriseCurrency: owner?.Currency ?? 'USD',
		ReportingConversionDate: context.now(),
		SellerOrganizationCode: enterprise,
		AuthorizationExpirationDate: context.now(),
		...columnValues(entity, input, derived),
		...names,
		DraftOrderFlag: draft ? 'Y' : '',
		CustomerEMailID: input.get('CustomerEMailID') || (input.child('PersonInfoBillTo')?.get('EMailID') ?? ''),
	});
	writeChildren(context, entity, order, input);
	const validateItem = input.get('ValidateItem') !== 'N';
	for (const line of input.list('OrderLines', 'OrderLine')) addLine(context, order, line, validateItem);
	applyHolds(context, context.database.get('Order', order.OrderHeaderKey) ?? order, undefined, input);
	refreshStatuses(context, order.OrderHeaderKey);
	recalculate(context, order.OrderHeaderKey);
	return context.database.get('Order', order.OrderHeaderKey) ?? order;
}
