import { orCancelled } from './cancel';

/** Whether a grant can be used as it is, should be extended first, or has to be replaced by a new login. */
export type Freshness = 'fresh' | 'extendable' | 'stale';

/** A refused login is not tried again for this long, so that many items do not lock the account. */
const REFUSAL_MS = 10_000;

/** Opens a grant: a login, or with a grant at hand what extends it. */
type Open<G> = (held?: G) => Promise<G>;

/** How a grant is opened and when it is refused; `now` in epoch milliseconds. */
interface Use<G> {
	open: Open<G>;
	now: () => number;
	/** Whether a failure of the work says that the grant is refused. */
	isRefused: (error: unknown) => boolean;
	/** Whether a failure says so of work that must not be done again: the next one gets a new grant. */
	isOver?: (error: unknown) => boolean;
	/** Ends the wait for a login that others share; the login itself continues. */
	signal?: AbortSignal;
	/** Runs the wait for a login, for example to count its time. */
	waiting?: <T>(wait: () => Promise<T>) => Promise<T>;
}

/**
 * The login of one user at one endpoint, shared by all requests: at most one login is in progress at a
 * time. `G` is what a login returns; `freshness` judges it at a time in epoch milliseconds.
 */
export class Session<G> {
	private held?: G;
	private pending?: Promise<G>;
	private refusal?: { error: unknown; until: number };

	constructor(private readonly freshness: (grant: G, now: number) => Freshness) {}

	/** The current grant where it can be used as it is: mostly there is nothing to wait for. */
	private fresh(now: number): G | undefined {
		const { held } = this;
		return held !== undefined && this.freshness(held, now) === 'fresh' ? held : undefined;
	}

	/** The current grant, opened or renewed where needed. */
	async grant(open: Open<G>, now: number): Promise<G> {
		const { held } = this;
		if (held === undefined) return await this.renew(held, open, now);
		const isExtendable = this.freshness(held, now) === 'extendable';
		return this.fresh(now) ?? (await this.renew(held, isExtendable ? () => open(held) : open, now));
	}

	/** A newer grant than `stale`; one that another request has opened meanwhile counts. */
	async renew(stale: G | undefined, open: Open<G>, now: number): Promise<G> {
		if (this.held !== undefined && this.held !== stale) return this.held;
		if (this.refusal && now < this.refusal.until) throw this.refusal.error;
		this.pending ??= this.open(open, now);
		return await this.pending;
	}

	/**
	 * Runs `work` with the current grant. Where `isRefused` says that the system no longer accepts it, the grant is
	 * renewed and the work done once more: a refused login precedes any work, so that is safe for writes, too.
	 */
	async use<T>(
		{ open, now, isRefused, isOver, signal, waiting = async (wait) => await wait() }: Use<G>,
		work: (grant: G) => Promise<T>,
	): Promise<T> {
		const grant = this.fresh(now()) ?? (await waiting(async () => await orCancelled(this.grant(open, now()), signal)));
		try {
			return await work(grant);
		} catch (error) {
			if (!isRefused(error)) {
				if (isOver?.(error) && this.held === grant) this.held = undefined;
				throw error;
			}
			return await work(await waiting(async () => await orCancelled(this.renew(grant, open, now()), signal)));
		}
	}

	private async open(open: Open<G>, now: number): Promise<G> {
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
