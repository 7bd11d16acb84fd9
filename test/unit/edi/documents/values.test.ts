import { EdiError } from '../../../../edi';
import { readDocument, writeDocument } from '../../../../edi/documents';
import { segmentsOf, textOf } from './examples';

const order = (more: object = {}, line: object = {}) => ({
	type: 'purchaseOrder',
	number: 'PO-1',
	date: '2026-11-27',
	...more,
	lines: [{ number: '1', quantity: '1', unit: 'EA', price: '1', ...line }],
});
const written = (form: object, options = {}) => textOf(writeDocument(form as never, options).transaction.segments);
const lineOf = (line: object) => written(order({}, line)).find((one) => one.startsWith('PO1'));
const read = (lines: string, options = {}) =>
	readDocument({ id: '850', controlNumber: '1', segments: segmentsOf(lines) }, options)!.document;

test.each([
	['38,400.000', '38400'],
	['9.10', '9.1'],
	['.5', '0.5'],
	['-3', '-3'],
	['+3.', '3'],
	['1e-3', '0.001'],
	[' 12 ', '12'],
	[0.1 + 0.2, '0.3'],
	[1e-7, '0.0000001'],
	[12, '12'],
	[0, '0'],
])('the number %p is %s', (value, wire) => {
	expect(lineOf({ price: value })).toBe(`PO1*1*1*EA*${wire}`);
});

test.each(['1,5', '1.234,50', '1,234', 'two', '1e', '$5', NaN, true, { a: 1 }, '1 000'])(
	'the number %p is refused',
	(value) => {
		expect(() => lineOf({ price: value })).toThrow('lines[0].price');
	},
);

test.each([
	['2026-11-27', '20261127'],
	['20261127', '20261127'],
	['2026-11-27T00:00:00.000+01:00', '20261127'],
	['2026-11-27 14:30', '20261127'],
])('the date %s is %s', (value, wire) => {
	expect(written(order({ date: value }))[0]).toBe(`BEG*00*SA*PO-1**${wire}`);
});

test.each(['27.11.2026', '2026-02-30', '0000-00-00', 'tomorrow', '2026-13-01', 12])(
	'the date %p is refused',
	(value) => {
		expect(() => written(order({ date: value }))).toThrow('date must be a date such as 2026-11-27');
	},
);

test.each([
	['2026-12-01T10:30:00Z', 'DTM*010*20261201*103000*UT'],
	['2026-12-01T10:30+00:00', 'DTM*010*20261201*1030*UT'],
	['2026-12-01T10:30-05:00', 'DTM*010*20261201*1030*20'],
	['2026-12-01T10:30:15.250+12:00', 'DTM*010*20261201*10301525*12'],
	['2026-12-01T10:30[ET]', 'DTM*010*20261201*1030*ET'],
])('the moment %s is %s', (value, wire) => {
	expect(written(order({ dates: { shipRequested: value } }))).toContain(wire);
});

test('a zone that X12 has no code for is refused', () => {
	expect(() => written(order({ dates: { shipRequested: '2026-12-01T10:30+05:30' } }))).toThrow('has an offset');
});

test.each([
	['each', 'EA'],
	['ea', 'EA'],
	['KGM', 'KG'],
	['Pcs', 'PC'],
	['DZ', 'DZ'],
])('the unit %s is %s', (value, wire) => {
	expect(lineOf({ unit: value })).toBe(`PO1*1*1*${wire}*1`);
});

test('a unit that nobody knows is refused with the way out', () => {
	expect(() => lineOf({ unit: 'furlong' })).toThrow('add it to the table of units');
});

describe('tables of the user', () => {
	const tables = { units: { EA: 'STK' }, itemIds: { VP: 'artikel', Z1: 'vendorPart' }, dates: { '002': 'wanted' } };

	test('go before the built-in ones, both ways', () => {
		const form = order(
			{ dates: { wanted: '2026-12-24' } },
			{ unit: 'stk', itemIds: { artikel: 'A', vendorPart: 'B' } },
		);
		const lines = written(form, { tables });
		expect(lines).toEqual(['BEG*00*SA*PO-1**20261127', 'DTM*002*20261224', 'PO1*1*1*EA*1**VP*A*Z1*B', 'CTT*1']);
		expect(read(lines.join('\n'), { tables })).toMatchObject({
			dates: { wanted: '2026-12-24' },
			lines: [{ unit: 'STK', itemIds: { artikel: 'A', vendorPart: 'B' } }],
		});
	});

	test('a name that was given to another code is not the old one any more', () => {
		expect(() => written(order({ dates: { deliveryRequested: '2026-12-24' } }), { tables })).toThrow(
			'dates.deliveryRequested must be a code of X12 or one of',
		);
	});
});

