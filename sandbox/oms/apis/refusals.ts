import { describeCodes } from '../exception';

/**
 * Wording of the refusals of master data, inventory, shipments, returns and invoices; ours where none is
 * captured.
 */
describeCodes({
	INV80_041: 'Item cannot be deleted if inventory exists',
	YCM0005: 'Delete Item Operation Failed',
	YCM0031: 'Attributes that identify the item are missing',
	YCP0040: 'Invalid organization',
	YCP0165: 'Invalid Customer',
	YCP0199: 'Organization DEFAULT cannot be deleted',
	YCP0260: 'Organization is used as the catalog organization of another one',
	YCP0261: 'Organization is used as the inventory organization of another one',
	YCP0262: 'Organization is used as the capacity organization of another one',
	YCP0266: 'Organization is the parent of another one',
	YCP0267: 'Invalid organization key',
	YDB10024: 'Organization is referred to by users',
	YDB10053: 'Organization is referred to by customers',
	YDB100100: 'Organization is referred to by nodes',
	YDM00090: 'Shipments that are not empty cannot be deleted',
	YDM00112: 'Shipment lines are present',
	YDM00113: 'Containers are present',
	YFS10319: 'Invalid Customer',
});
