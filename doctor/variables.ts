import type { ServiceError, Setting } from '../kit/errors';

/** What to set here, by the setting that an error names as its remedy. How much runs at once is fixed here. */
export const VARIABLES: Readonly<Partial<Record<Setting, string>>> = {
	authentication: 'Set STERLING_AUTHENTICATION.',
	endpoint: 'Check STERLING_ENDPOINT.',
	headers: 'Correct STERLING_HEADERS_FILE.',
	password: 'Check STERLING_LOGIN_ID and STERLING_PASSWORD.',
	timeoutMs: 'Raise STERLING_TIMEOUT.',
	'tls.ca': 'Set STERLING_CA_FILE.',
	'tls.certificate':
		'Set STERLING_P12_FILE, or STERLING_CERTIFICATE_FILE and STERLING_KEY_FILE (IBM SaaS: Self Service).',
	'tls.key': 'Set STERLING_KEY_FILE.',
	'tls.passphrase': 'Set STERLING_PASSPHRASE.',
	'tls.pkcs12': 'Set STERLING_P12_FILE to the original file.',
};

/** What to do, in the words of this command: the hint of an error, and the variable that helps. */
export function adviceOf({ hint, remedy }: Pick<ServiceError, 'hint' | 'remedy'>): string | undefined {
	const variable = remedy && VARIABLES[remedy.field];
	const text = [hint, variable].filter(Boolean).join(' ');
	return text === '' ? undefined : text;
}
