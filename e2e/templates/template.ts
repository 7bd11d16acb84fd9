import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credential, StoredWorkflow, WorkflowJson, WorkflowNode } from '../lib/apiTypes';
import { CREDENTIAL_TYPE, NODE_TYPE, TRIGGER_TYPE } from '../lib/connection';
import { ROOT } from '../lib/paths';
import { MQ_CREDENTIAL } from '../lib/queueManager';
import type { Stage } from '../lib/stage';

const INVENTORY_TYPE = 'n8n-nodes-ibm-sterling.ibmInventory';
const FOLDER = join(ROOT, 'templates');

/** Names of all templates, without `.json`. */
export function templateNames(): string[] {
	return readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.slice(0, -5))
		.sort();
}

/** A template as it is in its file. */
export function readTemplate(name: string): WorkflowJson {
	return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as WorkflowJson;
}

/** What a user fills in after the import. */
interface FillIn {
	/** Another name for the workflow. */
	name?: string;
	/** Values of the fields of the node "Settings". A list or an object is written as its JSON. */
	settings?: Record<string, unknown>;
	/** Credentials besides Sterling's: each node gets the one of the type that it asks for. */
	credentials?: Credential[];
	/** Parameters of other nodes by node name, merged at the top; for what a test cannot wait for. */
	parameters?: Record<string, Record<string, unknown>>;
	/** n8n keeps the executions that succeed, which a template with a webhook switches off. */
	keepsExecutions?: boolean;
}

interface Assignment {
	name: string;
	value: unknown;
}

/** The credential type that a node of a template asks for, or undefined when it needs none. */
function credentialTypeOf({ type, parameters }: WorkflowNode): string | undefined {
	const { authentication, genericAuthType, nodeCredentialType } = parameters as Record<string, string | undefined>;
	switch (type) {
		case NODE_TYPE:
		case TRIGGER_TYPE:
			return CREDENTIAL_TYPE;
		case INVENTORY_TYPE:
		case `${INVENTORY_TYPE}Trigger`:
			return 'ibmInventoryApi';
		case 'n8n-nodes-ibm-sterling.ibmMq':
		case 'n8n-nodes-ibm-sterling.ibmMqTrigger':
			return MQ_CREDENTIAL;
		case 'n8n-nodes-ibm-sterling.syspro':
			return 'sysproApi';
		case 'n8n-nodes-ibm-sterling.ibmB2bIntegrator':
			return 'ibmB2bIntegratorApi';
		case 'n8n-nodes-base.httpRequest':
			if (authentication === undefined || authentication === 'none') return undefined;
			return authentication === 'genericCredentialType' ? genericAuthType : nodeCredentialType;
		case 'n8n-nodes-base.webhook':
			return authentication === 'headerAuth' ? 'httpHeaderAuth' : undefined;
		case 'n8n-nodes-base.postgres':
			return 'postgres';
		case 'n8n-nodes-base.emailSend':
			return 'smtp';
		default:
			return undefined;
	}
}

function withCredential(node: WorkflowNode, credentials: Credential[]): WorkflowNode {
	const type = credentialTypeOf(node);
	if (!type) return node;
	const credential = credentials.find((each) => each.type === type);
	if (!credential) throw new Error(`"${node.name}" asks for a credential of type ${type}, which was not given`);
	return { ...node, credentials: { [type]: { id: credential.id, name: credential.name } } };
}

function withSettings(node: WorkflowNode, settings: Record<string, unknown>): WorkflowNode {
	const { assignments } = (node.parameters.assignments ?? { assignments: [] }) as { assignments: Assignment[] };
	const unknown = Object.keys(settings).filter((name) => !assignments.some((each) => each.name === name));
	if (unknown.length) throw new Error(`"Settings" has no ${unknown.join(', ')}`);
	const filled = assignments.map((each) => {
		const value = settings[each.name];
		if (value === undefined) return each;
		return { ...each, value: typeof value === 'object' ? JSON.stringify(value) : value };
	});
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: filled } } };
}

/** Imports a template as it is and fills in what a user would. */
export async function importTemplate(
	stage: Pick<Stage, 'api' | 'credential'>,
	name: string,
	fill: FillIn = {},
): Promise<StoredWorkflow> {
	const template = readTemplate(name);
	const { settings = {}, parameters = {} } = fill;
	const credentials = [stage.credential, ...(fill.credentials ?? [])];
	const strangers = [...Object.keys(parameters), ...(fill.settings ? ['Settings'] : [])].filter(
		(wanted) => !template.nodes.some((node) => node.name === wanted),
	);
	if (strangers.length) throw new Error(`${name} has no node ${strangers.join(', ')}`);
	const nodes = template.nodes.map((node) => {
		const filled = node.name === 'Settings' ? withSettings(node, settings) : node;
		const changed = { ...filled, parameters: { ...filled.parameters, ...parameters[node.name] } };
		return withCredential(changed, credentials);
	});
	const kept = fill.keepsExecutions ? { saveDataSuccessExecution: 'all' } : {};
	return await stage.api.createWorkflow({
		...template,
		name: fill.name ?? template.name,
		nodes,
		settings: { ...template.settings, ...kept },
	});
}
