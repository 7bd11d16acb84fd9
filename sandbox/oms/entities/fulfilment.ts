import { Element } from '../document/element';
import { defineEntity, type Reader, type Row } from '../store/entity';
import { project } from '../engine/project';
import { formatQuantity } from '../engine/values';
import { describeRange, processTypeOf, shipmentProcessTypeOf } from '../pipeline/statuses';
import { addresses, documentLists } from './shared';

function releasedLines(release: Row, reader: Reader, template: Element): Element {
	const quantities = new Map<string, number>();
	for (const status of reader.where('OrderStatus', 'OrderReleaseKey', release.OrderReleaseKey)) {
		const before = quantities.get(status.OrderLineKey) ?? 0;
		quantities.set(status.OrderLineKey, before + Number(status.StatusQty ?? 0));
	}
	const lineTemplate = template.child('OrderLine') ?? new Element('OrderLine');
	return new Element(
		template.name,
		{},
		[...quantities].flatMap(([key, quantity]) => {
			const line = reader.get('OrderLine', key);
			if (!line) return [];
			const output = project(reader, reader.entity('OrderLine'), line, lineTemplate);
			return [lineTemplate.has('StatusQuantity') ? output.set('StatusQuantity', formatQuantity(quantity)) : output];
		}),
	);
}

/** What a ship node was told to ship. Its quantities are the OrderStatus rows that carry its key. */
export const orderRelease = defineEntity({
	name: 'OrderRelease',
	table: 'YFS_ORDER_RELEASE',
	key: 'OrderReleaseKey',
	unique: [['OrderHeaderKey', 'ReleaseNo']],
	indexes: ['OrderHeaderKey', 'SalesOrderNo'],
	columns: {
		text: `OrderHeaderKey SalesOrderNo EnterpriseCode DocumentType SellerOrganizationCode BuyerOrganizationCode
			ShipNode ReceivingNode SCAC CarrierServiceCode ScacAndService ScacAndServiceKey CarrierAccountNo
			FreightTerms
			DeliveryMethod DeliveryCode LevelOfService OrderType PackListType ShipToKey BillToKey ContactKey SoldToKey
			MarkForKey PriorityCode CustomerPONo Division MinOrderReleaseStatus MaxOrderReleaseStatus SupplierCode
			ShipAdviceNo ReleaseSeqNo`,
		flag: 'HoldFlag GiftFlag ShipCompleteFlag',
		integer: 'ReleaseNo',
		dateTime: 'OrderDate ReqShipDate ReqDeliveryDate ReqCancelDate StatusDate',
	},
	extension: ['ExtnWaveNo'],
	computed: {
		Status: (row, reader) =>
			describeRange(reader, processTypeOf(row.DocumentType), row.MinOrderReleaseStatus, row.MaxOrderReleaseStatus),
		MinOrderReleaseStatusDesc: (row, reader) =>
			describeRange(reader, processTypeOf(row.DocumentType), row.MinOrderReleaseStatus, row.MinOrderReleaseStatus),
		MaxOrderReleaseStatusDesc: (row, reader) =>
			describeRange(reader, processTypeOf(row.DocumentType), row.MaxOrderReleaseStatus, row.MaxOrderReleaseStatus),
	},
	filters: {
		Status: (row, reader) =>
			reader.where('OrderStatus', 'OrderReleaseKey', row.OrderReleaseKey).map((status) => status.Status),
	},
	relations: {
		...addresses,
		...documentLists('YFS_ORDER_RELEASE'),
		Order: { kind: 'one', entity: 'Order', column: 'OrderHeaderKey', writable: false },
		OrderLines: {
			kind: 'built',
			build: (row, reader, template) => releasedLines(row, reader, template),
		},
		OrderLine: {
			kind: 'list',
			member: 'OrderLine',
			entity: 'OrderLine',
			by: 'OrderHeaderKey',
			from: 'OrderHeaderKey',
			writable: false,
		},
	},
});

