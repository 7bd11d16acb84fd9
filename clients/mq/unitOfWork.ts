import { ServiceError } from '../../kit/errors';

/** Whether the unit of work of a connection holds anything. */
export class UnitOfWork {
	isOpen = false;

	begin(): void {
		this.isOpen = true;
	}

	end(): void {
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
