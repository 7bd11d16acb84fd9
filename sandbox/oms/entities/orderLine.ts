import { Element } from '../document/element';
import { defineEntity, type Relation, type Row } from '../store/entity';
import { formatQuantity } from '../engine/values';
import { describeRange, openQuantity, processTypeOfLine } from '../pipeline/statuses';
import { lineTotals } from '../pipeline/totals';
import { customAttributesOf } from './customAttributes';
import { addresses, documentLists, emptyElement } from './shared';

/** Extension columns of the order line; Aurora fills the first, Borealis the second. */
const orderLineExtension = ['ExtnGiftWrap', 'ExtnPalletNo'];

/** Attributes of an order line's Item element; they are columns of the line. */
const itemColumns = Object.fromEntries(
	`ItemID UnitOfMeasure ProductClass ItemDesc ItemShortDesc UnitCost CostCurrency CustomerItem CustomerItemDesc
	ManufacturerName ManufacturerItem ManufacturerItemDesc SupplierItem SupplierItemDesc UPCCode ISBN NMFCClass
	NMFCCode NMFCDescription HarmonizedCode ECCNNo CountryOfOrigin TaxProductCode ItemWeight ItemWeightUOM
	ProductLine ScheduleBCode`
		.trim()
		.split(/\s+/)
		.map((name) => [name, name]),
);

/** Those of them that are no amounts. */
const itemTexts = Object.keys(itemColumns).filter((name) => !['UnitCost', 'ItemWeight'].includes(name));

const priceColumns = Object.fromEntries(
	`UnitPrice ListPrice RetailPrice IsPriceLocked PricingUOM TaxableFlag DiscountPercentage OrderedPricingQty
	InvoicedPricingQty ActualPricingQty SettledAmount SettledQuantity LineTotal PricingQtyConversionFactor`
		.trim()
		.split(/\s+/)
		.map((name) => [name, name]),
);

const totals = (kind: 'overall' | 'invoiced' | 'remaining'): Relation => ({
	kind: 'built',
	build: (row, reader, template) => lineTotals(row, reader, template, kind),
});

function schedule(status: Row): Element {
	return new Element('Schedule', {
		OrderLineScheduleKey: status.OrderLineScheduleKey ?? '',
		OrderHeaderKey: status.OrderHeaderKey,
		OrderLineKey: status.OrderLineKey,
		Quantity: status.StatusQty ?? '0',
		ShipNode: status.ShipNode ?? '',
		ExpectedShipmentDate: status.ExpectedShipmentDate ?? '',
		ExpectedDeliveryDate: status.ExpectedDeliveryDate ?? '',
		TagNumber: '',
	});
}

