import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { discoverCustomFields, SterlingError, type CustomField, type Discovery, type EntityName } from '../../../sterling';
import { connect } from '../../shared/connect';
import { toNodeError } from '../../shared/nodeErrors';
import { RETURN } from '../fields/identity';

/** What each resource's documents are to Sterling. */
const ENTITIES: Readonly<Record<string, EntityName>> = {
	catalogItem: 'item',
	customer: 'customer',
	invoice: 'invoice',
	order: 'order',
	orderRelease: 'orderRelease',
	organization: 'organization',
	return: 'order',
	shipment: 'shipment',
};

/** Someone waits at the editor, and can ask again. */
const ATTEMPTS = 2;

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** The custom fields of what the node works on. */
export const searchCustomFields = customFieldSearch(entityOf);

/** The custom fields of order lines and return lines. */
export const searchLineCustomFields = customFieldSearch(() => 'orderLine');

/** A list of custom fields to pick from; where none can be found, the error says why and that names can be typed. */
export function customFieldSearch(entity: (context: ILoadOptionsFunctions) => EntityName): Search {
	return async function (filter = '') {
		try {
			const { fields, reasons } = await discover(this, entity(this));
			if (fields.length === 0 && reasons.length > 0) {
				throw new SterlingError('permission', explanation(reasons), { hint: 'Choose By Name and type the name.' });
			}
			const wanted = filter.trim().toLowerCase();
			const results = fields.map((field) => ({ value: field.id, name: displayNameOf(field) }));
			return { results: results.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)) };
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}

/** The entity of the resource that the node works on. */
export function entityOf(context: ILoadOptionsFunctions): EntityName {
	return ENTITIES[parameterOf(context, 'resource')] ?? 'order';
}

/**
 * Custom fields of an entity for the enterprise and document type of the node, or else of the credential.
 * @throws SterlingError as discovering does
 */
export async function discover(context: ILoadOptionsFunctions, entity: EntityName): Promise<Discovery> {
	const { client, connection, defaults } = await connect(context, { attempts: ATTEMPTS });
	const first = (...names: string[]) => names.map((name) => parameterOf(context, name)).find((value) => value !== '');
	if (entity === 'organization' || entity === 'invoice') return discoverCustomFields(client, connection, { entity });
	if (entity === 'customer' || entity === 'item') {
		const enterpriseCode = first('organizationCode', 'filters.organizationCode') ?? defaults.enterpriseCode;
		return discoverCustomFields(client, connection, { entity, enterpriseCode });
	}
	const isReturn = parameterOf(context, 'resource') === 'return';
	return discoverCustomFields(client, connection, {
		entity,
		enterpriseCode: first('enterpriseCode', 'filters.enterpriseCode') ?? defaults.enterpriseCode,
		documentType: first('documentType', 'filters.documentType') ?? (isReturn ? RETURN : defaults.documentType),
	});
}

/** Label with the field's own name, because people know it by either. */
export function displayNameOf({ name, label }: CustomField): string {
	return label === name ? name : `${label} (${name})`;
}

/** Why there is nothing to choose from. */
export function explanation(reasons: readonly string[]): string {
	return reasons.length > 0
		? `Sterling does not tell this login its custom fields. ${reasons.join('. ')}.`
		: 'This Sterling has no custom fields here.';
}

/**
 * Plain text of a parameter, of a picker or of a collection's entry. Read without n8n's extractValue, which fails for
 * parameters that are not shown; what is still an expression says nothing.
 */
function parameterOf(context: ILoadOptionsFunctions, name: string): string {
	const stored = context.getCurrentNodeParameter(name) as unknown;
	const value = typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : stored;
	return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
}
