import { asArray, isElement, ROWS, type Document, type Value } from '../../kit/xml/document';
import { explain, isKnown, LOCK_CODES } from './errorTable';
import { saidBy } from '../../kit/http/gatewayText';
import { ServiceError, type ErrorEntry } from '../../kit/errors';

/** What an error says where nobody wrote a text for it (captured). */
const NO_TEXT = /^(?:error description not available|null|undefined|-|n\/a)$/i;

/**
 * The Sterling error in a response, or undefined where it holds none. Reads `errors`, `Errors`, a root `Errors` or
 * `Error` and top-level error attributes, in JSON and XML, also under HTTP 200 (all captured or documented), and what
 * is left of them where JSON drops the root. Of nested errors the innermost that says something is the message, and all
 * of them are kept. Java stacks are dropped.
 */
export function errorOf(document: Document, root: string, httpStatus: number): ServiceError | undefined {
	const chains = candidates(document, root, httpStatus)
		.flatMap(chainsIn)
		.filter((chain) => httpStatus >= 400 || !isSuccess(chain));
	const [chain] = chains;
	if (!chain) return undefined;
	const speaker = [...chain].reverse().find((entry) => textOf(entry) !== undefined) ?? chain[0];
	const codes = [...chain].reverse().map(codeOf);
	const code = codes.find(isKnown) ?? codeOf(speaker) ?? codes.find(Boolean);
	const status = statusOf(chain) ?? httpStatus;
	const { category, hint, remedy } = explain(code, status);
	const said = chain.some(isError) ? undefined : saidBy('', chain[0]);
	const others = [...new Set(chains.flat())].filter((entry) => entry !== speaker).map(entryOf);
	return new ServiceError(category, textOf(speaker) ?? said?.text ?? wordless(code, status), {
		code,
		httpStatus: status,
		uniqueExceptionId: chain.map((entry) => stringOf(entry, 'ErrorUniqueExceptionId')).find(Boolean),
		attributes: attributesOf(chain),
		hint,
		remedy,
		// A server that failed (5xx) may have failed after the work, whatever its text says.
		effect: Math.max(status, httpStatus) >= 500 ? 'unknown' : 'none',
		passing: code !== undefined && LOCK_CODES.has(code),
		others: others.filter((entry) => Object.keys(entry).length > 0),
	});
}

function candidates(document: Document, root: string, httpStatus: number): Document[] {
	if (root === 'Errors') return elements(document.Error ?? (httpStatus >= 400 ? {} : undefined));
	if (root === 'Error') return isError(document) || document.Error !== undefined ? [document] : [];
	const listed = elements(document.errors);
	// A gateway lists its errors under the same name; they are read as what it says.
	if (listed.length > 0) return httpStatus < 400 || listed.some(isErrorInside) ? listed : [];
	for (const wrapper of elements(document.Errors)) {
		if (wrapper.Error !== undefined) return elements(document.Errors).flatMap((one) => elements(one.Error));
		if (isError(wrapper)) return elements(document.Errors);
	}
	if (httpStatus >= 400 && isError(document)) return [document];
	return root === '' ? withoutRoot(document) : [];
}

/** All that an error can have (captured, IBM support 6475311). */
const OF_ERRORS =
	/^(?:Error(?:Code|Description|RelatedMoreInfo|UniqueExceptionId)?|errors|Errors|httpcode|HttpCode|MoreInfo|Attribute|Stack)$/;
/** Services that report success in the form of an error. */
const SUCCESS = /^(?:0+|ok|success)$/i;

/** Errors whose root JSON has dropped: a bare list of them, `Error` of `Errors`, or an error and nothing else. */
function withoutRoot(document: Document): Document[] {
	const rows = document[ROWS];
	const listed = elements(rows ?? (Object.keys(document).length === 1 ? document.Error : undefined));
	if (listed.length > 0) return listed.every((entry) => isErrorInside(entry) && isAlone(entry)) ? listed : [];
	return isError(document) && isAlone(document) ? [document] : [];
}

