import { asArray, isElement, type Document, type Value } from '../../kit/xml/document';
import { explain, LOCK_CODES } from './errorTable';
import { ServiceError, type ErrorEntry } from '../../kit/errors';

/**
 * The Sterling error in an answer, or undefined where it holds none. Reads `errors`, `Errors`, a root
 * `Errors` or `Error` and top-level error attributes, in JSON and XML, also under HTTP 200 (all
 * captured or documented). Java stacks are dropped.
 */
export function errorOf(document: Document, root: string, httpStatus: number): ServiceError | undefined {
	const entries = flatten(candidates(document, root, httpStatus));
	if (entries.length === 0) return undefined;
	const [first, ...rest] = entries;
	const code = textOf(first, 'ErrorCode');
	const description = textOf(first, 'ErrorDescription');
	const status = Number(textOf(first, 'httpcode') ?? textOf(first, 'HttpCode')) || httpStatus;
	const { category, hint } = explain(code, status);
	return new ServiceError(category, messageOf(code, description, status), {
		code,
		httpStatus: status,
		uniqueExceptionId: textOf(first, 'ErrorUniqueExceptionId'),
		attributes: attributesOf(first),
		hint,
		effect: 'none',
		passing: code !== undefined && LOCK_CODES.has(code),
		others: rest.map(entryOf),
	});
}

function candidates(document: Document, root: string, httpStatus: number): Document[] {
	if (root === 'Errors') return elements(document.Error ?? (httpStatus >= 400 ? {} : undefined));
	if (root === 'Error') return [document];
	const listed = elements(document.errors);
	if (listed.length > 0) return listed.flatMap((entry) => (entry.Error ? elements(entry.Error) : [entry]));
	for (const wrapper of elements(document.Errors)) {
		if (wrapper.Error !== undefined) return elements(wrapper.Error);
		if (isError(wrapper)) return elements(document.Errors);
	}
	return httpStatus >= 400 && isError(document) ? [document] : [];
}

function isError(entry: Document): boolean {
	return ['ErrorCode', 'ErrorDescription', 'httpcode', 'HttpCode'].some((name) => typeof entry[name] === 'string');
}

function elements(value: Value | undefined): Document[] {
	return asArray(value as Value | Value[] | undefined).filter(isElement);
}

function flatten(entries: Document[]): Document[] {
	return entries.flatMap((entry) => [entry, ...flatten(elements(entry.Error))]);
}

function textOf(entry: Document, name: string): string | undefined {
	const value = entry[name];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function messageOf(code: string | undefined, description: string | undefined, status: number): string {
	if (description && description !== 'Error description not available') return description;
	if (code) return /\s/.test(code) ? code : `Sterling reported ${code} without a description.`;
	return `Sterling refused the request without saying why (HTTP ${status}).`;
}

function entryOf(entry: Document): ErrorEntry {
	const code = textOf(entry, 'ErrorCode');
	const description = textOf(entry, 'ErrorDescription');
	return { ...(code ? { code } : {}), ...(description ? { description } : {}) };
}

function attributesOf(entry: Document): Record<string, string> {
	const attributes: Record<string, string> = {};
	const related = textOf(entry, 'ErrorRelatedMoreInfo');
	if (related) attributes.ErrorRelatedMoreInfo = related;
	for (const pair of elements(entry.Attribute)) {
		if (typeof pair.Name === 'string') attributes[pair.Name] = String(pair.Value ?? '');
	}
	if (isElement(entry.MoreInfo)) {
		for (const [name, value] of Object.entries(entry.MoreInfo)) {
			if (name !== 'Stack') attributes[name] = typeof value === 'string' ? value : JSON.stringify(value);
		}
	}
	delete attributes.Stack;
	return attributes;
}
