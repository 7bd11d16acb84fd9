import type { Call } from '../call';
import type { SterlingClient } from '../client';
import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import { ServiceError } from '../../../kit/errors';
import type { Entity, Scope } from '../entities';
import { plainField, type CustomField, type FieldType } from './field';
import { rowsOf, text } from './rows';

type Client = Pick<SterlingClient, 'send'>;

/** How getEntityAttributeList wants an entity named; which form an instance takes is found out once. */
export type Naming = 'element' | 'table';

const MOST_ROWS = '5000';

/** The names of an entity's attributes, and those of its extension columns. */
export interface Columns {
	own: string[];
	extensions: string[];
}

/**
 * The columns of an entity (getEntityAttributeList; IBM's API description). That the input is the entity's `Name` is
 * inferred: see docs/fidelity.md. Undefined where the response describes no entity.
 */
export async function columnsOf(
	client: Client,
	{ row, table }: Pick<Entity, 'row' | 'table'>,
	naming: Naming,
	signal?: AbortSignal,
): Promise<Columns | undefined> {
	const { document } = await client.send(
		{
			api: 'getEntityAttributeList',
			root: 'Entity',
			outputRoot: 'Entity',
			kind: 'read',
			input: { Name: naming === 'element' ? row : table },
		},
		{ signal },
	);
	const namesIn = (list: string) => {
		const content = document[list];
		const columns = isElement(content) ? rowsOf(content, 'Attribute') : [];
		return columns.map((column) => text(column, 'XMLName')).filter((name) => name !== '');
	};
	const [own, extensions] = [namesIn('Attributes'), namesIn('ExtnAttributes')];
	return own.length === 0 && extensions.length === 0 ? undefined : { own, extensions: [...new Set(extensions)] };
}

/**
 * The dynamic attributes of orders and order lines, and the attributes of catalog items: what
 * getEntityCustomAttributeList names belongs to orders and their lines, the other rows of getAttributeList to items
 * (IBM: creating an extended attribute). Undefined for entities without such attributes.
 */
export async function declaredAttributes(
	client: Client,
	entity: Entity,
	scope: Scope,
	signal?: AbortSignal,
): Promise<CustomField[] | undefined> {
	const { declared } = entity;
	if (!declared) return undefined;
	if (declared === 'AdditionalAttributeList') return await itemAttributes(client, declared, scope, signal);
	const owned = await ownedAttributes(client, tableOf(entity, scope), signal);
	const own = owned.filter((row) => isOf(entity, scope, row));
	if (own.length === 0) return [];
	const domains = new Set(own.map((row) => text(row, 'AttributeDomainID')));
	const [domain] = domains;
	const details = await describedAttributes(
		client,
		domains.size === 1 && domain ? { AttributeDomainID: domain } : {},
		signal,
	).catch(unlessTrouble);
	return own.map((row) => {
		const detail = details?.find((one) => isSame(row, one));
		return described(plainField(declared, text(row, 'AttributeID')), detail ?? {});
	});
}

async function itemAttributes(
	client: Client,
	container: 'AdditionalAttributeList',
	{ enterpriseCode }: Scope,
	signal?: AbortSignal,
): Promise<CustomField[]> {
	const owned = await ownedAttributes(client, {}, signal);
	const all = await describedAttributes(client, {}, signal);
	const others = all.filter((row) => !owned.some((one) => isSame(one, row)));
	// A catalog may be another organization's, and then all of them count.
	const own = others.filter((row) => text(row, 'OrganizationCode') === enterpriseCode);
	return (own.length > 0 ? own : others).map((row) =>
		described(plainField(container, text(row, 'AttributeID'), scopeOf(row)), row),
	);
}

/** Failures that the next way to find custom fields would meet as well. */
export function isTrouble(error: unknown): boolean {
	if (!(error instanceof ServiceError)) return true;
	const { category, httpStatus } = error;
	if (category === 'timeout') return httpStatus === undefined;
	return ['authentication', 'cancelled', 'configuration', 'connection', 'throttled', 'tls'].includes(category);
}

