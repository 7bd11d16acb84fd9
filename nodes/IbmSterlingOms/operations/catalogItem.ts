import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { additionalFields, documentInput } from '../fields/document';
import type { Use } from '../fields/use';
import { attribute, attributeOf, collection, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { conditions, modified, sort } from '../fields/filters';
import { itemIdentity } from '../fields/identity';
import { catalogOwner, unitOfMeasure } from '../fields/locators';
import { output, returnAll, writeOutput } from '../fields/output';
import { itemEverything, itemSummary, itemWithDetails } from '../documents/shapes/item';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import { inOrganization } from './naming';
import type { Operation, Resource, RunContext } from './types';

const ITEMS: Documents = {
	entity: ENTITIES.item,
	levels: { summary: itemSummary, details: itemWithDetails, everything: itemEverything },
};

const LEVELS = levels('The summary, aliases, additional attributes, handling and inventory parameters');

const TEMPLATE = { example: '{"ItemID": "", "PrimaryInformation": {"ShortDescription": ""}}' };
const written = () => writeOutput(LEVELS, TEMPLATE.example);

const identifying = (): Field[] => [
	attribute('Item ID', 'itemId', 'ItemID', {
		required: true,
		placeholder: 'e.g. SKU-1',
		description: 'ID of the item in the catalog',
	}),
	attributeOf(
		unitOfMeasure('Unit of measure that the item is kept in. It is part of the key of the item.', {
			required: true,
			preset: 'EACH',
		}),
		'UnitOfMeasure',
	),
	attributeOf(catalogOwner(), 'OrganizationCode'),
];

/** Without an Action it is not known whether an alias that is there already is changed or refused. */
const managed = (alias: Document): Document => ({ Action: 'Manage', ...alias });

const content = (use: Use): Field[] => [
	attribute('Short Description', 'shortDescription', 'PrimaryInformation.ShortDescription', {
		placeholder: 'e.g. Blue mug',
		description: 'Name of the item as shown in lists',
	}),
	repeat(
		'Aliases',
		'aliases',
		'ItemAliasList.ItemAlias',
		{
			entry: 'Alias',
			key: 'alias',
			tidy: managed,
			description: 'Other numbers of the item, such as its bar code. An alias that exists is changed.',
		},
		[
			attribute('Name', 'aliasName', 'AliasName', {
				required: true,
				placeholder: 'e.g. UPC',
				description: 'Kind of number',
			}),
			attribute('Value', 'aliasValue', 'AliasValue', {
				required: true,
				placeholder: 'e.g. 0123456789012',
				description: 'The number itself',
			}),
		],
	),
	...additionalFields(use, [
		attribute('ATP Rule', 'atpRule', 'InventoryParameters.ATPRule', {
			placeholder: 'e.g. DEFAULT',
			description: 'Rule by which Sterling promises future stock of the item',
		}),
		attribute('Cost Currency', 'costCurrency', 'PrimaryInformation.CostCurrency', {
			placeholder: 'e.g. USD',
			description: 'Currency of the unit cost',
		}),
		attribute('Description', 'description', 'PrimaryInformation.Description', {
			placeholder: 'e.g. Blue mug, 300 ml',
			description: 'Description of the item',
		}),
		attribute('Extended Description', 'extendedDescription', 'PrimaryInformation.ExtendedDescription', {
			placeholder: 'e.g. A mug of blue stoneware',
			description: 'Long description of the item',
		}),
		attribute('Global Item ID', 'globalItemId', 'GlobalItemID', {
			placeholder: 'e.g. 0123456789012',
			description: 'Worldwide number of the item, such as its GTIN',
		}),
		attribute('Image ID', 'imageId', 'PrimaryInformation.ImageID', {
			placeholder: 'e.g. mug-blue.jpg',
			description: 'File name of the picture',
		}),
		attribute('Image Location', 'imageLocation', 'PrimaryInformation.ImageLocation', {
			placeholder: 'e.g. https://images.example.com',
			description: 'Address of the folder that the picture is in',
		}),
		attribute('Item Group', 'itemGroupCode', 'ItemGroupCode', {
			type: 'options',
			default: 'PROD',
			options: [
				{ name: 'Delivery Service', value: 'DS', description: 'Delivery by appointment' },
				{ name: 'Product', value: 'PROD', description: 'Goods' },
				{ name: 'Provided Service', value: 'PS', description: 'A service, such as installing' },
			],
			description: 'Whether the item is a product or a service',
		}),
		attribute('Item Type', 'itemType', 'PrimaryInformation.ItemType', {
			placeholder: 'e.g. REGULAR',
			description: 'Item type of your Sterling',
		}),
		attribute('Kit Code', 'kitCode', 'PrimaryInformation.KitCode', {
			placeholder: 'e.g. BUNDLE',
			description: 'Kind of kit, for items that consist of others',
		}),
		attribute('Lead Time (Days)', 'leadTime', 'InventoryParameters.LeadTime', {
			placeholder: 'e.g. 3',
			description: 'How many days it takes to get new stock',
		}),
		attribute('Manufacturer', 'manufacturerName', 'PrimaryInformation.ManufacturerName', {
			placeholder: 'e.g. Example Pottery',
			description: 'Who makes the item',
		}),
		attribute('Product Class', 'defaultProductClass', 'PrimaryInformation.DefaultProductClass', {
			placeholder: 'e.g. GOOD',
			description: 'Product class of the item, unless a document names another one',
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
				{ name: 'Held', value: '2000', description: 'The item cannot be ordered' },
				{ name: 'Published', value: '3000', description: 'The item can be ordered' },
			],
			description: 'Whether the item can be ordered',
		}),
		attribute('Unit Cost', 'unitCost', 'PrimaryInformation.UnitCost', {
			placeholder: 'e.g. 4.20',
			description: 'What one unit costs the enterprise',
		}),
		attribute('Unit Weight', 'unitWeight', 'PrimaryInformation.UnitWeight', {
			placeholder: 'e.g. 0.4',
			description: 'Weight of one unit',
		}),
		attribute('Weight Unit', 'unitWeightUom', 'PrimaryInformation.UnitWeightUOM', {
			placeholder: 'e.g. LBS',
			description: 'Unit of the weight',
		}),
	]),
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
		result: ITEMS,
		entry: 'Item',
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, content('create')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
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
		result: ITEMS,
		entry: 'Item',
		fields: [
			...identifying(),
			...documentInput(EXAMPLE, content('upsert')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		build: as('Manage'),
		names: ITEMS.entity.natural,
	},
	{
		type: 'write',
		value: 'delete',
		name: 'Delete',
		action: 'Delete a catalog item',
		description: 'Delete a catalog item. Sterling refuses if it has inventory or is in use.',
		api: 'manageItem',
		kind: 'write',
		afterLoss: 'gone',
		inputRoot: 'ItemList',
		identity: itemIdentity(),
		fields: [writeOptions()],
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
		fields: [...output(LEVELS, TEMPLATE), getOptions()],
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
			collection(
				'Filters',
				'filters',
				'Add Filter',
				[
					attribute('Global Item ID', 'globalItemId', 'GlobalItemID', {
						placeholder: 'e.g. 0123456789012',
						description: 'Only the item with this worldwide number',
					}),
					attribute('Item Group', 'itemGroupCode', 'ItemGroupCode', {
						placeholder: 'e.g. PROD',
						description: 'Only items of this group: PROD, PS or DS',
					}),
					attribute('Item ID', 'itemId', 'ItemID', {
						placeholder: 'e.g. SKU-1',
						description: 'Only items with this ID',
					}),
					...modified('item'),
					attributeOf(catalogOwner(), 'OrganizationCode'),
					attribute('Status', 'status', 'PrimaryInformation.Status', {
						placeholder: 'e.g. 3000',
						description: 'Only items with this status: 3000 is published, 2000 held',
					}),
					attributeOf(unitOfMeasure('Only items that are kept in this unit'), 'UnitOfMeasure'),
				],
				'Only items that match all of these',
			),
			conditions('PrimaryInformation.ShortDescription'),
			sort('ItemID'),
			...output(LEVELS, TEMPLATE),
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
		result: ITEMS,
		entry: 'Item',
		identity: itemIdentity(),
		fields: [
			...documentInput(EXAMPLE, content('update')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		build: as('Modify'),
	},
];

export const catalogItem: Resource = { value: 'catalogItem', name: 'Catalog Item', operations };
