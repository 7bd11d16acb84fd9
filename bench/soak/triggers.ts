import type { INodeType } from 'n8n-workflow';

import { CREDENTIAL_ID } from '../../engine/oneNode';
import { ActiveWorkflow, type Polled } from '../../engine/poll';
import type { TakeNote, Reported } from './ledger';
import type { Flow } from './writers';

const TRIGGER_TYPE = 'n8n-nodes-ibm-sterling.ibmSterlingOmsTrigger';

interface Setting {
	events: readonly string[];
	output: 'event' | 'lines';
	cursors: 'legacy' | 'durable';
}

const SETTINGS: Record<string, Setting> = {
	'legacy cursors': { events: ['orderCreated', 'orderUpdated'], output: 'event', cursors: 'legacy' },
	'durable cursors': { events: ['orderCreated', 'shipmentCreated'], output: 'lines', cursors: 'durable' },
};

/** The events that each trigger has to report. */
export const REPORTED: Reported = Object.fromEntries(
	Object.entries(SETTINGS).map(([name, { events }]) => [name, events]),
);

/** Nothing that happens is older, so nothing depends on when the triggers are activated. */
const LONG_AGO = '2000-01-01T00:00:00Z';

interface Engine {
	trigger: INodeType;
	credential: Record<string, unknown>;
	note: TakeNote;
	random: () => number;
	/** Options of the triggers, in seconds; together more than the longest transaction. */
	rules: { lag: number; overlap: number };
	/** Lets Sterling's time pass. */
	advance: (seconds: number) => Promise<void>;
}

/** Polls in a row that have to report nothing, a window apart, until a trigger has reported everything. */
const IDLE_POLLS = 5;

/** The workflows that start with the trigger, polled again and again; n8n is restarted now and then. */
export function triggersOf(engine: Engine): Array<Flow & { activate: () => Promise<void> }> {
	return Object.entries(SETTINGS).map(([name, setting]) => new PolledTrigger(name, setting, engine));
}

class PolledTrigger implements Flow {
	private readonly workflow: ActiveWorkflow;
	private idle = 0;

	constructor(
		readonly name: string,
		private readonly setting: Setting,
		private readonly engine: Engine,
	) {
		const { events, output, cursors } = setting;
		const { rules } = engine;
		const options = { ...rules, creationGrace: 0, eventsPerPoll: 150, startFrom: LONG_AGO };
		this.workflow = new ActiveWorkflow(
			{
				name,
				connections: {},
				nodes: [
					{
						id: name,
						name: 'Events',
						type: TRIGGER_TYPE,
						typeVersion: 1,
						position: [0, 0],
						parameters: { events: [...events], output, options },
						credentials: { ibmSterlingOmsApi: { id: CREDENTIAL_ID, name: 'Sterling' } },
					},
				],
			},
			{
				nodeTypes: { [TRIGGER_TYPE]: engine.trigger },
				credentials: { [CREDENTIAL_ID]: engine.credential as never },
				cursors,
			},
		);
	}

	/** The poll at activation hands events over as well. */
	async activate(): Promise<void> {
		this.take(await this.workflow.activate());
	}

	round = async (): Promise<void> => {
		const chance = this.engine.random();
		if (chance < 0.1) this.workflow.restart();
		// Without durable cursors a slow poll may be overtaken by the next one.
		const isOvertaken = this.setting.cursors === 'legacy' && chance > 0.9;
		await Promise.all([this.poll(), ...(isOvertaken ? [this.poll()] : [])]);
	};

	finish = async (): Promise<number> => {
		await this.engine.advance(60);
		this.idle = (await this.poll()) === 0 ? this.idle + 1 : 0;
		return Math.max(0, IDLE_POLLS - this.idle);
	};

	/** How many events the poll reported; a failed poll is no sign of nothing left. */
	private async poll(): Promise<number> {
		return this.take(await this.workflow.poll());
	}

	private take({ items, error }: Polled): number {
		const { note } = this.engine;
		const events = (items ?? []).map(({ json }) => ({
			event: String(json.event),
			eventKey: String(json.eventKey),
			key: String(json.event === 'shipmentCreated' ? json.ShipmentKey : json.OrderHeaderKey),
		}));
		note({ kind: 'ended', of: `polls, ${this.name}`, as: error ? 'failed' : 'done' });
		if (events.length > 0) note({ kind: 'reported', trigger: this.name, events });
		return error ? 1 : events.length;
	}
}
