import { machine } from '../../../../kit/polling/machine';
import type { EventItem } from '../../../../nodes/IbmSterlingOms/trigger/item';
import { Bench } from '../../../support/bench';
import { Trigger } from './active';

const bench = Bench.forFile({ withoutOrders: true });

const START = Date.now();
const YEAR = 31_557_600_000;
const CREATED = { events: ['orderCreated'], output: 'event' };
const numbers = (items: EventItem[]) => items.map(({ OrderNo }) => OrderNo);
let count = 0;

/** Each test in an hour of its own. */
beforeEach(() => bench.sandbox.clock.freeze(START + ++count * 3_600_000));
/** Sets the clock of the machine that n8n runs on, off Sterling's by so many milliseconds. */
function localClock(off: number): void {
	machine.now = () => bench.sandbox.clock.now() + off;
}

/** Stops it, whatever Sterling's clock does. */
function stopLocalClock(): void {
	const now = bench.sandbox.clock.now();
	machine.now = () => now;
}

describe.each(['legacy', 'durable'] as const)('with %s cursors', (cursors) => {
	const name = (text: string) => `${text}-${cursors}-${count}`;

	test.each([10 * YEAR, -10 * YEAR, 120_000, -120_000, 0])('n8n’s clock is off by %d ms', async (off) => {
		const trigger = new Trigger(bench.sandbox, CREATED, { cursors });
		localClock(off);
		expect(await trigger.activate()).toEqual([]);
		bench.place(name('A'));
		expect(numbers(await trigger.after(60))).toEqual([name('A')]);
		expect(await trigger.after(600)).toEqual([]);
		bench.place(name('B'));
		bench.place(name('C'));
		expect(numbers(await trigger.after(60))).toEqual([name('B'), name('C')]);
		trigger.workflow.restart();
		expect(await trigger.after(60)).toEqual([]);
	});

	test.each([5 * YEAR, 10 * YEAR, 600_000])('one response carries a Date %d ms ahead', async (ahead) => {
		const trigger = new Trigger(bench.sandbox, CREATED, { cursors });
		await trigger.activate();
		bench.place(name('A'));
		stopLocalClock();
		const { clock } = bench.sandbox;
		const now = clock.now();
		clock.freeze(now + ahead);
		expect(numbers(await trigger.after(0))).toEqual([name('A')]);
		clock.freeze(now + 1000);
		localClock(0);
		bench.place(name('B'));
		expect(numbers(await trigger.after(60))).toEqual([name('B')]);
	});

	test('the response at the activation carries a Date five years ahead', async () => {
		const { clock } = bench.sandbox;
		const now = clock.now();
		const trigger = new Trigger(bench.sandbox, CREATED, { cursors });
		stopLocalClock();
		clock.freeze(now + 5 * YEAR);
		await trigger.activate();
		clock.freeze(now + 1000);
		localClock(0);
		bench.place(name('A'));
		expect(numbers(await trigger.after(60))).toEqual([name('A')]);
	});

	test('a server that falls back behind the cursor fails each poll, with the way to go on, and resumes', async () => {
		const { clock } = bench.sandbox;
		const trigger = new Trigger(bench.sandbox, CREATED, { cursors });
		await trigger.activate();
		bench.place(name('A'));
		expect(numbers(await trigger.after(300))).toEqual([name('A')]);
		const now = clock.now();
		clock.freeze(now - 10 * YEAR);
		for (let i = 0; i < 2; i++) {
			const { error, items } = await trigger.poll();
			expect(items).toBeNull();
			expect(error?.message).toMatch(/next event is expected after .* UTC, but the clock of the server says/);
			expect((error as { description?: string }).description).toMatch(/correct it.*copy this trigger node.*Start From/);
		}
		clock.freeze(now);
		bench.place(name('B'));
		expect(numbers(await trigger.after(60))).toEqual([name('B')]);
	});

	test('Start From in the future waits, and is not moved by a wrong clock', async () => {
		const { clock } = bench.sandbox;
		const startFrom = new Date(clock.now() + 600_000).toISOString();
		const parameters = { ...CREATED, options: { startFrom } };
		const trigger = new Trigger(bench.sandbox, parameters, { cursors });
		await trigger.activate();
		bench.place(name('EARLY'));
		expect(await trigger.after(60)).toEqual([]);
		const now = clock.now();
		stopLocalClock();
		clock.freeze(now + 5 * YEAR);
		expect(await trigger.after(0)).toEqual([]);
		localClock(0);
		clock.freeze(now + 600_000);
		bench.place(name('LATE'));
		expect(numbers(await trigger.after(60))).toEqual([name('LATE')]);
	});
});

describe.each(['json', 'xml'] as const)('over %s', (dataFormat) => {
	test.each<[string, number, string]>([
		['204', 204, ''],
		['an empty 200', 200, ''],
		['an empty object', 200, '{}'],
		['an empty list', 200, '[]'],
		['ApiSuccess', 200, '<ApiSuccess/>'],
		['another root', 200, '<Health Status="OK"/>'],
		['another object', 200, '{"Health":{"Status":"OK"}}'],
		['a page of something else', 200, '{"Output":{"Health":{}}}'],
		['a list in other case', 200, '<Page><Output><OrderList><order OrderHeaderKey="1"/></OrderList></Output></Page>'],
	])('a poll answered by %s fails and loses nothing', async (_name, status, body) => {
		const credential = { dataFormat };
		for (const [api, output] of [
			['getPage', 'event'],
			['multiApi', 'lines'],
		] as const) {
			const trigger = new Trigger(bench.sandbox, { ...CREATED, output }, { credential });
			await trigger.activate();
			bench.place(`BLANK-${count}-${api}`);
			bench.sandbox.faults.add({ kind: 'status', status, body, api, times: 1 });
			bench.sandbox.clock.advance(60_000);
			const { error, items } = await trigger.poll();
			expect([api, items, error?.message]).toEqual([api, null, expect.any(String)]);
			expect(numbers(await trigger.after(60))).toEqual([`BLANK-${count}-${api}`]);
		}
	});
});
