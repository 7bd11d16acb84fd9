/** Stock, pickup stores and delivery date of an item, from the webhooks of the templates. */

/** What the shopper reads; the attribute `texts` replaces it. */
export const TEXTS = {
	loading: 'Checking …',
	error: 'Not available right now.',
	retry: 'Try again',
	'in-stock': 'In stock',
	'low-stock': 'Only {quantity} left',
	coming: 'Expected soon',
	'out-of-stock': 'Out of stock',
	unknown: 'Not sold at the moment',
	stores: 'Pick up in a store',
	noStores: 'No store is near you.',
	pickup: 'Add for pickup',
	chosen: 'Added for pickup',
	zip: 'Postal code',
	update: 'Update',
	askZip: 'Enter your postal code for a date.',
	delivery: 'Delivery by {date}',
	orderWithin: 'Order within {hours} h {minutes} min',
	noDelivery: 'Cannot be delivered there.',
};

const LEVELS = ['in-stock', 'low-stock', 'coming', 'out-of-stock'];
const OWN = { stock: 'stock-url', stores: 'pickup-url', delivery: 'delivery-url' };

const isPlain = (value) => ['number', 'string'].includes(typeof value);
const quantityOf = (value) => {
	const whole = isPlain(value) ? Math.floor(value) : 0;
	return Number.isSafeInteger(whole) ? Math.max(0, whole) : 0;
};
const line = (parts) =>
	parts
		.filter((part) => typeof part === 'string' && part)
		.join(' ')
		.slice(0, 200);
const dateOf = (value) => (isPlain(value) && Date.parse(value) ? new Date(value) : undefined);

function storeOf({ node, name, street, postcode, city, stock, quantity: given }) {
	const quantity = quantityOf(given);
	const level = LEVELS.includes(stock) ? stock : quantity ? 'in-stock' : 'out-of-stock';
	const address = [line([street]), line([postcode, city])].filter(Boolean).join(', ');
	return { node, name: line([name]) || node, address, level, quantity };
}

/** The parts of a response; undefined where it has none, or nonsense. */
export const READ = {
	stock: ({ stock: level, quantity }) =>
		LEVELS.includes(level) ? { level, quantity: quantityOf(quantity) } : undefined,
	stores: ({ stores }) =>
		Array.isArray(stores)
			? stores
					.filter((store) => typeof store?.node === 'string')
					.slice(0, 20)
					.map(storeOf)
			: undefined,
	delivery: ({ delivery }) => {
		const date = dateOf(delivery?.earliest);
		return delivery === null ? null : date && { date, orderBy: dateOf(delivery.orderBy) };
	},
};

export const fill = (text, values) =>
	String(text).replace(/\{(\w+)\}/g, (all, name) => (Object.hasOwn(values, name) ? values[name] : all));

export function timeLeft(until, now) {
	const minutes = Math.floor((until - now) / 60_000);
	return minutes >= 0 && minutes < 1440 ? { hours: Math.floor(minutes / 60), minutes: minutes % 60 } : undefined;
}

const STYLE = `
:host { --accent: var(--sterling-accent, #0f62fe); --line: 1px solid var(--sterling-line, #8888); display: block; color: var(--sterling-text, inherit) }
:host([hidden]), section:empty, form[hidden] { display: none }
section, form { margin: 0 0 var(--sterling-gap, .75rem) }
p, h3, ul { margin: 0; padding: 0; font-size: 1em }
li, form { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: end }
li { padding: .5rem 0; border-top: var(--line); align-items: center }
li > div { flex: 1 1 10rem; overflow-wrap: anywhere }
small { display: block }
label { display: grid; gap: .2rem }
[data-level]::before { content: ''; display: inline-block; width: .6em; height: .6em; border-radius: 50%; margin-inline-end: .45em; background: var(--sterling-out-of-stock, #da1e28) }
[data-level=in-stock]::before { background: var(--sterling-in-stock, #24a148) }
[data-level=low-stock]::before { background: var(--sterling-low-stock, #f1830a) }
[data-level=coming]::before { background: var(--sterling-coming, #4589ff) }
input, button { font: inherit; color: inherit; background: none; padding: .35rem .7rem; border: var(--line); border-radius: var(--sterling-radius, 4px) }
button { cursor: pointer; color: var(--accent); border-color: currentColor }
button[aria-pressed=true] { color: var(--sterling-on-accent, #fff); background: var(--accent) }
button:disabled { cursor: default; opacity: .5 }`;

/** The JSON of a response, whatever type it says, of at most a million characters. */
async function jsonOf({ body }) {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let text = '';
	for (let part; !(part = await reader.read()).done;) {
		text += decoder.decode(part.value, { stream: true });
		if (text.length > 1e6) return void reader.cancel();
	}
	return JSON.parse(text);
}

/** An element with its text; markup in a text stays text. */
function make(tag, text = '', attributes = {}, ...children) {
	const element = document.createElement(tag);
	element.textContent = text;
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...children);
	return element;
}

const button = (text, act) => {
	const made = make('button', text, { type: 'button', part: 'button' });
	made.addEventListener('click', act);
	return made;
};

export class SterlingStock extends (globalThis.HTMLElement ?? Object) {
	static observedAttributes = ['item', 'quantity', 'country', 'zip', 'texts', ...Object.values(OWN)];

	connectedCallback() {
		if (!this.shadowRoot) this.build();
		this.load();
	}

	disconnectedCallback() {
		this.running?.abort();
	}

	attributeChangedCallback(name, before, after) {
		if (before === after || !this.sections) return;
		if (name === 'item') this.removeAttribute('chosen');
		if (this.isConnected) this.load();
	}

