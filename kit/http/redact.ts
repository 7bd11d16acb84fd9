import { hash } from 'node:crypto';

import { ServiceError, type ErrorEntry } from '../errors';
import { formsOf, partsOf, type Form } from './secretForms';

const MASK = '***';
/** Places where a secret is whatever its text is: query, JSON, XML and header forms. */
const PATTERNS: ReadonlyArray<Form & { replacement: string }> = [
	{
		pattern: /(_token=|[?&;](?:[\w.-]{0,40}(?:token|secret|passw(?:or)?d|api_?key))=)[^&\s"'<>;]+/gi,
		needs: '=',
		replacement: `$1${MASK}`,
	},
	{
		pattern:
			/("?\b(?:User|access_|refresh_|id_)?(?:Token|Password|passphrase|client_?secret)"?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*')/gi,
		needs: '',
		replacement: `$1"${MASK}"`,
	},
	{
		pattern: /\b(Basic|Bearer)\s+(?!authentication\b)[A-Za-z0-9+/=._~-]{4,}/g,
		needs: 'B',
		replacement: `$1 ${MASK}`,
	},
	{
		pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
		needs: '-----BEGIN ',
		replacement: MASK,
	},
	{ pattern: /(?<![\w-])(?=[\w-]*\beyJ)[\w-]+\.[\w-]+\.[\w-]*/g, needs: 'eyJ', replacement: MASK },
	{ pattern: /(;jsessionid=)[^?#;&\s"'<>]+/gi, needs: ';', replacement: `$1${MASK}` },
	{ pattern: /((?<![a-z\d+.-])[a-z\d+.-]*:\/\/)[^/?#@\s"'<>]+@/gi, needs: '://', replacement: `$1${MASK}@` },
];

/** Replaces the given secrets, in every form they may take in a text, and whatever looks like one. */
export function redactText(text: string, secrets: Iterable<string>): string {
	return redactor(secrets)(text);
}

type Clean = (text: string) => string;

/** The same for many texts with the same secrets. */
const redactor = (secrets: Iterable<string>): Clean =>
	secrets instanceof Secrets ? secrets.redactor : redactorFor(secrets);

function redactorFor(secrets: Iterable<string>): Clean {
	const forms = [...new Set(secrets)].sort((a, b) => b.length - a.length).flatMap(patternsOf);
	return (text) => {
		let clean = text;
		const replace = ({ pattern, needs }: Form, replacement: string) => {
			if (clean.includes(needs)) clean = clean.replace(pattern, replacement);
		};
		for (const form of forms) replace(form, MASK);
		for (const place of PATTERNS) replace(place, place.replacement);
		return clean;
	};
}

const MAX_KEPT = 500;
/** The patterns of secrets by their hash, so that the map holds no secret as a key. */
const kept = new Map<string, Form[]>();

function patternsOf(secret: string): Form[] {
	const key = hash('sha256', secret, 'base64');
	const known = kept.get(key);
	if (known) return known;
	const made = formsOf(secret);
	if (kept.size >= MAX_KEPT) kept.clear();
	kept.set(key, made);
	return made;
}

/** The same error without secrets: message, hint, code, attributes, further errors and stack. */
export function redactError(error: ServiceError, secrets: Iterable<string>): ServiceError {
	return cleanError(error, redactor(secrets));
}

function cleanError(error: ServiceError, clean: Clean): ServiceError {
	const optional = (text: string | undefined) => (text === undefined ? undefined : clean(text));
	const cleanAll = (attributes: Record<string, string>) =>
		Object.fromEntries(Object.entries(attributes).map(([name, value]) => [clean(name), clean(value)]));
	const others = error.others.map(({ code, description, attributes }): ErrorEntry => ({
		...(code ? { code: clean(code) } : {}),
		...(description ? { description: clean(description) } : {}),
		...(attributes ? { attributes: cleanAll(attributes) } : {}),
	}));
	const redacted = error.with(
		{
			code: optional(error.code),
			hint: optional(error.hint),
			uniqueExceptionId: optional(error.uniqueExceptionId),
			place: optional(error.place),
			attributes: cleanAll(error.attributes),
			others,
		},
		clean(error.message),
	);
	const [, frames = ''] = /^[^]*?(\n {4}at [^]*)/.exec(error.stack ?? '') ?? [];
	redacted.stack = `${redacted.name}: ${redacted.message}${clean(frames)}`;
	return redacted;
}

/** Causes of causes are looked at as deep as this. */
const MAX_CAUSES = 5;

/**
 * Whatever was thrown, without secrets. An error that is none of ours, such as a library's, stays the same object where
 * it can be changed.
 */
function withoutSecrets(error: unknown, clean: Clean, depth = 0): unknown {
	if (error instanceof ServiceError) return cleanError(error, clean);
	if (typeof error === 'string') return clean(error);
	if (!(error instanceof Error) || depth > MAX_CAUSES) return error;
	const message = clean(error.message);
	const stack = error.stack === undefined ? {} : { stack: clean(error.stack) };
	const cause = error.cause === undefined ? {} : { cause: withoutSecrets(error.cause, clean, depth + 1) };
	const errors =
		error instanceof AggregateError ? { errors: error.errors.map((one) => withoutSecrets(one, clean, depth + 1)) } : {};
	const changes = { message, ...stack, ...cause, ...errors };
	try {
		return Object.assign(error, changes);
	} catch {
		// A frozen error, or one whose message nobody can set (DOMException), such as the reason of an abort.
		return Object.assign(new Error(message), { name: error.name, ...stack, ...cause, ...errors });
	}
}

const MAX_RECEIVED = 100;

/**
 * The secrets of one connection: those that are configured, and those that a server hands out, from the moment at which
 * they come in. The oldest of the received ones are forgotten beyond a fixed number.
 */
export class Secrets implements Iterable<string> {
	private readonly configured: ReadonlySet<string>;
	private readonly received = new Set<string>();
	private made: Clean | undefined;

	constructor(configured: Iterable<string | undefined>) {
		this.configured = new Set([...configured].flatMap(partsOf));
	}

	/** Notes secrets that were just received, such as a token or the value of a cookie. */
	add(...texts: ReadonlyArray<string | undefined>): void {
		for (const part of texts.flatMap(partsOf)) {
			if (!this.received.delete(part)) this.made = undefined;
			this.received.add(part);
		}
		for (const oldest of this.received) {
			if (this.received.size <= MAX_RECEIVED) break;
			this.received.delete(oldest);
		}
	}

	/** Takes these secrets out of texts. Made once while they are the same, since one call can fail many times. */
	get redactor(): Clean {
		return (this.made ??= redactorFor(this));
	}

	/** The outcome of `work`; what it throws is thrown without secrets. */
	async guard<T>(work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			throw withoutSecrets(error, redactor(this));
		}
	}

	*[Symbol.iterator](): Iterator<string> {
		yield* this.configured;
		yield* this.received;
	}
}

/**
 * Where a redirect leads, as it may be shown: origin and path, without user, path parameters (`;jsessionid=`), query
 * and fragment. Undefined where there is no target.
 */
export function shownTarget(location: string | undefined): string | undefined {
	const text = location?.trim() ?? '';
	if (text === '') return undefined;
	try {
		const base = 'http://relative.invalid';
		const url = new URL(text, base);
		if (url.protocol !== 'http:' && url.protocol !== 'https:') return `another scheme (${url.protocol})`;
		const path = url.pathname.replace(/;[^/]*/g, '').slice(0, 200);
		return url.origin === base ? path : `${url.origin}${path}`;
	} catch {
		return 'a target that is not a valid URL';
	}
}