export const shipment = defineEntity({
	name: 'Shipment',
	table: 'YFS_SHIPMENT',
	key: 'ShipmentKey',
	unique: [['ShipmentNo', 'ShipNode', 'SellerOrganizationCode']],
	indexes: ['OrderHeaderKey', 'ShipmentNo'],
	complexQuery: true,
	columns: {
		text: `ShipmentNo ShipNode ReceivingNode SellerOrganizationCode BuyerOrganizationCode EnterpriseCode
			DocumentType
			OrderNo OrderHeaderKey OrderReleaseKey ReleaseNo Status SCAC CarrierServiceCode ScacAndService
			ScacAndServiceKey CarrierType ShipMode FreightTerms DeliveryMethod DeliveryCode ShipmentType TrackingNo
			ToAddressKey FromAddressKey BillToAddressKey MarkForAddressKey Currency ManifestNo PickticketNo BolNo ProNo
			TrailerNo ShipVia HoldLocation ShipmentConsolidationGroupId AssignedToUserId`,
		flag: 'ShipmentClosedFlag OrderAvailableOnSystem IsSingleOrder GiftFlag HoldFlag ManifestedFlag',
		integer: 'NumOfCartons NumOfPallets ShipmentContainerizedFlag',
		quantity: 'TotalQuantity',
		amount: 'TotalWeight TotalVolume ActualFreightCharge',
		dateTime: `ShipDate ExpectedShipmentDate ActualShipmentDate ExpectedDeliveryDate ActualDeliveryDate
			RequestedShipmentDate RequestedDeliveryDate StatusDate`,
	},
	extension: ['ExtnDockDoor'],
	computed: {
		StatusDescription: (row, reader) =>
			describeRange(reader, shipmentProcessTypeOf(row.DocumentType), row.Status, row.Status),
	},
	relations: {
		...documentLists('YFS_SHIPMENT'),
		ToAddress: { kind: 'one', entity: 'PersonInfo', column: 'ToAddressKey' },
		FromAddress: { kind: 'one', entity: 'PersonInfo', column: 'FromAddressKey' },
		BillToAddress: { kind: 'one', entity: 'PersonInfo', column: 'BillToAddressKey' },
		MarkForAddress: { kind: 'one', entity: 'PersonInfo', column: 'MarkForAddressKey' },
		ShipNode: { kind: 'one', entity: 'ShipNode', column: 'ShipNode', writable: false },
		Status: {
			kind: 'built',
			build: (row, reader, template) =>
				new Element(template.name, {
					Status: row.Status ?? '',
					Description: describeRange(reader, shipmentProcessTypeOf(row.DocumentType), row.Status, row.Status),
				}),
		},
		AdditionalDates: {
			kind: 'list',
			member: 'AdditionalDate',
			entity: 'OrderDate',
			by: 'TableKey',
			fixed: { TableName: 'YFS_SHIPMENT' },
			identity: ['DateTypeId'],
		},
		ShipmentLines: {
			kind: 'list',
			member: 'ShipmentLine',
			entity: 'ShipmentLine',
			by: 'ShipmentKey',
			writable: false,
		},
		Containers: {
			kind: 'list',
			member: 'Container',
			entity: 'Container',
			by: 'ShipmentKey',
			count: 'TotalNumberOfRecords',
			identity: ['ContainerNo'],
		},
	},
});

export const shipmentLine = defineEntity({
	name: 'ShipmentLine',
	table: 'YFS_SHIPMENT_LINE',
	key: 'ShipmentLineKey',
	indexes: ['ShipmentKey', 'OrderHeaderKey', 'OrderLineKey'],
	complexQuery: true,
	columns: {
		text: `ShipmentKey OrderHeaderKey OrderLineKey OrderReleaseKey OrderNo ReleaseNo DocumentType ItemID
			ItemDesc
			UnitOfMeasure ProductClass CustomerPoNo Segment SegmentType KitCode`,
		integer: 'ShipmentLineNo ShipmentSubLineNo PrimeLineNo SubLineNo',
		quantity: 'Quantity ActualQuantity ReceivedQuantity OriginalQuantity ShortageQty BackroomPickedQuantity',
		amount: 'NetWeight',
	},
	extension: ['ExtnLotNo'],
	relations: {
		Order: { kind: 'one', entity: 'Order', column: 'OrderHeaderKey', writable: false },
		OrderLine: { kind: 'one', entity: 'OrderLine', column: 'OrderLineKey', writable: false },
		OrderRelease: { kind: 'one', entity: 'OrderRelease', column: 'OrderReleaseKey', writable: false },
		Shipment: { kind: 'one', entity: 'Shipment', column: 'ShipmentKey', writable: false },
	},
});

export const container = defineEntity({
	name: 'Container',
	table: 'YFS_SHIPMENT_CONTAINER',
	key: 'ShipmentContainerKey',
	indexes: ['ShipmentKey'],
	columns: {
		text: `ShipmentKey ContainerNo ContainerScm ContainerType TrackingNo SCAC CarrierServiceCode ScacAndService
			Ucc128Code ContainerGroup CorrugationItemKey`,
		flag: 'IsReceived IsHazmat',
		amount: `ContainerGrossWeight ContainerNetWeight ContainerLength ContainerWidth ContainerHeight ActualWeight
			ActualFreightCharge`,
		dateTime: 'ShipDate',
	},
	extension: ['ExtnSealNo'],
	relations: {
		ContainerDetails: {
			kind: 'list',
			member: 'ContainerDetail',
			entity: 'ContainerDetail',
			by: 'ShipmentContainerKey',
			count: 'TotalNumberOfRecords',
			identity: ['ItemID', 'UnitOfMeasure', 'ShipmentLineKey'],
		},
		Shipment: { kind: 'one', entity: 'Shipment', column: 'ShipmentKey', writable: false },
	},
});

export const containerDetail = defineEntity({
	name: 'ContainerDetail',
	table: 'YFS_CONTAINER_DETAILS',
	key: 'ContainerDetailsKey',
	indexes: ['ShipmentContainerKey'],
	columns: {
		text: 'ShipmentContainerKey ShipmentKey ShipmentLineKey ItemID UnitOfMeasure ProductClass',
		quantity: 'Quantity',
	},
	relations: {
		ShipmentLine: { kind: 'one', entity: 'ShipmentLine', column: 'ShipmentLineKey', writable: false },
	},
});