describe('texts', () => {
	test('are of one line, and long descriptions are spread', () => {
		const long = `${'blue ceramic mug with a handle, '.repeat(4)}\r\n\tdishwasher safe`;
		const pieces = written(order({}, { description: long })).filter((line) => line.startsWith('PID'));
		expect(pieces).toEqual([
			'PID*F****blue ceramic mug with a handle, blue ceramic mug with a handle, blue ceramic mug',
			'PID*F****with a handle, blue ceramic mug with a handle, dishwasher safe',
		]);
	});

	test('a long name goes on in N2', () => {
		const name = 'Aurora Retail International Holdings of North America, Incorporated';
		expect(written(order({ parties: { shipTo: { name } } })).slice(1, 3)).toEqual([
			'N1*ST*Aurora Retail International Holdings of North America,',
			'N2*Incorporated',
		]);
	});

	test('a pair of surrogates is never torn', () => {
		const description = `${'x'.repeat(79)}😀y`;
		expect(written(order({}, { description })).filter((line) => line.startsWith('PID'))).toEqual([
			`PID*F****${'x'.repeat(79)}😀`,
			'PID*F****y',
		]);
	});

	test.each([null, undefined, '', '   ', [], {}])('%p is nothing', (value) => {
		expect(written(order({ contract: value, references: value, dates: { shipRequested: value } }))).toEqual(
			written(order()),
		);
	});
});

describe('what the form has no name for', () => {
	const lines = `
		BEG*00*SA*PO-1**20261127*****IBM
		ZAP*A*B
		CSH*SC
		PO1*1*1*EA*1
		MEA*PD*WT*5*LB
		QTY*38*5
		ZZZ*1
		CTT*1`;

	test('stands beside it and is written again where it was', () => {
		const document = read(lines);
		expect(document.otherElements).toEqual({ BEG10: 'IBM' });
		expect(document.otherSegments).toEqual([
			{ id: 'ZAP', elements: ['A', 'B'] },
			{ id: 'CSH', elements: ['SC'] },
		]);
		expect(new Set(written(document))).toEqual(new Set(textOf(segmentsOf(lines))));
		expect(read(written(document).join('\n'))).toEqual(document);
	});

	test('values that no number or date can be are kept as they are', () => {
		const document = read('BEG*00*SA*PO-1**20261399\nPO1*1*1,5*EA*1>2\nCTT*1');
		expect(document).not.toHaveProperty('date');
		expect(document.otherElements).toEqual({ BEG05: '20261399' });
		expect(document.lines).toEqual([{ number: '1', unit: 'EA', otherElements: { PO102: '1,5', PO104: ['1', '2'] } }]);
	});

	test('must be spelt as in X12', () => {
		expect(() => written(order({ otherElements: { BIG07: 'DI' } }))).toThrow(
			'otherElements.BIG07 is not an element here',
		);
		expect(() => written(order({ otherSegments: ['MEA*PD'] }))).toThrow('otherSegments[0] must be a segment such as');
	});
});

describe('what is wrong', () => {
	test('is told all at once, with the place in the form and in X12', () => {
		const form = { ...order({ date: '' }, { quantity: 'x', colour: 'blue' }), numbr: 'y' };
		let caught: unknown;
		try {
			writeDocument(form as never);
		} catch (error) {
			caught = error;
		}
		expect(caught).toBeInstanceOf(EdiError);
		const { code, diagnostics } = caught as EdiError;
		expect(code).toBe('not-writable');
		expect(diagnostics.map(({ segment, element, message }) => [segment, element, message.split(';')[0]])).toEqual([
			[undefined, undefined, 'numbr is not a member here'],
			['BEG', 5, 'date is required'],
			[undefined, undefined, 'lines[0].colour is not a member here'],
			['PO1', 2, 'lines[0].quantity is not a number (it is "x")'],
		]);
	});

	test.each([
		['type must be one of purchaseOrder', { ...order(), type: 'order' }],
		['lines is required', { ...order(), lines: [] }],
		['lines[0] must be an object', { ...order(), lines: ['x'] }],
		['references must be an object', order({ references: 'x' })],
		[
			'lines[0].messages has no place here in this document and version',
			{ ...order({ status: 'accepted' }, { messages: ['x'] }), type: 'purchaseOrderAcknowledgement' },
		],
	] as Array<[string, object]>)('%s', (message, form) => {
		expect(() => writeDocument(form as never)).toThrow(message);
	});

	test('a member that the set does not have is told apart from one that does not exist', () => {
		const change = { ...order({}, { change: 'add', stores: [] }), type: 'purchaseOrderChange' };
		const form = { ...change, lines: [{ ...change.lines[0], acknowledgements: [{ statusCode: 'IA' }] }] };
		expect(() => writeDocument(form as never)).toThrow('lines[0].acknowledgements is not a member here');
	});
});
