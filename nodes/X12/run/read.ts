import { diagnosticsOf, read, valueOf } from '../../../edi';
import type { Diagnostic, Group, Interchange, Reading, Segment, TransactionSet } from '../../../edi';
import { readDocument } from '../../../edi/documents';
import type { Row } from '../../../kit/n8n/items';
import type { RunContext } from '../operations/types';
import { refusal } from './problems';
import { sourceOf } from './source';
import { tablesOf } from './tables';

/** A transaction set with the envelope around it. */
interface Found {
	interchange: Interchange;
	group: Group;
	transaction: TransactionSet;
}

/** Reads X12 into items: a document, a transaction set or a segment each. */
export async function readX12(context: RunContext): Promise<Row[]> {
	const { parameters, hint } = context;
	const reading = read(await sourceOf(context));
	const errors = diagnosticsOf(reading).filter(({ severity }) => severity === 'error');
	if (errors.length > 0 && parameters.option<string>('options', 'onProblems', 'report') === 'stop')
		throw refusal(errors);
	if (errors.length > 0) hint(`The input has ${errors.length} problems in its structure; see the field problems.`);
	for (const { message } of reading.diagnostics) hint(message);
	const rows = rowsOf(reading, context);
	if (rows.length === 0) hint('The input has an envelope, but nothing in it.');
	return rows;
}

function rowsOf(reading: Reading, context: RunContext): Row[] {
	const unit = context.parameters.text('returnAs');
	return reading.interchanges.flatMap((interchange) => [
		...interchange.acknowledgements.map((segment) => acknowledgementRow(interchange, segment)),
		...interchange.groups.flatMap((group) =>
			group.transactions.flatMap((transaction): Row[] => {
				const found = { interchange, group, transaction };
				if (unit === 'segments') return segmentRows(found);
				return [unit === 'transactions' ? transactionRow(found) : documentRow(found, context)];
			}),
		),
	]);
}

/** A TA1 is between the groups and part of none. */
function acknowledgementRow(interchange: Interchange, segment: Segment): Row {
	return {
		type: 'interchangeAcknowledgement',
		set: 'TA1',
		interchangeControlNumber: valueOf(segment, 1),
		code: valueOf(segment, 4),
		note: valueOf(segment, 5),
		interchange: interchangeRow(interchange),
		transaction: { id: segment.id, segments: [plain(segment)] },
		problems: interchange.diagnostics,
	};
}

function documentRow(found: Found, { parameters, hint }: RunContext): Row {
	const { group, transaction } = found;
	const form = readDocument(transaction, { tables: tablesOf(parameters), version: group.version });
	if (!form) hint(`There is no business form for set ${transaction.id}: it comes out as a transaction set.`);
	const isWhole = !form || parameters.raw('simplify') === false;
	return {
		type: form?.document.type ?? transaction.id,
		set: transaction.id,
		...(form ? { number: form.document.number, document: form.document } : {}),
		...envelopeRow(found),
		...(isWhole ? { transaction: treeOf(transaction) } : {}),
		warnings: form?.warnings ?? [],
	};
}

function transactionRow(found: Found): Row {
	return { set: found.transaction.id, ...envelopeRow(found), transaction: treeOf(found.transaction) };
}

function segmentRows({ interchange, group, transaction }: Found): Row[] {
	const all = [transaction.header, ...transaction.segments, ...(transaction.trailer ? [transaction.trailer] : [])];
	return all.map((segment, index) => ({
		set: transaction.id,
		position: index + 1,
		segment: segment.id,
		elements: segment.elements,
		controlNumber: transaction.controlNumber,
		groupControlNumber: group.controlNumber,
		interchangeControlNumber: interchange.controlNumber,
	}));
}

function envelopeRow({ interchange, group, transaction }: Found): Row {
	const { functionalId, controlNumber, version, sender, receiver } = group;
	return {
		interchange: interchangeRow(interchange),
		group: { functionalId, controlNumber, version, sender, receiver },
		controlNumber: transaction.controlNumber,
		isComplete: transaction.trailer !== undefined,
		problems: problemsOf(interchange, group, transaction),
	};
}

function problemsOf(...parts: Array<{ diagnostics: Diagnostic[] }>): Diagnostic[] {
	return parts.flatMap(({ diagnostics }) => diagnostics);
}

function interchangeRow({
	sender,
	receiver,
	controlNumber,
	date,
	time,
	version,
	usage,
	isAcknowledgementRequested,
}: Interchange): Row {
	return { sender, receiver, controlNumber, date, time, version, usage, isAcknowledgementRequested };
}

/** The tree of a set, without what only a reader of the file needs. */
function treeOf({ id, controlNumber, implementation, segments }: TransactionSet): Row {
	return { id, controlNumber, ...(implementation ? { implementation } : {}), segments: segments.map(plain) };
}

const plain = ({ id, elements }: Segment) => ({ id, elements });
