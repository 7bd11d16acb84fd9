import type { Context } from '../engine/context';
import { customAttributes, type CustomAttribute } from '../entities/customAttributes';

/** Domain of the attributes that items of the catalog have. */
const itemDomain = 'ItemAttribute';

/** Group, organization, id, data type, label, allowed values of item attributes. */
const itemAttributes = [
	'AUR_LOOK|AURORA|Colour|TEXT|Colour|blue,red,natural',
	'AUR_LOOK|AURORA|Material|TEXT|Material|',
	'BOR_TECH|BOREALIS|ThreadSize|TEXT|Size of the thread|M6,M8,M10',
	'BOR_TECH|BOREALIS|PressureBar|DECIMAL|Pressure in bar|',
];

/** Item, unit, organization, attribute, group, value. */
const itemValues = [
	'MUG-BLUE|EACH|AURORA|Colour|AUR_LOOK|blue',
	'MUG-RED|EACH|AURORA|Colour|AUR_LOOK|red',
	'CHAIR-OAK|EACH|AURORA|Material|AUR_LOOK|oak',
	'BOLT-M8|EACH|BOREALIS|ThreadSize|BOR_TECH|M8',
	'PUMP-100|EACH|BOREALIS|PressureBar|BOR_TECH|6.5',
];

function domainOf({ enterprise, documentType, table }: CustomAttribute): string {
	return `${enterprise}_${documentType}_${table === 'YFS_ORDER_HEADER' ? 'ORDER' : 'LINE'}`;
}

function insertDomain(context: Context, attribute: CustomAttribute): void {
	const names = {
		OrganizationCode: attribute.enterprise,
		DocumentType: attribute.documentType,
		TableName: attribute.table,
	};
	if (context.database.find('EntityAttributeDomain', names)) return;
	const domain = domainOf(attribute);
	context.insert('EntityAttributeDomain', {
		...names,
		AttributeDomainID: domain,
		AttributeDomainPurpose: 'ENTITY_EXTN',
	});
	context.insert('AttributeGroup', {
		AttributeGroupID: `${domain}_GROUP`,
		AttributeDomainID: domain,
		OrganizationCode: attribute.enterprise,
		ShortDescription: 'Attributes of the enterprise',
	});
}

function insertAttribute(
	context: Context,
	names: Record<string, string>,
	allowed: Array<[value: string, label: string]>,
): void {
	const { AttributeKey } = context.insert('Attribute', names);
	for (const [index, [Value, ShortDescription]] of allowed.entries()) {
		context.insert('AllowedValue', { AttributeKey, Value, ShortDescription, SequenceNo: String(index + 1) });
	}
}

function insertCustomAttributes(context: Context): void {
	for (const [index, attribute] of customAttributes.entries()) {
		insertDomain(context, attribute);
		const AttributeDomainID = domainOf(attribute);
		const names = {
			AttributeID: attribute.id,
			AttributeDomainID,
			AttributeGroupID: `${AttributeDomainID}_GROUP`,
			OrganizationCode: attribute.enterprise,
		};
		context.insert('EntityCustomAttribute', {
			...names,
			ColumnName: `CUSTOM_ATTRIBUTE_${index + 1}`,
			Searchable: 'Y',
			Status: 'ACTIVE',
			DocumentType: attribute.documentType,
			TableName: attribute.table,
		});
		insertAttribute(
			context,
			{
				...names,
				DataType: attribute.dataType,
				ShortDescription: attribute.label,
				IsValueMandatory: attribute.mandatory ? 'Y' : 'N',
			},
			attribute.allowed,
		);
	}
}

function insertItemAttributes(context: Context): void {
	for (const row of itemAttributes) {
		const [group, organization, id, DataType, ShortDescription, allowed] = row.split('|');
		const AttributeGroupKey = `${itemDomain}-${group}`;
		if (!context.database.get('AttributeGroup', AttributeGroupKey)) {
			context.insert('AttributeGroup', {
				AttributeGroupKey,
				AttributeGroupID: group,
				AttributeDomainID: itemDomain,
				OrganizationCode: organization,
				ShortDescription: 'Attributes of items',
			});
		}
		insertAttribute(
			context,
			{
				AttributeID: id,
				AttributeDomainID: itemDomain,
				AttributeGroupID: group,
				OrganizationCode: organization,
				DataType,
				ShortDescription,
			},
			allowed
				.split(',')
				.filter(Boolean)
				.map((value) => [value, value]),
		);
	}
	for (const row of itemValues) {
		const [ItemID, UnitOfMeasure, OrganizationCode, Name, AttributeGroupID, Value] = row.split('|');
		const item = context.database.find('Item', { ItemID, UnitOfMeasure, OrganizationCode });
		context.insert('AdditionalAttribute', {
			ItemKey: item?.ItemKey ?? '',
			Name,
			Value,
			AttributeDomainID: itemDomain,
			AttributeGroupID,
		});
	}
}

/** Definitions of dynamic attributes and item attributes, and some items' values. Items must be there. */
export function seedAttributes(context: Context): void {
	insertCustomAttributes(context);
	insertItemAttributes(context);
}
