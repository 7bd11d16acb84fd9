import * as fc from 'fast-check';

import { ServiceError, type ErrorCategory } from '../../../../kit/errors';
import { bound, enter, leave, Limiter } from '../../../../kit/http/limiter';
import { backoff, decide, Patience, REAL_CLOCKWORK, withRetry } from '../../../../kit/http/retry';
import { retryAfterMs } from '../../../../kit/http/retryAfter';

const error = (category: ErrorCategory, facts: ConstructorParameters<typeof ServiceError>[2] = {}) =>
	new ServiceError(category, 'text', facts);

describe('decide', () => {
	it.each<[string, ServiceError, string, string]>([
		['429', error('throttled', { httpStatus: 429, effect: 'none' }), 'retry', 'retry'],
		['503 with Retry-After', error('server', { httpStatus: 503, effect: 'none' }), 'retry', 'retry'],
		['503 without', error('server', { httpStatus: 503, effect: 'unknown' }), 'retry', 'recover'],
		['502', error('server', { httpStatus: 502, effect: 'unknown' }), 'retry', 'recover'],
		['504', error('server', { httpStatus: 504, effect: 'unknown' }), 'retry', 'recover'],
		['500 of a gateway', error('server', { httpStatus: 500, effect: 'unknown' }), 'fail', 'recover'],
		['500 of Sterling', error('server', { httpStatus: 500, effect: 'none', code: 'java.lang.X' }), 'fail', 'fail'],
		['refused', error('connection', { effect: 'none' }), 'retry', 'retry'],
		['dropped', error('connection', { effect: 'unknown' }), 'retry', 'recover'],
		['time-out', error('timeout', { effect: 'unknown' }), 'retry', 'recover'],
		[
			'time-out of the database',
			error('timeout', { httpStatus: 400, code: 'YFC0006', effect: 'none' }),
			'fail',
			'fail',
		],
		['cut off', error('badAnswer', { effect: 'unknown' }), 'retry', 'recover'],
		['lock', error('conflict', { httpStatus: 400, code: 'YFC0009', effect: 'none', passing: true }), 'retry', 'retry'],
		['certificate', error('tls', { effect: 'none' }), 'fail', 'fail'],
		['business error', error('notModifiable', { httpStatus: 400, effect: 'none' }), 'fail', 'fail'],
		['duplicate', error('duplicate', { httpStatus: 400, effect: 'none' }), 'fail', 'fail'],
		['cancelled', error('cancelled', { effect: 'unknown' }), 'fail', 'fail'],
	])('%s', (_what, failure, read, write) => {
		expect([decide('read', failure), decide('write', failure)]).toEqual([read, write]);
	});

	it.each(['duplicate', 'notFound', 'notModifiable'] as const)(
		'looks up what may be its own first success: %s',
		(category) => {
			expect(decide('write', error(category, { effect: 'none' }), true)).toBe('recover');
			expect(decide('write', error(category, { effect: 'none' }))).toBe('fail');
			expect(decide('read', error(category, { effect: 'none' }), true)).toBe('fail');
		},
	);

	it('repeats no write on a passing fault that does not say that nothing was done', () => {
		expect(decide('write', error('server', { httpStatus: 503 }))).toBe('recover');
		expect(decide('write', error('throttled', { httpStatus: 429 }))).toBe('recover');
	});

	it('never repeats a write that may have been carried out', () => {
		const categories: ErrorCategory[] = ['server', 'connection', 'timeout', 'badAnswer', 'throttled', 'tls'];
		fc.assert(
			fc.property(fc.constantFrom(...categories), fc.option(fc.integer({ min: 200, max: 599 })), (category, status) => {
				const failure = error(category, { httpStatus: status ?? undefined, effect: 'unknown' });
				expect(decide('write', failure)).not.toBe('retry');
			}),
		);
	});
});

