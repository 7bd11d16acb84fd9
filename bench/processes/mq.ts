import type { Connection, ConnectionSettings } from '../../clients/mq';
import { builtInTransport } from '../../clients/mq/builtIn';
import { ibmmqTransport } from '../../clients/mq/ibmmq';
import type { MqJob, Outcome, Target } from '../jobs';
import { measure } from './measure';
import { rawBinding } from './mqRawBinding';
import { rawSocket } from './mqRawSocket';

export const QUEUE = 'DEV.QUEUE.1';
/** An order of some twenty lines. */
export const CONTENT = Buffer.alloc(
	4096,
	'<OrderLine OrderedQty="1"><Item ItemID="MUG-BLUE" UnitOfMeasure="EACH"/></OrderLine>',
);

/** Puts so many messages, one after another, and then takes each of them in a unit of work of its own. */
export interface Contender {
	put(count: number): Promise<void>;
	/** @returns how many came whole */
	drain(count: number): Promise<number>;
	close(): Promise<void>;
}

export async function mqWork({ way, contender, target, count }: MqJob): Promise<Outcome> {
	const open = contender === 'client' ? byClient : way === 'builtIn' ? rawSocket : rawBinding;
	const runner = await open(target, way);
	// What is compiled and opened at the first use comes before.
	await runner.put(WARM_UP);
	await runner.drain(WARM_UP);
	const outcome = await measure(async () => {
		const started = performance.now();
		await runner.put(count);
		const put = (performance.now() - started) / 1000;
		const done = await runner.drain(count);
		const drain = (performance.now() - started) / 1000 - put;
		return { done, failed: count - done, more: { put, drain } };
	});
	await runner.close();
	return outcome;
}

const WARM_UP = 500;

/** Where and as whom the clients connect; IBM's is led to a stand-in of its library, which looks at no address. */
export const settingsTo = ({ url, loginId, password }: Target): ConnectionSettings => ({
	address: url,
	queueManager: '',
	channel: 'DEV.APP.SVRCONN',
	cipherSpec: '',
	user: loginId,
	password,
});

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
