import { diagnosticsOf } from '../access';
import { dictionaryFor, functionalIdOf } from '../dictionary/dictionary';
import type { Diagnostic, Group, Interchange, Reading, TransactionSet } from '../tree';
import { lengthElementOf } from '../values/binary';
import { ElementChecker } from './elements';
import { checkGroupHeader, checkInterchangeHeader } from './envelope';
import { Findings } from './findings';
import { checkHierarchy } from './hierarchy';
import { OrderChecker } from './order';
import { checkTotals } from './totals';

/**
 * Checks what was read against the standard. All that is known of it is reported: what the reader noted and what the
 * dictionary of the version says of segments, elements and codes, in the order of the file.
 *
 * Sets that the dictionary does not hold are checked in their envelope alone.
 *
 * @example
 * const problems = check(read(text)).filter(({ severity }) => severity === 'error');
 */
export function check(part: Reading | Interchange): Diagnostic[] {
	const all = diagnosticsOf(part);
	for (const interchange of 'interchanges' in part ? part.interchanges : [part]) {
		append(all, checkInterchangeHeader(interchange));
		for (const group of interchange.groups) {
			append(all, checkGroupHeader(group));
			for (const transaction of group.transactions) append(all, checkTransaction(transaction, group));
		}
	}
	return all.sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
}

/**
 * Checks the content of one transaction set. What the reader noted of it is in `transaction.diagnostics` and not
 * repeated here.
 *
 * @param group the group that it is in: its GS08 says which version it is held against
 */
export function checkTransaction(
	transaction: TransactionSet,
	group: Pick<Group, 'version' | 'functionalId'>,
): Diagnostic[] {
	const { id, header, segments } = transaction;
	const findings = new Findings();
	const functionalId = functionalIdOf(id);
	if (functionalId !== undefined && functionalId !== group.functionalId) {
		const message = `Transaction set ${id} belongs in a ${functionalId} group, not in ${group.functionalId || '(none)'}.`;
		findings.add('set-not-in-group', 'error', message, header, { element: 1, value: id });
	}
	const dictionary = dictionaryFor(group.version);
	const set = dictionary.set(id);
	const trailer = transaction.trailer ?? {
		id: 'SE',
		elements: [],
		ordinal: (segments.at(-1) ?? header).ordinal,
		offset: 0,
	};
	const elements = new ElementChecker(dictionary, findings, group.version < '003070');
	if (!set) {
		const message = `Transaction set ${id || '(none)'} is not supported by the checker: only its envelope is checked.`;
		findings.add('unknown-set', 'warning', message, header, { element: 1, value: id });
		for (const segment of [header, transaction.trailer]) if (segment) elements.check(segment);
		return findings.list;
	}
	const order = new OrderChecker(
		set,
		(one) => (dictionary.segment(one) ?? lengthElementOf(one)) !== undefined,
		findings,
	);
	for (const segment of [header, ...segments, trailer]) {
		order.take(segment);
		if (segment !== trailer || transaction.trailer) elements.check(segment);
	}
	order.end(trailer);
	checkTotals(transaction, findings);
	if (id === '856') checkHierarchy(segments, findings);
	return findings.list.sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
}

function append(all: Diagnostic[], more: Diagnostic[]): void {
	for (const one of more) all.push(one);
}
