import fc from 'fast-check';
import { readFileSync, statSync } from 'node:fs';

import { load, SOURCE, type Component, type FakeElement } from './page';

const STORE = {
	node: 'S1',
	name: 'Exampleton',
	street: '1 Main Street',
	postcode: '02110',
	stock: 'in-stock',
	quantity: 3,
};
const STOCK = { item: 'MUG', stock: 'low-stock', quantity: 4, stores: [STORE] };
const DELIVERY = { item: 'MUG', delivery: { earliest: '2030-01-02T12:00:00Z', orderBy: null } };

type Reply = { status?: number; body?: unknown } | 'broken' | Promise<unknown>;

/** An element on a page; `replies` by path. */
async function open(attributes: Record<string, string>, replies: Record<string, Reply>) {
	const asked: URL[] = [];
	const { SterlingStock, TEXTS } = load(async (url) => {
		asked.push(url);
		const reply = await replies[url.pathname];
		if (reply === 'broken') throw new TypeError('Failed to fetch');
		const { status = 200, body } = reply as { status?: number; body?: unknown };
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		return { status, ok: status < 300, json: async () => JSON.parse(text) };
	});
	const element = new SterlingStock();
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.isConnected = true;
	element.connectedCallback();
	const settle = async () => await new Promise((done) => setImmediate(done));
	await settle();
	return { element, asked, TEXTS, settle };
}

const shown = ({ sections }: Component) => ({
	stock: sections.stock.textContent,
	stores: sections.stores.textContent,
	delivery: sections.delivery.textContent,
});

const ALL = { item: 'MUG', country: 'US', zip: '02110', 'pickup-url': '/p', 'delivery-url': '/d', 'time-zone': 'UTC' };

test('is one small file that never writes markup', () => {
	expect(statSync(SOURCE).size).toBeLessThan(10 * 1024);
	expect(readFileSync(SOURCE, 'utf8')).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b/);
});

test('shows stock, stores and the date, and asks each webhook once', async () => {
	const { element, asked } = await open(ALL, { '/p': { body: STOCK }, '/d': { body: DELIVERY } });
	expect(shown(element)).toEqual({
		stock: 'Only 4 left',
		stores: 'Pick up in a store Exampleton1 Main Street, 02110 In stock Add for pickup',
		delivery: 'Delivery by Wednesday, January 2',
	});
	expect(asked.map(String)).toEqual([
		'https://shop.example/p?item=MUG&country=US&zip=02110',
		'https://shop.example/d?item=MUG&country=US&zip=02110',
	]);
	expect(element.sections.stock.getAttribute('aria-busy')).toBe('false');
});

test('one webhook may tell all of it', async () => {
	const { element, asked } = await open(
		{ item: 'MUG', zip: '1', 'stock-url': '/s' },
		{ '/s': { body: { ...STOCK, ...DELIVERY } } },
	);
	expect(asked).toHaveLength(1);
	expect(shown(element).stores).toContain('Exampleton');
	expect(shown(element).delivery).toContain('January 2');
	expect(element.form.hidden).toBe(true);
});

test('says so while it asks, without an item, and without a postal code', async () => {
	const { element, TEXTS } = await open(ALL, {
		'/p': new Promise(() => undefined),
		'/d': new Promise(() => undefined),
	});
	expect(shown(element)).toEqual({ stock: TEXTS.loading, stores: TEXTS.loading, delivery: TEXTS.loading });
	expect(element.sections.stores.getAttribute('aria-busy')).toBe('true');
	const empty = await open({ ...ALL, item: '' }, {});
	expect([empty.asked, shown(empty.element)]).toEqual([[], { stock: '', stores: '', delivery: '' }]);
	const nowhere = await open({ ...ALL, zip: '' }, { '/p': { body: STOCK } });
	expect(shown(nowhere.element).delivery).toBe(TEXTS.askZip);
	expect(nowhere.asked).toHaveLength(1);
});

test.each<[string, Reply]>([
	['a broken connection', 'broken'],
	['503', { status: 503, body: { error: 'unavailable' } }],
	['a web page', { body: '<html>' }],
	['no text at all', { body: '' }],
	['a list', { body: [] }],
	['nonsense', { body: { stock: 7, stores: 'none', delivery: 'soon' } }],
])('%s is an error that can be tried again', async (_name, reply) => {
	const replies: Record<string, Reply> = { '/p': reply, '/d': reply };
	const { element, TEXTS, settle } = await open(ALL, replies);
	expect(shown(element).stores + shown(element).stock).toContain(TEXTS.stockError);
	expect(shown(element).delivery).toBe(`${TEXTS.deliveryError} ${TEXTS.retry}`);
	const [retry] = element.sections.delivery.all('button');
	expect(retry.getAttribute('aria-label')).toBe(`${TEXTS.retry}: ${TEXTS.deliveryError}`);
	Object.assign(replies, { '/p': { body: STOCK }, '/d': { body: DELIVERY } });
	element.sections.delivery.all('button')[0].click();
	await settle();
	expect(shown(element).stock).toBe('Only 4 left');
	expect(shown(element).delivery).toContain('January 2');
});

