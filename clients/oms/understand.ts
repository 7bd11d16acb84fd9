import type { Call } from './call';
import type { Reading } from './answer';
import { cut, ServiceError } from '../../kit/errors';
import { saidBy } from '../../kit/http/gatewayText';
import { asArray, isElement, ROWS, TEXT, type Document, type Value } from '../../kit/xml/document';
import { ENTITIES } from './entities';
import { outputRootOf } from './outputRoots';
import { lookup } from '../../kit/lookup';

/**
 * Whether what came is what a call asked for. A response to a read is the document or list that was asked for (which
 * may be an explicit empty list), in the documented form or in a variant that was seen; anything else is an error.
 */

/** The name of the root element that the response to a call has. */
export function outputRoot(call: Call): string {
	return call.outputRoot ?? (call.isService ? call.root : outputRootOf(call.api));
}

/** The APIs that list documents, with the element of a row. */
const DOCUMENT_LISTS: Readonly<Record<string, string>> = {
	...Object.fromEntries(Object.values(ENTITIES).map(({ listApi, row }) => [listApi, row])),
	getShipmentListForOrder: ENTITIES.shipment.row,
};

/** The element of a row where the call is for a list of them: as it says, as its API is known, or as its template has it. */
export function rowOf(call: Call): string | undefined {
	if (call.row !== undefined || call.isService) return call.row;
	const known = lookup(DOCUMENT_LISTS, call.api);
	if (known !== undefined) return known;
	if (!call.template) return undefined;
	const singular = outputRoot(call).replace(/(?:List|s)$/, '');
	return singular in call.template ? singular : undefined;
}

/** What a list says of itself beside its rows (captured): `LastRecordSet`, `TotalOrderList`, `LastOrderHeaderKey`. */
const OF_LISTS = /^(?:Last|Total)[A-Z]\w*$|^ReadFromHistory$/;

/** What only getPage's own response has (IBM support 6590941): it is no response to another call. */
const OF_PAGES = /^(?:Is(?:First|Last|Valid)Page|PageSetToken)$/;

const OF_COUNT = /^Total(?:NumberOfRecords|[A-Z]\w*List)$/;

/** Members without content: `""`, `{}`, `[]`, and null, which is read as `""`. */
export function isBlank(value: Value | undefined): boolean {
	if (value === undefined) return true;
	if (typeof value === 'string') return value.trim() === '';
	if (Array.isArray(value)) return value.length === 0;
	for (const _name in value) return false;
	return true;
}

/** The only member of an element that holds nothing else, as JSON has it that kept its root. */
export function onlyMember(document: Document): { name: string; value: Value } | undefined {
	const members = Object.entries(document);
	return members.length === 1 ? { name: members[0][0], value: members[0][1] } : undefined;
}

/** The element that a list of one holds; Sterling's JSON writes single elements both ways (captured). */
export function single(value: Value | undefined): Document | undefined {
	const [first, ...more] = asArray(value as Value | Value[] | undefined);
	return more.length === 0 && isElement(first) ? first : undefined;
}

/**
 * The content of an element that is under its name, or undefined where it is not what the call asked for. With
 * `call.row` it must be a list: rows of that name, or none at all under a name that a list of them has.
 */
export function namedContent(call: Call, name: string, value: Value | undefined): Document | undefined {
	if (name === 'ApiSuccess' || (!isOfSterling(name) && !call.isService)) return undefined;
	const row = rowOf(call);
	// The name is a rule of thumb unless the call or its template says it.
	const isGuessed = row === undefined && call.outputRoot === undefined && call.template === undefined;
	const fits = isGuessed || call.isService || name === outputRoot(call) || isListOf(row, name);
	if (isBlank(value)) return fits ? {} : undefined;
	const element = single(value);
	if (!element) return undefined;
	if (row === undefined) return fits ? element : undefined;
	if (row in element) return withRows(element, row);
	return fits && isEmptyList(element) ? element : undefined;
}

/** A list without rows, which does not claim to have some. */
function isEmptyList(list: Document): boolean {
	return Object.entries(list).every(([name, value]) => {
		if (typeof value !== 'string') return isBlank(value);
		return !(OF_COUNT.test(name) && Number(value) > 0) && !(name === 'LastRecordSet' && value === 'N');
	});
}

