import { attributes, extend, type Shape } from '../shape';
import { person } from './person';

/** The header of an order (or return), as people use it. */
export const orderSummary: Shape = {
	attributes: attributes(`
		OrderHeaderKey OrderNo EnterpriseCode DocumentType OrderDate OrderType EntryType OrderName
		Status MinOrderStatus MaxOrderStatus HoldFlag DraftOrderFlag PaymentStatus
		CustomerEMailID CustomerFirstName CustomerLastName CustomerPONo BillToID BuyerOrganizationCode
		SellerOrganizationCode ReqShipDate ReqDeliveryDate PriceInfo.Currency PriceInfo.TotalAmount
		Createts Modifyts
	`),
	custom: ['Extn'],
};

const orderLine: Shape = {
	attributes: attributes(`
		OrderLineKey PrimeLineNo SubLineNo Item.ItemID Item.UnitOfMeasure Item.ProductClass Item.ItemShortDesc
		OrderedQty OriginalOrderedQty Status MinLineStatus MaxLineStatus DeliveryMethod FulfillmentType ShipNode
		ReqShipDate ReqDeliveryDate LinePriceInfo.UnitPrice LineOverallTotals.LineTotal Modifyts
	`),
	custom: ['Extn', 'CustomAttributes'],
};

const hold: Shape = {
	attributes: attributes('HoldType Status StatusDescription ReasonText'),
};

const note: Shape = {
	attributes: attributes('NoteText ReasonCode ContactType ContactUser ContactTime'),
};

/** The order with lines, addresses, holds and notes, and with all of its custom fields. */
export const orderWithLines: Shape = extend(orderSummary, {
	custom: ['CustomAttributes', 'References'],
	elements: {
		ShipTo: { path: 'PersonInfoShipTo', shape: person },
		BillTo: { path: 'PersonInfoBillTo', shape: person },
	},
	lists: {
		OrderLines: { path: 'OrderLines.OrderLine', shape: orderLine },
		Holds: { path: 'OrderHoldTypes.OrderHoldType', shape: hold },
		Notes: { path: 'Notes.Note', shape: note },
	},
});

/** Everything that integrations have been seen to use of an order; returned as Sterling returns it. */
export const orderEverything: Shape = extend(orderWithLines, {
	attributes: attributes(`
		AllocationRuleID AuthorizedClient CarrierServiceCode ChargeActualFreightFlag CustomerPhoneNo CustCustPONo
		DeliveryCode DepartmentCode Division EnteredBy FreightTerms HoldReasonCode LevelOfService Lockid
		MaxOrderStatusDesc MinOrderStatusDesc NotificationReference NotificationType OrderComplete
		OriginalTotalAmount PaymentRuleId PersonalizeCode PriorityCode PriorityNumber Purpose ReceivingNode
		ReqCancelDate SCAC ScacAndService SearchCriteria1 SearchCriteria2 ShipNode ShipToID TaxExemptFlag TermsCode
		TotalAdjustmentAmount VendorID isHistory
		OverallTotals.GrandCharges OverallTotals.GrandDiscount OverallTotals.GrandTax OverallTotals.GrandTotal
		OverallTotals.LineSubTotal InvoicedTotals.GrandTotal RemainingTotals.GrandTotal
	`),
	lists: {
		OrderLines: {
			path: 'OrderLines.OrderLine',
			shape: extend(orderLine, {
				attributes: attributes(`
					CarrierServiceCode CustomerPONo FreightTerms GiftFlag HoldFlag InvoicedQty IsFirmPredefinedNode
					ItemGroupCode KitCode LevelOfService LineType OpenQty ReceivingNode RemainingQty ReturnReason SCAC
					ScacAndService ShipToID ShippedQuantity StatusQuantity Createts
					DerivedFromOrderHeaderKey DerivedFromOrderLineKey
				`),
				elements: { ShipTo: { path: 'PersonInfoShipTo', shape: person } },
				lists: {
					Statuses: {
						path: 'OrderStatuses.OrderStatus',
						shape: {
							attributes: attributes(`
								OrderLineKey OrderReleaseKey OrderReleaseStatusKey Status StatusDescription StatusDate
								StatusQty ShipNode
							`),
						},
					},
					Charges: {
						path: 'LineCharges.LineCharge',
						shape: { attributes: attributes('ChargeCategory ChargeName ChargeAmount') },
					},
					Taxes: { path: 'LineTaxes.LineTax', shape: { attributes: attributes('TaxName Tax TaxPercentage') } },
					Holds: { path: 'OrderHoldTypes.OrderHoldType', shape: hold },
					Notes: { path: 'Notes.Note', shape: note },
				},
			}),
		},
		Charges: {
			path: 'HeaderCharges.HeaderCharge',
			shape: { attributes: attributes('ChargeCategory ChargeName ChargeAmount') },
		},
		Taxes: { path: 'HeaderTaxes.HeaderTax', shape: { attributes: attributes('TaxName Tax TaxPercentage') } },
		Payments: {
			path: 'PaymentMethods.PaymentMethod',
			shape: {
				attributes: attributes(
					'PaymentKey PaymentType MaxChargeLimit TotalAuthorized TotalCharged TotalRefundedAmount',
				),
			},
		},
	},
});
