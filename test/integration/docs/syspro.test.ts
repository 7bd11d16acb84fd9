import { likenessOf } from '../../support/likeness';
import { examplesOf, parametersOf } from '../../support/pages';
import { syspro, sysproForFile } from '../../support/syspro/nodes';

const bench = sysproForFile();
const examples = examplesOf('syspro.md');

/** They tell one story. */
describe('docs/syspro.md, run from the top', () => {
	test.each(examples.map((one, i) => [`${i + 1}. ${one.title}: ${one.resource} ${one.operation}`, one] as const))(
		'%s',
		async (_name, example) => {
			const rows = await syspro(bench.sandbox, parametersOf(example));
			expect(rows).toEqual(likenessOf([JSON.parse(example.answer!.text) as unknown].flat()));
		},
	);
});

test('each operation that writes, and each way to read, has an example', () => {
	const shown = new Set(examples.map(({ resource, operation }) => `${resource} ${operation}`));
	expect([...shown].sort()).toEqual([
		'customer updateEdi',
		'purchaseOrder applyAcknowledgement',
		'purchaseOrder get',
		'purchaseOrder getMany',
		'purchaseOrder receive',
		'query businessObject',
		'query table',
		'salesOrder create',
		'supplierInvoice create',
	]);
});
