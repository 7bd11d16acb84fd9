import fc from 'fast-check';
import { DateTime } from 'luxon';

import { kindOf } from '../../../../clients/oms/attributes';
import { fitted } from '../../../../kit/n8n/attributeKinds';
import { datesIn } from '../../../../kit/n8n/dates';
import { Refusal } from '../../../../kit/n8n/refusal';
import { readUserDocument } from '../../../../kit/n8n/userDocument';

const context = { dates: datesIn('Europe/Berlin'), kindOf };
const read = (value: unknown) => readUserDocument(value, context);

test.each([
	['JSON', '{"A": "1", "B": {"C": 2}}', { document: { A: '1', B: { C: '2' } } }],
	['JSON with a byte order mark', '\uFEFF{"A": 1}', { document: { A: '1' } }],
	['XML', '<Order A="1"><B C="2"/></Order>', { root: 'Order', document: { A: '1', B: { C: '2' } } }],
	[
		'an object',
		{ A: true, B: null, C: undefined, D: [{ E: 1e-7 }] },
		{ document: { A: 'Y', B: '', D: [{ E: '0.0000001' }] } },
	],
	[
		'digits that JavaScript would lose',
		'{"Key": 20260115100001123456, "P": 9.90}',
		{ document: { Key: '20260115100001123456', P: '9.90' } },
	],
	['exponents', '{"A": 1e21, "B": 1.5E-3}', { document: { A: '1000000000000000000000', B: '0.0015' } }],
	['numbers in text', '{"A": "1e3"}', { document: { A: '1e3' } }],
	[
		'dates',
		{ A: new Date(0), B: DateTime.fromISO('2026-01-15T10:00:00+09:00', { setZone: true }) },
		{ document: { A: '1970-01-01T01:00:00+01:00', B: '2026-01-15T10:00:00+09:00' } },
	],
	['an object without a prototype', Object.assign(Object.create(null) as object, { A: '1' }), { document: { A: '1' } }],
	['nothing', '', undefined],
	['blanks', '  ', undefined],
	['null', null, undefined],
	['undefined', undefined, undefined],
])('%s', (_, value, expected) => {
	expect(read(value)).toEqual(expected);
});

const itself: Record<string, unknown> = {};
itself.self = itself;

test.each([
	['a list', [{ A: '1' }], /must be one document, got a list$/],
	['a list in text', '[{"A":"1"}]', /got a list$/],
	['an empty list', '[]', /got a list$/],
	['a text in text', '"hello"', /got the text "hello"$/],
	['JSON in JSON', JSON.stringify('{"A":"1"}'), /got the text/],
	['a number', 42, /got 42$/],
	['a number in text', '1001', /got 1001$/],
	['true', true, /got true$/],
	['false in text', 'false', /got false$/],
	['null in text', 'null', /got null$/],
	['a date', new Date(), /got an object$/],
	['a name twice', '{"A": "1", "B": {"A": "2"}, "A": "3"}', /^has "A" twice in one object$/],
	['a name twice, further down', '{"A": [{"B": "1", "\\u0042": "2"}]}', /^has "B" twice/],
	['a map', new Map([['A', '1']]), /one value, got an object$/],
	['plain text', 'hello', /neither valid JSON nor valid XML/],
	['half of JSON', '{"A": ', /neither valid JSON nor valid XML/],
	['half of XML', '<A', /neither valid JSON nor valid XML/],
	['a list of values', { OrderNo: ['A', 'B'] }, /^OrderNo → entry 1 must be an object, got "A"$/],
	['a list in a list', { A: [[{ B: '1' }]] }, /^A → entry 1 must be an object, got a list$/],
	['a list with a hole', '{"A": [null]}', /entry 1 must be an object, got null$/],
	['a name that is none', '{"Order No": "1"}', /^"Order No" cannot be the name/],
	['a name of this client’s own', '{"#rows": []}', /^"#rows" cannot be the name/],
	['a function', { A: () => '1' }, /^A must be one value, got a function$/],
	['no number', { A: Number.NaN }, /^A: NaN is not a number$/],
	['itself', itself, /nested deeper than/],
	['a buffer', { A: Buffer.from('x') }, /^A must be one value, got an object$/],
])('%s is refused by name', (_, value, message) => {
	expect(() => read(value)).toThrow(Refusal);
	expect(() => read(value)).toThrow(message);
});

