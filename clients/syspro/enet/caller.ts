import { withRetry } from '../../../kit/http/retry';
import type { BusinessObjectCall, Outcome, PreparedCall } from './call';
import { METHODS } from './names';
import { outcomeOf } from './outcome';
import { prepared, requestOf } from './request';
import { Sessions, type EnetParts } from './sessions';

/** Calls business objects of e.net. */
export class Enet {
	readonly sessions: Sessions;

	constructor(private readonly parts: EnetParts) {
		this.sessions = new Sessions(parts);
	}

	/**
	 * Carries out a call. Reads and keyed writes are repeated on passing faults; another write that may have arrived is
	 * looked up, or ends as uncertain. @throws ServiceError
	 */
	async call(call: BusinessObjectCall): Promise<Outcome> {
		const { path, query, object } = requestOf(call);
		const { clockwork, signal, attempts } = this.parts;
		const isRead = call.isRead ?? METHODS[call.method].isRead;
		const purpose = METHODS[call.method].isRead ? 'read' : isRead ? 'check' : 'store';
		const find = call.recover;
		const recover = find && (async () => recovered(object, await find()));
		return await this.sessions.together(
			async () =>
				await this.sessions.guarded(
					object,
					async () =>
						await withRetry<Outcome>(
							{ ...clockwork, kind: isRead || call.isKeyed ? 'read' : 'write', recover, signal, attempts },
							async () =>
								outcomeOf(await this.sessions.send(path, query, object, isRead ? 'read' : 'write'), object, purpose),
						),
				),
		);
	}

	/** How a call would be sent, for a dry run. @throws ServiceError as {@link call} for what cannot be sent */
	prepare(call: BusinessObjectCall): PreparedCall {
		return prepared(this.parts.settings, call);
	}
}

function recovered(object: string, row: Outcome['recovered']): Outcome | undefined {
	return row && { root: object, document: {}, xml: '', issues: [], counters: {}, keys: [], recovered: row };
}
