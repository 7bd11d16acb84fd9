import { randomBytes } from 'node:crypto';

import { ID_BYTES } from './mqmd';
import type { MqmdToPut } from './wireMessage';

/** Random bytes for so many IDs are drawn at once: drawing takes 5 µs, however few they are. */
const DRAWN = 128;
const NONE = Buffer.alloc(ID_BYTES);

let drawn = Buffer.alloc(0);
let next = 0;

/** The descriptor with a message ID of its own where it has none: a message whose response is lost can be looked for. */
export function withMessageId(md: MqmdToPut): MqmdToPut {
	return md.MsgId.equals(NONE) ? { ...md, MsgId: newMessageId() } : md;
}

function newMessageId(): Buffer {
	if (next >= drawn.length) {
		drawn = randomBytes(DRAWN * ID_BYTES);
		next = 0;
	}
	return drawn.subarray(next, (next += ID_BYTES));
}