/** One line of an order. Its quantity is in one or more statuses (OrderStatus rows). */
export const orderLine = defineEntity({
	name: 'OrderLine',
	table: 'YFS_ORDER_LINE',
	key: 'OrderLineKey',
	unique: [['OrderHeaderKey', 'PrimeLineNo', 'SubLineNo']],
	indexes: ['OrderHeaderKey', 'DerivedFromOrderLineKey'],
	complexQuery: true,
	columns: {
		text: `OrderHeaderKey ShipNode ReceivingNode DeliveryMethod FulfillmentType LineType ItemGroupCode ItemKey
			ShipToKey BillToKey ContactKey SoldToKey MarkForKey SCAC CarrierServiceCode ScacAndService
			ScacAndServiceKey
			CarrierAccountNo LevelOfService FreightTerms DeliveryCode CustomerPONo CustomerLinePONo DepartmentCode
			ReservationID ReservationPool ShipTogetherNo Segment SegmentType SerialNo KitCode PackListType Purpose
			HoldReasonCode ReturnReason DerivedFromOrderLineKey DerivedFromOrderHeaderKey MinLineStatus MaxLineStatus
			TransactionalLineId SubstituteItemID SubstituteItemUOM PersonalizeCode PersonalizeFlag ImportLicenseNo
			ApptStatus ${itemTexts.join(' ')}
			PricingUOM`,
		flag: 'HoldFlag GiftFlag GiftWrap PickableFlag IsBundleParent IsPriceLocked TaxableFlag',
		integer: 'PrimeLineNo SubLineNo',
		quantity: `OrderedQty OriginalOrderedQty InvoicedQty SplitQty ReceivedQty OrderedPricingQty
			InvoicedPricingQty
			ActualPricingQty SettledQuantity PricingQtyConversionFactor`,
		amount: `UnitPrice ListPrice RetailPrice LineTotal UnitCost ItemWeight SettledAmount DiscountPercentage
			OtherCharges`,
		dateTime: 'ReqShipDate ReqDeliveryDate ReqCancelDate EarliestScheduleDate EarliestShipDate',
		date: 'AllocationDate',
	},
	extension: orderLineExtension,
	defaults: { ItemGroupCode: 'PROD', PickableFlag: 'Y', DeliveryMethod: 'SHP', ItemWeightUOM: 'LBS' },
	computed: {
		Status: (row, reader) =>
			describeRange(reader, processTypeOfLine(reader, row), row.MinLineStatus, row.MaxLineStatus),
		MinLineStatusDesc: (row, reader) =>
			describeRange(reader, processTypeOfLine(reader, row), row.MinLineStatus, row.MinLineStatus),
		MaxLineStatusDesc: (row, reader) =>
			describeRange(reader, processTypeOfLine(reader, row), row.MaxLineStatus, row.MaxLineStatus),
		OpenQty: (row, reader) => formatQuantity(openQuantity(reader, row)),
		RemainingQty: (row, reader) => formatQuantity(openQuantity(reader, row)),
		StatusQuantity: (row) => row.OrderedQty ?? '0',
		LineSeqNo: (row) => `${row.PrimeLineNo}.${row.SubLineNo}`,
	},
	filters: {
		Status: (row, reader) =>
			reader.where('OrderStatus', 'OrderLineKey', row.OrderLineKey).map((status) => status.Status),
	},
	relations: {
		...addresses,
		...documentLists('YFS_ORDER_LINE'),
		Item: { kind: 'embedded', columns: itemColumns },
		LinePriceInfo: { kind: 'embedded', columns: priceColumns },
		CustomAttributes: customAttributesOf('YFS_ORDER_LINE', (row, reader) => reader.get('Order', row.OrderHeaderKey)),
		ItemDetails: { kind: 'one', entity: 'Item', column: 'ItemKey', writable: false },
		Order: { kind: 'one', entity: 'Order', column: 'OrderHeaderKey', writable: false },
		DerivedFromOrderLine: {
			kind: 'one',
			entity: 'OrderLine',
			column: 'DerivedFromOrderLineKey',
			writable: false,
		},
		DerivedFromOrder: { kind: 'one', entity: 'Order', column: 'DerivedFromOrderHeaderKey', writable: false },
		OrderStatuses: {
			kind: 'list',
			member: 'OrderStatus',
			entity: 'OrderStatus',
			by: 'OrderLineKey',
			writable: false,
		},
		OrderHoldTypes: {
			kind: 'list',
			member: 'OrderHoldType',
			entity: 'OrderHoldType',
			by: 'OrderLineKey',
			writable: false,
		},
		LineCharges: {
			kind: 'list',
			member: 'LineCharge',
			entity: 'LineCharge',
			by: 'OrderLineKey',
			identity: ['ChargeCategory', 'ChargeName'],
		},
		LineTaxes: {
			kind: 'list',
			member: 'LineTax',
			entity: 'LineTax',
			by: 'OrderLineKey',
			identity: ['ChargeCategory', 'ChargeName', 'TaxName'],
		},
		LineOverallTotals: totals('overall'),
		LineInvoicedTotals: totals('invoiced'),
		LineRemainingTotals: totals('remaining'),
		Schedules: {
			kind: 'built',
			build: (row, reader, template) =>
				new Element(template.name, {}, reader.where('OrderStatus', 'OrderLineKey', row.OrderLineKey).map(schedule)),
		},
		KitLines: {
			kind: 'built',
			build: (_row, _reader, template) => new Element(template.name, { NumberOfKitLines: '0' }),
		},
		WorkOrders: {
			kind: 'built',
			build: (_row, _reader, template) => new Element(template.name, { NumberOfWorkOrders: '0' }),
		},
		OrderLineOptions: emptyElement,
		ProductAssociations: emptyElement,
		ServiceAssociations: emptyElement,
	},
});
