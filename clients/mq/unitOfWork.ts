import { ServiceError } from '../../kit/errors';

/** Whether the unit of work of a connection holds anything. */
export class UnitOfWork {
	isOpen = false;
	/** Whether the queue manager may still hold it: a disconnect would commit it. */
	isHeld = false;

	begin(): void {
		this.isOpen = true;
		this.isHeld = true;
	}

	/** It was committed or backed out. */
	end(): void {
		this.isOpen = false;
		this.isHeld = false;
	}

	/** The connection is of no more use: what is open is to be backed out, whatever the queue manager knows of it. */
	lose(): void {
		this.isOpen = false;
	}

	/** @throws ServiceError `invalidInput` while it is open: committing something else would commit it, too */
	refuseWhileOpen(): void {
		if (!this.isOpen) return;
		throw new ServiceError('invalidInput', 'A unit of work is open on this connection.', {
			hint: 'Commit it or back it out first, or let the get be part of it.',
			effect: 'none',
		});
	}
}
