import { DateTime } from 'luxon';

import { toSterling, toSterlingDate } from '../../../../kit/n8n/fields/value';
import { datesIn } from '../../../../kit/n8n/dates';

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
	['a big integer', 12345678901234567890n, '12345678901234567890'],
	['a locator', { __rl: true, mode: 'list', value: '2026' }, '2026'],
	['a date, in the workflow’s zone', new Date('2026-01-15T15:00:00Z'), '2026-01-15T10:00:00-05:00'],
	[
		'a date of an expression, with its own offset',
		DateTime.fromISO('2026-01-15T10:00:00+09:00', { setZone: true }),
		'2026-01-15T10:00:00+09:00',
	],
	['a text that happens to look like a date', '2026-01-15T10:00:00.000Z', '2026-01-15T10:00:00.000Z'],
])('%s', (_, value, expected) => {
	expect(toSterling(value, context)).toBe(expected);
});

test.each([[undefined], [null], [''], [{ __rl: true, mode: 'list', value: '' }]])('%p means "not given"', (value) => {
	expect(toSterling(value, context)).toBeUndefined();
});

test.each([[[1, 2]], [{ a: 1 }], [Number.NaN]])('%p is refused', (value) => {
	expect(() => toSterling(value, context)).toThrow(TypeError);
});

test.each([
	['without offset: the workflow’s is added', '2026-01-15T10:00:00', '2026-01-15T10:00:00-05:00'],
	['in summer time', '2026-07-15T10:00:00', '2026-07-15T10:00:00-04:00'],
	['with a blank, as people type it', '2026-01-15 10:00', '2026-01-15T10:00:00-05:00'],
	['with offset: kept', '2026-01-15T10:00:00+01:00', '2026-01-15T10:00:00+01:00'],
	['with fractions of a second: cut', '2026-01-15T10:00:00.123+01:00', '2026-01-15T10:00:00+01:00'],
	['of a day: kept', '2026-01-15', '2026-01-15'],
])('a date field %s', (_, value, expected) => {
	expect(toSterlingDate(value, context)).toBe(expected);
});

test.each([
	['typed', '2026-02-30T10:00:00'],
	['with fractions of a second', '2026-02-30T10:00:00.123Z'],
	['of an expression', DateTime.invalid('made up')],
	['as an object', new Date(Number.NaN)],
])('a date that does not exist, %s, is refused and never sent', (_, value) => {
	expect(() => toSterlingDate(value, context)).toThrow(/is not a date that exists/);
});
