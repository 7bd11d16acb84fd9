import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

import type { DataTable } from './dataTable';

/**
 * n8n's own nodes, as far as the templates use them: the headless engine has no others than ours. Expressions, conditions
 * and pairing are n8n-core's; what a node does with them is a few lines. Real n8n runs the same templates in `e2e/`.
 */
type Work = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]> | INodeExecutionData[][];

/** Parameters that are taken as they are: n8n drops those that a node does not describe. */
const plain = (...names: string[]): INodeProperties[] =>
	names.map((name) => ({ displayName: name, name, type: 'json', default: '' }));

const node = (name: string, outputs: number, work: Work, properties: INodeProperties[] = []): INodeType => ({
	description: {
		displayName: name,
		name,
		group: ['transform'],
		version: [1, 1.1, 1.2, 2, 2.1, 2.2, 3, 3.2, 3.4],
		description: name,
		defaults: { name },
		inputs: [NodeConnectionTypes.Main],
		outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main),
		properties,
	},
	async execute() {
		return await work(this);
	},
});

const filterProperty: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { caseSensitive: true, typeValidation: 'strict', version: 2 } },
};

const holds = (context: IExecuteFunctions, item: number, name = 'conditions'): boolean =>
	context.getNodeParameter(name, item, false, { extractValue: true }) as unknown as boolean;

const withPair = (data: INodeExecutionData, item: number): INodeExecutionData => ({ ...data, pairedItem: { item } });

interface Assignment {
	name: string;
	value: unknown;
	type: string;
}

/** Edit Fields: lists and objects are typed as their JSON. */
const set = node(
	'set',
	1,
	(context) => [
		context.getInputData().map(({ json }, item) => {
			const assignments = context.getNodeParameter('assignments.assignments', item, []) as unknown as Assignment[];
			const keeps = context.getNodeParameter('includeOtherFields', item, false) as boolean;
			const own = assignments.map(({ name, value, type }) => [name, typed(value, type)]);
			return withPair({ json: { ...(keeps ? json : {}), ...(Object.fromEntries(own) as IDataObject) } }, item);
		}),
	],
	plain('assignments', 'includeOtherFields'),
);

function typed(value: unknown, type: string): unknown {
	return ['array', 'object'].includes(type) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}

const iff = node(
	'if',
	2,
	(context) => {
		const outputs: INodeExecutionData[][] = [[], []];
		context.getInputData().forEach((data, item) => {
			outputs[holds(context, item) ? 0 : 1].push(withPair(data, item));
		});
		return outputs;
	},
	[filterProperty],
);

const filter = node(
	'filter',
	1,
	(context) => [context.getInputData().flatMap((data, item) => (holds(context, item) ? [withPair(data, item)] : []))],
	[filterProperty],
);

interface Rule {
	conditions: { conditions: Array<{ leftValue: unknown }> };
}

/** The rules of the templates' switches are one expression each that says yes or no. */
const switchNode = node(
	'switch',
	5,
	(context) => {
		const outputs: INodeExecutionData[][] = [[], [], [], [], []];
		context.getInputData().forEach((data, item) => {
			const rules = context.getNodeParameter('rules.values', item, []) as unknown as Rule[];
			const found = rules.findIndex(({ conditions }) => conditions.conditions[0].leftValue === true);
			if (found !== -1) outputs[found].push(withPair(data, item));
		});
		return outputs;
	},
	plain('rules'),
);

/** Loop Over Items in batches of one; the engine's contexts keep where it is. */
const loop = node('splitInBatches', 2, (context) => {
	const memory = context.getContext('node') as { waiting?: INodeExecutionData[]; done?: INodeExecutionData[] };
	if (memory.waiting === undefined) {
		memory.waiting = context.getInputData().map((data, item) => withPair(data, item));
		memory.done = [];
	} else {
		memory.done?.push(...context.getInputData());
	}
	const next = memory.waiting.shift();
	return next ? [[], [next]] : [memory.done ?? [], []];
});

const aggregate = node(
	'aggregate',
	1,
	(context) => {
		const field = context.getNodeParameter('destinationFieldName', 0, 'data') as string;
		const items = context.getInputData();
		return [[{ json: { [field]: items.map(({ json }) => json) }, pairedItem: items.map((_, item) => ({ item })) }]];
	},
	plain('destinationFieldName'),
);

const splitOut = node(
	'splitOut',
	1,
	(context) => [
		context.getInputData().flatMap(({ json }, item) => {
			const list = json[context.getNodeParameter('fieldToSplitOut', item) as string] as IDataObject[];
			return list.map((entry) => withPair({ json: entry }, item));
		}),
	],
	plain('fieldToSplitOut'),
);

/** Appends what comes in at both inputs. */
const merge: INodeType = (() => {
	const type = node('merge', 1, (context) => [
		[0, 1].flatMap((input) =>
			context.getInputData(input).map((data, item) => ({ ...data, pairedItem: { item, input } })),
		),
	]);
	return {
		...type,
		description: { ...type.description, inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main] },
	};
})();

/** What was sent by e-mail; a mail that waits for a response gets one at once. */
export interface Mail {
	to: string;
	subject: string;
	text: string;
}

const emailSend = (mails: Mail[], approves: (mail: Mail) => boolean): INodeType =>
	node(
		'emailSend',
		1,
		(context) => [
			context.getInputData().map((_data, item) => {
				const text = (name: string) => String(context.getNodeParameter(name, item, ''));
				const waits = text('operation') === 'sendAndWait';
				const mail = { to: text('toEmail'), subject: text('subject'), text: text(waits ? 'message' : 'text') };
				mails.push(mail);
				return withPair({ json: waits ? { data: { approved: approves(mail) } } : {} }, item);
			}),
		],
		plain('operation', 'toEmail', 'subject', 'message', 'text'),
	);

interface Condition {
	keyName: string;
	condition?: string;
	keyValue?: unknown;
}

/** The operations of the Data table node on rows in memory. */
const dataTable = (table: DataTable): INodeType =>
	node(
		'dataTable',
		1,
		(context) => [
			context.getInputData().flatMap((data, item) => {
				const conditions = context.getNodeParameter('filters.conditions', item, []) as unknown as Condition[];
				const values = () => context.getNodeParameter('columns.value', item, {}) as IDataObject;
				const rows = () => {
					switch (context.getNodeParameter('operation', item, 'insert')) {
						case 'get':
							return table.find(conditions);
						case 'rowNotExists': {
							const match = context.getNodeParameter('matchType', item, 'anyCondition') as 'anyCondition';
							return table.find(conditions, match).length === 0 ? [data.json] : [];
						}
						case 'update':
							return table.update(conditions, values());
						case 'upsert':
							return table.upsert(conditions, values());
						default:
							return [table.insert(values())];
					}
				};
				return rows().map((json) => withPair({ json }, item));
			}),
		],
		plain('operation', 'filters', 'columns', 'matchType'),
	);

/** The node types of n8n that the templates use. */
export function baseNodes(
	table: DataTable,
	mails: Mail[] = [],
	approves: (mail: Mail) => boolean = () => true,
): Record<string, INodeType> {
	const own = {
		aggregate,
		dataTable: dataTable(table),
		emailSend: emailSend(mails, approves),
		filter,
		if: iff,
		merge,
		set,
		splitInBatches: loop,
		splitOut,
		switch: switchNode,
	};
	return Object.fromEntries(Object.entries(own).map(([name, type]) => [`n8n-nodes-base.${name}`, type]));
}
