import { Watch } from '../../../../clients/mq/builtIn/watch';

const late = jest.fn();
let watch: Watch;
/** The clock, and the timer that is set (milliseconds). */
let now: number;
let timer: { at: number; work: () => void; unref: () => void } | undefined;

beforeEach(() => {
	now = 0;
	timer = undefined;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
	jest.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms: number) => {
		timer = { at: now + ms, work, unref: () => undefined };
		return timer;
	}) as never);
	jest.spyOn(globalThis, 'clearTimeout').mockImplementation(() => void (timer = undefined));
	late.mockClear();
	watch = new Watch(late);
});

afterEach(() => jest.restoreAllMocks());

/** Lets time pass. */
function pass(ms: number): void {
	const end = now + ms;
	while (timer && timer.at <= end) {
		const { at, work } = timer;
		now = at;
		timer = undefined;
		work();
	}
	now = end;
}

test('a call that does not end in time is late once', () => {
	watch.begin(1000, undefined);
	pass(999);
	expect(late).not.toHaveBeenCalled();
	pass(5000);
	expect(late).toHaveBeenCalledTimes(1);
});

test('signs of life carry a call on, but not beyond its end', () => {
	watch.begin(1000, 300);
	for (let at = 0; at < 900; at += 100) {
		pass(100);
		watch.alive();
	}
	expect(late).not.toHaveBeenCalled();
	pass(100);
	expect(late).toHaveBeenCalledTimes(1);
});

test('silence ends a call before its time', () => {
	watch.begin(10_000, 300);
	pass(200);
	watch.alive();
	pass(299);
	expect(late).not.toHaveBeenCalled();
	pass(2);
	expect(late).toHaveBeenCalledTimes(1);
});

test('nothing is late between calls, whatever is heard meanwhile', () => {
	watch.begin(1000, 300);
	watch.end();
	watch.alive();
	pass(60_000);
	expect(late).not.toHaveBeenCalled();
});

test('each call has its own time, also a shorter one after a longer one', () => {
	watch.begin(60_000, undefined);
	watch.end();
	watch.begin(500, undefined);
	pass(400);
	watch.end();
	watch.begin(500, undefined);
	pass(499);
	expect(late).not.toHaveBeenCalled();
	pass(2);
	expect(late).toHaveBeenCalledTimes(1);
});

test('one that is closed leaves no timer', () => {
	watch.begin(1000, 300);
	watch.close();
	expect(timer).toBeUndefined();
});
