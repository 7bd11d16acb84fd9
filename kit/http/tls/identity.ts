import type { KeyObject, X509Certificate } from 'node:crypto';

import { ServiceError } from '../../errors';

/** The certificates and private keys found in one place; which belong together is not known yet. */
export interface Identity {
	certificates: X509Certificate[];
	keys: KeyObject[];
}

/** The error for a passphrase that does not open `what`. */
export function wrongPassphrase(what: string): ServiceError {
	return new ServiceError('tls', `The passphrase does not open the ${what}.`, {
		hint: 'Take the one that was chosen at its export as Passphrase. Mind capital letters and blanks.',
		effect: 'none',
	});
}

/** The error for TLS settings that are missing or not what they should be. */
export function incomplete(message: string, hint: string): ServiceError {
	return new ServiceError('configuration', message, { hint, effect: 'none' });
}
