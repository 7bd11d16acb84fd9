import { Element } from '../../document/element';
import { defineApi } from '../../engine/api';
import { defineListApi } from '../../engine/list';
import { findOrder } from '../../pipeline/orders';
import {
	completeOrderTemplate,
	orderDetailsTemplate,
	orderLineListTemplate,
	orderLineTemplate,
	orderListTemplate,
} from './templates';
import { refuse } from '../../exception';

export const getOrderList = defineListApi({
	name: 'getOrderList',
	root: 'Order',
	template: orderListTemplate,
	total: 'TotalOrderList',
});

/** Details of one order by key or by number, enterprise and document type. @throws YFS10003 */
const details = (name: string, template: string) =>
	defineApi({
		name,
		root: 'Order',
		kind: 'read',
		template,
		run: (context, input) => context.project('Order', findOrder(context, input)),
	});

export const getOrderDetails = details('getOrderDetails', orderDetailsTemplate);

export const getCompleteOrderDetails = details('getCompleteOrderDetails', completeOrderTemplate);

export const getOrderLineList = defineListApi({
	name: 'getOrderLineList',
	root: 'OrderLine',
	template: orderLineListTemplate,
	total: 'TotalLineList',
});

export const getCompleteOrderLineList = defineListApi({
	name: 'getCompleteOrderLineList',
	root: 'OrderLine',
	template: orderLineListTemplate,
	total: 'TotalLineList',
});

export const getOrderLineDetails = defineApi({
	name: 'getOrderLineDetails',
	root: 'OrderLineDetail',
	kind: 'read',
	template: orderLineTemplate,
	run(context, input) {
		const line = context.database.get('OrderLine', input.get('OrderLineKey'));
		if (!line) throw refuse('YFS10001', { OrderLineKey: input.get('OrderLineKey') });
		return context.project('OrderLine', line);
	},
});

/** Quantities of an order by line, release and status. */
export const getOrderLineStatusList = defineListApi({
	name: 'getOrderLineStatusList',
	root: 'OrderLineStatus',
	entity: 'OrderStatus',
	template: `<OrderLineStatusList><OrderStatus OrderReleaseStatusKey="" OrderHeaderKey="" OrderLineKey=""
		OrderReleaseKey="" Status="" StatusDescription="" StatusDate="" StatusQty="" TotalQuantity="" ShipNode=""/>
		</OrderLineStatusList>`,
	plain: true,
	prepare(context, input) {
		const order = findOrder(context, input);
		return new Element(input.name, { ...input.attributes, OrderHeaderKey: order.OrderHeaderKey }, input.children);
	},
});

export const getOrderAuditList = defineListApi({
	name: 'getOrderAuditList',
	root: 'OrderAudit',
	template: `<OrderAuditList><OrderAudit OrderAuditKey="" OrderHeaderKey="" AuditTransactionId="" ReasonCode=""
		ReasonText="" ReferenceValue1="" ReferenceValue2="" ReferenceValue3="" ReferenceValue4="" Modifyts=""
		Modifyuserid=""><OrderAuditLevels/></OrderAudit></OrderAuditList>`,
});

export const getOrderHoldTypeList = defineListApi({
	name: 'getOrderHoldTypeList',
	root: 'OrderHoldType',
	template: `<OrderHoldTypes><OrderHoldType OrderHoldTypeKey="" OrderHeaderKey="" OrderLineKey="" HoldType=""
		HoldTypeDescription="" Status="" StatusDescription="" ReasonText="" ResolverUserId="" LastHoldTypeDate=""
		TransactionId=""/></OrderHoldTypes>`,
	plain: true,
});

export const getNoteList = defineListApi({
	name: 'getNoteList',
	root: 'Note',
	template: `<NoteList><Note NotesKey="" TableName="" TableKey="" NoteText="" ReasonCode="" ContactType=""
		ContactReference="" ContactTime="" ContactUser="" Priority="" SequenceNo="" VisibleToAll=""/></NoteList>`,
	plain: true,
});
