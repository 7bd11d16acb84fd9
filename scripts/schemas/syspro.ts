import { resolve } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../engine/oneNode';
import { closeAllPools } from '../../kit/http/pools';
import { startSyspro, type SysproSandbox } from '../../sandbox/syspro';
import { schemaFile, writeSchemas } from './files';
import { rowsOf } from './rows';

const FOLDER = resolve(__dirname, '../../nodes/Syspro/__schema__/v1.0.0');

const ALL = { returnAll: true };
const NUMBER = '000000000000001';
const [SUPPLIER, CUSTOMER] = [locate('code', '0000100'), locate('code', '0001000')];
const ITEM = { itemIds: { buyerPart: 'A100' }, quantity: '400', unit: 'EA' };
const document = (form: object) => ({ document: JSON.stringify(form) });

/**
 * Each operation but those on any table and any business object, with parameters under which the sandbox has something to
 * return. Reads come first, in the state that the company begins with.
 */
const RUNS: Array<[file: string, parameters: INodeParameters]> = [
	['customer/get', { customer: CUSTOMER }],
	['customer/getMany', ALL],
	['dispatchNote/get', { dispatchNote: NUMBER }],
	['dispatchNote/getMany', ALL],
	['invoice/get', { invoice: NUMBER, customerCode: '0001000', documentType: 'I' }],
	['invoice/getMany', ALL],
	['purchaseOrder/get', { purchaseOrder: NUMBER }],
	['purchaseOrder/getMany', { ...ALL, statuses: [] }],
	['salesOrder/get', { salesOrder: NUMBER }],
	['salesOrder/getMany', ALL],
	['stockItem/get', { stockCode: locate('code', 'A100') }],
	['stockItem/getMany', ALL],
	['supplier/get', { supplier: SUPPLIER }],
	['supplier/getMany', ALL],
	['customer/updateEdi', { customer: CUSTOMER, changes: { EdiSenderCode: 'BAYSIDE' } }],
	['supplier/updateEdi', { supplier: SUPPLIER, changes: { EdiReceiverCode: 'ACME' } }],
	[
		'purchaseOrder/applyAcknowledgement',
		document({
			type: 'purchaseOrderAcknowledgement',
			number: '1',
			status: 'changed',
			lines: [{ number: '1', acknowledgements: [{ status: 'quantityChanged', quantity: '38000' }] }],
		}),
	],
	[
		'purchaseOrder/receive',
		document({ type: 'shipNotice', number: 'SHIP-7', shipment: { orders: [{ orderNumber: '1', items: [ITEM] }] } }),
	],
	[
		'salesOrder/create',
		{
			customer: locate('edi', 'BAYSIDE'),
			...document({
				type: 'purchaseOrder',
				number: 'BAY-900',
				date: '2026-11-27',
				charges: [{ kind: 'allowance', code: 'C310', amount: '3' }],
				lines: [{ number: '1', quantity: '3', unit: 'EA', price: '25', itemIds: { vendorPart: 'A100' } }],
			}),
		},
	],
	[
		'supplierInvoice/create',
		{
			supplier: locate('edi', 'ACME'),
			...document({ type: 'invoice', number: 'INV-77', date: '2026-11-27', total: '48000', orderNumber: '1' }),
		},
	],
];

/**
 * Output schemas of SYSPRO with the default output, by file below `__schema__/v1.0.0`: n8n shows them as preview before a
 * node has run. They are taken from what the node gives.
 */
export async function generateSysproSchemas(): Promise<Map<string, string>> {
	const sandbox = await startSyspro({ plainHttp: true });
	try {
		const files = new Map<string, string>();
		for (const [operation, parameters] of RUNS) {
			files.set(`${operation}.json`, schemaFile(await run(sandbox, operation, parameters)));
		}
		return files;
	} finally {
		await closeAllPools();
		await sandbox.close();
	}
}

async function run(sandbox: SysproSandbox, operation: string, given: INodeParameters) {
	const [{ operator, password }] = sandbox.operators;
	const credential = {
		enetUrl: sandbox.enetUrl,
		operator,
		operatorPassword: password,
		company: sandbox.companyId,
		companyPassword: sandbox.companyPassword,
		odataUrl: sandbox.odataUrl,
		odataOperator: operator,
		odataPassword: password,
	};
	return await rowsOf({ node: 'syspro', credential }, operation, given);
}

if (require.main === module) void writeSchemas(FOLDER, generateSysproSchemas, 'SYSPRO');
