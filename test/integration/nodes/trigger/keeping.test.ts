import { locate } from '../../../../engine/oneNode';
import type { EventItem } from '../../../../nodes/IbmSterlingOms/trigger/item';
import { loginAs } from '../../../support/workflow';
import { Bench, line, numbered } from '../../../support/bench';
import { Trigger } from './active';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => bench.sandbox.clock.freeze());
beforeEach(() => bench.sandbox.clock.advance(3_600_000));

const CREATED = { events: ['orderCreated'], output: 'event' };
const numbers = (items: EventItem[]) => items.map(({ OrderNo }) => OrderNo);

describe.each(['legacy', 'durable'] as const)('with %s cursors', (cursors) => {
	const name = (text: string) => `${text}-${cursors}`;

	test('what happens between activation and the first poll is told', async () => {
		const trigger = new Trigger(bench.sandbox, CREATED, { cursors });
		await trigger.activate();
		bench.place(name('FIRST'));
		expect(numbers(await trigger.after(120))).toEqual([name('FIRST')]);
	});

	test('a restart, a new name and a pause repeat nothing and lose nothing', async () => {
		const trigger = new Trigger(bench.sandbox, CREATED, { cursors });
		await trigger.activate();
		bench.place(name('KEEP-1'));
		expect(numbers(await trigger.after(60))).toEqual([name('KEEP-1')]);
		trigger.workflow.restart();
		expect(await trigger.after(60)).toEqual([]);
		trigger.workflow.edit({ name: 'Another name' });
		bench.place(name('KEEP-2'));
		expect(numbers(await trigger.after(60))).toEqual([name('KEEP-2')]);
		bench.place(name('KEEP-3'));
		bench.sandbox.clock.advance(86_400_000);
		trigger.workflow.restart();
		expect(numbers(await trigger.after(60))).toEqual([name('KEEP-3')]);
	});

	test('edited filters and events count from then on, the past is not told again', async () => {
		const trigger = new Trigger(bench.sandbox, CREATED, { cursors });
		await trigger.activate();
		bench.place(name('EDIT-1'), { OrderType: 'WEB' });
		bench.place(name('EDIT-2'), { OrderType: 'B2B' });
		expect(await trigger.after(60)).toHaveLength(2);
		trigger.workflow.edit({ parameters: { ...CREATED, filters: { orderType: 'WEB' } } });
		bench.place(name('EDIT-3'), { OrderType: 'WEB' });
		bench.place(name('EDIT-4'), { OrderType: 'B2B' });
		expect(numbers(await trigger.after(60))).toEqual([name('EDIT-3')]);
		bench.sandbox.clock.advance(600_000);
		expect(await trigger.after(60)).toEqual([]);
		trigger.workflow.edit({
			parameters: { events: ['orderCreated', 'orderUpdated', 'shipmentCreated'], output: 'event' },
		});
		expect(await trigger.after(60)).toEqual([]);
		bench.call('changeOrder', { ...numbered(name('EDIT-4')), CustomerPONo: 'PO-1' });
		expect((await trigger.after(60)).map(({ event }) => event)).toEqual(['orderUpdated']);
	});

	test('events are edited while a window is still being read', async () => {
		const options = { eventsPerPoll: 2 };
		const trigger = new Trigger(bench.sandbox, { ...CREATED, options }, { cursors });
		await trigger.activate();
		for (let i = 0; i < 5; i++) bench.place(name(`OPEN-${i}`));
		bench.ship(name('OPEN-0'));
		const emitted = [...(await trigger.after(60))];
		trigger.workflow.edit({
			parameters: { events: ['orderCreated', 'shipmentCreated'], output: 'event', options },
		});
		for (let i = 0; i < 4; i++) emitted.push(...(await trigger.after(60)));
		expect(numbers(emitted.filter(({ event }) => event === 'orderCreated'))).toHaveLength(5);
		expect(emitted.filter(({ event }) => event === 'shipmentCreated')).toHaveLength(1);
	});

	test('a failed poll is thrown and loses nothing', async () => {
		const trigger = new Trigger(bench.sandbox, { ...CREATED, output: 'lines' }, { cursors });
		await trigger.activate();
		bench.place(name('FAIL-1'));
		bench.sandbox.faults.add({ kind: 'status', status: 400, api: 'multiApi', times: 1 });
		await expect(trigger.after(60)).rejects.toThrow(/refused the request/);
		expect(numbers(await trigger.after(60))).toEqual([name('FAIL-1')]);
	});
});

