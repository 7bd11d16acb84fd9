import fc from 'fast-check';
import { DateTime } from 'luxon';

import { datesIn } from '../../../../kit/n8n/dates';
import { plainDecimal } from '../../../../kit/n8n/fields/decimal';
import { locatorText, textOf, yesNo, type ValueKind } from '../../../../kit/n8n/fields/value';
import { Refusal } from '../../../../kit/n8n/refusal';
import { refusal } from '../../../support/refusal';

const context = { dates: datesIn('America/New_York') };

test.each([
	['text', 'WEB-1001', 'WEB-1001'],
	['text that looks like a number', '000150802', '000150802'],
	['true', true, 'Y'],
	['false', false, 'N'],
	['a whole number', 3, '3'],
	['a fraction', 9.9, '9.9'],
	['zero', 0, '0'],
	['a tiny number, without exponent', 1e-7, '0.0000001'],
	['a huge number, without exponent', 1e21, '1000000000000000000000'],
	['a huge number with all its digits', 1.0000000000000002e22, '10000000000000002000000'],
	['a big integer', 12345678901234567890n, '12345678901234567890'],
	['a locator', { __rl: true, mode: 'list', value: '2026' }, '2026'],
	['a date, in the workflow’s zone', new Date('2026-01-15T15:00:00Z'), '2026-01-15T10:00:00-05:00'],
	[
		'a date of an expression, with its own offset',
		DateTime.fromISO('2026-01-15T10:00:00+09:00', { setZone: true }),
		'2026-01-15T10:00:00+09:00',
	],
	['a date of another library', { toDate: () => new Date('2026-01-15T15:00:00Z') }, '2026-01-15T10:00:00-05:00'],
	['a text that happens to look like a date', '2026-01-15T10:00:00.000Z', '2026-01-15T10:00:00.000Z'],
])('%s', (_, value, expected) => {
	expect(textOf(value, context)).toBe(expected);
});

test.each([[undefined], [null], [''], [{ __rl: true, mode: 'list', value: '' }]])('%p means "not given"', (value) => {
	for (const kind of ['text', 'number', 'dateTime', 'yesNo', 'flag'] as ValueKind[]) {
		expect(textOf(value, context, kind)).toBeUndefined();
	}
});

test.each([[[1, 2]], [['one']], [{ a: 1 }], [new Map()], [Number.NaN], [Infinity]])('%p is refused', (value) => {
	for (const kind of ['text', 'number', 'dateTime', 'yesNo', 'flag'] as ValueKind[]) {
		expect(() => textOf(value, context, kind)).toThrow(Refusal);
	}
});

test('what JavaScript calculates with decimals has their digits, and no more', () => {
	const cents = fc.nat({ max: 9_999_999 });
	const decimal = (of: number) => plainDecimal(`${of}e-2`)!.replace(/\.?0+$/, '');
	fc.assert(
		fc.property(cents, cents, (a, b) => {
			const sum = a + b;
			fc.pre(sum % 100 !== 0);
			expect(textOf(a / 100 + b / 100, context, 'number')).toBe(decimal(sum));
		}),
	);
	expect(textOf('0.30000000000000004', context, 'number')).toBe('0.30000000000000004');
});

test.each([
	[0.1 + 0.2, '0.3'],
	[0.7 + 0.1, '0.8'],
	[-0.1 - 0.2, '-0.3'],
	[1.1 - 1, '0.1'],
	[3 * 9.9, '29.7'],
	[12345678.1 + 0.2, '12345678.3'],
])('noise of %p is left out', (value, expected) => expect(textOf(value, context, 'number')).toBe(expected));

