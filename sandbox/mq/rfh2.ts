import type { Descriptor } from './queue';
import { plainDescriptor, type Letter } from './queueManager';

/** A property with its type in MQRFH2; text needs none. */
export type Property = string | number | boolean;

const UTF8 = 1208;
const BIG = 273;

/** The header as a sender of JMS on a big-endian machine writes it, before a text in UTF-8. */
export function jmsHeader(folders: string[], format = 'MQSTR'): Buffer {
	const texts = folders.map((folder) => {
		const text = Buffer.from(folder);
		const padded = Buffer.alloc(Math.ceil(text.length / 4) * 4, ' ');
		text.copy(padded);
		const length = Buffer.alloc(4);
		length.writeInt32BE(padded.length);
		return Buffer.concat([length, padded]);
	});
	const all = Buffer.concat(texts);
	const fixed = Buffer.alloc(36);
	fixed.write('RFH ', 0, 'latin1');
	fixed.writeInt32BE(2, 4);
	fixed.writeInt32BE(36 + all.length, 8);
	fixed.writeInt32BE(BIG, 12);
	fixed.writeInt32BE(UTF8, 16);
	fixed.write(format.padEnd(8), 20, 'latin1');
	fixed.writeInt32BE(0, 28);
	fixed.writeInt32BE(UTF8, 32);
	return Buffer.concat([fixed, all]);
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function element([name, value]: [string, Property]): string {
	if (typeof value === 'string') return `<${name}>${escaped(value)}</${name}>`;
	if (typeof value === 'boolean') return `<${name} dt='boolean'>${Number(value)}</${name}>`;
	return `<${name} dt='${Number.isInteger(value) ? 'i4' : 'r8'}'>${value}</${name}>`;
}

/** A TextMessage as a JMS application puts it: MQRFH2 and the text. */
export function jmsTextMessage(queue: string, text: string, properties: Record<string, Property> = {}): Letter {
	const usr = Object.entries(properties).map(element).join('');
	const folders = [
		'<mcd><Msd>jms_text</Msd></mcd>',
		`<jms><Dst>queue:///${queue}</Dst><Tms>${Date.now()}</Tms><Dlv>2</Dlv></jms>`,
		...(usr === '' ? [] : [`<usr>${usr}</usr>`]),
	];
	const descriptor: Partial<Descriptor> = {
		...plainDescriptor(),
		format: 'MQHRF2',
		encoding: BIG,
		ccsid: UTF8,
		putApplication: 'OMS Integration Server',
		userId: 'omsserver',
	};
	return { body: Buffer.concat([jmsHeader(folders), Buffer.from(text)]), descriptor };
}
