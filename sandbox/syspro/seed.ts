import type { Company } from './company';
import type { Row } from './database';
import { credit, dispatch, invoice, placeSalesOrder } from './sales';

const place = (prefix: string, lines: string[]): Row =>
	Object.fromEntries(lines.map((line, index) => [`${prefix}${index + 1}`, line]));

/** Suppliers, customers and stock items; texts have characters of Windows-1252, keys leading zeros and blanks. */
function masters({ database }: Company): void {
	const suppliers: Array<[string, string, string, string[], string]> = [
		['0000100', 'Acme Supplies', 'ACME', ['500 Market Street', 'Suite 9', 'Columbus', 'OH', 'USA'], '43004'],
		['0000200', 'Northwind Traders', 'NORTHWIND', ['Calle Mayor 5', '', 'Sevilla', '', 'España'], '41001'],
		['0000300', 'Café Müller – Söhne', '', ['Straße 1', '', 'Köln', '', 'Germany'], '50667'],
		['ZX-9', 'Old Works', '', ['1 Old Road'], ''],
	];
	for (const [Supplier, SupplierName, EdiReceiverCode, address, SupPostalCode] of suppliers) {
		database.insert('ApSupplier', {
			Supplier,
			SupplierName,
			SupShortName: SupplierName.slice(0, 10),
			SupplierClass: 'RAW',
			Branch: '10',
			Currency: '$',
			TermsCode: '30',
			Telephone: '555-0100',
			Email: `orders@${Supplier.toLowerCase()}.example;copy@${Supplier.toLowerCase()}.example`,
			Contact: 'Order desk',
			OnHold: Supplier === 'ZX-9' ? 'Y' : 'N',
			PurchOrdAllowed: Supplier === 'ZX-9' ? 'N' : 'Y',
			EdiTypeFlag: EdiReceiverCode === '' ? '' : 'E',
			EdiReceiverCode,
		});
		database.insert('ApSupplierAddr', { Supplier, ...place('SupAddr', address), SupPostalCode });
	}
	const customers: Array<[string, string, string, string[]]> = [
		['0001000', 'Bayside Outfitters', 'BAYSIDE', ['88 Harbor Road', '', 'Portland', 'ME', 'USA']],
		['0002000', 'Müller & Söhne GmbH', '', ['Straße 12', '', 'Köln', '', 'Germany']],
	];
	for (const [Customer, Name, EdiSenderCode, address] of customers) {
		database.insert('ArCustomer', {
			Customer,
			Name,
			ShortName: Name.slice(0, 10),
			...place('SoldToAddr', address),
			SoldPostalCode: '04101',
			...place('ShipToAddr', ['Warehouse 2', ...address.slice(1)]),
			ShipPostalCode: '04102',
			Telephone: '555-0200',
			Email: `ap@${Customer}.example`,
			TermsCode: '30',
			Currency: '$',
			CreditLimit: '50000',
			Branch: '10',
			EdiSenderCode,
		});
	}
	const items: Array<[string, string, string]> = [
		['A100', 'Tent pole, 2 m', 'EA'],
		['A200', 'Canvas, blue', 'M'],
		['B-7.5', 'Rope ø 7.5 mm – “strong”', 'M'],
		['02', 'Zipper', 'EA'],
	];
	for (const [StockCode, Description, StockUom] of items) {
		database.insert('InvMaster', {
			StockCode,
			Description,
			LongDesc: `${Description}, as ordered`,
			StockUom,
			AlternateUom: 'BX',
			OtherUom: 'PAL',
			ConvFactAltUom: '12',
			ConvMulDiv: 'M',
			Mass: '1.25',
			Volume: '0.002',
			Decimals: '3',
			Supplier: '0000100',
			ProductClass: 'OUT',
			TaxCode: 'A',
			DateStkAdded: '2005-08-26',
		});
	}
}

/** Purchase orders in several states, sales orders, a dispatch note, an invoice and its credit note. */
function documents(company: Company): void {
	const open = company.placePurchaseOrder('0000100', [
		{ stockCode: 'A100', quantity: '38400', price: '1.25' },
		{ stockCode: 'A200', quantity: '120.5', price: '8' },
		{ stockCode: '', quantity: '0', comment: 'Deliver before noon, please' },
	]);
	company.printPurchaseOrder(open);
	const second = company.placePurchaseOrder('0000200', [{ stockCode: 'B-7.5', quantity: '75', price: '0.99' }]);
	company.printPurchaseOrder(second);
	company.placePurchaseOrder('0000100', [{ stockCode: '02', quantity: '10' }]);
	company.cancelPurchaseOrder(company.placePurchaseOrder('0000300', [{ stockCode: '02', quantity: '1' }]));
	const done = company.placePurchaseOrder('0000300', [{ stockCode: '02', quantity: '6' }]);
	company.printPurchaseOrder(done);
	company.receive(done, '1', 6);
	company.placePurchaseOrder('0000100', [{ stockCode: 'A100', quantity: '1' }], {
		PurchaseOrder: ' 00001',
		OrderEntryDate: company.day(-400),
	});

	const first = placeSalesOrder(
		company,
		'0001000',
		[
			{ stockCode: 'A100', quantity: '12', price: '25' },
			{ stockCode: 'A200', quantity: '3.5', price: '14.20' },
			{ stockCode: '', quantity: '0', comment: 'Thank you – we appreciate it' },
		],
		{ CustomerPoNumber: 'BAY-501' },
	);
	dispatch(company, first);
	const number = invoice(company, first);
	credit(company, first, number);
	const other = placeSalesOrder(company, '0002000', [{ stockCode: '02', quantity: '100', price: '0.35' }], {
		CustomerPoNumber: 'MS/77',
	});
	dispatch(company, other);
	placeSalesOrder(company, '0001000', [{ stockCode: 'A100', quantity: '1' }], { CustomerPoNumber: 'BAY-502' });
}

export function seed(company: Company, withDocuments: boolean): void {
	masters(company);
	if (withDocuments) documents(company);
}