	given(name) {
		return this.getAttribute(name) ?? '';
	}

	get texts() {
		try {
			return { ...TEXTS, ...JSON.parse(this.given('texts') || '{}') };
		} catch (error) {
			console.error('sterling-stock: the attribute texts', error);
			return TEXTS;
		}
	}

	build() {
		const section = (part) => make('section', '', { part, 'aria-live': 'polite' });
		const [stock, delivery, stores] = ['stock', 'delivery', 'stores'].map(section);
		this.sections = { stock, stores, delivery };
		this.caption = make('span');
		this.field = make('input', '', { autocomplete: 'postal-code', size: 8 });
		this.submit = make('button', '', { part: 'button' });
		this.form = make('form', '', { part: 'zip' }, make('label', '', {}, this.caption, this.field), this.submit);
		this.form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.setAttribute('zip', this.field.value.trim());
		});
		const style = new CSSStyleSheet();
		style.replaceSync(STYLE);
		const root = this.attachShadow({ mode: 'open' });
		root.adoptedStyleSheets = [style];
		root.append(stock, this.form, delivery, stores);
	}

	/** Asks each webhook once; gives up what was asked before. */
	async load() {
		this.running?.abort();
		const { signal } = (this.running = new AbortController());
		const { texts } = this;
		this.form.hidden = !this.given(OWN.stores) && !this.given(OWN.delivery);
		this.caption.textContent = texts.zip;
		this.submit.textContent = texts.update;
		this.field.value = this.given('zip');
		const asked = new Map();
		for (const part in OWN) {
			// One webhook may know several parts.
			const url = this.given(OWN[part]) || this.given(part === 'stock' ? OWN.stores : OWN.stock);
			if (!url || !this.given('item')) this.show(part);
			else if (part === 'delivery' && !this.given('zip'))
				this.show(part, url === this.given(OWN[part]) ? [make('p', texts.askZip)] : []);
			else asked.set(url, [...(asked.get(url) ?? []), part]);
		}
		await Promise.all([...asked].map(([url, parts]) => this.ask(url, parts, signal)));
	}

	async ask(url, parts, signal) {
		for (const part of parts) this.show(part, [make('p', this.texts.loading)], true);
		const body = await this.fetch(url, signal).catch(() => undefined);
		if (signal.aborted) return;
		parts.forEach((part, i) => {
			const isExpected = i === 0 || this.given(OWN[part]) === url;
			try {
				this.show(part, this.partOf(body, part, isExpected));
			} catch (error) {
				// Such as a time zone or language of the page that there is not.
				console.error('sterling-stock:', error);
				this.show(part, this.partOf(undefined, part, isExpected));
			}
		});
	}

	async fetch(url, signal) {
		const target = new URL(url, document.baseURI);
		for (const name of ['item', 'quantity', 'country', 'zip'])
			if (this.given(name)) target.searchParams.set(name, this.given(name));
		const response = await fetch(target, { signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]) });
		const body = await jsonOf(response);
		return response.ok || body?.error === 'unknown-item' ? body : undefined;
	}

	/** `isExpected` where the absence of the part is a failure. */
	partOf(body, part, isExpected) {
		const { texts } = this;
		if (body?.error) return part === 'stock' ? [make('p', texts.unknown, { 'data-level': '' })] : [];
		const found = body ? READ[part](body) : undefined;
		if (found !== undefined) return this[part](found, texts);
		return isExpected ? [make('p', texts.error), button(texts.retry, () => this.load())] : [];
	}

	show(part, children = [], isBusy = false) {
		this.sections[part].setAttribute('aria-busy', isBusy);
		this.sections[part].replaceChildren(...children);
	}

	stock(found, texts) {
		return [make('p', fill(texts[found.level], found), { 'data-level': found.level })];
	}

	stores(found, texts) {
		const rows = found.map((store) => {
			const address = store.address ? [make('small', store.address)] : [];
			const about = make('div', store.name, {}, ...address, ...this.stock(store, texts));
			const isChosen = this.given('chosen') === store.node;
			const add = button(isChosen ? texts.chosen : texts.pickup, () => this.choose(store, found));
			add.setAttribute('aria-pressed', isChosen);
			add.setAttribute('aria-label', `${add.textContent}: ${store.name}`);
			add.disabled = store.quantity < (Number(this.given('quantity')) || 1);
			return make('li', '', {}, about, add);
		});
		return [make('h3', texts.stores), rows.length ? make('ul', '', {}, ...rows) : make('p', texts.noStores)];
	}

	/** Tells the page, which puts it into the cart or prevents the event. */
	choose({ node, name, quantity }, found) {
		const detail = { item: this.given('item'), node, name, quantity };
		const event = new CustomEvent('sterling-pickup', { detail, bubbles: true, cancelable: true });
		if (!this.dispatchEvent(event)) return;
		this.setAttribute('chosen', node);
		this.show('stores', this.stores(found, this.texts));
		this.sections.stores.querySelector('[aria-pressed=true]')?.focus();
	}

	delivery(found, texts) {
		if (found === null) return [make('p', texts.noDelivery)];
		// Some shops write en_US.
		const language = this.closest('[lang]')?.lang.replaceAll('_', '-') || undefined;
		const timeZone = this.given('time-zone') || undefined;
		const form = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
		const left = found.orderBy && timeLeft(found.orderBy, Date.now());
		const date = make('p', fill(texts.delivery, { date: form.format(found.date) }));
		return left ? [date, make('small', fill(texts.orderWithin, left))] : [date];
	}
}

globalThis.customElements?.define('sterling-stock', SterlingStock);
