import type { Connection } from '../../clients/mq';
import { builtInTransport } from '../../clients/mq/builtIn';
import { ibmmqTransport } from '../../clients/mq/ibmmq';
import type { MqJob, Outcome, Target } from '../jobs';
import { measureWarm, type Done } from './measure';
import { CONTENT, QUEUE, settingsTo, type Contender } from './mqContender';
import { rawBinding } from './mqRawBinding';
import { rawSocket } from './mqRawSocket';

export async function mqWork({ way, contender, target, count }: MqJob): Promise<Outcome> {
	const open = contender === 'client' ? byClient : way === 'builtIn' ? rawSocket : rawBinding;
	let opened: Contender | undefined;
	const work = async (messages: number): Promise<Done> => {
		opened = await open(target, way);
		const started = performance.now();
		await opened.put(messages);
		const put = (performance.now() - started) / 1000;
		const done = await opened.drain(messages);
		const drain = (performance.now() - started) / 1000 - put;
		return { done, failed: messages - done, more: { put, drain } };
	};
	return await measureWarm({ work, close: async () => await opened?.close() }, count, PART);
}

/** Messages at a time before it is measured. */
const PART = 1000;

async function byClient(target: Target, way: MqJob['way']): Promise<Contender> {
	const settings = settingsTo(target);
	const connection: Connection =
		way === 'builtIn'
			? await builtInTransport.connect(settings)
			: await ibmmqTransport.connect({ ...settings, queueManager: 'QM1' });
	return {
		async put(count) {
			for (let at = 0; at < count; at++) await connection.put(QUEUE, { body: CONTENT });
		},
		async drain(count) {
			let whole = 0;
			for (let at = 0; at < count; at++) {
				const message = await connection.get(QUEUE, { inUnitOfWork: true });
				await connection.commit();
				whole += Number(message?.body.length === CONTENT.length);
			}
			return whole;
		},
		close: async () => await connection.close(),
	};
}