test('whoever tries again by keyboard stays in the part, and nobody else is moved', async () => {
	const replies: Record<string, Reply> = { '/p': 'broken', '/d': 'broken' };
	const { element, settle } = await open(ALL, replies);
	const focused: string[] = [];
	for (const part of ['stock', 'stores', 'delivery'] as const) {
		element.sections[part].focus = () => void focused.push(part);
	}
	const [retry] = element.sections.delivery.all('button');
	element.shadowRoot!.activeElement = retry;
	retry.click();
	await settle();
	expect(new Set(focused)).toEqual(new Set(['delivery']));
});

test.each(['{bad', 'null', '[]', '7'])('the attribute texts %j leaves the texts as they are', async (texts) => {
	const say = jest.spyOn(console, 'error').mockReturnValue(undefined);
	const { element } = await open({ ...ALL, texts }, { '/p': { body: STOCK }, '/d': { body: DELIVERY } });
	expect(shown(element).stock).toBe('Only 4 left');
	expect(say.mock.calls.length > 0).toBe(texts === '{bad');
	say.mockRestore();
});

test('one text for all failures is possible, too', async () => {
	const texts = JSON.stringify({ error: 'Geht gerade nicht.' });
	const { element } = await open({ ...ALL, texts }, { '/p': 'broken', '/d': 'broken' });
	expect(shown(element).stock).toBe('Geht gerade nicht. Try again');
});

test('an unknown item, no store near, nothing to deliver', async () => {
	const unknown = await open(
		{ item: 'X', 'stock-url': '/s' },
		{ '/s': { status: 404, body: { error: 'unknown-item' } } },
	);
	expect(shown(unknown.element)).toEqual({ stock: unknown.TEXTS.unknown, stores: '', delivery: '' });
	const none = await open(ALL, { '/p': { body: { ...STOCK, stores: [] } }, '/d': { body: { delivery: null } } });
	expect(shown(none.element).stores).toContain(none.TEXTS.noStores);
	expect(shown(none.element).delivery).toBe(none.TEXTS.noDelivery);
});

test('a late response to an older question is dropped', async () => {
	let answer: (value: unknown) => void = () => undefined;
	const replies: Record<string, Reply> = { '/s': new Promise((resolve) => (answer = resolve)) };
	const { element, settle } = await open({ item: 'OLD', 'stock-url': '/s' }, replies);
	replies['/s'] = { body: { stock: 'in-stock', quantity: 1 } };
	element.setAttribute('item', 'NEW');
	await settle();
	answer({ body: { stock: 'out-of-stock', quantity: 0 } });
	await settle();
	expect(shown(element).stock).toBe('In stock');
});

test('a store is chosen by an event that the page may prevent; one without enough cannot be', async () => {
	const stores = [STORE, { node: 'S2', quantity: 1 }, { node: 'S3', stock: 'coming', quantity: 0 }];
	const { element, TEXTS } = await open(
		{ ...ALL, quantity: '2' },
		{ '/p': { body: { ...STOCK, stores } }, '/d': { body: DELIVERY } },
	);
	const details: object[] = [];
	let isPrevented = true;
	element.addEventListener('sterling-pickup', (event) => {
		details.push((event as { init: { detail: object } }).init.detail);
		Object.assign(event, { isPrevented });
	});
	const buttons = () => element.sections.stores.all('button');
	expect(buttons().map(({ disabled }) => disabled)).toEqual([false, true, true]);
	buttons()[0].click();
	expect(buttons()[0].getAttribute('aria-pressed')).toBe('false');
	isPrevented = false;
	buttons()[0].click();
	expect([buttons()[0].getAttribute('aria-pressed'), buttons()[0].textContent]).toEqual(['true', TEXTS.chosen]);
	expect(details[1]).toEqual({ item: 'MUG', node: 'S1', name: 'Exampleton', quantity: 3 });
	expect(buttons()[0].getAttribute('aria-label')).toContain('Exampleton');
});

test('texts are replaced, and a postal code is asked for', async () => {
	const texts = JSON.stringify({ 'low-stock': 'Noch {quantity}', zip: 'PLZ' });
	const { element, asked, settle } = await open({ ...ALL, texts }, { '/p': { body: STOCK }, '/d': { body: DELIVERY } });
	expect(shown(element).stock).toBe('Noch 4');
	expect(element.form.textContent).toContain('PLZ');
	element.field.value = ' 10001 ';
	element.form.dispatchEvent(Object.assign({ type: 'submit' }, { preventDefault: () => undefined }));
	await settle();
	expect(asked.at(-1)?.searchParams.get('zip')).toBe('10001');
});

test('an object in place of a number or date is none, whatever it holds', async () => {
	const odd = JSON.parse('{"toString": 1, "valueOf": 1}') as unknown;
	const body = { stock: 'in-stock', quantity: odd, stores: [{ ...STORE, quantity: odd }], delivery: { earliest: odd } };
	const { element, TEXTS } = await open({ item: 'MUG', zip: '1', 'stock-url': '/s' }, { '/s': { body } });
	expect(shown(element)).toMatchObject({ stock: TEXTS['in-stock'], stores: expect.stringContaining('Exampleton') });
});

