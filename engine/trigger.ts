import {
	createRunExecutionData,
	Workflow,
	type INode,
	type INodeExecutionData,
	type IRun,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWorkflowBase,
} from 'n8n-workflow';

import { TriggerContext, WorkflowExecute } from './n8nCore';
import { nodeTypesOf } from './nodeTypes';
import { additionalDataFor, type EngineOptions, type WorkflowFile } from './workflow';

export interface TriggerOptions extends EngineOptions {
	/** `trigger` for an activated workflow, `manual` for a test of the editor. */
	mode?: 'trigger' | 'manual';
	/** Never says how an execution ended, as a main process of queue mode that has lost its worker's word. */
	losesEnds?: boolean;
}

type Deferred = { resolve(run: IRun): void; reject(error: Error): void } | undefined;

/**
 * An activated workflow with a trigger that listens, on n8n-core's own trigger context and engine. What n8n does around
 * them is done here as n8n 2.41 does it: each hand-over runs the workflow from the trigger on, and the promise that came
 * with it is settled with the run.
 */
export class TriggerWorkflow {
	/** Executions in the order in which they ended. */
	readonly runs: IRun[] = [];
	/** What each execution was started with. */
	readonly started: INodeExecutionData[][] = [];
	/** What the trigger reported: it cannot continue. */
	readonly errors: Error[] = [];
	/** Failed executions that the trigger made. */
	readonly reports: Error[] = [];

	private readonly workflow: Workflow;
	private readonly node: INode;
	private response?: ITriggerResponse;

	constructor(
		private readonly file: WorkflowFile,
		private readonly options: TriggerOptions,
	) {
		const node = file.nodes.find(({ type }) => options.nodeTypes[type]?.trigger);
		if (!node) throw new Error('The workflow has no trigger that listens');
		this.node = node;
		this.workflow = new Workflow({
			id: 'headless',
			name: file.name ?? 'Headless',
			active: true,
			nodes: file.nodes,
			connections: file.connections,
			nodeTypes: nodeTypesOf(options.nodeTypes),
			settings: { executionOrder: 'v1', timezone: options.timezone ?? 'UTC', ...file.settings },
		});
	}

	/** A failure makes the activation fail. */
	async activate(): Promise<void> {
		const { workflow, node, options } = this;
		const mode = options.mode ?? 'trigger';
		const context = new TriggerContext(
			workflow,
			node,
			additionalDataFor(this.base, options),
			mode,
			mode === 'manual' ? 'manual' : 'activate',
			(data, _response, done) => this.start(data, done as Deferred),
			(error) => void this.errors.push(error),
			(error) => void this.reports.push(error as Error),
		);
		this.response = await options.nodeTypes[node.type].trigger!.call(context as ITriggerFunctions);
		await this.response?.manualTriggerFunction?.();
	}

	async deactivate(): Promise<void> {
		await this.response?.closeFunction?.();
	}

	private get base(): IWorkflowBase {
		return { ...this.file, id: this.workflow.id } as unknown as IWorkflowBase;
	}

	private start(data: INodeExecutionData[][], done: Deferred): void {
		this.started.push(data[0]);
		const stack = [{ node: this.node, data: { main: data }, source: null }];
		const execution = new WorkflowExecute(
			additionalDataFor(this.base, this.options),
			'trigger',
			createRunExecutionData({ executionData: { nodeExecutionStack: stack } }),
		);
		Promise.resolve(execution.processRunExecutionData(this.workflow)).then(
			(run) => {
				this.runs.push(run);
				if (!this.options.losesEnds) done?.resolve(run);
			},
			(error: Error) => done?.reject(error),
		);
	}
}
