import { defineEntity, type Relation } from '../store/entity';
import { allowedModifications } from '../pipeline/modificationRules';
import { describeRange, processTypeOf } from '../pipeline/statuses';
import { headerTotals } from '../pipeline/totals';
import { customAttributesOf } from './customAttributes';
import { addresses, documentLists, emptyElement } from './shared';

/** Extension columns of the demo installation; Aurora fills the first three, Borealis the others. */
const orderExtension = ['ExtnGiftText', 'ExtnChannel', 'ExtnLoyaltyTier', 'ExtnCostCentre', 'ExtnDepotRegion'];

const totals = (kind: 'overall' | 'invoiced' | 'remaining'): Relation => ({
	kind: 'built',
	build: (row, reader, template) => headerTotals(row, reader, template, kind),
});

/** An order of any document type: sales order, return, transfer… */
export const order = defineEntity({
	name: 'Order',
	table: 'YFS_ORDER_HEADER',
	key: 'OrderHeaderKey',
	unique: [['EnterpriseCode', 'OrderNo', 'DocumentType']],
	indexes: ['OrderNo', 'BillToID', 'CustomerEMailID'],
	complexQuery: true,
	columns: {
		text: `OrderNo EnterpriseCode DocumentType OrderName OrderType EntryType EnteredBy Purpose OrderClosed
			BuyerOrganizationCode SellerOrganizationCode BillToID ShipToID BillToKey ShipToKey ContactKey SoldToKey
			MarkForKey CustomerEMailID CustomerFirstName CustomerLastName CustomerPhoneNo CustomerZipCode CustomerPONo
			CustCustPONo CustomerRewardsNo CustomerContactID VendorID ShipNode ReceivingNode SCAC CarrierServiceCode
			ScacAndService ScacAndServiceKey CarrierAccountNo LevelOfService FreightTerms DeliveryCode PaymentRuleId
			PaymentStatus AllocationRuleID PriorityCode DepartmentCode Division AuthorizedClient SearchCriteria1
			SearchCriteria2 TaxPayerId TaxJurisdiction TaxExemptionCertificate TermsCode PersonalizeCode HoldReasonCode
			NotificationType NotificationReference MinOrderStatus MaxOrderStatus Currency EnterpriseCurrency
			ReturnByGiftRecipient ChainType`,
		flag: `DraftOrderFlag HoldFlag TaxExemptFlag OrderComplete NotifyAfterShipmentFlag ChargeActualFreightFlag`,
		integer: 'PriorityNumber',
		amount: 'TotalAmount OriginalTotalAmount OriginalTax TotalAdjustmentAmount ReportingConversionRate',
		dateTime: `OrderDate ReqShipDate ReqDeliveryDate ReqCancelDate ReportingConversionDate
			AuthorizationExpirationDate`,
	},
	extension: orderExtension,
	defaults: { PaymentStatus: 'NOT_APPLICABLE', ReportingConversionRate: '1.00' },
	computed: {
		Status: (row, reader) =>
			describeRange(reader, processTypeOf(row.DocumentType), row.MinOrderStatus, row.MaxOrderStatus),
		MinOrderStatusDesc: (row, reader) =>
			describeRange(reader, processTypeOf(row.DocumentType), row.MinOrderStatus, row.MinOrderStatus),
		MaxOrderStatusDesc: (row, reader) =>
			describeRange(reader, processTypeOf(row.DocumentType), row.MaxOrderStatus, row.MaxOrderStatus),
		HasProductLines: () => 'Y',
		HasServiceLines: () => 'N',
		HasDeliveryLines: () => 'N',
	},
	filters: {
		Status: (row, reader) =>
			reader.where('OrderStatus', 'OrderHeaderKey', row.OrderHeaderKey).map((status) => status.Status),
	},
	relations: {
		...addresses,
		...documentLists('YFS_ORDER_HEADER'),
		PriceInfo: {
			kind: 'embedded',
			columns: {
				Currency: 'Currency',
				EnterpriseCurrency: 'EnterpriseCurrency',
				TotalAmount: 'TotalAmount',
				ReportingConversionDate: 'ReportingConversionDate',
				ReportingConversionRate: 'ReportingConversionRate',
			},
		},
		CustomAttributes: customAttributesOf('YFS_ORDER_HEADER', (row) => row),
		OrderLines: {
			kind: 'list',
			member: 'OrderLine',
			entity: 'OrderLine',
			by: 'OrderHeaderKey',
			writable: false,
		},
		OrderStatuses: {
			kind: 'list',
			member: 'OrderStatus',
			entity: 'OrderStatus',
			by: 'OrderHeaderKey',
			writable: false,
		},
		OrderReleases: {
			kind: 'list',
			member: 'OrderRelease',
			entity: 'OrderRelease',
			by: 'OrderHeaderKey',
			writable: false,
		},
		Shipments: { kind: 'list', member: 'Shipment', entity: 'Shipment', by: 'OrderHeaderKey', writable: false },
		OrderHoldTypes: {
			kind: 'list',
			member: 'OrderHoldType',
			entity: 'OrderHoldType',
			by: 'OrderHeaderKey',
			fixed: { OrderLineKey: '' },
			writable: false,
		},
		HeaderCharges: {
			kind: 'list',
			member: 'HeaderCharge',
			entity: 'HeaderCharge',
			by: 'OrderHeaderKey',
			identity: ['ChargeCategory', 'ChargeName'],
		},
		HeaderTaxes: {
			kind: 'list',
			member: 'HeaderTax',
			entity: 'HeaderTax',
			by: 'OrderHeaderKey',
			identity: ['ChargeCategory', 'ChargeName', 'TaxName'],
		},
		PaymentMethods: {
			kind: 'list',
			member: 'PaymentMethod',
			entity: 'PaymentMethod',
			by: 'OrderHeaderKey',
			identity: ['PaymentType', 'PaymentReference1'],
		},
		OverallTotals: totals('overall'),
		InvoicedTotals: totals('invoiced'),
		RemainingTotals: totals('remaining'),
		AllowedModifications: {
			kind: 'built',
			build: (row, _reader, template) => allowedModifications(row, template.name),
		},
		ExchangeOrders: emptyElement,
		ProductServiceAssocs: emptyElement,
	},
});
