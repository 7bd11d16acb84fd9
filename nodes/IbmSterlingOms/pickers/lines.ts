import { ENTITIES, SALES } from '../../../clients/oms/entities';
import type { Document } from '../../../kit/xml/document';
import { chosen, documentTypeOf, enterpriseOf, returnTypeOf } from './scope';
import type { Editor } from './editor';
import { documentSearch, partSearch } from './search';

/** What distinguishes a line for people: "WEB-1001 / 1 · MUG-BLUE · 2 EACH · Shipped". */
const worded = (...parts: string[]): string => parts.filter(Boolean).join(' · ');

/** An order or return whose lines are wanted, and the document type of those that are offered while none is chosen. */
interface Owner {
	resource: string;
	named: string;
	typeOf: (editor: Editor) => string;
}

const ofOwner = (editor: Editor, { resource, named }: Owner): Document | undefined =>
	chosen(editor, { resource, named, key: 'OrderHeaderKey', number: 'OrderNo' });

/** Lines of the order that the node works on; of the newest orders where there is none. */
const orderLines = (owner: Owner) =>
	documentSearch({
		entity: ENTITIES.orderLine,
		search: (editor) => (ofOwner(editor, owner) ? 'PrimeLineNo' : 'Order.OrderNo'),
		template: {
			PrimeLineNo: '',
			SubLineNo: '',
			OrderedQty: '',
			Status: '',
			Item: { ItemID: '', UnitOfMeasure: '' },
			Order: { OrderNo: '' },
		},
		input(editor) {
			const scope = { ...enterpriseOf(editor), DocumentType: owner.typeOf(editor) };
			const order = ofOwner(editor, owner);
			return order?.OrderHeaderKey === undefined ? { Order: { ...scope, ...order } } : order;
		},
		label: (at) =>
			worded(
				`${at('Order.OrderNo')} / ${at('PrimeLineNo')}`,
				at('Item.ItemID'),
				[at('OrderedQty'), at('Item.UnitOfMeasure')].filter(Boolean).join(' '),
				at('Status'),
			),
	});

export const searchOrderLines = orderLines({ resource: 'order', named: 'order', typeOf: documentTypeOf });

/** Lines of sales orders, which returns come from. */
export const searchSoldLines = orderLines({ resource: 'order', named: 'order', typeOf: () => SALES });

export const searchReturnLines = orderLines({
	resource: 'return',
	named: 'returnOrder',
	typeOf: returnTypeOf,
});

/** Lines of the release that the node works on. */
export const searchReleaseLines = partSearch({
	entity: ENTITIES.orderRelease,
	path: 'OrderLines.OrderLine',
	value: 'OrderLineKey',
	template: {
		SalesOrderNo: '',
		ReleaseNo: '',
		OrderLines: {
			OrderLine: {
				OrderLineKey: '',
				PrimeLineNo: '',
				StatusQuantity: '',
				Item: { ItemID: '', UnitOfMeasure: '' },
			},
		},
	},
	chosen(editor) {
		const release = chosen(editor, {
			resource: 'orderRelease',
			named: 'orderRelease',
			key: 'OrderReleaseKey',
			number: 'SalesOrderNo',
		});
		const ReleaseNo = editor.parameter('releaseNo');
		return release?.SalesOrderNo !== undefined && ReleaseNo ? { ...release, ReleaseNo } : release;
	},
	input: (editor) => ({ ...enterpriseOf(editor), DocumentType: documentTypeOf(editor) }),
	label: (line, release) =>
		worded(
			`${release('SalesOrderNo')} / ${release('ReleaseNo')} / ${line('PrimeLineNo')}`,
			line('Item.ItemID'),
			[line('StatusQuantity'), line('Item.UnitOfMeasure')].filter(Boolean).join(' '),
		),
});

/** The shipment that the node works on. */
const SHIPMENT = {
	entity: ENTITIES.shipment,
	chosen: (editor: Editor) =>
		chosen(editor, { resource: 'shipment', named: 'shipment', key: 'ShipmentKey', number: 'ShipmentNo' }),
	input: enterpriseOf,
};

export const searchShipmentLines = partSearch({
	...SHIPMENT,
	path: 'ShipmentLines.ShipmentLine',
	value: 'ShipmentLineKey',
	template: {
		ShipmentNo: '',
		ShipmentLines: {
			ShipmentLine: {
				ShipmentLineKey: '',
				ShipmentLineNo: '',
				OrderNo: '',
				PrimeLineNo: '',
				ItemID: '',
				Quantity: '',
				UnitOfMeasure: '',
			},
		},
	},
	label: (line, shipment) =>
		worded(
			`${shipment('ShipmentNo')} / ${line('ShipmentLineNo')}`,
			line('ItemID'),
			[line('Quantity'), line('UnitOfMeasure')].filter(Boolean).join(' '),
			line('OrderNo') && `${line('OrderNo')} / ${line('PrimeLineNo')}`,
		),
});

export const searchContainers = partSearch({
	...SHIPMENT,
	path: 'Containers.Container',
	value: 'ShipmentContainerKey',
	template: {
		ShipmentNo: '',
		Containers: { Container: { ShipmentContainerKey: '', ContainerNo: '', TrackingNo: '' } },
	},
	label: (container, shipment) =>
		worded(`${shipment('ShipmentNo')} / ${container('ContainerNo')}`, container('TrackingNo')),
});
