import { defineEntity } from '../store/entity';
import { describeRange } from '../pipeline/statuses';

/** The taking in of goods at a node, here those of a return order. */
export const receipt = defineEntity({
	name: 'Receipt',
	table: 'YFS_RECEIPT_HEADER',
	key: 'ReceiptHeaderKey',
	unique: [['ReceiptNo', 'ReceivingNode', 'DocumentType']],
	indexes: ['OrderHeaderKey'],
	columns: {
		text: `ReceiptNo ReceivingNode DocumentType EnterpriseCode OrderHeaderKey OrderNo ShipmentKey Status
			SellerOrganizationCode ReceivingDock`,
		flag: 'OpenReceiptFlag',
		integer: 'NumOfCartons NumOfPallets',
		dateTime: 'ReceiptDate ArrivalDateTime',
	},
	extension: ['ExtnInspector'],
	computed: {
		StatusDescription: (row, reader) => describeRange(reader, 'RETURN_RECEIPT', row.Status, row.Status),
	},
	relations: {
		ReceiptLines: {
			kind: 'list',
			member: 'ReceiptLine',
			entity: 'ReceiptLine',
			by: 'ReceiptHeaderKey',
			writable: false,
		},
		Shipment: {
			kind: 'embedded',
			columns: {
				OrderHeaderKey: 'OrderHeaderKey',
				OrderNo: 'OrderNo',
				EnterpriseCode: 'EnterpriseCode',
				DocumentType: 'DocumentType',
				SellerOrganizationCode: 'SellerOrganizationCode',
				ShipmentKey: 'ShipmentKey',
			},
		},
	},
});

export const receiptLine = defineEntity({
	name: 'ReceiptLine',
	table: 'YFS_RECEIPT_LINE',
	key: 'ReceiptLineKey',
	indexes: ['ReceiptHeaderKey', 'OrderHeaderKey', 'OrderLineKey'],
	columns: {
		text: `ReceiptHeaderKey OrderHeaderKey OrderLineKey ShipmentLineKey ItemID UnitOfMeasure ProductClass
			DispositionCode InspectionComments SerialNo LotNumber`,
		integer: 'PrimeLineNo SubLineNo',
		quantity: 'Quantity',
	},
	extension: ['ExtnShelf'],
	relations: {
		OrderLine: { kind: 'one', entity: 'OrderLine', column: 'OrderLineKey', writable: false },
		Receipt: { kind: 'one', entity: 'Receipt', column: 'ReceiptHeaderKey', writable: false },
	},
});
