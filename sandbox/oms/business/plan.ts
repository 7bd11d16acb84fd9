import { randomFrom } from '../../kit/random';

/** What happens to one order of the day. Minutes after midnight. */
export interface Step {
	minute: number;
	kind:
		| 'arrive'
		| 'change'
		| 'hold'
		| 'resolve'
		| 'cancel'
		| 'schedule'
		| 'restock'
		| 'release'
		| 'ship'
		| 'confirm'
		| 'return';
	/** Number of the order within the day. */
	order: number;
}

export interface PlanOptions {
	/** Orders of the day. */
	orders: number;
	/** The same seed makes the same day. */
	seed?: number;
}

/** Orders per hour, as shares of the day: little at night, most before noon and in the evening. */
const HOURS = [1, 1, 0, 0, 0, 1, 2, 4, 6, 8, 9, 9, 7, 6, 6, 6, 6, 7, 8, 9, 9, 7, 4, 2];

function arrival(random: () => number): number {
	const total = HOURS.reduce((sum, share) => sum + share, 0);
	let at = random() * total;
	const hour = HOURS.findIndex((share) => (at -= share) < 0);
	return hour * 60 + random() * 60;
}

/**
 * The day of one order: most are scheduled, released, packed and shipped within hours; some are changed,
 * held, cancelled, found out of stock or sent back. Whether an order finds stock is Sterling's business, not
 * the plan's.
 */
function lifeOf(order: number, random: () => number): Step[] {
	const chance = (share: number): boolean => random() < share;
	const steps: Step[] = [];
	let minute = arrival(random);
	const then = (kind: Step['kind'], after: number): void => {
		minute += after * (0.5 + random());
		steps.push({ minute, kind, order });
	};
	then('arrive', 0);
	if (chance(0.15)) then('change', 5);
	if (chance(0.08)) {
		then('hold', 3);
		then('resolve', 40);
	}
	if (chance(0.07)) {
		then('cancel', 15);
		return steps;
	}
	then('schedule', 10);
	then('restock', 60);
	then('release', 10);
	then('ship', 45);
	if (chance(0.1)) then('change', 10);
	then('confirm', 30);
	if (chance(0.12)) then('return', 240);
	return steps;
}

/** A day of business: the steps of all orders in the order of time. Pure; steps may run into the next day. */
export function planOf({ orders, seed = 1 }: PlanOptions): Step[] {
	const random = randomFrom(seed);
	const steps = Array.from({ length: orders }, (_, order) => lifeOf(order, random)).flat();
	return steps.sort((a, b) => a.minute - b.minute);
}
