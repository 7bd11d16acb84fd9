import { ServiceError } from '../../kit/errors';
import type { Secrets } from '../../kit/http/redact';
import { isConnectionLost, MQRC, reasonCodeOf } from './errors';
import type { UnitOfWork } from './unitOfWork';

/** The calls of a connection, one after another. Their errors carry no secret and settle what the unit of work is. */
export class CallQueue {
	private last: Promise<void> = Promise.resolve();

	constructor(
		private readonly secrets: Secrets,
		private readonly unit: UnitOfWork,
		/** Called once a call has lost the connection. */
		private readonly lost: () => void = () => undefined,
	) {}

	/** Runs a call once those before it are done. @throws ServiceError */
	async run<T>(call: () => Promise<T>): Promise<T> {
		const before = this.last;
		let end: () => void = () => undefined;
		this.last = new Promise((resolve) => (end = resolve));
		await before;
		try {
			return await this.secrets.guard(call);
		} catch (error) {
			if (reasonCodeOf(error) === MQRC.backedOut) this.unit.end();
			if (isConnectionLost(error)) {
				this.unit.lose();
				this.lost();
			}
			throw error instanceof ServiceError ? error : new ServiceError('server', (error as Error).message);
		} finally {
			end();
		}
	}
}
