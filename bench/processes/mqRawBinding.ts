import { createRequire } from 'node:module';

import type { Binding, MqiError, ObjectHandle, QueueManagerHandle } from '../../clients/mq/ibmmq/binding';
import { withoutStacks } from '../../clients/mq/ibmmq/stacks';
import { CONTENT, QUEUE, type Contender } from './mqContender';

/** The least code that makes the same calls of the binding. */
export async function rawBinding(): Promise<Contender> {
	const mq = createRequire(__filename)('ibmmq') as Binding;
	const { MQC } = mq;
	const call = async <T>(work: (done: (error: MqiError | null | undefined, result: T) => void) => void): Promise<T> =>
		await new Promise<T>((resolve, reject) =>
			withoutStacks(() => work((error, result) => (error ? reject(error) : resolve(result)))),
		);
	const cno = Object.assign(new mq.MQCNO(), {
		Options: MQC.MQCNO_CLIENT_BINDING,
		ClientConn: Object.assign(new mq.MQCD(), { ChannelName: 'DEV.APP.SVRCONN', ConnectionName: '127.0.0.1(1414)' }),
	});
	const connection = await call<QueueManagerHandle>((done) => mq.Connx('QM1', cno, done));
	const od = Object.assign(new mq.MQOD(), { ObjectName: QUEUE, ObjectType: MQC.MQOT_Q });
	const input = await call<ObjectHandle>((done) => mq.Open(connection, od, MQC.MQOO_INPUT_SHARED, done));
	const buffer = Buffer.alloc(64 * 1024);
	return {
		async put(count) {
			for (let at = 0; at < count; at++) {
				const md = Object.assign(new mq.MQMD(), { Format: 'MQSTR' });
				const pmo = Object.assign(new mq.MQPMO(), { Options: MQC.MQPMO_NO_SYNCPOINT | MQC.MQPMO_NEW_MSG_ID });
				await call((done) => mq.Put1(connection, od, md, pmo, CONTENT, done));
			}
		},
		async drain(count) {
			let whole = 0;
			for (let at = 0; at < count; at++) {
				const gmo = Object.assign(new mq.MQGMO(), {
					Options: MQC.MQGMO_SYNCPOINT | MQC.MQGMO_NO_WAIT,
					MatchOptions: 0,
				});
				const length = await call<number>((done) => mq.GetSync(input, new mq.MQMD(), gmo, buffer, done));
				const body = Buffer.from(buffer.subarray(0, length));
				await call((done) => mq.Cmit(connection, done));
				whole += Number(body.length === CONTENT.length);
			}
			return whole;
		},
		async close() {
			await call((done) => mq.Close(input, 0, done));
			await call((done) => mq.Disc(connection, done));
		},
	};
}
