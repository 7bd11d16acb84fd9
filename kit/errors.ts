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

/** One entry of a Sterling error list, without its Java stack. */
export interface ErrorEntry {
	code?: string;
	description?: string;
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
}

/**
 * Every failure of the client. `message` is Sterling's own description, or a plain sentence where
 * Sterling said nothing; `hint` tells the way out. `retryAfterMs` is in milliseconds.
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
	/** Further errors of the same answer (nested or listed after the first). */
	readonly others: ErrorEntry[];

	constructor(category: ErrorCategory, message: string, facts: ServiceErrorFacts = {}) {
		super(message);
		this.name = 'ServiceError';
		this.category = category;
		this.code = facts.code;
		this.httpStatus = facts.httpStatus;
		this.uniqueExceptionId = facts.uniqueExceptionId;
		this.attributes = facts.attributes ?? {};
		this.hint = facts.hint;
		this.retryAfterMs = facts.retryAfterMs;
		this.api = facts.api;
		this.effect = facts.effect;
		this.passing = facts.passing;
		this.others = facts.others ?? [];
	}

	/** A copy with other facts; the message, category and remaining facts stay. */
	with(facts: ServiceErrorFacts, message = this.message, category = this.category): ServiceError {
		return new ServiceError(category, message, { ...this, ...facts });
	}

	/** Plain data for an item or a report; members without a value are left out. */
	details(): Record<string, unknown> {
		const details: Record<string, unknown> = { message: this.message, category: this.category };
		const { code, httpStatus, uniqueExceptionId, hint, retryAfterMs, api } = this;
		for (const [name, value] of Object.entries({
			code,
			httpStatus,
			uniqueExceptionId,
			hint,
			retryAfterMs,
			api,
		})) {
			if (value !== undefined) details[name] = value;
		}
		if (Object.keys(this.attributes).length > 0) details.attributes = { ...this.attributes };
		if (this.others.length > 0) details.others = this.others.map((entry) => ({ ...entry }));
		return details;
	}
}
