import { DateTime } from 'luxon';

import { ServiceError } from '../../kit/errors';
import { pause } from '../../kit/http/retry';
import type { ServiceCall } from './call';
import type { B2biClient } from './client';
import { rowsOf } from './paging';
import type { Write } from './records';
import { plain, textOf, type Row } from './values';
import { lookup } from '../../kit/lookup';

const SERVICE = 'workflowmonitors';
/** A plain POST terminates; only this `Accept` makes it a restart [captured]. */
const RESTART = 'application/vnd.ibm.tenx.workflowmonitor.restartworkflowmonitor';

/** Whether an instance of a business process still runs. */
type ProcessState = 'running' | 'waiting' | 'succeeded' | 'failed' | 'terminated' | 'halted';

/** An instance of a business process as its newest step shows it. */
export interface ProcessStatus {
	processId: string;
	name: string;
	state: ProcessState;
	/** The server's own word for it. */
	exeState: string;
	step: number;
	serviceName: string;
	statusReport: string;
	advancedStatus: string;
	startedAt: string;
	endedAt: string;
	steps: Row[];
}

/** By basicStatus, which some versions have in place of the text [captured from a client]. */
const BY_NUMBER: Readonly<Record<string, ProcessState>> = { '0': 'succeeded', '1': 'failed' };
const BY_WORD: ReadonlyArray<[RegExp, ProcessState]> = [
	[/^success/i, 'succeeded'],
	[/^warning/i, 'succeeded'],
	[/terminated/i, 'terminated'],
	[/halted|interrupted/i, 'halted'],
	[/waiting/i, 'waiting'],
	[/error/i, 'failed'],
];

/** What a word or number of `exeState` means; a word that is not known counts as running. */
export function stateOf(exeState: string): ProcessState {
	const known = lookup(BY_NUMBER, exeState);
	if (known) return known;
	if (/^\d+$/.test(exeState)) return 'failed';
	return BY_WORD.find(([word]) => word.test(exeState))?.[1] ?? 'running';
}

/** The state of an instance: that of the row with the highest step. @throws ServiceError `notFound` */
export async function getProcess(client: B2biClient, processId: string): Promise<ProcessStatus> {
	const { rows } = await rowsOf(client, SERVICE, { workFlowId: processId, fieldList: 'Full' }, { key: '_id' });
	const own = rows.filter((row) => textOf(row, 'workFlowId') === processId).map((row) => plain(row) as Row);
	const steps = own.sort((a, b) => Number(a.stepId) - Number(b.stepId));
	const [first, last] = [steps[0], steps[steps.length - 1]];
	if (!first || !last) {
		throw new ServiceError('notFound', `There is no business process with the ID ${processId}.`, {
			api: SERVICE,
			effect: 'none',
			hint: 'It may have been archived or purged, or was not persisted.',
		});
	}
	const exeState = textOf(last, 'exeState') || textOf(last, 'basicStatus');
	const time = (row: Row, name: string) => timeIn(textOf(row, name), client.timeZone);
	return {
		processId,
		name: textOf(last, 'wfdName'),
		state: stateOf(exeState),
		exeState,
		step: Number(last.stepId),
		serviceName: textOf(last, 'serviceName'),
		statusReport: textOf(last, 'statusRpt'),
		advancedStatus: textOf(last, 'advStatus'),
		startedAt: time(first, 'startTime'),
		endedAt: time(last, 'endTime'),
		steps: steps.map((row) => ({ ...row, startTime: time(row, 'startTime'), endTime: time(row, 'endTime') })),
	};
}

/** `2020-03-14 17:19:20.123` in the server's zone as an ISO date in UTC; anything else as it is. */
export function timeIn(text: string, zone: string): string {
	const time = DateTime.fromSQL(text, { zone });
	return time.isValid ? (time.toUTC().toISO() ?? text) : text;
}

interface WaitOptions {
	/** Longest wait, and the pause between two looks, in milliseconds. */
	mostMs: number;
	everyMs: number;
	signal?: AbortSignal;
}

/**
 * Follows an instance until it has ended. A step that succeeded may be followed by another one that has not started yet, so
 * a success counts when the next look shows the same step. @throws ServiceError `timeout` where it did not end in time
 */
export async function waitForProcess(
	client: B2biClient,
	processId: string,
	{ mostMs, everyMs, signal }: WaitOptions,
): Promise<ProcessStatus> {
	const { now, sleep } = client.clockwork;
	const until = now() + mostMs;
	let before: ProcessStatus | undefined;
	for (;;) {
		const status = await getProcess(client, processId);
		const isSame = before?.step === status.step && before.state === status.state;
		if (status.state === 'succeeded' ? isSame : !['running', 'waiting'].includes(status.state)) return status;
		before = status;
		if (now() + everyMs > until) {
			throw new ServiceError('timeout', `The business process ${processId} did not end in time (${status.exeState}).`, {
				api: SERVICE,
				effect: 'none',
				attributes: { processId, exeState: status.exeState, serviceName: status.serviceName },
				hint: 'It continues in B2B Integrator. Wait longer, or get its status later.',
			});
		}
		await pause({ sleep, signal }, everyMs);
	}
}

/**
 * Restarts or terminates an instance. They differ only in a header, and a plain request terminates, so each has its own
 * operation. Neither is repeated.
 */
export function controlProcess(client: B2biClient, processId: string, action: 'restart' | 'terminate'): Write {
	const call: ServiceCall = {
		service: SERVICE,
		method: 'POST',
		kind: 'write',
		body: { workFlowId: processId },
		...(action === 'restart' ? { accept: RESTART } : {}),
	};
	return {
		prepare: () => client.prepare(call),
		run: async () => {
			await client.send(call);
			return { processId, [action === 'restart' ? 'restarted' : 'terminated']: true };
		},
	};
}
