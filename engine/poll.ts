import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IRun,
	type IWorkflowBase,
} from 'n8n-workflow';

import { PollContext, PollTriggerExecutor, TriggersAndPollers } from './n8nCore';
import { nodeTypesOf } from './nodeTypes';
import { additionalDataFor, type EngineOptions, type WorkflowFile } from './workflow';

export interface PollerOptions extends EngineOptions {
	/**
	 * How n8n keeps the cursor: in the workflow's static data, or in a table of its own within one transaction.
	 */
	cursors: 'legacy' | 'durable';
	/** Milliseconds that a poll may take, as n8n passes them to the node. */
	budgetMs?: number;
}

/** What a poll came to. */
export interface Polled {
	/** Items that were handed over, or null where the node had nothing to say. */
	items: INodeExecutionData[] | null;
	/** What the node threw, or reported later on; n8n makes a failed execution of it. */
	error?: Error;
	/** Tells a node that handed the items over itself how their execution ended. */
	finish?: (run: Pick<IRun, 'status' | 'data'>) => void;
}

/**
 * An activated workflow with a polling trigger, on n8n-core's own poll executor and poll context. What n8n
 * does around them, and where it keeps the cursor, is done here as n8n 2.41 does it. Legacy: the workflow's
 * static data, written to disk at activation and with a hand-over. Durable: a row of its own, committed
 * together with the hand-over or after a poll without one, though not after the poll at activation; every
 * poll gets a copy of the workflow as it is on disk.
 */
export class ActiveWorkflow {
	private readonly disk: { staticData: IDataObject; cursor?: IDataObject } = { staticData: {} };
	private workflow!: Workflow;
	private node: INode;
	private readonly executor = executor();

	constructor(
		private readonly file: WorkflowFile,
		private readonly options: PollerOptions,
	) {
		const node = file.nodes.find(({ type }) => options.nodeTypes[type]?.description.polling);
		if (!node) throw new Error('The workflow has no polling trigger');
		this.node = node;
		this.load();
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
		if (this.isDurable) this.load();
		return await this.run(false);
	}

	/** n8n starts again: what was in memory only is gone. */
	restart(): void {
		this.load();
	}

	/** The user changes the trigger and saves the workflow. */
	edit(changes: Partial<INode>): void {
		this.save();
		this.node = { ...this.node, ...changes };
		this.load();
	}

	/** What n8n has on disk of the workflow's data, as JSON. */
	get stored(): string {
		return JSON.stringify(this.disk);
	}

	private get isDurable(): boolean {
		return this.options.cursors === 'durable';
	}

	private async run(isActivation: boolean): Promise<Polled> {
		const polled: Polled = { items: null };
		const { workflow, node } = this;
		const ofNode = () => workflow.getStaticData('node', node);
		const staged = this.isDurable ? copy(this.disk.cursor ?? ofNode()) : undefined;
		const commit = () => {
			if (staged) this.disk.cursor = copy(staged);
		};
		const base = { ...this.file, id: workflow.id } as unknown as IWorkflowBase;
		const context = new PollContext(
			workflow,
			node,
			additionalDataFor(base, this.options),
			'trigger',
			isActivation ? 'activate' : 'update',
			([items]: INodeExecutionData[][], _response, done) => {
				commit();
				this.disk.staticData = copy(workflow.staticData);
				polled.items = items;
				if (done) polled.finish = (run) => done.resolve(run as IRun);
			},
			(error: Error) => {
				polled.error = error;
			},
			async () => commit(),
			async (poll) => await poll(),
			() => staged ?? ofNode(),
			...(this.options.budgetMs === undefined ? [] : [() => this.options.budgetMs!]),
		);
		try {
			await this.executor.create(workflow, node, context, () => true)(isActivation);
		} catch (error) {
			polled.error = error as Error;
		}
		return polled;
	}

	private load(): void {
		this.workflow = new Workflow({
			id: 'headless',
			name: this.file.name ?? 'Headless',
			active: true,
			nodes: this.file.nodes.map((node) => (node.id === this.node.id ? this.node : node)),
			connections: this.file.connections,
			nodeTypes: nodeTypesOf(this.options.nodeTypes),
			staticData: copy(this.disk.staticData),
			settings: { timezone: this.options.timezone ?? 'UTC', ...this.file.settings },
		});
	}

	private save(): void {
		this.disk.staticData = copy(this.workflow.staticData);
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
