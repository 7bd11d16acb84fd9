import { Element } from '../../document/element';
import { defineApi, type Api } from '../../engine/api';
import type { Context } from '../../engine/context';
import type { Row } from '../../store/entity';
import { refuse } from '../../exception';
import { defineListApi } from '../../engine/list';
import { createOrderInvoice, recordExternalCharges, recordInvoice } from '../../pipeline/orderInvoice';

const header = `OrderInvoiceKey="" InvoiceNo="" InvoiceType="" OrderHeaderKey="" OrderNo="" EnterpriseCode=""
	DocumentType="" SellerOrganizationCode="" ShipmentKey="" ShipmentNo="" ShipNode="" Status="" Currency=""
	DateInvoiced="" TotalAmount="" AmountCollected="" LineSubTotal="" TotalHeaderCharges="" TotalTax=""
	Reference1=""`;

export const getOrderInvoiceList = defineListApi({
	name: 'getOrderInvoiceList',
	root: 'OrderInvoice',
	template: `<OrderInvoiceList TotalOrderInvoiceList=""><OrderInvoice ${header}/></OrderInvoiceList>`,
	total: 'TotalOrderInvoiceList',
});

const invoiceHeader = `<InvoiceHeader ${header}>
	<Order OrderHeaderKey="" OrderNo="" EnterpriseCode="" DocumentType="" OrderDate=""/>
	<Shipment ShipmentKey="" ShipmentNo="" ShipNode="" ShipDate=""/>
	<LineDetails><LineDetail PrimeLineNo="" SubLineNo="" OrderLineKey="" ItemID="" UnitOfMeasure="" ShippedQty=""
		UnitPrice="" ExtendedPrice="" Charges="" Tax="" LineTotal=""/></LineDetails>
	<TotalSummary/><CollectionDetails/></InvoiceHeader>`;

/** One invoice by InvoiceKey or InvoiceNo; the document is InvoiceDetail/InvoiceHeader [factory template]. */
export const getOrderInvoiceDetails = defineApi({
	name: 'getOrderInvoiceDetails',
	root: 'GetOrderInvoiceDetails',
	kind: 'read',
	template: `<InvoiceDetail>${invoiceHeader}</InvoiceDetail>`,
	run(context, input) {
		const key = input.get('InvoiceKey') || input.get('OrderInvoiceKey');
		const invoice = key
			? context.database.get('OrderInvoice', key)
			: context.database.find('OrderInvoice', { InvoiceNo: input.get('InvoiceNo') });
		if (!invoice) throw refuse('YFS10001', { ...input.attributes });
		const template = context.template.child('InvoiceHeader') ?? new Element('InvoiceHeader');
		return new Element('InvoiceDetail', {}, [context.project('OrderInvoice', invoice, template)]);
	},
});

/** A write that returns the invoice it made (default output inferred). */
function invoiceWrite(name: string, root: string, work: (context: Context, input: Element) => Row): Api {
	return defineApi({
		name,
		root,
		kind: 'write',
		template: '<OrderInvoice OrderInvoiceKey="" InvoiceNo="" InvoiceType="" OrderHeaderKey="" TotalAmount=""/>',
		run: (context, input) => context.project('OrderInvoice', work(context, input)),
	});
}

export const createOrderInvoiceApi = invoiceWrite('createOrderInvoice', 'Order', createOrderInvoice);

export const recordInvoiceCreation = invoiceWrite('recordInvoiceCreation', 'OrderInvoice', recordInvoice);

/** Root and default output are inferred. */
export const recordExternalChargesApi = defineApi({
	name: 'recordExternalCharges',
	root: 'RecordExternalCharges',
	kind: 'write',
	template: '<Order OrderHeaderKey="" OrderNo="" EnterpriseCode="" DocumentType="" PaymentStatus=""/>',
	run: (context, input) => context.project('Order', recordExternalCharges(context, input)),
});