test('a broken connection is no failure yet', async () => {
	const trigger = new Trigger(bench.sandbox, CREATED);
	await trigger.activate();
	bench.place('DROP-1');
	bench.sandbox.faults.add({ kind: 'drop', api: 'getPage', times: 1 });
	expect(numbers(await trigger.after(60))).toEqual(['DROP-1']);
	bench.sandbox.faults.add({ kind: 'drop', api: 'getPage', times: 0 });
	await expect(trigger.after(60)).rejects.toThrow();
});

test('two polls at the same time tell an event once', async () => {
	const trigger = new Trigger(bench.sandbox, CREATED);
	await trigger.activate();
	bench.place('TWICE-1');
	bench.sandbox.clock.advance(60_000);
	const polls = await Promise.all([trigger.poll(), trigger.poll(), trigger.poll()]);
	expect(polls.map(({ items }) => items?.length ?? 0).sort()).toEqual([0, 0, 1]);
});

test('a poll stops in time and goes on where it stopped', async () => {
	const trigger = new Trigger(bench.sandbox, CREATED, { budgetMs: 1500 });
	await trigger.activate();
	for (let i = 0; i < 1100; i++) bench.place(`SLOW-${i}`, { OrderLines: { OrderLine: [line('1')] } });
	bench.sandbox.faults.add({ kind: 'delay', ms: 1000, api: 'getPage', times: 0 });
	const first = await trigger.after(60);
	bench.sandbox.faults.clear();
	const second = await trigger.after(60);
	expect(first).toHaveLength(500);
	expect(second).toHaveLength(600);
	expect(new Set(numbers([...first, ...second])).size).toBe(1100);
});

test('an answer that takes longer than the poll may is explained', async () => {
	const trigger = new Trigger(bench.sandbox, CREATED, { budgetMs: 300 });
	await trigger.activate();
	bench.place('LATE-1');
	bench.sandbox.faults.add({ kind: 'delay', ms: 600, api: 'getPage', times: 1 });
	await expect(trigger.after(60)).rejects.toThrow(/within the time that n8n gives a poll/);
	expect(numbers(await trigger.after(60))).toEqual(['LATE-1']);
});

describe('n8n’s back-off is told why a poll failed', () => {
	const failure = async (options: object) => {
		const trigger = new Trigger(bench.sandbox, CREATED, options);
		await trigger.activate().catch(() => undefined);
		bench.sandbox.clock.advance(60_000);
		const { error } = await trigger.poll();
		return (error as { failure?: unknown } | undefined)?.failure;
	};

	test('a wrong password', async () => {
		const credential = { loginId: 'integration', password: 'wrong' };
		expect(await failure({ credential })).toMatchObject({ cause: 'credential-invalid' });
	});

	test('a missing permission', async () => {
		const credential = loginAs(bench.sandbox, 'outsider');
		expect(await failure({ credential })).toMatchObject({ cause: 'configuration-invalid' });
	});

	test('a busy server, with the time it asks for', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 429, retryAfter: 120, times: 0 });
		expect(await failure({})).toEqual({ cause: 'rate-limited', retryAfterMs: 120_000 });
	});

	test('a filter that cannot work', async () => {
		const parameters = {
			...CREATED,
			filters: { enterpriseCode: locate('code', 'AURORA') },
			options: { lag: -1 },
		};
		const trigger = new Trigger(bench.sandbox, parameters);
		await expect(trigger.activate()).rejects.toThrow(/Lag \(Seconds\) must be a number/);
	});
});
