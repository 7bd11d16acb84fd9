import { statuses } from './statuses';

/** Rows of configuration tables, each as the values of the columns in the first entry. */
interface SeedTable {
	entity: string;
	columns: string;
	rows: string[];
}

/**
 * Configuration of the demo installation: statuses, document types, hold types, codes, carriers,
 * transactions.
 */
export const configurationSeed: SeedTable[] = [
	{
		entity: 'Status',
		columns: 'StatusKey Status Description StatusName ProcessTypeKey OwnerKey',
		rows: statuses,
	},
	{
		entity: 'DocumentParams',
		columns: 'DocumentParamsKey DocumentType Description BaseDocumentType',
		rows: [
			'0001|0001|Sales Order|0001',
			'0002|0002|Planned Order|0001',
			'0003|0003|Return Order|0003',
			'0004|0004|Template Order|0001',
			'0005|0005|Purchase Order|0005',
			'0006|0006|Transfer Order|0006',
			'0007|0007|Master Order|0007',
			'0015|0015|Quote|0015',
		],
	},
	{
		entity: 'HoldType',
		columns: 'HoldTypeKey HoldType HoldTypeDescription OrganizationCode DocumentType HoldLevel',
		rows: [
			'HT-1|FRAUD_HOLD|Fraud check|AURORA|0001|ORDER',
			'HT-2|ADDRESS_HOLD|Address check|AURORA|0001|ORDER',
			'HT-3|CREDIT_HOLD|Credit check|BOREALIS|0001|ORDER',
			'HT-4|MANUAL_HOLD|Hold by hand|DEFAULT|0001|ORDER',
			'HT-5|LINE_HOLD|Hold of one line|DEFAULT|0001|ORDER_LINE',
		],
	},
	{
		entity: 'CommonCode',
		columns: 'CommonCodeKey CodeType CodeValue CodeShortDescription CodeLongDescription OrganizationCode',
		rows: [
			'CC-01|ORDER_TYPE|WEB|Web order|Order of the web shop|DEFAULT',
			'CC-02|ORDER_TYPE|B2B|Business order|Order of a business customer|DEFAULT',
			'CC-03|ENTRY_TYPE|WEB|Web|Entered in the web shop|DEFAULT',
			'CC-04|ENTRY_TYPE|CALL|Call centre|Entered in the call centre|DEFAULT',
			'CC-05|MODIFICATION_REASON|CUST_REQ|Customer request|Changed at the customer’s request|DEFAULT',
			'CC-06|MODIFICATION_REASON|PRICE_ADJ|Price adjustment|Price was adjusted|DEFAULT',
			'CC-07|YCD_CANCEL_REASON|NO_STOCK|Out of stock|Goods cannot be delivered|DEFAULT',
			'CC-08|YCD_CANCEL_REASON|CUST_REQ|Customer request|Cancelled at the customer’s request|DEFAULT',
			'CC-09|RETURN_REASON|DAMAGED|Damaged|Arrived damaged|DEFAULT',
			'CC-10|RETURN_REASON|WRONG_ITEM|Wrong item|Another item than ordered|DEFAULT',
			'CC-11|DELIVERY_METHOD|SHP|Shipment|Shipped by parcel|DEFAULT',
			'CC-12|DELIVERY_METHOD|DEL|Delivery|Delivered|DEFAULT',
			'CC-13|DELIVERY_METHOD|PICK|Pick up|Picked up at a node|DEFAULT',
			'CC-14|DELIVERY_METHOD|CARRY|Carry|Carried out of a store|DEFAULT',
			'CC-15|LEVEL_OF_SERVICE|STANDARD|Standard|Standard delivery|DEFAULT',
			'CC-16|LEVEL_OF_SERVICE|EXPRESS|Express|Express delivery|DEFAULT',
			'CC-17|PRODUCT_CLASS|GOOD|Good|First quality|DEFAULT',
			'CC-18|PRODUCT_CLASS|FQ|Flawed|Second quality|DEFAULT',
			'CC-19|ITEM_STATUS|3000|Published|May be ordered|DEFAULT',
			'CC-20|ITEM_STATUS|2000|Held|May not be ordered|DEFAULT',
			'CC-21|CUSTOMER_STATUS|10|Active|Active|DEFAULT',
			'CC-22|CUSTOMER_STATUS|20|On Hold|On hold|DEFAULT',
			'CC-23|CUSTOMER_STATUS|30|Inactive|Inactive|DEFAULT',
			'CC-24|CUSTOMER_LEVEL|GOLD|Gold|Gold customer|AURORA',
			'CC-25|INVOICE_TYPE|SHIPMENT|Shipment|Invoice of a shipment|DEFAULT',
			'CC-26|NOTES_REASON|YCD_BACKORDER_INFO|Backorder information|Why goods are late|DEFAULT',
			'CC-27|NOTES_REASON|CUST_CONTACT|Customer contact|Talk with the customer|DEFAULT',
			'CC-28|INSTRUCTION_TYPE|GIFT|Gift|Gift instructions|DEFAULT',
			'CC-29|HOLD_TYPE_STATUS|1100|Created|Hold is on|DEFAULT',
			'CC-30|HOLD_TYPE_STATUS|1300|Resolved|Hold is off|DEFAULT',
			'CC-31|FULFILLMENT_TYPE|PRODUCT_SOURCING|Product sourcing|Sourced from nodes|DEFAULT',
		],
	},
	{
		entity: 'Scac',
		columns: 'ScacKey Scac ScacDesc ScacType OrganizationCode',
		rows: [
			'UPSN|UPSN|United Parcel|PARCEL|DEFAULT',
			'FEDX|FEDX|Federal Parcel|PARCEL|DEFAULT',
			'TRUK|TRUK|Own trucks|TL|DEFAULT',
		],
	},
	{
		entity: 'CarrierService',
		columns: 'CarrierServiceKey CarrierServiceCode CarrierServiceDesc CarrierType Scac OrganizationCode',
		rows: [
			'CS-1|Ground|Ground|PARCEL|UPSN|DEFAULT',
			'CS-2|Next Day Air|Next Day Air|PARCEL|UPSN|DEFAULT',
			'CS-3|Home Delivery|Home Delivery|PARCEL|FEDX|DEFAULT',
		],
	},
	{
		entity: 'ScacAndService',
		columns: `ScacAndServiceKey ScacAndService ScacAndServiceDesc ScacKey Scac CarrierServiceKey
			CarrierServiceCode
			CarrierType OrganizationCode`,
		rows: [
			'SS-1|UPSNGRD|United Parcel Ground|UPSN|UPSN|CS-1|Ground|PARCEL|DEFAULT',
			'SS-2|UPSNND|United Parcel Next Day|UPSN|UPSN|CS-2|Next Day Air|PARCEL|DEFAULT',
			'SS-3|FEDXHD|Federal Home Delivery|FEDX|FEDX|CS-3|Home Delivery|PARCEL|DEFAULT',
		],
	},
	{
		entity: 'ItemUOMMaster',
		columns: 'ItemUOMMasterKey UnitOfMeasure Description UOMType ItemGroupCode OrganizationCode',
		rows: [
			'IU-1|EACH|Each|QUANTITY|PROD|DEFAULT',
			'IU-2|CASE|Case|QUANTITY|PROD|DEFAULT',
			'IU-3|PALLET|Pallet|QUANTITY|PROD|DEFAULT',
		],
	},
	{
		entity: 'Uom',
		columns: 'UomKey Uom UomDescription UomType',
		rows: ['UOM-1|LBS|Pounds|WEIGHT', 'UOM-2|KG|Kilograms|WEIGHT', 'UOM-3|IN|Inches|DIMENSION'],
	},
	{
		entity: 'Transaction',
		columns: `TransactionKey Tranid Tranname BaseTransactionKey ProcessTypeKey OwnerKey PickupStatuses
			DropStatuses`,
		rows: [
			'SCHEDULE.0001|SCHEDULE.0001|Schedule Order|SCHEDULE|ORDER_FULFILLMENT|DEFAULT||',
			'RELEASE.0001|RELEASE.0001|Release Order|RELEASE|ORDER_FULFILLMENT|DEFAULT||',
			'CONFIRM_PICK.0001.ex|CONFIRM_PICK.0001.ex|Confirm Pick|CHANGE_ORDER_STATUS|ORDER_FULFILLMENT|DEFAULT' +
				'|3200 3300|3200.10',
			'SEND_TO_NODE.0001.ex|SEND_TO_NODE.0001.ex|Send To Node|CHANGE_ORDER_STATUS|ORDER_FULFILLMENT|DEFAULT' +
				'|3200|3300',
			'DELIVER_ORDER.0001.ex|DELIVER_ORDER.0001.ex|Deliver Order|CHANGE_ORDER_STATUS|ORDER_FULFILLMENT|DEFAULT' +
				'|3700|3700.7777',
			'ACCEPT_ORDER.0001.ex|ACCEPT_ORDER.0001.ex|Accept Order|CHANGE_ORDER_STATUS|ORDER_FULFILLMENT|DEFAULT' +
				'|1100|1260',
			'AUTHORIZE_RETURN.0003|AUTHORIZE_RETURN.0003|Authorize Return|CHANGE_ORDER_STATUS|RETURN_FULFILLMENT' +
				'|DEFAULT|1100|1100.01',
			'RETURN_RECEIVED.0003.ex|RETURN_RECEIVED.0003.ex|Return Received|CHANGE_ORDER_STATUS|RETURN_FULFILLMENT' +
				'|DEFAULT|1100 1100.01|3900',
			'CHANGE_SHIPMENT_STATUS|CHANGE_SHIPMENT_STATUS|Change Shipment Status|CHANGE_SHIPMENT_STATUS' +
				'|ORDER_DELIVERY|DEFAULT||',
		],
	},
	{
		entity: 'InventorySupplyType',
		columns: 'InventorySupplyTypeKey SupplyType Description OnhandSupply OrganizationCode',
		rows: [
			'ST-1|ONHAND|On hand|Y|DEFAULT',
			'ST-2|INTRANSIT|In transit|N|DEFAULT',
			'ST-3|PO|Purchase order|N|DEFAULT',
			'ST-4|PO_PLACED|Purchase order placed|N|DEFAULT',
			'ST-5|HELD|Held|N|DEFAULT',
		],
	},
	{
		entity: 'InventoryDemandType',
		columns: 'InventoryDemandTypeKey DemandType Description OrganizationCode',
		rows: ['DT-1|SCHEDULED|Scheduled|DEFAULT', 'DT-2|ALLOCATED|Allocated|DEFAULT', 'DT-3|RESERVED|Reserved|DEFAULT'],
	},
	{
		entity: 'OrderLineType',
		columns: 'OrderLineTypeKey LineType Description DocumentType OrganizationCode',
		rows: ['LT-1|STANDARD|Standard line|0001|DEFAULT', 'LT-2|GIFT|Gift line|0001|DEFAULT'],
	},
	{
		entity: 'PaymentType',
		columns: 'PaymentTypeKey PaymentType PaymentTypeDescription PaymentTypeGroup OrganizationCode',
		rows: [
			'PT-1|CREDIT_CARD|Credit card|CREDIT_CARD|DEFAULT',
			'PT-2|OTHER|Other|OTHER|DEFAULT',
			'PT-3|INVOICE|On invoice|CUSTOMER_ACCOUNT|DEFAULT',
			'PT-4|GIFT_CARD|Gift card|STORED_VALUE_CARD|DEFAULT',
		],
	},
	{
		entity: 'ChargeCategory',
		columns: 'ChargeCategoryKey ChargeCategory Description IsDiscount OrganizationCode DocumentType',
		rows: [
			'CH-1|Shipping|Shipping|N|DEFAULT|0001',
			'CH-2|Discount|Discount|Y|DEFAULT|0001',
			'CH-3|Handling|Handling|N|DEFAULT|0001',
		],
	},
	{
		entity: 'ChargeName',
		columns: 'ChargeNameKey ChargeName Description ChargeCategory OrganizationCode',
		rows: ['CN-1|Standard|Standard shipping|Shipping|DEFAULT', 'CN-2|Coupon|Coupon|Discount|DEFAULT'],
	},
	{
		entity: 'FreightTerms',
		columns: 'FreightTermsKey FreightTerms ShortDescription OrganizationCode',
		rows: ['FT-1|PREPAID|Prepaid|DEFAULT', 'FT-2|COLLECT|Collect|DEFAULT'],
	},
	{
		entity: 'Currency',
		columns: 'CurrencyKey Currency CurrencyDescription PrefixSymbol',
		rows: ['USD|USD|US Dollar|$', 'EUR|EUR|Euro|€', 'CAD|CAD|Canadian Dollar|$'],
	},
	{
		entity: 'Locale',
		columns: 'LocaleKey Localecode LocaleDescription Currency Country Language',
		rows: ['LO-1|en_US_EST|English, US East|USD|US|en', 'LO-2|de_DE_CET|German|EUR|DE|de'],
	},
	{
		entity: 'AdjustmentReason',
		columns: 'AdjustmentReasonKey ReasonCode ShortDescription OrganizationCode',
		rows: ['AR-1|CYCLE_COUNT|Cycle count|DEFAULT', 'AR-2|DAMAGE|Damaged goods|DEFAULT'],
	},
	{
		entity: 'Queue',
		columns: 'QueueKey QueueId QueueName QueueDescription OwnerKey',
		rows: ['Q-1|DEFAULT|Default queue|Alerts without a queue of their own|DEFAULT'],
	},
	{
		entity: 'Category',
		columns: 'CategoryKey CategoryID CategoryPath ShortDescription Description OrganizationCode',
		rows: [
			'CAT-1|HOME|/AuroraCatalog/HOME|Home|Things for the home|AURORA',
			'CAT-2|OUTDOOR|/AuroraCatalog/OUTDOOR|Outdoor|Things for outdoors|AURORA',
			'CAT-3|PARTS|/BorealisCatalog/PARTS|Parts|Spare parts|BOREALIS',
		],
	},
];
