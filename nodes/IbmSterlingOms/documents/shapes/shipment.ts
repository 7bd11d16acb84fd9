import { attributes, extend, type Shape } from '../shape';
import { person } from './person';

/** The header of a shipment. */
export const shipmentSummary: Shape = {
	attributes: attributes(`
		ShipmentKey ShipmentNo ShipNode SellerOrganizationCode EnterpriseCode DocumentType OrderHeaderKey OrderNo
		Status StatusDate SCAC CarrierServiceCode ScacAndService TrackingNo DeliveryMethod ShipmentType
		ShipmentClosedFlag ShipDate ExpectedShipmentDate ActualShipmentDate ExpectedDeliveryDate
		ActualDeliveryDate Createts Modifyts
	`),
	custom: ['Extn'],
};

/** The shipment with its lines, containers and address. */
export const shipmentWithLines: Shape = extend(shipmentSummary, {
	elements: { ShipTo: { path: 'ToAddress', shape: person } },
	lists: {
		ShipmentLines: {
			path: 'ShipmentLines.ShipmentLine',
			shape: {
				attributes: attributes(`
					ShipmentLineKey ShipmentLineNo ShipmentSubLineNo OrderHeaderKey OrderLineKey OrderReleaseKey OrderNo
					ReleaseNo PrimeLineNo SubLineNo ItemID UnitOfMeasure ProductClass Quantity ActualQuantity
				`),
			},
		},
		Containers: {
			path: 'Containers.Container',
			shape: {
				attributes: attributes(
					'ShipmentContainerKey ContainerNo ContainerScm ContainerType TrackingNo ContainerGrossWeight',
				),
			},
		},
	},
});

export const shipmentEverything: Shape = extend(shipmentWithLines, {
	attributes: attributes(`
		BolNo BuyerOrganizationCode CarrierType Currency EspCheckRequired FreightTerms GiftFlag HoldFlag IsSingleOrder
		Lockid NumOfCartons OrderAvailableOnSystem OrderReleaseKey PickticketNo ProNo ReceivingNode
		RequestedShipmentDate TotalActualCharge TotalVolume TotalWeight
	`),
	elements: { ShipFrom: { path: 'FromAddress', shape: person } },
	lists: {
		Instructions: {
			path: 'Instructions.Instruction',
			shape: { attributes: attributes('InstructionType InstructionText') },
		},
		Notes: { path: 'Notes.Note', shape: { attributes: attributes('NoteText ReasonCode ContactType') } },
	},
});
