import type { Call } from '../../../clients/oms/call';
import { asArray, type Document } from '../../../kit/xml/document';
import { ServiceError } from '../../../kit/errors';
import { RETURN, returnIdentity } from '../fields/identity';
import type { Row } from '../../../kit/n8n/items';
import { getPath } from '../../../kit/n8n/path';
import { attributes, templateOf } from '../documents/shape';
import type { RunContext } from '../operations/types';
import { ONE_AND_MORE, theOne } from './exactlyOne';

/** What the user says came back, one entry a line. */
interface Returned {
	orderLineKey?: string;
	primeLineNo?: string;
	quantity?: unknown;
	dispositionCode?: string;
	receivingNode?: unknown;
}

const LINE = attributes(
	'OrderLineKey PrimeLineNo SubLineNo OrderedQty ShipNode Item.ItemID Item.UnitOfMeasure Item.ProductClass',
);

/** Sends a write and answers its document; on a dry run it only notes the request. */
type Write = (call: Call) => Promise<Document>;

/**
 * Receives a return node by node, the way IBM's own Adobe Commerce connector does it (captured): the open receipt
 * of the node is found or one is started, the lines are received, the receipt is closed. Each step is a write of its
 * own; when one fails the receipt stays open, and a second run finds it. A dry run only reads, and shows each write.
 */
export async function receiveReturn(context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	const order = await readReturn(context);
	const shown: Row[] = [];
	const isDry = parameters.option('options', 'dryRun', false);
	const write: Write = isDry
		? async (call) => {
				shown.push({ dryRun: true, request: client.prepare(call) });
				return { ReceiptHeaderKey: `(answer of ${call.api})` };
			}
		: async (call) => (await client.send(call)).document;
	const rows: Row[] = [];
	for (const [node, received] of linesToReceive(order, context)) {
		rows.push(await receiveAt(node, received, order, write, context));
	}
	return isDry ? shown : rows;
}

async function receiveAt(
	node: string,
	wanted: ToReceive[],
	order: Document,
	write: Write,
	context: RunContext,
): Promise<Row> {
	const open = await openReceipt(order, node, context);
	const receipt = open ?? (await write(receiptCall('startReceipt', order, node, {})));
	const lines = documents(open ? await withoutReceived(wanted, open, context) : wanted);
	if (lines.length > 0) await write(receiveCall(order, node, receipt, lines));
	const isClosed = context.parameters.raw('closeReceipt') !== false;
	if (isClosed) await write(receiptCall('closeReceipt', order, node, receipt));
	const { ReceiptHeaderKey, ReceiptNo } = receipt;
	const { OrderHeaderKey, OrderNo } = order;
	const names = { OrderHeaderKey, OrderNo, ReceivingNode: node, ReceiptHeaderKey, ReceiptNo };
	return { ...names, ReceiptLines: lines, closed: isClosed };
}

/** A line of the receipt; where the user gave no quantity it is the rest of the return's line. */
interface ToReceive {
	line: Document;
	isRest: boolean;
}

function documents(lines: readonly ToReceive[]): Document[] {
	return lines.map(({ line }) => line);
}

/** What an open receipt holds already is not received again: it may be left from a run that ended half-way. */
async function withoutReceived(
	wanted: readonly ToReceive[],
	{ ReceiptHeaderKey }: Document,
	{ client }: RunContext,
): Promise<ToReceive[]> {
	if (!ReceiptHeaderKey || !wanted.some(({ isRest }) => isRest)) return [...wanted];
	const { document } = await client.send({
		api: 'getReceiptLineList',
		root: 'ReceiptLine',
		row: 'ReceiptLine',
		kind: 'read',
		input: { ReceiptHeaderKey },
		template: { ReceiptLine: { ReceiptLineKey: '', OrderLineKey: '', Quantity: '' } },
	});
	const held = asArray(document.ReceiptLine as Document[] | undefined);
	return wanted.flatMap((entry) => {
		if (!entry.isRest) return [entry];
		const same = held.filter((row) => row.OrderLineKey === entry.line.OrderLineKey);
		const received = same.reduce((sum, row) => sum + Number(row.Quantity), 0);
		const rest = Number(entry.line.Quantity) - received;
		return rest > 0 ? [{ ...entry, line: { ...entry.line, Quantity: String(rest) } }] : [];
	});
}