test.each<[string, object, string]>([
	['an endless number', { stock: 'low-stock', quantity: '1e999' }, 'Only 0 left'],
	['a number beyond all stock', { stock: 'low-stock', quantity: 1e300 }, 'Only 0 left'],
	['less than nothing', { stock: 'low-stock', quantity: -3 }, 'Only 0 left'],
])('%s is no quantity', async (_name, body, text) => {
	const { element } = await open({ item: 'MUG', 'stock-url': '/s' }, { '/s': { body } });
	expect(shown(element).stock).toBe(text);
});

describe('a mistake of the page', () => {
	let said: jest.SpyInstance;
	beforeEach(() => (said = jest.spyOn(console, 'error').mockImplementation()));
	afterEach(() => said.mockRestore());

	test('in the texts, leaves the usual ones', async () => {
		const { element } = await open(
			{ ...ALL, texts: '{ not JSON' },
			{ '/p': { body: STOCK }, '/d': { body: DELIVERY } },
		);
		expect(shown(element).stock).toBe('Only 4 left');
		expect(said).toHaveBeenCalled();
	});

	test('in the time zone, is an error and not a wrong date', async () => {
		const replies = { '/p': { body: STOCK }, '/d': { body: DELIVERY } };
		const { element, TEXTS } = await open({ ...ALL, 'time-zone': 'Mars/Olympus' }, replies);
		expect(shown(element).delivery).toBe(`${TEXTS.deliveryError} ${TEXTS.retry}`);
		expect(element.sections.delivery.getAttribute('aria-busy')).toBe('false');
		expect(said).toHaveBeenCalled();
	});
});

test('a language is understood as shops write it', async () => {
	const replies = { '/p': { body: STOCK }, '/d': { body: DELIVERY } };
	const { element } = await open({ ...ALL, language: 'de_DE' }, replies);
	expect(shown(element).delivery).toBe('Delivery by Mittwoch, 2. Januar');
});

/** Texts that would be markup, script or address in some place of a page. */
const HOSTILE = [
	'<img src=x onerror=alert(1)>',
	'"><script>alert(1)</script>',
	"' onmouseover='alert(1)",
	'javascript:alert(1)',
	'</style><script>',
	'{quantity}{constructor}',
	'x'.repeat(5000),
];

test.each(HOSTILE)('%p stays text in every field', async (text) => {
	const store = { node: text, name: text, street: text, postcode: text, city: text, stock: text, quantity: 5 };
	const body = { stock: 'in-stock', quantity: text, stores: [store], delivery: { earliest: text, orderBy: text } };
	const attributes = { item: text, zip: text, country: text, 'stock-url': '/s' };
	const { element, asked } = await open(attributes, { '/s': { body } });
	element.sections.stores.all('button')[0].click();
	expect(new Set(asked.map(({ origin, pathname }) => origin + pathname))).toEqual(new Set(['https://shop.example/s']));
	const within = (one: FakeElement): FakeElement[] => [one, ...one.children.flatMap(within)];
	const all = [element, ...Object.values(element.sections)].flatMap(within);
	const tags = new Set(all.map(({ tag }) => tag));
	for (const tag of tags)
		expect(['sterling-stock', 'section', 'p', 'h3', 'ul', 'li', 'div', 'small', 'button']).toContain(tag);
	// Names are the component's own; a value can be any text only where it is shown or compared.
	const named = all
		.flatMap(({ attributes: own }) => [...own])
		.filter(([, value]) => value.includes(text.slice(0, 200)));
	for (const [name] of named) expect([...Object.keys(attributes), 'chosen', 'aria-label']).toContain(name);
});

test('any response is shown as text, or as an error, and never breaks the page', async () => {
	await fc.assert(
		fc.asyncProperty(fc.anything(), fc.anything(), fc.string(), async (one, other, name) => {
			const body = {
				stock: one,
				quantity: other,
				stores: [one, { node: 'N', name, street: one, quantity: other }],
				delivery: one,
			};
			for (const each of [one, body]) {
				const { element } = await open({ item: 'MUG', zip: '1', 'stock-url': '/s' }, { '/s': { body: each } });
				expect(element.sections.stock.textContent).not.toBe('Checking …');
				expect(element.sections.stores.textContent).not.toContain('undefined');
			}
		}),
		{ numRuns: 60 },
	);
});

test('the time to order within', () => {
	const { timeLeft, fill } = load(async () => undefined);
	expect(timeLeft(3_600_000 * 2 + 60_000 * 13, 0)).toEqual({ hours: 2, minutes: 13 });
	expect([timeLeft(-1, 0), timeLeft(86_400_000, 0)]).toEqual([undefined, undefined]);
	expect(fill('{a} {b}', { a: 0 })).toBe('0 {b}');
});
