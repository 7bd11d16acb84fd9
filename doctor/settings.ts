import { readFileSync } from 'node:fs';

import type { ServiceError } from '../kit/errors';
import { restRoot, SterlingClient, type Connection } from '../clients/oms';
import type { TlsSettings } from '../kit/http/tls/settings';
import { UsageError } from './arguments';

export type Environment = Record<string, string | undefined>;

/** What a run needs to know. */
export interface Settings {
	connection: Connection;
	/** Narrows reads, where it is given. */
	enterprise?: string;
}

const STYLES = ['standard', 'basic', 'jwt'] as const;
const FORMATS = ['json', 'xml'] as const;
const TIMEOUT_S = 10;

/** Variables without which nothing can be checked. */
const NEEDED = ['STERLING_ENDPOINT', 'STERLING_LOGIN_ID', 'STERLING_PASSWORD'] as const;

/** Which of the needed variables are missing; a secret may stand in a file that `…_FILE` names. */
export function missing(environment: Environment): Array<(typeof NEEDED)[number]> {
	return NEEDED.filter((name) => !isGiven(environment, name));
}

/** Whether a variable, or its `…_FILE`, holds more than blanks. */
export function isGiven(environment: Environment, name: string): boolean {
	return plain(environment, name) !== '' || plain(environment, `${name}_FILE`) !== '';
}

/**
 * The settings that the variables and their files make. Throws {@link UsageError} for what is missing, unreadable or
 * none of the choices; its message names variables, never values.
 */
export function readSettings(environment: Environment): Settings {
	const lacking = missing(environment);
	if (lacking.length > 0) throw new UsageError(`Set ${lacking.join(', ')}. See --help.`);
	const connection: Connection = {
		endpoint: plain(environment, 'STERLING_ENDPOINT'),
		authentication: choice(environment, 'STERLING_AUTHENTICATION', STYLES),
		loginId: plain(environment, 'STERLING_LOGIN_ID'),
		password: passwordOf(environment),
		tls: tlsOf(environment),
		headers: headersOf(environment),
		dataFormat: choice(environment, 'STERLING_DATA_FORMAT', FORMATS),
		timeoutMs: seconds(environment, 'STERLING_TIMEOUT') * 1000,
		maxInFlight: 4,
	};
	try {
		restRoot(connection.endpoint);
	} catch (error) {
		const { message, hint } = error as ServiceError;
		throw new UsageError(`STERLING_ENDPOINT: ${message} ${hint ?? ''}`);
	}
	try {
		new SterlingClient(connection);
	} catch {
		const reserved = 'names with spaces, values over several lines, and headers that the client sets itself';
		throw new UsageError(`STERLING_HEADERS_FILE contains a header that cannot be sent: ${reserved} are refused.`);
	}
	return { connection, enterprise: plain(environment, 'STERLING_ENTERPRISE') || undefined };
}

function passwordOf(environment: Environment): string {
	const password = secret(environment, 'STERLING_PASSWORD') ?? '';
	if (password.trim() === '') throw new UsageError('The file of STERLING_PASSWORD_FILE is empty.');
	return password;
}

function tlsOf(environment: Environment): TlsSettings {
	const pkcs12 = bytes(environment, 'STERLING_P12_FILE')?.toString('base64');
	return {
		certificate: bytes(environment, 'STERLING_CERTIFICATE_FILE')?.toString(),
		key: bytes(environment, 'STERLING_KEY_FILE')?.toString(),
		pkcs12,
		passphrase: secret(environment, 'STERLING_PASSPHRASE'),
		ca: bytes(environment, 'STERLING_CA_FILE')?.toString(),
	};
}

function headersOf(environment: Environment): Record<string, string> {
	const lines = (bytes(environment, 'STERLING_HEADERS_FILE')?.toString() ?? '').split(/\r?\n/);
	const pairs = lines.filter((line) => line.trim() !== '').map((line) => /^([^:]+):(.*)$/.exec(line));
	return Object.fromEntries(
		pairs.map((pair) => {
			if (!pair) throw new UsageError('STERLING_HEADERS_FILE contains a line that is not "Name: value".');
			return [pair[1].trim(), pair[2].trim()];
		}),
	);
}

function plain(environment: Environment, name: string): string {
	return environment[name]?.trim() ?? '';
}

/** A secret as it is, blanks around it included, unless there is nothing else; one line where it comes from a file. */
function secret(environment: Environment, name: string): string | undefined {
	if (plain(environment, name) !== '') return environment[name];
	return bytes(environment, `${name}_FILE`)
		?.toString()
		.replace(/\r?\n$/, '');
}

function bytes(environment: Environment, name: string): Buffer | undefined {
	const path = plain(environment, name);
	if (path === '') return undefined;
	try {
		return readFileSync(path);
	} catch (error) {
		throw new UsageError(`The file of ${name} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
	}
}

function choice<T extends string>(environment: Environment, name: string, choices: readonly T[]): T {
	const given = plain(environment, name).toLowerCase();
	const found = choices.find((one) => one === given);
	if (!found && given !== '') throw new UsageError(`${name} must be one of: ${choices.join(', ')}.`);
	return found ?? choices[0];
}

function seconds(environment: Environment, name: string): number {
	const given = plain(environment, name);
	if (given === '') return TIMEOUT_S;
	const number = Number(given);
	if (!(number > 0 && number <= 60)) throw new UsageError(`${name} must be between 1 and 60 seconds.`);
	return number;
}
