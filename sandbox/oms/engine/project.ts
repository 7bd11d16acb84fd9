import { Element } from '../document/element';
import { valueOf, type EmbeddedRelation, type Entity, type Reader, type Relation, type Row } from '../store/entity';

/** Attributes of a bare template element: every own column, extension columns aside [IBM: templates]. */
function ownColumns(entity: Entity): string[] {
	return Object.keys(entity.columns).filter((column) => !column.startsWith('Extn_'));
}

function projectEmbedded(
	reader: Reader,
	entity: Entity,
	row: Row,
	relation: EmbeddedRelation,
	template: Element,
): Element | undefined {
	const output = new Element(template.name);
	if ('columns' in relation) {
		const asked = template.isBare ? Object.keys(relation.columns) : Object.keys(template.attributes);
		for (const name of asked) {
			const column = relation.columns[name];
			if (column) output.set(name, valueOf(entity, row, column));
		}
		return output;
	}
	const known = relation.of?.(row, reader) ?? relation.names;
	const asked = template.isBare ? known : Object.keys(template.attributes);
	for (const name of asked) {
		if (known.includes(name)) output.set(name, row[`${relation.prefix}${name}`] ?? '');
	}
	return output;
}

function projectList(
	reader: Reader,
	row: Row,
	entity: Entity,
	relation: Extract<Relation, { kind: 'list' }>,
	template: Element,
): Element {
	const output = new Element(template.name);
	const rows = members(reader, entity, row, relation);
	if (relation.count) output.set(relation.count, String(rows.length));
	if (template.has('TotalNumberOfRecords')) output.set('TotalNumberOfRecords', String(rows.length));
	const memberTemplate = template.child(relation.member) ?? new Element(relation.member);
	const memberEntity = reader.entity(relation.entity);
	return output.add(...rows.map((member) => project(reader, memberEntity, member, memberTemplate)));
}

/** The rows of a list relation, in key order. */
export function members(
	reader: Reader,
	entity: Entity,
	row: Row,
	relation: Extract<Relation, { kind: 'list' }>,
): Row[] {
	const rows = reader.where(relation.entity, relation.by, row[relation.from ?? entity.key] ?? '');
	const fixed = Object.entries(relation.fixed ?? {});
	return rows.filter((member) => fixed.every(([column, value]) => (member[column] ?? '') === value));
}

/** The row that a single relation points to. */
export function target(reader: Reader, row: Row, relation: Extract<Relation, { kind: 'one' }>): Row | undefined {
	const value = row[relation.column];
	if (!value) return undefined;
	return relation.target
		? reader.where(relation.entity, relation.target, value)[0]
		: reader.get(relation.entity, value);
}

function projectChild(
	reader: Reader,
	entity: Entity,
	row: Row,
	relation: Relation,
	template: Element,
): Element | undefined {
	switch (relation.kind) {
		case 'embedded':
			return projectEmbedded(reader, entity, row, relation, template);
		case 'list':
			return projectList(reader, row, entity, relation, template);
		case 'built':
			return relation.build(row, reader, template);
		case 'one': {
			const other = target(reader, row, relation);
			return other && project(reader, reader.entity(relation.entity), other, template);
		}
	}
}

/**
 * The row in the form that the output template asks for. Attributes and elements that the entity does not
 * have
 * are left out; a bare element stands for all of its own columns; a missing single child is left out.
 */
export function project(reader: Reader, entity: Entity, row: Row, template: Element): Element {
	const output = new Element(template.name);
	const asked = template.isBare ? ownColumns(entity) : Object.keys(template.attributes);
	for (const name of asked) {
		const computed = entity.computed[name];
		if (computed) output.set(name, computed(row, reader));
		else if (name in entity.columns) output.set(name, valueOf(entity, row, name));
	}
	for (const childTemplate of template.children) {
		const relation = entity.relations[childTemplate.name];
		const child = relation && projectChild(reader, entity, row, relation, childTemplate);
		if (child) output.add(child);
	}
	return output;
}
