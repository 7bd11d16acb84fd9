import { namesOf } from '../../../clients/oms/about';
import type { Call } from '../../../clients/oms/call';
import type { Entity } from '../../../clients/oms/entities';
import { isElement, type Document } from '../../../kit/xml/document';
import type { Defaults } from '../connect';

/** What the credential says, which a run has at hand. */
interface Scoped {
	defaults: Defaults;
}

/** Adds the credential's enterprise as organization where neither the user nor a primary key names one. */
export function inOrganization(document: Document, { defaults }: Scoped): Document {
	const isNamed =
		document.OrganizationCode !== undefined || Object.keys(document).some((name) => /^\w+Key$/.test(name));
	return isNamed || !defaults.enterpriseCode ? document : { OrganizationCode: defaults.enterpriseCode, ...document };
}

/**
 * Adds the credential's enterprise and document type where the document names none: both lead the indexes of orders,
 * releases and shipments. `usualType` is the document type where the credential's is not the one that is meant.
 */
export function inScope(document: Document, { defaults }: Scoped, usualType = defaults.documentType): Document {
	const scoped: Document = { ...document };
	const enterprise = document.EnterpriseCode || defaults.enterpriseCode;
	if (enterprise) scoped.EnterpriseCode = enterprise;
	scoped.DocumentType = document.DocumentType || usualType;
	return scoped;
}

/** Whether a document has its whole natural key: without a part of it, nothing certain can be found. */
export function isNamed({ natural }: Entity, document: Document): boolean {
	const named = bare(document);
	return natural.every((name) => named[name]);
}

/**
 * The read that shows whether a create took effect: by the natural key of the document, answering its primary key
 * and when it was made.
 */
export function lookUpCall(entity: Entity, document: Document): Call {
	const named = nameOf(entity.natural, document);
	return recordsCall(entity, named, { input: { ...named, MaximumRecords: '1' }, time: 'Createts' });
}

/** The read of the records that `input` finds: their key, their name, the time that counts, and what else is wanted. */
export function recordsCall(
	entity: Entity,
	named: Document,
	{ input, time, wanted = {} }: { input: Document; time: 'Createts' | 'Modifyts'; wanted?: Document },
): Call {
	const { listApi, inputRoot, outputRoot, row, key, natural } = entity;
	const names = Object.fromEntries([key, ...natural, time].map((name) => [name, '']));
	return {
		api: listApi,
		root: inputRoot,
		outputRoot,
		row,
		kind: 'read',
		about: namesOf(entity, named),
		input,
		template: { [row]: { ...wanted, ...names } },
	};
}

/** Those of the naming attributes that a document has. */
export function nameOf(names: readonly string[], document: Document): Document {
	const from = bare(document);
	const named: Document = {};
	for (const name of names) if (from[name]) named[name] = from[name];
	return named;
}

/** The document itself where an API takes it as the only entry of a list, as manageItem does. */
export function bare(document: Document): Document {
	const [name, ...others] = Object.keys(document);
	const members = others.length === 0 ? document[name] : undefined;
	if (!Array.isArray(members) || members.length !== 1) return document;
	const [only] = members;
	return isElement(only) ? only : document;
}
