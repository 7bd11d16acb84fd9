/** What kind of trouble it is; the nodes and the retry rules decide by this, never by message text. */
export type ErrorCategory =
	| 'authentication'
	| 'permission'
	| 'notFound'
	| 'duplicate'
	| 'conflict'
	| 'notModifiable'
	| 'invalidInput'
	| 'inUse'
	| 'server'
	| 'throttled'
	| 'connection'
	| 'tls'
	| 'timeout'
	| 'configuration'
	| 'uncertain'
	| 'cancelled'
	| 'badAnswer';

/** One entry of an error list, without stacks. */
export interface ErrorEntry {
	code?: string;
	description?: string;
	attributes?: Record<string, string>;
}

/** A setting of a connection, by its path in the plain TypeScript API. */
export type Setting =
	| 'authentication'
	| 'channel'
	| 'company'
	| 'endpoint'
	| 'enterprise'
	| 'headers'
	| 'maxInFlight'
	| 'maxUrlLength'
	| 'odata.authentication'
	| 'odata.company'
	| 'odata.endpoint'
	| 'password'
	| 'queueManager'
	| 'tenant'
	| 'timeoutMs'
	| 'timeZone'
	| 'tls.ca'
	| 'tls.certificate'
	| 'tls.cipherSpec'
	| 'tls.key'
	| 'tls.passphrase'
	| 'tls.pkcs12'
	| 'tls.serverName'
	| 'tokenUrl'
	| 'transport'
	| 'user';

/** The setting that helps, as a fact: each face (a node, the doctor) words it by its own label. */
export interface Remedy {
	field: Setting;
}

export interface ServiceErrorFacts {
	code?: string;
	httpStatus?: number;
	uniqueExceptionId?: string;
	attributes?: Record<string, string>;
	hint?: string;
	retryAfterMs?: number;
	api?: string;
	effect?: 'none' | 'unknown';
	passing?: boolean;
	others?: ErrorEntry[];
	remedy?: Remedy;
	/** Where in the request the fault lies, such as "OrderLine 2". */
	place?: string;
}

/** Longer texts of a server are cut: they would fill the panel, the log and the execution data. */
const MAX_MESSAGE = 1000;
const MAX_TEXT = 500;
const MAX_ENTRIES = 50;
/** What an error says in one line beside its message. */
const MAX_PARTICULARS = 400;

