import fc from 'fast-check';

import { Tokens, TOKENS_PER_HOUR, type Grant } from '../../../../clients/inventory/tokens';
import { ServiceError } from '../../../../kit/errors';

const HOUR = 3_600_000;
const LIFE = 12 * HOUR;
const refusal = new ServiceError('authentication', 'refused', { httpStatus: 401 });

/** A token service that counts, and knows which hour each of its tokens is of. */
function service() {
	const issued: number[] = [];
	const fetch = (now: number) => async (): Promise<Grant> => {
		issued.push(now);
		return await Promise.resolve({ bearer: `t${issued.length}`, issuedAt: now, expiresAt: now + LIFE });
	};
	return { issued, fetch };
}

test('never more tokens than allowed in any hour, however often they are refused', async () => {
	const step = fc.record({ minutes: fc.integer({ min: 0, max: 20 }), isRefused: fc.boolean() });
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 50, maxLength: 200 }), async (steps) => {
			const { issued, fetch } = service();
			const tokens = new Tokens(5);
			let now = 1_900_000_000_000;
			for (const { minutes, isRefused } of steps) {
				now += minutes * 60_000;
				const at = now;
				const grant = await tokens.grant('inventory', fetch(at), at).catch(() => undefined);
				if (!grant) continue;
				tokens.note('inventory', isRefused ? 'refused' : 'accepted', grant, at);
				if (isRefused) await tokens.renew(grant, refusal, fetch(at), at, 'inventory').catch(() => undefined);
			}
			for (const at of issued) {
				expect(issued.filter((other) => other > at - HOUR && other <= at).length).toBeLessThanOrEqual(5);
			}
		}),
		{ numRuns: 50 },
	);
});

test('says when it may ask again', async () => {
	const { fetch } = service();
	const tokens = new Tokens(1);
	const now = 1_900_000_000_000;
	const grant = await tokens.grant('inventory', fetch(now), now);
	tokens.note('inventory', 'accepted', grant, now);
	const asked = tokens.renew(grant, refusal, fetch(now + 1000), now + 1000, 'inventory');
	await expect(asked).rejects.toMatchObject({ category: 'configuration', retryAfterMs: HOUR - 1000 });
	await tokens.renew(grant, refusal, fetch(now + HOUR), now + HOUR, 'inventory');
});

test('IBM issues a thousand an hour; some are left to others', () => {
	expect(TOKENS_PER_HOUR).toBeLessThan(1000);
});
