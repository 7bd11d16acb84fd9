import fc from 'fast-check';

import { Memory, Recent } from '../../../kit/memory';

type Step = { kind: 'ask'; key: string } | { kind: 'wait'; ms: number } | { kind: 'settle'; ok: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant('ask' as const), key: fc.constantFrom('a', 'b', 'c', 'd') }),
	fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 150 }) }),
	fc.record({ kind: fc.constant('settle' as const), ok: fc.boolean() }),
);

interface Load {
	key: string;
	settle: (ok: boolean) => void;
	until: number;
}

test('a memory loads exactly when nothing counts and nothing is under way, and stays within its bound', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			let time = 0;
			const memory = new Memory<string>({ max: 4, keepMs: () => 100, failureMs: 10 });
			const model = new Map<string, Load>();
			const pending: Load[] = [];
			for (const one of steps) {
				if (one.kind === 'wait') time += one.ms;
				if (one.kind === 'settle') {
					const load = pending.shift();
					load?.settle(one.ok);
					if (load) load.until = time + (one.ok ? 100 : 10);
					await new Promise(setImmediate);
				}
				if (one.kind !== 'ask') continue;
				const known = model.get(one.key);
				let loaded = false;
				const promise = memory.get(
					one.key,
					async () => {
						loaded = true;
						const outcome = await new Promise<boolean>((settle) => {
							const load = { key: one.key, settle, until: Infinity };
							pending.push(load);
							model.set(one.key, load);
						});
						if (!outcome) throw new Error('failed');
						return one.key;
					},
					() => time,
				);
				promise.catch(() => undefined);
				expect(loaded).toBe(known === undefined || time >= known.until);
				expect(memory.size).toBeLessThanOrEqual(4);
			}
		}),
		{ numRuns: 200 },
	);
});

test('a recent map forgets the longest unused entry first', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 4 }),
			fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), set: fc.boolean() })),
			(max, uses) => {
				const recent = new Recent<number>(max);
				let model: Array<[string, number]> = [];
				uses.forEach(({ key, set }, i) => {
					const found = model.find(([name]) => name === key);
					if (set) recent.set(key, i);
					else expect(recent.get(key)).toBe(found?.[1]);
					if (set || found) {
						model = [...model.filter(([name]) => name !== key), [key, set ? i : found![1]]];
						model = model.slice(-max);
					}
					expect(recent.size).toBe(model.length);
				});
			},
		),
	);
});
