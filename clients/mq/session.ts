import type { Connection } from './connection';
import { isConnectionLost } from './errors';

/**
 * One connection for an execution, opened when it is first needed. Where it breaks, the next item gets a new one; where
 * it cannot be opened at all, every item has the same failure without waiting for it again.
 */
export class Session {
	private opened?: Promise<Connection>;

	constructor(
		private readonly connect: (signal?: AbortSignal) => Promise<Connection>,
		/** Whether several calls can be one unit of work. */
		readonly hasUnitsOfWork: boolean,
		readonly signal?: AbortSignal,
	) {}

	/** Works on the connection. @throws ServiceError of connecting or of the work */
	async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
		const opened = (this.opened ??= this.connect(this.signal));
		const connection = await opened;
		try {
			return await work(connection);
		} catch (error) {
			// Another item may have opened a new one meanwhile, which stays.
			if (isConnectionLost(error)) await this.end(opened);
			throw error;
		}
	}

	/**
	 * Works in one unit of work: it is committed when the work has ended well, and backed out otherwise. Without units
	 * of work each call stands alone.
	 */
	async inUnitOfWork<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
		if (!this.hasUnitsOfWork) return await this.use(work);
		return await this.use(async (connection) => {
			try {
				const outcome = await work(connection);
				await connection.commit();
				return outcome;
			} catch (error) {
				// What failed first is what the user has to know; a connection that is gone backs out by itself.
				await connection.backOut().catch(() => undefined);
				throw error;
			}
		});
	}

	/** Never throws. */
	async close(): Promise<void> {
		if (this.opened) await this.end(this.opened);
	}

	private async end(opened: Promise<Connection>): Promise<void> {
		if (this.opened === opened) this.opened = undefined;
		await opened.then(
			async (connection) => await connection.close(),
			() => undefined,
		);
	}
}
