import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { ActiveWorkflow, type Polled } from '../../../../engine/poll';
import { SysproTrigger } from '../../../../nodes/Syspro/SysproTrigger.node';
import { dispatch, invoice, placeSalesOrder } from '../../../../sandbox/syspro';
import { sysproCredential, sysproForFile } from '../../../support/syspro/nodes';

const NOTHING = '={{ "" }}';
const TYPE = 'n8n-nodes-ibm-sterling.sysproTrigger';
/** One for all runs: making the description takes longer than most of them. */
const nodeTypes = { [TYPE]: new SysproTrigger() };
const bench = sysproForFile();

function active(parameters: INodeParameters = {}, cursors: 'legacy' | 'durable' = 'legacy'): ActiveWorkflow {
	const credentials = { sysproApi: { id: 'syspro', name: 'Sandbox' } };
	return new ActiveWorkflow(
		{
			nodes: [{ id: 't', name: 'Trigger', type: TYPE, typeVersion: 1, position: [0, 0], parameters, credentials }],
			connections: {},
		},
		{
			cursors,
			nodeTypes,
			credentials: { syspro: sysproCredential(bench.sandbox) },
		},
	);
}

/** What a poll passed on: what happened, and to which record. */
const emitted = ({ items, error }: Polled): string[] => {
	if (error) throw error;
	return (items ?? []).map(({ json }) => `${String(json.change)} ${String(json.id ?? json.documentId)}`);
};
const place = (quantity = '5', supplier = '0000200') => {
	const { company } = bench.sandbox;
	const number = company.placePurchaseOrder(supplier, [{ stockCode: '02', quantity, price: '1' }]);
	company.printPurchaseOrder(number);
	return number;
};

describe.each(['legacy', 'durable'] as const)('with %s cursors', (cursors) => {
	it('passes on orders that are printed, once, and again when they change; a restart changes nothing', async () => {
		const workflow = active({}, cursors);
		expect(await workflow.activate()).toMatchObject({ items: null });
		const [one, two] = [place(), place()];
		expect(emitted(await workflow.poll())).toEqual([`new ${one}`, `new ${two}`]);
		expect(emitted(await workflow.poll())).toEqual([]);
		bench.sandbox.company.changePurchaseLine(one, '1', { MOrderQty: '6' });
		bench.sandbox.company.printPurchaseOrder(one);
		workflow.restart();
		expect(emitted(await workflow.poll())).toEqual([`changed ${one}`]);
		expect(emitted(await workflow.poll())).toEqual([]);
		expect(bench.sandbox.sessions.seats).toBe(0);
	});
});

it('waits for the status that is chosen, and passes on new ones only where told so', async () => {
	const workflow = active({ startOn: 'new' });
	await workflow.activate();
	const { company } = bench.sandbox;
	const number = company.placePurchaseOrder('0000200', [{ stockCode: '02', quantity: '5' }]);
	expect(emitted(await workflow.poll())).toEqual([]);
	company.printPurchaseOrder(number);
	expect(emitted(await workflow.poll())).toEqual([`new ${number}`]);
	company.changePurchaseLine(number, '1', { MOrderQty: '6' });
	company.printPurchaseOrder(number);
	expect(emitted(await workflow.poll())).toEqual([]);
});

it('returns X12 documents, of the supplier that is chosen', async () => {
	const currencyTable = { row: [{ code: 'USD', name: '$' }] };
	const workflow = active({
		output: 'x12',
		x12: { currencyTable },
		options: { supplier: { __rl: true, mode: 'code', value: '0000100' } },
	});
	await workflow.activate();
	place();
	const number = place('7', '0000100');
	const { items } = await workflow.poll();
	expect(items?.map(({ json }) => json)).toMatchObject([
		{
			change: 'new',
			documentId: `purchaseOrder:${number}`,
			partner: { ediCode: 'ACME' },
			document: { type: 'purchaseOrder', lines: [{ quantity: '7' }] },
		},
	]);
});

it.each([
	[
		'invoice',
		() => {
			const order = placeSalesOrder(bench.sandbox.company, '0001000', [{ stockCode: '02', quantity: '1' }]);
			invoice(bench.sandbox.company, order);
		},
		/^new 0001000\/\d+\/I$/,
	],
	[
		'dispatchNote',
		() => {
			const order = placeSalesOrder(bench.sandbox.company, '0001000', [{ stockCode: '02', quantity: '1' }]);
			dispatch(bench.sandbox.company, order);
		},
		/^new \d+$/,
	],
	[
		'supplier',
		() => {
			Object.assign(bench.sandbox.company.database.find('ApSupplier', { Supplier: '0000300' }) ?? {}, {
				EdiReceiverCode: 'MUELLER',
			});
		},
		/^changed 0000300$/,
	],
	[
		'customer',
		() => {
			bench.sandbox.company.database.insert('ArCustomer', { Customer: '0009000', Name: 'New one' });
		},
		/^new 0009000$/,
	],
])('%s', async (event, happens, expected) => {
	const workflow = active({ event });
	await workflow.activate();
	happens();
	const found = emitted(await workflow.poll());
	expect(found).toEqual([expect.stringMatching(expected)]);
	expect(emitted(await workflow.poll())).toEqual([]);
});

it.each<[string, object]>([
	['Supplier', { supplier: locate('code', NOTHING) }],
	['Customer', { customer: locate('code', NOTHING) }],
	['Start Date', { startDate: NOTHING, startWith: 'existing' }],
])('starts on nothing where the expression of %s returns nothing', async (label, options) => {
	const message = `Options → ${label} is empty: its expression returns nothing`;
	const hint = expect.stringMatching(/set When a Filter Is Empty under Options\.$/) as string;
	await expect(active({ options: { ...options } }).activate()).rejects.toMatchObject({ message, description: hint });
	expect(bench.sandbox.log.list()).toEqual([]);
	await active({ options: { ...options, emptyFilters: 'ignore' } }).activate();
	expect(bench.sandbox.log.list()).not.toEqual([]);
});
