import { defined } from '../../../kit/record';
import type { BusinessObjectCall } from '../enet/call';
import type { Kind, Row, SysproRecord, Way } from '../records';
import { decimal, flag, text, words } from '../values';
import { flat } from './deep';
import type { KindOfRecord } from './kind';
import { customerShipTo, remitParty, soldToParty, supplierParty } from './parties';
import { NO_TOTALS, valuesOf } from './parts';
import { byColumn, byKey, some } from './purchaseOrders';

/** Suppliers: ApSupplier with ApSupplierAddr, which has the addresses; or APSQRY. */
export const suppliers: KindOfRecord<'supplier'> = {
	table: 'ApSupplier',
	key: ['Supplier'],
	keyLength: 15,
	supplierColumn: 'Supplier',
	async assemble(headers, source, isBare) {
		const wanted = isBare ? [] : valuesOf(headers, 'Supplier');
		const places = byColumn(await source.anyOf('ApSupplierAddr', 'Supplier', wanted, byKey('Supplier')), 'Supplier');
		return headers.map((row) => {
			const place = places.get(text(row, 'Supplier') ?? '');
			const raw = { ApSupplier: [row], ...(isBare ? {} : { ApSupplierAddr: some(place) }) };
			return supplierOf(row, place, source.way, raw);
		});
	},
	object: {
		name: 'APSQRY',
		call: ({ Supplier }) => query('APSQRY', { Supplier }),
		read({ document }) {
			const row = flat(document, []);
			return text(row, 'Supplier') === null
				? undefined
				: supplierOf(row, row, 'businessObject', { APSQRY: [document] });
		},
	},
};

/** Customers: ArCustomer; or ARSQRY. */
export const customers: KindOfRecord<'customer'> = {
	table: 'ArCustomer',
	key: ['Customer'],
	keyLength: 15,
	customerColumn: 'Customer',
	async assemble(headers, source) {
		return await Promise.resolve(headers.map((row) => customerOf(row, source.way, { ArCustomer: [row] })));
	},
	object: {
		name: 'ARSQRY',
		call: ({ Customer }) => query('ARSQRY', { Customer }),
		read({ document }) {
			const row = flat(document, []);
			return text(row, 'Customer') === null ? undefined : customerOf(row, 'businessObject', { ARSQRY: [document] });
		},
	},
};

/** Stock items: InvMaster, over e.net by COMFCH. */
export const stockItems: KindOfRecord<'stockItem'> = {
	table: 'InvMaster',
	key: ['StockCode'],
	keyLength: 30,
	supplierColumn: 'Supplier',
	async assemble(headers, source) {
		return await Promise.resolve(headers.map((row) => itemOf(row, source.way, { InvMaster: [row] })));
	},
	object: {
		name: 'COMFCH',
		call: ({ StockCode }) => ({
			method: 'fetch',
			xmlIn: {
				root: 'Fetch',
				content: { TableName: 'InvMaster', Key: StockCode, FullKeyProvided: 'Y', DefaultType: '', EspressoFetch: 'N' },
			},
		}),
		read({ document }) {
			return text(document, 'StockCode') === null
				? undefined
				: itemOf(document, 'businessObject', { COMFCH: [document] });
		},
	},
};

function query(object: string, Key: Readonly<Record<string, string>>): BusinessObjectCall {
	return { method: 'query', object, xmlIn: { root: 'Query', content: { Key: { ...Key } } } };
}

/** What all master records have: no lines, no totals. */
function master<K extends Kind>(kind: K, column: string, id: string, way: Way, raw: Record<string, Row[]>) {
	return {
		kind,
		id,
		key: { [column]: id },
		lines: [],
		totals: NO_TOTALS,
		source: { way, names: Object.keys(raw) },
		raw,
	};
}

function supplierOf(row: Row, place: Row | undefined, way: Way, raw: Record<string, Row[]>): SysproRecord<'supplier'> {
	const supplier = text(row, 'Supplier') ?? '';
	return {
		...master('supplier', 'Supplier', supplier, way, raw),
		header: {
			supplier,
			name: words(row, 'SupplierName'),
			shortName: words(row, 'SupShortName'),
			supplierClass: words(row, 'SupplierClass'),
			branch: words(row, 'Branch'),
			currency: words(row, 'Currency'),
			terms: words(row, 'TermsCode'),
			isOnHold: flag(row, 'OnHold'),
			// Empty means yes, as in an installation that never asked.
			arePurchaseOrdersAllowed: text(row, 'PurchOrdAllowed') !== 'N',
			ediTypeFlag: words(row, 'EdiTypeFlag'),
			ediReceiverCode: words(row, 'EdiReceiverCode'),
		},
		parties: defined({ supplier: supplierParty(row, place, supplier), remitTo: remitParty(place, supplier) }),
	};
}

function customerOf(row: Row, way: Way, raw: Record<string, Row[]>): SysproRecord<'customer'> {
	const customer = text(row, 'Customer') ?? '';
	return {
		...master('customer', 'Customer', customer, way, raw),
		header: {
			customer,
			name: words(row, 'Name', 'CustomerName'),
			shortName: words(row, 'ShortName'),
			currency: words(row, 'Currency'),
			terms: words(row, 'TermsCode'),
			branch: words(row, 'Branch'),
			isOnHold: flag(row, 'CustomerOnHold'),
			creditLimit: decimal(row, 'CreditLimit'),
			ediSenderCode: words(row, 'EdiSenderCode'),
		},
		parties: defined({ soldTo: soldToParty(row, customer), shipTo: customerShipTo(row) }),
	};
}

function itemOf(row: Row, way: Way, raw: Record<string, Row[]>): SysproRecord<'stockItem'> {
	const stockCode = text(row, 'StockCode') ?? '';
	return {
		...master('stockItem', 'StockCode', stockCode, way, raw),
		header: {
			stockCode,
			description: words(row, 'Description'),
			longDescription: words(row, 'LongDesc'),
			alternateKey1: text(row, 'AlternateKey1'),
			alternateKey2: text(row, 'AlternateKey2'),
			stockUom: words(row, 'StockUom'),
			alternateUom: words(row, 'AlternateUom'),
			otherUom: words(row, 'OtherUom'),
			mass: decimal(row, 'Mass'),
			volume: decimal(row, 'Volume'),
			decimals: decimal(row, 'Decimals'),
			supplier: text(row, 'Supplier'),
			productClass: words(row, 'ProductClass'),
			taxCode: words(row, 'TaxCode'),
		},
		parties: {},
	};
}
