import type { IRun, INode, INodeExecutionData, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { listen } from '../../../nodes/IbmMq/trigger/listen';
import { MemoryQueueManager, TestClock, until } from './memory';

interface Started {
	items: INodeExecutionData[];
	/** Ends the execution; nothing happens where nobody waits. */
	end(status: IRun['status'] | 'nothing'): void;
	reject(error: Error): void;
	isWaitedFor: boolean;
}

type Deferred = { resolve(run: IRun | undefined): void; reject(error: Error): void } | undefined;

/** An activated trigger with the n8n around it: executions that a test ends as it likes. */
export class TriggerBench {
	readonly clock = new TestClock();
	readonly executions: Started[] = [];
	readonly errors: Error[] = [];
	readonly reports: Error[] = [];
	readonly logs: string[] = [];
	/** What every execution comes to by itself; undefined where a test ends each. */
	ends?: IRun['status'];
	/** What happens while an execution runs. */
	onStart?: () => void;
	response?: ITriggerResponse;

	constructor(
		private readonly manager: MemoryQueueManager,
		private readonly parameters: INode['parameters'],
		private readonly more: { mode?: 'manual' | 'trigger'; credential?: Record<string, unknown> } = {},
	) {}

	async activate(): Promise<this> {
		this.response = await listen(this.context, {
			clock: this.clock,
			find: async () => {
				const { transport } = this.manager;
				const { hasUnitsOfWork } = transport;
				const settings = { address: '', queueManager: 'QM', channel: '', cipherSpec: '' };
				const connect = async () => await transport.connect(settings);
				return { settings, transport, options: {}, hasUnitsOfWork, connect };
			},
		});
		await this.response.manualTriggerFunction?.();
		return this;
	}

	async close(): Promise<void> {
		await this.response?.closeFunction?.();
	}

	/** The execution of this number, once it has been started. */
	async execution(number: number): Promise<Started> {
		await until(() => this.executions.length >= number, `execution ${number}; errors: ${String(this.errors)}`);
		return this.executions[number - 1];
	}

	/** Lets time pass until n8n gets an error. @returns the delays until then, in milliseconds */
	async delaysUntilError(): Promise<number[]> {
		const delays: number[] = [];
		while (this.errors.length === 0) {
			await until(() => this.clock.waits.length > 0 || this.errors.length > 0);
			delays.push(...this.clock.waits);
			this.clock.pass();
		}
		return delays;
	}

	private get context(): ITriggerFunctions {
		const node = { name: 'MQ', type: 'ibmMqTrigger', typeVersion: 1, parameters: this.parameters } as unknown as INode;
		const emit = ([items]: INodeExecutionData[][], _response: unknown, done: Deferred) => {
			const started: Started = {
				items,
				isWaitedFor: done !== undefined,
				end: (status) => done?.resolve(status === 'nothing' ? undefined : runOf(status)),
				reject: (error) => done?.reject(error),
			};
			this.executions.push(started);
			this.onStart?.();
			if (this.ends) started.end(this.ends);
		};
		return {
			getNode: () => node,
			getWorkflow: () => ({ id: 'workflow', active: true }),
			getMode: () => this.more.mode ?? 'trigger',
			getTimezone: () => 'UTC',
			getNodeParameter: (name: string, fallback: unknown) => this.parameters[name] ?? fallback,
			getCredentials: async () => ({ connectWith: 'builtIn', queueManager: 'QM', ...this.more.credential }),
			emit,
			emitError: (error: Error) => this.errors.push(error),
			saveFailedExecution: (error: Error) => this.reports.push(error),
			logger: { warn: (text: string) => this.logs.push(text) },
			helpers: {
				createDeferredPromise: deferred,
				prepareBinaryData: async (bytes: Buffer, fileName: string, mimeType: string) => ({
					data: bytes.toString('base64'),
					fileName,
					mimeType,
				}),
			},
		} as unknown as ITriggerFunctions;
	}
}

function runOf(status: IRun['status']): IRun {
	const error = status === 'error' ? new Error('The workflow failed') : undefined;
	return { status, data: { resultData: { runData: {}, error } } } as unknown as IRun;
}

function deferred() {
	let resolve: unknown;
	let reject: unknown;
	const promise = new Promise((yes, no) => {
		resolve = yes;
		reject = no;
	});
	return { promise, resolve, reject };
}

/** Triggers on a queue manager in memory, for the tests of a file: a fresh one each time, and nothing stays connected. */
export function triggersForFile(queue: string) {
	let manager: MemoryQueueManager;
	const benches: TriggerBench[] = [];
	beforeEach(() => {
		manager = new MemoryQueueManager().define(queue).define(`${queue}.BACKOUT`);
	});
	afterEach(async () => {
		await Promise.all(benches.splice(0).map(async (bench) => await bench.close()));
		expect(manager.connections.size).toBe(0);
	});
	return {
		get manager() {
			return manager;
		},
		async activate(
			parameters: INode['parameters'] = {},
			more: ConstructorParameters<typeof TriggerBench>[2] = {},
		): Promise<TriggerBench> {
			const bench = new TriggerBench(manager, { queue, output: 'message', ...parameters }, more);
			benches.push(bench);
			return await bench.activate();
		},
	};
}

/** The texts of the messages that executions were started with. */
export const textsOf = (bench: TriggerBench) => bench.executions.map(({ items }) => items[0].json.text);
