import { attributes, extend, type Shape } from '../shape';
import { person } from './person';

/** The header of an order release. */
export const releaseSummary: Shape = {
	attributes: attributes(`
		OrderReleaseKey ReleaseNo OrderHeaderKey SalesOrderNo EnterpriseCode DocumentType ShipNode Status
		MinOrderReleaseStatus MaxOrderReleaseStatus SCAC CarrierServiceCode DeliveryMethod ReqShipDate
		ReqDeliveryDate Createts Modifyts
	`),
	custom: ['Extn'],
};

/** The release with its lines and address. */
export const releaseWithLines: Shape = extend(releaseSummary, {
	elements: { ShipTo: { path: 'PersonInfoShipTo', shape: person } },
	lists: {
		OrderLines: {
			path: 'OrderLines.OrderLine',
			shape: {
				attributes: attributes(`
					OrderLineKey PrimeLineNo SubLineNo Item.ItemID Item.UnitOfMeasure Item.ProductClass OrderedQty
					StatusQuantity Status DeliveryMethod
				`),
			},
		},
	},
});

export const releaseEverything: Shape = extend(releaseWithLines, {
	attributes: attributes(`
		BuyerOrganizationCode SellerOrganizationCode CustomerPONo Division FreightTerms GiftFlag HoldFlag Lockid
		OrderDate OrderType PackListType PriorityCode ReceivingNode ReqCancelDate ScacAndService ShipAdviceNo ShipToID
	`),
});
