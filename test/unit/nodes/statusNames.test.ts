import { datesIn } from '../../../kit/n8n/dates';
import { Parameters } from '../../../kit/n8n/parameters';
import type { RunContext } from '../../../nodes/IbmSterlingOms/operation';
import { addStatusNames } from '../../../nodes/IbmSterlingOms/run/reads/statusNames';

const ORDERS = { pipelines: { '0001': 'ORDER_FULFILLMENT', '0003': 'RETURN_FULFILLMENT' } };

/** Names by pipeline, as getStatusList returns them; notes what was asked for and hinted. */
function world(names: Record<string, string>) {
	const asked: unknown[] = [];
	const hints: string[] = [];
	const context = {
		client: {
			send: async ({ input }: { input: { ProcessTypeKey: string } }) => {
				asked.push(input.ProcessTypeKey);
				const Description = names[input.ProcessTypeKey];
				return { document: Description ? { Status: [{ Status: '1100', Description }] } : {} };
			},
		},
		defaults: { documentType: '0001' },
		hint: (message: string) => hints.push(message),
		once: (_name: string, make: () => unknown) => make(),
		parameters: new Parameters((name) => (name === 'options' ? { statusNames: true } : undefined), {
			dates: datesIn('UTC'),
		}),
	} as unknown as RunContext;
	return { asked, hints, context };
}

test('a code gets its name in the pipeline of its own document type', async () => {
	const { context } = world({ ORDER_FULFILLMENT: 'Created', RETURN_FULFILLMENT: 'Authorized' });
	const rows = [
		{ DocumentType: '0001', Status: '1100' },
		{ DocumentType: '0003', Status: '1100' },
	];
	const named = await addStatusNames(rows, ORDERS, {}, context);
	expect(named.map(({ StatusName }) => StatusName)).toEqual(['Created', 'Authorized']);
});

test.each([
	['of a document type whose pipeline is not known', '0001.ex', [], /document type 0001\.ex is unknown/],
	['of a pipeline that this Sterling calls otherwise', '0001', ['ORDER_FULFILLMENT'], /no pipeline ORDER_FULFILLMENT/],
])('codes %s have no name instead of a wrong one, and a hint says so', async (_, DocumentType, wanted, said) => {
	const { context, asked, hints } = world({});
	expect(await addStatusNames([{ DocumentType, Status: '1100' }], ORDERS, {}, context)).toEqual([
		{ DocumentType, Status: '1100' },
	]);
	expect(asked).toEqual(wanted);
	expect(hints).toEqual([expect.stringMatching(said)]);
});

test.each([
	['what the read asked for', ORDERS, { DocumentType: '0003' }],
	['what the resource is about', { ...ORDERS, documentType: '0003' }, {}],
])('without a document type in the row, the pipeline is that of %s', async (_, result, input) => {
	const { context, asked } = world({ ORDER_FULFILLMENT: 'Created', RETURN_FULFILLMENT: 'Authorized' });
	expect(await addStatusNames([{ Status: '1100' }], result, input, context)).toMatchObject([
		{ StatusName: 'Authorized' },
	]);
	expect(asked).toEqual(['RETURN_FULFILLMENT']);
});

test('a row whose document type nothing tells has no names, and a hint says how it gets them', async () => {
	const { context, asked, hints } = world({ ORDER_FULFILLMENT: 'Created' });
	expect(await addStatusNames([{ Status: '1100' }], ORDERS, {}, context)).toEqual([{ Status: '1100' }]);
	expect(asked).toEqual([]);
	expect(hints).toEqual([expect.stringMatching(/Add DocumentType to the template/)]);
});
