import { CONNECTION_LABELS } from '../../kit/n8n/credentialParts';
import type { Labels } from '../../kit/n8n/nodeErrors';

/** The fields of the credential by the settings of a connection: errors name the one that helps. */
export const LABELS = {
	...CONNECTION_LABELS,
	authentication: 'Authentication Style',
	endpoint: 'Endpoint URL',
	enterprise: 'Default Enterprise Code',
	password: 'Password',
} as const satisfies Labels;
