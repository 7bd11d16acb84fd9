import { locate } from '../../../../engine/oneNode';
import { Bench } from '../../../support/bench';
import { Trigger } from './active';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => bench.sandbox.clock.freeze());
beforeEach(() => bench.sandbox.clock.advance(3_600_000));

/** A trigger on new orders, active since now. */
async function active(parameters: object): Promise<Trigger> {
	const trigger = new Trigger(bench.sandbox, { events: ['orderCreated'], output: 'event', ...parameters } as never);
	await trigger.activate();
	return trigger;
}

/** Order numbers of what the trigger tells after these orders were placed. */
async function told(parameters: object, ...places: Array<() => void>): Promise<unknown[]> {
	const trigger = await active(parameters);
	for (const place of places) place();
	return (await trigger.after(60)).map(({ OrderNo }) => OrderNo).sort();
}

const field = (name: string, value: unknown) => ({ filters: { customFields: { field: [{ name, value }] } } });
const where = (attribute: string, operator: string, value: string) => ({
	conditions: { condition: [{ attribute, operator, value }] },
});

describe('what would find too much or nothing is refused, by name', () => {
	test.each([
		[
			'the name of a status',
			{ filters: { statusFrom: locate('code', 'Shipped') } },
			'Filters → Status From: "Shipped" is not a status code',
		],
		[
			'another name of a status',
			{ filters: { statusTo: locate('code', 'created') } },
			'Filters → Status To: "created" is not a status code',
		],
		[
			'an event that does not exist',
			{ events: ['orderCreated', 'orderShipped'] },
			'Events: "orderShipped" is not a valid choice',
		],
		['no event', { events: [] }, 'Events is empty'],
		['an event as an object', { events: '={{ [{ a: 1 }] }}' }, 'Events has an entry that is not a name: {"a":1}'],
		[
			'an enterprise that an expression leaves empty',
			{ filters: { enterpriseCode: locate('code', '={{ null }}') } },
			'Filters → Enterprise is empty: its expression returns nothing',
		],
		[
			'an order type that is blank',
			{ filters: { orderType: locate('code', '={{ " " }}') } },
			'Filters → Order Type is blank',
		],
		[
			'a custom field without a value',
			field('ExtnChannel', '={{ null }}'),
			'Filters → Custom Fields → Field 1 → Value: the filter on Extn.ExtnChannel has no value',
		],
		['a value without a custom field', field('', 'WEB'), 'Filters → Custom Fields → Field 1 → Field is empty'],
		[
			'a condition without a value',
			where('OrderType', 'EQ', '={{ null }}'),
			'Conditions → Condition 1 → Value: the filter on OrderType has no value',
		],
		[
			'a part of a date',
			where('OrderDate', 'LIKE', '2026'),
			'Conditions → Condition 1 → Operator: OrderDate is a date',
		],
		['a word for a start', { options: { startFrom: 'yesterday' } }, 'Options → Start From: "yesterday" is not a date'],
		[
			'a start that an expression leaves empty',
			{ options: { startFrom: '={{ null }}' } },
			'Options → Start From is empty: its expression returns nothing',
		],
		['another history', { options: { readFromHistory: 'all' } }, 'Options → Read From: "all" is not a valid choice'],
		['a number of seconds in words', { options: { lag: '={{ "soon" }}' } }, 'Options → Lag (Seconds) must be a number'],
	])('%s', async (_what, parameters, message) => {
		await expect(active(parameters)).rejects.toThrow(message);
	});
});

test.each([
	{ filters: { enterpriseCode: locate('code', '={{ null }}') } },
	field('ExtnChannel', '={{ null }}'),
	where('OrderType', 'EQ', '={{ null }}'),
])('a filter that is empty is refused with the option that leaves it out: %j', async (parameters) => {
	const description = expect.stringMatching(/, or set When a Filter Is Empty under Options\.$/);
	await expect(active(parameters)).rejects.toMatchObject({ description });
});

describe('what means the same is the same', () => {
	test.each([
		['a text', 'orderCreated'],
		['a text with commas', 'orderCreated, orderUpdated'],
		['an expression', '={{ ["orderCreated"] }}'],
		['the names that the editor shows', ['Order Created']],
	])('events as %s', async (name, events) => {
		const number = `EVENTS-${name.length}`;
		expect(await told({ events }, () => bench.place(number))).toEqual([number]);
	});

	test('a filter that may be empty is left out where Options say so', async () => {
		const parameters = {
			...where('OrderType', 'EQ', '={{ null }}'),
			filters: { orderType: locate('code', '={{ null }}') },
			options: { emptyFilters: 'ignore' },
		};
		expect(await told(parameters, () => bench.place('EMPTY-1'))).toEqual(['EMPTY-1']);
	});

	test('a day to start from begins in the workflow’s zone', async () => {
		const { clock } = bench.sandbox;
		clock.set(Date.parse('2031-03-04T22:30:00Z'));
		bench.place('DAY-BEFORE');
		clock.set(Date.parse('2031-03-04T23:30:00Z'));
		bench.place('DAY-AFTER');
		clock.advance(3_600_000);
		const parameters = { events: ['orderCreated'], output: 'event', options: { startFrom: '2031-03-05' } };
		const trigger = new Trigger(bench.sandbox, parameters, { timezone: 'Europe/Berlin' });
		expect((await trigger.activate()).map(({ OrderNo }) => OrderNo)).toEqual(['DAY-AFTER']);
	});

	test.each([
		['yes and no', 'ExtnChannel', '={{ true }}', { ExtnChannel: 'Y' }],
		['blanks around a value', 'ExtnChannel', ' APP ', { ExtnChannel: 'APP' }],
	])('a custom field by %s', async (name, attribute, value, Extn) => {
		const number = `FIELD-${name.length}`;
		const places = [() => bench.place(number, { Extn }), () => bench.place(`${number}-OTHER`, {})];
		expect(await told(field(attribute, value), ...places)).toEqual([number]);
	});
});
