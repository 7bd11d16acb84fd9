import { invalid, notFound } from './refusal';
import type { Row, Service } from './services/service';
import type { Store } from './store';

interface Step {
	serviceName: string;
	/** Milliseconds after the start of the instance. */
	after: number;
	exeState: string;
	basicStatus: number;
	advStatus?: string;
	statusRpt?: string;
}

/** What a business process works on. */
interface Input {
	document: Buffer;
	name: string;
}

interface Instance {
	id: number;
	process: string;
	input: Input;
	startedAt: number;
	steps: Step[];
	/** Step at which an operator ended it, and when. */
	terminatedAt?: number;
}

const done = (serviceName: string, after: number): Step => ({
	serviceName,
	after,
	exeState: 'Success',
	basicStatus: 0,
});

/** SQL style without a zone, in the server's time (here UTC) [captured]. */
const stamp = (time: number): string => new Date(time).toISOString().replace('T', ' ').replace('Z', '');

/** Business processes of the sandbox, by name: the steps of one run, and what it does at its start. */
const DEFINITIONS: Record<string, { steps: (input: Input) => Step[]; work?: (store: Store, input: Input) => void }> = {
	MailboxDrop: {
		steps: () => [done('Start', 0), done('AssignService', 1), done('MailboxAdd', 2)],
		work: (store, { name, document }) => {
			store.deposit('/ACME/Drop', name, document);
		},
	},
	EchoDocument: { steps: () => [done('Start', 0), done('HttpRespond', 1)] },
	LongRun: {
		steps: () => [done('Start', 0), { ...done('InvokeSubProcess', 10), exeState: 'Waiting' }, done('Stop', 90_000)],
	},
	EDIDeenvelope: {
		steps: ({ document }) =>
			document.toString('latin1', 0, 3) === 'ISA'
				? [done('Start', 0), done('EDIDeenvelope', 5)]
				: [
						done('Start', 0),
						{
							...done('EDIDeenvelope', 5),
							exeState: 'Error',
							basicStatus: 1,
							advStatus: 'No ISA segment found',
							statusRpt: 'The document does not start with an interchange header.',
						},
					],
	},
};

/** Instances of business processes; their steps become visible with the clock. */
export class Processes {
	private readonly instances = new Map<number, Instance>();

	private count = 5000;

	constructor(private readonly store: Store) {}

	has(process: string): boolean {
		return process in DEFINITIONS;
	}

	/** Starts a process. @returns the ID of the instance */
	start(process: string, input: Input): number {
		const definition = DEFINITIONS[process];
		if (!definition) throw invalid(`API000161: The business process ${process} does not exist.`);
		this.count += 1;
		const startedAt = this.store.now();
		this.instances.set(this.count, { id: this.count, process, input, startedAt, steps: definition.steps(input) });
		definition.work?.(this.store, input);
		return this.count;
	}

	/** One row for each step that has started: the state of the instance is that of the last one. */
	private rowsOf({ id, process, startedAt, steps, terminatedAt }: Instance): Row[] {
		const now = terminatedAt ?? this.store.now();
		const begun = steps.filter(({ after }) => startedAt + after <= now);
		return begun.map(({ serviceName, after, exeState, basicStatus, advStatus, statusRpt }, index) => {
			const isLast = index === begun.length - 1;
			const isTerminated = isLast && terminatedAt !== undefined;
			const begin = startedAt + after;
			return {
				_id: `${id}:${index}`,
				workFlowId: id,
				wfdName: process,
				wfdVersion: 1,
				stepId: index,
				serviceName,
				exeState: isTerminated ? 'terminated' : exeState,
				basicStatus,
				advStatus: advStatus ?? '',
				statusRpt: statusRpt ?? '',
				startTime: stamp(begin),
				endTime: stamp(isTerminated ? now : begin + 1),
				nodeExecuted: 'node1',
				archiveFlag: 0,
			};
		});
	}

	/** The monitor. Creating is terminating, or restarting with IBM's own `Accept`. */
	service(): Service & { act: (input: Row, restarts: boolean) => void } {
		const find = (id: unknown): Instance => {
			const instance = this.instances.get(Number(id));
			if (!instance) throw notFound('WorkflowMonitor', String(id));
			return instance;
		};
		return {
			title: 'WorkflowMonitor',
			key: '_id',
			isPlain: true,
			list: (query) => {
				const wanted = query.get('workFlowId');
				const instances = [...this.instances.values()].filter(({ id }) => wanted === null || String(id) === wanted);
				const rows = instances.flatMap((instance) => this.rowsOf(instance));
				if ((query.get('fieldList') ?? '').toLowerCase() === 'full') return rows;
				return rows.map(({ advStatus: _text, statusRpt: _report, ...brief }) => brief);
			},
			act: (input, restarts) => {
				const instance = find(input.workFlowId);
				const now = this.store.now();
				const last = instance.steps[instance.steps.length - 1];
				const hasEnded = instance.terminatedAt !== undefined || instance.startedAt + last.after <= now;
				if (!restarts) {
					if (hasEnded) throw invalid(`API000162: The workflow ${instance.id} is not running.`);
					instance.terminatedAt = now;
					return;
				}
				if (!hasEnded) throw invalid(`API000163: The workflow ${instance.id} is still running.`);
				instance.startedAt = now;
				instance.terminatedAt = undefined;
				instance.steps = DEFINITIONS[instance.process].steps(instance.input);
			},
		};
	}
}
