import type { ConnectionSettings } from '../../../../clients/mq/connection';
import { wayTo } from '../../../../nodes/IbmMq/connect';
import type { MqSandbox } from '../../../../sandbox/mq';
import { until } from '../../../support/mq/memory';
import { mqCredential } from '../../../support/mq/nodes';
import { triggerWorkflow } from '../../../support/mq/triggerWorkflow';
import { optionsFor, send, SOURCE, TARGET, texts, type Cell, type Place } from './works';

/** Finds the way of a credential, without long waits where it is MQ REST. */
const findFor =
	(place: Place): typeof wayTo =>
	async (credential, helpers) => {
		const way = await wayTo(credential, helpers);
		if (way.hasUnitsOfWork) return way;
		const { transport, settings, options } = way;
		const more = { ...options, ...optionsFor(place) };
		return { ...way, connect: async (signal) => await transport.connect(settings, { ...more, signal }) };
	};

/**
 * The trigger on n8n's engine: the trouble strikes, then it is over. A trigger that gives up must leave the message; n8n
 * activates it again.
 */
export async function runTrigger(place: Place): Promise<Cell> {
	const { sandbox, settings, connectWith } = place;
	const id = send(place);
	const ran: unknown[] = [];
	const credential = credentialOf(sandbox, settings, connectWith);
	const activate = async () => {
		const { workflow, clock } = triggerWorkflow(
			sandbox,
			{ queue: SOURCE, output: 'message', options: { backoutQueue: TARGET, backoutThreshold: 5 } },
			(json) => void ran.push(json.messageId),
			{ credential, find: findFor(place) },
		);
		await workflow.activate();
		return { workflow, clock };
	};
	const isOver = () => texts(place, SOURCE).length === 0;
	let said = 'done';
	let isReconnected = false;
	const running = await activate().catch((error: unknown) => {
		if ((error as Error).message.trim() === '') throw error;
		said = 'is not activated, done after the next activation';
		return undefined;
	});
	if (running) {
		const { workflow, clock } = running;
		let waits = 0;
		await until(() => {
			isReconnected ||= clock.waits.includes(1000);
			if (clock.waits.some((ms) => ms < 60_000) && ++waits === 3) place.heal();
			for (const ms of clock.waits) if (ms < 60_000) clock.pass(ms);
			return workflow.errors.length > 0 || (isOver() && ran.length > 0);
		});
		if (workflow.errors.length > 0) said = 'stops, done after the next activation';
		else if (isReconnected) said = 'done, after a new connection';
		await workflow.deactivate();
	}
	place.heal();
	if (!isOver()) {
		Object.assign(credential, credentialOf(sandbox, place.settings, connectWith));
		const { workflow } = await activate();
		await until(() => isOver() && ran.length > 0);
		await workflow.deactivate();
	}
	await until(() => sandbox.connected === 0);
	const broken = [
		...(ran.length > 0 ? [] : ['the message was lost']),
		...(ran.every((one) => one === id) ? [] : ['ran under another ID']),
		...(isOver() ? [] : ['the message is still there']),
		...(texts(place, TARGET).length === 0 ? [] : ['it was set aside']),
	];
	return { said: ran.length > 1 ? `${said}, twice under one ID` : said, broken };
}

function credentialOf(
	sandbox: MqSandbox,
	{ address, queueManager, channel, cipherSpec, user, password }: ConnectionSettings,
	connectWith: Place['connectWith'],
) {
	const { clientIdentity, certificate, privateKey, caCertificate, ...own } = mqCredential(sandbox);
	void [clientIdentity, certificate, privateKey, caCertificate];
	return {
		...own,
		connectWith,
		[connectWith === 'rest' ? 'baseUrl' : 'hostAndPort']: address,
		queueManager,
		channel,
		cipherSpec,
		user: user ?? '',
		password: password ?? '',
	};
}
