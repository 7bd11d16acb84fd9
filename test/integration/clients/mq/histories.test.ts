import fc from 'fast-check';

import type { Connection } from '../../../../clients/mq/connection';
import { MqBench } from '../../../support/mq/mqBench';

/** Histories of one consumer that puts, gets, commits, backs out and loses its connection, as a model has it. */
const bench = MqBench.forFile();
const QUEUE = 'DEV.QUEUE.1';

const step = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom('put', 'get') },
	{ weight: 2, arbitrary: fc.constantFrom('putInUnit', 'commit', 'backOut') },
	{ weight: 1, arbitrary: fc.constantFrom('kill', 'lostPut', 'lostCommit', 'refusedCommit') },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A message has its place by when it was put, also one that is committed or backed out later. */
const inOrder = (texts: string[]) => texts.sort((a, b) => Number(a.slice(8)) - Number(b.slice(8)));

/** What should have happened. */
class Model {
	private number = 0;
	/** On the queue and committed, in order. */
	queue: string[] = [];
	taken: string[] = [];
	putInUnit: string[] = [];
	done: string[] = [];
	backouts = new Map<string, number>();

	next(): string {
		this.number += 1;
		return `message ${this.number}`;
	}

	commit(): void {
		this.done.push(...this.taken);
		this.queue = inOrder([...this.queue, ...this.putInUnit]);
		this.taken = [];
		this.putInUnit = [];
	}

	backOut(): void {
		for (const text of this.taken) this.backouts.set(text, (this.backouts.get(text) ?? 0) + 1);
		this.queue = inOrder([...this.taken, ...this.queue]);
		this.taken = [];
		this.putInUnit = [];
	}
}

async function take(name: Step, connection: Connection, model: Model): Promise<'lost' | undefined> {
	const { faults } = bench.sandbox;
	const body = (text: string) => ({ body: Buffer.from(text) });
	if (name === 'put' || name === 'lostPut') {
		const text = model.next();
		model.queue.push(text);
		if (name === 'put') await connection.put(QUEUE, body(text));
		else {
			faults.add({ kind: 'drop', api: ['MQPUT', 'MQPUT1'], afterWork: true });
			await expect(connection.put(QUEUE, body(text))).rejects.toMatchObject({ category: 'uncertain' });
			model.backOut();
			return 'lost';
		}
	} else if (name === 'putInUnit') {
		const text = model.next();
		await connection.put(QUEUE, body(text), { inUnitOfWork: true });
		model.putInUnit.push(text);
	} else if (name === 'get') {
		const message = await connection.get(QUEUE, { inUnitOfWork: true });
		const expected = model.queue.shift();
		expect(message?.body.toString()).toBe(expected);
		if (message && expected) {
			expect(message.descriptor.backoutCount).toBe(model.backouts.get(expected) ?? 0);
			model.taken.push(expected);
		}
	} else if (name === 'commit') {
		await connection.commit();
		model.commit();
	} else if (name === 'backOut') {
		await connection.backOut();
		model.backOut();
	} else if (name === 'refusedCommit') {
		faults.add({ kind: 'drop', api: 'MQCMIT' });
		await expect(connection.commit()).rejects.toMatchObject({ category: 'uncertain' });
		model.backOut();
		return 'lost';
	} else if (name === 'lostCommit') {
		faults.add({ kind: 'drop', api: 'MQCMIT', afterWork: true });
		await expect(connection.commit()).rejects.toMatchObject({ category: 'uncertain' });
		model.commit();
		return 'lost';
	} else {
		bench.sandbox.breakConnections();
		model.backOut();
		return 'lost';
	}
	return undefined;
}

test('nothing is lost, nothing comes twice, and what was backed out says how often', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
			const model = new Model();
			bench.sandbox.manager.queue(QUEUE).clear();
			let connection = await bench.connect();
			for (const name of steps) {
				if ((await take(name, connection, model)) !== 'lost') continue;
				while (bench.sandbox.connected > 0) await new Promise((resolve) => setImmediate(resolve));
				connection = await bench.connect();
			}
			await connection.close();
			model.backOut();
			while (bench.sandbox.connected > 0) await new Promise((resolve) => setImmediate(resolve));
			expect(bench.texts(QUEUE)).toEqual(model.queue);
			// Every message is where it should be, and once.
			expect(new Set([...model.queue, ...model.done]).size).toBe(model.queue.length + model.done.length);
			await bench.closeAll();
		}),
		{ numRuns: 40 },
	);
});
