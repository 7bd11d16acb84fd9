import { attributes, extend, type Shape } from '../shape';
import { person } from './person';

/** The quantities of a line in each of its statuses. */
const statuses = {
	path: 'OrderStatuses.OrderStatus',
	shape: { attributes: attributes('Status StatusDescription StatusQty StatusDate ShipNode OrderReleaseKey') },
};

/** An order line on its own: what it is, whose it is, and where its quantities stand. */
export const orderLineSummary: Shape = {
	attributes: attributes(`
		OrderLineKey PrimeLineNo SubLineNo OrderHeaderKey Order.OrderNo Order.EnterpriseCode Order.DocumentType
		Item.ItemID Item.UnitOfMeasure Item.ProductClass OrderedQty Status MinLineStatus MaxLineStatus ShipNode
		DeliveryMethod Createts Modifyts
	`),
	custom: ['Extn'],
	lists: { Statuses: statuses },
};

/** The line with prices, dates and address. */
export const orderLineWithDetails: Shape = extend(orderLineSummary, {
	attributes: attributes(`
		Item.ItemShortDesc OriginalOrderedQty FulfillmentType ReqShipDate ReqDeliveryDate LinePriceInfo.UnitPrice
		LineOverallTotals.LineTotal Order.OrderDate Order.OrderType Order.EntryType Order.CustomerEMailID
	`),
	custom: ['CustomAttributes'],
	elements: { ShipTo: { path: 'PersonInfoShipTo', shape: person } },
});

export const orderLineEverything: Shape = extend(orderLineWithDetails, {
	attributes: attributes(`
		CarrierServiceCode CustomerPONo FreightTerms GiftFlag HoldFlag InvoicedQty IsFirmPredefinedNode ItemGroupCode
		KitCode LevelOfService LineType Lockid OpenQty ReceivingNode RemainingQty ReqCancelDate ReturnReason SCAC
		ScacAndService ShippedQuantity StatusQuantity
	`),
	lists: { Notes: { path: 'Notes.Note', shape: { attributes: attributes('NoteText ReasonCode ContactType') } } },
});
