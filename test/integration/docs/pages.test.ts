import { Bench } from '../../support/bench';
import { InventoryBench } from '../../support/inventoryBench';
import { examplesOf, pagesWith, parametersOf, type Example } from '../../support/pages';

/** Keys and times differ from run to run; everything else on a page is compared to the letter. */
const KEY = /^\d{20,}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?([+-]\d\d:\d\d|Z)$/;

/** The examples of a page tell one story: each gets the first item of the one before it. */
describe.each(pagesWith('example'))('%s, run against the sandbox from the top', (page) => {
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
	return likeness([JSON.parse(text) as unknown].flat());
}

function likeness(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(likeness);
	if (typeof value === 'object' && value !== null) {
		return expect.objectContaining(
			Object.fromEntries(Object.entries(value).map(([name, one]) => [name, likeness(one)])),
		);
	}
	if (typeof value !== 'string') return value;
	if (KEY.test(value)) return expect.stringMatching(KEY);
	return TIME.test(value) ? expect.stringMatching(TIME) : value;
}
