import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { discoverCustomFields, type Discovery } from '../../../clients/oms/customFields/discover';
import { ENTITIES, type Entity, type EntityName, type Scope } from '../../../clients/oms/entities';
import type { CustomField } from '../../../clients/oms/customFields/field';
import { ServiceError } from '../../../kit/errors';
import { RETURN } from '../fields/identity';
import { LABELS } from '../labels';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import { parameterOf } from '../../../kit/n8n/editor';
import { atEditor, type Editor } from './editor';
import { documentTypeOf, enterpriseCodeOf, ownerCodeOf } from './scope';

/** Whose custom fields are wanted. */
export interface Wanted {
	entity: EntityName;
	/** Where neither the node nor anything else says otherwise; the credential's if left out. */
	documentType?: string;
}

/** What each resource's documents are to Sterling. */
const WANTED: Readonly<Record<string, Wanted>> = {
	catalogItem: { entity: 'item' },
	customer: { entity: 'customer' },
	invoice: { entity: 'invoice' },
	order: { entity: 'order' },
	orderRelease: { entity: 'orderRelease' },
	organization: { entity: 'organization' },
	return: { entity: 'order', documentType: RETURN },
	shipment: { entity: 'shipment' },
};

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** The custom fields of what the node works on. */
export const searchCustomFields = customFieldSearch(ofResource);

/** The custom fields of order lines and return lines. */
export const searchLineCustomFields = customFieldSearch(
	(context) => ({ ...ofResource(context), entity: 'orderLine' }),
	describedNameOf,
);

/** A list of custom fields to pick from; where none can be found, the error says why and that names can be typed. */
export function customFieldSearch(
	wantedBy: (context: ILoadOptionsFunctions) => Wanted,
	nameOf: (field: CustomField) => string = displayNameOf,
): Search {
	return async function (filter = '') {
		try {
			const { fields, reasons } = await discover(this, wantedBy(this));
			if (fields.length === 0 && reasons.length > 0) {
				throw new ServiceError('permission', explanation(reasons), { hint: 'Choose Name and type the name.' });
			}
			const wanted = filter.trim().toLowerCase();
			const results = fields.map((field) => ({ value: field.id, name: nameOf(field) }));
			return { results: results.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)) };
		} catch (error) {
			throw toNodeError(this.getNode(), error, { labels: LABELS });
		}
	};
}

/** The documents of the resource that the node works on. */
export function ofResource(context: ILoadOptionsFunctions): Wanted {
	return WANTED[parameterOf(context, 'resource')] ?? WANTED.order;
}

/**
 * Custom fields of an entity for the enterprise and document type of the node, or else of the credential.
 * @throws ServiceError as discovering does
 */
export async function discover(context: ILoadOptionsFunctions, { entity, documentType }: Wanted): Promise<Discovery> {
	const { client, connection, editor } = await atEditor(context);
	const scopes: Record<Entity['scope'], Scope> = {
		none: {},
		organization: { enterpriseCode: ownerCodeOf(editor) },
		order: ofHeader(editor, documentType),
		header: ofHeader(editor, documentType),
	};
	return discoverCustomFields(client, connection, { entity, ...scopes[ENTITIES[entity].scope] });
}

const ofHeader = (editor: Editor, usualType?: string): Scope => ({
	enterpriseCode: enterpriseCodeOf(editor),
	documentType: documentTypeOf(editor, usualType),
});

/** Label with the field's own name, because people know it by either. */
export function displayNameOf({ name, label }: CustomField): string {
	return label === name ? name : `${label} (${name})`;
}

const KINDS: Readonly<Record<CustomField['type'], string>> = {
	boolean: 'yes or no',
	dateTime: 'date',
	number: 'number',
	text: '',
};

/** Most allowed values that a label names. */
const NAMED = 5;

/** The same with what the field takes, for where its value is typed beside it. */
export function describedNameOf(field: CustomField): string {
	const { type, options = [] } = field;
	const values = options.slice(0, NAMED).map(({ value }) => value);
	const allowed = options.length > NAMED ? [...values, '…'] : values;
	const takes = allowed.length > 0 ? allowed.join(', ') : KINDS[type];
	return [displayNameOf(field), takes].filter(Boolean).join(' · ');
}

/** Why there is nothing to choose from. */
export function explanation(reasons: readonly string[]): string {
	return reasons.length > 0
		? `This user may not list the custom fields in Sterling. ${reasons.join('. ')}.`
		: 'This Sterling has no custom fields here.';
}
