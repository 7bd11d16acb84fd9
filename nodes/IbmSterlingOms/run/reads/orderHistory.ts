import { ENTITIES } from '../../../../clients/oms/entities';
import { asArray, type Document } from '../../../../kit/xml/document';
import { orderIdentity } from '../../fields/identity';
import type { Row } from '../../../../kit/n8n/items';
import { lookup } from '../../../../kit/lookup';
import { getPath } from '../../../../kit/xml/path';
import { attributes, extend, templateOf } from '../../documents/shape';
import { orderSummary } from '../../documents/shapes/order';
import type { RunContext } from '../../operation';
import { identify } from '../input';
import { optionalRead } from './optionalRead';
import { readOne } from '../exactlyOne';

/** A kind of event in the timeline: where its documents come from, when they happened and what to say. */
interface Kind {
	kind: string;
	/** Path of the documents in the response. */
	path: string;
	paths: readonly string[];
	/** Attributes that may show the time, the best one first. */
	at: readonly string[];
	say: (about: (name: string) => string) => string;
}

interface Part extends Kind {
	api: string;
	inputRoot: string;
	outputRoot?: string;
}

const { order: ORDER, orderRelease: RELEASE, invoice: INVOICE } = ENTITIES;

const HOLD_STATES: Record<string, string> = { '1100': 'applied', '1200': 'rejected', '1300': 'resolved' };

/** Kinds that come with the order itself. */
const OWN: Kind[] = [
	{
		kind: 'hold',
		path: 'OrderHoldTypes.OrderHoldType',
		paths: attributes('HoldType Status StatusDescription ReasonText LastHoldTypeDate Createts Modifyts'),
		at: ['LastHoldTypeDate', 'Modifyts', 'Createts'],
		say: (about) => `Hold ${about('HoldType')} ${lookup(HOLD_STATES, about('Status')) ?? about('Status')}`,
	},
	{
		kind: 'note',
		path: 'Notes.Note',
		paths: attributes('NoteText ReasonCode ContactType ContactUser ContactTime Createts'),
		at: ['ContactTime', 'Createts'],
		say: (about) => `Note: ${about('NoteText')}`,
	},
];

const PARTS: Part[] = [
	{
		kind: 'change',
		api: 'getOrderAuditList',
		inputRoot: 'OrderAudit',
		path: 'OrderAudit',
		// Without a template: the default one of this API has Modifyts and the audit levels (factory templates).
		paths: [],
		at: ['Modifyts', 'Createts'],
		say: (about) => ['Changed', about('AuditTransactionId'), about('ReasonCode')].filter(Boolean).join(' · '),
	},
	{
		kind: 'release',
		api: RELEASE.listApi,
		inputRoot: RELEASE.inputRoot,
		path: RELEASE.row,
		paths: attributes('OrderReleaseKey ReleaseNo ShipNode Status SCAC CarrierServiceCode Createts Modifyts'),
		at: ['Createts'],
		say: (about) => `Release ${about('ReleaseNo')} to ${about('ShipNode')}`,
	},
	{
		kind: 'shipment',
		api: 'getShipmentListForOrder',
		inputRoot: ORDER.inputRoot,
		outputRoot: 'ShipmentList',
		path: 'Shipment',
		paths: attributes('ShipmentKey ShipmentNo ShipNode Status SCAC TrackingNo ActualShipmentDate Createts'),
		at: ['ActualShipmentDate', 'Createts'],
		say: (about) => `Shipment ${about('ShipmentNo')} from ${about('ShipNode')}`,
	},
	{
		kind: 'invoice',
		api: INVOICE.listApi,
		inputRoot: INVOICE.inputRoot,
		path: INVOICE.row,
		paths: attributes('OrderInvoiceKey InvoiceNo InvoiceType TotalAmount Status DateInvoiced Createts'),
		at: ['DateInvoiced', 'Createts'],
		say: (about) => `Invoice ${about('InvoiceNo')} over ${about('TotalAmount')}`,
	},
];

/**
 * Audits, holds, notes, releases, shipments and invoices of an order as one timeline, oldest first; those of an order
 * in history are read from there. A part that Sterling refuses leaves a hint instead of ending the rest.
 */
export async function orderHistory(context: RunContext): Promise<Row[]> {
	const order = await readOrder(context);
	const parts = await Promise.all(PARTS.map(async (part) => events(part, await readPart(part, order, context))));
	const created = { at: text(order, 'Createts'), kind: 'created', summary: 'Order created', details: {} };
	const timeline = [created, ...OWN.flatMap((kind) => events(kind, order)), ...parts.flat()];
	timeline.sort((a, b) => timeOf(a) - timeOf(b));
	const { OrderHeaderKey, OrderNo, EnterpriseCode, DocumentType, Status } = order;
	return [{ OrderHeaderKey, OrderNo, EnterpriseCode, DocumentType, Status, timeline }];
}

function readOrder(context: RunContext): Promise<Document> {
	const input = identify({ identity: orderIdentity() }, context);
	const own = OWN.map(({ path, paths }) => [path, { path, shape: { attributes: paths } }]);
	const shape = extend(orderSummary, { attributes: ['isHistory'], lists: Object.fromEntries(own) });
	const request = { template: { [ORDER.row]: templateOf(shape) } };
	return readOne(ORDER, { input, more: { ReadFromHistory: 'B' }, request }, context);
}

/** Shipments and invoices move to history on their own, so both places count for an order that has (inferred). */
async function readPart(part: Part, order: Document, context: RunContext): Promise<Document> {
	const { api, inputRoot, outputRoot, path, paths, kind } = part;
	const { OrderHeaderKey, isHistory } = order;
	const input = { OrderHeaderKey, ...(isHistory === 'Y' ? { ReadFromHistory: 'B' } : {}) };
	const template = paths.length > 0 ? { [path]: templateOf({ attributes: paths }) } : undefined;
	const read = () =>
		context.client.send({ api, root: inputRoot, outputRoot, kind: 'read', input, template, row: path });
	const answer = await optionalRead(api, `the history does not include any ${kind}`, read, context);
	return answer?.document ?? {};
}

function events({ kind, path, at, say }: Kind, document: Document) {
	return rows(document, path).map((row) => ({
		at: at.map((name) => text(row, name)).find((time) => time.trim() !== '') ?? '',
		kind,
		summary: say((name) => text(row, name)),
		details: row,
	}));
}

/** Events without a time stand first. */
function timeOf({ at }: { at: string }): number {
	return Date.parse(at) || 0;
}

function rows(document: Document, path: string): Document[] {
	return asArray(getPath(document, path) as Document[] | undefined);
}

function text(document: Document, name: string): string {
	const value = document[name];
	return typeof value === 'string' ? value : '';
}
