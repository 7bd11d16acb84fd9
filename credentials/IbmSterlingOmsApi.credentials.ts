import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { clientCertificate } from './parts/clientCertificate';

/**
 * One connection to one Sterling Order Management environment. It has no declarative `authenticate` or `test`:
 * tokens that end with HTTP 400 and client certificates on n8n 1.x need the pack's own client, which the nodes
 * use for the connection test as well (`testedBy` there).
 */
export class IbmSterlingOmsApi implements ICredentialType {
	name = 'ibmSterlingOmsApi';

	displayName = 'IBM Sterling Order Management API';

	documentationUrl = 'https://github.com/n8n-nodes-ibm-sterling/n8n-nodes-ibm-sterling/blob/main/docs/credential.md';

	icon = { light: 'file:../icons/sterling.svg', dark: 'file:../icons/sterling.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Endpoint URL',
			name: 'endpoint',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://acme-prod-1.oms.supply-chain.ibm.com/smcfs',
			description:
				'Address of the environment. The host alone is enough; /smcfs and /smcfs/restapi are added when they are missing.',
		},
		{
			displayName: 'Authentication Style',
			name: 'authentication',
			type: 'options',
			default: 'standard',
			options: [
				{
					name: 'Basic',
					value: 'basic',
					description: 'Login ID and password go with every request',
				},
				{
					name: 'JWT Bearer',
					value: 'jwt',
					description: 'Log in, fetch a JSON web token and send it as bearer token',
				},
				{
					name: 'Standard',
					value: 'standard',
					description: 'Log in once and use the token that comes back; the default of IBM SaaS environments',
				},
			],
			description: 'What servlet.authstyle of the environment demands. Ask the administrator when unsure.',
		},
		{
			displayName: 'Login ID',
			name: 'loginId',
			type: 'string',
			default: '',
			required: true,
			description: 'User of Sterling that the workflows act as',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Client Certificate',
			name: 'clientIdentity',
			type: 'options',
			default: 'none',
			options: [
				{ name: 'None', value: 'none' },
				{
					name: 'P12 File',
					value: 'pkcs12',
					description: 'Certificate and key in one PKCS#12 file (.p12, .pfx), pasted as Base64',
				},
				{ name: 'PEM Text', value: 'pem', description: 'Certificate and key as text' },
			],
			description:
				'IBM SaaS environments ask for a client certificate besides the login. Self Service issues it; it is valid for one year.',
		},
		...clientCertificate,
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
			displayName: 'Default Enterprise Code',
			name: 'enterpriseCode',
			type: 'string',
			default: '',
			description: 'Enterprise that is used where a node does not name one',
		},
		{
			displayName: 'Default Document Type',
			name: 'documentType',
			type: 'string',
			default: '0001',
			description: 'Document type that is used where a node does not name one. 0001 is a sales order.',
		},
		{
			displayName: 'Data Format',
			name: 'dataFormat',
			type: 'options',
			default: 'json',
			options: [
				{ name: 'JSON', value: 'json' },
				{ name: 'XML', value: 'xml' },
			],
			description: 'Format on the wire. Items in n8n look the same with both.',
		},
		{
			displayName: 'Extra Headers',
			name: 'headers',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Header',
			default: {},
			options: [
				{
					displayName: 'Header',
					name: 'header',
					values: [
						{ displayName: 'Name', name: 'name', type: 'string', default: '' },
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							typeOptions: { password: true },
							default: '',
						},
					],
				},
			],
			description: 'Headers that a gateway in front of Sterling demands, such as an API key',
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
			description:
				'How long to wait for an answer. A change that takes longer may have happened all the same, so choose rather too long than too short.',
		},
		{
			displayName:
				'The connection test reads one order with this login. Tokens are kept in memory only and renewed before they end.',
			name: 'standardNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { authentication: ['standard', 'jwt'] } },
		},
	];
}
