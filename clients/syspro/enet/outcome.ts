import { ServiceError, type ErrorEntry } from '../../../kit/errors';
import { isRow, listOf, plainName, text, written } from '../values';
import type { Field, Row } from '../records';
import type { Issue, Outcome } from './call';
import { readXml } from './xml';

/** Counters of items that were not stored, and of those that were; names as they were seen, in lower case. */
const FAILED = ['recordsinvalid', 'itemsinvalid', 'itemsrejected', 'itemsrejectedwithwarnings'];
const STORED = ['itemsprocessed', 'recordsprocessed', 'recordsadded', 'recordschanged', 'recordsvalid'];
const MOST_ISSUES = 100;

/**
 * What a business object responded. It fails where an item was rejected or invalid, and where there is an error and
 * nothing says that something was stored; an error beside a success is a warning.
 * @param isWrite whether a document was to be stored, or checked
 * @throws ServiceError with every error that the response holds, at any depth
 */
export function outcomeOf(xml: string, object: string, isWrite: boolean): Outcome {
	const { root, document } = parsed(xml, object);
	const found: Found = { issues: [], counters: {}, keys: [], failures: [] };
	collect(document, root, null, found);
	const { issues, counters, keys, failures } = found;
	const failed = FAILED.reduce((total, name) => total + (counters[name] ?? 0), 0);
	const stored = STORED.reduce((total, name) => total + (counters[name] ?? 0), 0);
	const hasFailed = failed > 0 || failures.length > 0 || (issues.length > 0 && stored === 0);
	if (hasFailed) throw failure(found, object, isWrite);
	return { root, document, xml, issues, counters, keys };
}

interface Found {
	issues: Issue[];
	counters: Record<string, number>;
	keys: Array<Record<string, string>>;
	/** What a status in the response says without a number: ValidationStatus, or a Status beside a Message. */
	failures: string[];
}

function parsed(xml: string, object: string): { root: string; document: Row } {
	if (xml.trim() === '') {
		throw new ServiceError('badAnswer', `The response of ${object} is empty.`, {
			hint: 'A proxy or gateway on the way to SYSPRO may have dropped it.',
			effect: 'unknown',
		});
	}
	try {
		return readXml(xml);
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		throw error.with({ effect: 'unknown' }, `The response of ${object} cannot be read. ${error.message}`);
	}
}

function collect(row: Row, name: string, item: string | null, found: Found): void {
	const own = written(row, 'ItemNumber')?.trim() || item;
	noteIssue(row, name, own, found);
	noteStatus(row, name, found);
	for (const [member, value] of Object.entries(row)) {
		const plain = plainName(member);
		if (/^(?:records|items)[a-z]+$/.test(plain)) count(found, plain, value);
		for (const inner of listOf(value)) {
			if (!isRow(inner)) continue;
			if (plain === 'key') found.keys.push(keyOf(inner));
			collect(inner, member, own, found);
		}
	}
}

function noteIssue(row: Row, name: string, item: string | null, { issues }: Found): void {
	for (const kind of ['Error', 'Warning']) {
		const code = written(row, `${kind}Number`)?.trim() || null;
		const message = written(row, `${kind}Description`)?.trim() ?? '';
		if ((code === null && message === '') || issues.length >= MOST_ISSUES) continue;
		issues.push({ element: name, value: text(row, 'Value'), code, message: message || `Error ${code}`, item });
	}
}

function noteStatus(row: Row, name: string, { failures }: Found): void {
	const status = written(row, 'Status')?.trim() ?? '';
	const message = written(row, 'Message')?.trim();
	if (plainName(name) === 'validationstatus') {
		if (/fail|reject|invalid|error/i.test(status)) failures.push(message || status);
	} else if (message !== undefined && /^-?\d+$/.test(status) && Number(status) !== 0) {
		failures.push(message || `Status ${status}`);
	}
}

function count({ counters }: Found, name: string, value: Field): void {
	const number = typeof value === 'string' ? Number(value.trim()) : NaN;
	if (Number.isInteger(number)) counters[name] = (counters[name] ?? 0) + number;
}

function keyOf(row: Row): Record<string, string> {
	const entries = Object.keys(row).map((name): [string, string] => [name, text(row, name) ?? '']);
	return Object.fromEntries(entries.filter(([name, value]) => value !== '' && !name.startsWith('@')));
}

const IGNORE_WARNINGS = 'SYSPRO rejected it because of warnings. Check them, or post it with warnings ignored.';

function failure({ issues, counters, failures, keys }: Found, object: string, isWrite: boolean): ServiceError {
	const [first, ...rest] = issues;
	const message = first?.message ?? failures[0] ?? `${object} rejected the document without saying why.`;
	const isMissing = !isWrite && /not found|does not exist|not on file/i.test(message);
	const isThere = isWrite && /already (?:exists|on file|been)|duplicate/i.test(message);
	const onlyWarnings =
		(counters.itemsrejectedwithwarnings ?? 0) > 0 && !(counters.itemsinvalid ?? counters.itemsrejected);
	const stored = STORED.some((name) => (counters[name] ?? 0) > 0) && keys.length > 0;
	return new ServiceError(isMissing ? 'notFound' : isThere ? 'duplicate' : 'invalidInput', message, {
		code: first?.code ?? undefined,
		api: object,
		place:
			first && [first.item && `item ${Number(first.item) || first.item}`, first.element].filter(Boolean).join(', '),
		attributes: {
			...(first?.value ? { [first.element]: first.value } : {}),
			...(stored ? { stored: keys.map((key) => Object.values(key).join(' ')).join(', ') } : {}),
		},
		others: [...rest.map(entryOf), ...failures.slice(first ? 0 : 1).map((description) => ({ description }))],
		hint: stored
			? 'Other items of the same document were stored: do not send those again.'
			: onlyWarnings
				? IGNORE_WARNINGS
				: undefined,
		// Some of it was stored, and that is known.
		effect: stored ? undefined : 'none',
		passing: false,
	});
}

function entryOf({ element, value, code, message }: Issue): ErrorEntry {
	return { ...(code ? { code } : {}), description: message, ...(value ? { attributes: { [element]: value } } : {}) };
}
