import type { Readable } from 'node:stream';
import { promisify, TextDecoder } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';

import { ServiceError } from '../errors';
import type { TransportResponse } from './transport';

/** Reads a body of at most `maxBytes` as {@link decodeBody} does. Faults of the stream pass. @throws ServiceError */
export async function readBody(
	stream: Readable,
	headers: TransportResponse['headers'],
	maxBytes: number,
): Promise<string> {
	return await decodeBody(await collect(stream, maxBytes), headers, maxBytes);
}

/**
 * Decompresses a body to at most `maxBytes` and decodes it by its charset (header, else XML declaration, else UTF-8),
 * without a byte order mark.
 * @throws ServiceError `badAnswer` for more, for a body that expands beyond all likelihood, for an encoding that is not
 * known here, and for a body that is damaged
 */
export async function decodeBody(
	raw: Buffer,
	headers: TransportResponse['headers'],
	maxBytes: number,
): Promise<string> {
	const bytes = await decompress(raw, String(headers['content-encoding'] ?? ''), maxBytes);
	const decoder = decoderFor(String(headers['content-type'] ?? ''), bytes);
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

type Unpack = (packed: Buffer, options: ZlibOptions) => Promise<Buffer>;
const unpacked = (work: typeof gunzip | typeof brotliDecompress) => promisify(work) as Unpack;
/** "deflate" is zlib's form (RFC 9110); some servers send the bare stream. A zlib header is a multiple of 31. */
const inflateEither: Unpack = async (packed, options) =>
	await unpacked(
		packed.length > 1 && packed.readUInt16BE() % 31 === 0 && (packed[0] & 15) === 8 ? inflate : inflateRaw,
	)(packed, options);
const CODINGS: Record<string, Unpack> = {
	gzip: unpacked(gunzip),
	'x-gzip': unpacked(gunzip),
	br: unpacked(brotliDecompress),
	deflate: inflateEither,
};

/** Data compresses 10 to 60 times. Only what is made to do harm expands much more, to a thousand times and beyond. */
const MAX_EXPANSION = 200;
/** As far as anything may expand: so much is read in no time. */
const HARMLESS = 1024 * 1024;
const MAX_CODINGS = 2;

async function decompress(raw: Buffer, contentEncoding: string, maxBytes: number): Promise<Buffer> {
	const codings = contentEncoding
		.toLowerCase()
		.split(',')
		.map((coding) => coding.trim())
		.filter((coding) => coding !== '' && coding !== 'identity');
	if (raw.length === 0 || codings.length === 0) return raw;
	const bound = Math.min(maxBytes, Math.max(HARMLESS, raw.length * MAX_EXPANSION));
	let bytes = raw;
	for (const coding of codings.reverse()) {
		if (!Object.hasOwn(CODINGS, coding) || codings.length > MAX_CODINGS) throw unknownCoding(codings.join(', '));
		bytes = await unpack(CODINGS[coding], bytes, bound, maxBytes);
	}
	return bytes;
}

async function unpack(work: Unpack, packed: Buffer, bound: number, maxBytes: number): Promise<Buffer> {
	try {
		return await work(packed, { maxOutputLength: bound });
	} catch (error) {
		if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') {
			throw bound === maxBytes ? tooLarge(maxBytes) : expanding();
		}
		throw new ServiceError('badAnswer', 'The response is compressed and was damaged on the way.', {
			effect: 'unknown',
		});
	}
}

/** By the names and aliases of the standard, in lower case: some 200, so the map stays small whatever servers send. */
const decoders = new Map<string, TextDecoder>();

function decoderFor(contentType: string, bytes: Buffer): TextDecoder {
	const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(bytes.toString('latin1', 0, 200));
	const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? declared?.[1] ?? 'utf-8';
	return decoderOf(charset.toLowerCase()) ?? decoderOf('utf-8') ?? new TextDecoder();
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

/** The number of decoders that are kept. */
export const keptDecoders = (): number => decoders.size;

/** What is thrown for a body above its bound. The same request would bring it again, so `passing` is false. */
export function tooLarge(maxBytes: number): ServiceError {
	return new ServiceError(
		'badAnswer',
		`The response is larger than ${Math.floor(maxBytes / 1024)} KB, the bound that is set.`,
		{
			hint: 'Ask for fewer records or fewer attributes, or raise the bound.',
			effect: 'unknown',
			passing: false,
		},
	);
}

function expanding(): ServiceError {
	return new ServiceError(
		'badAnswer',
		`The response expands to more than ${MAX_EXPANSION} times its size, as nothing but an attack does.`,
		{
			hint: 'Ask whoever runs the server or the gateway what it sends. Ask for fewer records if it is data after all.',
			effect: 'unknown',
			passing: false,
		},
	);
}

function unknownCoding(codings: string): ServiceError {
	const shown = codings.replace(/[^\w, -]/g, '?').slice(0, 60);
	return new ServiceError('badAnswer', `The response is compressed in a way that is not known here (${shown}).`, {
		hint: 'A gateway may ignore which compressions are accepted. It has to send gzip, br, deflate or none.',
		effect: 'unknown',
		passing: false,
	});
}
