import type { ListResult, RunContext } from '../../../nodes/IbmSterlingOms/operations/types';
import { addStatusNames } from '../../../nodes/IbmSterlingOms/run/statusNames';

const ORDERS = { processTypes: { '0001': 'ORDER_FULFILLMENT', '0003': 'RETURN_FULFILLMENT' } } as unknown as ListResult;

/** Names by pipeline, as getStatusList answers them; notes what was asked for and hinted. */
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
		parameters: { option: (_options: string, name: string, fallback: unknown) => name === 'statusNames' || fallback },
	} as unknown as RunContext;
	return { asked, hints, context };
}

test('a code gets its name in the pipeline of its own document type', async () => {
	const { context } = world({ ORDER_FULFILLMENT: 'Created', RETURN_FULFILLMENT: 'Authorized' });
	const rows = [{ DocumentType: '0001', Status: '1100' }, { DocumentType: '0003', Status: '1100' }];
	const named = await addStatusNames(rows, ORDERS, context);
	expect(named.map(({ StatusName }) => StatusName)).toEqual(['Created', 'Authorized']);
});

test.each([
	['of a document type whose pipeline is not known', '0001.ex', [], /document type 0001\.ex is not known/],
	['of a pipeline that this Sterling calls otherwise', '0001', ['ORDER_FULFILLMENT'], /no pipeline ORDER_FULFILLMENT/],
])('codes %s have no name instead of a wrong one, and a hint says so', async (_, DocumentType, wanted, said) => {
	const { context, asked, hints } = world({});
	expect(await addStatusNames([{ DocumentType, Status: '1100' }], ORDERS, context)).toEqual([
		{ DocumentType, Status: '1100' },
	]);
	expect(asked).toEqual(wanted);
	expect(hints).toEqual([expect.stringMatching(said)]);
});
