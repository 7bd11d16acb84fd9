import { examplesOf, pagesWith, parametersOf } from '../../support/pages';

const pages = [...new Set([...pagesWith('fields'), ...pagesWith('example')])];

test.each(pages)('the node has every field and choice that %s names', (page) => {
	for (const example of examplesOf(page)) {
		const { title, resource, operation } = example;
		const problem = problemOf(() => parametersOf(example));
		expect([title, resource, operation, problem]).toEqual([title, resource, operation, undefined]);
	}
});

test('a field, an entry or a choice that does not exist is told', () => {
	const inOrder = (path: string, value = '`1`') =>
		problemOf(() => parametersOf({ resource: 'order', operation: 'create', rows: [[path, value]] }));
	expect(inOrder('Order Numbers')).toMatch(/no field "Order Numbers"/);
	expect(inOrder('Order Lines → Row → Quantity')).toMatch(/no "Row" but Line/);
	expect(inOrder('Order Lines → Line → Delivery Method', '**By Pigeon**')).toMatch(/no choice "By Pigeon"/);
	expect(inOrder('Order Number', '`1` or so')).toMatch(/neither typed nor chosen/);
	expect(inOrder('Additional Fields → Enterprise → Key')).toMatch(/cannot be given "Key"/);
});

function problemOf(action: () => unknown): string | undefined {
	try {
		action();
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}
