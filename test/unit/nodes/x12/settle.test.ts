import type { Document } from '../../../../kit/xml/document';
import { Entered } from '../../../../nodes/X12/fields/entered';
import { settle } from '../../../../nodes/X12/run/settle';

const field = (text: string | undefined, ...labels: string[]) => new Entered(text, labels, false);

test.each([
	[[undefined, 'Dock 4'], ['Dock 4'], ['Street 2']],
	[['1 Main', undefined], ['1 Main'], ['Street 1']],
	[
		['1 Main', 'Dock 4'],
		['1 Main', 'Dock 4'],
		['Street 1', 'Street 2'],
	],
	[[undefined, undefined], [], []],
	[
		[undefined, 'a', undefined, 'b'],
		['a', 'b'],
		['Street 2', 'Street 4'],
	],
])('values of a list keep their labels where empty ones are left out: %j', (texts, left, labels) => {
	const address = texts.map((text, index) => field(text, `Street ${index + 1}`));
	const { form, entered } = settle({ number: field('1', 'Number'), address } as unknown as Document);
	expect(form.address).toEqual(left);
	expect(left.map((_, index) => entered.get(`address[${index}]`)?.labels[0])).toEqual(labels);
	expect(entered.size).toBe(texts.length + 1);
});