describe('waits', () => {
	it('reads seconds and dates of Retry-After', () => {
		const now = Date.UTC(2026, 0, 1, 10);
		expect(retryAfterMs('7', now)).toBe(7000);
		expect(retryAfterMs('Thu, 01 Jan 2026 10:00:05 GMT', now)).toBe(5000);
		expect(retryAfterMs('Thu, 01 Jan 2026 09:00:00 GMT', now)).toBe(0);
		expect([undefined, '', '-5', 'soon'].map((text) => retryAfterMs(text, now))).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});

	it('stays within its bounds, whatever the server asks', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 50 }),
				fc.option(fc.integer({ min: 0, max: 1e9 })),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(attempt, retryAfter, chance) => {
					const wait = backoff(attempt, error('server', { retryAfterMs: retryAfter ?? undefined }), () => chance);
					expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfter ?? 0, 60_000));
					expect(wait).toBeLessThanOrEqual(60_500);
				},
			),
		);
	});
});

describe('withRetry', () => {
	const waits: number[] = [];
	const clockwork = {
		now: () => 0,
		random: () => 1,
		sleep: async (ms: number) => {
			waits.push(ms);
		},
	};
	beforeEach(() => {
		waits.length = 0;
	});
	const failing = (...failures: unknown[]) =>
		jest.fn(async () => {
			const failure = failures.shift();
			if (failure) throw failure;
			return 'done';
		});

	it('repeats reads with growing waits, up to a bound', async () => {
		const work = failing(error('connection', { effect: 'unknown' }), error('timeout', { effect: 'unknown' }));
		expect(await withRetry({ ...clockwork, kind: 'read' }, work)).toBe('done');
		expect(waits).toEqual([500, 1000]);
		const hopeless = failing(...Array.from({ length: 20 }, () => error('connection', { effect: 'none' })));
		await expect(withRetry({ ...clockwork, kind: 'read' }, hopeless)).rejects.toMatchObject({
			category: 'connection',
		});
		expect(hopeless).toHaveBeenCalledTimes(5);
	});

	it('repeats once what arrived whole and was not what was asked for', async () => {
		const bad = () => error('badAnswer', { effect: 'unknown', httpStatus: 200 });
		const work = failing(bad(), bad(), bad());
		await expect(withRetry({ ...clockwork, kind: 'read' }, work)).rejects.toMatchObject({ category: 'badAnswer' });
		expect(work).toHaveBeenCalledTimes(2);
		expect(await withRetry({ ...clockwork, kind: 'read' }, failing(bad()))).toBe('done');
	});

	it('ends within its patience, however many attempts are left; pauses do not count', async () => {
		let now = 0;
		const ticking = {
			...clockwork,
			now: () => now,
			sleep: async (ms: number) => {
				now += ms;
			},
		};
		const patience = new Patience(2000, () => now);
		const work = jest.fn(
			async () =>
				await patience.spend(async () => {
					now += 1000;
					throw error('timeout', { effect: 'unknown' });
				}),
		);
		await expect(withRetry({ ...ticking, kind: 'read', patience }, work)).rejects.toMatchObject({
			category: 'timeout',
		});
		expect(work).toHaveBeenCalledTimes(2);
	});

	it('looks a lost write up until it is there', async () => {
		const work = failing(error('timeout', { effect: 'unknown' }));
		const answers = [undefined, undefined, 'found'];
		const recover = jest.fn(async () => answers.shift());
		expect(await withRetry({ ...clockwork, kind: 'write', recover }, work)).toBe('found');
		expect([work.mock.calls.length, recover.mock.calls.length]).toEqual([1, 3]);
	});

	it('says so where a lost write stays in doubt', async () => {
		const lost = error('timeout', { effect: 'unknown', code: 'UND_ERR_HEADERS_TIMEOUT' });
		const work = failing(lost);
		await expect(withRetry({ ...clockwork, kind: 'write' }, work)).rejects.toMatchObject({
			category: 'uncertain',
			code: lost.code,
		});
		const recover = jest.fn(async () => {
			throw error('connection');
		});
		const again = failing(lost);
		await expect(withRetry({ ...clockwork, kind: 'write', recover }, again)).rejects.toMatchObject({
			category: 'uncertain',
		});
		expect([work.mock.calls.length, again.mock.calls.length, recover.mock.calls.length]).toEqual([1, 1, 4]);
	});

	it('believes a look-up that says whose record it found, and tells it how long ago the write began', async () => {
		let now = 1000;
		const ticking = { ...clockwork, now: () => now };
		const work = async () => {
			now += 250;
			throw error('timeout', { effect: 'unknown' });
		};
		for (const category of ['duplicate', 'uncertain'] as const) {
			const recover = jest.fn(async (elapsed: () => number) => {
				now += 50;
				throw error(category, { attributes: { elapsed: String(elapsed()) } });
			});
			await expect(withRetry({ ...ticking, kind: 'write', recover }, work)).rejects.toMatchObject({
				category,
				attributes: { elapsed: '300' },
			});
			expect(recover).toHaveBeenCalledTimes(1);
		}
	});

	it('takes a duplicate after "come back later" for its own work, an outright one not', async () => {
		const later = error('server', { httpStatus: 503, effect: 'none', retryAfterMs: 0 });
		const duplicate = error('duplicate', { httpStatus: 400, effect: 'none' });
		const recover = jest.fn(async () => 'found');
		expect(await withRetry({ ...clockwork, kind: 'write', recover }, failing(later, duplicate))).toBe('found');
		recover.mockClear();
		await expect(withRetry({ ...clockwork, kind: 'write', recover }, failing(duplicate))).rejects.toBe(duplicate);
		expect(recover).not.toHaveBeenCalled();
	});

	it('stops waiting when cancelled', async () => {
		const controller = new AbortController();
		const sleep = async () => controller.abort();
		const work = failing(error('connection', { effect: 'none' }));
		await expect(
			withRetry({ ...clockwork, sleep, kind: 'read', signal: controller.signal }, work),
		).rejects.toMatchObject({ category: 'cancelled' });
		expect(work).toHaveBeenCalledTimes(1);
	});
});

