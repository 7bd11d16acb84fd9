import { defineEntity, type Relation } from '../store/entity';

const named = (text: string): Record<string, string> =>
	Object.fromEntries(
		text
			.trim()
			.split(/\s+/)
			.map((name) => [name, name]),
	);

const primaryInformation = named(`ShortDescription Description ExtendedDescription ExtendedDisplayDescription
	ItemType
	KitCode DefaultProductClass CostCurrency ManufacturerName UnitCost IsShippingAllowed IsPickupAllowed
	IsDeliveryAllowed IsReturnable SerializedFlag TaxableFlag MinOrderQuantity MaxOrderQuantity UnitWeight
	UnitWeightUOM
	UnitHeight UnitHeightUOM UnitLength UnitLengthUOM UnitWidth UnitWidthUOM ReturnWindow ImageID ImageLocation
	Status
	PrimaryEnterpriseCode EffectiveStartDate EffectiveEndDate`);

const inventoryParameters = named(`ATPRule LeadTime IsSerialTracked TagControlFlag InventoryMonitorRule
	NodeLevelInventoryMonitorRule`);

const classificationCodes = named(`HarmonizedCode UNSPSC TaxProductCode HazmatClass Model ECCNNo NAICSCode
	NMFCClass
	NMFCCode CommodityCode PostingClassification`);

function list(member: string, entity: string, identity: string[]): Relation {
	return { kind: 'list', member, entity, by: 'ItemKey', identity };
}

/** A catalog item; its unique key is the catalog organization, the item id and the unit of measure. */
export const item = defineEntity({
	name: 'Item',
	table: 'YFS_ITEM',
	key: 'ItemKey',
	unique: [['OrganizationCode', 'ItemID', 'UnitOfMeasure']],
	indexes: ['ItemID'],
	complexQuery: true,
	columns: {
		text: `ItemID UnitOfMeasure OrganizationCode ItemGroupCode GlobalItemID SubCatalogOrganizationCode
			ShortDescription
			Description ExtendedDescription ExtendedDisplayDescription ItemType KitCode DefaultProductClass
			CostCurrency
			ManufacturerName UnitWeightUOM UnitHeightUOM UnitLengthUOM UnitWidthUOM ImageID ImageLocation Status
			PrimaryEnterpriseCode TagControlFlag ATPRule InventoryMonitorRule NodeLevelInventoryMonitorRule
			${Object.keys(classificationCodes).join(' ')}`,
		flag: `IsShippingAllowed IsPickupAllowed IsDeliveryAllowed IsReturnable SerializedFlag TaxableFlag
			IsSerialTracked`,
		quantity: 'MinOrderQuantity MaxOrderQuantity ReturnWindow',
		integer: 'LeadTime',
		amount: 'UnitCost UnitWeight UnitHeight UnitLength UnitWidth',
		dateTime: 'MaxModifyTS SyncTS EffectiveStartDate EffectiveEndDate',
	},
	extension: ['ExtnBrand', 'ExtnSeason'],
	defaults: { ItemGroupCode: 'PROD', IsShippingAllowed: 'Y', IsPickupAllowed: 'Y', IsReturnable: 'Y' },
	relations: {
		PrimaryInformation: { kind: 'embedded', columns: primaryInformation },
		InventoryParameters: { kind: 'embedded', columns: inventoryParameters },
		ClassificationCodes: { kind: 'embedded', columns: classificationCodes },
		ItemAliasList: list('ItemAlias', 'ItemAlias', ['AliasName']),
		AlternateUOMList: list('AlternateUOM', 'AlternateUOM', ['UnitOfMeasure']),
		AdditionalAttributeList: list('AdditionalAttribute', 'AdditionalAttribute', ['Name']),
		CategoryList: list('Category', 'CategoryItem', ['CategoryPath']),
		CategoryFilter: { ...list('CategoryFilter', 'CategoryItem', []), writable: false } as Relation,
		LanguageDescriptionList: list('LanguageDescription', 'LanguageDescription', ['LocaleCode']),
		Components: list('Component', 'Component', ['ComponentItemID', 'ComponentUnitOfMeasure']),
		ItemInstructionList: list('ItemInstruction', 'ItemInstruction', ['InstructionType']),
	},
});

function part(name: string, table: string, columns: string, more: { indexes?: string[]; quantity?: string } = {}) {
	return defineEntity({
		name,
		table,
		key: `${name}Key`,
		indexes: ['ItemKey', ...(more.indexes ?? [])],
		columns: { text: `ItemKey ${columns}`, ...(more.quantity ? { quantity: more.quantity } : {}) },
	});
}

export const itemAlias = part('ItemAlias', 'YFS_ITEM_ALIAS', 'AliasName AliasValue');

export const alternateUom = part('AlternateUOM', 'YFS_ITEM_UOM', 'UnitOfMeasure', { quantity: 'Quantity' });

/** An attribute that the catalog, not the table, defines for an item. */
export const additionalAttribute = part(
	'AdditionalAttribute',
	'YFS_ADDNL_ATTRIBUTE',
	'Name Value AttributeDomainID AttributeGroupID',
);

export const categoryItem = part('CategoryItem', 'YFS_CATEGORY_ITEM', 'CategoryPath CategoryID OrganizationCode');

export const languageDescription = part(
	'LanguageDescription',
	'YFS_ITEM_LOCALE_DESC',
	'LocaleCode ShortDescription Description',
);

/** What a kit consists of. */
export const component = part('Component', 'YFS_KIT_ITEM', 'ComponentItemID ComponentUnitOfMeasure', {
	indexes: ['ComponentItemID'],
	quantity: 'KitQuantity',
});

export const itemInstruction = part('ItemInstruction', 'YFS_ITEM_INSTRUCTION', 'InstructionType InstructionText SeqNo');
