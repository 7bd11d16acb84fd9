import { ServiceError } from '../../kit/errors';
import { orCancelled } from '../../kit/http/cancel';
import { Session, type Freshness } from '../../kit/http/session';

/** A bearer and how long it holds. Times in epoch milliseconds. */
export interface Grant {
	bearer: string;
	issuedAt: number;
	expiresAt: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A token is renewed this long before its end (IBM: API best practices), or a tenth of its life before where that is short. */
const MARGIN_MS = 30 * MINUTE;
/** Tokens that one process asks for within an hour: IBM issues 1,000, and other workers want some, too. */
export const TOKENS_PER_HOUR = 900;
/** So many tokens in a row that the services refused, and no new one is asked for within the pause below. */
const REFUSED_IN_A_ROW = 2;
const PAUSE_MS = MINUTE;

/** Requests a token. */
type Fetch = (service: string) => Promise<Grant>;

function freshnessOf({ issuedAt, expiresAt }: Grant, now: number): Freshness {
	const margin = Math.min(MARGIN_MS, (expiresAt - issuedAt) / 10);
	return now < expiresAt - margin ? 'fresh' : 'stale';
}

/**
 * The tokens of one client, one for each service: at most one request for a token is in progress at a time, and never more
 * than IBM issues in an hour (t_IS_TokenBasedAuthentication).
 */
export class Tokens {
	private readonly sessions = new Map<string, Session<Grant>>();

	/** @param perHour most tokens that are asked for within an hour */
	constructor(private readonly perHour = TOKENS_PER_HOUR) {}

	private issued: number[] = [];

	/** Tokens of each service that were refused one after another, and when the last one was. */
	private readonly refused = new Map<string, { count: number; at: number }>();

	/** The token of a service, fetched or renewed where needed. */
	async grant(service: string, fetch: Fetch, now: number, signal?: AbortSignal): Promise<Grant> {
		return await orCancelled(this.session(service).grant(this.open(service, fetch, now), now), signal);
	}

	/**
	 * A newer token than one that was refused. Where newer ones are refused as well, the refusal stands: asking on would
	 * use up the tokens of the hour.
	 */
	async renew(stale: Grant, error: ServiceError, fetch: Fetch, now: number, service: string): Promise<Grant> {
		const { count = 0, at = 0 } = this.refused.get(service) ?? {};
		if (count >= REFUSED_IN_A_ROW && now < at + PAUSE_MS) throw error;
		return await this.session(service).renew(stale, this.open(service, fetch, now), now);
	}

	/** Notes what a service made of a token. */
	note(service: string, outcome: 'accepted' | 'refused', { issuedAt }: Grant, now: number): void {
		if (outcome === 'accepted') {
			this.refused.delete(service);
			return;
		}
		const known = this.refused.get(service);
		// Requests that ran side by side with one token are one refusal of it.
		if (known && issuedAt < known.at) return;
		this.refused.set(service, { count: (known?.count ?? 0) + 1, at: now });
	}

	private open(service: string, fetch: Fetch, now: number) {
		return async () => {
			this.issued = this.issued.filter((at) => at > now - HOUR);
			if (this.issued.length >= this.perHour) throw usedUp(this.perHour, this.issued[0] + HOUR - now);
			this.issued.push(now);
			return await fetch(service);
		};
	}

	private session(service: string): Session<Grant> {
		const session = this.sessions.get(service) ?? new Session(freshnessOf);
		this.sessions.set(service, session);
		return session;
	}
}

function usedUp(count: number, retryAfterMs: number): ServiceError {
	return new ServiceError('configuration', `${count} tokens were requested within an hour.`, {
		hint:
			'IBM issues 1,000 an hour, so n8n waits before it requests more. A token lasts twelve hours, ' +
			'so something invalidates them too early: look for another system that uses the same client ID.',
		retryAfterMs,
		effect: 'none',
	});
}
