import { lazyMethods } from '../../../kit/n8n/lazyMethods';

/** The names are said here, because n8n wants to know them before anything is loaded; a test compares them. */
export const listSearch = {
	...lazyMethods(
		async () => await import('./listSearch'),
		[
			'searchOrders',
			'searchReturns',
			'searchReleases',
			'searchShipments',
			'searchInvoices',
			'searchItems',
			'searchItemIds',
			'searchCustomers',
			'searchCustomerIds',
			'searchOrganizations',
			'searchShipNodes',
		],
	),
	...lazyMethods(
		async () => await import('./lines'),
		[
			'searchOrderLines',
			'searchSoldLines',
			'searchReturnLines',
			'searchReleaseLines',
			'searchShipmentLines',
			'searchContainers',
		],
	),
	...lazyMethods(
		async () => await import('./codes'),
		[
			'searchCarriers',
			'searchCarrierServices',
			'searchCarrierServiceCodes',
			'searchMeasures',
			'searchUnits',
			'searchReturnReasons',
			'searchModificationReasons',
			'searchNoteReasons',
			'searchOrderTypes',
			'searchEntryTypes',
			'searchServiceLevels',
			'searchFulfillmentTypes',
			'searchProductClasses',
			'searchCustomerLevels',
			'searchInvoiceTypes',
			'searchLineTypes',
			'searchCurrencies',
			'searchFreightTerms',
			'searchPaymentTypes',
			'searchChargeCategories',
			'searchChargeNames',
			'searchSupplyTypes',
			'searchAdjustmentReasons',
			'searchEnterprises',
			'searchDocumentTypes',
			'searchHoldTypes',
			'searchStatuses',
			'searchReturnStatuses',
			'searchShipmentStatuses',
			'searchTransactions',
			'searchServices',
		],
	),
	...lazyMethods(async () => await import('./attributes'), ['searchAttributes']),
	...lazyMethods(async () => await import('./customFields'), ['searchCustomFields', 'searchLineCustomFields']),
};

export const credentialTest = lazyMethods(async () => await import('./credentialTest'), ['sterlingConnection']);

export const resourceMapping = {
	...lazyMethods(async () => await import('./resourceMapping'), ['mapCustomFields']),
	...lazyMethods(async () => await import('./lineFields'), ['mapLineFields']),
};
