import { bytesInUtf8 } from './conversion';
import type { MqBehaviour } from './options';
import type { Descriptor, Stored } from './queue';
import { RC } from './reasons';

const GMO = { acceptTruncated: 0x40, convert: 0x4000 };

/** What a get asks for. */
export interface GetRequest {
	version: number;
	options: number;
	waitMs: number;
	matchOptions: number;
	descriptor: Descriptor;
	maximumLength: number;
}

/** A message that a get found. A reason other than 0 is a warning, or 2080, which comes with no data. */
export interface Found {
	descriptor: Descriptor;
	data: Buffer;
	/** Of the whole message. */
	length: number;
	reason: number;
}

type Given = Pick<Found, 'descriptor' | 'data' | 'reason'>;

/** A message as a get asks for it: in its character set, and as much of it as has room. */
export function deliver({ descriptor, data }: Stored, request: GetRequest, behaviour: MqBehaviour): Found {
	const { options, maximumLength } = request;
	const plain: Given = { descriptor: { ...descriptor }, data, reason: 0 };
	const given = options & GMO.convert ? converted(plain, request, behaviour) : plain;
	const { length } = given.data;
	if (length <= maximumLength) return { ...given, length };
	const reason = options & GMO.acceptTruncated ? RC.truncatedAccepted : RC.truncatedFailed;
	return { ...given, length, reason, data: given.data.subarray(0, maximumLength) };
}

function converted(given: Given, { descriptor: { ccsid } }: GetRequest, { converts }: MqBehaviour): Given {
	const { descriptor, data } = given;
	if (descriptor.format !== 'MQSTR' || descriptor.ccsid === ccsid || ccsid !== 1208) return given;
	const bytes = converts ? bytesInUtf8(data, descriptor) : undefined;
	if (!bytes) return { ...given, reason: RC.notConverted };
	return { descriptor: { ...descriptor, ccsid }, data: bytes, reason: 0 };
}
