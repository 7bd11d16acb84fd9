import { CONNECTION_LABELS } from '../../kit/n8n/credentialParts';
import type { Labels } from '../../kit/n8n/nodeErrors';

/** The fields of the credential by the settings of a connection: errors name the one that helps. */
export const LABELS = {
	authentication: 'Authentication',
	endpoint: 'Base URL',
	tenant: 'Tenant ID',
	...CONNECTION_LABELS,
} as const satisfies Labels;
