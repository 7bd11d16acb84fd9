import { ALL, FIXED, bearer, event, send, triggerForFile } from '../../../support/inventoryTrigger';

const { stage } = triggerForFile();

it.each(['[]', '{"eventbatch":[]}'])('an empty delivery %s is taken and starts nothing', async (empty) => {
	const at = await stage();
	expect(await send(at.url, bearer(FIXED), empty)).toEqual({ status: 200, body: '{"received":0,"accepted":0}' });
	expect(at.items()).toEqual([]);
});

it('a megabyte is taken with a token, and looked at only then', async () => {
	const at = await stage();
	const many = Array.from({ length: 3000 }, (_, i) =>
		event(`m-${i}`, { productId: `P-${i}`, filler: 'x'.repeat(250) }),
	);
	const large = JSON.stringify(many);
	expect(large.length).toBeGreaterThan(1_000_000);
	expect((await send(at.url, {}, large)).status).toBe(401);
	expect((await send(at.url, bearer(FIXED), large)).status).toBe(200);
	expect(at.items()).toHaveLength(3000);
	expect(at.workflow.stored.length).toBeLessThan(200_000);
});

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const inside = (data: string) => `[{"type": "productAvailability.v2", "id": "x", "data": ${data}}]`;

it.each<[string, string]>([
	['no event', '{"no": "event"}'],
	['lists in lists', '[[[]]]'],
	['a text', '"text"'],
	['a number', '42'],
	['nothing', 'null'],
	['a truth', 'true'],
	['envelopes without a type', '[{"id": "x", "data": {}}, {"data": {}}]'],
	['a batch of numbers', '{"eventbatch": [1]}'],
	['a batch of batches without events', '{"eventbatch": [{"channel": "x"}]}'],
	['a hundred thousand levels', nested(100_000)],
	['an event with a hundred thousand levels', inside(`{"a": ${nested(100_000)}}`)],
])('%s is refused', async (_what, wrong) => {
	const at = await stage();
	const { status, body: said } = await send(at.url, bearer(FIXED), wrong);
	expect([status, at.items()]).toEqual([400, []]);
	expect(said).toContain('not an Inventory Visibility event');
});

it.each<[string, string, string, number]>([
	['a form', 'application/x-www-form-urlencoded', 'data=1', 400],
	['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 400],
	['bytes', 'application/octet-stream', '\u0000\u0001', 400],
	['parts', 'multipart/form-data; boundary=x', '--x--', 400],
	['JSON that is cut off', 'application/cloudevents-batch+json', '[{"type": "productAvail', 400],
	['JSON that is cut off, which n8n itself reads', 'application/json', '[{"type": "productAvail', 422],
	['no type at all', '', '', 400],
])('%s is refused', async (_what, type, wrong, expected) => {
	const at = await stage();
	const { status } = await send(at.url, { ...bearer(FIXED), 'Content-Type': type }, wrong);
	expect([status, at.items()]).toEqual([expected, []]);
});

it.each(['text/plain', 'application/cloudevents-batch+json', 'application/octet-stream'])(
	'JSON under the type %s is read',
	async (type) => {
		const at = await stage();
		const { status } = await send(
			at.url,
			{ ...bearer(FIXED), 'Content-Type': type },
			JSON.stringify([event('attack')]),
		);
		expect([status, at.items().length]).toEqual([200, 1]);
	},
);

it.each<[string, string]>([
	['an envelope without data', '{"type": "x", "id": "u"}'],
	['data that is a list', '{"type": "productAvailability.v2", "id": "u", "data": [1]}'],
	['no envelope', '{"no": "event", "id": "u"}'],
])('%s comes out once with what is wrong, and the events beside it once', async (_what, damaged) => {
	const at = await stage();
	const raw = JSON.parse(damaged) as object;
	const delivery = JSON.stringify([event('before'), raw, event('after')]);
	for (let i = 0; i < 3; i++) expect((await send(at.url, bearer(FIXED), delivery)).status).toBe(200);
	const problem = expect.stringContaining('not an Inventory Visibility event') as string;
	expect(at.items()).toMatchObject([{ onHand: 1 }, { problem, raw, eventId: 'u' }, { onHand: 1 }]);
});

it('of a damaged event of the older form, only those that are wanted start the workflow', async () => {
	const at = await stage({ events: ['supply'] });
	const codes = ['supplyChange', 'demandChange', 'unheardOf'].map((code) => ({ code }));
	const delivery = JSON.stringify({ eventbatch: [{ events: codes }] });
	expect((await send(at.url, bearer(FIXED), delivery)).status).toBe(200);
	expect(at.items().map(({ type }) => type)).toEqual(['supplyChange', 'unheardOf']);
});

it('names and values that objects inherit harm nothing', async () => {
	const at = await stage({ events: [...ALL, 'other'], simplify: false });
	const hostile = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": 1}';
	const events = [inside(hostile), `[{"type": "constructor", "id": "c", "data": ${hostile}}]`];
	for (const one of events) expect((await send(at.url, bearer(FIXED), one)).status).toBe(200);
	expect(at.items().map(({ event: kind }) => kind)).toEqual(['nodeAvailability', 'other']);
	expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it.each<[string, string]>([
	['figures that are none', '{"productId": {"a": 1}, "currentAvailability": {"availableQuantity": []}}'],
	['windows that are none', '{"currentAvailability": {"availableQuantity": 1}, "futureAvailability": "x"}'],
	['windows of nothing', '{"currentAvailability": {}, "futureAvailability": [null, 1]}'],
])('%s are passed on with what is wrong, and those beside them as ever', async (_what, data) => {
	const at = await stage();
	const [wrong] = JSON.parse(inside(data)) as object[];
	const { status } = await send(at.url, bearer(FIXED), JSON.stringify([event('before'), wrong, event('after')]));
	expect(status).toBe(200);
	const problem = expect.stringMatching(/^The response for item .* cannot be read: .*Availability/);
	expect(at.items()).toMatchObject([{ onHand: 1 }, { problem, eventId: 'x', raw: JSON.parse(data) }, { onHand: 1 }]);
});
