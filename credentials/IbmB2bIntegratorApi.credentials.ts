import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { advanced } from './parts/advanced';
import { caCertificate, clientIdentity } from './parts/clientCertificate';
import { extraHeaders, limits } from './parts/requests';

const forBasic = { show: { authentication: ['basic'] } };
const forOAuth2 = { show: { authentication: ['oauth2'] } };

/**
 * One connection to one B2B Integrator. It has no declarative `authenticate` or `test`: client certificates on n8n 1.x and
 * token endpoints of another host need the package's own client, which the nodes use for the connection test as well
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
				'Host and port of the REST APIs; /B2BAPIs is added if it is missing. The port is the base port of the installation plus 75 (HTTPS) or plus 74 (HTTP); in containers it is 35006 or 35005.',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'basic',
			options: [
				{
					name: 'Basic',
					value: 'basic',
					description: 'Send user ID and password with every request; the only choice before 6.2.2',
				},
				{
					name: 'OAuth2 Client Credentials',
					value: 'oauth2',
					description: 'Get a token from an identity service; from 6.2.2, if legacyApisAuthType is set to oauth',
				},
			],
			description: 'Must match the installation, which uses one of the two for all of its REST APIs',
		},
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			required: true,
			displayOptions: forBasic,
			placeholder: 'e.g. n8n',
			description: 'User account that has the API User permission',
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
			description: 'Token endpoint of the identity service. It is on another host; ask your administrator.',
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
			description: 'Scopes to request, separated by spaces. Leave empty to use the default scopes of the client.',
		},
		{
			displayName: 'Send Client Credentials In',
			name: 'clientAuthentication',
			type: 'options',
			default: 'header',
			displayOptions: forOAuth2,
			options: [
				{ name: 'Header', value: 'header', description: 'Send client ID and secret in a Basic header' },
				{ name: 'Body', value: 'body', description: 'Send client ID and secret as form fields' },
			],
			description: 'How the client authenticates at the token endpoint',
		},
		...clientIdentity('Certificate that the server or a gateway requires in addition to the login'),
		caCertificate(
			'The server’s certificate, or the certificate of the authority that signed it, as PEM text. Needed for self-signed certificates, which are the default of B2B Integrator.',
		),
		...advanced(
			{
				displayName: 'Server Time Zone',
				name: 'serverTimeZone',
				type: 'string',
				default: 'UTC',
				placeholder: 'e.g. Europe/Berlin',
				description:
					'Time zone of the server as an IANA name. Used for times that the server sends or expects without a zone: those of business processes and Extractable Until.',
			},
			extraHeaders('B2B Integrator'),
			...limits,
		),
		{
			displayName: 'The connection test reads one mailbox with this login.',
			name: 'testNotice',
			type: 'notice',
			default: '',
		},
	];
}
