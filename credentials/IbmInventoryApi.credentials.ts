import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * One tenant of Inventory Visibility and Intelligent Promising. Like the credential of Order Management it has no
 * declarative `authenticate` or `test`: tokens of several services are shared and counted by the pack's own client, which
 * the nodes use for the connection test as well (`testedBy` there).
 */
export class IbmInventoryApi implements ICredentialType {
	name = 'ibmInventoryApi';

	displayName = 'IBM Sterling Inventory Visibility API';

	documentationUrl =
		'https://github.com/n8n-nodes-ibm-sterling/n8n-nodes-ibm-sterling/blob/main/docs/inventory-visibility.md#the-credential';

	icon = { light: 'file:../icons/inventory.svg', dark: 'file:../icons/inventory.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.watsoncommerce.ibm.com',
			required: true,
			placeholder: 'e.g. https://api.watsoncommerce.ibm.com',
			description: 'Address in front of the services. Other regions and containers have their own.',
		},
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. us-1b8d5331',
			description: 'Tenant of this environment, as IBM names it',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'oauth2',
			options: [
				{
					name: 'Bearer Token',
					value: 'bearer',
					description: 'Send a token that another system has issued',
				},
				{
					name: 'OAuth2 Client Credentials',
					value: 'oauth2',
					description: 'Get tokens with client ID and secret; what IBM’s cloud uses',
				},
				{
					name: 'Signed JWT',
					value: 'jwt',
					description: 'Sign tokens here with a key that is registered with the services; for containers',
				},
			],
			description: 'How the requests prove who they come from',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['oauth2'] } },
			description: 'ID of the client that IBM has set up for this tenant',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['oauth2'] } },
			description: 'Secret of the client',
		},
		{
			displayName: 'One Token for All Services',
			name: 'shareAcrossServices',
			type: 'boolean',
			default: false,
			displayOptions: { show: { authentication: ['oauth2'] } },
			description:
				'Whether to use the token of one service for the others, too. Off is the safe choice; on saves tokens where your tenant accepts it.',
		},
		{
			displayName: 'Bearer Token',
			name: 'bearerToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['bearer'] } },
			description: 'The token, without the word Bearer. It is not renewed.',
		},
		{
			displayName: 'Algorithm',
			name: 'algorithm',
			type: 'options',
			default: 'RS256',
			options: [
				{ name: 'HS256 (Shared Secret)', value: 'HS256' },
				{ name: 'RS256 (Private Key)', value: 'RS256' },
			],
			displayOptions: { show: { authentication: ['jwt'] } },
			description: 'How tokens are signed',
		},
		{
			displayName: 'Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
			displayOptions: { show: { authentication: ['jwt'], algorithm: ['RS256'] } },
			description: 'RSA key in PEM form, without a passphrase. Line breaks may be typed as \\n.',
		},
		{
			displayName: 'Shared Secret',
			name: 'sharedSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['jwt'], algorithm: ['HS256'] } },
			description: 'Secret that both sides know',
		},
		{
			displayName: 'Key ID',
			name: 'keyId',
			type: 'string',
			typeOptions: { password: false },
			default: '',
			displayOptions: { show: { authentication: ['jwt'] } },
			description: 'Name of the key (kid), where the services want one',
		},
		{
			displayName: 'Issuer',
			name: 'issuer',
			type: 'string',
			default: '',
			placeholder: 'e.g. oms',
			displayOptions: { show: { authentication: ['jwt'] } },
			description: 'Claim iss, as the JWT issuer is registered',
		},
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			default: '',
			displayOptions: { show: { authentication: ['jwt'] } },
			description: 'Claim sub, usually a user of Order Management',
		},
		{
			displayName: 'Audience',
			name: 'audience',
			type: 'string',
			default: '',
			displayOptions: { show: { authentication: ['jwt'] } },
			description: 'Claim aud, where the services check it',
		},
		{
			displayName: 'Token Lifetime (Minutes)',
			name: 'lifetimeMinutes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 5,
			displayOptions: { show: { authentication: ['jwt'] } },
			description: 'How long a signed token is valid',
		},
		{
			displayName: 'Additional Claims (JSON)',
			name: 'claims',
			type: 'json',
			default: '',
			placeholder: 'e.g. {"scope": "inventory"}',
			displayOptions: { show: { authentication: ['jwt'] } },
			description: 'Further claims of the token. They win over the fields above.',
		},
		{
			displayName: 'CA Certificate',
			name: 'caCertificate',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			default: '',
			placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
			description:
				'PEM text of the authority that signed the server’s certificate. Only needed when it is a private one.',
		},
		{
			displayName: 'Actions per Call',
			name: 'actionsPerCall',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 100,
			description:
				'Most item-and-node pairs that one call may hold: a limit of the tenant, 100 unless IBM has changed it',
		},
		{
			displayName: 'Requests in Flight',
			name: 'maxInFlight',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 64 },
			default: 8,
			description: 'Most requests that one n8n process sends at the same time over this credential',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
			description: 'How long to wait for a response',
		},
		{
			displayName: 'Receive Events',
			name: 'receiveEvents',
			type: 'boolean',
			default: false,
			description:
				'Whether the trigger receives events with this credential. IBM gets the ID and secret below from you, and fetches a token with them.',
		},
		{
			displayName: 'Event Client ID',
			name: 'eventClientId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. ibm-events',
			displayOptions: { show: { receiveEvents: [true] } },
			description: 'ID of your choice that IBM proves itself with',
		},
		{
			displayName: 'Event Client Secret',
			name: 'eventClientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { receiveEvents: [true] } },
			description: 'Long random secret of your choice that belongs to the ID',
		},
		{
			displayName: 'Fixed Event Token',
			name: 'eventToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { show: { receiveEvents: [true] } },
			description:
				'Long random token that is accepted for good, for bridges that cannot fetch one. Leave it empty if IBM alone sends events.',
		},
		{
			displayName: 'The connection test reads the ship nodes of the tenant. Tokens are kept in memory only.',
			name: 'testNotice',
			type: 'notice',
			default: '',
		},
	];
}
