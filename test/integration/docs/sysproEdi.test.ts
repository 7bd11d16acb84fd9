import type { INode } from 'n8n-workflow';

import { runWorkflow, type WorkflowFile } from '../../../engine/workflow';
import { closeAllPools } from '../../../kit/http/pools';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { X12 } from '../../../nodes/X12/X12.node';
import { b2biCredential, b2biForFile } from '../../support/b2bi/nodes';
import { examplesOf, parametersOf } from '../../support/pages';
import { sysproCredential, sysproForFile } from '../../support/syspro/nodes';

const b2b = b2biForFile({ withoutMessages: true });
const syspro = sysproForFile();
const examples = examplesOf('syspro-edi.md');

/** What the editor calls the nodes of the page. */
const NAMES: Record<string, { name: string; credential?: string }> = {
	syspro: { name: 'SYSPRO', credential: 'sysproApi' },
	x12: { name: 'X12 EDI' },
	ibmB2bIntegrator: { name: 'IBM Sterling B2B Integrator', credential: 'ibmB2bIntegratorApi' },
};

/** The workflow that the steps of the page make. */
function workflow(): WorkflowFile {
	const nodes = examples.map((example, i): INode => {
		const { name, credential } = NAMES[example.node];
		return {
			id: String(i),
			name,
			type: `n8n-nodes-ibm-sterling.${example.node}`,
			typeVersion: 1,
			position: [0, 0],
			parameters: parametersOf(example),
			...(credential ? { credentials: { [credential]: { id: example.node, name } } } : {}),
		};
	});
	const manual = { ...nodes[0], id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const all: INode[] = [manual, ...nodes];
	const connections = Object.fromEntries(
		all.slice(0, -1).map(({ name }, i) => [name, { main: [[{ node: all[i + 1].name, type: 'main', index: 0 }]] }]),
	);
	return { name: 'The first 850', nodes: all, connections } as WorkflowFile;
}

const namesIn = (path: string) => {
	const { store } = b2b.sandbox;
	const mailbox = [...store.mailboxes.values()].find((each) => each.path === path);
	return [...store.messages.values()].filter(({ mailboxId }) => mailboxId === mailbox?.id).map(({ name }) => name);
};

test('the first 850, as the page tells it: in the mailbox once in two runs, and acknowledged', async () => {
	expect(examples).toHaveLength(3);
	for (let time = 1; time <= 2; time++) {
		const { error } = await runWorkflow(workflow(), {
			nodeTypes: {
				'n8n-nodes-ibm-sterling.syspro': new Syspro(),
				'n8n-nodes-ibm-sterling.x12': new X12(),
				'n8n-nodes-ibm-sterling.ibmB2bIntegrator': new IbmB2bIntegrator(),
			},
			credentials: {
				ibmB2bIntegrator: b2biCredential(b2b.sandbox),
				syspro: sysproCredential(syspro.sandbox),
			},
		});
		if (error) throw error;
		b2b.sandbox.clock.advance(60_000);
		b2b.sandbox.settle();
		const orders = ['850_000000000000001.edi', '850_000000000000002.edi'];
		for (const path of ['/ACME', '/NORTHWIND/Inbox']) expect(namesIn(path).sort()).toEqual(orders);
		const back = ['855', '997'].flatMap((set) => orders.map((name) => `${set}_${name}`));
		expect(namesIn('/ACME/Inbox').sort()).toEqual(back);
	}
	await closeAllPools();
});
