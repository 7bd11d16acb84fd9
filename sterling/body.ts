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
	stream: AsyncIterable<Uint8Array>,
	headers: TransportResponse['headers'],
	maxBytes: number,
): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(maxBytes);
		chunks.push(chunk);
	}
	const raw = Buffer.concat(chunks);
	const bytes =
		raw.length > 0 && /gzip/i.test(String(headers['content-encoding'] ?? ''))
			? await unzip(raw, maxBytes)
			: raw;
	return decoder(String(headers['content-type'] ?? ''), bytes).decode(bytes);
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

function decoder(contentType: string, bytes: Buffer): TextDecoder {
	const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(
		bytes.toString('latin1', 0, 200),
	);
	const label = /charset="?([\w.:-]+)/i.exec(contentType)?.[1] ?? declared?.[1] ?? 'utf-8';
	try {
		return new TextDecoder(label);
	} catch {
		return new TextDecoder();
	}
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