describe('a decimal that JSON wrote stays as it was written', () => {
	test.each([
		'12345678901234.56',
		'99999999999999.98',
		'123456789012.1234',
		'123456789012.0001',
		'12345678901.00001',
		'-12345678901234.56',
		'0.1234567890123456',
		'0.12345678901234568',
		'1.000001',
		'999999999.999999',
	])('%s', (text) => {
		expect(textOf(JSON.parse(text), context, 'number')).toBe(text);
	});

	test('with up to 15 digits', () => {
		const digits = fc
			.integer({ min: 1, max: 15 })
			.chain((size) => fc.bigInt({ min: 1n, max: 10n ** BigInt(size) - 1n }));
		fc.assert(
			fc.property(digits, fc.integer({ min: 1, max: 20 }), fc.boolean(), (number, decimals, isNegative) => {
				const padded = number.toString().padStart(decimals + 1, '0');
				const written = `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`.replace(/\.?0+$/, '');
				const text = isNegative ? `-${written}` : written;
				expect(textOf(JSON.parse(text), context, 'number')).toBe(text);
			}),
		);
	});
});

describe('a number', () => {
	test.each([
		['9.90', '9.90'],
		[' 9.90 ', '9.90'],
		['+5', '5'],
		['-2', '-2'],
		['5.', '5'],
		['.5', '0.5'],
		['0012.50', '0012.50'],
		['007e1', '70'],
		['1e3', '1000'],
		['1.5E-3', '0.0015'],
		['0', '0'],
		['-0', '-0'],
		[9.9, '9.9'],
		[1e-7, '0.0000001'],
		[10n, '10'],
	])('%p is sent as %p', (value, expected) => {
		expect(textOf(value, context, 'number')).toBe(expected);
	});

	test.each([
		'9,90',
		'$9.90',
		'9.90 EUR',
		'two',
		'1,000',
		'1.000,50',
		'0x10',
		'1e',
		'--1',
		'1 000',
		'NaN',
		'Infinity',
		true,
		'٣',
		new Date(),
	])('%p is refused, and the message says so', (value) => {
		expect(refusal(() => textOf(value, context, 'number'))).toMatch(/ is not a number$/);
	});

	test('property: plain decimals read back as the same number, without an exponent', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 }), (number) => {
				const text = plainDecimal(String(number));
				expect(text).toMatch(/^-?\d+(\.\d+)?$/);
				expect(Number(text)).toBe(number === 0 ? 0 : number);
			}),
		);
	});
});

describe('yes and no', () => {
	test.each([true, 'true', 'TRUE', ' True ', 'Y', 'y', 'yes', '1', 1])('%p is yes', (value) => {
		expect(yesNo(value)).toBe(true);
		expect(textOf(value, context, 'yesNo')).toBe('Y');
	});

	test.each([false, 'false', 'False', 'N', 'n', 'no', '0', 0])('%p is no', (value) => {
		expect(yesNo(value)).toBe(false);
		expect(textOf(value, context, 'yesNo')).toBe('N');
	});

	test.each(['maybe', 'ja', 2, -1, 'on', [], {}, [true], new Date(0), 'null'])('%p is refused', (value) => {
		expect(() => yesNo(value)).toThrow(Refusal);
		expect(() => textOf(value, context, 'yesNo')).toThrow(Refusal);
	});

	test('a flag that its name tells may hold other codes', () => {
		expect(['true', 'False', 'Y', 'N', 'H', true].map((value) => textOf(value, context, 'flag'))).toEqual([
			'Y',
			'N',
			'Y',
			'N',
			'H',
			'Y',
		]);
	});
});

describe('a picker', () => {
	const locator = (value: unknown, mode = 'key') => ({ __rl: true, mode, value });

	test.each([
		['text', ' 2026 ', '2026'],
		['a number', 1001, '1001'],
		['nothing', undefined, ''],
		['a locator', locator('2026'), '2026'],
		['a locator in a locator', locator(locator('2026')), '2026'],
	])('takes %s', (_, value, expected) => {
		expect(locatorText(value)).toBe(expected);
	});

	test.each([[['A', 'B']], [{ OrderNo: '1' }], [true], [new Date()], [202611210845190000182], [1.5], [locator(['A'])]])(
		'%p is refused',
		(value) => {
			expect(refusal(() => locatorText(value))).not.toMatch(/object Object/);
			expect(() => locatorText(value)).toThrow(Refusal);
		},
	);
});
