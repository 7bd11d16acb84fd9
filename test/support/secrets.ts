/** How a text looks that was encoded on its way; written without a look at how the package finds them. */
function formsOf(secret: string): string[] {
	const json = JSON.stringify(secret).slice(1, -1);
	const percent = encodeURIComponent(secret);
	const least = secret.replace(/&/g, '&amp;').replace(/</g, '&lt;');
	const escaped = [least, least.replace(/>/g, '&gt;')].flatMap((xml) => [xml, xml.replace(/"/g, '&quot;')]);
	const lowerCase = percent.replace(/%../g, (code) => code.toLowerCase());
	return [
		secret,
		json,
		JSON.stringify(json).slice(1, -1),
		percent,
		lowerCase,
		encodeURIComponent(percent),
		new URLSearchParams({ s: secret }).toString().slice(2),
		encodeURI(secret),
		...escaped.flatMap((xml) => [xml, xml.replace(/'/g, '&apos;'), xml.replace(/'/g, '&#39;')]),
		...base64Of(secret),
	];
}

/** The characters of Base64 that depend on the secret alone, wherever in the encoded text it begins. */
function base64Of(secret: string): string[] {
	if (secret.length < 9) return [];
	return [0, 1, 2].flatMap((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
		const inside = (text: string) => text.slice(before === 0 ? 0 : before + 1, Math.floor((bytes.length * 4) / 3));
		return [inside(bytes.toString('base64')), inside(bytes.toString('base64url'))];
	});
}

/** Texts that must never show, with what each of them is. */
export class Secrets {
	private readonly known = new Map<string, string>();
	/** Texts that hold none of the first so many known secrets. */
	private readonly clean = new Map<string, number>();

	/** A secret in every form that a text may hold it in; very short ones would be found everywhere. */
	add(what: string, secret: string | undefined): void {
		if (secret === undefined || secret.length < 6 || this.known.get(secret) === what) return;
		for (const form of formsOf(secret)) this.known.set(form, what);
	}

	/** Key material: each long line counts, since a message may hold a part of it. */
	addKey(what: string, text: string | undefined): void {
		for (const line of (text ?? '').split(/\n|\\n/)) {
			if (line.length >= 40 && !line.startsWith('-----')) this.add(what, line.trim());
		}
	}

	/** All that a credential holds which is nobody's business. */
	addCredential(data: Record<string, unknown>): void {
		const text = (name: string) => (data[name] === undefined ? undefined : String(data[name]));
		this.add('password', text('password'));
		this.add('Basic value', Buffer.from(`${text('loginId')}:${text('password')}`).toString('base64'));
		this.add('passphrase', text('passphrase'));
		this.addKey('private key', text('privateKey'));
		this.add('P12 file', text('pkcs12Secret')?.slice(100, 180));
		const { header = [] } = (data.headers ?? {}) as { header?: Array<{ value: string }> };
		for (const { value } of header) this.add('extra header', value);
	}

	/** Which secrets the text holds, by what they are; JSON web tokens and keys are known by their looks. */
	in(text: string): string[] {
		return [...this.search(text, 0)];
	}

	/** The same for many texts. Most come again and again, and are searched only for the secrets that are new since. */
	inAll(texts: string[]): string[] {
		const groups = new Map<number, string[]>();
		for (const text of texts) {
			const from = this.clean.get(text) ?? 0;
			const group = groups.get(from) ?? [];
			if (group.push(text) === 1) groups.set(from, group);
		}
		const found = new Set<string>();
		for (const [from, group] of groups) {
			if (from > 0 && from === this.known.size) continue;
			const inGroup = this.search(group.join('\n'), from);
			for (const what of inGroup) found.add(what);
			if (inGroup.size === 0) for (const text of group) this.clean.set(text, this.known.size);
		}
		return [...found];
	}

	private search(text: string, from: number): Set<string> {
		const found = new Set<string>();
		let index = 0;
		for (const [secret, what] of this.known) if (index++ >= from && text.includes(secret)) found.add(what);
		if (/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+/.test(text)) found.add('JSON web token');
		if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) found.add('private key');
		return found;
	}
}

/** Every text inside a value, once: keys, members of errors that JSON leaves out, causes, maps, sets and buffers. */
export function textsOf(value: unknown): string[] {
	const texts = new Set<string>();
	const seen = new Set<unknown>();
	const visit = (part: unknown): void => {
		if (typeof part === 'string') texts.add(part);
		if (typeof part !== 'object' || part === null || seen.has(part)) return;
		seen.add(part);
		if (Buffer.isBuffer(part)) {
			texts.add(part.toString());
			return;
		}
		if (part instanceof Map || part instanceof Set) for (const entry of part) visit(entry);
		for (const name of Reflect.ownKeys(part)) {
			texts.add(String(name));
			visit((part as Record<PropertyKey, unknown>)[name]);
		}
	};
	visit(value);
	return [...texts];
}
