import { Bench } from '../../support/bench';
import { InventoryBench } from '../../support/inventoryBench';
import { likenessOf } from '../../support/likeness';
import { examplesOf, pagesWith, parametersOf, type Example } from '../../support/pages';

/** Pages of other nodes have tests of their own. */
const NODES = ['ibmSterlingOms', 'ibmInventory'];
const pages = pagesWith('example').filter((page) => NODES.includes(examplesOf(page)[0].node));

/** The examples of a page tell one story: each gets the first item of the one before it. */
describe.each(pages)('%s, run against the sandbox from the top', (page) => {
	const examples = examplesOf(page).filter((one) => one.kind === 'example');
	const isInventory = examples[0].node === 'ibmInventory';
	const bench = isInventory ? InventoryBench.forFile() : Bench.forFile({ withFulfilment: true });
	let item: Record<string, unknown> = {};

	it.each(examples.map((one, i) => [`${i + 1}. ${one.title}: ${one.resource} ${one.operation}`, one] as const))(
		'%s',
		async (_name, example) => {
			const parameters = parametersOf(example);
			const { error, ...finished } = await bench.runNode(parameters, { input: [example.item ?? item] });
			if (example.answer?.language === 'text') {
				expect(error?.message).toContain(example.answer.text);
				return;
			}
			if (error) throw error;
			const answered = finished.json('Sterling');
			if (example.answer) expect(answered).toEqual(wanted(example.answer));
			item = answered[0] ?? item;
		},
	);
});

/** What the page shows, as a list of items; a page may leave attributes out. */
function wanted({ text }: NonNullable<Example['answer']>): unknown {
	return likenessOf([JSON.parse(text) as unknown].flat());
}
