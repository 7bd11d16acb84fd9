import type { ResourceMapperValue } from 'n8n-workflow';

import { describeEntity } from '../../../clients/oms/customFields/discover';
import type { Columns } from '../../../clients/oms/customFields/paths';
import { containerOf } from '../../../clients/oms/customFields/field';
import { entityOfElement } from '../../../clients/oms/elements';
import { ENTITIES, type Entity } from '../../../clients/oms/entities';
import { ServiceError } from '../../../kit/errors';
import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import { getPath } from '../../../kit/xml/path';
import { refuse } from '../../../kit/n8n/refusal';
import type { Parameters } from '../../../kit/n8n/parameters';
import { fieldIdOf, rowsOf } from '../fields/customFields';
import { deliveryOf } from '../fields/delivery';
import type { RunContext } from '../operation';
import { toClear } from './input';

/** A name that is given, taken apart: the entity whose attribute it is, and whether it is an extension column. */
interface Named {
	path: string;
	name: string;
	entity?: Pick<Entity, 'row' | 'table' | 'filters'>;
	isExtension: boolean;
}

/**
 * Checks that filters and sort orders name attributes that Sterling has: it ignores a filter that it does not know, and
 * returns everything. What the instance cannot be asked about is said by a hint.
 * @throws Refusal for a name that does not exist
 */
export async function checkFilterNames(paths: readonly string[], entity: Entity, context: RunContext): Promise<void> {
	if (context.parameters.choice('options.unknownAttributes', 'fail') === 'send') return;
	await check(
		[...new Set(paths)].map((path) => namedBy(path, entity)),
		context,
		'Sterling ignores unknown filters',
	);
}

/** Names in a document that is written, in two lots: typed one by one, and given in a document. */
interface Extensions {
	typed: Named[];
	given: Named[];
}

/** Says by a hint which of the custom fields to return do not exist. Never fails. */
export async function sayMissing(entity: Entity, context: RunContext): Promise<void> {
	const rows = rowsOf(context.parameters.raw('options.customFieldsToReturn'));
	const ids = rows.map(({ field }) => fieldIdOf(field)).filter((id) => /^(?:OrderLine\.)?Extn\./.test(id));
	const columns = ids.map((id) => namedBy(id, entity));
	for (const named of columns) {
		const known = named.entity && (await describe(named.entity, context));
		if (known && !known.extensions.includes(named.name)) {
			context.hint(`${named.entity?.row} has no custom field ${named.path}, so it is not returned.`);
		}
	}
}

/**
 * The extension columns in a document that are to be checked; undefined where there are none. What the mapper offers
 * comes from the instance itself, dry runs send nothing, and what a service takes is its own.
 */
export function extensionsOf(document: Document, entity: Entity, context: RunContext): Extensions | undefined {
	const { parameters } = context;
	const own = extensionsIn([document]);
	const ofLines = extensionsIn(asArray<Value>(getPath(document, 'OrderLines.OrderLine')));
	const paths = toClear(context);
	if (own.size + ofLines.size + paths.length === 0) return undefined;
	const isUnchecked =
		parameters.choice('options.unknownAttributes', 'fail') === 'send' ||
		deliveryOf(parameters) === 'service' ||
		parameters.flag('options.dryRun', false);
	if (isUnchecked) return undefined;
	const all: Named[] = [
		...[...own].map((name) => ({ path: `Extn.${name}`, name, entity, isExtension: true })),
		...[...ofLines].map((name) => {
			return { path: `OrderLine.Extn.${name}`, name, entity: ENTITIES.orderLine, isExtension: true };
		}),
	];
	const cleared = paths.map((path) => namedBy(path, entity));
	const { typed, mapped } = namedByHand(parameters);
	return {
		typed: [...all.filter(({ path }) => typed.has(path)), ...cleared],
		given: all.filter(({ path }) => !typed.has(path) && !mapped.has(path)),
	};
}

/**
 * Checks that custom fields and attributes to clear, which were typed by name, exist: Sterling drops others without a
 * word.
 * @throws Refusal for a name that does not exist
 */
export async function checkTyped({ typed }: Extensions, context: RunContext): Promise<void> {
	await check(typed, context, DROPPED);
}

/** The same for those of a document, once it is written: what Sterling dropped is said by a hint. Never fails. */
export async function sayDropped({ given }: Extensions, context: RunContext): Promise<void> {
	try {
		await check(given, context, DROPPED);
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		context.hint(`${error.message}, so its value was not stored. ${error.hint ?? ''}`.trim());
	}
}

const DROPPED = 'Sterling drops unknown attributes';

