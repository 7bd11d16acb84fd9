import type { INodeProperties } from 'n8n-workflow';

/** The key that signs tokens, and whom they speak for. */
export const signedJwt: INodeProperties[] = [
	{
		displayName: 'Algorithm',
		name: 'algorithm',
		type: 'options',
		default: 'RS256',
		options: [
			{ name: 'HS256 (Shared Secret)', value: 'HS256', description: 'Sign with a secret that both sides know' },
			{ name: 'RS256 (Private Key)', value: 'RS256', description: 'Sign with an RSA private key' },
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
		description: 'RSA private key as PEM text, without a passphrase. You can type line breaks as \\n.',
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
		displayName: 'Issuer',
		name: 'issuer',
		type: 'string',
		default: '',
		placeholder: 'e.g. oms',
		displayOptions: { show: { authentication: ['jwt'] } },
		description: 'Claim iss, as registered with the services',
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n-integration',
		displayOptions: { show: { authentication: ['jwt'] } },
		description: 'Claim sub, usually a user of Order Management',
	},
];

/** Further parts of the tokens, which most connections do not need. */
export const signedJwtClaims: INodeProperties[] = [
	{
		displayName: 'Key ID',
		name: 'keyId',
		type: 'string',
		typeOptions: { password: false },
		default: '',
		placeholder: 'e.g. n8n-2026',
		displayOptions: { show: { authentication: ['jwt'] } },
		description: 'Name of the key (header kid), if the services require it',
	},
	{
		displayName: 'Audience',
		name: 'audience',
		type: 'string',
		default: '',
		placeholder: 'e.g. inventory',
		displayOptions: { show: { authentication: ['jwt'] } },
		description: 'Claim aud, if the services check it',
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
		description: 'Further claims of the token. They override the fields above.',
	},
];
