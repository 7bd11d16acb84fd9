import type { INode } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { onOrder, ORDER, line, orders } from '../../support/bench';
import { locate, runNode } from '../../support/workflow';
import type { MatrixRow } from './matrix';
import { Stage } from './stage';

type Store = Stage['sandbox']['store'];

/** A write of the action node, how its scene is set, and how often its effect is in the store. */
interface Write {
	name: string;
	api: string;
	parameters: (name: string) => INode['parameters'];
	setUp?: (store: Store, name: string) => void;
	effects: (store: Store, name: string) => number;
}

const place = (store: Store, OrderNo: string) =>
	void store.call('createOrder', { ...ORDER, OrderNo, OrderLines: { OrderLine: [line('2')] } } as never);
const placeCustomer = (store: Store, CustomerID: string) =>
	void store.call('createCustomer', { CustomerID, OrganizationCode: 'AURORA', CustomerType: '02' } as never);
const customerOf = (store: Store, id: string) => store.rows('Customer').find(({ CustomerID }) => CustomerID === id);
const customer = (operation: string, name: string, more: INode['parameters'] = {}): INode['parameters'] => ({
	resource: 'customer',
	operation,
	customer: locate('id', name),
	...more,
});
const oneLine = { line: [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '1' }] };
const is = (holds: boolean) => (holds ? 1 : 0);
const linesOf = (store: Store, name: string) => {
	const key = store.order(name)?.OrderHeaderKey;
	return store.rows('OrderLine').filter(({ OrderHeaderKey }) => OrderHeaderKey === key);
};

const WRITES: readonly Write[] = [
	{
		name: 'Create',
		api: 'createOrder',
		parameters: (name) =>
			orders('create', { orderNo: name, lines: oneLine, addresses: { billTo: { city: 'Exampleton' } } }),
		effects: (store, name) => store.orders().filter(({ OrderNo }) => OrderNo === name).length,
	},
	{
		name: 'Update',
		api: 'changeOrder',
		setUp: place,
		parameters: (name) => onOrder('update', name, { additionalFields: { customerPoNo: `PO-${name}` } }),
		effects: (store, name) => is(store.order(name)?.CustomerPONo === `PO-${name}`),
	},
	{
		name: 'Update, adding a line',
		api: 'changeOrder',
		setUp: place,
		parameters: (name) =>
			onOrder('update', name, {
				inputMode: 'document',
				document: JSON.stringify({ OrderLines: { OrderLine: [{ Action: 'CREATE', ...line('1') }] } }),
			}),
		effects: (store, name) => linesOf(store, name).length - 1,
	},
	{
		name: 'Cancel',
		api: 'cancelOrder',
		setUp: place,
		parameters: (name) => onOrder('cancel', name),
		effects: (store, name) => is(Number(linesOf(store, name)[0]?.OrderedQty) === 0),
	},
	{
		name: 'Cancel a line',
		api: 'changeOrder',
		setUp: place,
		parameters: (name) => onOrder('cancelLines', name, { lines: { line: [{ primeLineNo: '1' }] } }),
		effects: (store, name) => is(Number(linesOf(store, name)[0]?.OrderedQty) === 0),
	},
	{
		name: 'Delete',
		api: 'deleteCustomer',
		setUp: placeCustomer,
		parameters: (name) => customer('delete', name),
		effects: (store, name) => is(customerOf(store, name) === undefined),
	},
	{
		name: 'Add note',
		api: 'changeOrder',
		setUp: place,
		parameters: (name) => onOrder('addNote', name, { noteText: 'Once' }),
		effects: (store, name) => {
			const key = store.order(name)?.OrderHeaderKey;
			return store.rows('Note').filter((row) => row.TableKey === key).length;
		},
	},
	{
		name: 'Adjust supply',
		api: 'adjustInventory',
		setUp: (store, name) =>
			void store.call('manageItem', {
				Item: [{ Action: 'Create', ItemID: name, UnitOfMeasure: 'EACH', OrganizationCode: 'AURORA' }],
			} as never),
		parameters: (name) => ({
			resource: 'inventory',
			operation: 'adjust',
			itemId: locate('id', name),
			unitOfMeasure: locate('code', 'EACH'),
			shipNode: locate('code', 'AUR_DC1'),
			quantity: 1,
		}),
		effects: (store, name) => {
			const supplies = store.rows('InventorySupply').filter(({ ItemID }) => ItemID === name);
			return supplies.reduce((sum, { Quantity }) => sum + Number(Quantity), 0);
		},
	},
];

const answered = (status: number, more: Partial<Fault> = {}): Fault => ({ kind: 'status', status, ...more });
const exit = JSON.stringify({ errors: [{ ErrorCode: 'EXTN9', ErrorDescription: 'The user exit failed' }] });
const FAULTS: ReadonlyArray<[name: string, fault: Fault]> = [
	['HTTP 503 after the work', answered(503, { retryAfter: 1, afterWork: true })],
	['HTTP 500 after the work', answered(500, { afterWork: true })],
	[
		'HTTP 500 with an error of Sterling, after the work',
		answered(500, { contentType: 'application/json', body: exit, afterWork: true }),
	],
	['connection cut after the work', { kind: 'drop', afterWork: true }],
	['HTTP 503 before the work', answered(503, { retryAfter: 1 })],
	['connection cut before the work', { kind: 'drop' }],
	['HTTP 429 before the work', answered(429, { retryAfter: 1 })],
	['lock error (YFC0009), once', { kind: 'lock' }],
];

export const WRITE_NAMES = WRITES.map(({ name }) => name);

/** Every write of the action node under every fault, held against the store. */
export async function runWrites(dataFormat: 'json' | 'xml'): Promise<MatrixRow[]> {
	const stage = await Stage.open();
	try {
		const rows: MatrixRow[] = [];
		for (const [name, fault] of FAULTS) {
			const row: MatrixRow = { name, said: [], broken: [] };
			for (const write of WRITES) await runCell(stage, row, write, fault, dataFormat);
			rows.push(row);
		}
		return rows;
	} finally {
		await stage.close();
	}
}

let count = 0;

async function runCell(
	{ sandbox }: Stage,
	row: MatrixRow,
	write: Write,
	fault: Fault,
	dataFormat: string,
): Promise<void> {
	const { store } = sandbox;
	const name = `W${++count}-${dataFormat}`;
	write.setUp?.(store, name);
	sandbox.faults.add({ ...fault, api: write.api });
	const finished = await runNode(sandbox, write.parameters(name), {
		credential: { dataFormat },
		node: { onError: 'continueRegularOutput' },
	});
	sandbox.faults.clear();
	const effects = write.effects(store, name);
	const [{ error, details }] = finished.json('Sterling') as Array<{ error?: string; details?: { category?: string } }>;
	const category = details?.category ?? error;
	const broken = [
		...(effects > 1 ? [`done ${effects} times`] : []),
		...(!error && effects === 0 ? ['said to be done, and is not'] : []),
		...(error && category !== 'uncertain' && effects > 0 ? [`said to have failed (${category}), and is done`] : []),
	];
	row.said.push(error ? `*${category}*` : 'done');
	row.broken.push(...broken.map((what) => `${write.name}: ${what}`));
}