describe('the bound on requests in flight', () => {
	it('never lets more through than its limit, and its limit stays between one and the maximum', () => {
		const step = fc.oneof(
			fc.constant('enter' as const),
			fc.record({
				which: fc.nat(),
				outcome: fc.constantFrom('success' as const, 'refused' as const, 'other' as const),
			}),
		);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 20 }), fc.array(step, { maxLength: 300 }), (max, steps) => {
				const state = bound(max);
				const tickets: number[] = [];
				for (const action of steps) {
					if (action === 'enter') {
						const free = state.inFlight < state.limit;
						const ticket = enter(state);
						expect(ticket !== undefined).toBe(free);
						if (ticket !== undefined) tickets.push(ticket);
					} else if (tickets.length > 0) {
						leave(state, tickets.splice(action.which % tickets.length, 1)[0], action.outcome);
					}
					expect(state.inFlight).toBe(tickets.length);
					expect(state.limit).toBeGreaterThanOrEqual(1);
					expect(state.limit).toBeLessThanOrEqual(max);
				}
			}),
		);
	});

	it('halves once for a burst of refusals and climbs back slowly', () => {
		const state = bound(16);
		const burst = Array.from({ length: 16 }, () => enter(state) as number);
		burst.forEach((ticket) => leave(state, ticket, 'refused'));
		expect(state.limit).toBe(8);
		for (let count = 0; count < 32; count++) leave(state, enter(state) as number, 'success');
		expect(state.limit).toBe(9);
	});

	it('serves in order, lets the cancelled go, and frees the place after a failure', async () => {
		const limiter = new Limiter(1);
		const order: string[] = [];
		let release: () => void = () => undefined;
		const first = limiter.run(
			async () => await new Promise<void>((resolve) => (release = resolve)),
			() => undefined,
			REAL_CLOCKWORK,
		);
		const controller = new AbortController();
		const cancelled = limiter.run(
			async () => order.push('cancelled'),
			() => undefined,
			REAL_CLOCKWORK,
			controller.signal,
		);
		const second = limiter.run(
			async () => {
				order.push('second');
				throw new Error('fails');
			},
			() => undefined,
			REAL_CLOCKWORK,
		);
		const third = limiter.run(
			async () => order.push('third'),
			() => undefined,
			REAL_CLOCKWORK,
		);
		controller.abort();
		await expect(cancelled).rejects.toMatchObject({ category: 'cancelled' });
		release();
		await first;
		await expect(second).rejects.toThrow('fails');
		await third;
		expect(order).toEqual(['second', 'third']);
		expect(limiter.state.inFlight).toBe(0);
	});
});
