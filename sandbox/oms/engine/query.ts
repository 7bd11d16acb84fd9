import type { Element } from '../document/element';
import { makeTest, type Test } from './condition';
import { valueOf, type Entity, type Reader, type Relation, type Row } from '../store/entity';
import { javaFailure, refuse } from '../exception';
import { members, target } from './project';

/** Whether a row is wanted. */
type Predicate = (row: Row) => boolean;

const always: Predicate = () => true;

function allOf(predicates: Predicate[]): Predicate {
	if (predicates.length === 0) return always;
	if (predicates.length === 1) return predicates[0];
	return (row) => predicates.every((predicate) => predicate(row));
}

function onColumn(reader: Reader, entity: Entity, column: string, test: Test): Predicate {
	const many = entity.filters[column];
	return many ? (row) => many(row, reader).some(test) : (row) => test(valueOf(entity, row, column));
}

/** Names of filterable attributes that the element mentions, in any of the forms X, FromX, ToX, XQryType. */
function mentioned(entity: Entity, input: Element): Set<string> {
	const names = new Set<string>();
	const known = (name: string): boolean => name in entity.columns || name in entity.filters;
	for (const attribute of Object.keys(input.attributes)) {
		const base = [attribute, attribute.replace(/QryType$/, ''), attribute.replace(/^(From|To)/, '')].find(known);
		if (base) names.add(base);
	}
	return names;
}

function attributePredicates(reader: Reader, entity: Entity, input: Element): Predicate[] {
	return [...mentioned(entity, input)].flatMap((name) => {
		const type = entity.columns[name] ?? 'text';
		const queryType = input.get(`${name}QryType`) || 'EQ';
		const test = makeTest(type, queryType, input.get(name), input.get(`From${name}`), input.get(`To${name}`));
		return test ? [onColumn(reader, entity, name, test)] : [];
	});
}

function expression(reader: Reader, entity: Entity, input: Element): Predicate {
	const name = input.get('Name');
	const value = input.get('Value');
	const queryType = input.get('QryType') || 'EQ';
	if (!(name in entity.columns) && !(name in entity.filters)) {
		throw refuse('YFC0003', { ColumnName: name, TableName: entity.table });
	}
	const type = entity.columns[name] ?? 'text';
	const test = makeTest(type, queryType, value, input.get('FromValue'), input.get('ToValue'));
	if (!test) throw refuse('YFC0003', { ColumnName: name, TableName: entity.table });
	return onColumn(reader, entity, name, test);
}

function nest(reader: Reader, entity: Entity, input: Element): Predicate {
	const parts = input.children.map((child) => {
		if (child.name === 'Exp') return expression(reader, entity, child);
		if (child.name === 'And' || child.name === 'Or') return nest(reader, entity, child);
		throw javaFailure('java.lang.IllegalArgumentException', { ElementName: child.name });
	});
	return input.name === 'And' ? allOf(parts) : (row) => parts.some((part) => part(row));
}

/** One And or Or below ComplexQuery, nestable, on few entities only [SSFS 9.4: Defining complex queries]. */
function complexQuery(reader: Reader, entity: Entity, input: Element): Predicate {
	if (input.children.length === 0) return always;
	if (!entity.complexQuery || input.children.length > 1) {
		throw javaFailure('java.lang.UnsupportedOperationException', { ElementName: 'ComplexQuery' });
	}
	return nest(reader, entity, input);
}

function relationFor(entity: Entity, name: string): Relation | undefined {
	return (
		entity.relations[name] ??
		Object.values(entity.relations).find((relation) => relation.kind === 'list' && relation.member === name)
	);
}

function embeddedPredicate(
	reader: Reader,
	entity: Entity,
	relation: Extract<Relation, { kind: 'embedded' }>,
	input: Element,
): Predicate {
	const columnOf = (name: string): string | undefined =>
		'columns' in relation ? relation.columns[name] : `${relation.prefix}${name}`;
	const view: Entity = { ...entity, columns: {}, filters: {} };
	for (const attribute of Object.keys(input.attributes)) {
		for (const name of [attribute, attribute.replace(/QryType$/, ''), attribute.replace(/^(From|To)/, '')]) {
			const column = columnOf(name);
			if (!column || !(column in entity.columns || column.startsWith('CustomAttributes_'))) continue;
			view.columns[name] = entity.columns[column] ?? 'text';
			view.filters[name] = (row) => [valueOf(entity, row, column)];
		}
	}
	return allOf(attributePredicates(reader, view, input));
}

function childPredicate(reader: Reader, entity: Entity, input: Element): Predicate {
	if (input.name === 'ComplexQuery') return complexQuery(reader, entity, input);
	const relation = relationFor(entity, input.name);
	if (!relation || relation.kind === 'built') return always;
	if (relation.kind === 'embedded') return embeddedPredicate(reader, entity, relation, input);
	if (relation.kind === 'one') {
		const other = filter(reader, reader.entity(relation.entity), input);
		if (other === always) return always;
		return (row) => {
			const found = target(reader, row, relation);
			return found !== undefined && other(found);
		};
	}
	const inner = input.name === relation.member ? [input] : input.all(relation.member);
	return allOf(
		inner.flatMap((member) => {
			const wanted = filter(reader, reader.entity(relation.entity), member);
			if (wanted === always) return [];
			return [(row: Row) => members(reader, entity, row, relation).some(wanted)];
		}),
	);
}

/**
 * The predicate for a list API's input: own attributes with their query types, child elements (any member of
 * a
 * list meets it), extension columns, ComplexQuery. Attributes that are no columns are ignored.
 */
export function filter(reader: Reader, entity: Entity, input: Element): Predicate {
	const children = input.children
		.filter((child) => child.name !== 'OrderBy')
		.map((child) => childPredicate(reader, entity, child))
		.filter((predicate) => predicate !== always);
	return allOf([...attributePredicates(reader, entity, input), ...children]);
}
