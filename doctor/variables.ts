import type { ServiceError } from '../kit/errors';

/** The fields of the credential, as n8n shows them, and the variables that stand for them here. */
export const VARIABLES: Record<string, string> = {
	'Endpoint URL': 'STERLING_ENDPOINT',
	'Authentication Style': 'STERLING_AUTHENTICATION',
	'Client Certificate': 'STERLING_P12_FILE, or STERLING_CERTIFICATE_FILE and STERLING_KEY_FILE',
	'P12 File (Base64)': 'STERLING_P12_FILE, the file as it is',
	Passphrase: 'STERLING_PASSPHRASE',
	'CA Certificate': 'STERLING_CA_FILE',
	'Extra Headers': 'STERLING_HEADERS_FILE',
	'Timeout (Seconds)': 'STERLING_TIMEOUT',
};

const names = Object.keys(VARIABLES).map((name) => name.replace(/[()]/g, '\\$&'));
const FIELD = new RegExp(`(${names.join('|')})( in the credential)?`, 'g');

/** A hint of the client, which names fields of the credential, with the variable of this command behind each. */
export function withVariables(hint: string): string {
	return hint.replace(FIELD, (said: string, field: string) => `${said} (here: ${VARIABLES[field]})`);
}

/** The variables behind the settings that an error names as its remedy. */
const BY_FIELD: Record<string, string> = {
	authentication: VARIABLES['Authentication Style'],
	endpoint: VARIABLES['Endpoint URL'],
	headers: VARIABLES['Extra Headers'],
	timeoutMs: VARIABLES['Timeout (Seconds)'],
	'tls.ca': VARIABLES['CA Certificate'],
	'tls.certificate': VARIABLES['Client Certificate'],
};

/** What to do, in the words of this command: the hint of an error, and the variable that helps. */
export function adviceOf({ hint, remedy }: Pick<ServiceError, 'hint' | 'remedy'>): string | undefined {
	const variable = remedy && BY_FIELD[remedy.field];
	const text = [hint && withVariables(hint), variable && `Set ${variable}.`].filter(Boolean).join(' ');
	return text === '' ? undefined : text;
}
