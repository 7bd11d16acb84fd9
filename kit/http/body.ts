import type { Readable } from 'node:stream';
import { promisify, TextDecoder } from 'node:util';
import { gunzip } from 'node:zlib';

import { ServiceError } from '../errors';
import type { TransportResponse } from './transport';

/** Reads a body of at most `maxBytes` as {@link decodeBody} does. Throws `badAnswer` for more; faults of the stream pass. */
export async function readBody(
	stream: Readable,
	headers: TransportResponse['headers'],
	maxBytes: number,
): Promise<string> {
	return await decodeBody(await collect(stream, maxBytes), headers, maxBytes);
}

/**
 * Decompresses a body to at most `maxBytes` and decodes it by its charset (header, else XML declaration, else UTF-8),
 * without a byte order mark. Throws `badAnswer` for more, and for a body that was damaged.
 */
export async function decodeBody(
	raw: Buffer,
	headers: TransportResponse['headers'],
	maxBytes: number,
): Promise<string> {
	const isPacked = raw.length > 0 && /gzip/i.test(String(headers['content-encoding'] ?? ''));
	const bytes = isPacked ? await unzip(raw, maxBytes) : raw;
	return decoder(String(headers['content-type'] ?? ''), bytes).decode(bytes);
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

async function unzip(raw: Buffer, maxBytes: number): Promise<Buffer> {
	try {
		return await promisify<Buffer, object, Buffer>(gunzip)(raw, { maxOutputLength: maxBytes });
	} catch (error) {
		if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
		throw new ServiceError('badAnswer', 'The answer is compressed and was damaged on the way.', {
			effect: 'unknown',
		});
	}
}

const decoders = new Map<string, TextDecoder>();

function decoder(contentType: string, bytes: Buffer): TextDecoder {
	const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(bytes.toString('latin1', 0, 200));
	const label = /charset="?([\w.:-]+)/i.exec(contentType)?.[1] ?? declared?.[1] ?? 'utf-8';
	const known = decoders.get(label);
	if (known) return known;
	try {
		const made = new TextDecoder(label);
		// Only names that are charsets get here, so the map stays small.
		decoders.set(label, made);
		return made;
	} catch {
		return new TextDecoder();
	}
}

/** What is thrown for a body above its bound. */
export function tooLarge(maxBytes: number): ServiceError {
	return new ServiceError(
		'badAnswer',
		`The answer is larger than ${Math.floor(maxBytes / 1024)} KB, the bound that is set.`,
		{
			hint: 'Ask for fewer records or a smaller template, or raise the bound.',
			effect: 'unknown',
		},
	);
}
