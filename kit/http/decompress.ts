import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

import { ServiceError } from '../errors';

type Unpack = (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const deflated = promisify<Buffer, object, Buffer>(inflate);
const deflatedRaw = promisify<Buffer, object, Buffer>(inflateRaw);
const gzipped = promisify<Buffer, object, Buffer>(gunzip);

/** The codings that are read: only gzip is asked for, but some gateways do not care (RFC 9110, 8.4.1). */
const CODINGS = new Map<string, Unpack>(
	Object.entries({
		gzip: gzipped,
		'x-gzip': gzipped,
		br: promisify<Buffer, object, Buffer>(brotliDecompress),
		// Some servers leave the zlib header out that "deflate" is defined with.
		deflate: async (packed: Buffer, options: object) =>
			packed.length > 1 && (packed[0] & 0x0f) === 8 && packed.readUInt16BE(0) % 31 === 0
				? await deflated(packed, options)
				: await deflatedRaw(packed, options),
	}),
);

/** More codings on top of each other are nobody's honest work. */
const MOST_CODINGS = 2;
/** Data compress 10 to 60 times. Only what is made to do harm expands much more, to a thousand times and beyond. */
const MAX_EXPANSION = 200;
/** As far as anything may expand: so much is read in no time. */
const HARMLESS = 1024 * 1024;

/**
 * Undoes the codings that Content-Encoding lists, the last one first; no step makes more than `maxBytes`, nor more than
 * 200 times what arrived.
 * @throws ServiceError `badAnswer` for a damaged body, for one that expands beyond all likelihood, and for a coding that
 * is not read, which it names; `ERR_BUFFER_TOO_LARGE` of Node.js for more than `maxBytes`
 */
export async function decompress(body: Buffer, contentEncoding: string, maxBytes: number): Promise<Buffer> {
	const codings = contentEncoding
		.toLowerCase()
		.split(',')
		.map((coding) => coding.trim())
		.filter((coding) => coding !== '' && coding !== 'identity');
	if (body.length === 0 || codings.length === 0) return body;
	const unknown = codings.find((coding) => !CODINGS.has(coding));
	if (unknown !== undefined || codings.length > MOST_CODINGS) throw unread(unknown ?? codings.join(', '));
	const bound = Math.min(maxBytes, Math.max(HARMLESS, body.length * MAX_EXPANSION));
	let bytes = body;
	for (const coding of codings.reverse()) {
		try {
			bytes = await (CODINGS.get(coding) as Unpack)(bytes, { maxOutputLength: bound });
		} catch (error) {
			if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw bound < maxBytes ? expanding() : error;
			throw new ServiceError('badAnswer', `The response is compressed (${coding}) and was damaged on the way.`, {
				effect: 'unknown',
			});
		}
	}
	return bytes;
}

/** The same request would bring the same, so `passing` is false. */
function expanding(): ServiceError {
	const message = `The response expands to more than ${MAX_EXPANSION} times its size, which suggests an attack.`;
	return new ServiceError('badAnswer', message, {
		hint: 'Ask whoever runs the server or the gateway what it sends. If it is real data, request fewer records.',
		effect: 'unknown',
		passing: false,
	});
}

function unread(coding: string): ServiceError {
	const shown = coding.replace(/[^\w, -]/g, '?').slice(0, 60);
	return new ServiceError('badAnswer', `The response is compressed in an unsupported way: ${shown}.`, {
		hint: 'Only gzip was requested. Have the gateway in front of the server use gzip, br, deflate or no compression.',
		effect: 'unknown',
		passing: false,
	});
}
