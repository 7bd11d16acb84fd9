import type { INodeProperties } from 'n8n-workflow';

/** The fields of a client certificate. The value of `clientIdentity` decides which of them are shown. */
export const clientCertificate: INodeProperties[] = [
	{
		displayName: 'Certificate',
		name: 'certificate',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		required: true,
		displayOptions: { show: { clientIdentity: ['pem'] } },
		placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
		description: 'Certificate as PEM text, followed by its chain if there is one. You can type line breaks as \\n.',
	},
	{
		displayName: 'Private Key',
		name: 'privateKey',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		displayOptions: { show: { clientIdentity: ['pem'] } },
		placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
		description: 'Private key as PEM text. Leave empty if Certificate holds the key as well.',
	},
	{
		displayName: 'P12 File (Base64)',
		name: 'pkcs12Secret',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		required: true,
		displayOptions: { show: { clientIdentity: ['pkcs12'] } },
		placeholder: 'e.g. MIIKcAIBAzCCCiwGCSqGSIb3DQEHAaCC…',
		description:
			'Content of the .p12 or .pfx file as Base64. Linux: <code>base64 -w0 client.p12</code>. macOS: <code>base64 -i client.p12</code>. Windows PowerShell: <code>[Convert]::ToBase64String([IO.File]::ReadAllBytes("client.p12"))</code>.',
	},
	{
		displayName: 'Passphrase',
		name: 'passphrase',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		displayOptions: { show: { clientIdentity: ['pem', 'pkcs12'] } },
		description: 'Passphrase of the P12 file or of the encrypted private key. Leave empty if there is none.',
	},
];

/** The choice between no certificate, a P12 file and PEM text, followed by the fields of each. */
export function clientIdentity(description: string): INodeProperties[] {
	return [
		{
			displayName: 'Client Certificate',
			name: 'clientIdentity',
			type: 'options',
			default: 'none',
			options: [
				{ name: 'None', value: 'none', description: 'Log in without a client certificate' },
				{
					name: 'P12 File',
					value: 'pkcs12',
					description: 'Certificate and private key in one PKCS#12 file (.p12, .pfx), pasted as Base64',
				},
				{ name: 'PEM Text', value: 'pem', description: 'Certificate and private key as text' },
			],
			description,
		},
		...clientCertificate,
	];
}

/** The authority that a server's certificate is checked against, beside the public ones. */
export function caCertificate(description: string): INodeProperties {
	return {
		displayName: 'CA Certificate',
		name: 'caCertificate',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
		description,
	};
}