/**
 * The content of a document whose root JSON has dropped: undefined where it is foreign, 'unproven' where nothing in it
 * says what it is, as in `{}`, which is how an empty list looks without its root.
 */
export function namelessContent(call: Call, document: Document): Document | 'unproven' | undefined {
	const row = rowOf(call);
	if (document[TEXT] !== undefined && Object.keys(document).length === 1) return undefined;
	if (Array.isArray(document[ROWS])) return bareRows(document, row);
	if (row !== undefined && row in document) return withRows(document, row);
	const expected = outputRoot(call);
	const kept = onlyMember(document);
	if (row === undefined) {
		if (kept?.name === expected) return namedContent(call, expected, kept.value);
	} else {
		const name = [expected, `${row}List`, `${row}s`].find((one) => one in document);
		if (name !== undefined) return namedContent(call, name, document[name]);
	}
	const names = Object.keys(document);
	if (names.length === 0) return 'unproven';
	if (expected !== 'Page' && names.some((name) => OF_PAGES.test(name))) return undefined;
	if (row !== undefined)
		return isEmptyList(document) && names.some((name) => OF_LISTS.test(name)) ? document : undefined;
	// A service responds as its makers like; Sterling's own names begin with a capital.
	return call.isService || names.some(isOfSterling) ? document : undefined;
}

/** Names of Sterling's elements and attributes; those of gateways, pages and SOAP begin in lower case or with a prefix. */
function isOfSterling(name: string): boolean {
	return /^[@A-Z]/.test(name) && !name.includes(':') && name !== 'ApiSuccess';
}

function isListOf(row: string | undefined, name: string): boolean {
	return row !== undefined && (name === `${row}List` || name === `${row}s`);
}

/** A bare array, as the list resources answer (captured), or undefined where it is none of rows. */
function bareRows(document: Document, row: string | undefined): Document | 'unproven' | undefined {
	const rows = document[ROWS] as Value[];
	if (rows.length === 0) return 'unproven';
	if (!rows.every(isElement)) return undefined;
	return row === undefined ? document : withRows({ [row]: rows }, row);
}

/** The list with its rows as an array; a single element without anything in it is an empty list (captured). */
function withRows(list: Document, row: string): Document | undefined {
	const entries = asArray(list[row] as Value | Value[]);
	if (entries.length > 0 && entries.every((entry) => isElement(entry) && !isBlank(entry)))
		return { ...list, [row]: entries };
	const rows = entries.filter((entry) => !isBlank(entry));
	if (!rows.every(isElement)) return undefined;
	if (rows.length === 0 && !isEmptyList({ ...list, [row]: [] })) return undefined;
	// An empty row among others is one that has none of the attributes that were asked for.
	return { ...list, [row]: rows.length === 0 ? [] : entries.filter(isElement) };
}

/** The error for a response that is not what the call asked for. */
export function foreign(call: Call, { document, root, status, empty }: Reading): ServiceError {
	const row = rowOf(call);
	const wanted = call.isService ? 'a document' : row ? `a list of ${row}` : outputRoot(call);
	const { text, code, ids } = saidBy('', document);
	const said = text ? ` It says: ${text}` : '';
	return new ServiceError(
		'badAnswer',
		`The response to ${call.api} is not what was requested: ${whatCame(document, root, empty)} instead of ${wanted}.${said}`,
		{
			api: call.api,
			httpStatus: status,
			code,
			attributes: ids,
			hint: 'A proxy or gateway on the way to Sterling, or an extension of this API, returned it. It does not count as an empty result.',
			effect: 'unknown',
		},
	);
}

function whatCame(document: Document, root: string, empty: boolean): string {
	if (empty) return 'it is empty';
	if (root !== '') return `it contains <${cut(root, 60)}>${inside(document)}`;
	const names = Object.keys(document);
	if (names.length === 0) return 'it is empty';
	if (names.includes(ROWS)) return 'it contains a bare list';
	if (names.includes(TEXT)) return 'it contains a bare value';
	return `it contains ${listed(names)}`;
}

function inside(document: Document): string {
	const names = Object.keys(document).filter((name) => typeof document[name] !== 'string');
	return names.length > 0 ? ` with ${listed(names)}` : '';
}

function listed(names: string[]): string {
	const shown = names.slice(0, 3).map((name) => `"${cut(name, 60)}"`);
	return shown.join(', ') + (names.length > 3 ? ' and more' : '');
}
