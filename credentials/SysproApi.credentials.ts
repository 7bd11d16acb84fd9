import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { advanced } from './parts/advanced';
import { caCertificate, clientIdentity } from './parts/clientCertificate';
import { extraHeaders, limits } from './parts/requests';

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
			description: 'SYSPRO services that this site has',
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
				'Address of the OData service without the company, which is added at the end. If it belongs elsewhere, write {company} there.',
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
		...clientIdentity('Certificate that the server or a gateway in front of it requires'),
		caCertificate(
			'The server’s certificate, or the certificate of the authority that signed it, as PEM text. Needed for a private authority.',
		),
		...advanced(extraHeaders('SYSPRO'), ...limits, {
			displayName: 'Longest URL (Characters)',
			name: 'maxUrlLength',
			type: 'number',
			typeOptions: { minValue: 1000 },
			default: 16000,
			displayOptions: forEnet,
			description:
				'E.net receives documents in the URL. Longer URLs are not sent. Raise this only after raising the limits of the server.',
		}),
		{
			displayName:
				'The connection test asks e.net for its version, logs on and off, and reads the OData metadata. E.net receives passwords in the URL: use HTTPS outside a trusted network.',
			name: 'testNotice',
			type: 'notice',
			default: '',
		},
	];
}
