import fc from 'fast-check';

import { address } from '../../../../clients/syspro/documents/parts';
import {
	date,
	decimal,
	lineNumber,
	plainDecimal,
	product,
	quotient,
	sum,
	text,
} from '../../../../clients/syspro/values';

describe('decimals', () => {
	it.each([
		['     2.204620', '2.20462'],
		['38,400.000', '38400'],
		['1,234,567.50', '1234567.5'],
		['100.00-', '-100'],
		['-0.00', '0'],
		['.5', '0.5'],
		['(12.5)', '-12.5'],
		['0000150', '150'],
		['1.5E-3', '0.0015'],
		['2e3', '2000'],
		['123456789012345678.123456', '123456789012345678.123456'],
	])('%j is %s', (written, expected) => {
		expect(plainDecimal(written, 'Qty')).toBe(expected);
	});

	it.each(['1,5', '38.400,00', '1.2.3', 'N/A', '12,34.5', '$5', '-'])('%j is not guessed', (written) => {
		expect(() => plainDecimal(written, 'MPrice')).toThrow(/^MPrice is not a number/);
	});

	it('the unedited twin wins', () => {
		expect(decimal({ MOrderQty: '38,400.000', Unedited_MOrderQty: '        38400.125000' }, 'MOrderQty')).toBe(
			'38400.125',
		);
		expect(decimal({ MOrderQty: '   ' }, 'MOrderQty')).toBeNull();
	});

	it('sums, products and quotients are exact', () => {
		const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
		const shown = (value: number) => plainDecimal((value / 100).toFixed(2), 'x');
		fc.assert(
			fc.property(cents, cents, (a, b) => {
				expect(sum([shown(a), shown(b)])).toBe(shown(a + b));
				expect(Number(product(shown(a), shown(b)))).toBeCloseTo((a * b) / 10_000, 6);
				if (b !== 0) expect(quotient(product(shown(a), shown(b)), shown(b), 2)).toBe(shown(a));
			}),
		);
		expect(quotient('1', '0', 2)).toBeNull();
		expect(sum(['1', null])).toBeNull();
	});
});

describe('dates', () => {
	it.each([
		['2026-01-31', '2026-01-31'],
		['2026-01-31T00:00:00Z', '2026-01-31'],
		['2026-01-31T23:59:59+12:00', '2026-01-31'],
		['2026-01-31 00:00:00', '2026-01-31'],
		['20260131', '2026-01-31'],
		['0000-00-00', null],
		['1900-01-01T00:00:00Z', null],
		['', null],
		[null, null],
	])('%j is %j', (written, expected) => {
		expect(date({ InvoiceDate: written }, 'InvoiceDate')).toBe(expected);
	});

	it.each(['31/01/2026', '2026-02-30', 'tomorrow'])('%j is no date', (written) => {
		expect(() => date({ InvoiceDate: written }, 'InvoiceDate')).toThrow('InvoiceDate is not a date');
	});
});

it('keys keep zeros and blanks in front, and names may have a prefix or be in lower case', () => {
	expect(text({ PurchaseOrder: ' 00001   ' }, 'PurchaseOrder')).toBe(' 00001');
	expect(text({ 'SALSLS:Name': 'Jo' }, 'Name')).toBe('Jo');
	expect(text({ stockcode: '02' }, 'StockCode')).toBe('02');
	expect([lineNumber('0002'), lineNumber('2.0'), lineNumber(' 2'), lineNumber('100')]).toEqual(['2', '2', '2', '100']);
});

it('an address keeps empty lines inside it', () => {
	expect(address({ A1: 'Street', A2: '', A3: 'City', A4: '', A5: '', P: '' }, 'A', 'P')).toEqual({
		lines: ['Street', '', 'City'],
		postalCode: null,
	});
	expect(address({ A1: ' ' }, 'A', 'P')).toBeNull();
});