test('property: any JSON but an object is refused, and any object of texts comes back as it is', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
			if (!isObject) expect(() => read(JSON.stringify(value))).toThrow(Refusal);
		}),
	);
	const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,8}$/);
	const document = fc.dictionary(name, fc.oneof(fc.string(), fc.dictionary(name, fc.string())));
	fc.assert(fc.property(document, (value) => expect(read(JSON.stringify(value))?.document).toEqual(value)));
});

describe('attributes of a document', () => {
	const fit = (document: object) => fitted(read(document)?.document ?? {}, context);

	test.each([
		['a date without offset', { OrderDate: '2026-01-15T10:00' }, { OrderDate: '2026-01-15T10:00:00+01:00' }],
		['milliseconds', { ReqShipDate: 1768471200000 }, { ReqShipDate: '2026-01-15T11:00:00+01:00' }],
		['a flag in text', { HoldFlag: 'true', IsPriceLocked: 'false' }, { HoldFlag: 'Y', IsPriceLocked: 'N' }],
		[
			'a quantity',
			{ OrderLines: { OrderLine: [{ OrderedQty: ' 1e1 ' }] } },
			{ OrderLines: { OrderLine: [{ OrderedQty: '10' }] } },
		],
		['blank: it empties', { ReqShipDate: '', OrderedQty: ' ' }, { ReqShipDate: '', OrderedQty: ' ' }],
		[
			'what looks like a number',
			{ OrderNo: '007', CustomerPONo: '1e5', ZipCode: '01234' },
			{ OrderNo: '007', CustomerPONo: '1e5', ZipCode: '01234' },
		],
		[
			'custom fields',
			{ Extn: { ExtnDeliveryDate: 'soon', ExtnQty: 'two' } },
			{ Extn: { ExtnDeliveryDate: 'soon', ExtnQty: 'two' } },
		],
		[
			'a moment in a custom field: without fractions of a second',
			{ Extn: { ExtnAt: '2026-01-15T10:00:00.123+01:00' } },
			{ Extn: { ExtnAt: '2026-01-15T10:00:00+01:00' } },
		],
		['a card’s date', { CreditCardExpirationDate: '12/2027' }, { CreditCardExpirationDate: '12/2027' }],
		[
			'switches with the name of a quantity',
			{ CancelNonShippedQuantity: 'Y', ChangeForAllAvailableQty: 'Y' },
			{ CancelNonShippedQuantity: 'Y', ChangeForAllAvailableQty: 'Y' },
		],
	])('%s', (_, document, expected) => {
		expect(fit(document)).toEqual(expected);
	});

	test.each([
		[{ OrderDate: '31.12.2026' }, 'OrderDate: "31.12.2026" is not a date'],
		[{ PriceInfo: { TotalAmount: '9,90' } }, 'PriceInfo → TotalAmount: "9,90" is not a number'],
		[
			{ OrderLines: { OrderLine: [{ OrderedQty: '1' }, { OrderedQty: 'two' }] } },
			'OrderLines → OrderLine 2 → OrderedQty: "two" is not a number',
		],
		[
			{ HeaderCharges: { HeaderCharge: { ChargeAmount: '$9.90' } } },
			'HeaderCharges → HeaderCharge → ChargeAmount: "$9.90" is not a number',
		],
	])('%p is refused with the way to it', (document, message) => {
		expect(() => fit(document)).toThrow(message);
	});
});
