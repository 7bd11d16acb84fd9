import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Expression, type INode } from 'n8n-workflow';

import { runCode, template } from './template';

interface Paging {
	paginationCompleteWhen: string;
	completeExpression: string;
}

const pagingOf = ({ parameters }: INode): Paging | undefined =>
	(parameters.options as { pagination?: { pagination: Paging } } | undefined)?.pagination?.pagination;

const paged = readdirSync(resolve(__dirname, '../../../templates'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -5))
	.flatMap((name) => {
		const { workflow, node } = template(name);
		const after = (title: string) => node(workflow.connections[title].main[0]![0].node);
		return workflow.nodes
			.filter((each) => pagingOf(each))
			.map((http) => {
				const check = after(http.name);
				const split = after(check.name);
				return { name, http, check, split, list: String(split.parameters.fieldToSplitOut) };
			});
	});

test('four templates read pages over HTTP', () => {
	expect(paged.map(({ name }) => name)).toEqual([
		'commerce-orders-to-sterling',
		'commerce-returns',
		'dynamics-365-orders',
		'inventory-to-commerce',
	]);
});

describe.each(paged)('$name', ({ http, check, split, list }) => {
	/** What n8n's node makes of the expression: an error in it counts as "no more pages". */
	const isComplete = (statusCode: number, body: unknown) => {
		const data = { $response: { statusCode, body, headers: {} } };
		Expression.initializeGlobalContext(data as never);
		return Expression.resolveWithoutWorkflow(pagingOf(http)!.completeExpression.replace(/^=/, ''), data as never);
	};
	const lastPage = { [list]: [], search_criteria: { current_page: 1 }, total_count: 100 };
	const morePages = { ...lastPage, total_count: 101, '@odata.nextLink': 'https://example.com/next' };

	// n8n throws the error of a response only when it would go on to the next page.
	test.each([302, 400, 401, 403, 404, 500, 503])('status %p is an error of the node, whatever the body', (status) => {
		for (const body of [{ message: 'No' }, {}, null, undefined, '<html>', lastPage]) {
			expect([body, isComplete(status, body)]).toEqual([body, false]);
		}
		expect(http).not.toHaveProperty('onError');
		expect(JSON.stringify(http.parameters)).not.toContain('neverError');
	});

	test('it reads page after page, and stops at the last one or at what is no page', () => {
		expect(isComplete(200, morePages)).toBe(false);
		for (const body of [lastPage, {}, null, '<html>', []]) expect(isComplete(200, body)).toBe(true);
	});

	test('what is no list stops the workflow before it is split', () => {
		expect([check.type, split.type]).toEqual(['n8n-nodes-base.code', 'n8n-nodes-base.splitOut']);
		// An empty JSON array has no items, and the check would not run.
		expect(http).toMatchObject({ alwaysOutputData: true });
		expect(check).not.toHaveProperty('onError');
		const page = { ...lastPage, [list]: [{ a: 1 }] };
		const { search_criteria: _page, ...withoutPage } = page;
		const { total_count: _count, ...withoutCount } = page;
		const pageless = list === 'items' ? [withoutPage, withoutCount, { ...page, total_count: null }] : [];
		const strange = [{ data: '<html>Sign in</html>' }, {}, { message: 'No' }, { [list]: null }, ...pageless];
		for (const came of strange) {
			expect(() => runCode(check, [page, came])).toThrow(/ returned no list of .*Check \w+Url in Settings/);
			expect(() => runCode(check, [came])).toThrow(JSON.stringify(came));
		}
		const pages = [page, lastPage];
		expect(runCode(check, pages)).toEqual(pages.map((json, item) => ({ json, pairedItem: { item } })));
	});

	// n8n's node ends without an error when it has read Max Pages.
	test('pages that are left unread stop the workflow, and only those', () => {
		const read = [{ ...morePages, [list]: [{ a: 1 }] }, morePages];
		expect(() => runCode(check, read)).toThrow(new RegExp(`Raise Max Pages under Options, .*"${http.name}"`));
		expect(runCode(check, [...read, lastPage])).toHaveLength(3);
	});
});