function isSuccess(chain: readonly Document[]): boolean {
	const codes = chain.flatMap((entry) => codeOf(entry) ?? []);
	return codes.length > 0 && codes.every((code) => SUCCESS.test(code));
}

/** Whether an element says that something failed, and nothing else. */
function isAlone(entry: Document): boolean {
	const said = chainsIn(entry)
		.flat()
		.flatMap((one) => codeOf(one) ?? textOf(one) ?? []);
	return Object.keys(entry).every((name) => OF_ERRORS.test(name)) && said.some((one) => !SUCCESS.test(one));
}

function isError(entry: Document): boolean {
	return ['ErrorCode', 'ErrorDescription', 'httpcode', 'HttpCode'].some((name) => typeof entry[name] === 'string');
}

function isErrorInside(entry: Document): boolean {
	return isError(entry) || chainsIn(entry).flat().some(isError);
}

function elements(value: Value | undefined): Document[] {
	return asArray(value as Value | Value[] | undefined).filter(isElement);
}

/** An error with those nested in it, from the outermost to the innermost; one chain for each branch. */
function chainsIn(entry: Document): Document[][] {
	const inner = [entry.Error, entry.errors, ...elements(entry.Errors).map((list) => list.Error)].flatMap(elements);
	const own = isError(entry) || inner.length === 0 ? [entry] : [];
	if (inner.length === 0) return [own];
	return inner.flatMap(chainsIn).map((chain) => [...own, ...chain]);
}

function stringOf(entry: Document, name: string): string | undefined {
	const value = entry[name];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function codeOf(entry: Document): string | undefined {
	return stringOf(entry, 'ErrorCode');
}

function statusOf(chain: readonly Document[]): number | undefined {
	const said = chain.map((entry) => Number(stringOf(entry, 'httpcode') ?? stringOf(entry, 'HttpCode')));
	return said.find((status) => status >= 400 && status < 600);
}

/** What an error says for people; a code or class name repeated is no text. */
function textOf(entry: Document): string | undefined {
	const texts = ['ErrorDescription', 'ErrorRelatedMoreInfo'].map((name) => stringOf(entry, name));
	return texts.find((text) => text !== undefined && !NO_TEXT.test(text) && text !== codeOf(entry));
}

function wordless(code: string | undefined, status: number): string {
	if (code) return /\s/.test(code) ? code : `Sterling reported ${code} without a description.`;
	return `Sterling refused the request without saying why (HTTP ${status}).`;
}

function entryOf(entry: Document): ErrorEntry {
	const code = codeOf(entry);
	const description = textOf(entry);
	const attributes = attributesOf([entry]);
	return {
		...(code ? { code } : {}),
		...(description ? { description } : {}),
		...(Object.keys(attributes).length > 0 ? { attributes } : {}),
	};
}

/** The attributes of a chain, the outer ones first. Several values of one name are all kept. */
function attributesOf(chain: readonly Document[]): Record<string, string> {
	const values = new Map<string, Set<string>>();
	const add = (name: string, value: string) => {
		if (name === 'Stack' || value.trim() === '') return;
		values.set(name, (values.get(name) ?? new Set()).add(value));
	};
	for (const entry of chain) {
		const related = stringOf(entry, 'ErrorRelatedMoreInfo');
		if (related) add('ErrorRelatedMoreInfo', related);
		for (const [name, value] of pairsOf(entry)) if (stringOf(entry, name) !== value.trim()) add(name, value);
	}
	return Object.fromEntries([...values].map(([name, all]) => [name, [...all].join(', ')]));
}

/** `<Attribute Name Value/>` of XML and the `MoreInfo` of JSON. */
function pairsOf(entry: Document): Array<[string, string]> {
	const listed = elements(entry.Attribute).filter(({ Name }) => typeof Name === 'string');
	const pairs = listed.map(({ Name, Value }): [string, string] => [Name as string, plain(Value ?? '')]);
	for (const info of elements(entry.MoreInfo)) {
		for (const [name, value] of Object.entries(info)) {
			pairs.push(...asArray(value).map((one): [string, string] => [name, plain(one)]));
		}
	}
	return pairs;
}

const plain = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value));
