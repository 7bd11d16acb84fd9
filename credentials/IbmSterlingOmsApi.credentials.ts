import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { advanced } from './parts/advanced';
import { caCertificate, clientIdentity } from './parts/clientCertificate';
import { extraHeaders, limits } from './parts/requests';

/**
 * One connection to one Sterling Order Management environment. It has no declarative `authenticate` or `test`:
 * tokens that expire with HTTP 400 and client certificates on n8n 1.x need the package's own client, which the nodes
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
			description: 'URL of the environment. The host alone is enough: /smcfs/restapi is added if it is missing.',
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
					description: 'Send login ID and password with every request',
				},
				{
					name: 'JWT Bearer',
					value: 'jwt',
					description: 'Log in, get a JSON web token and send it as a bearer token',
				},
				{
					name: 'Standard',
					value: 'standard',
					description: 'Log in once and send the returned token; the default of IBM SaaS environments',
				},
			],
			description: 'Must match servlet.authstyle of the server. If unsure, keep Standard.',
		},
		{
			displayName: 'Login ID',
			name: 'loginId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. n8n-integration',
			description: 'Sterling user that workflows log in as',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Password of the Sterling user',
		},
		...clientIdentity(
			'IBM SaaS environments require a client certificate in addition to the login. IBM Self Service issues it for one year.',
		),
		caCertificate(
			'Certificate of the authority that signed the server’s certificate, as PEM text. Only needed for a private authority.',
		),
		{
			displayName: 'Default Enterprise Code',
			name: 'enterpriseCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. AURORA',
			description: 'Enterprise to use when a node does not specify one',
		},
		...advanced(
			{
				displayName: 'Default Document Type',
				name: 'documentType',
				type: 'string',
				default: '0001',
				placeholder: 'e.g. 0001',
				description: 'Document type to use when a node does not specify one. 0001 is a sales order.',
			},
			{
				displayName: 'Data Format',
				name: 'dataFormat',
				type: 'options',
				default: 'json',
				options: [
					{ name: 'JSON', value: 'json', description: 'Exchange JSON with Sterling' },
					{
						name: 'XML',
						value: 'xml',
						description: 'Exchange XML with Sterling, if a gateway or service requires it',
					},
				],
				description: 'Format of requests and responses. Items in n8n look the same with both.',
			},
			extraHeaders('Sterling'),
			...limits,
		),
		{
			displayName:
				'The connection test reads one order with this login. Tokens are kept in memory only and renewed before they expire.',
			name: 'standardNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { authentication: ['standard', 'jwt'] } },
		},
	];
}
