import assert from 'node:assert/strict';
import type { WorkflowJson, WorkflowNode } from '../lib/apiTypes';
import type { Check, Scene } from '../lib/checks';
import { TOOL_TYPE } from '../lib/connection';
import { located, START, sterlingNode } from '../lib/workflows';
import { type OfferedTool, startModel } from '../standIns/model';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';
const ORDER = 'E2E-AGENT-1';

const fromAi = (key: string, description: string, type = 'string') =>
	`={{ $fromAI('${key}', \`${description}\`, '${type}') }}`;

const order = located('number', fromAi('order_number', 'Number of the order'));

interface Task {
	name: string;
	/** What a person asks for. */
	sentence: string;
	/** The tool, as a person fills it in who lets the model define fields. */
	parameters: Record<string, unknown>;
	/** What the model says, by the names of its arguments. */
	says: Record<string, unknown>;
	/** What shows that the tool did it. */
	check: (scene: Scene, result: string) => void;
}

const TASKS: Task[] = [
	{
		name: 'creates an order with a list of lines',
		sentence: `Create order ${ORDER}: two blue mugs and one desk lamp, billed to Exampleton in the US.`,
		parameters: {
			resource: 'order',
			operation: 'create',
			orderNo: fromAi('order_number', 'Number of the new order'),
			inputMode: 'list',
			lineList: fromAi('lines', 'List of lines, each with ItemID and OrderedQty', 'json'),
			lineNames: { mappingMode: 'autoMapInputData', value: null, schema: [] },
			addresses: { billTo: { city: fromAi('city', 'City of the customer'), country: 'US' } },
			additionalFields: { currency: located('code', fromAi('currency', 'Currency of the order')) },
		},
		says: {
			order_number: ORDER,
			// Models quote JSON, and n8n hands it on as text.
			lines: {
				line: [
					{ ItemID: 'MUG-BLUE', OrderedQty: 2 },
					{ ItemID: 'LAMP-DESK', OrderedQty: '1' },
				],
			},
			city: 'Exampleton',
			currency: 'USD',
		},
		check({ sandbox }) {
			assert.ok(sandbox.store.order(ORDER), 'the sandbox does not hold the order');
		},
	},
	{
		name: 'reads an order',
		sentence: `What is the status of order ${ORDER}?`,
		parameters: { resource: 'order', operation: 'get', order, output: 'lines' },
		says: { order_number: ORDER },
		check: (_scene, result) => assert.match(result, /MUG-BLUE/),
	},
	{
		name: 'cancels a line by its number, given as a number',
		sentence: `The customer of ${ORDER} does not want the lamp.`,
		parameters: {
			resource: 'order',
			operation: 'cancelLines',
			order,
			lines: { line: [{ primeLineNo: fromAi('line_number', 'Number of the line', 'number') }] },
		},
		says: { order_number: ORDER, line_number: 2 },
		check({ sandbox }) {
			const key = sandbox.store.order(ORDER)?.OrderHeaderKey;
			const lines = sandbox.store.rows('OrderLine').filter(({ OrderHeaderKey }) => OrderHeaderKey === key);
			assert.deepEqual(
				lines.map(({ OrderedQty }) => Number(OrderedQty)),
				[2, 0],
			);
		},
	},
];

/** An agent with the model and the node as its only tool. */
function agent({ name, sentence }: Task, model: WorkflowNode, tool: WorkflowNode): WorkflowJson {
	const nodes: WorkflowNode[] = [
		START,
		{
			name: 'Agent',
			type: `${LANGCHAIN}.agent`,
			typeVersion: 1.9,
			position: [240, 0],
			parameters: { promptType: 'define', text: sentence, options: {} },
		},
		model,
		tool,
	];
	return {
		name: `Agent: ${name}`,
		nodes: nodes.map((node, i) => ({ id: `node-${i}`, ...node })),
		connections: {
			[START.name]: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			[model.name]: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			[tool.name]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	};
}

const modelNode = (openAiApi: { id: string; name: string }): WorkflowNode => ({
	name: 'Model',
	type: `${LANGCHAIN}.lmChatOpenAi`,
	typeVersion: 1.2,
	position: [240, 200],
	parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
	credentials: { openAiApi },
});

/** A model is told by name, type and description what to fill in. */
function requireArguments({ function: { parameters } }: OfferedTool, says: Task['says']): void {
	assert.deepEqual(Object.keys(parameters.properties).sort(), Object.keys(says).sort());
}

export const agentChecks: Check[] = TASKS.map((task) => ({
	name: `an agent ${task.name}`,
	async run(scene) {
		const { api, credential } = scene;
		const standIn = await startModel((tool) => {
			requireArguments(tool, task.says);
			return task.says;
		});
		try {
			const openAi = await api.createCredential('Scripted model', 'openAiApi', {
				apiKey: 'none',
				url: `${standIn.url}/v1`,
			});
			const model = modelNode({ id: openAi.id, name: openAi.name });
			const tool = sterlingNode('Sterling', credential, task.parameters, TOOL_TYPE);
			const workflow = await api.createWorkflow(agent(task, model, tool));
			const execution = await api.runWorkflow(workflow, START.name);
			const [result = ''] = standIn.results();
			const { error } = execution.data.resultData;
			assert.equal(execution.status, 'success', `${error?.message ?? ''} ${error?.description ?? ''} ${result}`);
			task.check(scene, result);
			const [offered] = standIn.tools();
			return `${offered?.function.name ?? ''}: ${Object.keys(task.says).join(', ')}`;
		} finally {
			await standIn.close();
		}
	},
}));
