import fc from 'fast-check';

import { boundedRun } from '../../../../kit/n8n/boundedRun';

/** Tasks of the same document, whose work ends whenever the scheduler of fast-check says so. */
const tasks = fc.array(fc.record({ document: fc.constantFrom(undefined, 'a', 'b', 'c'), fails: fc.boolean() }), {
	maxLength: 20,
});

test('in any interleaving: bounded, in order within a document, results in the order of the tasks', async () => {
	await fc.assert(
		fc.asyncProperty(fc.scheduler(), tasks, fc.integer({ min: 1, max: 5 }), async (scheduler, given, limit) => {
			let underWay = 0;
			let most = 0;
			const began: number[] = [];
			const run = boundedRun([...given.keys()], {
				limit,
				turn: (i) => given[i].document,
				stopOnFailure: false,
				work: async (i) => {
					began.push(i);
					most = Math.max(most, ++underWay);
					await scheduler.schedule(Promise.resolve());
					underWay--;
					if (given[i].fails) throw new Error(`task ${i}`);
					return i;
				},
			});
			await scheduler.waitFor(run);
			const results = await run;

			expect(most).toBeLessThanOrEqual(limit);
			for (const document of ['a', 'b', 'c']) {
				const own = began.filter((i) => given[i].document === document);
				expect(own).toEqual([...own].sort((a, b) => a - b));
			}
			expect(results.map((result) => result.status)).toEqual(given.map(({ fails }) => (fails ? 'failed' : 'done')));
		}),
	);
});

test('after a failure nothing new begins, and what is under way is waited for', async () => {
	const ended: number[] = [];
	const results = await boundedRun([0, 1, 2, 3], {
		limit: 2,
		turn: () => undefined,
		stopOnFailure: true,
		work: async (i) => {
			if (i === 0) throw new Error('refused');
			await new Promise((resolve) => setImmediate(resolve));
			ended.push(i);
		},
	});
	expect(results.map((result) => result.status)).toEqual(['failed', 'done', 'skipped', 'skipped']);
	expect(ended).toEqual([1]);
});

test('what comes next is prepared while others wait: each once, in order, and not too far ahead', async () => {
	const prepared: number[] = [];
	let begun = 0;
	const answers: Array<() => void> = [];
	const run = boundedRun([...Array(10).keys()], {
		limit: 3,
		turn: () => undefined,
		stopOnFailure: true,
		prepare: (i) => prepared.push(i),
		work: async () => {
			begun++;
			await new Promise<void>((resolve) => answers.push(resolve));
		},
	});
	const pause = async () => {
		for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
	};
	await pause();
	expect([begun, prepared]).toEqual([3, [3, 4, 5]]);
	answers.shift()?.();
	await pause();
	expect([begun, prepared]).toEqual([4, [3, 4, 5, 6]]);
	while (begun < 10 || answers.length > 0) {
		answers.shift()?.();
		await pause();
	}
	await run;
	expect(prepared).toEqual([3, 4, 5, 6, 7, 8, 9]);
});
