import { ENTITIES } from '../../../clients/oms/entities';
import type { Documents } from '../documents/output';
import type { Document } from '../../../kit/xml/document';
import { documentInput } from '../fields/document';
import { conditions, sort } from '../fields/filters';
import { itemIdentity } from '../fields/identity';
import { itemContent, itemFilters, newItem } from '../fields/item';
import { output, returnAll, writeOutput } from '../fields/output';
import { itemEverything, itemSummary, itemWithDetails } from '../documents/shapes/item';
import { getOptions, listOptions, unknownCustomFields, writeOptions } from '../fields/options';
import { levels } from './levels';
import { inOrganization } from '../documents/naming';
import type { Operation, Resource, RunContext } from '../operation';

const ITEMS: Documents = {
	entity: ENTITIES.item,
	levels: { summary: itemSummary, details: itemWithDetails, everything: itemEverything },
};

const LEVELS = levels('The summary, aliases, additional attributes, handling and inventory parameters');

const TEMPLATE = {
	example: '{"ItemID": "", "PrimaryInformation": {"ShortDescription": ""}}',
	storedExample: 'def_getItemList_01',
};
const written = () => writeOutput(LEVELS, TEMPLATE.example);

const EXAMPLE = 'e.g. {"PrimaryInformation": {"ShortDescription": "Blue mug"}}';

/** manageItem takes a list of items; what happens to each is in its Action (captured). */
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
			...newItem(),
			...documentInput(EXAMPLE, itemContent('create')),
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
			...newItem(),
			...documentInput(EXAMPLE, itemContent('upsert')),
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
		warning: 'The item will be removed from the catalog permanently.',
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
			itemFilters(),
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
		description: 'Update an existing catalog item',
		api: 'manageItem',
		kind: 'write',
		afterLoss: 'holds',
		inputRoot: 'ItemList',
		result: ITEMS,
		entry: 'Item',
		identity: itemIdentity(),
		fields: [
			...documentInput(EXAMPLE, itemContent('update')),
			writeOptions({ output: written(), more: [unknownCustomFields] }),
		],
		build: as('Modify'),
	},
];

export const catalogItem: Resource = { value: 'catalogItem', name: 'Catalog Item', operations };
