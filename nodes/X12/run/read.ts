import { readStream, valueOf } from '../../../edi';
import type { Diagnostic, Group, Interchange, Segment, TransactionSet } from '../../../edi';
import { readDocument } from '../../../edi/documents';
import { counted } from '../../../kit/counted';
import type { Row } from '../../../kit/n8n/items';
import type { RunContext } from '../operation';
import { inSet, refusal } from './problems';
import { streamOf } from './source';
import { tablesOf } from './tables';
import { optionOf } from './optionOf';

/** A transaction set with the envelope around it. */
interface Found {
	interchange: Interchange;
	group: Group;
	transaction: TransactionSet;
}

/** Rows of an interchange, whose problems are whole when it has been read to its end. */
type Pending = () => Row;

/**
 * Reads X12 into items: a document, a transaction set or a segment each. The file passes by: what is held of it is one
 * transaction set and the items that came of those before.
 */
export async function readX12(context: RunContext): Promise<Row[]> {
	const { parameters, hint } = context;
	const stops = optionOf<string>(parameters, 'onProblems', 'report') === 'stop';
	const rows: Row[] = [];
	const problems: Diagnostic[] = [];
	let pending: Pending[] = [];
	let sets = 0;
	for await (const event of readStream(await streamOf(context))) {
		if (event.type === 'transaction') {
			pending.push(...rowsOf(event, context));
			const { transaction } = event;
			sets += 1;
			problems.push(...transaction.diagnostics.map((problem) => inSet(problem, transaction)));
		} else if (event.type === 'groupEnd') problems.push(...event.group.diagnostics);
		else if (event.type === 'interchangeEnd') {
			const { interchange } = event;
			problems.push(...interchange.diagnostics);
			for (const segment of interchange.acknowledgements) rows.push(acknowledgementRow(interchange, segment));
			for (const row of pending) rows.push(row());
			pending = [];
		} else if (event.type === 'end') {
			problems.push(...event.diagnostics);
			for (const { message } of event.diagnostics) hint(message);
		}
	}
	const errors = problems.filter(({ severity }) => severity === 'error').sort(byPlace);
	if (errors.length > 0 && stops) throw refusal(sets > 1 ? errors : errors.map(withoutSet));
	if (errors.length > 0)
		hint(`The input has ${counted(errors.length, 'problem')} in its structure; see the field problems.`);
	if (rows.length === 0) hint('The input has an envelope, but nothing in it.');
	return rows;
}

/** Of the only set of a file there is nothing to tell apart. */
const withoutSet = ({ controlNumber: _controlNumber, ...problem }: Diagnostic): Diagnostic => problem;

const byPlace = (one: Diagnostic, other: Diagnostic) => (one.ordinal ?? 0) - (other.ordinal ?? 0);

function rowsOf(found: Found, context: RunContext): Pending[] {
	const unit = context.parameters.text('returnAs');
	if (unit === 'segments') return segmentRows(found).map((row) => () => row);
	const row = unit === 'transactions' ? transactionRow(found) : documentRow(found, context);
	return [() => ({ ...row, problems: problemsOf(found.interchange, found.group, found.transaction) })];
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
	if (!form) hint(`There is no business form for set ${transaction.id}: it is returned as a transaction set.`);
	const isWhole = !form || !parameters.flag('simplify', true);
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
