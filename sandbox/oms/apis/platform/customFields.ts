import { Element } from '../../document/element';
import { defineApi } from '../../engine/api';
import type { Context } from '../../engine/context';
import type { Entity } from '../../store/entity';
import { javaFailure, refuse } from '../../exception';
import { defineListApi } from '../../engine/list';

/** The entity that a name stands for: its element or its table, as far as the installation takes them. */
function entityNamed(context: Context, name: string): Entity | undefined {
	const { entityNames } = context.behaviour;
	return [...context.database.entities.values()].find(
		(entity) => (entityNames !== 'table' && entity.name === name) || (entityNames !== 'root' && entity.table === name),
	);
}

function attributeList(name: string, columns: string[]): Element {
	return new Element(
		name,
		{ TotalNumberOfRecords: String(columns.length) },
		columns.map((column) => new Element('Attribute', { XMLName: column })),
	);
}

/**
 * Columns and extension columns of an entity, names alone: no types, no labels [factory template]. The input
 * skeleton is a bare Entity; that Name takes an element or a table name is inferred, `behaviour.entityNames`
 * narrows it.
 * @throws SterlingException YFC0003 for an unknown name (inferred; `behaviour.unknownEntity`: or empty lists)
 */
export const getEntityAttributeList = defineApi({
	name: 'getEntityAttributeList',
	root: 'Entity',
	kind: 'read',
	template: '<Entity Name=""><Attributes/><ExtnAttributes/></Entity>',
	run(context, input) {
		const name = input.get('Name');
		const entity = entityNamed(context, name);
		if (!entity && context.behaviour.unknownEntity === 'refused') throw refuse('YFC0003', { Name: name });
		const columns = Object.keys(entity?.columns ?? {});
		const prefix = 'Extn_';
		return new Element('Entity', { Name: name }, [
			attributeList(
				'Attributes',
				columns.filter((column) => !column.startsWith(prefix)),
			),
			attributeList(
				'ExtnAttributes',
				columns.filter((column) => column.startsWith(prefix)).map((column) => column.slice(prefix.length)),
			),
		]);
	},
});

/** Dynamic attributes by enterprise, document type, table or domain [factory template]. */
export const getEntityCustomAttributeList = defineListApi({
	name: 'getEntityCustomAttributeList',
	root: 'EntityCustomAttribute',
	template: `<EntityCustomAttributeList><EntityCustomAttribute AttributeID="" AttributeDomainID=""
		AttributeGroupID="" ColumnName="" Searchable="" Status=""/></EntityCustomAttributeList>`,
	plain: true,
});

/** What attributes take: data type, label, mandatory or not, allowed values [IBM: attribute_definition]. */
export const getAttributeList = defineListApi({
	name: 'getAttributeList',
	root: 'Attribute',
	template: `<AttributeList><Attribute AttributeKey="" AttributeID="" AttributeDomainID="" AttributeGroupID=""
		OrganizationCode="" DataType="" ShortDescription="" LongDescription="" IsValueMandatory="">
		<AllowedValueList><AllowedValue Value="" ShortDescription="" SequenceNo=""/></AllowedValueList>
		</Attribute></AttributeList>`,
	plain: true,
});

export const getAttributeGroupList = defineListApi({
	name: 'getAttributeGroupList',
	root: 'AttributeGroup',
	template: `<AttributeGroupList><AttributeGroup AttributeGroupKey="" AttributeGroupID="" AttributeDomainID=""
		OrganizationCode="" ShortDescription=""/></AttributeGroupList>`,
	plain: true,
});

/**
 * The attribute domain that extends a table for an enterprise and document type.
 * @throws SterlingException when one of the three is missing; YFS10001 when there is no domain (both
 * inferred)
 */
export const getEntityAttributeDomainDetails = defineApi({
	name: 'getEntityAttributeDomainDetails',
	root: 'EntityAttributeDomain',
	kind: 'read',
	template: `<EntityAttributeDomain EntityAttributeDomainKey="" OrganizationCode="" DocumentType=""
		TableName=""
		AttributeDomainID="" AttributeDomainPurpose=""/>`,
	run(context, input) {
		const names = Object.fromEntries(
			['OrganizationCode', 'DocumentType', 'TableName'].map((name) => [name, input.get(name)]),
		);
		const missing = Object.keys(names).find((name) => !names[name]);
		if (missing) throw javaFailure('java.lang.IllegalArgumentException', { AttributeName: missing });
		const row = context.database.find('EntityAttributeDomain', names);
		if (!row) throw refuse('YFS10001', names);
		return context.project('EntityAttributeDomain', row);
	},
});
