import { Element } from '../../document/element';
import { defineApi } from '../../engine/api';
import { defineListApi } from '../../engine/list';
import { findOrder } from '../../pipeline/orders';
import { confirmShipment } from '../../pipeline/confirmShipment';
import { createShipment, findShipment, lookUpShipment } from '../../pipeline/shipments';

const identifying = '<Shipment ShipmentKey="" ShipmentNo="" ShipNode="" SellerOrganizationCode=""/>';

const header = `ShipmentKey="" ShipmentNo="" ShipNode="" SellerOrganizationCode="" EnterpriseCode=""
	DocumentType=""
	OrderNo="" OrderHeaderKey="" Status="" StatusDate="" SCAC="" CarrierServiceCode="" ScacAndService=""
	CarrierType=""
	DeliveryMethod="" DeliveryCode="" ShipmentType="" TrackingNo="" ShipDate="" ExpectedShipmentDate=""
	ActualShipmentDate="" ExpectedDeliveryDate="" ActualDeliveryDate="" RequestedShipmentDate="" Currency=""
	FreightTerms="" NumOfCartons="" TotalQuantity="" TotalWeight="" TotalVolume="" ShipmentClosedFlag=""
	OrderAvailableOnSystem="" IsSingleOrder="" ManifestNo="" PickticketNo="" BolNo="" ProNo="" TrailerNo=""
	ShipMode=""
	ToAddressKey="" FromAddressKey="" isHistory=""`;

const containers = `<Containers><Container ShipmentContainerKey="" ContainerNo="" ContainerScm=""
	ContainerType=""
	TrackingNo="" SCAC="" CarrierServiceCode="" ContainerGrossWeight="" ContainerNetWeight=""/></Containers>`;

const lines = `<ShipmentLines><ShipmentLine ShipmentLineKey="" ShipmentKey="" ShipmentLineNo=""
	ShipmentSubLineNo=""
	OrderHeaderKey="" OrderLineKey="" OrderReleaseKey="" OrderNo="" ReleaseNo="" PrimeLineNo="" SubLineNo=""
	ItemID=""
	ItemDesc="" UnitOfMeasure="" ProductClass="" Quantity="" ActualQuantity="" ReceivedQuantity=""
	DocumentType=""
	isHistory=""/></ShipmentLines>`;

/** Creates a shipment; ConfirmShip="Y" confirms it at once. */
export const createShipmentApi = defineApi({
	name: 'createShipment',
	root: 'Shipment',
	kind: 'write',
	template: identifying,
	run(context, input) {
		const shipment = createShipment(context, input);
		const confirm = input.get('ConfirmShip') === 'Y';
		return context.project('Shipment', confirm ? confirmShipment(context, shipment, input) : shipment);
	},
});

/** Confirms a shipment; one that is not there yet is created from the input first. */
export const confirmShipmentApi = defineApi({
	name: 'confirmShipment',
	root: 'Shipment',
	kind: 'write',
	template: identifying,
	run(context, input) {
		const isNamed = input.get('ShipmentKey') !== '' || input.get('ShipmentNo') !== '';
		const known = isNamed ? lookUpShipment(context, input) : undefined;
		const canCreate = input.child('ShipmentLines') ?? input.child('OrderReleases');
		const shipment = known ?? (canCreate ? createShipment(context, input) : findShipment(context, input));
		return context.project('Shipment', confirmShipment(context, shipment, input));
	},
});

/** Header and containers; the output's root is Shipments [factory template]. */
export const getShipmentList = defineListApi({
	name: 'getShipmentList',
	root: 'Shipment',
	template: `<Shipments TotalNumberOfRecords=""><Shipment ${header}>${containers}</Shipment></Shipments>`,
	total: 'TotalNumberOfRecords',
});

export const getShipmentListForOrder = defineListApi({
	name: 'getShipmentListForOrder',
	root: 'Order',
	entity: 'Shipment',
	template: `<ShipmentList><Shipment ${header}>${lines}${containers}</Shipment></ShipmentList>`,
	plain: true,
	prepare(context, input) {
		const order = findOrder(context, input);
		const history = { ReadFromHistory: input.get('ReadFromHistory') };
		return new Element('Shipment', history, [
			new Element('ShipmentLines', {}, [new Element('ShipmentLine', { OrderHeaderKey: order.OrderHeaderKey })]),
		]);
	},
});

export const getShipmentDetails = defineApi({
	name: 'getShipmentDetails',
	root: 'Shipment',
	kind: 'read',
	template: `<Shipment ${header}>${lines}${containers}<ToAddress/><FromAddress/><Instructions/></Shipment>`,
	run: (context, input) => context.project('Shipment', findShipment(context, input)),
});
