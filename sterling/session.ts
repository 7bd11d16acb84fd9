/**
 * What a login brought: how requests prove themselves, until when, and the cookies that belong to it.
 */
export interface Grant {
	token: string;
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
/** A refused login is not tried again for this long, so that many items do not lock the account. */
const REFUSAL_MS = 10_000;
const MAX_COOKIES = 20;

/** Opens a grant: a login, or with a grant at hand a new bearer token only. */
export type Open = (held?: Grant) => Promise<Grant>;

/**
 * The login of one user at one endpoint, shared by all requests: at most one login is under way at a
 * time.
 */
export class Session {
	private held?: Grant;
	private pending?: Promise<Grant>;
	private refusal?: { error: unknown; until: number };

	/** The current grant, opened or renewed where needed. */
	async grant(open: Open, now: number): Promise<Grant> {
		const { held } = this;
		if (held && now - held.usedAt < IDLE_MS) {
			if (held.bearerUntil === undefined || held.bearerUntil - BEARER_MARGIN_MS > now) return held;
			return await this.renew(held, () => open(held), now);
		}
		return await this.renew(held, open, now);
	}

	/** A newer grant than `stale`; one that another request has opened meanwhile counts. */
	async renew(stale: Grant | undefined, open: Open, now: number): Promise<Grant> {
		if (this.held && this.held !== stale) return this.held;
		if (this.refusal && now < this.refusal.until) throw this.refusal.error;
		this.pending ??= this.open(open, now);
		return await this.pending;
	}

	private async open(open: Open, now: number): Promise<Grant> {
		try {
			this.held = await open();
			this.refusal = undefined;
			return this.held;
		} catch (error) {
			if ((error as { category?: unknown }).category === 'authentication') {
				this.refusal = { error, until: now + REFUSAL_MS };
			}
			throw error;
		} finally {
			this.pending = undefined;
		}
	}
}

/**
 * Notes the use of a grant and the cookies of an answer: on clusters a token may hold on one server
 * only (captured).
 */
export function absorb(grant: Grant, setCookie: string | string[] | undefined, now: number): void {
	grant.usedAt = Math.max(grant.usedAt, now);
	for (const line of Array.isArray(setCookie) ? setCookie : setCookie ? [setCookie] : []) {
		const match = /^\s*([^=;\s]+)=([^;]*)(.*)$/.exec(line);
		if (!match) continue;
		const [, name, value, rest] = match;
		grant.cookies.delete(name);
		if (/max-age=0\b|expires=thu, 01[ -]jan[ -]1970/i.test(rest) || value.trim() === '') continue;
		if (grant.cookies.size < MAX_COOKIES) grant.cookies.set(name, value.trim());
	}
}

/** The Cookie header of a grant, or nothing. */
export function cookieHeader({ cookies }: Grant): Record<string, string> {
	if (cookies.size === 0) return {};
	return { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}
