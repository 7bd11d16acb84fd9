import { absorbCookies } from '../../kit/http/cookies';
import type { Freshness } from '../../kit/http/session';

/**
 * What a login brought: how requests prove themselves, until when, and the cookies that belong to it.
 */
export interface Grant {
	/** Not with Basic authentication. */
	token?: string;
	/** Only with JWT authentication. */
	bearer?: string;
	/** End of the bearer token, in epoch milliseconds. */
	bearerUntil?: number;
	cookies: Map<string, string>;
	/** Last use, in epoch milliseconds: Sterling's time-out counts from there (IBM support 733363). */
	usedAt: number;
}

/**
 * Sterling drops a token after 30 idle minutes (default); a token this long unused is renewed
 * beforehand.
 */
export const IDLE_MS = 25 * 60_000;
/** A bearer token this close to its end is renewed beforehand. */
const BEARER_MARGIN_MS = 30_000;

/** A login that was idle too long is stale; one whose bearer token expires soon only needs a new one. */
export function freshnessOf({ token, usedAt, bearerUntil }: Grant, now: number): Freshness {
	if (token === undefined) return 'fresh';
	if (now - usedAt >= IDLE_MS) return 'stale';
	return bearerUntil === undefined || bearerUntil - BEARER_MARGIN_MS > now ? 'fresh' : 'extendable';
}

/**
 * Notes the use of a grant and the cookies of a response: on clusters a token may hold on one server
 * only (captured).
 */
export function absorb(grant: Grant, setCookie: string | string[] | undefined, now: number): void {
	grant.usedAt = Math.max(grant.usedAt, now);
	absorbCookies(grant.cookies, setCookie);
}
