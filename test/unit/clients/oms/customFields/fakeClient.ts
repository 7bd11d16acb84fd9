import type { Answer, Call, Connection } from '../../../../../clients/oms';
import { ServiceError } from '../../../../../kit/errors';
import type { Document } from '../../../../../kit/xml/document';

let hosts = 0;

/** A connection of its own, so that no test meets what another one remembered. */
export const someConnection = (): Connection => ({
	endpoint: `https://custom${++hosts}.example.com`,
	authentication: 'standard',
	loginId: 'aurora_api',
	password: 'S3cret&Pass word',
	dataFormat: 'json',
	timeoutMs: 1000,
	maxInFlight: 4,
});

export const REFUSED = (api: string) =>
	new ServiceError('permission', 'API security violation', { code: 'YCP0428', api });
export const UNKNOWN = (api: string) => new ServiceError('notFound', 'No such API', { api });

type Reply = Document | Error | ((call: Call) => Document | Error);

/** Responds to each API with a document or an error; an API without a reply is refused, as for a clerk. */
export function fakeClient(replies: Record<string, Reply>) {
	const calls: Call[] = [];
	const client = {
		async send(call: Call): Promise<Answer> {
			calls.push(call);
			await Promise.resolve();
			const reply = replies[call.api] ?? REFUSED(call.api);
			const answer = typeof reply === 'function' ? reply(call) : reply;
			if (answer instanceof Error) throw answer;
			return { document: answer, root: call.outputRoot ?? call.root, empty: false };
		},
	};
	return { client, calls, apis: () => calls.map(({ api }) => api) };
}

export const entityAnswer = (...columns: string[]): Document => ({
	Attributes: { Attribute: [{ XMLName: 'OrderNo' }] },
	ExtnAttributes: { Attribute: columns.map((XMLName) => ({ XMLName })) },
});

export const ATTRIBUTES: Document = {
	Attribute: [
		{
			AttributeID: 'Channel',
			AttributeDomainID: 'ORDERS',
			AttributeGroupID: 'G1',
			DataType: 'TEXT',
			ShortDescription: 'Sales Channel',
			IsValueMandatory: 'Y',
			AllowedValueList: {
				AllowedValue: [{ Value: 'WEB', ShortDescription: 'Web shop' }, { Value: 'APP' }],
			},
		},
		{ AttributeID: 'IsPreOrder', AttributeDomainID: 'ORDERS', AttributeGroupID: 'G1', DataType: 'BOOLEAN' },
		{ AttributeID: 'Score', AttributeDomainID: 'ORDERS', AttributeGroupID: 'G1', DataType: 'DECIMAL' },
		{ AttributeID: 'Due', AttributeDomainID: 'ORDERS', AttributeGroupID: 'G1', DataType: 'DATE' },
		{ AttributeID: 'Color', AttributeDomainID: 'CATALOG', AttributeGroupID: 'Looks', DataType: 'TEXT' },
	],
};

const custom = (AttributeID: string, more: Document = {}): Document => ({
	AttributeID,
	AttributeDomainID: 'ORDERS',
	AttributeGroupID: 'G1',
	...more,
});

export const CUSTOM: Document = {
	EntityCustomAttribute: ['Channel', 'IsPreOrder', 'Score', 'Due'].map((id) => custom(id)),
};
