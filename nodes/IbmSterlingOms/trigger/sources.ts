import type { Document } from '../../../kit/xml/document';
import { KINDS, type Kind, type KindName } from './kinds';
import { attributes, type Shape } from '../documents/shape';
import { orderLineSummary } from '../documents/shapes/orderLine';

/** One list that is polled. Events of one source share its reads. */
export interface Source extends Kind {
	value: KindName;
	/** What a poll reads of each row, and what an item without its document holds. */
	row: Shape;
	/** What the document type of the filters or the credential does not decide. */
	documentType?: string;
	/** Where the enterprise and the document type stand: on the row, or on the order that it belongs to. */
	header: '' | 'Order.';
	/** Where the ship node of a filter stands. */
	shipNode: string;
	/** Whether the orders' own attributes, such as the order type, can be filtered by. */
	belongsToOrder: boolean;
	/** Orders are moved to history tables. */
	hasHistory: boolean;
}

const orderRow: Shape = {
	attributes: attributes(`
		OrderHeaderKey OrderNo EnterpriseCode DocumentType OrderDate OrderType EntryType Status MinOrderStatus
		MaxOrderStatus Createts Modifyts
	`),
};

export const SOURCES: Readonly<Record<KindName, Source>> = {
	order: {
		...KINDS.order,
		value: 'order',
		row: orderRow,
		header: '',
		shipNode: 'OrderLine.ShipNode',
		belongsToOrder: true,
		hasHistory: true,
	},
	return: {
		...KINDS.return,
		value: 'return',
		row: orderRow,
		documentType: '0003',
		header: '',
		shipNode: 'OrderLine.ShipNode',
		belongsToOrder: true,
		hasHistory: true,
	},
	release: {
		...KINDS.release,
		value: 'release',
		row: {
			attributes: attributes(`
				OrderReleaseKey ReleaseNo OrderHeaderKey SalesOrderNo EnterpriseCode DocumentType ShipNode Status
				MinOrderReleaseStatus MaxOrderReleaseStatus Createts Modifyts
			`),
		},
		header: '',
		shipNode: 'ShipNode',
		belongsToOrder: true,
		hasHistory: false,
	},
	line: {
		...KINDS.line,
		value: 'line',
		row: { ...orderLineSummary, custom: [] },
		header: 'Order.',
		shipNode: 'ShipNode',
		belongsToOrder: true,
		hasHistory: false,
	},
	shipment: {
		...KINDS.shipment,
		value: 'shipment',
		row: {
			attributes: attributes(`
				ShipmentKey ShipmentNo ShipNode EnterpriseCode DocumentType SellerOrganizationCode OrderHeaderKey OrderNo
				Status StatusDate SCAC TrackingNo Createts Modifyts
			`),
		},
		header: '',
		shipNode: 'ShipNode',
		belongsToOrder: false,
		hasHistory: false,
	},
};

/** The path of an attribute of the order, seen from a row of the source. */
export function orderPath({ value, header }: Source, attribute: string): string {
	if (value === 'order' || value === 'return') return attribute;
	return `${header || 'Order.'}${attribute}`;
}

/** A filter that no document matches: the cheapest request that returns the server's time. */
export function nothing({ key }: Source): Document {
	return { [key]: '0', MaximumRecords: '1' };
}
