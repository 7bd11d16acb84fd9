import { template } from './template';

interface Parameters {
	assignments?: { assignments: Array<{ name: string; value: string }> };
	conditions?: { conditions: Array<{ leftValue: string; rightValue: string; operator: { operation: string } }> };
}

/** What the workflow makes of a country in the query, and whether it goes on with it. */
function countryIn(name: string, given: unknown): [string, boolean] {
	const { workflow } = template(name);
	const all = workflow.nodes.map(({ parameters }) => parameters as Parameters);
	const { value } = all
		.flatMap(({ assignments }) => assignments?.assignments ?? [])
		.find((assignment) => assignment.name === 'country')!;
	const { rightValue, operator } = all
		.flatMap(({ conditions }) => conditions?.conditions ?? [])
		.find(({ leftValue }) => leftValue === '={{ $json.country }}')!;
	expect(operator.operation).toBe('regex');
	const read = new Function('$', `return ${value.replace(/^=\{\{|\}\}$/g, '')}`) as (node: () => object) => string;
	const country = read(() => ({ item: { json: { query: { country: given } } } }));
	return [country, new RegExp(rightValue).test(country)];
}

// The first two letters of Germany are Georgia's.
test.each([
	['US', 'US', true],
	['de', 'de', true],
	['Germany', 'Germany', false],
	['USA', 'USA', false],
	['4', '4', false],
])('a country %j is %j, and is taken: %j', (given, country, isTaken) => {
	expect(countryIn('delivery-estimate', given)).toEqual([country, isTaken]);
	expect(countryIn('pickup-availability', given)).toEqual([country, isTaken]);
});

test('only a page that asks for stores may leave the country out', () => {
	expect(countryIn('delivery-estimate', undefined)).toEqual(['', false]);
	expect(countryIn('pickup-availability', undefined)).toEqual(['', true]);
});
