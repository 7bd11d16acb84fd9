import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { customFields } from '../fields/customFields';
import { changeInput, documentInput } from '../fields/document';
import { attribute, attributeOf, collection, repeat, type Field } from '../../../kit/n8n/fields/field';
import { conditions, modified, sort } from '../fields/filters';
import { itemIdentity } from '../fields/identity';
import { catalogOwner, unitOfMeasure } from '../fields/locators';
import { output, returnAll } from '../fields/output';
import { itemEverything, itemSummary, itemWithDetails } from '../documents/shapes/item';
import { delivery, getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import { inOrganization } from './shared';
import type { Operation, Resource, RunContext } from './types';

const ITEMS: Documents = {
	entity: ENTITIES.item,
	levels: { summary: itemSummary, details: itemWithDetails, everything: itemEverything },
};

const LEVELS = levels('The summary, aliases, additional attributes, handling and inventory parameters');

const identifying = (): Field[] => [
	attribute('Item ID', 'itemId', 'ItemID', { required: true, placeholder: 'e.g. SKU-1' }),
	attribute('Unit of Measure', 'unitOfMeasure', 'UnitOfMeasure', {
		default: 'EACH',
		required: true,
		description: 'Unit that the item is kept in; part of its identity',
	}),
	attributeOf(catalogOwner(), 'OrganizationCode'),
];

/** Without an Action it is not known whether an alias that is there already is changed or refused. */
const managed = (alias: Document): Document => ({ Action: 'Manage', ...alias });

const content = (mode: 'add' | 'map'): Field[] => [
	attribute('Short Description', 'shortDescription', 'PrimaryInformation.ShortDescription'),
	repeat('Aliases', 'aliases', 'ItemAliasList.ItemAlias', { entry: 'Alias', key: 'alias', tidy: managed }, [
		attribute('Name', 'aliasName', 'AliasName', { placeholder: 'e.g. UPC' }),
		attribute('Value', 'aliasValue', 'AliasValue'),
	]),
	collection('Additional Fields', 'additionalFields', 'Add Field', [
		attribute('ATP Rule', 'atpRule', 'InventoryParameters.ATPRule'),
		attribute('Cost Currency', 'costCurrency', 'PrimaryInformation.CostCurrency', { placeholder: 'e.g. USD' }),
		attribute('Description', 'description', 'PrimaryInformation.Description'),
		attribute('Extended Description', 'extendedDescription', 'PrimaryInformation.ExtendedDescription'),
		attribute('Global Item ID', 'globalItemId', 'GlobalItemID'),
		attribute('Image ID', 'imageId', 'PrimaryInformation.ImageID'),
		attribute('Image Location', 'imageLocation', 'PrimaryInformation.ImageLocation'),
		attribute('Item Group', 'itemGroupCode', 'ItemGroupCode', {
			type: 'options',
			default: 'PROD',
			options: [
				{ name: 'Delivery Service', value: 'DS' },
				{ name: 'Product', value: 'PROD' },
				{ name: 'Provided Service', value: 'PS' },
			],
		}),
		attribute('Item Type', 'itemType', 'PrimaryInformation.ItemType'),
		attribute('Kit Code', 'kitCode', 'PrimaryInformation.KitCode', { placeholder: 'e.g. BUNDLE' }),
		attribute('Lead Time (Days)', 'leadTime', 'InventoryParameters.LeadTime'),
		attribute('Manufacturer', 'manufacturerName', 'PrimaryInformation.ManufacturerName'),
		attribute('Product Class', 'defaultProductClass', 'PrimaryInformation.DefaultProductClass', {
			placeholder: 'e.g. GOOD',
		}),
		attribute('Returnable', 'isReturnable', 'PrimaryInformation.IsReturnable', {
			type: 'boolean',
			default: true,
			description: 'Whether customers may return the item',
		}),
		attribute('Status', 'status', 'PrimaryInformation.Status', {
			type: 'options',
			default: '3000',
			options: [
				{ name: 'Held', value: '2000' },
				{ name: 'Published', value: '3000' },
			],
		}),
		attribute('Unit Cost', 'unitCost', 'PrimaryInformation.UnitCost', { placeholder: 'e.g. 4.20' }),
		attribute('Unit Weight', 'unitWeight', 'PrimaryInformation.UnitWeight'),
		attribute('Weight Unit', 'unitWeightUom', 'PrimaryInformation.UnitWeightUOM', { placeholder: 'e.g. LBS' }),
	]),
	...customFields(mode),
];

const EXAMPLE = 'e.g. {"PrimaryInformation": {"ShortDescription": "Blue mug"}}';

/** manageItem takes a list of items; what happens to each stands in its Action (captured). */
const as =
	(Action: string) =>
	(item: Document, context: RunContext): Document => ({ Item: [{ Action, ...inOrganization(item, context) }] });

const operations: Operation[] = [
	{
		type: 'write',
		value: 'create',
		name: 'Create',
		action: 'Create a catalog item',
		description: 'Create a catalog item',
		api: 'manageItem',
		kind: 'write',
		afterLoss: 'made',
		inputRoot: 'ItemList',
		entry: 'Item',
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, content('add')),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
		build: as('Create'),
		names: ITEMS.entity.natural,
		lookUp: ITEMS.entity,
	},
	{
		type: 'write',
		value: 'upsert',
		name: 'Create or Update',
		action: 'Create or update a catalog item',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		api: 'manageItem',
		kind: 'write',
		afterLoss: 'holds',
		entity: ITEMS.entity,
		inputRoot: 'ItemList',
		entry: 'Item',
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, content('map')),
			...delivery(),
			writeOptions([unknownCustomFields]),
		],
		build: as('Manage'),
		names: ITEMS.entity.natural,
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete a catalog item',
		description: 'Delete a catalog item; Sterling refuses while it has inventory or is used',
		api: 'manageItem',
		kind: 'write',
		afterLoss: 'gone',
		inputRoot: 'ItemList',
		identity: itemIdentity(),
		fields: [...delivery(), writeOptions()],
		build: as('Delete'),
		done: { deleted: true },
	},
	{
		type: 'get',
		value: 'get',
		name: 'Get',
		action: 'Get a catalog item',
		description: 'Read one catalog item',
		api: ITEMS.entity.listApi,
		kind: 'read',
		identity: itemIdentity(),
		fields: [...output(LEVELS), getOptions()],
		result: ITEMS,
	},
	{
		type: 'getMany',
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many catalog items',
		description: 'Read the catalog items that match filters',
		api: ITEMS.entity.listApi,
		kind: 'read',
		fields: [
			...returnAll(),
			collection('Filters', 'filters', 'Add Filter', [
				attribute('Global Item ID', 'globalItemId', 'GlobalItemID'),
				attribute('Item Group', 'itemGroupCode', 'ItemGroupCode', { placeholder: 'e.g. PROD' }),
				attribute('Item ID', 'itemId', 'ItemID'),
				...modified(),
				attributeOf(catalogOwner(), 'OrganizationCode'),
				attribute('Status', 'status', 'PrimaryInformation.Status', { placeholder: 'e.g. 3000' }),
				attributeOf(unitOfMeasure('Unit that the item is kept in'), 'UnitOfMeasure'),
			]),
			conditions('PrimaryInformation.ShortDescription'),
			sort('ItemID'),
			...output(LEVELS),
			listOptions(),
		],
		build: inOrganization,
		result: ITEMS,
	},
	{
		type: 'write',
		value: 'update',
		name: 'Update',
		action: 'Update a catalog item',
		description: 'Update a catalog item that exists',
		api: 'manageItem',
		kind: 'write',
		afterLoss: 'holds',
		inputRoot: 'ItemList',
		entry: 'Item',
		identity: itemIdentity(),
		fields: [...changeInput(EXAMPLE, content('map')), ...delivery(), writeOptions([unknownCustomFields])],
		build: as('Modify'),
	},
];

export const catalogItem: Resource = { value: 'catalogItem', name: 'Catalog Item', operations };
