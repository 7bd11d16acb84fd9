import { attribute, attributeOf, collection, meaning, type Field } from '../../../kit/n8n/fields/field';
import { repeat, type Repeat } from '../../../kit/n8n/fields/repeat';
import { productClass } from './codes';
import { commonCode, item, organization, shipNode, unitOfMeasure } from './locators';

export const inventoryOwner = (): Field =>
	attributeOf(
		organization('Organization that owns the inventory. Leave empty to use the default enterprise of the credential.'),
		'OrganizationCode',
	);

/** Kind of supply; `preset` is chosen to begin with. */
export const supplyType = (description: string, preset = ''): Field => {
	const property = commonCode('Supply Type', 'supplyType', 'searchSupplyTypes', 'ONHAND', description);
	return attributeOf(
		preset === '' ? property : { ...property, default: { mode: 'code', value: preset } },
		'SupplyType',
	);
};

/** The item whose stock it is about. */
export const stockedItem = (): Field[] => [
	attributeOf(
		item('Item whose stock to read, reserve or adjust: pick it, or type its ID', { required: true }),
		'ItemID',
	),
	attributeOf(unitOfMeasure('Unit that the quantity is counted in', { preset: 'EACH' }), 'UnitOfMeasure'),
	productClass(),
];

/** One change of stock. */
export const adjustmentFields = (): Field[] => [
	...stockedItem(),
	attributeOf(shipNode('Node whose stock is adjusted'), 'ShipNode'),
	meaning(
		'the quantity would be added to the supply',
		attribute('Adjustment', 'adjustmentType', 'AdjustmentType', {
			type: 'options',
			default: 'ADJUSTMENT',
			options: [
				{ name: 'Add or Subtract', value: 'ADJUSTMENT', description: 'Use a negative quantity to reduce the supply' },
				{ name: 'Set', value: 'ABSOLUTE', description: 'The quantity is the new supply' },
			],
			description: 'Whether the quantity is added to the supply, or replaces it',
		}),
	),
	attribute('Quantity', 'quantity', 'Quantity', {
		required: true,
		placeholder: 'e.g. -2',
		description: 'Quantity to add, to subtract (negative) or to set',
	}),
	supplyType('Type of supply: ONHAND is at the node now, other types are expected', 'ONHAND'),
	collection(
		'Additional Fields',
		'additionalFields',
		'Add Field',
		[
			attribute('Availability', 'availability', 'Availability', {
				type: 'options',
				default: 'TRACK',
				options: [
					{ name: 'Infinite', value: 'INFINITE', description: 'There is always enough' },
					{ name: 'Tracked', value: 'TRACK', description: 'Sterling counts the quantity' },
				],
				description: 'Whether Sterling counts the stock',
			}),
			attribute('Expected At', 'eta', 'ETA', {
				type: 'dateTime',
				placeholder: 'e.g. 2026-12-24',
				description: 'When a future supply arrives',
			}),
			attributeOf(
				commonCode(
					'Reason Code',
					'reasonCode',
					'searchAdjustmentReasons',
					'CYCLE_COUNT',
					'Why the stock is adjusted, as a code defined in your Sterling',
				),
				'ReasonCode',
			),
			attribute('Reason Text', 'reasonText', 'ReasonText', {
				placeholder: 'e.g. Yearly count',
				description: 'Why the stock is adjusted, in your own words',
			}),
			attribute('Supply Reference', 'supplyReference', 'SupplyReference', {
				placeholder: 'e.g. PO-4711',
				description: 'Purchase order or other document that the supply comes from',
			}),
		],
		'Reason, reference and date',
	),
];

/** The same as entries of a list. */
export const adjustments = (): Repeat =>
	repeat('Adjustments', 'adjustments', 'Item', { entry: 'Adjustment', key: 'adjustment' }, adjustmentFields());
