import { attributeOf, type Field } from '../../../kit/n8n/fields/field';
import { commonCode } from './locators';

/** Service of a carrier, where the carrier is another attribute. */
export const carrierServiceCode = (): Field =>
	attributeOf(
		commonCode(
			'Carrier Service Code',
			'carrierServiceCode',
			'searchCarrierServiceCodes',
			'GROUND',
			'Service of the carrier that the goods are shipped with',
		),
		'CarrierServiceCode',
	);

export const currency = (): Field =>
	attributeOf(
		commonCode('Currency', 'currency', 'searchCurrencies', 'USD', 'Currency of all prices and charges of the order'),
		'PriceInfo.Currency',
	);

export const freightTerms = (): Field =>
	attributeOf(
		commonCode('Freight Terms', 'freightTerms', 'searchFreightTerms', 'PREPAID', 'Who pays for the freight'),
		'FreightTerms',
	);

export const fulfillmentType = (description: string): Field =>
	attributeOf(
		commonCode('Fulfillment Type', 'fulfillmentType', 'searchFulfillmentTypes', 'SHIP_TO_HOME', description),
		'FulfillmentType',
	);

/** Class of an item, which belongs to the item's identity where catalogs keep items by class. */
export const productClass = (
	path = 'ProductClass',
	name = 'productClass',
	description = 'Class of the item, if your catalog keeps items by class',
): Field => attributeOf(commonCode('Product Class', name, 'searchProductClasses', 'GOOD', description), path);

/** Unit of a weight, as an attribute of its own. */
export const weightUnit = (displayName: string, name: string, path: string): Field =>
	attributeOf(commonCode(displayName, name, 'searchMeasures', 'KG', 'Unit of the weight'), path);
