import type { INodeProperties } from 'n8n-workflow';

/** The fields of a client certificate, shown by what `clientIdentity` says. */
export const clientCertificate: INodeProperties[] = [
	{
		displayName: 'Certificate',
		name: 'certificate',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		displayOptions: { show: { clientIdentity: ['pem'] } },
		placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
		description: 'PEM text of the certificate, and of its chain if there is one. Line breaks may be typed as \\n.',
	},
	{
		displayName: 'Private Key',
		name: 'privateKey',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		displayOptions: { show: { clientIdentity: ['pem'] } },
		placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
		description: 'PEM text of the key. Line breaks may be typed as \\n.',
	},
	{
		displayName: 'P12 File (Base64)',
		name: 'pkcs12Secret',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		displayOptions: { show: { clientIdentity: ['pkcs12'] } },
		description: 'Content of the .p12 or .pfx file as Base64, for example from: base64 -w0 client.p12',
	},
	{
		displayName: 'Passphrase',
		name: 'passphrase',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		displayOptions: { show: { clientIdentity: ['pem', 'pkcs12'] } },
		description: 'Passphrase of the P12 file or of an encrypted key. Leave empty if there is none.',
	},
];
