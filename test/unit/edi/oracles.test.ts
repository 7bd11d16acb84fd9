import { Readable } from 'node:stream';

import fc from 'fast-check';
import { X12Interchange, X12Parser } from 'node-x12';
import { X12parser } from 'x12-parser';

import { diagnosticsOf, read, repetitionsOf, write, type InterchangeContent, type SegmentContent } from '../../../edi';
import { interchanges } from './arbitrary';

/** What the writer is given, as read back: without what only the reader adds. */
function contentOf({
	header: _h,
	trailer: _t,
	diagnostics: _d,
	groups,
	...rest
}: ReturnType<typeof read>['interchanges'][number]): InterchangeContent {
	const plain = ({ id, elements }: SegmentContent) => ({ id, elements });
	return {
		...rest,
		acknowledgements: rest.acknowledgements.map(plain),
		groups: groups.map(({ header: _h2, trailer: _t2, diagnostics: _d2, transactions, ...group }) => ({
			...group,
			transactions: transactions.map(({ id, controlNumber, segments }) => ({
				id,
				controlNumber,
				segments: segments.map(plain),
			})),
		})),
	};
}

/** All segments of the tree between ISA and IEA as [id, ...elements], each element as its components. */
function flat(content: InterchangeContent): string[][] {
	return content.groups.flatMap(({ transactions }) =>
		transactions.flatMap(({ segments }) =>
			segments.map(({ id, elements }) => [
				id,
				...elements.map((one) => repetitionsOf(one)[0]?.join(content.delimiters.component) ?? ''),
			]),
		),
	);
}

const withinSets = (id: string) => !['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA', ''].includes(id);

test('what was written reads back the same, without a complaint', () => {
	fc.assert(
		fc.property(interchanges, fc.constantFrom('', '\n', '\r\n'), (content, lineBreak) => {
			const { text, changes } = write(content, { lineBreak: lineBreak as '' });
			const reading = read(text);
			expect(diagnosticsOf(reading)).toEqual([]);
			expect(changes).toEqual([]);
			expect(contentOf(reading.interchanges[0])).toEqual(content);
			expect(write(reading.interchanges[0], { lineBreak: lineBreak as '' }).text).toBe(text);
		}),
		{ numRuns: 150 },
	);
});

test('node-x12 reads what was written in its strict mode, and finds the same', () => {
	fc.assert(
		fc.property(interchanges, (content) => {
			const parsed = new X12Parser(true).parse(write(content).text) as X12Interchange;
			expect(parsed).toBeInstanceOf(X12Interchange);
			const found = parsed.functionalGroups.flatMap(({ transactions }) =>
				transactions.flatMap(({ segments }) =>
					segments.map(({ tag, elements }) => [tag, ...elements.map(({ value }) => value)]),
				),
			);
			expect(found.filter(([id]) => withinSets(id))).toEqual(flat(content));
		}),
		{ numRuns: 100 },
	);
});

test('x12-parser reads what was written, and finds the same', async () => {
	await fc.assert(
		fc.asyncProperty(interchanges, async (content) => {
			const parser = Readable.from([Buffer.from(write(content).text)]).pipe(new X12parser('utf8'));
			const found: string[][] = [];
			for await (const { name, ...values } of parser as AsyncIterable<Record<string, string>>) {
				if (!withinSets(name)) continue;
				const elements: string[] = [];
				for (const [key, value] of Object.entries(values)) {
					const [element, component] = key.split('-').map(Number);
					if (component === undefined) elements[element - 1] = value;
					else elements[element - 1] += content.delimiters.component + value;
				}
				found.push([name, ...elements]);
			}
			// It trims all values and components, which the standard does not ask for.
			const { component } = content.delimiters;
			const trimmed = (value: string) =>
				value
					.split(component)
					.map((one) => one.trim())
					.join(component);
			expect(found).toEqual(flat(content).map((one) => one.map(trimmed)));
		}),
		{ numRuns: 100 },
	);
});
