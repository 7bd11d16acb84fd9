import { setTimeout as delay } from 'node:timers/promises';

import { REAL_CLOCKWORK } from '../../kit/http/retry';

/** So much sooner end the pauses between attempts in integration tests. */
const TIMES_FASTER = 400;

/** The pauses that were asked for in this file so far, in milliseconds. */
export const pauses: number[] = [];

const { sleep } = REAL_CLOCKWORK;
beforeAll(() => {
	REAL_CLOCKWORK.sleep = async (ms, signal) => {
		pauses.push(ms);
		await delay(ms / TIMES_FASTER, undefined, { signal });
	};
});
afterAll(() => {
	REAL_CLOCKWORK.sleep = sleep;
});
