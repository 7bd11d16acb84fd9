import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { clientCertificate } from './parts/clientCertificate';

/** The ways that speak MQ's own protocol over a channel. */
const CHANNEL = { show: { connectWith: ['builtIn', 'client'] } };

/**
 * One queue manager. Fields and their order follow IBM's own connector (App Connect); what it lacks stands around them.
 * No HTTP request can test it, so the nodes do (`testedBy` there): they connect, open the queue manager and disconnect.
 */
export class IbmMqApi implements ICredentialType {
	name = 'ibmMqApi';

	displayName = 'IBM MQ API';

	documentationUrl = 'https://github.com/n8n-nodes-ibm-sterling/n8n-nodes-ibm-sterling/blob/main/docs/mq.md';

	icon = { light: 'file:../icons/mq.svg', dark: 'file:../icons/mq.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Connect With',
			name: 'connectWith',
			type: 'options',
			default: 'builtIn',
			options: [
				{
					name: 'Built-In (Preview)',
					value: 'builtIn',
					description: 'Nothing to install. Not yet tested with a real queue manager.',
				},
				{
					name: 'IBM MQ Client',
					value: 'client',
					description: 'The module ibmmq with the client library of IBM, installed beside n8n',
				},
				{
					name: 'MQ REST API',
					value: 'rest',
					description: 'The messaging REST API of the mqweb server of your own queue manager',
				},
			],
			description: 'How n8n talks to the queue manager. IBM’s SaaS accepts the first two only.',
		},
		{
			displayName: 'Host and Port',
			name: 'hostAndPort',
			type: 'string',
			default: '',
			required: true,
			displayOptions: CHANNEL,
			placeholder: 'e.g. mq.acme.example(1414)',
			description: 'As host(port) or host:port. Several addresses, separated by commas, are tried in this order.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { connectWith: ['rest'] } },
			placeholder: 'e.g. https://mq.acme.example:9443',
			description: 'URL of the mqweb server',
		},
		{
			displayName: 'Queue Manager',
			name: 'queueManager',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. OM_QMGR',
			description: 'Name of the queue manager (case-sensitive)',
		},
		{
			displayName: 'Channel',
			name: 'channel',
			type: 'string',
			default: '',
			required: true,
			displayOptions: CHANNEL,
			placeholder: 'e.g. N8N.SVRCONN',
			description: 'Name of the server-connection channel',
		},
		{
			displayName: 'Cipher Spec',
			name: 'cipherSpec',
			type: 'string',
			default: 'ECDHE_RSA_AES_128_GCM_SHA256',
			displayOptions: CHANNEL,
			placeholder: 'e.g. ECDHE_RSA_AES_128_GCM_SHA256',
			description: 'Must match SSLCIPH of the channel. Leave empty for no TLS: everything is then sent in plain text.',
		},
		{
			displayName: 'Certificate Label',
			name: 'label',
			type: 'string',
			default: '',
			displayOptions: { show: { connectWith: ['client'] } },
			placeholder: 'e.g. ibmwebspheremqn8n',
			description: 'Label of the client certificate, if the channel requires one (CERTLABL)',
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
			description: 'Certificate that the queue manager requires. IBM’s SaaS always requires one.',
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
				'Certificate of the authority that signed the queue manager’s certificate, as PEM text. Only needed for a private authority.',
		},
		{
			displayName: 'TLS Server Name',
			name: 'serverName',
			type: 'options',
			default: 'auto',
			displayOptions: { show: { connectWith: ['builtIn'] } },
			options: [
				{
					name: 'Automatic',
					value: 'auto',
					description: 'The host name for port 15443, which is IBM’s SaaS; the channel name for all others',
				},
				{
					name: 'Channel Name',
					value: 'channel',
					description: 'In the form of MQ clients, such as to2e-qm1.chl.mq.ibm.com',
				},
				{
					name: 'Host Name',
					value: 'host',
					description: 'The name from Host and Port, which the certificate must have',
				},
				{ name: 'None', value: 'none', description: 'For a proxy that cannot handle server names' },
			],
			description:
				'Server name in the TLS handshake (SNI), by which queue managers and routers choose the certificate and the route',
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			placeholder: 'e.g. n8n',
			description: 'User ID, if the queue manager requires one. A client certificate may be enough.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Password of the user',
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSslIssues',
			type: 'boolean',
			default: false,
			displayOptions: { show: { connectWith: ['builtIn'] } },
			description:
				'Whether to connect even if the certificate of the queue manager is not signed by a known authority. Anyone on the network path could then read everything. Use it for tests only.',
		},
		{
			displayName: 'The connection test connects, opens the queue manager and disconnects. It reads no message.',
			name: 'testNotice',
			type: 'notice',
			default: '',
		},
	];
}
