import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { clientCertificate } from './parts/clientCertificate';

const forBasic = { show: { authentication: ['basic'] } };
const forOAuth2 = { show: { authentication: ['oauth2'] } };

/**
 * One connection to one B2B Integrator. It has no declarative `authenticate` or `test`: client certificates on n8n 1.x and
 * token endpoints of another host need the pack's own client, which the nodes use for the connection test as well
 * (`testedBy` there).
 */
export class IbmB2bIntegratorApi implements ICredentialType {
	name = 'ibmB2bIntegratorApi';

	displayName = 'IBM Sterling B2B Integrator API';

	documentationUrl =
		'https://github.com/n8n-nodes-ibm-sterling/n8n-nodes-ibm-sterling/blob/main/docs/b2b-integrator.md';

	icon = { light: 'file:../icons/b2bi.svg', dark: 'file:../icons/b2bi.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://b2b.acme.example:10075',
			description:
				'Host and port of the REST APIs; /B2BAPIs is added when it is missing. The port is the base port of the installation plus 75 (HTTPS) or plus 74 (HTTP), in containers 35006 or 35005.',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'basic',
			options: [
				{ name: 'Basic', value: 'basic', description: 'User ID and password; the only way before 6.2.2' },
				{
					name: 'OAuth2 Client Credentials',
					value: 'oauth2',
					description: 'From 6.2.2, where the administrator has set legacyApisAuthType to oauth',
				},
			],
			description: 'What the installation takes: it is one of the two for all of its REST APIs',
		},
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			required: true,
			displayOptions: forBasic,
			placeholder: 'e.g. n8n',
			description: 'User account with the permission API User',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: forBasic,
			description: 'Password of the user account',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: '',
			required: true,
			displayOptions: forOAuth2,
			placeholder: 'e.g. https://identity.acme.example/oauth2/token',
			description: 'Token endpoint of the identity service, which has a host of its own. The administrator knows it.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			displayOptions: forOAuth2,
			placeholder: 'e.g. n8n-client',
			description: 'ID of the OAuth2 client',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: forOAuth2,
			description: 'Secret of the OAuth2 client',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: '',
			displayOptions: forOAuth2,
			placeholder: 'e.g. b2bi.api',
			description: 'Scopes to ask for, with blanks between them. Empty for those that the client has by default.',
		},
		{
			displayName: 'Send Client Credentials In',
			name: 'clientAuthentication',
			type: 'options',
			default: 'header',
			displayOptions: forOAuth2,
			options: [
				{ name: 'Header', value: 'header', description: 'As a Basic header' },
				{ name: 'Body', value: 'body', description: 'As fields of the form' },
			],
			description: 'How the client proves itself to the token endpoint',
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
			description: 'A certificate that the server or a gateway in front of it asks for besides the login',
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
				'PEM text of the server’s certificate, or of the authority that signed it. Needed where it is self-signed, which is the default of B2B Integrator.',
		},
		{
			displayName: 'Server Time Zone',
			name: 'serverTimeZone',
			type: 'string',
			default: 'UTC',
			placeholder: 'e.g. Europe/Berlin',
			description:
				'Time zone of the server (IANA name). Times of business processes and of Extractable Until have no zone of their own.',
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
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. X-Gateway-Key',
							description: 'Name of the header',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							typeOptions: { password: true },
							default: '',
							description: 'Value of the header',
						},
					],
				},
			],
			description: 'Headers that a gateway in front of B2B Integrator demands, such as an API key',
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
				'How long to wait for a response. Large files take longer, and what takes longer than this may have happened all the same.',
		},
		{
			displayName: 'The connection test reads one mailbox with this login.',
			name: 'testNotice',
			type: 'notice',
			default: '',
		},
	];
}
