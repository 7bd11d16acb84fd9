import type { Kind, SysproRecord } from '../../../clients/syspro';
import type { Row } from '../../../kit/n8n/items';
import { invoiceForm, purchaseOrderForm, shipNoticeForm, type EdiSettings, type Form } from '../edi';
import type { Outgoing, Partner } from './partner';

/** A record as an item: the whole of it, or its header beside lines, parties and totals. */
export function recordRow(record: SysproRecord, isSimple: boolean): Row {
	if (!isSimple) return { ...record };
	const { kind, id, header, parties, lines, totals } = record;
	const isDocument = Object.keys(parties).length > 0 || lines.length > 0;
	return { kind, id, ...header, parties, ...(isDocument ? { lines, totals } : {}) };
}

interface TransactionSet<K extends Outgoing> {
	set: string;
	form: (record: SysproRecord<K>, settings: EdiSettings) => Form;
	numberOf: (record: SysproRecord<K>) => string;
}

const SETS: { [K in Outgoing]: TransactionSet<K> } = {
	purchaseOrder: {
		set: '850',
		form: purchaseOrderForm,
		numberOf: ({ header }) => header.purchaseOrder,
	},
	invoice: { set: '810', form: invoiceForm, numberOf: ({ header }) => header.invoice },
	dispatchNote: {
		set: '856',
		form: shipNoticeForm,
		numberOf: ({ header }) => header.dispatchNote,
	},
};

/** A document as the X12 node takes it, with what a ledger knows it by. */
export function documentRow<K extends Outgoing>(record: SysproRecord<K>, partner: Partner, settings: EdiSettings): Row {
	const { form } = SETS[record.kind];
	return { ...heading(record, partner), document: form(record, settings) };
}

/** The same for a document that cannot be translated. */
export function problemRow<K extends Outgoing>(record: SysproRecord<K>, partner: Partner, error: Error): Row {
	return { ...heading(record, partner), document: null, problem: error.message };
}

function heading<K extends Outgoing>(record: SysproRecord<K>, partner: Partner): Row {
	const { set, numberOf } = SETS[record.kind];
	return { documentId: documentId(record), set, number: numberOf(record), partner };
}

/** One text that is unique for a record of the company, whatever its kind. */
const documentId = ({ kind, id }: { kind: Kind; id: string }): string => `${kind}:${id}`;
