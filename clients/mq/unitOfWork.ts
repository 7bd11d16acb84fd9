import { ServiceError } from '../../kit/errors';

/** Whether the unit of work of a connection holds anything. */
export class UnitOfWork {
	isOpen = false;
	/** Whether the queue manager may still hold it: a disconnect would commit it. */
	isHeld = false;

	/** What it holds could not be backed out. */
	private isStranded = false;

	/** @throws ServiceError `connection` where it is stranded */
	begin(): void {
		this.refuseWhileStranded();
		this.isOpen = true;
		this.isHeld = true;
	}

	/** It was committed or backed out. */
	end(): void {
		this.isOpen = false;
		this.isHeld = false;
		this.isStranded = false;
	}

	/** The connection is of no more use: what is open is to be backed out, whatever the queue manager knows of it. */
	lose(): void {
		this.isOpen = false;
	}

	/** Backing it out failed: the next commit on this connection would commit what it holds. */
	strand(): void {
		this.isOpen = false;
		this.isStranded = true;
	}

	/** @throws ServiceError `connection` where backing it out has failed */
	refuseWhileStranded(): void {
		if (!this.isStranded) return;
		throw new ServiceError('connection', 'The last unit of work on this connection could not be backed out.', {
			hint: 'Close the connection and open another one. The queue manager then backs out what it holds.',
			effect: 'none',
		});
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
