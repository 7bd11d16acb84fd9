import { CONNECTION_LABELS } from '../../kit/n8n/credentialParts';
import type { Labels } from '../../kit/n8n/nodeErrors';

/** The fields of the credential by the settings of a connection: errors name the one that helps. */
export const LABELS = {
	...CONNECTION_LABELS,
	authentication: 'Operator',
	company: 'Company ID',
	endpoint: 'e.net URL',
	maxUrlLength: 'Longest URL',
	'odata.authentication': 'OData Operator',
	'odata.company': 'Company ID',
	'odata.endpoint': 'OData URL',
	password: 'Operator Password',
} as const satisfies Labels;
