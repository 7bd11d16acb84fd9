import type { Descriptor } from '../queue';
import { RC, Refusal } from '../reasons';
import type { Session } from '../session';
import type { Reader, Writer } from './bytes';
import { readDescriptor, readGetOptions, readObject, readPutOptions, writeDescriptor } from './structures';

interface Call {
	session: Session;
	/** What follows the header of the call. */
	from: Reader;
	/** What follows the header of the response. */
	to: Writer;
	handle: number;
	/** Bytes; of the channel. */
	maximumMessage: number;
}

/** What a call came to beside what it wrote. */
interface Done {
	handle?: number;
	completion?: number;
	/** A warning. */
	reason?: number;
	/** Whether the client wants no response (MQPMO_ASYNC_RESPONSE). */
	isSilent?: boolean;
}

/** Names of the requests, for faults and the log. */
export const VERBS: Record<number, string> = {
	0x81: 'MQCONN',
	0x82: 'MQDISC',
	0x83: 'MQOPEN',
	0x84: 'MQCLOSE',
	0x85: 'MQGET',
	0x86: 'MQPUT',
	0x87: 'MQPUT1',
	0x89: 'MQINQ',
	0x8a: 'MQCMIT',
	0x8b: 'MQBACK',
	0x8c: 'SPI',
};

/** The calls of the MQI by the type of their segments. Each throws a {@link Refusal} with its reason code. */
export const CALLS: Record<number, (call: Call) => Done | Promise<Done>> = {
	0x82: ({ session }) => {
		session.commit();
		return {};
	},
	0x83: ({ session, from, to }) => {
		const od = readObject(from);
		const options = from.long();
		// A refusal brings the structures, too.
		to.bytes(od.raw).long(options);
		return { handle: session.open(od.type, od.name, options) };
	},
	0x84: ({ session, from, to, handle }) => {
		to.long(from.long());
		session.closeHandle(handle);
		return {};
	},
	0x85: get,
	0x86: (call) => put(call, (work) => work(call.handle)),
	0x87: (call) => {
		const od = readObject(call.from);
		call.to.bytes(od.raw);
		return put(call, (work) => {
			const handle = call.session.open(od.type, od.name, 0x10);
			try {
				return work(handle);
			} finally {
				call.session.closeHandle(handle);
			}
		});
	},
	0x89: inquire,
	0x8a: ({ session }) => {
		session.commit();
		return {};
	},
	0x8b: ({ session }) => {
		session.backOut();
		return {};
	},
	0x8c: ({ from, to }) => {
		// IBM's clients ask which calls beyond the MQI there are: none.
		const [verb, version, size] = [from.long(), from.long(), from.long()];
		if (verb !== QUERY) throw new Refusal(RC.unsupported);
		to.long(verb, version, size).text('SPQU', 4).long(1, 12).text('SPQO', 4).long(1, 16, 0);
		return {};
	},
};

const QUERY = 1;
const ASYNC_RESPONSE = 0x0001_0000;

function put(
	{ session, from, to, maximumMessage }: Call,
	using: (work: (handle: number) => Descriptor) => Descriptor,
): Done {
	const descriptor = readDescriptor(from);
	const { options, raw } = readPutOptions(from);
	const length = from.long();
	const data = from.rest();
	try {
		if (data.length !== length) throw new Refusal(RC.unsupported);
		if (length > maximumMessage) throw new Refusal(RC.tooBigForChannel);
		writeDescriptor(
			to,
			using((handle) => session.put(handle, descriptor, options, data)),
		).bytes(raw);
		return { isSilent: (options & ASYNC_RESPONSE) !== 0 };
	} catch (error) {
		writeDescriptor(to, descriptor).bytes(raw);
		throw error;
	}
}

async function get({ session, from, to, handle }: Call): Promise<Done> {
	const descriptor = readDescriptor(from);
	const { version, options, waitMs, matchOptions, raw } = readGetOptions(from);
	const request = { version, options, waitMs, matchOptions, descriptor, maximumLength: from.long() };
	const found = await session.get(handle, request).catch((error: unknown) => {
		writeDescriptor(to, descriptor).bytes(raw).long(0);
		throw error;
	});
	writeDescriptor(to, found.descriptor).bytes(raw).long(found.length).bytes(found.data);
	return { reason: found.reason };
}

function inquire({ session, from, to, handle }: Call): Done {
	const [count, integerCount, characterBytes] = [from.long(), from.long(), from.long()];
	if (count < 0 || count > 256) throw new Refusal(RC.selectorError);
	const selectors = Array.from({ length: count }, () => from.long());
	const { integers, characters } = session.inquire(handle, selectors);
	to.long(count, integerCount, characterBytes, ...selectors);
	to.long(...Array.from({ length: integerCount }, (_, at) => integers[at] ?? -1));
	to.text(characters, characterBytes);
	return {};
}
