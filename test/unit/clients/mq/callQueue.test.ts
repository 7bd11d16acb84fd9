import fc from 'fast-check';

import { CallQueue } from '../../../../clients/mq/callQueue';
import { mqError } from '../../../../clients/mq/errors';
import { UnitOfWork } from '../../../../clients/mq/unitOfWork';
import { Secrets } from '../../../../kit/http/redact';

const queueOf = (unit = new UnitOfWork(), lost?: () => void) => new CallQueue(new Secrets(['hunter-22']), unit, lost);
const ticks = async (count: number) => {
	for (let tick = 0; tick < count; tick++) await Promise.resolve();
};

test('calls run one after another in the order in which they came, whatever fails', async () => {
	const calls = fc.array(fc.record({ takes: fc.nat(5), fails: fc.boolean() }), { maxLength: 8 });
	await fc.assert(
		fc.asyncProperty(calls, async (given) => {
			const queue = queueOf();
			const seen: string[] = [];
			const outcomes = await Promise.allSettled(
				given.map(({ takes, fails }, at) =>
					queue.run(async () => {
						seen.push(`begin ${at}`);
						await ticks(takes);
						seen.push(`end ${at}`);
						if (fails) throw new Error(`call ${at}`);
						return at;
					}),
				),
			);
			expect(seen).toEqual(given.flatMap((_, at) => [`begin ${at}`, `end ${at}`]));
			expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(given.map(({ fails }) => fails));
		}),
	);
});

test('an error carries no secret, and one that is none of ours becomes one', async () => {
	const failing = queueOf().run(async () => Promise.reject(new Error('refused hunter-22')));
	await expect(failing).rejects.toMatchObject({ category: 'server', message: 'refused ***' });
});

test.each([
	[2003, { isOpen: false, isHeld: false, losses: 0 }],
	[2009, { isOpen: false, isHeld: true, losses: 1 }],
	[2085, { isOpen: true, isHeld: true, losses: 0 }],
])('what reason code %i leaves of the unit of work, before the next call begins', async (code, left) => {
	const unit = new UnitOfWork();
	let losses = 0;
	const queue = queueOf(unit, () => (losses += 1));
	unit.begin();
	const failing = queue.run(async () => Promise.reject(mqError(code, { verb: 'MQPUT' })));
	const next = queue.run(async () => Promise.resolve({ isOpen: unit.isOpen, isHeld: unit.isHeld, losses }));
	await expect(failing).rejects.toMatchObject({ code: String(code) });
	expect(await next).toEqual(left);
});
