import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import type { INode } from 'n8n-workflow';

import type { SysproRecord } from '../../../clients/syspro';
import { runWorkflow, type Finished, type WorkflowFile } from '../../../engine/workflow';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { X12 } from '../../../nodes/X12/X12.node';
import { Crashes } from '../../support/base/crashes';
import { DataTable } from '../../support/base/dataTable';
import { baseNodes, type Mail } from '../../support/base/nodes';
import { b2biCredential, b2biForFile } from '../../support/b2bi/nodes';
import { line, purchaseOrder } from '../../unit/nodes/syspro/edi/records';

jest.setTimeout(180_000);

/** The company in memory: what is tested here is the flow between the steps. */
const mockCompany: { orders: SysproRecord<'purchaseOrder'>[] } = { orders: [] };
jest.mock('../../../clients/syspro', () => ({
	SysproClient: class {
		inOneSession = async (work: () => Promise<unknown>) => await work();
		async *list(kind: string) {
			if (kind === 'purchaseOrder') yield { records: mockCompany.orders, way: 'odata' };
		}
		async read(_kind: string, key: string) {
			const found = mockCompany.orders.find(({ id }) => Number(id) === Number(key));
			if (!found) throw new Error(`No order ${key}`);
			return found;
		}
	},
}));

const bench = b2biForFile({ withoutMessages: true });

/** A template as a user fills it in. */
function template(name: string, settings: Record<string, unknown>): WorkflowFile {
	const path = join(resolve(__dirname, '../../..'), 'templates', `${name}.json`);
	const file = JSON.parse(readFileSync(path, 'utf8')) as WorkflowFile;
	for (const node of file.nodes) {
		if (node.name === 'Settings') fill(node, settings);
		if (node.type.endsWith('.syspro')) node.credentials = { sysproApi: { id: 'syspro', name: 'SYSPRO' } };
		if (node.type.endsWith('.ibmB2bIntegrator')) {
			node.credentials = { ibmB2bIntegratorApi: { id: 'b2bi', name: 'B2B Integrator' } };
		}
	}
	const nodes = file.nodes
		.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
		.map((node) =>
			// The engine starts by hand.
			node.type === 'n8n-nodes-base.scheduleTrigger'
				? { ...node, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }
				: node,
		);
	return { ...file, nodes };
}

function fill(node: INode, settings: Record<string, unknown>): void {
	const { assignments } = (node.parameters as { assignments: { assignments: Array<{ name: string; value: unknown }> } })
		.assignments;
	for (const each of assignments) if (each.name in settings) each.value = settings[each.name];
}

/** One company with its ledger and the mailboxes, and the workflows over them. */
function scene() {
	const { sandbox } = bench;
	const table = new DataTable();
	const mails: Mail[] = [];
	const crashes = new Crashes();
	crashes.over(table);
	sandbox.store.messages.clear();
	Object.assign(sandbox.behaviour.partner, { verdict: 'accept', rejectedOrders: [] });
	const nodeTypes = crashes.around({
		...baseNodes(table, mails),
		'n8n-nodes-ibm-sterling.syspro': new Syspro(),
		'n8n-nodes-ibm-sterling.x12': new X12(),
		'n8n-nodes-ibm-sterling.ibmB2bIntegrator': new IbmB2bIntegrator(),
	});
	const credentials = { b2bi: b2biCredential(sandbox), syspro: { enetUrl: 'http://127.0.0.1', maxInFlight: 4 } };
	const files = {
		out: template('syspro-purchase-orders-to-edi', { ledger: '1' }),
		in: template('syspro-edi-inbox', { ledger: '1' }),
	};
	return {
		table,
		mails,
		crashes,
		async run(which: keyof typeof files): Promise<Finished> {
			const finished = await runWorkflow(files[which], { nodeTypes, credentials });
			sandbox.clock.advance(30_000);
			sandbox.settle();
			return finished;
		},
		/** Names of the messages of a mailbox. */
		mailbox: (path: string) => {
			const mailbox = [...sandbox.store.mailboxes.values()].find((each) => each.path === path);
			return [...sandbox.store.messages.values()].filter(({ mailboxId }) => mailboxId === mailbox?.id);
		},
		contentOf: (message: Parameters<typeof sandbox.store.contentOf>[0]) => sandbox.store.contentOf(message).toString(),
	};
}

const order = (number: string) => {
	const record = purchaseOrder([line('1'), line('2')], { purchaseOrder: number });
	return { ...record, id: number };
};

async function isQuiet(world: ReturnType<typeof scene>): Promise<void> {
	for (const which of ['out', 'in', 'out', 'in'] as const) {
		world.crashes.plan(undefined);
		const { error } = await world.run(which);
		if (error) throw error;
	}
}

beforeEach(() => {
	mockCompany.orders = ['000000000004711', '000000000004712', '000000000004713'].map(order);
});

test('three orders go out, and their acknowledgements and responses come back', async () => {
	const world = scene();
	bench.sandbox.behaviour.partner.rejectedOrders = ['000000000004713'];
	await isQuiet(world);
	expect(world.table.rows.map(({ number, state, response }) => [number, state, response])).toEqual([
		['000000000004711', 'acknowledged', 'accepted'],
		['000000000004712', 'acknowledged', 'accepted'],
		['000000000004713', 'acknowledged', 'rejected'],
	]);
	expect(world.mails).toEqual([]);
	const before = JSON.stringify(world.table.rows);
	await isQuiet(world);
	expect(JSON.stringify(world.table.rows)).toBe(before);
});

test('whatever step is cut off, each order is exactly one 850, and each acknowledgement is matched', async () => {
	const moments = fc.array(fc.tuple(fc.constantFrom('out' as const, 'in' as const), fc.nat({ max: 60 })), {
		maxLength: 6,
	});
	await fc.assert(
		fc.asyncProperty(moments, async (kills) => {
			const world = scene();
			for (const [which, at] of kills) {
				world.crashes.plan(at);
				await world.run(which);
			}
			await isQuiet(world);
			for (const path of ['/ACME', '/NORTHWIND/Inbox']) {
				const messages = world.mailbox(path).filter(({ name }) => name.startsWith('850_'));
				expect(messages.map(({ name }) => name).sort()).toEqual(
					mockCompany.orders.map(({ id }) => `850_${id}.edi`).sort(),
				);
			}
			expect(world.table.rows).toHaveLength(mockCompany.orders.length);
			for (const row of world.table.rows) {
				expect(row).toMatchObject({ state: 'acknowledged', acknowledgement: 'accepted', response: 'accepted' });
				const message = world.mailbox('/ACME').find(({ name }) => name === row.messageName)!;
				expect(String(message.id)).toBe(row.messageId);
				expect(world.contentOf(message)).toContain(`GE*1*${String(row.groupControlNumber)}~`);
				expect(world.contentOf(message)).toContain(`*${String(row.number)}*`);
			}
		}),
		{ numRuns: 12 },
	);
});
