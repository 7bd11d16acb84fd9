import 'reflect-metadata';

import { PollContext, PollTriggerExecutor, TriggersAndPollers } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IWorkflowBase,
} from 'n8n-workflow';

import { nodeTypesOf } from './nodeTypes';
import { additionalDataFor, type EngineOptions, type WorkflowFile } from './workflow';

export interface PollerOptions extends EngineOptions {
	/** How n8n keeps the cursor: in the workflow's static data, or in a table of its own within one transaction. */
	cursors: 'legacy' | 'durable';
	/** Milliseconds that a poll may take, as n8n tells the node. */
	budgetMs?: number;
}

/** What a poll came to. */
export interface Polled {
	/** Items that were handed over, or null where the node had nothing to say. */
	items: INodeExecutionData[] | null;
	/** What the node threw; n8n makes a failed execution of it. */
	error?: Error;
}

/**
 * An activated workflow with a polling trigger, on n8n-core's own poll executor and poll context. What n8n does around
 * them, and where it keeps the cursor, is done here as in n8n 2.41: legacy cursors are written to disk with a hand-over
 * and at activation only; durable ones are a copy of their own, committed together with the hand-over.
 */
export class ActiveWorkflow {
	/** What is on disk. */
	private stored: IDataObject = {};
	private workflow!: Workflow;
	private readonly node: INode;
	private readonly executor: PollTriggerExecutor;

	constructor(
		private readonly file: WorkflowFile,
		private readonly options: PollerOptions,
	) {
		const node = file.nodes.find(({ type }) => options.nodeTypes[type]?.description.polling);
		if (!node) throw new Error('The workflow has no polling trigger');
		this.node = node;
		this.executor = executor();
		this.restart();
	}

	/** n8n starts anew: what was in memory only is gone. */
	restart(): void {
		this.workflow = new Workflow({
			id: 'headless',
			name: this.file.name ?? 'Headless',
			active: true,
			nodes: this.file.nodes,
			connections: this.file.connections,
			nodeTypes: nodeTypesOf(this.options.nodeTypes),
			staticData: copy(this.stored),
			settings: { timezone: this.options.timezone ?? 'UTC', ...this.file.settings },
		});
	}

	/** The poll at activation: a failure makes the activation fail. */
	async activate(): Promise<Polled> {
		const polled = await this.run(true);
		if (polled.error) throw polled.error;
		this.save();
		return polled;
	}

	/** A poll of the schedule. */
	async poll(): Promise<Polled> {
		return await this.run(false);
	}

	/** What is on disk of the trigger's cursor. */
	get cursor(): IDataObject {
		const kept = this.options.cursors === 'durable' ? this.stored : this.stored[`node:${this.node.name}`];
		return (kept ?? {}) as IDataObject;
	}

	private async run(isActivation: boolean): Promise<Polled> {
		const polled: Polled = { items: null };
		const isDurable = this.options.cursors === 'durable';
		const staged = isDurable ? copy(this.stored) : undefined;
		const commit = () => (staged ? (this.stored = copy(staged)) : this.save());
		const context = new PollContext(
			this.workflow,
			this.node,
			additionalDataFor({ ...this.file, id: 'headless' } as unknown as IWorkflowBase, this.options),
			'trigger',
			isActivation ? 'activate' : 'update',
			([items]: INodeExecutionData[][]) => {
				commit();
				polled.items = copy(items);
			},
			(error: Error) => (polled.error = error),
			async () => void (staged && commit()),
			async (poll) => await poll(),
			() => staged ?? this.workflow.getStaticData('node', this.node),
			...(this.options.budgetMs === undefined ? [] : [() => this.options.budgetMs!]),
		);
		try {
			await this.executor.create(this.workflow, this.node, context, () => true)(isActivation);
		} catch (error) {
			polled.error = error as Error;
		}
		return polled;
	}

	private save(): void {
		if (this.options.cursors === 'legacy') this.stored = copy(this.workflow.staticData);
	}
}

/** n8n-core's poll executor without n8n's log, tracing and error reports. */
function executor(): PollTriggerExecutor {
	const silent = { debug: () => undefined, error: () => undefined, scoped: () => silent };
	const span = { setStatus: () => undefined };
	const start = async (_options: unknown, work: (given: typeof span) => Promise<unknown>) => await work(span);
	const tracing = {
		startSpan: start,
		startNewTraceSpan: start,
		pickWorkflowAttributes: () => ({}),
		pickNodeAttributes: () => ({}),
	};
	const reporter = { error: () => undefined };
	type Parts = ConstructorParameters<typeof PollTriggerExecutor>;
	return new PollTriggerExecutor(...([silent, new TriggersAndPollers(), tracing, reporter] as unknown as Parts));
}

function copy<T>(data: T): T {
	return JSON.parse(JSON.stringify(data)) as T;
}
