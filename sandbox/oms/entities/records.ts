import { Element } from '../document/element';
import { defineEntity, type Reader, type Row } from '../store/entity';

/** An invoice; shipping an order makes one of type SHIPMENT. */
export const orderInvoice = defineEntity({
	name: 'OrderInvoice',
	table: 'YFS_ORDER_INVOICE',
	key: 'OrderInvoiceKey',
	unique: [['InvoiceNo']],
	indexes: ['OrderHeaderKey', 'ShipmentKey'],
	columns: {
		text: `InvoiceNo InvoiceType OrderHeaderKey OrderNo EnterpriseCode DocumentType SellerOrganizationCode
			ShipmentKey
			ShipmentNo ShipNode Status Currency Reference1 MasterInvoiceNo DerivedFromOrderHeaderKey BillToKey`,
		amount: 'TotalAmount AmountCollected LineSubTotal TotalHeaderCharges TotalHeaderTax TotalTax OtherCharges',
		dateTime: 'DateInvoiced InvoiceCreationDate',
	},
	extension: ['ExtnLedgerNo'],
	computed: { InvoiceKey: (row) => row.OrderInvoiceKey },
	relations: {
		Order: { kind: 'one', entity: 'Order', column: 'OrderHeaderKey', writable: false },
		Shipment: { kind: 'one', entity: 'Shipment', column: 'ShipmentKey', writable: false },
		TotalSummary: {
			kind: 'embedded',
			columns: {
				LineSubTotal: 'LineSubTotal',
				TotalHeaderCharges: 'TotalHeaderCharges',
				TotalTax: 'TotalTax',
				TotalAmount: 'TotalAmount',
			},
		},
		CollectionDetails: { kind: 'embedded', columns: { AmountCollected: 'AmountCollected' } },
		LineDetails: {
			kind: 'list',
			member: 'LineDetail',
			entity: 'LineDetail',
			by: 'OrderInvoiceKey',
			count: 'TotalNumberOfRecords',
			writable: false,
		},
	},
});

export const invoiceLine = defineEntity({
	name: 'LineDetail',
	table: 'YFS_ORDER_INVOICE_DETAIL',
	key: 'OrderInvoiceDetailKey',
	indexes: ['OrderInvoiceKey', 'OrderLineKey'],
	columns: {
		text: 'OrderInvoiceKey OrderHeaderKey OrderLineKey ShipmentLineKey ItemID UnitOfMeasure',
		integer: 'PrimeLineNo SubLineNo',
		quantity: 'ShippedQty Quantity',
		amount: 'UnitPrice ExtendedPrice LineTotal Charges Tax',
	},
	relations: { OrderLine: { kind: 'one', entity: 'OrderLine', column: 'OrderLineKey', writable: false } },
});

function auditLevels(audit: Row, reader: Reader, template: Element): Element {
	const levels = new Map<string, Element>();
	for (const detail of reader.where('OrderAuditDetail', 'OrderAuditKey', audit.OrderAuditKey)) {
		const id = `${detail.ModificationLevel} ${detail.OrderLineKey ?? ''}`;
		const level =
			levels.get(id) ??
			new Element(
				'OrderAuditLevel',
				{
					ModificationLevel: detail.ModificationLevel,
					OrderLineKey: detail.OrderLineKey ?? '',
				},
				[new Element('ModificationTypes'), new Element('OrderAuditDetails')],
			);
		levels.set(id, level);
		const [types, details] = level.children;
		if (!types.children.some((type) => type.get('Name') === detail.ModificationType)) {
			types.add(new Element('ModificationType', { Name: detail.ModificationType }));
		}
		if (!detail.Name) continue;
		details.add(
			new Element('OrderAuditDetail', { AuditType: detail.AuditType }, [
				new Element('Attributes', {}, [
					new Element('Attribute', {
						Name: detail.Name,
						OldValue: detail.OldValue ?? '',
						NewValue: detail.NewValue ?? '',
					}),
				]),
			]),
		);
	}
	return new Element(template.name, {}, [...levels.values()]);
}

/** One change of an order: who, when, why, what. */
export const orderAudit = defineEntity({
	name: 'OrderAudit',
	table: 'YFS_ORDER_AUDIT',
	key: 'OrderAuditKey',
	indexes: ['OrderHeaderKey'],
	columns: {
		text: `OrderHeaderKey AuditTransactionId ReasonCode ReasonText ReferenceValue1 ReferenceValue2
			ReferenceValue3
			ReferenceValue4 XMLFlag`,
	},
	relations: {
		Order: { kind: 'one', entity: 'Order', column: 'OrderHeaderKey', writable: false },
		OrderAuditLevels: { kind: 'built', build: auditLevels },
	},
});

export const orderAuditDetail = defineEntity({
	name: 'OrderAuditDetail',
	table: 'YFS_ORDER_AUDIT_DETAIL',
	key: 'OrderAuditDetailKey',
	indexes: ['OrderAuditKey'],
	columns: {
		text: 'OrderAuditKey OrderLineKey ModificationLevel ModificationType AuditType Name OldValue NewValue',
	},
});

/** A queued call; the attribute and element names are spelled as in the product. */
export const asyncronousRequest = defineEntity({
	name: 'AsyncronousRequest',
	table: 'YFS_ASYNC_REQ',
	key: 'AsyncronousRequestKey',
	columns: {
		text: 'ServiceName Message LoginId ErrorCode ErrorDescription',
		flag: 'IsService IsFlow',
		integer: 'ErrorCount',
		dateTime: 'AvailableDate',
	},
	relations: {
		AsyncRequestErrorList: {
			kind: 'built',
			build: (row, _reader, template) =>
				new Element(
					template.name,
					{},
					row.ErrorDescription
						? [
								new Element('AsyncRequestError', {
									ErrorCode: row.ErrorCode ?? '',
									ErrorDescription: row.ErrorDescription,
								}),
							]
						: [],
				),
		},
	},
});

/** A stored output template (PLT_API_TEMPLATE). */
export const apiTemplate = defineEntity({
	name: 'ApiTemplate',
	table: 'PLT_API_TEMPLATE',
	key: 'ApiTemplateKey',
	unique: [['OrganizationCode', 'TemplateId']],
	columns: { text: 'OrganizationCode TemplateType ApiName TemplateId Description TemplateData' },
});

/** Stock at a node. */
export const inventorySupply = defineEntity({
	name: 'InventorySupply',
	table: 'YFS_INVENTORY_SUPPLY',
	key: 'InventorySupplyKey',
	indexes: ['ItemID'],
	columns: {
		text: `ItemID UnitOfMeasure ProductClass OrganizationCode ShipNode SupplyType SupplyReference
			SupplyReferenceType SegmentType Segment Availability`,
		quantity: 'Quantity',
		dateTime: 'ETA ShipByDate',
	},
});

/** Demand on stock: what is scheduled, released or reserved and has not left yet. */
export const inventoryDemand = defineEntity({
	name: 'InventoryDemand',
	table: 'YFS_INVENTORY_DEMAND',
	key: 'InventoryDemandKey',
	indexes: ['ItemID', 'Reference'],
	columns: {
		text: 'ItemID UnitOfMeasure ProductClass OrganizationCode ShipNode DemandType Reference',
		quantity: 'Quantity',
		dateTime: 'DemandShipDate ExpirationDate',
	},
});
