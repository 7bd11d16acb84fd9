import type { EdiError } from '../../../../edi';
import { writeDocument, type FormProblem } from '../../../../edi/documents';
import { Problems } from '../../../../edi/documents/mapping/problems';

type Form = Record<string, unknown>;

const head = { number: 'N-1', date: '2026-11-27' };
const item = { quantity: '2', unit: 'EA', itemIds: { vendorPart: 'A' } };

/** A whole form of each type with one line, and the path of the object that has the quantity. */
const FORMS: Record<string, { path: string; form: (line: Form, more?: Form) => Form }> = {
	purchaseOrder: { path: 'lines[0]', form: (line, more) => ({ ...head, lines: [line], ...more }) },
	purchaseOrderChange: {
		path: 'lines[0]',
		form: (line, more) => ({ ...head, lines: [{ change: 'add', ...line }], ...more }),
	},
	purchaseOrderAcknowledgement: {
		path: 'lines[0]',
		form: (line, more) => ({ ...head, status: 'accepted', lines: [line], ...more }),
	},
	purchaseOrderChangeAcknowledgement: {
		path: 'lines[0]',
		form: (line, more) => ({ ...head, status: 'accepted', lines: [{ change: 'add', ...line }], ...more }),
	},
	invoice: { path: 'lines[0]', form: (line, more) => ({ ...head, lines: [{ price: '5', ...line }], ...more }) },
	creditNote: { path: 'lines[0]', form: (line, more) => ({ ...head, lines: [{ price: '5', ...line }], ...more }) },
	shipNotice: {
		path: 'shipment.orders[0].packs[0].items[0]',
		form: (line, more) => ({
			...head,
			shipment: { orders: [{ orderNumber: 'PO-1', packs: [{ items: [line] }] }], ...more },
		}),
	},
	inventoryAdvice: {
		path: 'lines[0].quantities[0]',
		form: ({ itemIds, ...line }, more) => ({ ...head, lines: [{ itemIds, quantities: [line] }], ...more }),
	},
	warehouseShippingOrder: {
		path: 'lines[0].items[0]',
		form: (line, more) => ({ number: 'W-1', lines: [{ items: [line] }], ...more }),
	},
	warehouseShippingAdvice: {
		path: 'lines[0].items[0]',
		form: (line, more) => ({ ...head, parties: { shipTo: { name: 'A' } }, lines: [{ items: [line] }], ...more }),
	},
};
const TYPES = Object.keys(FORMS);
const POSITIVE = ['purchaseOrder', 'warehouseShippingOrder'];
const ANY = ['invoice', 'creditNote', 'inventoryAdvice'];

/** What is wrong with a new document, by path and reason. */
function problemsOf(type: string, line: Form, more?: Form, complete = true): string[] {
	try {
		writeDocument({ ...FORMS[type].form(line, more), type }, { complete });
		return [];
	} catch (error) {
		return ((error as EdiError).diagnostics as FormProblem[]).map(({ path, reason }) => `${path} ${reason}`);
	}
}

test.each(TYPES)('a new %s is whole, and each line must have a quantity', (type) => {
	const { path } = FORMS[type];
	expect(problemsOf(type, item)).toEqual([]);
	for (const quantity of [undefined, null, '', ' ']) {
		expect(problemsOf(type, { ...item, quantity })).toEqual([`${path}.quantity is required`]);
	}
});

test.each(TYPES)('the quantity of a new %s', (type) => {
	const { path } = FORMS[type];
	const positive = POSITIVE.includes(type) ? [`${path}.quantity must be more than 0`] : [];
	const notNegative = ANY.includes(type) ? [] : [`${path}.quantity must be 0 or more`];
	for (const quantity of ['0', 0, '0.00']) expect(problemsOf(type, { ...item, quantity })).toEqual(positive);
	for (const quantity of ['-2', -0.5, '-1e-3'])
		expect(problemsOf(type, { ...item, quantity })).toEqual(positive.length > 0 ? positive : notNegative);
	expect(problemsOf(type, { ...item, quantity: 'two' })).toEqual([`${path}.quantity is not a number`]);
});

test.each(['invoice', 'creditNote'])('a new %s needs units and prices; one of 0 is a price', (type) => {
	expect(problemsOf(type, { ...item, price: '' })).toEqual(['lines[0].price is required']);
	expect(problemsOf(type, { ...item, unit: '' })).toEqual(['lines[0].unit is required']);
	expect(problemsOf(type, { ...item, price: 0 })).toEqual([]);
});

test.each([
	['delete', {}, []],
	['noChange', {}, []],
	['changeDates', {}, []],
	['changePrice', {}, ['price']],
	['PC', {}, ['price']],
	['changePriceAndQuantity', {}, ['quantity', 'price']],
	['increaseQuantity', {}, ['quantity']],
	['decreaseQuantity', { quantity: 0 }, []],
])('a line of a new change: %s %j', (change, more, lacking) => {
	for (const type of ['purchaseOrderChange', 'purchaseOrderChangeAcknowledgement'])
		expect(problemsOf(type, { itemIds: { vendorPart: 'A' }, change, ...more })).toEqual(
			lacking.map((name) => `lines[0].${name} is required`),
		);
});

