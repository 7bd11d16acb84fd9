import type { Readable } from 'node:stream';
import { promisify, TextDecoder } from 'node:util';
import { gunzip } from 'node:zlib';

import { SterlingError } from './errors';
import type { TransportResponse } from './transport';

/**
 * Reads a body of at most `maxBytes` (also after decompression), decoded by its charset (header, else
 * XML declaration, else UTF-8) and without a byte order mark. Throws `badAnswer` for more, and lets
 * connection faults through.
 */
export async function readBody(
	stream: Readable,
	headers: TransportResponse['headers'],
	maxBytes: number,
): Promise<string> {
	const raw = await collect(stream, maxBytes);
	const bytes =
		raw.length > 0 && /gzip/i.test(String(headers['content-encoding'] ?? ''))
			? await unzip(raw, maxBytes)
			: raw;
	return decoder(String(headers['content-type'] ?? ''), bytes).decode(bytes);
}

/** By events: an async iterator costs more than all the rest of a small answer. */
function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		let isWhole = false;
		stream.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > maxBytes) stream.destroy(tooLarge(maxBytes));
			else chunks.push(chunk);
		});
		stream.on('error', reject);
		stream.on('end', () => {
			isWhole = true;
			resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
		});
		stream.on('close', () => isWhole || reject(cutOff()));
	});
}

async function unzip(raw: Buffer, maxBytes: number): Promise<Buffer> {
	try {
		return await promisify<Buffer, object, Buffer>(gunzip)(raw, { maxOutputLength: maxBytes });
	} catch (error) {
		if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
		throw new SterlingError('badAnswer', 'The answer is compressed and was damaged on the way.', {
			effect: 'unknown',
		});
	}
}

const decoders = new Map<string, TextDecoder>();

function decoder(contentType: string, bytes: Buffer): TextDecoder {
	const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(
		bytes.toString('latin1', 0, 200),
	);
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

function cutOff(): Error {
	return Object.assign(new Error('The body ended early.'), { code: 'ECONNRESET' });
}

function tooLarge(maxBytes: number): SterlingError {
	return new SterlingError(
		'badAnswer',
		`The answer is larger than ${Math.floor(maxBytes / 1024)} KB, the bound that is set.`,
		{
			hint: 'Ask for fewer records or a smaller template, or raise the bound.',
			effect: 'unknown',
		},
	);
}
