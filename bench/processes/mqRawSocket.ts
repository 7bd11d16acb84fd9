import { connect, type Socket } from 'node:net';

import { Conversation } from '../../clients/mq/builtIn/conversation';
import { API_HEADER, MQGMO, MQMD, MQPMO } from '../../clients/mq/builtIn/layouts';
import { Mqi } from '../../clients/mq/builtIn/mqi';
import { negotiate } from '../../clients/mq/builtIn/negotiate';
import { GMO, OO, PMO } from '../../clients/mq/builtIn/options';
import { SEGMENT, segmentsOf } from '../../clients/mq/builtIn/segments';
import type { Target } from '../jobs';
import { CONTENT, QUEUE, settingsTo, type Contender } from './mqContender';

const NEW_MESSAGE_ID = 0x40;
const HEADER = 28;

/**
 * The floor of the built-in client: a bare socket that sends the same requests as ready bytes, and of each response
 * looks at nothing but its length and its reason code. Connecting is the client's own.
 */
export async function rawSocket(target: Target): Promise<Contender> {
	const { channel, user = '', password = '', address } = settingsTo(target);
	const [, host, port] = /^(.*)\((\d+)\)$/.exec(address) ?? [];
	const socket = connect(Number(port), host);
	socket.setNoDelay(true);
	await new Promise((resolve) => socket.once('connect', resolve));
	const conversation = new Conversation(socket, 60_000);
	const most = await negotiate(conversation, channel, '');
	const mqi = new Mqi(conversation);
	await mqi.authenticate(user, password);
	await mqi.connect('', 'bench', {});
	const output = await mqi.open(QUEUE, OO.output);
	const input = await mqi.open(QUEUE, OO.inputShared);

	const { agreement } = conversation;
	const { isLittle } = agreement;
	const long = (value: number) => {
		const bytes = Buffer.alloc(4);
		if (isLittle) bytes.writeInt32LE(value);
		else bytes.writeInt32BE(value);
		return bytes;
	};
	const request = (type: number, handle: number, ...parts: Buffer[]) => {
		const body = Buffer.concat([API_HEADER.write({ Handle: handle }, isLittle), ...parts]);
		body.writeUInt32BE(body.length + HEADER, 0);
		return Buffer.concat(segmentsOf(type, [body], agreement));
	};
	const md = { Format: 'MQSTR', CodedCharSetId: 1208, Encoding: 546 };
	const put = request(
		SEGMENT.put,
		output,
		MQMD.write(md, isLittle),
		MQPMO.write({ Options: PMO.noSyncpoint | NEW_MESSAGE_ID }, isLittle),
		long(CONTENT.length),
		CONTENT,
	);
	const options = GMO.syncpoint | GMO.convert | GMO.failIfQuiescing | GMO.propertiesForceRfh2;
	const get = request(
		SEGMENT.get,
		input,
		MQMD.write({ CodedCharSetId: 1208, Encoding: 546 }, isLittle),
		MQGMO.write({ Options: options }, isLittle),
		long(most),
	);
	const commit = request(SEGMENT.commit, 0);
	const ask = responder(socket, isLittle);
	return {
		async put(count) {
			for (let at = 0; at < count; at++) await ask(put);
		},
		async drain(count) {
			let whole = 0;
			for (let at = 0; at < count; at++) {
				const { length } = await ask(get);
				await ask(commit);
				whole += Number(length > CONTENT.length);
			}
			return whole;
		},
		async close() {
			socket.destroy();
			return Promise.resolve();
		},
	};
}

/** Sends bytes and gives back the one segment that comes. @throws Error for a reason code */
function responder(socket: Socket, isLittle: boolean): (bytes: Buffer) => Promise<Buffer> {
	socket.removeAllListeners('data');
	let parts: Buffer[] = [];
	let held = 0;
	let answered: (segment: Buffer) => void = () => undefined;
	socket.on('data', (piece: Buffer) => {
		parts.push(piece);
		held += piece.length;
		if (held < HEADER || held < parts[0].readUInt32BE(4)) return;
		const segment = parts.length === 1 ? parts[0] : Buffer.concat(parts, held);
		parts = [];
		held = 0;
		answered(segment);
	});
	return async (bytes) => {
		const segment = await new Promise<Buffer>((resolve) => {
			answered = resolve;
			socket.write(bytes);
		});
		const at = HEADER + 8;
		const reason = isLittle ? segment.readInt32LE(at) : segment.readInt32BE(at);
		if (reason !== 0) throw new Error(`Reason code ${reason}`);
		return segment;
	};
}
