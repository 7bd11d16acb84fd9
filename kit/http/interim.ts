import type { Duplex } from 'node:stream';

import type { Connectors } from './vendor/undici';

/** The start of an interim response that undici takes for a broken connection; RFC 9110 lets a client ignore it. */
const CONTINUE = Buffer.from('HTTP/1.1 100 ');
const END = Buffer.from('\r\n\r\n');
/** A longer head than this is left to undici, which refuses it. */
const MAX_HEAD_BYTES = 16 * 1024;

/**
 * The same connector, for servers that send an unsolicited `100 Continue` (RFC 9110, 15.2.1). undici closes the
 * connection on it, so it is taken out of what the socket reads before a response begins. Bodies are never touched.
 */
export function ignoringContinue(connector: Connectors.connector): Connectors.connector {
	return (options, callback) =>
		connector(options, (error, socket) => {
			if (error) return callback(error, null);
			dropContinue(socket);
			callback(null, socket);
		});
}

/** Requests are not pipelined, so what follows the writing of one is the head of its response. */
function dropContinue(socket: Duplex): void {
	let isAwaited = false;
	let held: Buffer = Buffer.alloc(0);
	const read = socket.read.bind(socket);
	const write = socket.write.bind(socket) as (...parameters: unknown[]) => boolean;
	socket.write = (...parameters: unknown[]) => {
		isAwaited = true;
		return write(...parameters);
	};
	socket.read = (size?: number): Buffer | null => {
		for (;;) {
			const chunk = read(size) as Buffer | null;
			if (!isAwaited || chunk === null) return chunk;
			held = withoutContinue(held.length === 0 ? chunk : Buffer.concat([held, chunk]));
			if (held.length === 0 || mayBeContinue(held)) continue;
			const rest = held;
			held = Buffer.alloc(0);
			isAwaited = false;
			return rest;
		}
	};
}

/** Offset of the status, which distinguishes a response from a `100 Continue`. */
const STATUS_AT = 'HTTP/1.1 '.length;

function withoutContinue(bytes: Buffer): Buffer {
	let rest = bytes;
	while (rest[STATUS_AT] === CONTINUE[STATUS_AT] && rest.subarray(0, CONTINUE.length).equals(CONTINUE)) {
		const end = rest.indexOf(END);
		if (end === -1) break;
		rest = rest.subarray(end + END.length);
	}
	return rest;
}

/** Whether more bytes are needed to decide. */
function mayBeContinue(bytes: Buffer): boolean {
	if (bytes.length > STATUS_AT && bytes[STATUS_AT] !== CONTINUE[STATUS_AT]) return false;
	const length = Math.min(bytes.length, CONTINUE.length);
	return bytes.length <= MAX_HEAD_BYTES && bytes.subarray(0, length).equals(CONTINUE.subarray(0, length));
}
