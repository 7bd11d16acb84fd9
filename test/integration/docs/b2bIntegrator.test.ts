import { b2biForFile, runB2bi } from '../../support/b2bi/nodes';
import { likenessOf } from '../../support/likeness';
import { examplesOf, parametersOf } from '../../support/pages';

const bench = b2biForFile({ withoutMessages: true });
const examples = examplesOf('b2b-integrator.md');

test('the page has examples', () => expect(examples.length).toBeGreaterThan(10));

/** They tell one story; half a minute passes after each. */
test.each(examples.map((one, i) => [`${i + 1}. ${one.title}: ${one.resource} ${one.operation}`, one] as const))(
	'%s',
	async (_name, example) => {
		const { error, ...finished } = await runB2bi(bench.sandbox, parametersOf(example));
		if (error) throw error;
		expect(finished.json('B2B')).toEqual(likenessOf([JSON.parse(example.answer!.text) as unknown].flat()));
		bench.sandbox.clock.advance(30_000);
	},
);
