import type { Line, SysproRecord } from '../../../../../clients/syspro';

/** A line of goods as the client reads it; `more` is what is special about it. */
export const line = (number: string, more: Partial<Line> = {}): Line => ({
	line: number,
	kind: 'stocked',
	lineType: '1',
	stockCode: `STK-${number}`,
	description: `Item ${number}`,
	partnerPartNumber: null,
	warehouse: 'N',
	quantity: '10.000000',
	uom: 'EA',
	price: '2.50000',
	priceUom: 'EA',
	discounts: [],
	value: '25.00',
	tax: null,
	dueDate: '2026-12-10',
	comment: null,
	isComplete: false,
	...more,
});

/** A freight, miscellaneous or comment line. */
export const beside = (number: string, kind: Line['kind'], more: Partial<Line> = {}): Line =>
	line(number, {
		kind,
		lineType: { freight: '4', miscellaneous: '5', comment: '6' }[kind as string] ?? '9',
		stockCode: null,
		description: null,
		quantity: null,
		uom: null,
		price: null,
		priceUom: null,
		value: null,
		...more,
	});

const base = {
	key: {},
	source: { way: 'odata' as const, names: [] },
	raw: {},
	totals: { merchandise: null, freight: null, miscellaneous: null, tax: null, total: null },
};
const address = { lines: ['12 Mill Road', 'Dock 4', 'Exampleton', 'OH', 'US'], postalCode: '43004' };

export const purchaseOrder = (
	lines: Line[],
	more: Partial<SysproRecord<'purchaseOrder'>['header']> = {},
): SysproRecord<'purchaseOrder'> => ({
	...base,
	kind: 'purchaseOrder',
	id: '000000000004711',
	header: {
		purchaseOrder: '000000000004711',
		supplier: '0000042',
		customer: null,
		orderDate: '2026-11-27',
		dueDate: '2026-12-10',
		memoDate: null,
		printedDate: '2026-11-27',
		completedDate: null,
		exchangeRate: '1',
		orderType: 'Local',
		taxStatus: null,
		paymentTerms: '30',
		buyer: 'BJ',
		warehouse: 'N',
		shippingInstructions: null,
		shippingLocation: null,
		status: '4',
		statusText: 'Printed',
		isCancelled: false,
		currency: '$',
		...more,
	},
	parties: {
		supplier: { id: '0000042', name: 'Northwind Traders', address, ediCode: 'NORTHWIND' },
		shipTo: { id: null, name: 'Main warehouse', address },
	},
	lines,
});

export const invoice = (
	lines: Line[],
	more: Partial<SysproRecord<'invoice'>['header']> = {},
	totals: Partial<SysproRecord['totals']> = {},
): SysproRecord<'invoice'> => ({
	...base,
	kind: 'invoice',
	id: '0000007/100245/I',
	header: {
		invoice: '100245',
		customer: '0000007',
		documentType: 'I',
		isCreditNote: false,
		invoiceDate: '2026-11-26',
		dueDate: '2026-12-26',
		currency: 'USD',
		customerPoNumber: 'C-PO-9',
		salesOrder: '000817',
		dispatchNote: null,
		terms: '30',
		branch: '10',
		salesperson: null,
		balance: null,
		...more,
	},
	parties: { soldTo: { id: '0000007', name: 'Contoso', address } },
	lines,
	totals: { ...base.totals, ...totals },
});

export const dispatchNote = (
	lines: Line[],
	more: Partial<SysproRecord<'dispatchNote'>['header']> = {},
): SysproRecord<'dispatchNote'> => ({
	...base,
	kind: 'dispatchNote',
	id: '000817/0001',
	header: {
		dispatchNote: '000817/0001',
		salesOrder: '000817',
		customer: '0000007',
		customerPoNumber: 'C-PO-9',
		actualDeliveryDate: '2026-11-25',
		plannedDeliveryDate: '2026-11-27',
		invoice: null,
		shippingInstructions: 'Road',
		multiShipCode: null,
		status: '7',
		statusText: 'Ready to invoice',
		isCancelled: false,
		currency: null,
		...more,
	},
	parties: { customer: { id: '0000007', name: 'Contoso', address: null }, shipTo: { id: null, name: null, address } },
	lines,
});
