import { ServiceError, type ErrorEntry } from '../../../kit/errors';
import { isRow, listOf, plainName, text, written } from '../values';
import type { Field, Row } from '../records';
import type { Issue, Outcome } from './call';
import { readXml } from './xml';

/** Counters of items that were not stored, and of those that were; names as they were seen, in lower case. */
const FAILED = ['recordsinvalid', 'itemsinvalid', 'itemsrejected', 'itemsrejectedwithwarnings'];
const STORED = [
	'itemsprocessed',
	'itemsprocessedwithwarnings',
	'recordsprocessed',
	'recordsadded',
	'recordsdeleted',
	'itemsdeleted',
	'recordschanged',
	'recordsvalid',
];
const MOST_ISSUES = 100;

/** What a call was for: to read, to have a document checked, or to have it stored. */
type Purpose = 'read' | 'check' | 'store';

/**
 * What a business object responded. It fails where an item was rejected or invalid, where there is an error and nothing
 * says that something was stored, and where SYSPRO says that it stored nothing; an error beside a success is a warning.
 * @throws ServiceError with every error that the response holds, at any depth
 */
export function outcomeOf(xml: string, object: string, purpose: Purpose): Outcome {
	const { root, document } = parsed(xml, object);
	const found: Found = { isRead: purpose === 'read', errors: 0, issues: [], counters: {}, keys: [], failures: [] };
	collect(document, root, null, found);
	const { errors, issues, counters, keys, failures } = found;
	const failed = total(counters, FAILED);
	const stored = total(counters, STORED);
	const isCounted = STORED.some((name) => counters[name] !== undefined);
	const isNothing = purpose === 'store' && isCounted && stored === 0;
	const hasFailed = failed > 0 || failures.length > 0 || isNothing || (errors > 0 && stored === 0);
	if (hasFailed) throw failure(found, object, purpose);
	return { root, document, xml, issues, counters, keys: keys.map(({ key }) => key) };
}

const total = (counters: Record<string, number>, names: readonly string[]): number =>
	names.reduce((sum, name) => sum + (counters[name] ?? 0), 0);

interface Found {
	isRead: boolean;
	/** How many of the issues are errors, and not warnings. */
	errors: number;
	issues: Issue[];
	counters: Record<string, number>;
	keys: Array<{ key: Record<string, string>; hasError: boolean }>;
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
	const before = found.errors;
	const keys: Row[] = [];
	noteIssue(row, name, own, found);
	noteStatus(row, name, found);
	for (const [member, value] of Object.entries(row)) {
		const plain = plainName(member);
		// Rows of a table are data, whatever their columns are called.
		if (found.isRead && plain === 'row') continue;
		if (/^(?:records|items)[a-z]+$/.test(plain)) count(found, plain, value);
		for (const inner of listOf(value)) {
			if (!isRow(inner)) continue;
			if (plain === 'key') keys.push(inner);
			collect(inner, member, own, found);
		}
	}
	for (const key of keys) found.keys.push({ key: keyOf(key), hasError: found.errors > before });
}

function noteIssue(row: Row, name: string, item: string | null, found: Found): void {
	for (const kind of ['Error', 'Warning']) {
		const code = written(row, `${kind}Number`)?.trim() || null;
		const message = written(row, `${kind}Description`)?.trim() ?? '';
		if (code === null && message === '') continue;
		if (kind === 'Error') found.errors++;
		if (found.issues.length >= MOST_ISSUES) continue;
		found.issues.push({ element: name, value: text(row, 'Value'), code, message: message || `${kind} ${code}`, item });
	}
}

function noteStatus(row: Row, name: string, { failures, isRead }: Found): void {
	const status = written(row, 'Status')?.trim() ?? '';
	const message = written(row, 'Message')?.trim();
	if (plainName(name) === 'validationstatus') {
		if (/fail|reject|invalid|error/i.test(status)) failures.push(message || status);
	} else if (!isRead && message !== undefined && /^-?\d+$/.test(status) && Number(status) !== 0) {
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

const IGNORED = 'SYSPRO ignores elements that it does not know. Check the names of the elements and where they are.';

function failure({ issues, counters, failures, keys }: Found, object: string, purpose: Purpose): ServiceError {
	const [first, ...rest] = issues;
	const isSilent = total(counters, FAILED) === 0;
	const silence = isSilent ? `${object} stored nothing.` : `${object} rejected the document without saying why.`;
	const message = first?.message ?? failures[0] ?? silence;
	const isWrite = purpose !== 'read';
	const isMissing = !isWrite && /not found|does not exist|not on file/i.test(message);
	const isThere = isWrite && /already (?:exists|on file|been)|duplicate/i.test(message);
	const onlyWarnings =
		(counters.itemsrejectedwithwarnings ?? 0) > 0 && !(counters.itemsinvalid ?? counters.itemsrejected);
	const stored = total(counters, STORED) > 0;
	const others = keys.filter(({ hasError }) => !hasError).map(({ key }) => Object.values(key).join(' '));
	return new ServiceError(isMissing ? 'notFound' : isThere ? 'duplicate' : 'invalidInput', message, {
		code: first?.code ?? undefined,
		api: object,
		place:
			first && [first.item && `item ${Number(first.item) || first.item}`, first.element].filter(Boolean).join(', '),
		attributes: {
			...(first?.value ? { [first.element]: first.value } : {}),
			...(stored && others.length > 0 ? { stored: others.join(', ') } : {}),
		},
		others: [...rest.map(entryOf), ...failures.slice(first ? 0 : 1).map((description) => ({ description }))],
		hint: stored
			? 'Other items of the same document were stored: do not send those again.'
			: onlyWarnings
				? IGNORE_WARNINGS
				: first === undefined && failures.length === 0 && isSilent
					? IGNORED
					: undefined,
		// Some of it was stored, and that is known.
		effect: stored ? undefined : 'none',
		passing: false,
	});
}

function entryOf({ element, value, code, message }: Issue): ErrorEntry {
	return { ...(code ? { code } : {}), description: message, ...(value ? { attributes: { [element]: value } } : {}) };
}
