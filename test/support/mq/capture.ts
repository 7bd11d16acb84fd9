import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Piece } from './relay';

const run = promisify(execFile);
/** Link type of packets that begin with their IP header. */
const RAW_IP = 101;
const [CLIENT_PORT, SERVER_PORT] = [50_000, 1414];
/** Bytes of a packet's data. */
const MOST = 16_000;

/** Whether tshark, Wireshark's program for the command line, is installed. */
export const hasTshark = (): boolean => spawnSync('tshark', ['--version']).status === 0;

/**
 * What Wireshark makes of a connection to a queue manager: one object for each segment that it sees, with all values of
 * those of the wanted fields that it has.
 */
export async function decode(
	pieces: readonly Piece[],
	fields: readonly string[],
): Promise<Array<Record<string, string[] | undefined>>> {
	const folder = await mkdtemp(join(tmpdir(), 'mq-capture-'));
	const file = join(folder, 'mq.pcap');
	try {
		await writeFile(file, captureOf(pieces));
		const shown = fields.flatMap((field) => ['-e', field]);
		const how = [
			'-n',
			'-r',
			file,
			'-d',
			`tcp.port==${SERVER_PORT},mq`,
			'-Y',
			'mq',
			'-T',
			'fields',
			'-E',
			'separator=|',
		];
		const { stdout } = await run('tshark', [...how, '-E', 'aggregator=;', ...shown], { maxBuffer: 64 * 1024 * 1024 });
		return stdout
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => {
				const values = line.split('|');
				return Object.fromEntries(fields.flatMap((field, at) => (values[at] ? [[field, values[at].split(';')]] : [])));
			});
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** A file in the format of libpcap. */
function captureOf(pieces: readonly Piece[]): Buffer {
	const head = Buffer.alloc(24);
	head.writeUInt32LE(0xa1b2c3d4, 0);
	head.writeUInt16LE(2, 4);
	head.writeUInt16LE(4, 6);
	head.writeUInt32LE(65_535, 16);
	head.writeUInt32LE(RAW_IP, 20);
	const sent = { client: 1, server: 1 };
	const packets = [packet(sent, true, Buffer.alloc(0), 0x02), packet(sent, false, Buffer.alloc(0), 0x12)];
	sent.client += 1;
	sent.server += 1;
	for (const { fromClient, bytes } of pieces) {
		for (let at = 0; at < bytes.length; at += MOST) {
			const part = bytes.subarray(at, at + MOST);
			packets.push(packet(sent, fromClient, part, 0x18));
			sent[fromClient ? 'client' : 'server'] += part.length;
		}
	}
	const records = packets.map((bytes, at) => {
		const record = Buffer.alloc(16);
		record.writeUInt32LE(1, 0);
		record.writeUInt32LE(at, 4);
		record.writeUInt32LE(bytes.length, 8);
		record.writeUInt32LE(bytes.length, 12);
		return Buffer.concat([record, bytes]);
	});
	return Buffer.concat([head, ...records]);
}

/** IPv4 and TCP around data. Checksums are left out, which tshark does not mind. */
function packet(sent: { client: number; server: number }, fromClient: boolean, data: Buffer, flags: number): Buffer {
	const [own, other] = fromClient ? [sent.client, sent.server] : [sent.server, sent.client];
	const header = Buffer.alloc(40);
	header[0] = 0x45;
	header.writeUInt16BE(40 + data.length, 2);
	header[8] = 64;
	header[9] = 6;
	const [from, to] = fromClient ? [1, 2] : [2, 1];
	header.set([10, 0, 0, from], 12);
	header.set([10, 0, 0, to], 16);
	header.writeUInt16BE(fromClient ? CLIENT_PORT : SERVER_PORT, 20);
	header.writeUInt16BE(fromClient ? SERVER_PORT : CLIENT_PORT, 22);
	header.writeUInt32BE(own, 24);
	header.writeUInt32BE(flags === 0x02 ? 0 : other, 28);
	header[32] = 0x50;
	header[33] = flags;
	header.writeUInt16BE(65_535, 34);
	return Buffer.concat([header, data]);
}
