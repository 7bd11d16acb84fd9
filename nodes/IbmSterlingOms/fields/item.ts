import { attribute, attributeOf, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import type { Document } from '../../../kit/xml/document';
import { productClass, weightUnit } from './codes';
import { additionalFields } from './document';
import { filters, modified } from './filters';
import { catalogOwner, commonCode, item, unitOfMeasure } from './locators';
import type { Use } from './use';

/** What names a new catalog item. */
export const newItem = (): Field[] => [
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

/** What a catalog item is created and updated with. */
export const itemContent = (use: Use): Field[] => [
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
			description: 'Other numbers of the item, such as its bar code. An existing alias is changed.',
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
	...additionalFields(
		use,
		[
			attribute('ATP Rule', 'atpRule', 'InventoryParameters.ATPRule', {
				placeholder: 'e.g. DEFAULT',
				description: 'Rule by which Sterling promises future stock of the item',
			}),
			attributeOf(
				commonCode('Cost Currency', 'costCurrency', 'searchCurrencies', 'USD', 'Currency of the unit cost'),
				'PrimaryInformation.CostCurrency',
			),
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
			productClass(
				'PrimaryInformation.DefaultProductClass',
				'defaultProductClass',
				'Product class of the item, unless a document names another one',
			),
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
			weightUnit('Weight Unit', 'unitWeightUom', 'PrimaryInformation.UnitWeightUOM'),
		],
		{
			attributes: '{"PrimaryInformation": {"CountryOfOrigin": "DE"}}',
			clear: 'GlobalItemID, PrimaryInformation.ImageID',
		},
	),
];

export const itemFilters = (): Field =>
	filters('items', [
		attribute('Global Item ID', 'globalItemId', 'GlobalItemID', {
			placeholder: 'e.g. 0123456789012',
			description: 'Only the item with this worldwide number',
		}),
		attribute('Item Group', 'itemGroupCode', 'ItemGroupCode', {
			placeholder: 'e.g. PROD',
			description: 'Only items of this group: PROD, PS or DS',
		}),
		attributeOf(item('Only items with this ID', { displayName: 'Item ID' }), 'ItemID'),
		...modified('item'),
		attributeOf(catalogOwner(), 'OrganizationCode'),
		attribute('Status', 'status', 'PrimaryInformation.Status', {
			placeholder: 'e.g. 3000',
			description: 'Only items with this status: 3000 is published, 2000 held',
		}),
		attributeOf(unitOfMeasure('Only items that are kept in this unit'), 'UnitOfMeasure'),
	]);
