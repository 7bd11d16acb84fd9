import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

interface LocatorOptions {
	/** Name of the list-search method; From List comes first. */
	search: string;
	/** The other ways to name the thing, in order. */
	by: INodePropertyMode[];
	description?: string;
	required?: boolean;
	hint?: string;
}

/** A typed way to name something: `by('number', 'By Number', 'e.g. WEB-1001')`. */
export function by(name: string, displayName: string, placeholder: string): INodePropertyMode {
	return { displayName, name, type: 'string', placeholder };
}

/** A picker: from a searchable list of the user's instance, or typed. */
export function locator(
	displayName: string,
	name: string,
	{ search, by: typed, description, required, hint }: LocatorOptions,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(required ? { required } : {}),
		...(description ? { description } : {}),
		...(hint ? { hint } : {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			...typed,
		],
	};
}

const byCode = (example: string) => [by('code', 'By Code', `e.g. ${example}`)];

export const enterprise = (
	description = 'Enterprise that owns the document. Empty takes the default of the credential.',
) => locator('Enterprise', 'enterpriseCode', { search: 'searchEnterprises', by: byCode('AURORA'), description });

export const documentType = (
	description = 'Empty takes the default of the credential; 0001 is a sales order, 0003 a return',
) => locator('Document Type', 'documentType', { search: 'searchDocumentTypes', by: byCode('0001'), description });

export const organization = (description: string) =>
	locator('Organization', 'organizationCode', { search: 'searchOrganizations', by: byCode('AURORA'), description });

export const catalogOwner = () =>
	organization('Organization that owns the catalog. Empty takes the default enterprise of the credential.');

export const customerOwner = () =>
	organization('Organization that keeps the customer. Empty takes the default enterprise of the credential.');

export const seller = () => ({
	...organization('Seller of the shipment. Empty takes the default enterprise of the credential.'),
	displayName: 'Seller',
	name: 'sellerOrganizationCode',
});

export const shipNode = (description: string, displayName = 'Ship Node', name = 'shipNode') =>
	locator(displayName, name, { search: 'searchShipNodes', by: byCode('DC1'), description });

export const item = (description: string) =>
	locator('Item', 'itemId', { search: 'searchItemIds', by: [by('id', 'By ID', 'e.g. SKU-1')], description });

export const unitOfMeasure = (description = 'Unit that the quantity is counted in') =>
	locator('Unit of Measure', 'unitOfMeasure', { search: 'searchUnits', by: byCode('EACH'), description });

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
		by: [by('name', 'By Name', 'e.g. AcmeCreateOrder')],
		required: true,
		description: 'Service (flow) that the administrator has set up in Sterling',
	});

export const status = (displayName: string, name: string, description: string) =>
	locator(displayName, name, { search: 'searchStatuses', by: byCode('3700'), description });

export const transaction = () =>
	locator('Transaction', 'transactionId', {
		search: 'searchTransactions',
		by: [by('id', 'By ID', 'e.g. CONFIRM_PICK.0001.ex')],
		required: true,
		description: 'Transaction of the pipeline that makes the change',
	});
