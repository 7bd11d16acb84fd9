import { Element } from '../../document/element';
import { defineApi } from '../../engine/api';
import type { Context, Window } from '../../engine/context';
import { javaFailure } from '../../exception';

const everything: Window = { skip: 0, take: Number.MAX_SAFE_INTEGER };

interface Page {
	output: Element | undefined;
	last: boolean;
	token: string;
}

function call(context: Context, input: Element, window: Window | undefined, filter: Record<string, string> = {}) {
	const api = input.child('API');
	const name = api?.get('Name') ?? '';
	const nested = api?.child('Input')?.children[0];
	if (!api || !nested) throw javaFailure('java.lang.NullPointerException', { APIName: name });
	return context.call(name, nested.with(filter), {
		isService: api.get('IsFlow') === 'Y',
		template: api.child('Template')?.children[0],
		window,
	});
}

/** OrderList, Shipments, OrderHoldTypes…; anything else is one document and one page. */
function isList(output: Element): boolean {
	return /(List|s)$/.test(output.name);
}

function lastKeyName(output: Element | undefined): string | undefined {
	return Object.keys(output?.attributes ?? {}).find((name) => /^Last\w+Key$/.test(name));
}

function slice(output: Element, from: number, size: number): Element {
	return new Element(output.name, output.attributes, output.children.slice(from, from + size));
}

/** The whole result is read once and kept; later pages come from it when its token is sent back. */
function generic(context: Context, input: Element, number: number, size: number): Page {
	const known = input.get('Refresh') === 'Y' ? undefined : context.pageSets.get(input.get('PageSetToken'));
	const result = known ?? call(context, input, undefined);
	if (!result || !isList(result)) return { output: result, last: true, token: '' };
	const token = known ? input.get('PageSetToken') : context.pageSets.keep(result);
	const from = (number - 1) * size;
	return { output: slice(result, from, size), last: from + size >= result.children.length, token };
}

/** Page number only, and beyond MaximumRecords [IBM support 6590941]. */
function rowNumber(context: Context, input: Element, number: number, size: number): Page {
	const output = call(context, input, { skip: (number - 1) * size, take: size });
	const beyond = output && isList(output) ? call(context, input, { skip: number * size, take: 1 }) : undefined;
	return { output, last: !beyond || beyond.children.length === 0, token: '' };
}

/** Goes on after the last key of the page that the caller sends back; not for every list API. */
function nextPage(context: Context, input: Element, number: number, size: number): Page | undefined {
	if (input.child('API')?.get('Name') === 'getOrganizationList') return undefined;
	if (number === 1) return rowNumber(context, input, 1, size);
	const previous = input.child('PreviousPage')?.child('Page') ?? input.child('PreviousPage');
	const list = previous?.child('Output')?.children[0];
	const name = lastKeyName(list);
	if (!list || !name) return undefined;
	const key = name.replace(/^Last/, '');
	const after = { [key]: list.get(name), [`${key}QryType`]: 'GT' };
	const output = call(context, input, { skip: 0, take: size }, after);
	return { output, last: output?.get('LastRecordSet') !== 'N', token: '' };
}

function turn(context: Context, input: Element, number: number, size: number): Page | undefined {
	switch (input.get('PaginationStrategy') || 'GENERIC') {
		case 'GENERIC':
			return generic(context, input, number, size);
		case 'ROWNUM':
			return rowNumber(context, input, number, size);
		case 'NEXTPAGE':
			return nextPage(context, input, number, size);
		default:
			throw javaFailure('java.lang.IllegalArgumentException', {
				PaginationStrategy: input.get('PaginationStrategy'),
			});
	}
}

/** Blank attributes are left out of a page's rows [captured], unlike in the responses of other APIs. */
function withoutBlanks(element: Element): Element {
	const filled = Object.entries(element.attributes).filter(([, value]) => value !== '');
	return new Element(element.name, Object.fromEntries(filled), element.children.map(withoutBlanks));
}

/** getPage: one page of a list API's or service's answer, or a details call, with an inline template. */
export const getPage = defineApi({
	name: 'getPage',
	root: 'Page',
	kind: 'read',
	run(context, input) {
		const number = Number(input.get('PageNumber')) || 1;
		const size = Number(input.get('PageSize')) || everything.take;
		const page = turn(context, input, number, size);
		const output = page?.output ? withoutBlanks(page.output) : undefined;
		delete output?.attributes.ReadFromHistory;
		return new Element(
			'Page',
			{
				IsFirstPage: number === 1 ? 'Y' : 'N',
				IsLastPage: page?.last === false ? 'N' : 'Y',
				IsValidPage: page ? 'Y' : 'N',
				PageNumber: String(number),
				PageSetToken: page?.token ?? '',
			},
			[new Element('Output', {}, output ? [output] : [])],
		);
	},
});
