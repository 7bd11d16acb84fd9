import { ServiceError } from '../../../kit/errors';
import { fromNetwork } from '../../../kit/http/networkErrors';
import { pooledTransport } from '../../../kit/http/pools';
import { redactError, Secrets } from '../../../kit/http/redact';
import { withRetry, type Clockwork } from '../../../kit/http/retry';
import { hash, sharedState } from '../../../kit/http/sharedState';
import { transmit } from '../../../kit/http/transmit';
import type { Transport } from '../../../kit/http/transport';
import { enetRoot, MAX_RESPONSE_BYTES, secretsOf, type EnetSettings, type SysproConnection } from '../connection';
import { acquire } from '../keyedLock';
import { isRefusal, mayBeLost, NO_SESSION, refusalOf, type Phase } from './refusals';
import { assertLength, SESSION_PLACE, urlOf } from './request';
import { sessionIdIn, textOf } from './response';

/** What the sessions of a client need. */
export interface EnetParts {
	connection: SysproConnection;
	settings: EnetSettings;
	clockwork: Clockwork;
	transport?: Transport;
	signal?: AbortSignal;
	attempts?: number;
}

/** A refused logon is not tried again for so long, so that many items do not lock the operator. */
const REFUSAL_MS = 10_000;
/** Logging off waits no longer than this: the work is done. */
const LOGOFF_MS = 10_000;

interface Refused {
	refusal?: { error: ServiceError; until: number };
}

/** A session that is open, or will be with the first call. */
interface Scope {
	/** Calls in it go one after the other. */
	last: Promise<unknown>;
	id?: string;
	release?: () => void;
}

/**
 * The sessions of one client: one at a time for an operator in this process, because a second logon ends the first; and
 * always logged off, because each holds a licence seat.
 */
export class Sessions {
	private readonly key: string;
	private readonly refused: Refused;
	private readonly secrets: Secrets;
	private readonly transport: Transport;
	private depth = 0;
	private scope?: Scope;

	constructor(private readonly parts: EnetParts) {
		const { connection, settings, transport } = parts;
		const root = enetRoot(settings).toLowerCase();
		const operator = settings.operator.trim().toLowerCase();
		this.key = hash(['syspro', root, operator]);
		this.refused = sharedState(hash(['syspro refusal', root, settings]), () => ({}));
		this.secrets = new Secrets(secretsOf(connection));
		const { tls, headers, maxInFlight } = connection;
		this.transport = transport ?? pooledTransport({ origin: new URL(root).origin, tls, headers, maxInFlight });
	}

	/** Does `work` in one session, which is opened with its first call and logged off at the end. */
	async together<T>(work: () => Promise<T>): Promise<T> {
		const scope = (this.scope ??= { last: Promise.resolve() });
		this.depth++;
		try {
			return await work();
		} finally {
			this.depth--;
			if (this.depth === 0) {
				this.scope = undefined;
				await this.close(scope);
			}
		}
	}

	/**
	 * Does `work` in one session while nothing else in this process uses the operator, from its beginning on: what is looked
	 * up before a write is still so when it is written, also where OData reads it.
	 */
	async alone<T>(work: () => Promise<T>): Promise<T> {
		return await this.together(async () => {
			const scope = this.scope as Scope;
			await this.oneByOne(scope, async () => await this.reserve(scope));
			return await work();
		});
	}

	/**
	 * Sends one call in the session, which is opened where needed. Where the session is not there any more, it is opened
	 * once more: nothing was done without one, so that is safe for writes, too. A read is also repeated so after a refusal
	 * of other words, because those of a lost session are not all known.
	 */
	async send(
		path: string,
		query: Readonly<Record<string, string>>,
		name: string,
		phase: 'read' | 'write',
	): Promise<string> {
		assertLength(
			urlOf(this.parts.settings, path, { UserId: SESSION_PLACE, ...query }),
			name,
			this.parts.connection.maxUrlLength,
		);
		return await this.together(
			async () => await this.guarded(name, async () => await this.sendIn(this.scope as Scope, path, query, phase)),
		);
	}

	private async sendIn(
		scope: Scope,
		path: string,
		query: Readonly<Record<string, string>>,
		phase: 'read' | 'write',
	): Promise<string> {
		return await this.oneByOne(scope, async () => {
			const id = (scope.id ??= await this.open(scope));
			try {
				return await this.request(path, { UserId: id, ...query }, phase);
			} catch (error) {
				if (!(error instanceof ServiceError) || !mayBeLost(error, phase)) throw error;
				scope.id = undefined;
				scope.id = await this.logon();
				return await this.request(path, { UserId: scope.id, ...query }, phase);
			}
		});
	}

