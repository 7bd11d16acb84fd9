import {
	API_HEADER,
	CONNECT,
	CONNECTION_AUTHENTICATION,
	INITIAL_DATA,
	MQGMO,
	MQMD,
	MQOD,
	MQPMO,
	USER_ID,
} from '../../../../clients/mq/builtIn/layouts';
import { HEADER_LENGTH } from '../../../../clients/mq/builtIn/segments';
import type { Fields, Struct } from '../../../../clients/mq/builtIn/struct';
import { MqBench } from '../../../support/mq/mqBench';
import ibm from './ibmFrames.json';

/**
 * Requests that IBM's client for Java sent to the emulated queue manager (npm run e2e -- --ibm-client --record), compared
 * with those of the built-in client, field by field.
 */
const bench = MqBench.forFile();

const TYPES: Record<string, number> = {
	initialData: 0x01,
	end: 0x05,
	userId: 0x08,
	authentication: 0x0a,
	connect: 0x81,
	disconnect: 0x82,
	open: 0x83,
	close: 0x84,
	get: 0x85,
	put: 0x86,
	put1: 0x87,
	inquire: 0x89,
	commit: 0x8a,
	backOut: 0x8b,
};

let own: Record<string, Buffer>;

beforeAll(async () => {
	const { sandbox } = bench;
	sandbox.records = true;
	const anonymous = await bench.connect({ password: undefined });
	await anonymous.close();
	const connection = await bench.connect();
	const message = { body: Buffer.from("Hello from IBM's client") };
	await connection.put('DEV.QUEUE.2', message);
	await connection.put('DEV.QUEUE.2', message);
	await connection.inquire('DEV.QUEUE.1');
	for await (const seen of connection.browse('DEV.QUEUE.2', { limit: 1 })) expect(seen.body).toEqual(message.body);
	await connection.get('DEV.QUEUE.2', { inUnitOfWork: true });
	await connection.backOut();
	await connection.commit();
	await connection.close();
	sandbox.records = false;
	own = {};
	for (const segment of sandbox.recorded) {
		const name = Object.keys(TYPES).find((key) => TYPES[key] === segment[9]);
		if (name) own[name] = segment;
	}
});

const golden = (name: string) => Buffer.from((ibm as Record<string, string>)[name], 'hex');

test.each(Object.keys(TYPES))('%s has the header of a segment that IBM sends', (name) => {
	const [ours, theirs] = [own[name], golden(name)];
	const fixed = (bytes: Buffer) => ({
		eyecatcher: bytes.toString('latin1', 0, 4),
		byteOrder: bytes[8],
		type: bytes[9],
		flags: bytes[10],
		flags2: bytes[11],
		unitOfWork: bytes.toString('hex', 12, 20),
		ccsid: bytes.readUInt16LE(24),
		reserved: bytes.readUInt16LE(26),
	});
	expect(fixed(ours)).toEqual(fixed(theirs));
	expect(ours.readUInt32BE(4)).toBe(ours.length);
	// Numbers in data of Java are big-endian whatever the machine is.
	expect([ours.readInt32LE(20), theirs.readInt32LE(20)]).toEqual([546, 273]);
});

/** The fields of structures one behind the other, from a place on. */
function fieldsOf(bytes: Buffer, at: number, ...structs: Array<Struct<Fields>>): Record<string, unknown> {
	let from = at;
	const all: Record<string, unknown> = {};
	for (const [index, struct] of structs.entries()) {
		const fields = struct.read(bytes.subarray(from), true);
		for (const [name, value] of Object.entries(fields)) {
			all[`${index} ${name}`] = Buffer.isBuffer(value) ? value.toString('hex') : value;
		}
		from += struct.length;
	}
	return all;
}

/** The names of fields that differ, without those that are meant to. */
function differing(ours: Record<string, unknown>, theirs: Record<string, unknown>, meant: string[]): string[] {
	return Object.keys(ours).filter((name) => ours[name] !== theirs[name] && !meant.includes(name.replace(/^\d /, '')));
}

const anyStruct = (struct: object) => struct as Struct<Fields>;
const BODY = HEADER_LENGTH;
const CALL = BODY + API_HEADER.length;

test.each<[string, number, object[], string[]]>([
	[
		'initialData',
		BODY,
		[INITIAL_DATA],
		// The level, and with it what both may do; who it is.
		[
			'FapLevel',
			'ExtraLength',
			'HeartbeatInterval',
			'ConversationsPerSocket',
			'Capabilities3',
			'ProcessId',
			'ThreadId',
			'TraceId',
			'ProductId',
			'QueueManagerId',
		],
	],
	['userId', BODY, [USER_ID], ['UserId', 'LongUserId']],
	['authentication', BODY, [CONNECTION_AUTHENTICATION], []],
	[
		'connect',
		CALL,
		[CONNECT],
		[
			'ApplName',
			'ApplType',
			'Options',
			'XOptions',
			'FcnoVersion',
			'FcnoProductId',
			'FcnoQueueManagerId',
			'FcnoReserved',
		],
	],
	['open', CALL, [MQOD], ['Version', 'ObjectName', 'ObjectType']],
	['put', CALL, [MQMD], ['MsgId', 'Encoding', 'Persistence']],
	[
		'get',
		CALL,
		[MQMD, MQGMO],
		[
			'Encoding',
			'CodedCharSetId',
			'Options',
			'WaitInterval',
			'MatchOptions',
			'GroupStatus',
			'SegmentStatus',
			'Segmentation',
			'Reserved1',
			'MsgToken',
			'ReturnedLength',
			'Expiry',
			'MsgType',
			'Priority',
			'Persistence',
			'Format',
			'OriginalLength',
			'Version',
		],
	],
])('the fields of %s are those of IBM, save for what is meant to differ', (name, at, structs, meant) => {
	const all = structs.map(anyStruct);
	expect(differing(fieldsOf(own[name], at, ...all), fieldsOf(golden(name), at, ...all), meant)).toEqual([]);
});

test('calls without parameters, and of close, are the same to the byte but for the handle', () => {
	const blank = Buffer.alloc(4);
	const without = (bytes: Buffer) =>
		Buffer.concat([bytes.subarray(0, 20), blank, bytes.subarray(24, 40), blank, bytes.subarray(44)]).toString('hex');
	for (const name of ['commit', 'backOut', 'disconnect', 'close', 'end'])
		expect(without(own[name])).toBe(without(golden(name)));
});

test('the data of a message is where IBM puts it: behind MQMD, MQPMO and its length', () => {
	const [ours, theirs] = [own.put, golden('put')];
	const at = CALL + MQMD.length;
	expect(theirs.toString('latin1', at, at + 4)).toBe('PMO ');
	expect(ours.toString('latin1', at, at + 4)).toBe('PMO ');
	// IBM's has version 2, whose pointers have 32 bits on the wire.
	expect(theirs.readInt32LE(at + 4)).toBe(2);
	expect(theirs.readInt32LE(at + 152)).toBe(theirs.length - at - 156);
	expect(ours.readInt32LE(at + MQPMO.length)).toBe(ours.length - at - MQPMO.length - 4);
});
