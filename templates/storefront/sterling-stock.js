/** Stock, pickup stores and delivery date of an item. */

export const TEXTS = {
	loading: 'Checking …',
	stockError: 'Cannot check the stock right now.',
	deliveryError: 'Cannot check the date right now.',
	storesError: 'Cannot check the stores right now.',
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
const ASKED = ['item', 'quantity', 'country', 'zip'];
const OWN = { stock: 'stock-url', stores: 'pickup-url', delivery: 'delivery-url' };

const isPlain = (value) => ['number', 'string'].includes(typeof value);
const quantityOf = (value) => (isPlain(value) && value > 0 && value < 1e9 ? Math.floor(value) : 0);
const line = (parts) => parts.filter((part) => typeof part === 'string' && part).join(' ');
const dateOf = (value) => (isPlain(value) && Date.parse(value) ? new Date(value) : undefined);

function storeOf({ node, name, street, postcode, city, stock, quantity: given }) {
	const quantity = quantityOf(given);
	const level = LEVELS.includes(stock) ? stock : quantity ? 'in-stock' : 'out-of-stock';
	const address = [line([street]), line([postcode, city])].filter(Boolean).join(', ');
	return { node, name: line([name]) || node, address, level, quantity };
}

export const READ = {
	stock: ({ stock: level, quantity }) =>
		LEVELS.includes(level) ? { level, quantity: quantityOf(quantity) } : undefined,
	stores: ({ stores }) =>
		Array.isArray(stores) ? stores.filter((store) => typeof store?.node === 'string').map(storeOf) : undefined,
	delivery: ({ delivery }) => {
		const date = dateOf(delivery?.earliest);
		return delivery === null ? null : date && { date, orderBy: dateOf(delivery.orderBy) };
	},
};

export const fill = (text, values) =>
	String(text).replace(/\{(\w+)\}/g, (all, name) => (Object.hasOwn(values, name) ? values[name] : all));

export function timeLeft(until, now) {
	const minutes = Math.floor((until - now) / 60_000);
	if (minutes >= 0 && minutes < 1440) return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

const STYLE = `
:host { --accent: var(--sterling-accent, light-dark(#0f62fe, #78a9ff)); --line: 1px solid var(--sterling-line, #8888); display: block; color: var(--sterling-text, inherit) }
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
button[aria-pressed=true] { color: var(--sterling-on-accent, light-dark(#fff, #161616)); background: var(--accent) }
button:disabled { cursor: default; opacity: .5 }`;

/** Markup in a text stays text. */
function make(tag, text = '', attributes = {}, ...children) {
	const element = document.createElement(tag);
	element.textContent = text;
	for (const name in attributes) element.setAttribute(name, attributes[name]);
	element.append(...children);
	return element;
}

const button = (text, act, about) => {
	const made = make('button', text, { type: 'button', part: 'button', 'aria-label': `${text}: ${about}` });
	made.addEventListener('click', act);
	return made;
};

export class SterlingStock extends (globalThis.HTMLElement ?? Object) {
	static observedAttributes = [...ASKED, 'texts', ...Object.values(OWN)];

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
			console.error(this, error);
			return TEXTS;
		}
	}

	build() {
		const section = (part) => make('section', '', { part, 'aria-live': 'polite', tabindex: -1 });
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
		parts.forEach((part, i) => this.show(part, this.partOf(body, part, i === 0 || this.given(OWN[part]) === url)));
	}

	async fetch(url, signal) {
		const target = new URL(url, document.baseURI);
		for (const name of ASKED) if (this.given(name)) target.searchParams.set(name, this.given(name));
		const response = await fetch(target, { signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]) });
		const body = await response.json();
		return response.ok || body?.error === 'unknown-item' ? body : undefined;
	}

	partOf(body, part, isExpected, texts = this.texts) {
		if (body?.error) return part === 'stock' ? [make('p', texts.unknown, { 'data-level': '' })] : [];
		try {
			const found = body && READ[part](body);
			if (found !== undefined) return this[part](found, texts);
		} catch (error) {
			console.error(this, error);
		}
		if (!isExpected) return [];
		const error = make('p', texts.error ?? texts[`${part}Error`]);
		return [error, button(texts.retry, () => this.load(), error.textContent)];
	}

	show(part, children = [], isBusy = false) {
		const section = this.sections[part];
		const isUsed = section.contains(this.shadowRoot.activeElement);
		section.setAttribute('aria-busy', isBusy);
		section.replaceChildren(...children);
		if (isUsed) section.focus();
	}

	stock(found, texts) {
		return [make('p', fill(texts[found.level], found), { 'data-level': found.level })];
	}

	stores(found, texts) {
		const rows = found.map((store) => {
			const address = store.address ? [make('small', store.address)] : [];
			const about = make('div', store.name, {}, ...address, ...this.stock(store, texts));
			const isChosen = this.given('chosen') === store.node;
			const add = button(isChosen ? texts.chosen : texts.pickup, () => this.choose(store, found), store.name);
			add.setAttribute('aria-pressed', isChosen);
			add.disabled = store.quantity < (Number(this.given('quantity')) || 1);
			return make('li', '', {}, about, add);
		});
		return [make('h3', texts.stores), rows.length ? make('ul', '', {}, ...rows) : make('p', texts.noStores)];
	}

	/** The page takes it, or prevents the event. */
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
		const language = this.closest('[lang]')?.lang.replaceAll('_', '-') || undefined;
		const timeZone = this.given('time-zone') || undefined;
		const form = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
		const left = found.orderBy && timeLeft(found.orderBy, Date.now());
		const date = make('p', fill(texts.delivery, { date: form.format(found.date) }));
		return left ? [date, make('small', fill(texts.orderWithin, left))] : [date];
	}
}

globalThis.customElements?.define('sterling-stock', SterlingStock);
