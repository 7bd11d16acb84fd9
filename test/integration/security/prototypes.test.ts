import type { INodeExecutionData, INodeParameters, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { X12 } from '../../../nodes/X12/X12.node';
import { everyOperation } from '../../support/canaries/fill';
import { PRODUCTS, type Product } from '../../support/canaries/products';
import { operationsOf, shownData } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';
import { runProduct } from '../../support/productRun';

/** Paths and names that lead to what all objects share. */
const PATHS = [
	'__proto__.polluted',
	'constructor.prototype.polluted',
	'Extn.__proto__.polluted',
	'__proto__',
	'a/__proto__',
];
/** The same in a document: `JSON.parse` makes a member `__proto__` of its own. */
const HOSTILE = JSON.parse(
	'{"__proto__":{"polluted":"1"},"constructor":{"prototype":{"polluted":"1"}},"Extn":{"__proto__":{"polluted":"1"}},' +
		'"a":[{"__proto__":{"polluted":"1"}}]}',
) as INodeExecutionData['json'];

const before = [Object.prototype, Array.prototype, Function.prototype, Map.prototype].map(
	(one) => [one, Reflect.ownKeys(one)] as const,
);

/** What must not have happened, whatever came of the run. */
function assertClean(what: string): void {
	const changed = before.filter(([one, keys]) => Reflect.ownKeys(one).length !== keys.length).map(([one]) => one);
	for (const one of changed) delete (one as { polluted?: unknown }).polluted;
	expect([what, changed.length]).toEqual([what, 0]);
}

/** A value of a parameter in which all names are hostile; undefined where it takes none. */
function hostileValue(property: INodeProperties, path: string): unknown {
	const { type, options = [], typeOptions } = property;
	if (type === 'resourceMapper') {
		const schema = [
			{ id: path, displayName: path, type: 'string', display: true, required: false, defaultMatch: false },
		];
		return { mappingMode: 'defineBelow', value: Object.fromEntries([[path, '1']]), matchingColumns: [], schema };
	}
	if (type === 'resourceLocator') {
		const mode = property.modes?.find((one) => one.type !== 'list')?.name ?? 'id';
		return { __rl: true, mode, value: path };
	}
	if (type === 'json') return JSON.stringify(HOSTILE);
	if (type === 'fixedCollection') {
		const [{ name, values }] = options as INodePropertyCollection[];
		const entry = Object.fromEntries(
			values.map((value) => [
				value.name,
				value.type === 'string' ? path : (hostileValue(value, path) ?? (value.type === 'number' ? 1 : value.default)),
			]),
		);
		return { [name]: typeOptions?.multipleValues ? [entry, entry] : entry };
	}
	if (type === 'collection') {
		const inner = (options as INodeProperties[]).map((one) => [one.name, hostileValue(one, path)] as const);
		const known = inner.filter(([, value]) => value !== undefined);
		return known.length > 0 ? Object.fromEntries(known) : undefined;
	}
	return undefined;
}

/** The parameters of an operation with one at a time replaced, and all texts at once. */
function* spoiled(
	properties: readonly INodeProperties[],
	parameters: INodeParameters,
): Generator<[string, INodeParameters]> {
	let turn = 0;
	for (const name of Object.keys(parameters)) {
		const property = properties.find((one) => one.name === name && hostileValue(one, PATHS[0]) !== undefined);
		if (property)
			yield [name, { ...parameters, [name]: hostileValue(property, PATHS[turn++ % PATHS.length]) as never }];
	}
	const texts = Object.entries(parameters).filter(([, value]) => typeof value === 'string');
	const typed = texts.filter(([name]) => properties.some((one) => one.name === name && one.type === 'string'));
	yield ['all texts', { ...parameters, ...Object.fromEntries(typed.map(([name]) => [name, PATHS[0]])) }];
	for (const inputMode of ['items', 'item', 'list', 'document']) {
		if ('inputMode' in parameters)
			yield [`inputMode ${inputMode}`, { ...parameters, inputMode, document: JSON.stringify(HOSTILE) }];
	}
}

/** 1 for a run; 0 where n8n itself refuses the parameters before it begins. */
async function begun(run: () => Promise<unknown>): Promise<0 | 1> {
	try {
		await run();
		return 1;
	} catch (error) {
		if ((error as Error).name === 'WorkflowHasIssuesError' || /has issues/.test((error as Error).message)) return 0;
		throw error;
	}
}

const input = [{ json: HOSTILE }];

describe.each(PRODUCTS.map((product) => [product.name, product] as const))('%s', (_name, product: Product) => {
	const opened = sceneFor(product, Object.keys(product.logins)[0]);

	it('no name of a column, a field or a document reaches what all objects share', async () => {
		const { action, credential } = product;
		const what = {
			name: 'Node',
			type: `n8n-nodes-ibm-sterling.${action.description.name}`,
			node: action,
			credentialType: credential.name,
		};
		const data = shownData(product, opened.scene.credential);
		let runs = 0;
		for (const operation of operationsOf(product)) {
			for (const [name, changed] of spoiled(action.description.properties, operation.parameters)) {
				runs += await begun(async () => await runProduct(what, data, changed, { input }));
				assertClean(`${operation.name}, ${name}`);
			}
		}
		expect(runs).toBeGreaterThan(operationsOf(product).length);
	}, 120_000);
});

test('X12 EDI: the same', async () => {
	const node = new X12();
	const what = { name: 'Node', type: 'n8n-nodes-ibm-sterling.x12', node, credentialType: 'none' };
	let runs = 0;
	for (const operation of everyOperation(node.description)) {
		for (const [name, changed] of spoiled(node.description.properties, operation.parameters)) {
			runs += await begun(async () => await runProduct(what, {}, changed, { input }));
			assertClean(`${operation.name}, ${name}`);
		}
	}
	expect(runs).toBeGreaterThan(3);
});

test('what would have happened is noticed', () => {
	(Object.prototype as { polluted?: string }).polluted = '1';
	expect(() => assertClean('this')).toThrow();
	assertClean('that');
});
