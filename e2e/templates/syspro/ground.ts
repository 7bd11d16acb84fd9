import { setTimeout as delay } from 'node:timers/promises';
import { startB2bi, type B2biSandbox } from '../../../sandbox/b2bi';
import { startSyspro, type SysproSandbox } from '../../../sandbox/syspro';
import type { StoredWorkflow } from '../../lib/apiTypes';
import type { Mail } from '../../standIns/smtp';
import { openMailBox } from '../mail';
import { runByHand } from '../runByHand';
import type { TemplateCheck, TemplateScene } from '../scene';
import { importTemplate } from '../template';
import { type Ledger, LEDGERS, type LedgerKind } from './ledger';

/** The units and currencies of the company, as a user fills them in. */
const TABLES = {
	unitTable: { row: [{ code: 'MR', name: 'M' }] },
	currencyTable: { row: [{ code: 'USD', name: '$' }] },
};
const INCOMING = { unitTable: TABLES.unitTable };
const OUTGOING = { onlyEdi: true, onProblems: 'report', ...TABLES };
/** The nodes whose X12 Options a user fills in. */
const OPTIONS: Record<string, Record<string, Record<string, unknown>>> = {
	'syspro-purchase-orders-to-edi': { 'Purchase orders': { x12: OUTGOING } },
	'syspro-invoices-to-edi': { Invoices: { x12: OUTGOING } },
	'syspro-dispatches-to-edi': { 'Dispatch notes': { x12: OUTGOING } },
	'syspro-edi-inbox': Object.fromEntries(
		['Compare with SYSPRO', 'Create the sales order', 'Check the receipt', 'Book the receipt', 'Change the order'].map(
			(node) => [node, { x12: INCOMING }],
		),
	),
};

/** A SYSPRO company, its B2B Integrator, a mail server and a ledger. */
export interface Ground {
	syspro: SysproSandbox;
	b2b: B2biSandbox;
	ledger: Ledger;
	mails: Mail[];
	/** Imports a template and fills it in. */
	bring: (name: string, settings?: Record<string, unknown>) => Promise<StoredWorkflow>;
	/** Runs a workflow to its end and lets routing and the partner do their work. */
	run: (workflow: StoredWorkflow) => Promise<void>;
	/** Names of the messages in a mailbox, sorted. */
	names: (path: string) => string[];
}

/** The trigger of a template that runs by the clock. */
export const triggerOf = ({ nodes }: StoredWorkflow): string =>
	nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger')!.name;

async function openGround(scene: TemplateScene, kind: LedgerKind, [syspro, b2b]: [SysproSandbox, B2biSandbox]) {
	const { api } = scene;
	const [{ operator, password }] = syspro.operators;
	const [{ userId, password: secret }] = b2b.users;
	const mailBox = await openMailBox(scene);
	const ledger = await LEDGERS[kind](scene);
	const credentials = [
		await api.createCredential('SYSPRO', 'sysproApi', {
			services: 'both',
			company: syspro.companyId,
			enetUrl: syspro.enetUrl,
			operator,
			operatorPassword: password,
			companyPassword: syspro.companyPassword,
			odataUrl: syspro.odataUrl,
			odataOperator: operator,
			odataPassword: password,
			caCertificate: syspro.ca,
		}),
		await api.createCredential('B2B Integrator', 'ibmB2bIntegratorApi', {
			baseUrl: b2b.url,
			authentication: 'basic',
			userId,
			password: secret,
			caCertificate: b2b.ca,
		}),
		mailBox.login,
		...ledger.credentials,
	];
	const ground: Ground = {
		syspro,
		b2b,
		ledger,
		mails: mailBox.mails,
		bring: async (name, settings = {}) => {
			const isKept = name !== 'syspro-partners';
			const where = isKept ? ledger.templateOf(name) : name;
			const filled = { ...settings, ...(isKept ? { ledger: ledger.setting } : {}) };
			return await importTemplate(scene, where, { settings: filled, credentials, parameters: OPTIONS[name] });
		},
		run: async (workflow) => {
			await runByHand(scene, workflow, triggerOf(workflow));
			b2b.clock.advance(60_000);
			b2b.settle();
		},
		names: (path) => {
			const mailbox = [...b2b.store.mailboxes.values()].find((each) => each.path === path);
			const all = [...b2b.store.messages.values()].filter(({ mailboxId }) => mailboxId === mailbox?.id);
			return all.map(({ name }) => name).sort();
		},
	};
	return { ground, close: mailBox.close };
}

/** A check on a ground of its own, with the ledger in one kind of table. */
export const onGround = (
	name: string,
	kind: LedgerKind,
	work: (ground: Ground, scene: TemplateScene) => Promise<string>,
): TemplateCheck => ({
	name: `${name}, ledger in ${kind}`,
	async run(scene) {
		const systems: [SysproSandbox, B2biSandbox] = [await startSyspro(), await startB2bi({ withoutMessages: true })];
		const { ground, close } = await openGround(scene, kind, systems);
		try {
			return await work(ground, scene);
		} finally {
			await close();
			for (const system of systems) await system.close();
		}
	},
});

/** Looks often, for what lasts only a moment. */
export async function soon(isThere: () => boolean, what: string, timeout = 60_000): Promise<void> {
	for (const end = Date.now() + timeout; !isThere(); await delay(5)) {
		if (Date.now() > end) throw new Error(`${what} did not come`);
	}
}
