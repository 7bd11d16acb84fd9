import fc from 'fast-check';
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';

import { NODE_TYPE, oneNode } from '../../../../engine/oneNode';
import { runWorkflow } from '../../../../engine/workflow';
import { parameterReader } from '../../../../kit/n8n/parameterReader';

/** Each parameter as the reader gives it and as n8n does; `asked` are the parameters for which the reader asked n8n. */
interface Seen {
	read: unknown;
	resolved: unknown;
	asked: string[];
}

const text = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });

/** n8n drops parameters that are not described. */
const PROPERTIES: INodeProperties[] = [
	...Array.from({ length: 8 }, (_, i) => text(`text${i}`)),
	text('orderNo'),
	{
		displayName: 'Lines',
		name: 'lines',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [{ displayName: 'Line', name: 'line', values: ['itemId', 'quantity', 'note'].map(text) }],
	},
	{
		displayName: 'Order',
		name: 'order',
		type: 'resourceLocator',
		default: { mode: 'number', value: '' },
		modes: [{ displayName: 'By Number', name: 'number', type: 'string' }],
	},
];

/** What a node sees of its parameters, item by item. */
async function seenBy(parameters: INodeParameters, input: IDataObject[]): Promise<Seen[]> {
	const seen: Seen[] = [];
	const attempt = (work: () => unknown): unknown => {
		try {
			return work();
		} catch (error) {
			return `refused: ${(error as Error).message}`;
		}
	};
	const probe: INodeType = {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['output'],
			version: 1,
			description: 'Reads its parameters in two ways',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: PROPERTIES,
		},
		async execute(this: IExecuteFunctions) {
			const asked: string[] = [];
			const watched = Object.create(this, {
				getNodeParameter: {
					value: (name: string, ...more: [number, unknown]) => {
						asked.push(name);
						return this.getNodeParameter(name, ...more) as unknown;
					},
				},
			}) as IExecuteFunctions;
			const reader = parameterReader(watched);
			this.getInputData().forEach((_item, item) => {
				for (const name of Object.keys(parameters)) {
					asked.length = 0;
					const read = attempt(() => reader.read(name, item));
					const resolved = attempt(() => this.getNodeParameter(name, item, null) as unknown);
					seen.push({ read, resolved, asked: [...asked] });
				}
			});
			return await Promise.resolve([[]]);
		},
	};
	const { error } = await runWorkflow(oneNode(parameters, { credentials: {} }), {
		nodeTypes: { [NODE_TYPE]: probe },
		credentials: {},
		input,
	});
	if (error) throw error;
	return seen;
}

const FIELDS = [
	'no',
	'Order No',
	'lines',
	'sku',
	'length',
	'constructor',
	'arguments',
	'__proto__',
	'größe',
	'a.b',
	'0',
	'01',
];
const field = fc.constantFrom(...FIELDS);
const step = fc.oneof(
	field.map((name) => `.${name}`),
	field.map((name) => `["${name}"]`),
	field.map((name) => `['${name}']`),
	fc.constantFrom('[0]', '[1]', '[01]', '?.no', '.first()', '[no]', '.no.toString()'),
);
const expression = fc
	.record({
		before: fc.constantFrom('=', '=', '=', '= ', '=No. ', ''),
		root: fc.constantFrom('$json', '$json', '$json', '$json ', '$input.item.json', 'json'),
		way: fc.array(step, { maxLength: 3 }),
		after: fc.constantFrom('', '', '', ' ', ' + 1', '}} {{ $json.no'),
		end: fc.constantFrom('', '', '', ' ', '!'),
	})
	.map(({ before, root, way, after, end }) => `${before}{{ ${root}${way.join('')}${after} }}${end}`);

const { item } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom<unknown>('', '7', 'A-1', 0, -1.5, true, false, null, '={{ $json.no }}'),
		fc.array(tie('value'), { maxLength: 3 }),
		tie('item'),
	),
	item: fc.dictionary(field, tie('value'), { maxKeys: 5 }),
}));

test('gives what n8n gives, whatever an expression and the items are', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(expression, { minLength: 1, maxLength: 8 }),
			fc.array(item, { minLength: 1, maxLength: 3 }),
			async (expressions, items) => {
				const [first, ...others] = expressions;
				const parameters: INodeParameters = {
					...Object.fromEntries(expressions.map((text, i) => [`text${i}`, text])),
					lines: {
						line: [
							{ itemId: first, quantity: 2 },
							{ itemId: others[0] ?? 'MUG-BLUE', note: '' },
						],
					},
					order: { __rl: true, mode: 'number', value: first },
				};
				const seen = await seenBy(parameters, items as IDataObject[]);
				expect(seen).toHaveLength(items.length * Object.keys(parameters).length);
				for (const { read, resolved } of seen) expect(read).toEqual(resolved);
			},
		),
		{ numRuns: 60 },
	);
});

test('asks n8n for nothing that is just a field of the item', async () => {
	const parameters = {
		orderNo: '={{ $json.no }}',
		lines: { line: [{ itemId: "={{ $json['Item ID'] }}", quantity: '={{$json.lines[0].quantity}}', note: 'fragile' }] },
	};
	const items = [1, 2].map((no) => ({ no, 'Item ID': 'MUG-BLUE', lines: [{ quantity: '2' }] }));
	expect(await seenBy(parameters, items)).toMatchObject(
		[1, 2].flatMap((no) => [
			{ read: no, asked: [] },
			{ read: { line: [{ itemId: 'MUG-BLUE', quantity: '2', note: 'fragile' }] }, asked: [] },
		]),
	);
});

test.each([['={{ $json.no }}'], ['={{ $json.no + 1 }}'], ['={{ $json.none.deeper }}'], ['={{ $json.parts }}']])(
	'asks n8n where %s is more than a plain field, or not there',
	async (orderNo) => {
		const [{ read, resolved, asked }] = await seenBy({ orderNo }, [{ no: { of: 1 }, parts: ['A'] }]);
		expect(asked).toEqual(['orderNo']);
		expect(read).toEqual(resolved);
	},
);
