import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { clientCertificate } from './parts/clientCertificate';

const forEnet = { show: { services: ['both', 'enet'] } };
const forOData = { show: { services: ['both', 'odata'] } };

/**
 * One connection to one SYSPRO company, by e.net, OData or both. It has no declarative `authenticate` or `test`: e.net
 * has sessions that must be logged off, so the nodes test it with the pack's own client (`testedBy` there).
 */
export class SysproApi implements ICredentialType {
	name = 'sysproApi';

	displayName = 'SYSPRO API';

	documentationUrl = 'https://github.com/n8n-nodes-ibm-sterling/n8n-nodes-ibm-sterling/blob/main/docs/syspro.md';

	icon = { light: 'file:../icons/syspro.svg', dark: 'file:../icons/syspro.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Services',
			name: 'services',
			type: 'options',
			default: 'both',
			options: [
				{ name: 'E.net and OData', value: 'both', description: 'Read over OData, write over e.net' },
				{ name: 'E.net Only', value: 'enet', description: 'Read and write over e.net, for example SYSPRO 7' },
				{ name: 'OData Only', value: 'odata', description: 'Read only' },
			],
			description: 'Which services of SYSPRO this site has',
		},
		{
			displayName: 'Company ID',
			name: 'company',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. EDU1',
			description: 'ID of the SYSPRO company: one to four letters or digits',
		},
		{
			displayName: 'E.net URL',
			name: 'enetUrl',
			type: 'string',
			default: '',
			required: true,
			displayOptions: forEnet,
			placeholder: 'e.g. https://syspro.acme.example:20003/SYSPROWCFService/Rest',
			description:
				'Address of the e.net REST service; /SYSPROWCFService/Rest is added when it is missing. The port is set in the SYSPRO communications service.',
		},
		{
			displayName: 'Operator',
			name: 'operator',
			type: 'string',
			default: '',
			required: true,
			displayOptions: forEnet,
			placeholder: 'e.g. N8N',
			description:
				'SYSPRO operator. Use one that nobody else uses: a second logon of an operator ends the session of the first.',
		},
		{
			displayName: 'Operator Password',
			name: 'operatorPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: forEnet,
			description: 'Password of the operator. Leave empty if there is none.',
		},
		{
			displayName: 'Company Password',
			name: 'companyPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: forEnet,
			description: 'Password of the company. Leave empty if there is none.',
		},
		{
			displayName: 'OData URL',
			name: 'odataUrl',
			type: 'string',
			default: '',
			required: true,
			displayOptions: forOData,
			placeholder: 'e.g. https://syspro.acme.example/SYSPRO8Odata/SYSPROOData',
			description:
				'Address of the OData service without the company, which is added at the end. Write {company} where it belongs if that is another place.',
		},
		{
			displayName: 'OData Operator',
			name: 'odataOperator',
			type: 'string',
			default: '',
			displayOptions: forOData,
			placeholder: 'e.g. N8N',
			description:
				'Operator that is marked as OData user in SYSPRO. Leave empty to use Operator and Operator Password for OData, too.',
		},
		{
			displayName: 'OData Password',
			name: 'odataPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: forOData,
			description: 'Password of the OData operator',
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
			description: 'A certificate that the server or a gateway in front of it asks for',
		},
		...clientCertificate,
		{
			displayName: 'CA Certificate',
			name: 'caCertificate',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			default: '',
			placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
			description: 'PEM text of the authority that signed the server’s certificate, if it is a private one',
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
			description: 'Headers that a gateway in front of SYSPRO demands, such as an API key',
		},
		{
			displayName: 'Requests in Flight',
			name: 'maxInFlight',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 64 },
			default: 4,
			description:
				'Most requests that one n8n process sends to OData at the same time. E.net gets one at a time for each operator.',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
			description:
				'How long to wait for a response. Large postings take longer, and what takes longer than this may have happened all the same.',
		},
		{
			displayName: 'Longest URL (Characters)',
			name: 'maxUrlLength',
			type: 'number',
			typeOptions: { minValue: 1000 },
			default: 16000,
			displayOptions: forEnet,
			description:
				'E.net gets its documents in the URL. A longer one is not sent. Raise this if the limits of the server were raised.',
		},
		{
			displayName:
				'The connection test asks e.net for its version, logs on and off, and reads the OData metadata. Send nothing over plain HTTP outside of a trusted network: e.net gets passwords in the URL.',
			name: 'testNotice',
			type: 'notice',
			default: '',
		},
	];
}
