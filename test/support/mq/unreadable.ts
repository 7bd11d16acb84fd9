import type { Letter } from '../../../sandbox/mq';
import { jmsHeader } from '../../../sandbox/mq/rfh2';

const HEADER = jmsHeader(['<mcd><Msd>jms_text</Msd></mcd>', `<usr><a dt='i4'>1</a></usr>`]);
/** Descriptor of a message with a header that JMS puts. */
export const JMS = { format: 'MQHRF2', encoding: 273, ccsid: 1208 };

/** A text after a header with bytes changed. */
function jms(change: (header: Buffer) => Buffer | undefined, descriptor: Letter['descriptor'] = {}): Letter {
	const header = Buffer.from(HEADER);
	return {
		body: Buffer.concat([change(header) ?? header, Buffer.from('<Order/>')]),
		descriptor: { ...JMS, ...descriptor },
	};
}

const changed = (change: () => unknown): undefined => void change();

const text = (body: string | Buffer, descriptor: Letter['descriptor']): Letter => ({ body, descriptor });

/** Messages that cannot be read as a text, by what is wrong with them. */
export const UNREADABLE: Record<string, Letter> = {
	'a header without its eyecatcher': jms((header) => changed(() => header.write('XXXX'))),
	'a header of another version': jms((header) => changed(() => header.writeInt32BE(9, 4))),
	'a header longer than the message': jms((header) => changed(() => header.writeInt32BE(1_000_000, 8))),
	'a header shorter than itself': jms((header) => changed(() => header.writeInt32BE(4, 8))),
	'a header that is cut off': text(HEADER.subarray(0, 20), JMS),
	'a folder longer than the header': jms((header) => changed(() => header.writeInt32BE(5_000, 36))),
	'a folder that is not well-formed': jms(() => jmsHeader(['<usr><a>1</b></usr>'])),
	'a property that is not of its type': jms(() => jmsHeader([`<usr><a dt='i4'>one</a></usr>`])),
	'a header in another byte order than announced': jms(() => undefined, { encoding: 546 }),
	'properties in an unknown character set': jms((header) => changed(() => header.writeInt32BE(4711, 32))),
	'headers without end': text(Buffer.concat(Array<Buffer>(20).fill(jmsHeader([], 'MQHRF2'))), JMS),
	'an unknown character set': text('<Order/>', { ccsid: 4711 }),
	'an unknown character set behind a header': jms((header) => changed(() => header.writeInt32BE(4711, 16))),
	'bytes that are no UTF-8': text(Buffer.from([0x3c, 0xff, 0xfe, 0x80]), {}),
	'half a character of UTF-16': text(Buffer.from('00480049d8', 'hex'), { ccsid: 1200, encoding: 273 }),
	'a format that is no name': text(Buffer.from([0xff, 0]), { format: 'Ä\u0001Ö' }),
	'the first segment of a message': text('<Ord', { flags: 0x2, groupId: Buffer.alloc(24, 5) }),
	'the last segment of a message': text('er/>', { flags: 0x6, offset: 4, groupId: Buffer.alloc(24, 5) }),
};

/** Bytes that the channel SMALL.SVRCONN of the sandbox does not let through. */
export const TOO_LONG: Letter = text('x'.repeat(20_000), {});
