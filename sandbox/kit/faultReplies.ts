import { echoReply } from './echo';
import { htmlReply, type Exchange, type Reply } from './exchange';
import type { Fault } from './faults';

/** The reply of a fault that responds in place of any product; undefined for all other kinds. */
export function replyOf(fault: Fault, exchange: Exchange): Reply | undefined {
	switch (fault.kind) {
		case 'status':
			return {
				status: fault.status ?? 503,
				headers: {
					'content-type': fault.contentType ?? 'text/plain',
					...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
					...fault.headers,
				},
				body: fault.body ?? '',
			};
		case 'html':
			return htmlReply(fault.status ?? 200, 'Gateway');
		case 'echo':
			return echoReply(fault, exchange);
		default:
			return undefined;
	}
}

/** The true answer, spoilt as the fault says; kinds that work on the connection leave it as it is. */
export function spoil(fault: Fault, reply: Reply): Reply {
	const body = Buffer.from(reply.body);
	const charset = (name: string): Record<string, string> => ({
		...reply.headers,
		'content-type': (reply.headers['content-type'] ?? 'application/json').replace(/charset=.*/i, `charset=${name}`),
	});
	switch (fault.kind) {
		case 'malformed':
			return { ...reply, body: body.subarray(0, Math.max(1, body.length >> 1)) };
		case 'oversize':
			return { ...reply, body: Buffer.concat([body, Buffer.alloc(fault.bytes ?? 64 * 1024 * 1024, ' ')]) };
		case 'latin1':
			return { ...reply, headers: charset('ISO-8859-1'), body: Buffer.from(body.toString(), 'latin1') };
		case 'wrongCharset':
			return { ...reply, headers: charset('UTF-8'), body: Buffer.from(body.toString(), 'latin1') };
		case 'bom':
			return { ...reply, body: Buffer.concat([Buffer.from('\uFEFF'), body]) };
		case 'wrongType':
			return { ...reply, headers: { ...reply.headers, 'content-type': fault.contentType ?? 'text/html' } };
		default:
			return reply;
	}
}
