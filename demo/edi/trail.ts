import type { Json } from '../plainSterling';
import type { Access } from './plainHttps';
import { element, elements, messagesOf, partnerOf, rowsOf, type ReadMessage } from './readBack';

/** What the workflows said of a document, from their nodes. */
export interface Said {
	set: string;
	/** SYSPRO's number. */
	number: string;
	controlNumber: string;
	/** What Match of the X12 node said. */
	acknowledgement?: string;
	/** What Apply Acknowledgement of the SYSPRO node said. */
	response?: string;
}

/** One line of the trail. */
export interface TrailRow {
	document: string;
	/** What SYSPRO holds, and what is in the partner's mailbox. */
	content: string;
	controlNumber: string;
	acknowledgement: string;
	response: string;
	/** What is wrong; undefined where everything was read back as the nodes said. */
	objection?: string;
}

export interface Systems {
	b2b: Access;
	/** OData, with the company in its address. */
	odata: Access;
}

const NAMES: Record<string, string> = { '850': 'Purchase order', '810': 'Invoice', '856': 'Shipment' };
const ACKNOWLEDGED: Record<string, string> = { A: 'accepted', R: 'rejected' };
const RESPONDED: Record<string, string> = { AD: 'accepted', RJ: 'rejected' };

/** Reads the whole trail back from SYSPRO and from the mailboxes, and holds it against what the nodes said. */
export async function trailOf(said: readonly Said[], { b2b, odata }: Systems): Promise<TrailRow[]> {
	const delivered = await messagesOf(b2b, '/NORTHWIND/Inbox');
	const received = await messagesOf(b2b, '/ACME/Inbox');
	return await Promise.all(said.map(async (one) => await rowOf(one, delivered, received, odata)));
}

async function rowOf(
	said: Said,
	delivered: readonly ReadMessage[],
	received: readonly ReadMessage[],
	odata: Access,
): Promise<TrailRow> {
	const found = delivered.filter((message) => element(message, 'GS', 6) === said.controlNumber);
	const [held, inMailbox] = [await heldBy(odata, said), found.length === 1 ? contentOf(found[0]) : ''];
	const acknowledgement = acknowledgementOf(said, received);
	const response = said.set === '850' ? responseOf(said, received) : '';
	const objections = [
		...(found.length === 1 ? [] : [`${found.length} messages with control number ${said.controlNumber}`]),
		...(held === inMailbox ? [] : [`SYSPRO holds "${held}", the mailbox "${inMailbox}"`]),
		...differs('acknowledgement', said.acknowledgement, acknowledgement),
		...differs('response', said.response ?? '', response),
	];
	return {
		document: `${NAMES[said.set]} ${said.number}`,
		content: inMailbox,
		controlNumber: said.controlNumber,
		acknowledgement,
		response,
		...(objections.length > 0 ? { objection: objections.join('; ') } : {}),
	};
}

const differs = (what: string, said: string | undefined, read: string): string[] =>
	said === read ? [] : [`the ${what} is "${read}", the node said "${said ?? 'nothing'}"`];

/** Lines of a document by their quantities, for people. */
function linesOf(quantities: readonly unknown[]): string {
	const total = Math.round(quantities.reduce<number>((sum, value) => sum + Number(value), 0) * 1000) / 1000;
	return `${quantities.length} ${quantities.length === 1 ? 'line' : 'lines'}, quantity ${total}`;
}

/** What SYSPRO's tables hold of a document, in one line. */
async function heldBy(odata: Access, { set, number }: Said): Promise<string> {
	const rows = async (table: string, column: string): Promise<Json[]> =>
		await rowsOf(odata, table, `${column} eq '${number}'`);
	if (set === '850') {
		const lines = (await rows('PorMasterDetail', 'PurchaseOrder')).filter(({ LineType }) => String(LineType) === '1');
		return `${set} ${number}, ${linesOf(lines.map(({ MOrderQty }) => MOrderQty))}`;
	}
	if (set === '810') {
		const [{ CurrencyValue }] = await rows('ArInvoice', 'Invoice');
		return `${set} ${number} over ${Number(CurrencyValue).toFixed(2)}`;
	}
	const lines = (await rows('MdnDetail', 'DispatchNote')).filter(({ LineType }) => String(LineType) === '1');
	return `${set} ${number}, ${linesOf(lines.map(({ MQtyToDispatch }) => MQtyToDispatch))}`;
}

/** The same of what is in the mailbox. */
function contentOf(message: ReadMessage): string {
	const set = element(message, 'ST', 1);
	if (set === '810') {
		return `${set} ${element(message, 'BIG', 2)} over ${(Number(element(message, 'TDS', 1)) / 100).toFixed(2)}`;
	}
	const [head, line] = set === '850' ? (['BEG', 'PO1'] as const) : (['BSN', 'SN1'] as const);
	const number = element(message, head, head === 'BEG' ? 3 : 2);
	const quantities = elements(message, line, 2);
	return `${set} ${number}, ${linesOf(quantities)}`;
}

/** AK5 of the 997 that names the group of the document. */
function acknowledgementOf({ controlNumber, set }: Said, received: readonly ReadMessage[]): string {
	const found = received.filter(
		(message) => element(message, 'AK1', 2) === controlNumber && element(message, 'AK2', 1) === set,
	);
	return found.map((message) => ACKNOWLEDGED[element(message, 'AK5', 1)] ?? '?').join(', ');
}

/** BAK02 of the 855 about the order. */
function responseOf({ number }: Said, received: readonly ReadMessage[]): string {
	const found = received.filter((message) => element(message, 'BAK', 3) === number);
	return found.map((message) => RESPONDED[element(message, 'BAK', 2)] ?? '?').join(', ');
}

/** What File Gateway and SYSPRO say of a partner's address, which is to be the same. */
export async function partnerRow(supplier: string, name: string, { b2b, odata }: Systems): Promise<TrailRow> {
	const [address] = await rowsOf(odata, 'ApSupplierAddr', `Supplier eq '${supplier}'`);
	const partner = await partnerOf(b2b, name);
	const held = [address.SupAddr1, address.SupAddr3, address.SupPostalCode]
		.map((text) => String(text).trim())
		.join(', ');
	const shown = [partner.addressLine1, partner.city, partner.postalCode].map(String).join(', ');
	const code = String(partner.code);
	return {
		document: `Partner ${name}`,
		content: `${code}: ${shown}`,
		controlNumber: '',
		acknowledgement: '',
		response: '',
		...(shown === held && code === supplier ? {} : { objection: `SYSPRO holds "${supplier}: ${held}"` }),
	};
}
