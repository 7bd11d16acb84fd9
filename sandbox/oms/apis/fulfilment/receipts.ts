import { Element } from '../../document/element';
import { defineApi, type Api } from '../../engine/api';
import type { Context } from '../../engine/context';
import type { Row } from '../../store/entity';
import { defineListApi } from '../../engine/list';
import { closeReceipt, findReceipt, receiptsOf, receiveOrder, startReceipt } from '../../pipeline/receipts';

const header = `ReceiptHeaderKey="" ReceiptNo="" ReceivingNode="" DocumentType="" EnterpriseCode="" ReceiptDate=""
	ArrivalDateTime="" OpenReceiptFlag="" Status="" ShipmentKey="" NumOfCartons="" isHistory=""`;

const line = `<ReceiptLine ReceiptLineKey="" ReceiptHeaderKey="" OrderHeaderKey="" OrderLineKey="" PrimeLineNo=""
	SubLineNo="" ItemID="" UnitOfMeasure="" ProductClass="" Quantity="" DispositionCode=""/>`;

const identifying = '<Receipt ReceiptHeaderKey="" ReceiptNo="" ReceivingNode="" DocumentType=""/>';

/** A write on one receipt that returns what identifies it (default output inferred). */
function receiptWrite(name: string, work: (context: Context, input: Element) => Row): Api {
	return defineApi({
		name,
		root: 'Receipt',
		kind: 'write',
		template: identifying,
		run: (context, input) => context.project('Receipt', work(context, input)),
	});
}

export const startReceiptApi = receiptWrite('startReceipt', startReceipt);
export const receiveOrderApi = receiptWrite('receiveOrder', receiveOrder);
export const closeReceiptApi = receiptWrite('closeReceipt', closeReceipt);

/** Receipts that a return order has at a node; an empty ReceiptList when none was started (output inferred). */
export const findReceiptApi = defineApi({
	name: 'findReceipt',
	root: 'Receipt',
	kind: 'read',
	template: `<ReceiptList><Receipt ${header}/></ReceiptList>`,
	run(context, input) {
		const template = context.template.child('Receipt') ?? new Element('Receipt');
		return new Element(
			'ReceiptList',
			{},
			receiptsOf(context, input).map((row) => context.project('Receipt', row, template)),
		);
	},
});

export const getReceiptList = defineListApi({
	name: 'getReceiptList',
	root: 'Receipt',
	template: `<ReceiptList TotalNumberOfRecords=""><Receipt ${header}/></ReceiptList>`,
	total: 'TotalNumberOfRecords',
});

export const getReceiptDetails = defineApi({
	name: 'getReceiptDetails',
	root: 'Receipt',
	kind: 'read',
	template: `<Receipt ${header}><Shipment OrderHeaderKey="" OrderNo=""/>
		<ReceiptLines>${line}</ReceiptLines></Receipt>`,
	run: (context, input) => context.project('Receipt', findReceipt(context, input)),
});

export const getReceiptLineList = defineListApi({
	name: 'getReceiptLineList',
	root: 'ReceiptLine',
	template: `<ReceiptLineList TotalNumberOfRecords="">${line}</ReceiptLineList>`,
	total: 'TotalNumberOfRecords',
});

/** Sales orders of which something was shipped. */
export const getOrdersForReturn = defineListApi({
	name: 'getOrdersForReturn',
	root: 'Order',
	template: `<OrderList TotalOrderList=""><Order OrderHeaderKey="" OrderNo="" EnterpriseCode="" DocumentType=""
		OrderDate="" Status="" MinOrderStatus="" MaxOrderStatus="" BillToID="" CustomerEMailID=""/></OrderList>`,
	total: 'TotalOrderList',
	prepare: (_context, input) => input.with({ DocumentType: '0001', Status: '3700', StatusQryType: 'FLIKE' }),
});
