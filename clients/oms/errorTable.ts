import type { ErrorCategory, Remedy, Setting } from '../../kit/errors';

interface Explanation {
	category: ErrorCategory;
	hint: string;
	remedy?: Remedy;
}

const explained = (
	category: ErrorCategory,
	hint: string,
	codes: string[],
	field?: Setting,
): Array<[string, Explanation]> =>
	codes.map((code) => [code, { category, hint, ...(field ? { remedy: { field } } : {}) }]);

const LOCKED = 'Someone else is changing the same record. Try again, or run fewer concurrent changes to one document.';
const BAD_REFERENCE =
	'A value refers to something that does not exist in this Sterling. Check its spelling and the organization it is set up for.';
const IN_USE =
	'Other records still refer to this record. Remove or close those first, or deactivate the record instead of deleting it.';

/** Error codes that need a reaction of their own (IBM support pages and captured responses). */
const BY_CODE = new Map<string, Explanation>([
	...explained(
		'authentication',
		'Sterling did not accept the login token. Check login ID, password and authentication style.',
		['YCP0427'],
		'authentication',
	),
	...explained(
		'authentication',
		'Check login ID and password, and that the user is active and not locked.',
		['YCP0047'],
		'password',
	),
	...explained(
		'permission',
		'The login works, but its user group may not call this API or see an element of the ' +
			'template. Ask the administrator to grant the API and its template.',
		['YCP0428'],
	),
	...explained(
		'permission',
		'Data security hides this record from this user. Ask the administrator which ' +
			'enterprises and nodes the user may see.',
		['YCP0429'],
	),
	...explained('conflict', LOCKED, ['YFC0009', 'YCP79_00003', 'YFC0100', 'YFC0101']),
	...explained(
		'timeout',
		'The database query took too long. Narrow the filters: enterprise, document type and a ' +
			'shorter date range help most.',
		['YFC0006'],
	),
	...explained('duplicate', 'A record with this key already exists. Update it, or use another key.', [
		'YFC0001',
		'YFS10012',
	]),
	...explained(
		'notFound',
		'Nothing matches. Check the number, the enterprise and the document type, or use the key. Purged orders are only in the history.',
		[
			'YFS10001',
			'YFS10003',
			'YFS10319',
			'YFS10412',
			'YCM0021',
			'YCM0033',
			'YCP0045',
			'YCP0165',
			'YCP0267',
			'YDM00017',
			'YDM00166',
		],
	),
	...explained(
		'notModifiable',
		'The modification rules forbid this in the current status. Check the status first. Override="Y" skips the rules that the user may override.',
		['YFS10137', 'YDM00025'],
	),
	...explained(
		'invalidInput',
		'The attributes do not identify one record. Specify the key, or the number together with enterprise and document type.',
		['YDM00065', 'OMP10065', 'YCM0031', 'YFS10428'],
	),
	...explained('invalidInput', BAD_REFERENCE, ['YFS10437', 'YFS10048', 'YFS10367', 'YFS10395', 'YCP0040']),
	...explained('invalidInput', 'A required attribute is missing. The attributes of the error name it.', ['YFS10460']),
	...explained(
		'invalidInput',
		'Less than the requested quantity is in a status from which this is possible. Read the statuses of the lines first, and compare the quantity.',
		['YFS10431'],
	),
	...explained(
		'invalidInput',
		'A quantity that is invoiced cannot be cancelled. Keep at least that much, or create a return.',
		['YFS10492'],
	),
	...explained(
		'invalidInput',
		'Check the hold type and its status: they must be set up in Sterling for the enterprise and document type.',
		['OMP11035', 'OMP11036', 'OMP11037'],
	),
	...explained('invalidInput', 'The payment type is not set up for the seller organization in Sterling.', ['YFS10491']),
	...explained('invalidInput', 'The notification type is not set up in Sterling.', ['YFS10011']),
	...explained(
		'inUse',
		'Sterling deletes only empty shipments. Cancel it instead, or remove its lines and containers first.',
		['YDM00090', 'YDM00112', 'YDM00113'],
	),
	...explained('inUse', IN_USE, [
		'INV80_041',
		'YCM0005',
		'YDM00091',
		'OMP11038',
		'YCP0199',
		'YCP0260',
		'YCP0261',
		'YCP0262',
		'YCP0263',
		'YCP0264',
		'YCP0265',
		'YCP0266',
	]),
]);

/**
 * Codes that say "rolled back because of a lock": repeating the same request is safe and often helps.
 */
export const LOCK_CODES: ReadonlySet<string> = new Set(['YFC0009', 'YCP79_00003', 'YFC0100', 'YFC0101']);
/** The code for a missing, wrong or expired token (HTTP 400, captured). */
export const NOT_AUTHENTICATED = 'YCP0427';

/** What to do if JWT authentication is set and the server issues no JSON web token. */
export const NO_JWT =
	'If the server does not offer JWT (servlet.jwt.auth.enabled is not true), use standard authentication.';

/** End of the Java class that stands for an API that is not there (inferred: see docs/fidelity.md). */
export const UNKNOWN_API = 'NoSuchMethodException';

/** What to do about an API that Sterling does not know; where one carried another, either may be the unknown one. */
export function unknownApiHint(names: string[]): string {
	const what = names.map((name) => `"${name}"`).join(' or ');
	return (
		`Most likely this Sterling has no API called ${what}. Check the exact spelling, including capital letters; a service is ` +
		'called in another way.'
	);
}

/** Whether a code has a meaning of its own here, which a Java class or an unknown code has not. */
export function isKnown(code: string | undefined): code is string {
	return code !== undefined && (BY_CODE.has(code) || /^(?:EXTN|YDB1)/.test(code));
}

const JAVA_CLASS = /^[a-z_]\w*(?:\.[\w$]+)+$/;

/** Category and way out for an error code, or for a Java class or sentence in its place (captured). */
export function explain(code: string | undefined, httpStatus: number): Explanation {
	const known = code === undefined ? undefined : BY_CODE.get(code);
	if (known) return known;
	if (code?.startsWith('YDB1')) return { category: 'inUse', hint: IN_USE };
	if (code?.startsWith('EXTN')) {
		const hint = 'This code comes from an extension of your Sterling. Ask the team that maintains it.';
		return { category: 'invalidInput', hint };
	}
	if (code?.endsWith('NameNotFoundException')) {
		const hint = 'There is probably no service with this name. Check the exact spelling in the Applications Manager.';
		return { category: 'notFound', hint };
	}
	if (code?.endsWith(UNKNOWN_API)) {
		return { category: 'invalidInput', hint: 'There is probably no API with this name. Check the exact spelling.' };
	}
	if (code?.includes('Asynchronous')) {
		const hint = 'The service runs asynchronously. Call a synchronous service, or queue the request.';
		return { category: 'invalidInput', hint };
	}
	if (code !== undefined && JAVA_CLASS.test(code)) {
		const hint =
			'Code on the server failed, usually an extension or user exit. The server log shows the cause: ' +
			'search it by time and unique exception ID.';
		return { category: 'server', hint };
	}
	return httpStatus >= 500
		? {
				category: 'server',
				hint: 'The server failed. The server log shows the cause; search it by the unique exception ID.',
			}
		: {
				category: 'invalidInput',
				hint: 'Compare the input with the API description of your Sterling version.',
			};
}
