import { CONNECTION_LABELS } from '../../kit/n8n/credentialParts';
import type { Labels } from '../../kit/n8n/nodeErrors';

const { headers: _headers, maxInFlight: _maxInFlight, timeoutMs: _timeoutMs, ...certificates } = CONNECTION_LABELS;

/** The fields of the credential by the settings of a connection: errors name the one that helps. */
export const LABELS = {
	...certificates,
	channel: 'Channel',
	endpoint: 'Host and Port',
	password: 'Password',
	queueManager: 'Queue Manager',
	'tls.cipherSpec': 'Cipher Spec',
	'tls.serverName': 'TLS Server Name',
	transport: 'Connect With',
	user: 'User',
} as const satisfies Labels;

/** The same for MQ REST, whose address is another field. */
const REST_LABELS = { ...LABELS, endpoint: 'Base URL' } as const satisfies Labels;

/** The labels for a credential, by its way to connect. */
export const labelsFor = (connectWith: unknown): Labels => (connectWith === 'rest' ? REST_LABELS : LABELS);
