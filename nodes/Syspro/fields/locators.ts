import type { INodeProperties } from 'n8n-workflow';

import { locator, typedBy } from '../../../kit/n8n/fields/locator';

interface More {
	required?: boolean;
	name?: string;
}

const byCode = (example: string) => typedBy('code', 'Code', `e.g. ${example}`);
const byEdiCode = () => typedBy('edi', 'EDI Code', 'e.g. NORTHWIND');

export const supplier = (description: string, { required, name = 'supplier' }: More = {}): INodeProperties =>
	locator('Supplier', name, { search: 'searchSuppliers', by: [byCode('0000042')], description, required });

export const customer = (description: string, { required, name = 'customer' }: More = {}): INodeProperties =>
	locator('Customer', name, { search: 'searchCustomers', by: [byCode('0000007')], description, required });

/** The customer that an EDI document came from: SYSPRO keeps the code that he sends with. */
export const sendingCustomer = (): INodeProperties =>
	locator('Customer', 'customer', {
		search: 'searchCustomers',
		by: [byCode('0000007'), byEdiCode()],
		description: 'The customer who orders. EDI Code looks for the customer whose EDI sender code this is.',
	});

/** The supplier that an EDI document came from. */
export const sendingSupplier = (): INodeProperties =>
	locator('Supplier', 'supplier', {
		search: 'searchSuppliers',
		by: [byCode('0000042'), byEdiCode()],
		description: 'The supplier who invoices. EDI Code looks for the supplier whose EDI receiver code this is.',
	});

export const stockItem = (): INodeProperties =>
	locator('Stock Code', 'stockCode', {
		search: 'searchStockItems',
		by: [byCode('B100')],
		description: 'The stock item to work on',
	});

export const table = (): INodeProperties =>
	locator('Table', 'table', {
		search: 'searchTables',
		by: [typedBy('name', 'Name', 'e.g. PorMasterHdr')],
		description: 'Table or business activity query. The list has what OData offers.',
	});
