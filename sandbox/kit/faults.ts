import { randomFrom } from './random';

/**
 * What goes wrong. Of the kinds, `status`, `html`, `echo`, `redirect`, `errorUnder200`, `lock` and `expireToken`
 * answer in place of the work (with `afterWork` after it was done); the others spoil the true answer.
 */
export const FAULT_KINDS = [
	/** Waits `ms` before the work. */
	'delay',
	/** Returns `status` (503) with `retryAfter` seconds and `body`. */
	'status',
	/** Cuts the connection before the work, or with `afterWork` after it. */
	'drop',
	/** Declares the whole length, sends half of the body and cuts the connection. */
	'truncate',
	/** Cuts the connection within the status line, after the work. */
	'cutHeaders',
	/** A gateway's HTML page under `status` (200). */
	'html',
	/** Refuses with `status` (400) and repeats the whole request, as gateways in debug mode do; `contentType` is JSON. */
	'echo',
	/** Ends all login tokens, so that this call returns YCP0427. */
	'expireToken',
	/** An error document under HTTP 200. */
	'errorUnder200',
	/** 302 to the login page. */
	'redirect',
	/** Half of the body under its own, consistent length. */
	'malformed',
	/** An unsolicited interim response (`status` 100, 102 or 103; 100 by default) before the true one. */
	'interim',
	/** The first header comes `ms` late, after the work. */
	'slowHeaders',
	/** The body comes in small pieces, `ms` apart. */
	'slowBody',
	/** Adds `bytes` of blanks to the body. */
	'oversize',
	/** Sends ISO-8859-1 and says so. */
	'latin1',
	/** Sends ISO-8859-1 and says UTF-8. */
	'wrongCharset',
	/** Puts a byte order mark before the body. */
	'bom',
	/** The true body under `contentType` (text/html). */
	'wrongType',
	/** YFC0009: the record was changed by another user. */
	'lock',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
	kind: FaultKind;
	/** How many matching calls it hits; 1 by default, 0 for all until it is cleared. */
	times?: number;
	/** Chance between 0 and 1 that a matching call is hit; 1 by default. */
	probability?: number;
	/** How many matching calls are let through first. */
	skip?: number;
	/** Name of the API or service, or several; all calls to the REST servlet by default. */
	api?: string | string[];
	/** Login whose calls are hit. */
	user?: string;
	/** For kinds that answer in place of the work: do the work first, then answer so. */
	afterWork?: boolean;
	ms?: number;
	status?: number;
	/** Seconds, or an HTTP date. */
	retryAfter?: string | number;
	body?: string;
	contentType?: string;
	/** Further headers of a `status`. */
	headers?: Record<string, string>;
	bytes?: number;
}

/** A fault that was asked for, with its number and how often it has struck. */
interface ActiveFault extends Fault {
	id: number;
	hits: number;
}

/** The faults in force. */
export class Faults {
	private active: ActiveFault[] = [];

	private counter = 0;

	private readonly random: () => number;

	constructor(seed: number) {
		this.random = randomFrom(seed);
	}

	/** Puts a fault in force; it goes when it has struck `times` times. @returns its number */
	add(fault: Fault): number {
		this.counter += 1;
		this.active.push({ ...fault, id: this.counter, hits: 0 });
		return this.counter;
	}

	list(): ActiveFault[] {
		return this.active.map((fault) => ({ ...fault }));
	}

	/** Takes one fault, or all, out of force. */
	clear(id?: number): void {
		this.active = id === undefined ? [] : this.active.filter((fault) => fault.id !== id);
	}

	/** The fault that strikes a call, if any; it is counted. */
	strike(api: string | undefined, user: string | undefined): ActiveFault | undefined {
		for (const fault of this.active) {
			const names = fault.api === undefined ? undefined : [fault.api].flat();
			if (names && !names.includes(api ?? '')) continue;
			if (fault.user !== undefined && fault.user !== user) continue;
			if (fault.skip) {
				fault.skip -= 1;
				continue;
			}
			if (fault.probability !== undefined && this.random() >= fault.probability) continue;
			fault.hits += 1;
			if (fault.times !== 0 && fault.hits >= (fault.times ?? 1)) this.clear(fault.id);
			return fault;
		}
		return undefined;
	}
}
