import type { Element } from '../../document/element';
import { defineApi, type Api } from '../../engine/api';
import type { Context } from '../../engine/context';
import type { Row } from '../../store/entity';
import { refuse } from '../../exception';
import { defineListApi } from '../../engine/list';
import { changeShipment } from '../../pipeline/changeShipment';
import { createShipmentInvoice } from '../../pipeline/invoice';
import { changeShipmentStatus, deliverShipment, unconfirmShipment } from '../../pipeline/moveShipment';
import { findShipment, ShipmentStatuses } from '../../pipeline/shipments';

const identifying = '<Shipment ShipmentKey="" ShipmentNo="" ShipNode="" SellerOrganizationCode=""/>';

/** A write on one shipment that returns what identifies it [factory template]. */
function shipmentWrite(name: string, work: (context: Context, input: Element) => Row): Api {
	return defineApi({
		name,
		root: 'Shipment',
		kind: 'write',
		template: identifying,
		run: (context, input) => context.project('Shipment', work(context, input)),
	});
}

export const changeShipmentApi = shipmentWrite('changeShipment', changeShipment);

export const unconfirmShipmentApi = shipmentWrite('unconfirmShipment', (context, input) =>
	unconfirmShipment(context, findShipment(context, input)),
);

export const deliverShipmentApi = shipmentWrite('deliverShipment', (context, input) =>
	deliverShipment(context, findShipment(context, input), input),
);

export const changeShipmentStatusApi = shipmentWrite('changeShipmentStatus', (context, input) =>
	changeShipmentStatus(context, findShipment(context, input), input),
);

/**
 * Invoices a shipped shipment when confirming it did not; void (inferred).
 * @throws SterlingException YDM00025 before it is shipped or when it has its invoice
 */
export const createShipmentInvoiceApi = defineApi({
	name: 'createShipmentInvoice',
	root: 'Shipment',
	kind: 'write',
	run(context, input) {
		const shipment = findShipment(context, input);
		const invoiced = context.database.where('OrderInvoice', 'ShipmentKey', shipment.ShipmentKey).length > 0;
		const open = shipment.Status < ShipmentStatuses.shipped || shipment.Status === ShipmentStatuses.cancelled;
		if (invoiced || open) throw refuse('YDM00025', { ShipmentNo: shipment.ShipmentNo, Status: shipment.Status });
		createShipmentInvoice(context, shipment);
		return undefined;
	},
});

/** Lines of shipments, by own columns, order or shipment; the container's name is inferred. */
export const getShipmentLineList = defineListApi({
	name: 'getShipmentLineList',
	root: 'ShipmentLine',
	template: `<ShipmentLines TotalNumberOfRecords=""><ShipmentLine ShipmentLineKey="" ShipmentKey=""
		ShipmentLineNo=""
		ShipmentSubLineNo="" OrderHeaderKey="" OrderLineKey="" OrderReleaseKey="" OrderNo="" ReleaseNo=""
		PrimeLineNo=""
		SubLineNo="" ItemID="" ItemDesc="" UnitOfMeasure="" ProductClass="" Quantity="" ActualQuantity=""
		DocumentType=""/></ShipmentLines>`,
	total: 'TotalNumberOfRecords',
});

/** Containers, by own columns such as TrackingNo, or shipment; the container's name is inferred. */
export const getShipmentContainerList = defineListApi({
	name: 'getShipmentContainerList',
	root: 'Container',
	template: `<Containers TotalNumberOfRecords=""><Container ShipmentContainerKey="" ShipmentKey=""
		ContainerNo=""
		ContainerScm="" ContainerType="" TrackingNo="" SCAC="" CarrierServiceCode="" ContainerGrossWeight=""
		ContainerNetWeight=""/></Containers>`,
	total: 'TotalNumberOfRecords',
});
