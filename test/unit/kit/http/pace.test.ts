import * as fc from 'fast-check';

import { pace, refuse, reserve, succeed } from '../../../../kit/http/pace';

/** A server that lets so many requests through in each whole second, and sends the others away for one. */
function server(perSecond: number) {
	let second = -1;
	let count = 0;
	return (now: number) => {
		if (Math.floor(now / 1000) !== second) [second, count] = [Math.floor(now / 1000), 0];
		return ++count <= perSecond;
	};
}

/** Does so much work by workers whose requests take `tripMs`; returns how long it took and what was refused. */
function run(work: number, perSecond: number, workers: number, tripMs: number, start: number, holdUpMs = 0) {
	// Each second and a bit, everything is held up for a moment.
	const heldUp = (at: number) => at + Math.max(0, holdUpMs - ((at - start + 700) % 1130));
	const isLet = server(perSecond);
	const state = pace();
	const free = Array.from({ length: workers }, () => start);
	let [done, refused, counted, last] = [0, 0, -1, start];
	while (done < work) {
		const next = free.indexOf(Math.min(...free));
		const began = heldUp(free[next] + reserve(state, free[next]));
		last = began + tripMs;
		if (isLet(began + tripMs / 2)) {
			done++;
			succeed(state, last);
			free[next] = last;
			continue;
		}
		refused++;
		if (began > counted) {
			counted = last;
			refuse(state, last, 1000);
		}
		free[next] = last + 1250;
	}
	return { seconds: (last - start) / 1000, refused };
}

test('holds nothing back before a refusal', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(10_000), { maxLength: 100 }), (times) => {
			const state = pace();
			for (const now of times.sort((a, b) => a - b)) {
				expect(reserve(state, now)).toBe(0);
				succeed(state, now);
			}
		}),
	);
});

test('reaches nearly what a server permits, whenever it begins', () => {
	const rates = Array.from({ length: 20 }, (_, i) => 1000 / run(1000, 100, 16, 23, i * 50).seconds);
	expect(Math.min(...rates)).toBeGreaterThan(85);
	expect(rates.reduce((sum, rate) => sum + rate) / rates.length).toBeGreaterThan(88);
	expect(Math.max(...rates)).toBeLessThanOrEqual(112);
});

test('keeps near it while either side is held up now and then', () => {
	const rates = Array.from({ length: 20 }, (_, i) => 1000 / run(1000, 100, 16, 23, i * 50, 50).seconds);
	expect(Math.min(...rates)).toBeGreaterThan(84);
});

test('keeps refusals rare', () => {
	for (let start = 0; start < 1000; start += 50) expect(run(1000, 100, 16, 23, start).refused).toBeLessThan(60);
});

test('closes for as long as the server asks, five seconds at most, and finds the rate out anew in time', () => {
	const state = pace();
	for (let now = 0; now < 1000; now += 50) succeed(state, now);
	refuse(state, 500, 0);
	refuse(state, 1000, 5000);
	expect(reserve(state, 1000)).toBe(5000);
	expect(reserve(state, 6000)).toBeCloseTo(1000 / (19 * 0.96));
	expect(reserve(state, 62_000)).toBe(0);
	expect(reserve(state, 62_000)).toBe(0);
	refuse(state, 70_000, 1e9);
	expect(reserve(state, 70_000)).toBe(5000);
});

test('refusals that have to do with no rate do not slow it down for good', () => {
	const state = pace();
	let now = 0;
	for (let burst = 0; burst < 2; burst++) {
		for (let i = 0; i < 50; i++) succeed(state, (now += 10));
		refuse(state, now);
	}
	const first = state.perSecond!;
	for (let i = 0; i < 20; i++) {
		now += 30_000;
		refuse(state, now);
		expect(state.perSecond).toBe(first);
	}
});
