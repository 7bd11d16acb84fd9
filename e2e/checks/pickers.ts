import assert from 'node:assert/strict';
import type { DynamicRequest } from '../lib/apiTypes';
import type { Check, Scene } from '../lib/checks';
import { CREDENTIAL_TYPE, credentialData, NODE_TYPE } from '../lib/connection';

/** The sandbox's demo data holds nothing for these. */
const MAY_BE_EMPTY = new Set(['searchReturns', 'searchReturnLines', 'searchContainers']);

interface Picker {
	method: string;
	parameter: string;
	kind: 'options' | 'locator' | 'mapper';
	/** Values of other parameters with which the editor shows this one. */
	shownWith: Record<string, unknown>;
}

type Properties = Array<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The first value of each condition under which a property is shown, as the editor would send them. */
function conditionsOf(property: Record<string, unknown>): Record<string, unknown> {
	const { show = {} } = (property.displayOptions ?? {}) as { show?: Record<string, unknown[]> };
	const plain = Object.entries(show).filter(([name]) => !name.startsWith('@') && !name.includes('.'));
	return Object.fromEntries(plain.map(([name, values]) => [name.replace('/', ''), values[0]]));
}

/** Every method that a parameter of the node names, with the first parameter that names it. */
function pickersOf(properties: Properties): Picker[] {
	const found = new Map<string, Picker>();
	for (const property of properties) {
		const shownWith = conditionsOf(property);
		const visit = (value: unknown, parameter: string): void => {
			if (!isObject(value)) return;
			const isProperty = typeof value.name === 'string' && 'type' in value && 'default' in value;
			const name = isProperty ? String(value.name) : parameter;
			const note = (method: unknown, kind: Picker['kind']) => {
				if (typeof method !== 'string' || found.has(method)) return;
				found.set(method, { method, parameter: name, kind, shownWith });
			};
			note(value.loadOptionsMethod, 'options');
			note(value.searchListMethod, 'locator');
			note(value.resourceMapperMethod, 'mapper');
			for (const entry of Object.values(value)) visit(entry, name);
		};
		visit(property, '');
	}
	return [...found.values()];
}

const request = (
	{ credential }: Scene,
	parameter: string,
	methodName: string,
	parameters: Record<string, unknown>,
): DynamicRequest => ({
	type: NODE_TYPE,
	version: 1,
	path: `parameters.${parameter}`,
	methodName,
	parameters,
	credential,
});

async function sizeOf(scene: Scene, { kind, parameter, method, shownWith }: Picker): Promise<number> {
	const wanted = request(scene, parameter, method, shownWith);
	if (kind === 'options') return (await scene.api.options(wanted)).length;
	if (kind === 'locator') return (await scene.api.locatorResults(wanted)).results.length;
	return (await scene.api.mapperFields(wanted)).fields.length;
}

const allLoad: Check = {
	name: 'every drop-down, picker and mapper loads',
	async run(scene) {
		const description = (await scene.api.nodeTypes()).find(({ name }) => name === NODE_TYPE);
		const pickers = pickersOf(description?.properties ?? []);
		assert.ok(pickers.length > 0, 'the node has no pickers');
		const sizes: string[] = [];
		const wrong: string[] = [];
		for (const picker of pickers) {
			try {
				const size = await sizeOf(scene, picker);
				sizes.push(`${picker.method} ${size}`);
				if (size === 0 && !MAY_BE_EMPTY.has(picker.method)) wrong.push(`${picker.method} is empty`);
			} catch (error) {
				wrong.push(`${picker.method}: ${(error as Error).message}`);
			}
		}
		assert.deepEqual(wrong, []);
		return sizes.join(', ');
	},
};

const GET_ORDER = { resource: 'order', operation: 'get', order: { __rl: true, mode: 'list', value: '' } };

const searches: Check = {
	name: 'the order picker searches by number',
	async run(scene) {
		const { results } = await scene.api.locatorResults({
			...request(scene, 'order', 'searchOrders', GET_ORDER),
			filter: 'AUR-1001',
		});
		assert.equal(results.length, 1);
		assert.match(results[0]!.name, /AUR-1001/);
		return results[0]!.name;
	},
};

const explains: Check = {
	name: 'a picker that cannot load says why',
	async run(scene) {
		const data = credentialData(scene.sandbox, { password: 'not-the-password' });
		const credential = await scene.api.createCredential('Wrong password', CREDENTIAL_TYPE, data);
		const wanted = { ...request(scene, 'enterpriseCode', 'searchEnterprises', GET_ORDER), credential };
		const message = await scene.api.locatorResults(wanted).then(
			() => assert.fail('the list loaded with a wrong password'),
			(error: Error) => error.message,
		);
		assert.match(message, /login|password/i);
		return message;
	},
};

export const pickers = [allLoad, searches, explains];
