import { SysproClient, type SysproConnection } from '../../../../clients/syspro';
import { ActiveWorkflow } from '../../../../engine/poll';
import { SysproTrigger } from '../../../../nodes/Syspro/SysproTrigger.node';
import { startSyspro } from '../../../../sandbox/syspro';
import { sysproCredential } from '../../../support/syspro/nodes';
import { gathered, sysproConnection } from '../../../support/sysproBench';
import { secrets } from '../../../support/watch';
import type { Site } from './engine';

const TRIGGER = 'n8n-nodes-ibm-sterling.sysproTrigger';
const ORDER = '000000000000001';

/** Reads, and an update, which are sent again. */
const EXPECTED_OF_READS = {
	'Read by OData': 'done',
	'Read by business object': 'done',
	'List by COMFND': 'done',
	'Update a supplier': 'done',
} as const;

/** What is looked for before it is sent, which fails first. */
const SOUGHT_FIRST = { 'Post an order': 'refused', 'Enter an invoice': 'refused' } as const;

/** A SYSPRO company under the matrix. */
export async function sysproSite(): Promise<Site<SysproConnection>> {
	const sandbox = await startSyspro();
	const { company, faults, sessions } = sandbox;
	const { database } = company;
	for (const { password } of sandbox.operators) secrets.add('password', password);
	secrets.add('company password', sandbox.companyPassword);
	sessions.onLogon = (id) => secrets.add('session ID', id);
	const connection = sysproConnection(sandbox);
	const { enet, odata } = connection as Required<SysproConnection>;
	const at = (baseOf: (url: string) => string): Partial<SysproConnection> => ({
		enet: { ...enet, baseUrl: baseOf(enet.baseUrl) },
		odata: { ...odata, baseUrl: baseOf(odata.baseUrl) },
	});
	const using =
		(work: (client: SysproClient) => Promise<unknown>, more: Partial<SysproConnection> = {}) =>
		async (given: SysproConnection): Promise<unknown> =>
			await work(new SysproClient({ ...given, ...more }));
	const rowsOf = (table: string, key: Record<string, string>): number =>
		(database.table(table)?.rows ?? []).filter((row) =>
			Object.entries(key).every(([name, value]) => row[name] === value),
		).length;
	return {
		faults,
		connection,
		login: 'Logon',
		calls: [
			'PorMasterHdr',
			'PorMasterDetail',
			'SorMaster',
			'ApInvoice',
			'ApSupplier',
			'PORQRY',
			'COMFND',
			'SORTOI',
			'PORTOR',
			'APSTIN',
			'APSSSP',
			'APSQRY',
		],
		wrong: {
			'nothing listens at the port': at(() => 'https://127.0.0.1:1'),
			'http to a port of TLS': at((url) => url.replace('https:', 'http:')),
			'authority of the server unknown': { tls: {} },
			'wrong password': {
				enet: { ...enet, operatorPassword: 'not the one' },
				odata: { ...odata, password: 'not the one' },
			},
			'user without permission': {
				enet: { ...enet, operator: 'NOBODY' },
				odata: { ...odata, operator: 'CLERK', password: 'Clerk-1' },
			},
		},
		differs: {
			// Neither service has tokens that could be renewed.
			'HTTP 401': 'refused',
			// Orders and invoices are looked for before they are sent.
			'HTTP 503 again and again': SOUGHT_FIRST,
			'connection cut again and again': SOUGHT_FIRST,
			'an empty HTTP 200 again and again': SOUGHT_FIRST,
			'second call cut': { 'Post an order': 'uncertain', 'Enter an invoice': 'uncertain' },
			// Pages are asked for again, since some gateways send them while they restart.
			'the true body as text/html': { ...EXPECTED_OF_READS, 'Call a business object': 'done' },
			'web page of a gateway': 'lostBefore',
			'web page after the work': 'lostAfter',
			// e.net says everything under HTTP 200; words that are not known prove nothing.
			'error document under HTTP 200': {
				...EXPECTED_OF_READS,
				'Post an order': 'uncertain',
				'Enter an invoice': 'uncertain',
				'Update a supplier': 'refused',
				'Call a business object': 'uncertain',
			},
			'wrong password': { 'Read by OData': 'refused' },
			'user without permission': { 'Read by OData': 'refused' },
		},
		warmUp: async () => await Promise.resolve(),
		works: (n) => ({
			'Read by OData': {
				kind: 'read',
				needsNoLogin: true,
				expected: 3,
				run: using(async (client) => (await client.read('purchaseOrder', ORDER, { ways: ['odata'] })).lines.length),
			},
			'Read by business object': {
				kind: 'read',
				expected: 3,
				run: using(
					async (client) => (await client.read('purchaseOrder', ORDER, { ways: ['businessObject'] })).lines.length,
				),
			},
			'List by COMFND': {
				kind: 'read',
				expected: true,
				// Few, since each costs calls of its own.
				run: using(
					async (client) =>
						(await gathered(client.list('purchaseOrder', { supplier: '0000300' }, { ways: ['comfnd'] }))).length > 0,
				),
			},
			'Post an order': {
				kind: 'findable',
				strikes: 'SORTOI',
				expected: true,
				effects: () => rowsOf('SorMaster', { CustomerPoNumber: `PO-${n}` }),
				run: using(async (client) => {
					const order = {
						customer: '0001000',
						customerPoNumber: `PO-${n}`,
						lines: [{ stockCode: 'A100', quantity: '1' }],
					};
					return (await client.postSalesOrder(order)).key.SalesOrder !== undefined;
				}),
			},
			'Enter an invoice': {
				kind: 'findable',
				strikes: 'APSTIN',
				expected: true,
				effects: () => rowsOf('ApInvoice', { Invoice: `INV-${n}` }),
				run: using(async (client) => {
					const invoice = { supplier: '0000100', invoice: `INV-${n}`, value: '10.00' };
					const ledger = [{ code: '10-1000', value: '10.00' }];
					return (await client.postSupplierInvoice({ ...invoice, ledger })).key.Invoice === `INV-${n}`;
				}),
			},
			'Update a supplier': {
				kind: 'repeatable',
				strikes: 'APSSSP',
				expected: true,
				effects: () => rowsOf('ApSupplier', { EdiReceiverCode: `E${n}` }),
				run: using(
					async (client) => (await client.updateSupplier('0000200', { EdiReceiverCode: `E${n}` })).how !== undefined,
				),
			},
			'Call a business object': {
				kind: 'once',
				strikes: 'SORTOI',
				expected: true,
				effects: () => rowsOf('SorMaster', { CustomerPoNumber: `CALL-${n}` }),
				run: using(async (client) => {
					const header = { Customer: '0001000', CustomerPoNumber: `CALL-${n}`, OrderActionType: 'A' };
					const line = { StockCode: 'A100', OrderQty: '1' };
					const content = { Orders: { OrderHeader: header, OrderDetails: { StockLine: line } } };
					const parameters = { Parameters: { Process: 'IMPORT', AllowDuplicateOrderNumbers: 'Y' } };
					const { keys } = await client.call({
						method: 'post',
						object: 'SORTOI',
						xmlIn: { root: 'SalesOrders', content },
						parameters: { root: 'SalesOrders', content: parameters },
					});
					return keys.length === 1;
				}),
			},
		}),
		polling: (given) => {
			const credential = sysproCredential(sandbox, {
				timeout: given.timeoutMs / 1000,
				enetUrl: given.enet?.baseUrl,
				operator: given.enet?.operator,
				operatorPassword: given.enet?.operatorPassword,
				odataUrl: given.odata?.baseUrl,
				odataOperator: given.odata?.operator,
				odataPassword: given.odata?.password,
				caCertificate: given.tls?.ca ?? '',
			});
			const node = { id: 't', name: 'Trigger', type: TRIGGER, typeVersion: 1, position: [0, 0] as [number, number] };
			const workflow = new ActiveWorkflow(
				{
					connections: {},
					nodes: [{ ...node, parameters: {}, credentials: { sysproApi: { id: 'syspro', name: 'Sandbox' } } }],
				},
				{ cursors: 'legacy', nodeTypes: { [TRIGGER]: new SysproTrigger() }, credentials: { syspro: credential } },
			);
			return {
				activate: async () => await workflow.activate(),
				poll: async () => await workflow.poll(),
				happens: () => {
					// What earlier rows placed would be read with each poll.
					for (const order of [...database.where('PorMasterHdr', { Supplier: '0000200' })].slice(3)) {
						database.remove('PorMasterHdr', order);
					}
					const number = company.placePurchaseOrder('0000200', [{ stockCode: '02', quantity: '5', price: '1' }]);
					company.printPurchaseOrder(number);
					return number;
				},
				shows: ({ json }) => String(json.id),
			};
		},
		close: async () => await sandbox.close(),
	};
}
