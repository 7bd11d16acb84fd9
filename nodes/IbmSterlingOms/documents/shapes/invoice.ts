import { attributes, extend, type Shape } from '../shape';

export const invoiceSummary: Shape = {
	attributes: attributes(`
		OrderInvoiceKey InvoiceNo InvoiceType OrderHeaderKey ShipmentKey Order.OrderNo Order.EnterpriseCode
		Order.DocumentType TotalAmount AmountCollected Currency Status DateInvoiced Createts Modifyts
	`),
	custom: ['Extn'],
};

export const invoiceWithLines: Shape = extend(invoiceSummary, {
	lists: {
		Lines: {
			path: 'LineDetails.LineDetail',
			shape: {
				attributes: attributes(`
					OrderInvoiceDetailKey OrderLineKey PrimeLineNo SubLineNo ItemID Quantity ShippedQty UnitPrice
					ExtendedPrice LineTotal
				`),
			},
		},
	},
});

export const invoiceEverything: Shape = extend(invoiceWithLines, {
	attributes: attributes('CollectedThroughAR InvoiceCreationReason Lockid MasterInvoiceNo Reference1'),
	lists: {
		Charges: {
			path: 'HeaderChargeList.HeaderCharge',
			shape: { attributes: attributes('ChargeCategory ChargeName ChargeAmount') },
		},
		Taxes: { path: 'HeaderTaxList.HeaderTax', shape: { attributes: attributes('TaxName Tax') } },
	},
});
