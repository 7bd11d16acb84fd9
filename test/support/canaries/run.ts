import { NodeHelpers, type ICredentialDataDecryptedObject, type INodeParameters, type INodeType } from 'n8n-workflow';

import { ActiveWorkflow } from '../../../engine/poll';
import type { Finished } from '../../../engine/workflow';
import { runProduct, type ProductRunOptions } from '../productRun';
import { assertLogClean, assertNoSecrets, watching } from '../watch';
import { everyOperation, type Filled } from './fill';
import type { Product, Scene } from './products';

/** Credential data as n8n hands it to a node: without the values of fields that are not shown. */
export function shownData(
	{ credential: { properties } }: Product,
	data: ICredentialDataDecryptedObject,
): ICredentialDataDecryptedObject {
	const isShown = (name: string) =>
		properties.some((field) => field.name === name && NodeHelpers.displayParameter(data as never, field, null, null));
	return Object.fromEntries(Object.entries(data).filter(([name]) => isShown(name)));
}

const known = new Map<Product, Filled[]>();

/** The operations of a product, with parameters that reach the system. */
export function operationsOf(product: Product): Filled[] {
	const { action, parameters = {}, usual = {} } = product;
	const operations =
		known.get(product) ??
		everyOperation(action.description).map((operation) => {
			const common = Object.entries(usual).filter(([name]) => name in operation.parameters);
			const own = { ...Object.fromEntries(common), ...parameters[operation.name] };
			return { name: operation.name, parameters: { ...operation.parameters, ...own } };
		});
	known.set(product, operations);
	return operations;
}

/** Parameters of a read that reaches the system. */
export const readOf = (product: Product): INodeParameters =>
	operationsOf(product).find(({ name }) => /:(getMany|browse|getNode)$/.test(name))!.parameters;

/** Runs the action node of a product; fails when the run, the console or the sandbox's log shows a secret. */
export async function runAction(
	product: Product,
	{ credential, log }: Scene,
	parameters: INodeParameters,
	{ changes = {}, ...options }: { changes?: object } & Pick<ProductRunOptions, 'input' | 'node'> = {},
): Promise<Finished> {
	const { action } = product;
	const type = `n8n-nodes-ibm-sterling.${action.description.name}`;
	const what = { name: 'Node', type, node: action, credentialType: product.credential.name };
	const data = shownData(product, { ...credential, ...changes });
	const finished = await runProduct(what, data, parameters, options);
	assertLogClean(log);
	return finished;
}

type Method = (this: unknown, ...given: unknown[]) => Promise<unknown>;

/** Of so many lists one is asked, where a part of them is enough. */
const PART_OF_LISTS = 5;

/**
 * What the lists of the editor and the connection test of a node return or throw, by their names. `part` leaves all but one
 * of five lists out, others by each number: login and connection fail in the same code for all of them.
 */
export async function askEditor(
	product: Product,
	{ methods = {}, description }: INodeType,
	credential: ICredentialDataDecryptedObject,
	{ helpers = {}, part }: { helpers?: object; part?: number } = {},
): Promise<Record<string, unknown>> {
	const data = shownData(product, credential);
	const context = {
		getCredentials: async () => await Promise.resolve(data),
		getCurrentNodeParameter: () => undefined,
		getNodeParameter: (_name: string, fallback: unknown) => fallback,
		getNode: () => ({ id: '1', name: 'Node', type: description.name, typeVersion: 1, parameters: {} }),
		helpers,
	};
	const outcome: Record<string, unknown> = {};
	for (const [kind, named] of Object.entries(methods)) {
		const all = Object.entries(named as Record<string, Method>);
		// Of few lists one is left, whatever the part.
		const every = kind === 'credentialTest' || part === undefined ? 1 : Math.min(PART_OF_LISTS, all.length);
		for (const [i, [name, method]] of all.entries()) {
			if ((i + (part ?? 0)) % every > 0) continue;
			// The OMS node tests the credential of MQ, too, with that one's own method.
			const isOwn =
				kind !== 'credentialTest' ||
				description.credentials?.some(
					({ name: type, testedBy }) => type === product.credential.name && testedBy === name,
				);
			if (!isOwn) continue;
			const given = kind === 'credentialTest' ? [{ id: '1', name: 'C', type: product.credential.name, data }] : ['x'];
			outcome[name] = await watching(async () => await method.call(context, ...given)).catch((error: unknown) => error);
		}
	}
	assertNoSecrets(outcome, 'The editor');
	return outcome;
}

/** The workflow of a trigger that polls, not activated yet. */
export function polling(product: Product, { credential }: Scene): ActiveWorkflow {
	const type = `n8n-nodes-ibm-sterling.${product.trigger.description.name}`;
	const credentials = { [product.credential.name]: { id: 'c', name: 'Sandbox' } };
	const parameters = product.listens;
	const node = { id: 't', name: 'Trigger', type, typeVersion: 1, position: [0, 0] as [number, number] };
	return new ActiveWorkflow(
		{ nodes: [{ ...node, parameters, credentials }], connections: {} },
		{
			cursors: 'legacy',
			nodeTypes: { [type]: product.trigger },
			credentials: { c: shownData(product, credential) },
		},
	);
}
