import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';

import { decompress } from './decompress';
import { ServiceError } from '../errors';
import { Recent } from '../memory';
import type { TransportResponse } from './transport';

/** A body as text, decoded by its charset, and as the bytes that it was sent as before it was compressed. */
export type Body = Required<Pick<TransportResponse, 'body' | 'bytes'>>;

/** Reads a body of at most `maxBytes` as {@link decodeBody} does. Faults of the stream pass. @throws ServiceError */
export async function readBody(
	stream: Readable,
	headers: TransportResponse['headers'],
	maxBytes: number,
): Promise<Body> {
	return await decodeBody(await collect(stream, maxBytes), headers, maxBytes);
}

/**
 * Decompresses a body to at most `maxBytes` and decodes it by its charset (header, else XML declaration, else UTF-8),
 * without a byte order mark.
 * @throws ServiceError `badAnswer` for more, for a body that expands beyond all likelihood, for an encoding that is not
 * known here, and for a body that is damaged
 */
export async function decodeBody(raw: Buffer, headers: TransportResponse['headers'], maxBytes: number): Promise<Body> {
	const coding = headers['content-encoding'];
	const bytes = coding === undefined ? raw : await unpacked(raw, String(coding), maxBytes);
	return { body: decode(bytes, String(headers['content-type'] ?? '')), bytes };
}

function decode(bytes: Buffer, contentType: string): string {
	// A byte order mark counts for more than what is declared (WHATWG Encoding).
	const isMarked = bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf;
	const decoder = decoderFor(isMarked ? 'charset=utf-8' : contentType, bytes);
	// Node.js 20 takes windows-1252 for Latin-1, which turns "€" into a control character, unless it is asked to stream.
	if (decoder.encoding === 'windows-1252') return decoder.decode(bytes, { stream: true }) + decoder.decode();
	return decoder.decode(bytes);
}

async function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(maxBytes);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

async function unpacked(raw: Buffer, coding: string, maxBytes: number): Promise<Buffer> {
	try {
		return await decompress(raw, coding, maxBytes);
	} catch (error) {
		throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxBytes) : error;
	}
}

/** By their names in lower case. The standard has some 200, with aliases; servers use two or three. */
const decoders = new Recent<TextDecoder>(16);

function decoderFor(contentType: string, bytes: Buffer): TextDecoder {
	const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? declaredIn(bytes) ?? 'utf-8';
	return decoderOf(charset.toLowerCase()) ?? decoderOf('utf-8') ?? new TextDecoder();
}

/** The charset that an XML declaration names. */
function declaredIn(bytes: Buffer): string | undefined {
	const start = bytes.toString('latin1', 0, 200);
	return /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(start)?.[1];
}

/** A decoder, which is kept because making one costs more than a small body; undefined for a name that is none. */
function decoderOf(name: string): TextDecoder | undefined {
	const known = decoders.get(name);
	if (known) return known;
	try {
		const made = new TextDecoder(name);
		decoders.set(name, made);
		return made;
	} catch {
		return undefined;
	}
}

/** What is thrown for a body above its bound. The same request would bring it again, so `passing` is false. */
export function tooLarge(maxBytes: number): ServiceError {
	return new ServiceError(
		'badAnswer',
		`The response is larger than ${Math.floor(maxBytes / 1024)} KB, the limit that is set.`,
		{
			hint: 'Request fewer records or fewer attributes, or raise the limit.',
			effect: 'unknown',
			passing: false,
		},
	);
}
