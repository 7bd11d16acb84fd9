import type { KeyObject, X509Certificate } from 'node:crypto';

import { ServiceError, type Setting } from '../../errors';

/** The certificates and private keys found in one place; which belong together is not known yet. */
export interface Identity {
	certificates: X509Certificate[];
	keys: KeyObject[];
}

/** The error for a passphrase that does not open `what`. */
export function wrongPassphrase(what: string): ServiceError {
	return new ServiceError('tls', `The passphrase does not open the ${what}.`, {
		hint: 'Use the passphrase that was chosen when it was exported. Check capital letters and spaces.',
		remedy: { field: 'tls.passphrase' },
		effect: 'none',
	});
}

/** The error where `what` is encrypted and there is no passphrase. */
export function missingPassphrase(what: string): ServiceError {
	return new ServiceError('tls', `The ${what} is encrypted, and no passphrase is set.`, {
		hint: 'Set the passphrase that was chosen when it was exported.',
		remedy: { field: 'tls.passphrase' },
		effect: 'none',
	});
}

/** The error for an encryption, digest or form that cannot be read here, whatever the passphrase. */
export function unsupported(what: string, method: string): ServiceError {
	return new ServiceError('configuration', `The ${what} is encrypted with ${method}, which cannot be read here.`, {
		hint: 'Export it again with AES-256, for example with openssl pkcs12 -export of OpenSSL 3.',
		effect: 'none',
	});
}

/** The error for TLS settings that are missing or not what they should be. */
export function incomplete(message: string, hint: string, field?: Setting): ServiceError {
	return new ServiceError('configuration', message, { hint, effect: 'none', ...(field ? { remedy: { field } } : {}) });
}
