import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { advanced } from './parts/advanced';
import { caCertificate, clientIdentity } from './parts/clientCertificate';
import { receivedEvents } from './parts/receivedEvents';
import { extraHeaders, limits } from './parts/requests';
import { signedJwt, signedJwtClaims } from './parts/signedJwt';

/** A client certificate. The key that signs tokens has the name privateKey already. */
const gatewayCertificate = () =>
	clientIdentity('Certificate that a gateway in front of the services requires. IBM’s cloud requires none.').map(
		(field) => (field.name === 'privateKey' ? { ...field, name: 'certificateKey' } : field),
	);

/**
 * One tenant of Inventory Visibility and Intelligent Promising. Like the credential of Order Management it has no
 * declarative `authenticate` or `test`: tokens of several services are shared and counted by the package's own client, which
 * the nodes use for the connection test as well (`testedBy` there).
 */
export class IbmInventoryApi implements ICredentialType {
	name = 'ibmInventoryApi';

	displayName = 'IBM Sterling Inventory Visibility API';

	documentationUrl =
		'https://github.com/n8n-nodes-ibm-sterling/n8n-nodes-ibm-sterling/blob/main/docs/inventory-visibility.md';

	icon = { light: 'file:../icons/inventory.svg', dark: 'file:../icons/inventory.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.watsoncommerce.ibm.com',
			required: true,
			placeholder: 'e.g. https://api.watsoncommerce.ibm.com',
			description: 'URL of the services, without service and tenant. Other regions and containers have their own.',
		},
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. us-1b8d5331',
			description: 'ID that IBM gave to this environment',
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
					description: 'Send a token that another system issued',
				},
				{
					name: 'OAuth2 Client Credentials',
					value: 'oauth2',
					description: 'Get tokens with a client ID and secret; the choice for IBM’s cloud',
				},
				{
					name: 'Signed JWT',
					value: 'jwt',
					description: 'Sign tokens with a key that is registered with the services; for containers',
				},
			],
			description: 'How requests authenticate',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5f1c2d3e-n8n',
			displayOptions: { show: { authentication: ['oauth2'] } },
			description: 'ID of the client that IBM set up for this tenant',
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
			displayName: 'Bearer Token',
			name: 'bearerToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['bearer'] } },
			description: 'Token without the word Bearer. It is not renewed.',
		},
		...signedJwt,
		caCertificate(
			'Certificate of the authority that signed the server’s certificate, as PEM text. Only needed for a private authority.',
		),
		...receivedEvents,
		...advanced(
			{
				displayName: 'One Token for All Services',
				name: 'shareAcrossServices',
				type: 'boolean',
				default: false,
				displayOptions: { show: { authentication: ['oauth2'] } },
				description:
					'Whether to use the token of one service for all of them. This saves tokens if your tenant accepts it; if unsure, leave it off.',
			},
			...signedJwtClaims,
			...gatewayCertificate(),
			{
				displayName: 'Actions per Call',
				name: 'actionsPerCall',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description:
					'Maximum number of item and node pairs in one call. This is a limit of the tenant: 100 unless IBM changed it.',
			},
			extraHeaders('Inventory Visibility'),
			...limits,
		),
		{
			displayName: 'The connection test reads the ship nodes of the tenant. Tokens are kept in memory only.',
			name: 'testNotice',
			type: 'notice',
			default: '',
		},
	];
}
