import { createReadStream, readFileSync } from 'node:fs';

import type { Outcome, X12Job } from '../jobs';
import { contentOf, segmentsOf } from './x12Orders';
import { measure } from './measure';

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
	return await measure(async () => {
		let done = 0;
		for (const file of files) done += await readFile(file);
		return { done, failed: orders - done };
	});
}

/** Writes the orders in interchanges of a thousand; gives the number of characters. */
const WRITERS: Record<string, () => Promise<(first: number, count: number, lines: number) => number>> = {
	async edi() {
		const { write } = await import('../../edi');
		return (first, count, lines) => write(contentOf(first, count, lines)).text.length;
	},
	async 'node-x12'() {
		const { X12Interchange } = await import('node-x12');
		return (first, count, lines) => {
			const { groups, ...envelope } = contentOf(first, 0, lines);
			const interchange = new X12Interchange();
			const { sender, receiver, date, time, version, controlNumber } = envelope;
			interchange.setHeader([
				...['00', '', '00', '', sender.qualifier, sender.id, receiver.qualifier, receiver.id],
				...[date, time, 'U', version, controlNumber, '0', 'P', '>'],
			]);
			const [head] = groups;
			const group = interchange.addFunctionalGroup();
			group.setHeader(['PO', head.sender, head.receiver, head.date, head.time, head.controlNumber, 'X', head.version]);
			for (let number = first; number < first + count; number++) {
				const transaction = group.addTransaction();
				transaction.setHeader(['850', String(number - first + 1).padStart(4, '0')]);
				for (const { id, elements } of segmentsOf(number, lines)) transaction.addSegment(id, elements as string[]);
			}
			return interchange.toString().length;
		};
	},
};

async function write({ contender, orders, lines }: X12Job): Promise<Outcome> {
	const writeOrders = await WRITERS[contender]();
	return await measure(async () => {
		let characters = 0;
		for (let first = 1; first <= orders; first += 1000)
			characters += writeOrders(first, Math.min(1000, orders - first + 1), lines);
		return await Promise.resolve({ done: orders, failed: 0, more: { characters } });
	});
}