async function readReturn({ client, parameters, defaults }: RunContext): Promise<Document> {
	const { parameter, attributes: identify } = returnIdentity();
	const input = identify(parameters.located(parameter), (name) => parameters.text(name), defaults);
	const { document } = await client.send({
		api: 'getOrderList',
		root: 'Order',
		kind: 'read',
		input: { DocumentType: RETURN, ...input, ...ONE_AND_MORE },
		template: {
			Order: templateOf({
				attributes: attributes('OrderHeaderKey OrderNo EnterpriseCode DocumentType SellerOrganizationCode'),
				lists: { Lines: { path: 'OrderLines.OrderLine', shape: { attributes: LINE } } },
			}),
		},
	});
	return theOne(document.Order, 'Return', input);
}

/** The receipt lines by receiving node. */
function linesToReceive(order: Document, { parameters }: RunContext): Map<string, ToReceive[]> {
	const known = asArray(getPath(order, 'OrderLines.OrderLine') as Document[] | undefined);
	const given = (parameters.raw('lines') as { line?: Returned[] } | undefined)?.line ?? [];
	const wanted = given.length > 0 ? given.map((entry) => ({ entry, line: lineOf(entry, known) })) : undefined;
	const byNode = new Map<string, ToReceive[]>();
	for (const { entry, line } of wanted ?? known.map((line) => ({ entry: {} as Returned, line }))) {
		const node = plain(entry.receivingNode) || String(line.ShipNode ?? '');
		if (node === '') {
			throw new ServiceError('invalidInput', `Line ${String(line.PrimeLineNo)} of the return has no receiving node`, {
				hint: 'Fill in Receiving Node on the line.',
			});
		}
		const received: ToReceive = { line: receiptLine(line, entry), isRest: plain(entry.quantity) === '' };
		byNode.set(node, [...(byNode.get(node) ?? []), received]);
	}
	return byNode;
}

function lineOf({ orderLineKey, primeLineNo }: Returned, known: Document[]): Document {
	const found = known.find((line) =>
		orderLineKey ? line.OrderLineKey === orderLineKey : line.PrimeLineNo === String(primeLineNo),
	);
	if (found) return found;
	throw new ServiceError('notFound', `The return has no line ${orderLineKey || primeLineNo}`, {
		hint: `It has the lines ${known.map((line) => String(line.PrimeLineNo)).join(', ')}.`,
	});
}

function receiptLine(line: Document, { quantity, dispositionCode }: Returned): Document {
	const item = (line.Item ?? {}) as Document;
	return {
		OrderLineKey: line.OrderLineKey,
		PrimeLineNo: line.PrimeLineNo,
		SubLineNo: line.SubLineNo ?? '1',
		ItemID: item.ItemID ?? '',
		UnitOfMeasure: item.UnitOfMeasure ?? '',
		ProductClass: item.ProductClass ?? '',
		Quantity: plain(quantity) || String(line.OrderedQty ?? ''),
		...(dispositionCode ? { DispositionCode: dispositionCode } : {}),
	};
}

async function openReceipt(order: Document, node: string, { client }: RunContext): Promise<Document | undefined> {
	const { api, root, input } = receiptCall('findReceipt', order, node, {});
	const find = { ...input, OpenReceiptFlag: 'Y', TransactionId: `RECEIVE_RECEIPT.${String(order.DocumentType)}` };
	const { document } = await client.send({ api, root, kind: 'read', outputRoot: 'ReceiptList', input: find });
	const [open] = asArray(document.Receipt as Document[] | undefined);
	return open ?? (document.ReceiptHeaderKey ? document : undefined);
}

function receiveCall(order: Document, node: string, receipt: Document, lines: Document[]): Call {
	const call = receiptCall('receiveOrder', order, node, receipt);
	return { ...call, input: { ...call.input, ReceiptLines: { ReceiptLine: lines } } };
}

/** All four APIs take a Receipt that names the return by its "shipment". */
function receiptCall(api: string, order: Document, ReceivingNode: string, receipt: Document): Call {
	const { ReceiptHeaderKey, ReceiptNo } = receipt;
	const { OrderHeaderKey, OrderNo, EnterpriseCode, DocumentType, SellerOrganizationCode } = order;
	const shipment: Document = { OrderHeaderKey, OrderNo, EnterpriseCode, DocumentType };
	if (SellerOrganizationCode) shipment.SellerOrganizationCode = SellerOrganizationCode;
	return {
		api,
		root: 'Receipt',
		kind: 'write',
		input: {
			DocumentType,
			ReceivingNode,
			...(ReceiptHeaderKey ? { ReceiptHeaderKey } : {}),
			...(ReceiptNo ? { ReceiptNo } : {}),
			Shipment: shipment,
		},
	};
}

function plain(value: unknown): string {
	const inner = (value as { __rl?: unknown } | undefined)?.__rl ? (value as { value: unknown }).value : value;
	return inner === undefined || inner === null ? '' : String(inner).trim();
}
