import { decode, hasTshark } from '../../../support/mq/capture';
import { MqBench } from '../../../support/mq/mqBench';
import { startRelay, type Piece } from '../../../support/mq/relay';
import ibm from './ibmFrames.json';

/**
 * Wireshark reads the protocol by a dissector of its own. Where tshark is not installed, these tests are skipped and
 * counted as skipped.
 */
const onTshark = hasTshark() ? test : test.skip;
const bench = MqBench.forFile();
const QUEUE = 'DEV.QUEUE.1';
const LARGE = 200_000;
const CORRELATION_ID = 'ab'.repeat(24);
const MESSAGE_ID = 'cd'.repeat(24);
/** Bytes of the queue's name and others on the wire. */
const padded = (text: string, length = 48) => text.padEnd(length);

/** A conversation with every call that the client makes. @returns what both sides said */
async function recorded(): Promise<Piece[]> {
	const relay = await startRelay(bench.sandbox.port);
	try {
		const connection = await bench.connect({ address: `127.0.0.1(${relay.port})` });
		const descriptor = { messageId: MESSAGE_ID, correlationId: CORRELATION_ID, priority: 7, persistent: true };
		await connection.put(QUEUE, {
			body: Buffer.from('one'),
			descriptor: { ...descriptor, expiry: 60_000, replyToQueue: 'DEV.QUEUE.2' },
		});
		await connection.put(QUEUE, { body: Buffer.alloc(LARGE, 'x'), properties: { count: 1 } });
		await connection.inquire(QUEUE);
		for await (const { body } of connection.browse(QUEUE)) expect(body.length).toBeGreaterThan(0);
		await connection.get(QUEUE, { inUnitOfWork: true, correlationId: CORRELATION_ID });
		await connection.backOut();
		await connection.get(QUEUE, { inUnitOfWork: true, messageId: MESSAGE_ID });
		await connection.commit();
		expect((await connection.get(QUEUE))?.body).toHaveLength(LARGE);
		expect(await connection.get(QUEUE, { wait: 40 })).toBeUndefined();
		await connection.close();
		return relay.connections[0];
	} finally {
		await relay.close();
	}
}

const FAULTS = ['_ws.malformed', '_ws.expert.message'];
const KNOWN = [
	...['mq.tsh.type', 'mq.api.reasoncode', 'mq.id.channelname', 'mq.id.faplevel', 'mq.id.convbyskt', 'mq.conn.qm'],
	...['mq.caut.usrlength', 'mq.caut.pswlength', 'mq.od.objname', 'mq.open.options', 'mq.inq.sel', 'mq.put.length'],
	...['mq.md.msgid', 'mq.md.correlid', 'mq.md.format', 'mq.md.expiry', 'mq.md.persistence', 'mq.md.priority'],
	...['mq.md.replytoq', 'mq.md.encoding', 'mq.md.ccsid', 'mq.pmo.options', 'mq.gmo.getmsgopt', 'mq.gmo.matchopt'],
	'mq.gmo.waitint',
];

const segment = (type: string, fields: Record<string, string[]> = {}) =>
	expect.objectContaining({ 'mq.tsh.type': expect.arrayContaining([type]), ...fields });

onTshark.each(['little', 'big'] as const)(
	'Wireshark decodes all that the client says to a %s-endian queue manager, and reads what was meant',
	async (byteOrder) => {
		bench.sandbox.behaviour.byteOrder = byteOrder;
		const rows = await decode(await recorded(), [...FAULTS, ...KNOWN]);
		expect(rows.filter((row) => row['_ws.malformed'])).toEqual([]);
		// Two fields of the password's protection, which IBM's client sends and the dissector does not know.
		const strange = rows.filter((row) => row['_ws.expert.message']);
		expect(strange.map((row) => row['mq.tsh.type'])).toEqual([['0x0a']]);

		const get = (more: Record<string, string[]>) => segment('0x85', { 'mq.put.length': ['104857600'], ...more });
		const [none, encoding] = ['00'.repeat(24), ['546']];
		const wanted = [
			segment('0x01', {
				'mq.id.channelname': [padded('DEV.APP.SVRCONN', 20)],
				'mq.id.faplevel': ['12'],
				'mq.id.convbyskt': ['0'],
			}),
			segment('0x0a', { 'mq.caut.usrlength': ['0x00000003'], 'mq.caut.pswlength': ['0x0000000e'] }),
			segment('0x81', { 'mq.conn.qm': [padded('OM_QMGR')] }),
			segment('0x87', {
				'mq.od.objname': [padded(QUEUE)],
				'mq.md.msgid': [MESSAGE_ID],
				'mq.md.correlid': [CORRELATION_ID],
				'mq.md.format': [padded('MQSTR', 8)],
				'mq.md.encoding': encoding,
				'mq.md.ccsid': ['1208'],
				'mq.md.expiry': ['600'],
				'mq.md.persistence': ['1'],
				'mq.md.priority': ['7'],
				'mq.md.replytoq': [padded('DEV.QUEUE.2')],
				'mq.pmo.options': ['0x00002004'],
				'mq.put.length': ['3'],
			}),
			segment('0x83', { 'mq.od.objname': [padded(QUEUE)], 'mq.open.options': ['0x00002010'] }),
			segment('0x86', {
				'mq.md.format': [padded('MQHRF2', 8)],
				'mq.put.length': [expect.stringMatching(/^2001\d\d$/) as string],
			}),
			segment('0x89', { 'mq.inq.sel': ['3', '9', '10', '13', '15', '17', '18', '22', '2013', '2019'] }),
			segment('0x83', { 'mq.open.options': ['0x00002008'] }),
			get({ 'mq.gmo.getmsgopt': ['0x02006054'], 'mq.md.msgid': [none] }),
			get({ 'mq.gmo.getmsgopt': ['0x02006064'] }),
			segment('0x84'),
			segment('0x83', { 'mq.open.options': ['0x00002002'] }),
			get({
				'mq.gmo.getmsgopt': ['0x02006002'],
				'mq.gmo.matchopt': ['0x00000002'],
				'mq.md.correlid': [CORRELATION_ID],
			}),
			segment('0x8b'),
			get({ 'mq.gmo.getmsgopt': ['0x02006002'], 'mq.gmo.matchopt': ['0x00000001'], 'mq.md.msgid': [MESSAGE_ID] }),
			segment('0x8a'),
			// What is left of the wait by then.
			get({
				'mq.gmo.getmsgopt': ['0x02006003'],
				'mq.gmo.waitint': [expect.stringMatching(/^([1-3]?\d|40)$/) as string],
			}),
			segment('0x82'),
			segment('0x05'),
		];
		for (const one of wanted) expect(rows).toContainEqual(one);
		// Responses as well, with the one reason code that there was.
		const reasons = rows.flatMap((row) => row['mq.api.reasoncode'] ?? []).filter((code) => code !== '0');
		expect(new Set(reasons)).toEqual(new Set(['2033']));
	},
	60_000,
);

onTshark("Wireshark finds no more fault with the client's password than with that of IBM's", async () => {
	const pieces = Object.values(ibm).map((hex) => ({ fromClient: true, bytes: Buffer.from(hex, 'hex') }));
	const rows = await decode(pieces, [...FAULTS, 'mq.tsh.type']);
	const strange = rows.filter((row) => FAULTS.some((fault) => row[fault]));
	expect(strange.map((row) => row['mq.tsh.type'])).toEqual([['0x0a']]);
});
