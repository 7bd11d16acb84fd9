import { defineEntity } from '../store/entity';

/** Which attribute domain extends a table for an enterprise and document type (purpose ENTITY_EXTN). */
export const entityAttributeDomain = defineEntity({
	name: 'EntityAttributeDomain',
	table: 'YFS_ENTITY_ATTRIBUTE_DOMAIN',
	key: 'EntityAttributeDomainKey',
	unique: [['OrganizationCode', 'DocumentType', 'TableName']],
	columns: { text: 'OrganizationCode DocumentType TableName AttributeDomainID AttributeDomainPurpose' },
	relations: {
		EntityCustomAttributeList: {
			kind: 'list',
			member: 'EntityCustomAttribute',
			entity: 'EntityCustomAttribute',
			by: 'AttributeDomainID',
			from: 'AttributeDomainID',
			writable: false,
		},
	},
});

/** A dynamic attribute and the column that it is kept in. */
export const entityCustomAttribute = defineEntity({
	name: 'EntityCustomAttribute',
	table: 'YFS_ENTITY_CUSTOM_ATTRIBUTE',
	key: 'EntityCustomAttributeKey',
	indexes: ['AttributeDomainID'],
	columns: {
		text: `AttributeID AttributeDomainID AttributeGroupID ColumnName Status OrganizationCode DocumentType
			TableName`,
		flag: 'Searchable',
	},
});

/** An attribute of any domain: dynamic ones of documents, and those of the catalog's items. */
export const attribute = defineEntity({
	name: 'Attribute',
	table: 'YFS_ATTRIBUTE',
	key: 'AttributeKey',
	indexes: ['AttributeDomainID', 'AttributeGroupID'],
	columns: {
		text: `AttributeID AttributeDomainID AttributeGroupID OrganizationCode DataType ShortDescription
			LongDescription`,
		flag: 'IsValueMandatory',
		integer: 'SequenceNo',
	},
	relations: {
		AllowedValueList: {
			kind: 'list',
			member: 'AllowedValue',
			entity: 'AllowedValue',
			by: 'AttributeKey',
			writable: false,
		},
	},
});

export const allowedValue = defineEntity({
	name: 'AllowedValue',
	table: 'YFS_ATTRIBUTE_ALLOWED_VALUE',
	key: 'AllowedValueKey',
	indexes: ['AttributeKey'],
	columns: { text: 'AttributeKey Value ShortDescription', integer: 'SequenceNo' },
});

export const attributeGroup = defineEntity({
	name: 'AttributeGroup',
	table: 'YFS_ATTRIBUTE_GROUP',
	key: 'AttributeGroupKey',
	indexes: ['AttributeDomainID'],
	columns: { text: 'AttributeGroupID AttributeDomainID OrganizationCode ShortDescription' },
	relations: {
		AttributeList: {
			kind: 'list',
			member: 'Attribute',
			entity: 'Attribute',
			by: 'AttributeGroupID',
			from: 'AttributeGroupID',
			writable: false,
		},
	},
});