	/** The version of SYSPRO; needs no session. */
	async version(): Promise<string> {
		return await this.guarded('GetVersion', async () =>
			(await this.repeated(async () => await this.request('GetVersion', {}, 'version'))).trim(),
		);
	}

	/** Logs on and off. @returns a sentence where logging off failed */
	async tryOut(): Promise<ServiceError | undefined> {
		return await this.guarded('Logon', async () => {
			const release = await acquire(this.key, this.parts.signal);
			try {
				const id = await this.repeated(async () => await this.logon());
				return await this.logoff(id);
			} finally {
				release();
			}
		});
	}

	private async open(scope: Scope): Promise<string> {
		await this.reserve(scope);
		return await this.logon();
	}

	private async reserve(scope: Scope): Promise<void> {
		scope.release ??= await acquire(this.key, this.parts.signal);
	}

	private async close(scope: Scope): Promise<void> {
		await scope.last;
		try {
			if (scope.id !== undefined) await this.logoff(scope.id);
		} finally {
			scope.release?.();
		}
	}

	private async oneByOne<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
		const mine = scope.last.then(work);
		scope.last = mine.catch(() => undefined);
		return await mine;
	}

	private async logon(): Promise<string> {
		const { settings, clockwork } = this.parts;
		const { refusal } = this.refused;
		if (refusal && clockwork.now() < refusal.until) throw refusal.error;
		const { operator, operatorPassword = '', company, companyPassword = '' } = settings;
		const query = {
			Operator: operator.trim(),
			OperatorPassword: operatorPassword,
			CompanyId: company.trim(),
			CompanyPassword: companyPassword,
		};
		try {
			const id = sessionIdIn(await this.request('Logon', query, 'logon'));
			this.secrets.add(id);
			this.refused.refusal = undefined;
			return id;
		} catch (error) {
			// Whatever went wrong with a logon, the call behind it was not sent.
			const raw = fromNetwork(error, enetRoot(settings));
			const failure = raw.with({ effect: 'none', passing: raw.category === 'badAnswer' ? true : raw.passing });
			if (failure.category === 'authentication' || failure.category === 'permission') {
				const clean = redactError(failure, this.secrets);
				this.refused.refusal = { error: clean, until: clockwork.now() + REFUSAL_MS };
			}
			throw failure;
		}
	}

	/** Never fails: the work is done, and the seat is freed by a time limit of the site at the latest. */
	private async logoff(id: string): Promise<ServiceError | undefined> {
		for (let count = 1; ; count++) {
			try {
				await this.request('Logoff', { UserId: id }, 'logoff');
				return undefined;
			} catch (error) {
				const isAgain = error instanceof ServiceError && error.code !== NO_SESSION && error.httpStatus === undefined;
				if (count === 2 || !isAgain)
					return redactError(fromNetwork(error, enetRoot(this.parts.settings)), this.secrets);
			}
		}
	}

	private async request(path: string, query: Readonly<Record<string, string>>, phase: Phase): Promise<string> {
		const { connection, settings, clockwork, signal } = this.parts;
		const isLogoff = phase === 'logoff';
		const response = await transmit(this.transport, {
			method: 'GET',
			url: urlOf(settings, path, query),
			headers: { ...connection.headers, Accept: '*/*' },
			timeoutMs: isLogoff ? Math.min(LOGOFF_MS, connection.timeoutMs) : connection.timeoutMs,
			maxResponseBytes: connection.maxResponseBytes ?? MAX_RESPONSE_BYTES,
			signal: isLogoff ? undefined : signal,
		});
		const text = await textOf(response, clockwork.now());
		if (isRefusal(text)) throw refusalOf(text, phase);
		return text;
	}

	private async repeated<T>(work: () => Promise<T>): Promise<T> {
		const { clockwork, signal, attempts } = this.parts;
		return await withRetry({ ...clockwork, kind: 'read', signal, attempts }, work);
	}

	/** The outcome of `work`; a failure of it names the call and holds no secret. */
	async guarded<T>(name: string, work: () => Promise<T>): Promise<T> {
		return await this.secrets.guard(async () => {
			try {
				return await work();
			} catch (error) {
				const failure = fromNetwork(error, enetRoot(this.parts.settings));
				throw failure.with({ api: failure.api ?? name });
			}
		});
	}
}