/** The text up to a bound, with an ellipsis where it was cut. Never splits a surrogate pair. */
export function cut(text: string, bound = MAX_TEXT): string {
	if (text.length <= bound) return text;
	return `${text.slice(0, bound - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const cutAll = (attributes: Record<string, string> = {}): Record<string, string> =>
	Object.fromEntries(
		Object.entries(attributes)
			.slice(0, MAX_ENTRIES)
			.map(([name, value]) => [cut(name), cut(value)]),
	);

/**
 * Every failure of a client. `message` is the system's own description, or a plain sentence where it said nothing;
 * `hint` says how to continue and `remedy` which setting helps. `retryAfterMs` is in milliseconds. Texts are cut at
 * bounds, whatever a server sends.
 */
export class ServiceError extends Error {
	readonly category: ErrorCategory;
	readonly code?: string;
	readonly httpStatus?: number;
	readonly uniqueExceptionId?: string;
	readonly attributes: Record<string, string>;
	readonly hint?: string;
	readonly retryAfterMs?: number;
	readonly api?: string;
	/** 'none': the request provably changed nothing. 'unknown': it may have been carried out. */
	readonly effect?: 'none' | 'unknown';
	/** The system says that the same request may succeed later, such as after a lock. */
	readonly passing?: boolean;
	/** Further errors of the same response (nested or listed after the first). */
	readonly others: ErrorEntry[];
	/** The setting that helps. */
	readonly remedy?: Remedy;
	/** Where in the request the fault lies. */
	readonly place?: string;

	constructor(category: ErrorCategory, message: string, facts: ServiceErrorFacts = {}) {
		super(cut(message, MAX_MESSAGE));
		this.name = 'ServiceError';
		this.category = category;
		this.code = facts.code && cut(facts.code);
		this.httpStatus = facts.httpStatus;
		this.uniqueExceptionId = facts.uniqueExceptionId;
		this.attributes = cutAll(facts.attributes);
		this.hint = facts.hint && cut(facts.hint, MAX_MESSAGE);
		this.retryAfterMs = facts.retryAfterMs;
		this.api = facts.api;
		this.effect = facts.effect;
		this.passing = facts.passing;
		this.others = (facts.others ?? []).slice(0, MAX_ENTRIES).map(({ code, description, attributes }) => ({
			...(code ? { code: cut(code) } : {}),
			...(description ? { description: cut(description) } : {}),
			...(attributes ? { attributes: cutAll(attributes) } : {}),
		}));
		this.remedy = facts.remedy;
		this.place = facts.place;
	}

	/**
	 * What the system said beside the message, in one bounded line for people: the call, the place in the request, the
	 * attributes and the further errors. Empty where it said nothing more.
	 * @example 'createOrder, OrderLine 2: ItemID NOPE, UnitOfMeasure EACH.'
	 */
	particulars(): string {
		const pairs = Object.entries(this.attributes).filter(([, value]) => value.trim() !== '');
		const texts = pairs.map(([name, value]) => `${name} ${value}`);
		const own = texts.filter((text) => !says(this.message, text)).join(', ');
		const others = this.others.map(describe).filter((text) => text !== '' && !says(this.message, text));
		const said = [own, ...(others.length > 0 ? [`also reported: ${others.join('; ')}`] : [])]
			.filter(Boolean)
			.join('; ');
		if (said === '' && !this.place) return '';
		const where = [this.api, this.place].filter(Boolean).join(', ');
		const line = cut([where, said].filter(Boolean).join(': '), MAX_PARTICULARS);
		return /[.…!?]$/.test(line) ? line : `${line}.`;
	}

	/** A copy with other facts; the message, category and remaining facts stay. */
	with(facts: ServiceErrorFacts, message = this.message, category = this.category): ServiceError {
		return new ServiceError(category, message, { ...this, ...facts });
	}

	/** Plain data for an item or a report; members without a value are left out. */
	details(): Record<string, unknown> {
		const details: Record<string, unknown> = { message: this.message, category: this.category };
		const { code, httpStatus, uniqueExceptionId, hint, retryAfterMs, api, place } = this;
		for (const [name, value] of Object.entries({
			code,
			httpStatus,
			uniqueExceptionId,
			hint,
			retryAfterMs,
			api,
			place,
		})) {
			if (value !== undefined) details[name] = value;
		}
		if (Object.keys(this.attributes).length > 0) details.attributes = { ...this.attributes };
		if (this.others.length > 0) details.others = this.others.map((entry) => ({ ...entry }));
		return details;
	}
}

function describe({ code, description, attributes = {} }: ErrorEntry): string {
	const pairs = Object.entries(attributes).map(([name, value]) => `${name} ${value}`);
	const text = [description, code && (description ? `[${code}]` : code)].filter(Boolean).join(' ');
	return pairs.length > 0 ? `${text} (${pairs.join(', ')})` : text;
}

/** Whether a message has a text in it, by whole words and numbers: neither `PrimeLineNo 12` nor `1.5` says `PrimeLineNo 1`. */
function says(message: string, text: string): boolean {
	for (let at = message.indexOf(text); at !== -1; at = message.indexOf(text, at + 1)) {
		const goesOn = /^[.,:/_-]?[\p{L}\p{N}]/u.test(message.slice(at + text.length));
		if (!goesOn && !/[\p{L}\p{N}]$/u.test(message.slice(Math.max(0, at - 2), at))) return true;
	}
	return false;
}
