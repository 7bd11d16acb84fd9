import type { Call } from '../../../../clients/oms/call';
import { ENTITIES } from '../../../../clients/oms/entities';
import { asArray, type Document, type Value } from '../../../../kit/xml/document';
import { ServiceError } from '../../../../kit/errors';
import { returnIdentity } from '../../fields/identity';
import { RETURNED, returnedLines } from '../../fields/returnedLines';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { identify } from '../input';
import type { Row } from '../../../../kit/n8n/items';
import { getPath } from '../../../../kit/xml/path';
import { writtenBy } from '../../../../kit/n8n/written';
import { attributes, templateOf } from '../../documents/shape';
import { sourceLabel } from '../../fields/contentSource';
import type { RunContext } from '../../operation';
import { readOne } from '../exactlyOne';
import { ORDER_LINES } from '../lines/kinds';
import { isNamedBy, linesIn, onlyLineOf } from '../lines/named';
import { DRY_RUN } from '../notices';
import { roundedQuantity } from '../lines/quantities';

const LINE = attributes(
	'OrderLineKey PrimeLineNo SubLineNo OrderedQty MaxLineStatus ShipNode Item.ItemID Item.UnitOfMeasure Item.ProductClass',
);

const LINES = [returnedLines()];

/** Sends a write and returns its document; a dry run only records the request. */
type Write = (call: Call) => Promise<Document>;

/**
 * Receives a return node by node, the way IBM's own Adobe Commerce connector does it (captured): the open receipt
 * of the node is found or one is started, the lines are received, the receipt is closed. Each step is a write of its
 * own; when one fails the receipt stays open, and a second run finds it. A dry run only reads, and shows each write.
 */
export async function receiveReturn(context: RunContext): Promise<Row[]> {
	const { client, parameters } = context;
	const given = asArray(writtenBy(LINES, parameters)[RETURNED] as Document[] | undefined);
	const order = await readReturn(context);
	const shown: Row[] = [];
	const isDry = parameters.flag('options.dryRun', false);
	if (isDry) context.hint(DRY_RUN);
	const write: Write = isDry
		? async (call) => {
				shown.push({ dryRun: true, request: client.prepare(call) });
				return { ReceiptHeaderKey: `(response of ${call.api})` };
			}
		: async (call) => (await client.send(call)).document;
	const rows: Row[] = [];
	for (const [node, received] of linesToReceive(order, given, sourceLabel(parameters))) {
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
	const isClosed = context.parameters.flag('closeReceipt', true);
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
		const rest = roundedQuantity(Number(entry.line.Quantity) - received);
		return rest > 0 ? [{ ...entry, line: { ...entry.line, Quantity: String(rest) } }] : [];
	});
}

function readReturn(context: RunContext): Promise<Document> {
	const { row, documentType: DocumentType = '' } = ENTITIES.return;
	const input = identify({ identity: returnIdentity() }, context);
	const template = templateOf({
		attributes: attributes('OrderHeaderKey OrderNo EnterpriseCode DocumentType SellerOrganizationCode'),
		lists: { Lines: { path: 'OrderLines.OrderLine', shape: { attributes: LINE } } },
	});
	const more: Document = input.DocumentType === undefined ? { DocumentType } : {};
	return readOne(ENTITIES.return, { input, more, request: { template: { [row]: template } }, what: 'Return' }, context);
}

/** The receipt lines by receiving node. */
function linesToReceive(order: Document, given: readonly Document[], label: string): Map<string, ToReceive[]> {
	const known = linesIn(order);
	const wanted = given.map((entry, i) => ({
		entry,
		line: inField(label, () => inField(`Line ${i + 1}`, () => lineOf(entry, known))),
	}));
	const byNode = new Map<string, ToReceive[]>();
	for (const { entry, line } of wanted.length > 0 ? wanted : known.map((line) => ({ entry: {} as Document, line }))) {
		const node = text(entry.ReceivingNode) || text(line.ShipNode);
		if (node === '') {
			refuse(
				`Line ${text(line.PrimeLineNo)} of the return has no receiving node`,
				'Add the line under Lines, with its Receiving Node.',
			);
		}
		const received: ToReceive = { line: receiptLine(line, entry), isRest: text(entry.Quantity) === '' };
		byNode.set(node, [...(byNode.get(node) ?? []), received]);
	}
	return byNode;
}

function lineOf(wanted: Document, known: Document[]): Document {
	const { OrderLineKey, PrimeLineNo } = wanted;
	const name = text(OrderLineKey) || text(PrimeLineNo);
	if (name === '' && getPath(wanted, 'Item.ItemID') !== undefined)
		return onlyLineOf(wanted, known, { ...ORDER_LINES, document: 'return' });
	const has = `Its lines are: ${known.map((line) => text(line.PrimeLineNo)).join(', ')}.`;
	if (name === '') refuse('must identify a line: it has no Order Line, Line Number or Item ID', has);
	const found = known.find((line) => isNamedBy(line, wanted));
	if (found) return found;
	throw new ServiceError('notFound', `The return has no line ${name}`, { hint: has });
}

function receiptLine(line: Document, { Quantity, DispositionCode }: Document): Document {
	const item = (line.Item ?? {}) as Document;
	return {
		OrderLineKey: line.OrderLineKey,
		PrimeLineNo: line.PrimeLineNo,
		SubLineNo: line.SubLineNo ?? '1',
		ItemID: item.ItemID ?? '',
		UnitOfMeasure: item.UnitOfMeasure ?? '',
		ProductClass: item.ProductClass ?? '',
		Quantity: text(Quantity) || text(line.OrderedQty),
		...(DispositionCode ? { DispositionCode } : {}),
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

function text(value: Value | undefined): string {
	return typeof value === 'string' ? value.trim() : '';
}
