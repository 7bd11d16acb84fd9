import { asArray, isElement, type Call, type Document, type Value } from '../../../sterling';
import type { ListResult, RunContext } from './types';

/** Adds the credential's enterprise as organization where neither the user nor a primary key names one. */
export function inOrganization(document: Document, { defaults }: RunContext): Document {
	const isNamed = document.OrganizationCode !== undefined || Object.keys(document).some((name) => /^\w+Key$/.test(name));
	return isNamed || !defaults.enterpriseCode ? document : { OrganizationCode: defaults.enterpriseCode, ...document };
}

/** The attributes that have a value. */
export function defined(attributes: Record<string, Value | undefined>): Document {
	return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)) as Document;
}

/**
 * The read that tells whether a create took effect: by the natural key of the document, answering its primary key.
 * Undefined where the document lacks a part of that key, because then nothing certain can be found.
 */
export function findByKey(
	api: string,
	root: string,
	{ root: outputRoot, list, key }: ListResult,
	document: Document,
	natural: readonly string[],
): Call | undefined {
	const named = bare(document);
	if (natural.some((name) => !named[name])) return undefined;
	const input = Object.fromEntries(natural.map((name) => [name, named[name]]));
	const empty = Object.fromEntries([key, ...natural].map((name) => [name, '']));
	return {
		api,
		root,
		outputRoot,
		kind: 'read',
		input: { ...input, MaximumRecords: '1' },
		template: { [list]: empty },
	};
}

/** The document itself where an API takes it inside a list, as manageItem does. */
export function bare(document: Document): Document {
	const members = Object.values(document);
	const [only] = asArray(members[0]);
	return members.length === 1 && Array.isArray(members[0]) && isElement(only) ? only : document;
}
