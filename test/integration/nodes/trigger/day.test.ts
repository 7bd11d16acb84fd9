import { EVENTS } from '../../../../nodes/IbmSterlingOms/trigger/names';
import type { EventItem } from '../../../../nodes/IbmSterlingOms/trigger/item';
import { inProcess, overTheWire, playDay, type Happened } from '../../../../sandbox/oms/business';
import { Bench } from '../../../support/bench';
import { Trigger } from './active';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => bench.sandbox.clock.freeze());

/** The key of the document that the event happened to. */
const keyOf = ({ eventKey }: EventItem) => eventKey.split(':')[1];

const keysOf = (what: Happened[], event: string) =>
	what
		.filter((one) => one.event === event)
		.map(({ key }) => key)
		.sort();

test('a day of business: every order, release, shipment, back order and return is told once', async () => {
	const { clock, store } = bench.sandbox;
	const trigger = new Trigger(bench.sandbox, { events: [...EVENTS], output: 'event' });
	await trigger.activate();
	const midnight = clock.now();
	const happened: Happened[] = [];
	const emitted: EventItem[] = [];
	let polled = 0;
	await playDay(inProcess(store), {
		orders: 60,
		happened: (what) => happened.push(what),
		until: async (minute) => {
			for (; polled + 10 <= minute; polled += 10) {
				clock.set(midnight + polled * 60_000);
				emitted.push(...(await trigger.after(600)));
			}
			clock.set(midnight + minute * 60_000);
		},
	});
	for (let i = 0; i < 3; i++) emitted.push(...(await trigger.after(600)));

	expect(new Set(emitted.map(({ eventKey }) => eventKey)).size).toBe(emitted.length);
	for (const event of EVENTS.filter((name) => !/Updated$/.test(name))) {
		expect([
			event,
			emitted
				.filter((item) => item.event === event)
				.map(keyOf)
				.sort(),
		]).toEqual([event, keysOf(happened, event)]);
	}
	const updated = new Set(emitted.filter(({ event }) => event === 'orderUpdated').map(keyOf));
	expect(keysOf(happened, 'orderUpdated').filter((key) => !updated.has(key))).toEqual([]);
	console.log(`${happened.length} happenings of 60 orders, ${emitted.length} events told, none missing, none twice`);
});

test('the same business over the wire', async () => {
	const { url, ca, clientCertificate, users } = bench.sandbox;
	const [{ loginId, password }] = users;
	const { certificate, key } = clientCertificate;
	const { call, close } = await overTheWire({ url, loginId, password, ca, certificate, key });
	const events: string[] = [];
	await playDay(call, { orders: 3, prefix: 'WIRE', seed: 5, happened: ({ event }) => events.push(event) });
	await close();
	expect(events.filter((event) => event === 'orderCreated')).toHaveLength(3);
	expect(events).toContain('shipmentUpdated');
});
