import { FIXED, bearer, event, send, triggerForFile } from '../../../support/inventoryTrigger';
import { assertNoSecrets } from '../../../support/watch';

const bench = triggerForFile();
const { stage, change } = bench;

it('takes events as IBM sends them, with a token that IBM fetches here', async () => {
	const at = await stage();
	change('MUG-BLUE', 990);
	const { failed } = await bench.sandbox.deliver(at);
	expect(failed).toEqual([]);
	const rows = at.items();
	expect(rows).toContainEqual(
		expect.objectContaining({
			event: 'nodeAvailability',
			itemId: 'MUG-BLUE',
			node: 'AUR_DC1',
			onHand: 990,
			deliveryMethod: 'SHP',
			source: 'ivEvent',
		}),
	);
	expect(rows).toContainEqual(
		expect.objectContaining({ event: 'networkAvailability', network: 'AUR_ALL', node: null }),
	);
	expect(rows).toContainEqual(
		expect.objectContaining({ event: 'supply', productId: 'MUG-BLUE', quantity: 990, changedQuantity: -5 }),
	);
	assertNoSecrets([at.workflow.stored, rows], 'What n8n keeps');
});

it('twice and in any order comes to the same', async () => {
	const at = await stage({ events: ['nodeAvailability'] });
	bench.sandbox.clock.freeze();
	for (const quantity of [10, 20, 30, 40]) {
		bench.sandbox.clock.advance(1000);
		change('ORDERED', quantity);
	}
	bench.sandbox.clock.run();
	const { failed } = await bench.sandbox.deliver(at, { twice: true, shuffled: true, batch: 3 });
	expect(failed).toEqual([]);
	const levels = at
		.items()
		.filter(({ deliveryMethod }) => deliveryMethod === 'SHP')
		.map(({ onHand }) => onHand as number);
	expect(levels.at(-1)).toBe(40);
	expect([...new Set(levels)].sort((a, b) => a - b)).toEqual(levels);
});

it('remembers over a restart of n8n what it has seen', async () => {
	const at = await stage({ events: ['nodeAvailability'] });
	const body = JSON.stringify([event('same')]);
	await send(at.url, bearer(FIXED), body);
	at.workflow.restart();
	expect(await send(at.url, bearer(FIXED), body)).toEqual({ status: 200, body: '{"received":1,"accepted":0}' });
	expect(at.items()).toHaveLength(1);
});

/** Lets those who come wait for each other, so many at a time. */
function meeting(count: number): () => Promise<void> {
	let waiting: Array<() => void> = [];
	return async () =>
		await new Promise((resolve) => {
			waiting.push(resolve);
			if (waiting.length < count) return;
			for (const go of waiting) go();
			waiting = [];
		});
}

it('what comes several times at once starts the workflow once, and nothing of it is forgotten', async () => {
	const gate = meeting(8);
	const at = await stage({ events: ['nodeAvailability'] }, {}, { whenLoaded: gate });
	const deliveries = Array.from({ length: 8 }, (_, i) => [event('same'), event(`own-${i}`, { productId: `P-${i}` })]);
	const sendAll = async () => {
		const sent = deliveries.map(async (one) => await send(at.url, bearer(FIXED), JSON.stringify(one)));
		expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(deliveries.map(() => 200));
	};
	await sendAll();
	const ids = at.items().map(({ eventId }) => eventId);
	expect([...ids].sort()).toEqual(['same', ...deliveries.map((_, i) => `own-${i}`)].sort());
	await sendAll();
	expect(at.items()).toHaveLength(ids.length);
});

it('takes the older form', async () => {
	const at = await stage({ events: ['supply'] });
	change('MUG-RED', 9);
	await bench.sandbox.deliver(at, { legacy: true });
	expect(at.items()).toMatchObject([{ event: 'supply', productId: 'MUG-RED', quantity: 9, shipNode: 'AUR_DC1' }]);
});

it('takes a snapshot that was asked for, and only the events that are wanted', async () => {
	const at = await stage({ events: ['networkSnapshot'], simplify: false });
	change('MUG-RED', 8);
	bench.sandbox.events.publishAll('network', 'AUR_ALL');
	await bench.sandbox.deliver(at, { batch: 80 });
	const rows = at.items();
	expect(rows.length).toBeGreaterThan(4);
	expect(
		rows.every(
			({ event: kind, type, raw }) => kind === 'networkSnapshot' && type === 'dgAvailabilitySnapshot.v2' && raw,
		),
	).toBe(true);
});

it('serves the token at the address of the events, too', async () => {
	const at = await stage();
	change('MUG-RED', 7);
	const { failed } = await bench.sandbox.deliver({ ...at, tokenUrl: at.url });
	expect(failed).toEqual([]);
	expect(at.items().length).toBeGreaterThan(0);
});
