import type { INodeProperties } from 'n8n-workflow';

import * as picker from '../../../kit/n8n/fields/locator';

export const by = picker.typedBy;

/** A picker that is not required unless it says so. */
export const locator = (
	displayName: string,
	name: string,
	{ required = false, ...naming }: picker.Naming,
): INodeProperties => picker.locator(displayName, name, { required, ...naming });

const byCode = (example: string) => [by('code', 'Code', `e.g. ${example}`)];

export const enterprise = (
	description = 'Enterprise that owns the document. Leave empty to use the default of the credential.',
) => locator('Enterprise', 'enterpriseCode', { search: 'searchEnterprises', by: byCode('AURORA'), description });

export const documentType = (
	description = 'Kind of document: 0001 is a sales order, 0003 a return. Leave empty to use the default of the credential.',
) => locator('Document Type', 'documentType', { search: 'searchDocumentTypes', by: byCode('0001'), description });

export const organization = (description: string) =>
	locator('Organization', 'organizationCode', { search: 'searchOrganizations', by: byCode('AURORA'), description });

/** Any organization of an attribute that has a name of its own, such as a buyer. */
export const anyOrganization = (displayName: string, name: string, description: string) => ({
	...organization(description),
	displayName,
	name,
});

export const catalogOwner = () =>
	organization('Organization that owns the catalog. Leave empty to use the default enterprise of the credential.');

export const customerOwner = () =>
	organization('Organization that owns the customer. Leave empty to use the default enterprise of the credential.');

export const seller = () =>
	anyOrganization(
		'Seller',
		'sellerOrganizationCode',
		'Seller of the goods. Leave empty to use the default enterprise of the credential.',
	);

export const shipNode = (description: string, displayName = 'Ship Node', name = 'shipNode') =>
	locator(displayName, name, { search: 'searchShipNodes', by: byCode('DC1'), description });

export const item = (description: string, { displayName = 'Item', required = false } = {}) =>
	locator(displayName, 'itemId', {
		search: 'searchItemIds',
		by: [by('id', 'ID', 'e.g. SKU-1')],
		description,
		required,
	});

export const unitOfMeasure = (
	description = 'Unit that the quantity is counted in',
	{ required = false, preset = '' } = {},
) => ({
	...locator('Unit of Measure', 'unitOfMeasure', {
		search: 'searchUnits',
		by: byCode('EACH'),
		description,
		required,
	}),
	...(preset === '' ? {} : { default: { mode: 'code', value: preset } }),
});

/** A document or a part of one, by its primary key. */
export const byKey = (displayName: string, name: string, search: string, example: string, description: string) =>
	locator(displayName, name, { search, by: [by('key', 'Key', `e.g. ${example}`)], description });

export const orderLine = (description: string, search = 'searchOrderLines') =>
	byKey('Order Line', 'orderLineKey', search, '20260115100001123457', description);

export const order = (description: string) =>
	byKey('Order', 'orderHeaderKey', 'searchOrders', '20260115100001123456', description);

export const orderRelease = (description: string) =>
	byKey('Order Release', 'orderReleaseKey', 'searchReleases', '20260115100001123459', description);

export const carrier = () =>
	locator('Carrier (SCAC)', 'scac', {
		search: 'searchCarriers',
		by: byCode('UPSN'),
		description: 'Carrier by its Standard Carrier Alpha Code',
	});

export const carrierService = () =>
	locator('Carrier Service', 'scacAndService', {
		search: 'searchCarrierServices',
		by: byCode('UPSN GROUND'),
		description: 'Carrier and service in one',
	});

/** A value of a common code type, such as a reason. */
export const commonCode = (displayName: string, name: string, search: string, example: string, description: string) =>
	locator(displayName, name, { search, by: byCode(example), description });

export const holdType = (description: string, required = false) =>
	locator('Hold Type', 'holdType', {
		search: 'searchHoldTypes',
		by: byCode('FRAUD_HOLD'),
		required,
		description,
	});

export const service = () =>
	locator('Service', 'serviceName', {
		search: 'searchServices',
		by: [by('name', 'Name', 'e.g. AcmeCreateOrder')],
		required: true,
		description: 'Service (flow) that the administrator has set up in Sterling',
	});

export const status = (displayName: string, name: string, description: string, example = '3700') =>
	locator(displayName, name, { search: 'searchStatuses', by: byCode(example), description });

/** A status of the pipeline of returns. */
export const returnStatuses = (displayName: string, name: string, description: string) =>
	locator(displayName, name, { search: 'searchReturnStatuses', by: byCode('3900'), description });

/** A status of the pipeline of shipments. */
export const shipmentStatus = (displayName: string, name: string, description: string) =>
	locator(displayName, name, { search: 'searchShipmentStatuses', by: byCode('1400'), description });

export const transaction = () =>
	locator('Transaction', 'transactionId', {
		search: 'searchTransactions',
		by: [by('id', 'ID', 'e.g. CONFIRM_PICK.0001.ex')],
		required: true,
		description: 'Transaction of the pipeline that makes the change. It decides which statuses are possible.',
	});
