import { ServiceError, type Setting } from '../../kit/errors';
import { Secrets } from '../../kit/http/redact';
import type { TlsSettings } from '../../kit/http/tls/settings';
import type { ConnectionSettings } from './connection';
import { checkedName } from './mqmd';

/** Time that connecting and each call may take without a response, in milliseconds, unless it is set. */
export const TIMEOUT_MS = 30_000;
/** Longest message that is received, in bytes: the greatest that MQ allows. */
export const MAX_MESSAGE_BYTES = 104_857_600;

const MAX_CHANNEL = 20;
const MAX_OBJECT = 48;

/** All secrets of a connection: passwords, keys, passphrases. No error, log or output may show them. */
export function secretsOf({ password, privateKey, passphrase, certificate }: ConnectionSettings): Secrets {
	// A certificate in PEM is public; a P12 file holds the key.
	const file = isPkcs12(certificate) ? certificate : undefined;
	return new Secrets([password, privateKey, passphrase, file]);
}

const isPkcs12 = (certificate = ''): boolean => certificate.trim() !== '' && !certificate.includes('BEGIN');

/** Client certificate and trust in the form of the kit: a certificate that is no PEM is a PKCS#12 file. */
export function tlsSettingsOf({
	certificate,
	privateKey,
	passphrase,
	certificateAuthorities: ca,
}: ConnectionSettings): TlsSettings {
	const isFile = isPkcs12(certificate) && !privateKey?.trim();
	return { ...(isFile ? { pkcs12: certificate } : { certificate, key: privateKey }), passphrase, ca };
}

/** Channel and queue manager, checked. @throws ServiceError `configuration` */
export function namesOf(settings: ConnectionSettings): { channel: string; queueManager: string } {
	const channel = name('channel', settings.channel, MAX_CHANNEL);
	if (channel === '') {
		throw new ServiceError('configuration', 'No channel is set.', {
			hint: 'It is the name of a server-connection channel, such as DEV.APP.SVRCONN.',
			remedy: { field: 'channel' },
			effect: 'none',
		});
	}
	// An empty name means the queue manager that listens there.
	return { channel, queueManager: name('queueManager', settings.queueManager, MAX_OBJECT) };
}

function name(field: Extract<Setting, 'channel' | 'queueManager'>, value: string, length: number): string {
	try {
		return checkedName(field === 'channel' ? 'channel' : 'queue manager', value, length);
	} catch (error) {
		throw (error as ServiceError).with({ remedy: { field } }, undefined, 'configuration');
	}
}

/** The name of a queue, checked. @throws ServiceError `invalidInput` */
export function queueName(queue: string): string {
	const checked = checkedName('queue', queue, MAX_OBJECT);
	if (/^[A-Za-z0-9._/%]+$/.test(checked)) return checked;
	throw new ServiceError(
		'invalidInput',
		checked === '' ? 'No queue is set.' : `"${checked}" is not the name of a queue.`,
		{
			hint: 'Names have letters, digits and the characters . _ / %, and are case-sensitive.',
			effect: 'none',
		},
	);
}
