import fc from 'fast-check';
import { DateTime, Settings } from 'luxon';

import { datesIn } from '../../../../kit/n8n/dates';
import { textOf } from '../../../../kit/n8n/fields/value';
import type { Refusal } from '../../../../kit/n8n/refusal';
import { refusal } from '../../../support/refusal';

const context = { dates: datesIn('America/New_York') };

describe('a date', () => {
	test.each([
		['without offset: the workflow’s is added', '2026-01-15T10:00:00', '2026-01-15T10:00:00-05:00'],
		['in summer time', '2026-07-15T10:00:00', '2026-07-15T10:00:00-04:00'],
		['with a blank, as people type it', '2026-01-15 10:00', '2026-01-15T10:00:00-05:00'],
		['with the hour alone', '2026-01-15T10', '2026-01-15T10:00:00-05:00'],
		['with offset: kept', '2026-01-15T10:00:00+01:00', '2026-01-15T10:00:00+01:00'],
		['with Z: kept', '2026-01-15T10:00:00Z', '2026-01-15T10:00:00Z'],
		['with offset, but no seconds', '2026-01-15T10:00+01:00', '2026-01-15T10:00:00+01:00'],
		['with Z, but no seconds', '2026-01-15T10:00Z', '2026-01-15T10:00:00+00:00'],
		['with an offset of hours', '2026-01-15T10:00:00+01', '2026-01-15T10:00:00+01:00'],
		['with an offset without a colon', '2026-01-15T10:00:00+0100', '2026-01-15T10:00:00+01:00'],
		['with blanks before the time and the offset', '2026-01-15 10:00:00 +01:00', '2026-01-15T10:00:00+01:00'],
		['with fractions of a second: cut', '2026-01-15T10:00:00.123+01:00', '2026-01-15T10:00:00+01:00'],
		['with fractions and no offset', '2026-01-15T10:00:00.123', '2026-01-15T10:00:00-05:00'],
		['with the name of its zone', '2026-01-15T10:00:00+01:00[Europe/Berlin]', '2026-01-15T10:00:00+01:00'],
		['in lower case', '2026-01-15t10:00:00z', '2026-01-15T10:00:00+00:00'],
		['in the compact form', '20260115T100000Z', '2026-01-15T10:00:00+00:00'],
		['of a day: kept', '2026-01-15', '2026-01-15'],
		['of a compact day', '20260115', '2026-01-15'],
		['of a compact day as a number', 20260115, '2026-01-15'],
		['with blanks around', ' 2026-01-15 ', '2026-01-15'],
		['in milliseconds since 1970', 1768471200000, '2026-01-15T05:00:00-05:00'],
		['in seconds since 1970', 1768471200, '2026-01-15T05:00:00-05:00'],
		['in seconds as text', '1768471200', '2026-01-15T05:00:00-05:00'],
		['in seconds with a fraction', 1768471200.75, '2026-01-15T05:00:00-05:00'],
		['of an e-mail header', 'Thu, 15 Jan 2026 10:00:00 GMT', '2026-01-15T05:00:00-05:00'],
		['of an e-mail header with offset', 'Thu, 15 Jan 2026 10:00:00 +0100', '2026-01-15T04:00:00-05:00'],
		['in JavaScript’s English', String(new Date('2026-01-15T10:00:00Z')), '2026-01-15T05:00:00-05:00'],
	])('%s', (_, value, expected) => {
		expect(textOf(value, context, 'dateTime')).toBe(expected);
	});

	test.each([
		['typed', '2026-02-30T10:00:00'],
		['of a day', '2026-02-30'],
		['of a compact day', '20260230'],
		['with fractions of a second', '2026-02-30T10:00:00.123Z'],
		['of an hour', '2026-01-15T25:00'],
		['of an expression', DateTime.invalid('made up')],
		['as an object', new Date(Number.NaN)],
	])('that does not exist, %s, is refused and never sent', (_, value) => {
		expect(() => textOf(value, context, 'dateTime')).toThrow(
			/^(?:this date does not exist|".+" is a date that does not exist)$/,
		);
	});

	test.each([
		'31.12.2026',
		'12/31/2026',
		'2026/12/31',
		'yesterday',
		'now',
		'46037',
		'1',
		46037,
		0,
		true,
		'Y',
		'10:00',
		'-1',
	])('%p is refused, and the message says how to write one', (value) => {
		expect(refusal(() => textOf(value, context, 'dateTime'))).toMatch(/ is not a date$/);
	});

	/** What the refusal of a number advises. */
	const hintFor = (value: unknown): string => {
		try {
			return `${textOf(value, context, 'dateTime')} is no refusal`;
		} catch (error) {
			return (error as Refusal).hint ?? '';
		}
	};
	/** The expression of a hint. */
	const conversion = (hint: string): ((date: unknown) => DateTime) => {
		const [, expression] = /\{\{ (.*) \}\}/.exec(hint) ?? [];
		const evaluate = new Function('DateTime', '$json', `return ${expression}`);
		return (date) => evaluate(DateTime, { date }) as DateTime;
	};

	test.each<[unknown, string]>([
		[45678, '2025-01-21'],
		[45678.5, '2025-01-21'],
		[' 45678.75 ', '2025-01-21'],
		[36526, '2000-01-01'],
		[45351, '2024-02-29'],
	])('%p as Excel numbers its days is refused with the expression that converts it', (value, day) => {
		const hint = hintFor(value);
		expect(hint).toContain(day);
		const convert = conversion(hint);
		expect(textOf(convert(value), context, 'dateTime')).toContain(day);
	});

	test.each([
		['an ordinary day', '2025-01-21', 45_678],
		['a day that is an hour shorter', '2025-03-30', 45_746],
		['a day that is an hour longer', '2025-10-26', 45_956],
	])('each minute of %s is what the expression makes of its number', (_what, day, serial) => {
		Settings.defaultZone = 'Europe/Berlin';
		try {
			const convert = conversion(hintFor(serial));
			const wrong: unknown[] = [];
			for (let minute = 0; minute < 1440; minute++) {
				const clock = DateTime.fromObject({ hour: Math.floor(minute / 60), minute: minute % 60 }, { zone: 'utc' });
				const expected = DateTime.fromISO(`${day}T${clock.toFormat('HH:mm')}`);
				const number = serial + minute / 1440;
				for (const value of [number, String(number), number.toPrecision(15), number.toFixed(8)]) {
					const made = convert(value).toISO();
					if (made !== expected.toISO()) wrong.push({ minute, value, made });
				}
			}
			expect(wrong).toEqual([]);
		} finally {
			Settings.defaultZone = 'system';
		}
	});

	test.each([4567, 19_999, 80_000, 456_789, '4567.5', '45678,5'])('%p is no day of Excel', (value) => {
		expect(() => textOf(value, context, 'dateTime')).toThrow(
			expect.objectContaining({ hint: expect.stringMatching(/^Write it as/) }),
		);
	});

	test('property: every instant keeps its second, whatever form it comes in', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1_000_000_000, max: 4_102_444_800 }),
				fc.constantFrom('Europe/Berlin', 'UTC', 'Asia/Kolkata'),
				(seconds, zone) => {
					const dates = { dates: datesIn(zone) };
					const date = new Date(seconds * 1000);
					const local = DateTime.fromJSDate(date, { zone });
					const forms = [
						date,
						local,
						seconds,
						seconds * 1000,
						String(seconds),
						date.toISOString(),
						date.toUTCString(),
						String(date),
						local.toISO(),
						local.toRFC2822(),
					];
					for (const form of forms) expect(Date.parse(textOf(form, dates, 'dateTime') ?? '')).toBe(seconds * 1000);
				},
			),
		);
	});
});

test('dates have the digits 0 to 9 whatever the language of the machine', () => {
	Settings.defaultLocale = 'ar-EG';
	try {
		const { ofInstant, ofIso, ofLocal, read } = datesIn('Europe/Berlin');
		expect(ofInstant(new Date(0))).toBe('1970-01-01T01:00:00+01:00');
		expect(ofIso('2026-07-01T10:00:00Z')).toBe('2026-07-01T10:00:00+00:00');
		expect(ofLocal('2026-07-01T10:00:00')).toBe('2026-07-01T10:00:00+02:00');
		expect(read('1767225600')).toBe('2026-01-01T01:00:00+01:00');
		expect(() => ofInstant(new Date(NaN))).toThrow('is a date that does not exist');
	} finally {
		Settings.defaultLocale = 'system';
	}
});