test.each([
	['charges', [{ kind: 'charge', code: 'D240' }], ['charges[0].amount is required']],
	['charges', [{ kind: 'charge', amount: '5' }], ['charges[0].code is required']],
	['charges', [{ kind: 'charge', code: 'D240', percent: '5' }], []],
	['charges', [{ kind: 'A', code: 'D240' }], ['charges[0].amount is required']],
	['charges', [{ kind: 'N', code: 'D240' }], []],
	['charges', [{ kind: 'N', amount: '5' }], ['charges[0].code is required']],
	['taxes', [{ type: 'ST' }], ['taxes[0].amount is required']],
	['taxes', [{ type: 'ST', percent: '5' }], []],
	['parties', { shipTo: { city: 'Exampleton' } }, ['parties.shipTo.name is required']],
	['parties', { shipTo: [{ name: 'A' }, { name: 'B', id: '1' }] }, ['parties.shipTo[1].idType is required with id']],
	['parties', { shipTo: { name: 'A', idType: 'gln' } }, ['parties.shipTo.id is required with idType']],
	['parties', { shipTo: { idType: 'gln', id: '0012345000058' } }, []],
])('%s of a new order: %j', (name, value, problems) => {
	expect(problemsOf('purchaseOrder', item, { [name]: value })).toEqual(problems);
});

test('a part of the quantity that is confirmed is not negative', () => {
	const confirmed = (quantity: string) => ({ ...item, acknowledgements: [{ statusCode: 'IA', quantity, unit: 'EA' }] });
	expect(problemsOf('purchaseOrderAcknowledgement', confirmed('0'))).toEqual([]);
	expect(problemsOf('purchaseOrderAcknowledgement', confirmed('-1'))).toEqual([
		'lines[0].acknowledgements[0].quantity must be 0 or more',
	]);
});

test('a document that was read is written as it was, but a total is not computed of half a line', () => {
	const bare = { itemIds: { vendorPart: 'A' } };
	expect(problemsOf('purchaseOrder', { ...item, quantity: '-2' }, undefined, false)).toEqual([]);
	expect(problemsOf('purchaseOrder', bare, undefined, false)).toEqual([]);
	expect(problemsOf('invoice', { ...item, price: '' }, undefined, false)).toEqual([
		'lines[0].price is required for the total',
	]);
	expect(problemsOf('invoice', { ...item, price: '' }, { total: '10' }, false)).toEqual([]);
	expect(problemsOf('invoice', { ...bare, price: '' }, undefined, false)).toEqual([]);
});

test('a new ship notice has the time of its date, or midnight', () => {
	const timeOf = (date: string, complete = true) =>
		writeDocument({ ...FORMS.shipNotice.form(item), date, type: 'shipNotice' }, { complete }).transaction.segments[0]
			.elements[3];
	expect(['2026-11-27', '2026-11-27T00:00:00', '2026-11-27T14:30'].map((date) => timeOf(date))).toEqual([
		'0000',
		'000000',
		'1430',
	]);
	expect(() => timeOf('2026-11-27', false)).toThrow('time is required');
});

describe('a blanket order', () => {
	const bare = { unit: 'EA', price: '5', itemIds: { vendorPart: 'A' } };
	test.each(['blanket', 'BK'])('%s may leave quantities to its releases', (orderType) => {
		expect(problemsOf('purchaseOrder', bare, { orderType })).toEqual([]);
		expect(problemsOf('purchaseOrderChange', bare, { orderType })).toEqual([]);
		expect(problemsOf('purchaseOrder', { ...bare, quantity: '0' }, { orderType })).toEqual([
			'lines[0].quantity must be more than 0',
		]);
	});

	test.each(['standAlone', 'release', 'NE', undefined])('%s may not', (orderType) => {
		for (const type of ['purchaseOrder', 'purchaseOrderChange'])
			expect(problemsOf(type, bare, { orderType })).toEqual(['lines[0].quantity is required']);
	});
});

test.each(['invoice', 'creditNote'])('a line of %s may be a text beside others, which is told', (type) => {
	const text = { description: 'Thank you' };
	const [{ itemIds }, priced] = [item, { ...item, price: '5' }];
	const whole = (...lines: Form[]) => ({ ...head, type, lines });
	const { warnings, transaction } = writeDocument(whole(priced, text), { complete: true });
	expect(warnings).toEqual(['lines[1] has no quantity, unit, price or item: it is written as text']);
	expect(transaction.segments.map(({ id }) => id)).toEqual(['BIG', 'IT1', 'IT1', 'PID', 'TDS', 'CTT']);
	for (const more of [{ quantity: '2' }, { unit: 'EA' }, { price: '5' }, { itemIds }])
		expect(() => writeDocument(whole(priced, { ...text, ...more }), { complete: true })).toThrow('is required');
	expect(() => writeDocument(whole(text), { complete: true })).toThrow('is required');
});

test('a problem of a place is noted once, however many there are', () => {
	const problems = new Problems();
	for (let pass = 0; pass < 2; pass++)
		for (let at = 0; at < 20_000; at++) {
			problems.error({ path: `lines[${at}]` }, 'is not a number');
			problems.error({ path: `lines[${at}]` }, pass === 0 ? 'is required' : 'is required with id');
		}
	expect(problems.errors).toHaveLength(40_000);
});
