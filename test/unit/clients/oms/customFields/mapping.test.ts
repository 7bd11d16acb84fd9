import fc from 'fast-check';

import { mappedFields } from '../../../../../nodes/IbmSterlingOms/fields/mapping';
import { datesIn } from '../../../../../kit/n8n/dates';

const dates = datesIn('Europe/Berlin');
const field = (id: string, type = 'string') => ({ id, type, displayName: id });
const below = (value: Record<string, unknown> | null, schema: unknown = []) =>
	mappedFields({ mappingMode: 'defineBelow', value, schema }, { dates });
const auto = (item: Record<string, unknown>, schema: unknown = []) =>
	mappedFields({ mappingMode: 'autoMapInputData', value: null, schema }, { dates, item });

describe('defined below', () => {
	it.each([
		['string', 'Grüße', 'Grüße'],
		['string', ' with blanks ', ' with blanks '],
		['string', 5, '5'],
		['string', true, 'Y'],
		['number', 1e-7, '0.0000001'],
		['number', '0012.50', '0012.50'],
		['number', '12345678901234567.89', '12345678901234567.89'],
		['number', ' 7 ', '7'],
		['number', '1e3', '1000'],
		['boolean', true, 'Y'],
		['boolean', 'false', 'N'],
		['boolean', 'Y', 'Y'],
		['boolean', 'no', 'N'],
		['boolean', 0, 'N'],
		['dateTime', '2031-05-01T10:00:00', '2031-05-01T10:00:00+02:00'],
		['dateTime', '2031-05-01T10:00:00Z', '2031-05-01T10:00:00Z'],
		['dateTime', '2031-05-01', '2031-05-01'],
		['options', 'A value of tomorrow', 'A value of tomorrow'],
		[undefined, 'without a schema', 'without a schema'],
	])('%s %p is %s for Sterling', (type, value, text) => {
		const schema = type ? [field('Extn.ExtnFoo', type)] : undefined;
		expect(below({ 'Extn.ExtnFoo': value }, schema)).toEqual([['Extn.ExtnFoo', text]]);
	});

	it.each([null, undefined, ''])('%p is not given', (value) => {
		for (const type of ['string', 'number', 'boolean', 'dateTime', 'options']) {
			expect(below({ 'Extn.ExtnFoo': value }, [field('Extn.ExtnFoo', type)])).toEqual([]);
		}
	});

	it.each([
		['number', 'many', ': "many" is not a number'],
		['number', 'Infinity', ': "Infinity" is not a number'],
		['boolean', 'maybe', ' must be yes or no, got "maybe"'],
		['string', ['a'], ' must be one value, got a list'],
		['number', Number.NaN, ': NaN is not a number'],
	])('%s %p is refused by the name of its field', (type, value, why) => {
		const schema = [{ ...field('Extn.ExtnFoo', type), displayName: 'Foo (ExtnFoo)' }];
		expect(() => below({ 'Extn.ExtnFoo': value }, schema)).toThrow(`Foo (ExtnFoo)${why}`);
	});

	it.each([null, undefined, {}, { mappingMode: 'defineBelow', value: null }, { mappingMode: 'autoMapInputData' }])(
		'%p maps nothing',
		(value) => expect(mappedFields(value, { dates })).toEqual([]),
	);
});

describe('by name', () => {
	const SCHEMA = [field('Extn.ExtnFoo'), field('CustomAttributes.Bar', 'boolean'), field('References.Cart')];

	it.each([
		['the name', { ExtnFoo: 'x', Bar: 'Y', Cart: '7' }],
		['the id', { 'Extn.ExtnFoo': 'x', 'CustomAttributes.Bar': true, 'References.Cart': 7 }],
		['elements of Sterling', { Extn: { ExtnFoo: 'x' }, CustomAttributes: { Bar: 'Y' }, Cart: '7' }],
		['the item of a read', { customFields: { ExtnFoo: 'x', Bar: 'Y', Cart: '7' } }],
	])('finds known fields by %s', (_what, item) => {
		const more = { OrderNo: '1', customFields: { Other: 'z' } };
		expect(auto({ ...more, ...item }, SCHEMA)).toEqual([
			['Extn.ExtnFoo', 'x'],
			['CustomAttributes.Bar', 'Y'],
			['References.Cart', '7'],
		]);
	});

	it('takes the fields that no one added to the form as well: n8n marks those as removed', () => {
		expect(auto({ ExtnFoo: 'x' }, [{ ...field('Extn.ExtnFoo'), removed: true }])).toEqual([['Extn.ExtnFoo', 'x']]);
	});

	it('prefers the id to the name, and the top to below', () => {
		const item = { ExtnFoo: 'name', 'Extn.ExtnFoo': 'id', customFields: { ExtnFoo: 'below' } };
		expect(auto(item, SCHEMA)).toEqual([['Extn.ExtnFoo', 'id']]);
		expect(auto({ ExtnFoo: 'top', customFields: { ExtnFoo: 'below' } }, SCHEMA)).toEqual([['Extn.ExtnFoo', 'top']]);
	});

	it('takes what names its own place where no fields are known', () => {
		const item = {
			OrderNo: '1',
			ExtnFoo: 'a',
			Extnsion: 'no',
			'References.Cart': '7',
			CustomAttributes: { Bar: true },
			customFields: { ExtnBaz: 'c', Unknown: 'no' },
		};
		expect(auto(item).sort()).toEqual([
			['CustomAttributes.Bar', 'Y'],
			['Extn.ExtnBaz', 'c'],
			['Extn.ExtnFoo', 'a'],
			['References.Cart', '7'],
		]);
	});
});

test('decimals keep their digits', () => {
	const decimal = fc.stringMatching(/^-?\d{1,30}(\.\d{1,20})?$/);
	fc.assert(
		fc.property(decimal, (text) =>
			expect(below({ 'Extn.ExtnFoo': text }, [field('Extn.ExtnFoo', 'number')])).toEqual([['Extn.ExtnFoo', text]]),
		),
	);
});
