import type { ServiceError } from '../errors';

const MASK = '***';
/** Places where a secret stands whatever its text is: query, JSON, XML and header forms. */
const PATTERNS: Array<[RegExp, string]> = [
	[/(_token=)[^&\s"'<>]+/gi, `$1${MASK}`],
	[/("?\b(?:UserToken|Password|passphrase)"?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*')/gi, `$1"${MASK}"`],
	[/\b(Basic|Bearer)\s+(?!authentication\b)[A-Za-z0-9+/=._~-]{4,}/g, `$1 ${MASK}`],
	[/-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, MASK],
	[/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, MASK],
];

/** Replaces the given secrets, in every form they may take in a text, and whatever looks like one. */
export function redactText(text: string, secrets: Iterable<string>): string {
	let clean = text;
	for (const form of formsOf(secrets)) {
		clean = form.length >= 4 ? clean.replaceAll(form, MASK) : clean.replace(alone(form), MASK);
	}
	for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
	return clean;
}

function formsOf(secrets: Iterable<string>): string[] {
	const forms = new Set<string>();
	for (const secret of secrets) {
		if (secret.trim() === '') continue;
		forms.add(secret);
		forms.add(encodeURIComponent(Buffer.from(secret).toString()));
		forms.add(JSON.stringify(secret).slice(1, -1));
		forms.add(secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'));
	}
	return [...forms].sort((a, b) => b.length - a.length);
}

/** Very short secrets only count where they stand alone, or every message would become unreadable. */
function alone(secret: string): RegExp {
	return new RegExp(`(?<!\\w)${secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`, 'g');
}

/** The same error without secrets: message, hint, code, attributes and further errors. */
export function redactError(error: ServiceError, secrets: Iterable<string>): ServiceError {
	const list = [...secrets];
	const clean = (text: string | undefined) => (text === undefined ? undefined : redactText(text, list));
	const attributes = Object.fromEntries(
		Object.entries(error.attributes).map(([name, value]) => [redactText(name, list), redactText(value, list)]),
	);
	const others = error.others.map((entry) => ({
		...(entry.code ? { code: clean(entry.code) } : {}),
		...(entry.description ? { description: clean(entry.description) } : {}),
	}));
	const redacted = error.with(
		{
			code: clean(error.code),
			hint: clean(error.hint),
			uniqueExceptionId: clean(error.uniqueExceptionId),
			attributes,
			others,
		},
		redactText(error.message, list),
	);
	const frames = (error.stack ?? '').replace(/^[^]*?(?=\n\s+at )/, '');
	redacted.stack = `${redacted.name}: ${redacted.message}${frames}`;
	return redacted;
}