function unlessTrouble(error: unknown): undefined {
	if (isTrouble(error)) throw error;
}

async function ownedAttributes(client: Client, input: Document, signal?: AbortSignal): Promise<Document[]> {
	const call: Call = { api: 'getEntityCustomAttributeList', root: 'EntityCustomAttribute', kind: 'read', input };
	const { document } = await client.send(bounded(call), { signal });
	return rowsOf(document, 'EntityCustomAttribute').filter((row) => text(row, 'AttributeID') !== '');
}

async function describedAttributes(client: Client, input: Document, signal?: AbortSignal): Promise<Document[]> {
	const call: Call = { api: 'getAttributeList', root: 'Attribute', kind: 'read', input };
	const { document } = await client.send(bounded(call), { signal });
	return rowsOf(document, 'Attribute').filter((row) => text(row, 'AttributeID') !== '');
}

function bounded(call: Call): Call {
	return { ...call, input: { ...call.input, MaximumRecords: MOST_ROWS } };
}

/** What the attributes of a table are asked for by; Sterling's list APIs ignore what is no column of theirs. */
function tableOf({ table }: Entity, { enterpriseCode, documentType }: Scope): Document {
	return {
		...(enterpriseCode ? { OrganizationCode: enterpriseCode } : {}),
		...(documentType ? { DocumentType: documentType } : {}),
		TableName: table,
	};
}

/** Rows that say where they belong are believed; whether the API filters by it is not documented. */
function isOf({ table }: Entity, { enterpriseCode, documentType }: Scope, row: Document): boolean {
	const fits = (name: string, wanted: string | undefined) => {
		const said = text(row, name);
		return said === '' || !wanted || said === wanted;
	};
	return fits('TableName', table) && fits('OrganizationCode', enterpriseCode) && fits('DocumentType', documentType);
}

function isSame(one: Document, other: Document): boolean {
	return ['AttributeID', 'AttributeDomainID', 'AttributeGroupID'].every((name) => {
		const [a, b] = [text(one, name), text(other, name)];
		return a === b || (name !== 'AttributeID' && (a === '' || b === ''));
	});
}

/** Domain and group of an item attribute, which distinguish it from others of the same name. */
function scopeOf(row: Document): string[] {
	const scope = [text(row, 'AttributeDomainID'), text(row, 'AttributeGroupID')];
	return scope.every((part) => part === '') ? [] : scope;
}

/** The field with label, type, allowed values and mandatory mark of its row of getAttributeList. */
function described(field: CustomField, row: Document): CustomField {
	const options = allowedValues(row);
	return {
		...field,
		label: text(row, 'ShortDescription') || field.label,
		type: typeOf(text(row, 'DataType')),
		required: text(row, 'IsValueMandatory') === 'Y',
		...(options.length > 0 ? { options } : {}),
	};
}

/** Data types by their names: INTEGER, DECIMAL, BOOLEAN, DATE, TEXT (the exact list is not public). */
function typeOf(dataType: string): FieldType {
	if (/bool|flag/i.test(dataType)) return 'boolean';
	if (/date|time/i.test(dataType)) return 'dateTime';
	return /int|dec|num|float|double|long/i.test(dataType) ? 'number' : 'text';
}

function allowedValues(row: Document): Array<{ value: string; label: string }> {
	const lists = Object.entries(row).filter(([name]) => name.includes('AllowedValue'));
	return lists
		.flatMap(([, list]) => asArray(list))
		.filter(isElement)
		.flatMap((list) => Object.values(list).flatMap((member) => asArray<Value>(member)))
		.filter(isElement)
		.map((entry) => ({ value: text(entry, 'Value'), label: text(entry, 'ShortDescription') || text(entry, 'Value') }))
		.filter(({ value }) => value !== '');
}