/** Fields that were typed or picked one by one, and those that the mapper knew when it was filled in. */
function namedByHand(parameters: Parameters): { typed: Set<string>; mapped: Set<string> } {
	const { schema } = (parameters.raw('customFields') ?? {}) as Partial<ResourceMapperValue>;
	const lines = ((parameters.raw('lines') ?? {}) as { line?: Array<{ customFields?: unknown }> }).line ?? [];
	const ofLines = asArray(lines).flatMap(({ customFields }) =>
		rowsOf(customFields).map(({ field }) => fieldIdOf(field)),
	);
	const own = rowsOf(parameters.raw('customFieldsByName')).map(({ field }) => fieldIdOf(field));
	return {
		typed: new Set([...own, ...ofLines.map((id) => `OrderLine.${id}`)]),
		mapped: new Set((Array.isArray(schema) ? schema : []).map(({ id }) => id)),
	};
}

/** Columns alone: an element in `Extn` is a list of a table of its own. */
function extensionsIn(records: readonly Value[]): ReadonlySet<string> {
	const names = new Set<string>();
	for (const record of records) {
		const Extn = isElement(record) ? record.Extn : undefined;
		if (!isElement(Extn)) continue;
		for (const [name, value] of Object.entries(Extn)) if (typeof value === 'string') names.add(name);
	}
	return names;
}

async function check(names: readonly Named[], context: RunContext, why: string): Promise<void> {
	const unchecked: string[] = [];
	for (const named of names) {
		const { entity, name, path, isExtension } = named;
		const columns = entity && (await describe(entity, context));
		if (!entity || !columns) {
			unchecked.push(path);
			continue;
		}
		const known = isExtension ? columns.extensions : [...columns.own, ...(entity.filters ?? [])];
		if (!known.includes(plain(name, known))) refuseName(named, entity.row, known);
	}
	if (unchecked.length === 0) return;
	const list = unchecked.join(', ');
	context.hint(`It could not be checked whether this Sterling has ${list}. Check the spelling: ${why}.`);
}

/** `FromOrderDate`, `OrderDateQryType` and the like stand for their attribute. */
function plain(name: string, known: readonly string[]): string {
	const bare = name.replace(/^(?:From|To)(?=[A-Z])/, '').replace(/QryType$/, '');
	return known.includes(name) ? name : bare;
}

function namedBy(path: string, entity: Entity): Named {
	const names = path.split('.');
	const name = names.pop() ?? path;
	const isExtension = names.at(-1) === 'Extn';
	const [element, ...deeper] = isExtension ? names.slice(0, -1) : names;
	const owner = element === undefined ? entity : entityOfElement(element);
	const isOther = deeper.length > 0 || (!isExtension && containerOf(path) !== undefined);
	return { path, name, isExtension, entity: isOther ? undefined : owner };
}

/** Once a run for each entity; undefined where Sterling does not describe it to this login. */
async function describe(entity: Pick<Entity, 'row' | 'table'>, context: RunContext): Promise<Columns | undefined> {
	const { client, connection, once } = context;
	return await once(`columns of ${entity.table}`, async () => {
		try {
			return await describeEntity(client, connection, entity);
		} catch (error) {
			if (error instanceof ServiceError && error.category !== 'cancelled') return undefined;
			throw error;
		}
	});
}

function refuseName({ path, name, isExtension }: Named, row: string, known: readonly string[]): never {
	const near = nearest(name, known).map((one) => path.slice(0, -name.length) + one);
	const suggestion = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '';
	const rule = isExtension
		? 'Write custom fields as Extn.ExtnName.'
		: 'Write an attribute of a child element as a path, such as PersonInfoShipTo.City.';
	refuse(`${row} has no ${isExtension ? 'custom field' : 'attribute'} ${path}`, `${suggestion} ${rule}`.trim());
}

/** Names that differ in case, in the prefix of extension columns, or in a letter or two. */
function nearest(name: string, known: readonly string[]): string[] {
	const key = (text: string) =>
		text
			.toLowerCase()
			.replace(/^extn/, '')
			.replace(/[^a-z\d]/g, '');
	const wanted = key(name);
	const same = known.filter((one) => key(one) === wanted);
	return (same.length > 0 ? same : known.filter((one) => distance(key(one), wanted) <= 2)).slice(0, 3);
}

/** Levenshtein's distance of two short texts. */
function distance(one: string, other: string): number {
	if (Math.abs(one.length - other.length) > 2) return Infinity;
	let row = Array.from({ length: other.length + 1 }, (_, i) => i);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const replaced = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
			next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
		}
		row = next;
	}
	return row[other.length];
}
