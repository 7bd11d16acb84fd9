import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import type { B2biSandbox } from '../../sandbox/b2bi';
import { dispatch, invoice, placeSalesOrder, type SysproSandbox } from '../../sandbox/syspro';
import type { EdiStage, Surroundings } from './act';

/** The IDs under which the workflows name their credentials. */
const CREDENTIALS = { syspro: 'syspro-sandbox', b2b: 'b2b-sandbox' } as const;
const SUPPLIER = '0000200';
const PARTNER = 'NORTHWIND';
const ORDERS = [
	[{ stockCode: 'A100', quantity: '38400', price: '1.25' }],
	[
		{ stockCode: 'B-7.5', quantity: '120.5', price: '0.99' },
		{ stockCode: '02', quantity: '40', price: '0.35' },
	],
	[{ stockCode: '02', quantity: '6', price: '0.35' }],
];

/** What the second act runs on: both sandboxes as n8n sees them through credentials, and as plain requests do. */
export function ediStageOn(
	syspro: SysproSandbox,
	b2b: B2biSandbox,
	nodeTypes: Record<string, INodeType>,
	workflows = join(__dirname, 'workflows'),
): EdiStage {
	const [{ operator, password }] = syspro.operators;
	const [{ userId, password: secret }] = b2b.users;
	const company = syspro.companyId;
	return {
		workflows,
		engine: {
			nodeTypes,
			credentials: {
				[CREDENTIALS.syspro]: {
					enetUrl: syspro.enetUrl,
					operator,
					operatorPassword: password,
					company,
					companyPassword: syspro.companyPassword,
					odataUrl: syspro.odataUrl,
					odataOperator: operator,
					odataPassword: password,
					caCertificate: syspro.ca,
				},
				[CREDENTIALS.b2b]: {
					baseUrl: b2b.url,
					authentication: 'basic',
					userId,
					password: secret,
					caCertificate: b2b.ca,
					serverTimeZone: 'UTC',
				},
			},
		},
		systems: {
			b2b: { url: b2b.url, user: userId, password: secret, ca: b2b.ca },
			odata: { url: `${syspro.odataUrl}/${company}`, user: operator, password, ca: syspro.ca },
		},
		surroundings: surroundings(syspro, b2b),
	};
}

function surroundings({ company }: SysproSandbox, b2b: B2biSandbox): Surroundings {
	return {
		supplier: SUPPLIER,
		partner: PARTNER,
		ordersArePlaced() {
			const numbers = ORDERS.map((lines) => company.placePurchaseOrder(SUPPLIER, lines));
			for (const number of numbers) company.printPurchaseOrder(number);
			b2b.behaviour.partner.rejectedOrders = numbers.slice(-1);
			return company.today;
		},
		goodsAreSold() {
			const sold = { stockCode: 'A100', quantity: '12', price: '25' };
			const customer = '0003000';
			company.database.insert('ArCustomer', { Customer: customer, Name: 'Northwind Stores', EdiSenderCode: PARTNER });
			const order = placeSalesOrder(company, customer, [sold], { CustomerPoNumber: 'NW-77' });
			dispatch(company, order);
			invoice(company, order);
		},
		supplierMoves() {
			const address = company.database.find('ApSupplierAddr', { Supplier: SUPPLIER });
			Object.assign(address ?? {}, { SupAddr1: 'Avenida Nueva 7', SupAddr3: 'Huelva', SupPostalCode: '21001' });
		},
		timePasses() {
			b2b.clock.advance(60_000);
			b2b.settle();
		},
	};
}
