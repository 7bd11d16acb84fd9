import { NodeOperationError, type IDataObject, type INodeExecutionData, type IRun } from 'n8n-workflow';
import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import type { Connection, Message } from '../../../clients/mq';
import type { ServiceError } from '../../../kit/errors';
import { datesIn } from '../../../kit/n8n/dates';
import { toNodeError, type Labels } from '../../../kit/n8n/nodeErrors';
import { triggerParameters } from '../../../kit/n8n/triggerParameters';
import { refuse } from '../../../kit/n8n/refusal';
import { CREDENTIAL, wayTo, type Way } from '../connect';
import { labelsFor } from '../labels';
import type { MessageItem } from '../run/item';
import { CLOCK, type Clock } from './clock';
import { consume } from './consume';
import type { Face } from './consumption';
import { browsingFeed } from './browsingFeed';
import type { Circumstances } from './feed';
import { memoryOf } from './finished';
import { properties } from './properties';
import { itemsOfSample, sample } from './sample';
import { readSettings, type Settings } from './settings';
import { attributesOf, supervise } from './supervise';
import { unitOfWorkFeed } from './unitOfWorkFeed';

/** What the trigger lives in. */
interface Surroundings {
	clock: Clock;
	/** Finds the way to the queue manager of a credential. */
	find: typeof wayTo;
}

/**
 * n8n's side of the trigger. At activation the first connection is opened, so that what is wrong makes the activation
 * fail with its reason; a test of the workflow browses.
 */
export async function listen(
	context: ITriggerFunctions,
	{ clock = CLOCK, find = wayTo }: Partial<Surroundings> = {},
): Promise<ITriggerResponse> {
	const credential = await context.getCredentials(CREDENTIAL);
	const labels = labelsFor(credential.connectWith);
	const asNodeError = (error: unknown) =>
		error instanceof NodeOperationError ? error : toNodeError(context.getNode(), error, { labels });
	const stop = new AbortController();
	try {
		const dates = datesIn(context.getTimezone());
		const settings = readSettings(triggerParameters(context, dates, properties));
		const way = await find(credential, context.helpers);
		if (context.getMode() === 'manual') {
			return test(context, { settings, way, clock, stop, asNodeError });
		}
		return await run(context, { settings, way, clock, stop, labels, asNodeError });
	} catch (error) {
		stop.abort();
		throw asNodeError(error);
	}
}

interface Setup {
	settings: Settings;
	way: Way;
	clock: Clock;
	stop: AbortController;
	asNodeError(error: unknown): Error;
}

async function run(
	context: ITriggerFunctions,
	{ settings, way, clock, stop, labels, asNodeError }: Setup & { labels: Labels },
): Promise<ITriggerResponse> {
	const { signal } = stop;
	if (!way.hasUnitsOfWork && settings.parallelMessages > 1) {
		refuse(
			'Parallel Messages must be 1 with MQ REST',
			'Messages stay in the queue while they are processed, so a second consumer would process them as well.',
		);
	}
	const face = faceOf(context, settings, labels);
	const key = [context.getWorkflow().id, context.getNode().id, settings.queue, way.hasUnitsOfWork].join(' ');
	const memory = memoryOf(key, way.hasUnitsOfWork);
	const circumstances: Circumstances = { clock, passed: new Set(), failures: new Map(), ...memory };
	const work = async (connection: Connection, alive: () => void) => {
		const attributes = await attributesOf(connection, settings.queue);
		const feed = (way.hasUnitsOfWork ? unitOfWorkFeed : browsingFeed)(connection, settings.queue, circumstances);
		await consume(feed, { settings, attributes, face, clock, signal, alive });
	};
	const connections = await openAll(way, settings, signal);
	const consumers = connections.map(async (connection) => {
		try {
			await supervise(connection, { connect: way.connect, work, clock, signal, log: face.log });
		} catch (error) {
			// One consumer that cannot continue stops all: n8n starts the trigger again.
			if (signal.aborted) return;
			stop.abort();
			context.emitError(asNodeError(error));
		}
	});
	return {
		closeFunction: async () => {
			stop.abort();
			await Promise.all(consumers);
			// Said here, since there may be no connection to put them back with.
			if (memory.strays.length > 0) face.log(onlyHere(memory.strays, settings));
		},
	};
}

function onlyHere(strays: readonly Message[], { queue }: Settings): string {
	const ids = strays.map(({ descriptor }) => descriptor.messageId).join(', ');
	return `Only this n8n process still has these messages of ${queue}, because they could not be put back: ${ids}. They are processed if the workflow is activated again before n8n stops.`;
}

/**
 * So many connections, or none.
 * @throws ServiceError of the first that cannot be opened, and where the queue is not there
 */
async function openAll(way: Way, { queue, parallelMessages }: Settings, signal: AbortSignal): Promise<Connection[]> {
	const asked = Array.from({ length: parallelMessages }, async () => await way.connect(signal));
	const opened = await Promise.allSettled(asked);
	const connections = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
	try {
		const failed = opened.find((result) => result.status === 'rejected');
		if (failed) throw failed.reason;
		await attributesOf(connections[0], queue);
		return connections;
	} catch (error) {
		await Promise.all(connections.map(async (connection) => await connection.close()));
		throw error;
	}
}

/** A test of the workflow: the first message comes out and stays in its queue. */
function test(context: ITriggerFunctions, { settings, way, clock, stop, asNodeError }: Setup): ITriggerResponse {
	const { signal } = stop;
	const show = async (): Promise<void> => {
		let connection: Connection | undefined;
		try {
			connection = await way.connect(signal);
			const message = await sample(connection, settings.queue, { clock, signal });
			if (message) context.emit([await asData(itemsOfSample(message, settings), settings, context)]);
		} catch (error) {
			if (!signal.aborted) context.emitError(asNodeError(error));
		} finally {
			await connection?.close();
		}
	};
	return {
		// Not waited for: n8n's own Stop must be able to end the wait for a message.
		manualTriggerFunction: async () => void show(),
		closeFunction: async () => stop.abort(),
	};
}

function faceOf(context: ITriggerFunctions, settings: Settings, labels: Labels): Face {
	return {
		async start(items) {
			const data = await asData(items, settings, context);
			const done = context.helpers.createDeferredPromise<IRun>();
			context.emit([data], undefined, done);
			return { done: done.promise };
		},
		async handOver(items) {
			context.emit([await asData(items, settings, context)]);
		},
		report(error: ServiceError) {
			context.logger.warn(error.message);
			// Versions of n8n without it have the log.
			context.saveFailedExecution?.(toNodeError(context.getNode(), error, { labels }));
		},
		log(message) {
			context.logger.warn(message);
		},
	};
}

async function asData(
	items: readonly MessageItem[],
	{ binaryProperty }: Settings,
	{ helpers }: ITriggerFunctions,
): Promise<INodeExecutionData[]> {
	return await Promise.all(
		items.map(async ({ row, file }): Promise<INodeExecutionData> => {
			const json = row as IDataObject;
			if (!file) return { json };
			const name = `${String(row.messageId)}.${file.mimeType === 'text/plain' ? 'txt' : 'bin'}`;
			return { json, binary: { [binaryProperty]: await helpers.prepareBinaryData(file.bytes, name, file.mimeType) } };
		}),
	);
}
