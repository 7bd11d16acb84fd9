import type { Element } from '../document/element';
import type { Context } from './context';
import { systemColumns, type Entity, type ListRelation, type Row } from '../store/entity';
import { members } from './project';
import { normalise } from './values';

/** Attributes of an element that are columns of the entity, with those of its embedded children. */
export function columnValues(entity: Entity, input: Element, except: readonly string[] = []): Row {
	const values: Record<string, string> = {};
	for (const [name, value] of Object.entries(input.attributes)) {
		if (name in entity.columns && !(name in systemColumns) && !except.includes(name)) values[name] = value;
	}
	for (const child of input.children) {
		const relation = entity.relations[child.name];
		if (relation?.kind !== 'embedded') continue;
		for (const [name, value] of Object.entries(child.attributes)) {
			if ('columns' in relation) {
				const column = relation.columns[name];
				if (column && !except.includes(column)) values[column] = value;
			} else if (relation.names.includes(name)) {
				values[`${relation.prefix}${name}`] = value;
			}
		}
	}
	return values;
}

/** One change that a write made, as an audit records it. */
export interface Change {
	entity: string;
	name: string;
	oldValue: string;
	newValue: string;
}

/** The differences that the values would make to the row. */
export function differences(entity: Entity, row: Row, values: Row): Change[] {
	return Object.entries(values)
		.map(([name, value]) => ({
			entity: entity.name,
			name,
			oldValue: row[name] ?? '',
			newValue: normalise(entity.columns[name] ?? 'text', value),
		}))
		.filter((change) => change.oldValue !== change.newValue);
}

function writeMember(
	context: Context,
	parent: Row,
	parentEntity: Entity,
	relation: ListRelation,
	input: Element,
): Change[] {
	const entity = context.database.entity(relation.entity);
	const values: Record<string, string> = {
		...columnValues(entity, input),
		...relation.fixed,
		[relation.by]: parent[relation.from ?? parentEntity.key] ?? '',
	};
	const key = input.get(entity.key);
	const identity = relation.identity ?? [];
	const existing = members(context.database, parentEntity, parent, relation).find(
		(row) =>
			(key !== '' && row[entity.key] === key) ||
			(identity.length > 0 && identity.every((name) => (row[name] ?? '') === (values[name] ?? ''))),
	);
	const action = input.get('Action').toUpperCase();
	if (action === 'REMOVE' || action === 'DELETE') {
		if (!existing) return [];
		removeTree(context, entity, existing);
		return [{ entity: entity.name, name: entity.key, oldValue: existing[entity.key], newValue: '' }];
	}
	if (!existing) {
		const row = context.insert(relation.entity, values);
		writeChildren(context, entity, row, input);
		return [{ entity: entity.name, name: entity.key, oldValue: '', newValue: row[entity.key] }];
	}
	const changes = differences(entity, existing, values);
	writeChildren(context, entity, context.update(relation.entity, existing, values), input);
	return changes;
}

/** A list that replaces the stored one as a whole: Reset="Y" [captured], Replace="Y" on Containers. */
function replaces(list: Element): boolean {
	return list.get('Reset') === 'Y' || list.get('Replace') === 'Y';
}

function clear(context: Context, entity: Entity, row: Row, relation: ListRelation): void {
	for (const member of members(context.database, entity, row, relation)) {
		removeTree(context, context.database.entity(relation.entity), member);
	}
}

/**
 * Writes the child elements of an input document that the entity knows: list members are added, matched and
 * changed, or removed (Action REMOVE or DELETE); single children become rows of their own.
 * @returns what changed, for the audit
 */
export function writeChildren(context: Context, entity: Entity, row: Row, input: Element): Change[] {
	return input.children.flatMap((child) => {
		const relation = entity.relations[child.name];
		if (!relation || relation.kind === 'built' || relation.kind === 'embedded') return [];
		if (relation.writable === false) return [];
		if (relation.kind === 'list') {
			if (replaces(child)) clear(context, entity, row, relation);
			return child.all(relation.member).flatMap((member) => writeMember(context, row, entity, relation, member));
		}
		return writeSingle(context, entity, row, child, relation.entity, relation.column);
	});
}

function writeSingle(
	context: Context,
	entity: Entity,
	row: Row,
	input: Element,
	otherName: string,
	column: string,
): Change[] {
	const other = context.database.entity(otherName);
	const values = columnValues(other, input, [other.key]);
	const existing = row[column] ? context.database.get(otherName, row[column]) : undefined;
	const changes = differences(other, existing ?? {}, values);
	if (changes.length === 0 && existing) return writeChildren(context, other, existing, input);
	if (changes.length === 0 && input.children.length === 0) return [];
	const next = context.insert(otherName, { ...existing, ...values, [other.key]: '' });
	context.update(entity.name, row, { [column]: next[other.key] });
	return [...changes, ...writeChildren(context, other, next, input)];
}

/** Deletes a row with everything that its list relations hold. */
export function removeTree(context: Context, entity: Entity, row: Row): void {
	for (const relation of Object.values(entity.relations)) {
		if (relation.kind !== 'list') continue;
		for (const member of members(context.database, entity, row, relation)) {
			removeTree(context, context.database.entity(relation.entity), member);
		}
	}
	context.remove(entity.name, row);
}
