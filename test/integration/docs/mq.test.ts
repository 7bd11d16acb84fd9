import { likenessOf } from '../../support/likeness';
import { mq, mqForFile } from '../../support/mq/nodes';
import { examplesOf, parametersOf } from '../../support/pages';

const bench = mqForFile();
const examples = examplesOf('mq.md');

test('the page has examples', () => expect(examples.length).toBeGreaterThan(3));

/** They tell one story. */
test('docs/mq.md, run from the top', async () => {
	for (const { title, operation, answer, ...example } of examples) {
		const rows = await mq(bench.sandbox, parametersOf({ ...example, operation }));
		const wanted = likenessOf([JSON.parse(answer!.text) as unknown].flat());
		expect([title, operation, rows]).toEqual([title, operation, wanted]);
	}
});
