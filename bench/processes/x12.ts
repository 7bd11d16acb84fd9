import { createReadStream, readFileSync } from 'node:fs';

import type { InterchangeContent } from '../../edi';
import type { Outcome, X12Job } from '../jobs';
import { contentOf } from './x12Orders';
import { measureWarm } from './measure';

/** Orders of a turn of warming up: the first file, whatever it holds. */
const PART = 1000;

/** Reads or writes purchase orders as one of the contenders. All are loaded before the measure begins. */
export async function x12(job: X12Job): Promise<Outcome> {
	return job.work === 'read' ? await read(job) : await write(job);
}

const READERS: Record<X12Job['contender'], () => Promise<(file: string) => Promise<number>>> = {
	async edi() {
		const { readStream } = await import('../../edi');
		return async (file) => {
			let sets = 0;
			for await (const { type } of readStream(createReadStream(file))) if (type === 'transaction') sets++;
			return sets;
		};
	},
	async 'x12-parser'() {
		const { X12parser } = await import('x12-parser');
		return async (file) => {
			let sets = 0;
			const segments = createReadStream(file).pipe(new X12parser('utf8')) as AsyncIterable<{ name: string }>;
			for await (const { name } of segments) if (name === 'ST') sets++;
			return sets;
		};
	},
	async 'node-x12'() {
		const { X12Parser, X12Interchange } = await import('node-x12');
		return async (file) => {
			const interchange = new X12Parser(true).parse(readFileSync(file, 'utf8'));
			if (!(interchange instanceof X12Interchange)) throw new Error('There is more than one interchange.');
			return await Promise.resolve(interchange.functionalGroups[0].transactions.length);
		};
	},
};

async function read({ contender, files, orders }: X12Job): Promise<Outcome> {
	const readFile = await READERS[contender]();
	const work = async (count: number) => {
		let done = 0;
		for (const file of files) if (done < count) done += await readFile(file);
		return { done, failed: count - done };
	};
	return await measureWarm({ work }, orders, PART);
}

/** Write an interchange; give the number of characters. */
const WRITERS: Record<string, () => Promise<(content: InterchangeContent) => number>> = {
	async edi() {
		const { write } = await import('../../edi');
		return (content) => write(content).text.length;
	},
	async 'node-x12'() {
		const { X12Interchange } = await import('node-x12');
		return ({ sender, receiver, date, time, version, controlNumber, groups }) => {
			const interchange = new X12Interchange();
			interchange.setHeader([
				...['00', '', '00', '', sender.qualifier, sender.id, receiver.qualifier, receiver.id],
				...[date, time, 'U', version, controlNumber, '0', 'P', '>'],
			]);
			const [head] = groups;
			const group = interchange.addFunctionalGroup();
			group.setHeader(['PO', head.sender, head.receiver, head.date, head.time, head.controlNumber, 'X', head.version]);
			for (const { id, controlNumber: number, segments } of head.transactions) {
				const transaction = group.addTransaction();
				transaction.setHeader([id, number]);
				for (const segment of segments) transaction.addSegment(segment.id, segment.elements as string[]);
			}
			return interchange.toString().length;
		};
	},
};

/** A thousand orders in an interchange, again and again, so that making them is no part of what is measured. */
async function write({ contender, orders, lines }: X12Job): Promise<Outcome> {
	const writeOrders = await WRITERS[contender]();
	const size = Math.min(1000, orders);
	const content = contentOf(1, size, lines);
	const work = async (count: number) => {
		let characters = 0;
		for (let done = 0; done < count; done += size) characters += writeOrders(content);
		return await Promise.resolve({ done: count, failed: 0, more: { characters } });
	};
	return await measureWarm({ work }, orders, PART);
}
