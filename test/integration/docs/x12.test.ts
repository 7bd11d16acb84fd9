import { examplesOf, parametersOf } from '../../support/pages';
import { likenessOf } from '../../support/likeness';
import { rowsOf } from '../../support/x12';

const examples = examplesOf('x12.md').filter(({ kind }) => kind === 'example');

/** The examples of the page tell one story: each gets the first item of the one before it. */
describe('docs/x12.md, run from the top', () => {
	let item: Record<string, unknown> = {};

	it.each(examples.map((one, i) => [`${i + 1}. ${one.title}: ${one.resource} ${one.operation}`, one] as const))(
		'%s',
		async (_name, example) => {
			const rows = await rowsOf(parametersOf(example), { input: [example.item ?? item] });
			if (example.answer) expect(rows).toEqual(likenessOf([JSON.parse(example.answer.text) as unknown].flat()));
			[item] = rows;
		},
	);
});

test('each operation of the node has an example', () => {
	const shown = new Set(examples.map(({ resource, operation }) => `${resource} ${operation}`));
	expect([...shown].sort()).toEqual([
		'acknowledgement create',
		'acknowledgement match',
		'document create',
		'interchange check',
		'interchange create',
		'interchange read',
	]);
});
