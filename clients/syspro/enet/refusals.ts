import { cut, ServiceError, type ErrorCategory, type Setting } from '../../../kit/errors';

/** What kind of call was refused: the same words mean other things. */
export type Phase = 'version' | 'logon' | 'logoff' | 'read' | 'write';

/** The code of a refusal that says that the session is not (or no longer) there. */
export const NO_SESSION = 'SESSION';

/** Whether a response is a refusal: a text that begins with ERROR under HTTP 200 [captured]. */
export function isRefusal(text: string): boolean {
	return /^\s*ERROR\b/i.test(text);
}

/**
 * `Invalid operator password` and `BaseDir` were captured; the other words are inferred, so what matches none stays an
 * error in SYSPRO's own words.
 */
const SEATS = [
	/\b(?:no (?:more|free|available)|all|maximum|too many|insufficient|exceed\w{0,10})\b.{0,40}(?:licen[cs]e|user|session|seat|connection|\bcal)/i,
	/\bno (?:licen[cs]e|user|session|seat|connection|cal)s?\b.{0,20}\b(?:free|left|available)\b/i,
	/\b(?:licen[cs]ed?|users?|sessions?|seats?|connections?)\b.{0,30}\b(?:limit|exceeded|reached|used up|all in use)\b/i,
	/concurrent/i,
];
const LICENCE = /licen[cs]e/i;
const SESSION =
	/basedir|session|user ?id|guid|not logged[ -]?(?:on|in)|logged[ -]?(?:off|out)|log ?(?:on|in) (?:first|again)|(?:log ?on|login|user|connection|token).{0,20}expired/i;
const FORBIDDEN =
	/not (?:authori[sz]ed|allowed|permitted)|access denied|no access|may not (?:access|use|run)|not have (?:the |any )?(?:access|permission|right|authority)/i;
const PERMISSION = /security|permission/i;
const ELSEWHERE = /already (?:logged|in use)|logged (?:in|on) (?:elsewhere|at another)/i;
const STALE_PASSWORD = /expired|must be changed|change (?:your|the) password/i;
/** The company or all of SYSPRO is closed for a while: a backup, the end of a period, somebody alone in it. */
const CLOSED = [
	/\b(?:company|system|database|syspro)(?: (?!record|row|table|file)[\w.-]{1,30})? (?:is|are|has been|was) (?:(?:currently|now|temporarily|already|being|in) ){0,2}(?:locked|unavailable|not available|offline|closed|suspended|backed[ -]?up|restored|upgraded|maintained|use exclusively|(?:an? )?(?:maintenance|single[ -]user|exclusive))/i,
	/\b(?:backup|back-up|restore|maintenance|upgrade|purge|(?:month|year|period)[ -]?end)\b(?: (?:is|are))?(?: (?:currently|now|being))? (?:in progress|running|under way|processed)/i,
	/\bexclusive (?:access|use)\b|\bsingle[ -]user mode\b/i,
];
const OBJECT = /business object|class not|program .{0,40}not found|unknown object|not registered/i;

/** Characters of a response that are looked at: the words come first. */
const MOST = 2000;

const NO_RIGHTS = 'The operator lacks the rights for this in SYSPRO.';

/** What a refusal means. The effect is known where the words show that SYSPRO did not begin. */
export function refusalOf(response: string, phase: Phase): ServiceError {
	const message =
		cut(response.trimStart(), MOST)
			.trimEnd()
			.replace(/^ERROR\s*:?\s*/i, '') || 'SYSPRO reports an error without saying which.';
	const facts = (category: ErrorCategory, hint: string, field?: Setting) =>
		new ServiceError(category, message, { hint, effect: 'none', ...(field ? { remedy: { field } } : {}) });
	if (phase !== 'logon' && FORBIDDEN.test(message)) return facts('permission', NO_RIGHTS);
	if (OBJECT.test(message)) {
		return facts(
			'invalidInput',
			'Check the name of the business object, and that the site and the operator have a license for it.',
		);
	}
	// What a document says of users and limits is no matter of seats.
	if (matches(SEATS, message) && (phase === 'logon' || LICENCE.test(message))) {
		const hint = 'No license seat is free. Log off sessions that nobody uses, or wait until they expire.';
		return facts('throttled', hint).with({ passing: true });
	}
	if (LICENCE.test(message)) {
		return facts(
			'invalidInput',
			'The site has no valid license for this, or has not apportioned it to this operator. Waiting does not help: ask its administrator.',
		);
	}
	if (matches(CLOSED, message)) {
		const hint =
			'SYSPRO or the company is not available at the moment: a backup, the end of a period, or maintenance. Nothing was done. Run it again later.';
		return facts('server', hint).with({ passing: true });
	}
	if (phase === 'logon') return logonRefusal(message, facts);
	if (SESSION.test(message)) {
		return facts(
			'authentication',
			'The session no longer exists: it was idle for too long, or the same operator logged on elsewhere. Use an operator that nobody and nothing else uses.',
			'authentication',
		).with({ code: NO_SESSION });
	}
	if (PERMISSION.test(message)) return facts('permission', NO_RIGHTS);
	return new ServiceError('server', message, {
		hint: 'This is SYSPRO’s own message.',
		effect: phase === 'write' ? 'unknown' : 'none',
		passing: false,
	});
}

const matches = (patterns: readonly RegExp[], message: string): boolean =>
	patterns.some((pattern) => pattern.test(message));

/** Whether the session may not be there any more: it is known by its words for a write, and guessed for a read. */
export function mayBeLost(error: ServiceError, phase: Phase): boolean {
	if (error.code === NO_SESSION) return true;
	return phase === 'read' && error.category === 'server' && error.httpStatus === undefined && error.passing !== true;
}

/** Whether the site does not have the business object, or no licence for it. */
export const isMissingObject = ({ category, message }: ServiceError): boolean =>
	category === 'invalidInput' && /business object|not found|licen[cs]e/i.test(message);

function logonRefusal(
	message: string,
	facts: (category: ErrorCategory, hint: string, field?: Setting) => ServiceError,
): ServiceError {
	// "Security: invalid password" is about the password.
	if (!/password/i.test(message) && (FORBIDDEN.test(message) || PERMISSION.test(message))) {
		const hint = 'In SYSPRO, allow the operator to log on to this company, at this time, and through e.net.';
		return facts('permission', hint, 'authentication');
	}
	if (/company/i.test(message)) {
		return facts('authentication', 'Check the company ID and the password of the company.', 'company');
	}
	if (ELSEWHERE.test(message)) {
		return facts(
			'authentication',
			'Something or somebody else uses this operator. Use one that nobody and nothing else uses.',
			'authentication',
		);
	}
	if (STALE_PASSWORD.test(message)) {
		return facts(
			'authentication',
			'Log on to SYSPRO as this operator, change the password, and enter the new one here.',
			'authentication',
		);
	}
	if (/operator|password|log ?on|user|locked|disabled/i.test(message)) {
		return facts(
			'authentication',
			'Check operator, password and company, and that the operator is not locked.',
			'authentication',
		);
	}
	return facts('server', 'This is SYSPRO’s own message about the logon.', 'authentication').with({ passing: false });
}
