import { lazyMethods } from '../../../kit/n8n/lazyMethods';

/** The names are said here, because n8n wants to know them before anything is loaded; a test compares them. */
export const listSearch = lazyMethods(
	async () => await import('./listSearch'),
	['searchCustomers', 'searchStockItems', 'searchSuppliers', 'searchTables'],
);

export const credentialTest = lazyMethods(async () => await import('./credentialTest'), ['sysproConnection']);
