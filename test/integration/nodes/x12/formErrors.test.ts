import { CREATE, runX12, rowsOf, written } from '../../../support/x12';

const NOTHING = '={{ $json.nothing }}';
const line = { vendorPart: 'MUG-BLUE', quantity: '2', unit: 'EA', price: '9.90' };
const base = { ...CREATE, number: 'N-1', date: '2026-11-27', parties: { row: [{ role: 'shipTo', name: 'Aurora' }] } };
const ofLines = (...lines: object[]) => ({ ...base, lines: { line: lines } });

/** Message and advice of the error that a form gives. */
async function errorOf(parameters: object, input?: Array<Record<string, unknown>>) {
	const { error } = await runX12(parameters as never, { input });
	return { message: error?.message, hint: (error as { description?: string } | undefined)?.description ?? '' };
}

const TYPES = [
	['purchaseOrder', {}],
	['purchaseOrderChange', { change: 'add' }],
	['purchaseOrderAcknowledgement', {}],
	['purchaseOrderChangeAcknowledgement', { change: 'add' }],
	['invoice', {}],
	['creditNote', {}],
	['shipNotice', { orderNumber: 'PO-1', sscc: '10614141192837465', palletSscc: '10614141192837468' }],
	['inventoryAdvice', {}],
	['warehouseShippingOrder', {}],
	['warehouseShippingAdvice', { sscc: '10614141192837465' }],
] as Array<[documentType: string, more: object]>;

describe.each(TYPES)('the lines of a form: %s', (documentType, more) => {
	const form = (changed: object) => ({
		...ofLines({ ...line, ...more }, { ...line, ...more, ...changed }),
		documentType,
	});

	test('can be written', async () => {
		expect(await written(form({}))).not.toEqual([]);
	});

	test.each([
		['two', '"two" is not a number', 'Use digits with a point for decimals'],
		['1,5', '"1,5" must have a point for the decimals, e.g. 1234.5', ''],
		['', 'is required', ''],
		[NOTHING, 'is empty: its expression returns nothing', 'Check the expression and the item.'],
		[['={{ ["1"] }}'][0], 'must be one value, got a list', 'Select one member of it in the expression.'],
	])('name the field, once: quantity %j', async (quantity, what, hint) => {
		const { message, hint: found } = await errorOf(form({ quantity }));
		const text = what.startsWith('"1,5"') ? 'must have a point for the decimals, e.g. 1234.5, got "1,5"' : what;
		expect(message).toBe(`Lines → Line 2 → Quantity${text.startsWith('"') ? ':' : ''} ${text}`);
		expect(found).toContain(hint);
		expect(found).not.toMatch(/also reported|form-invalid|Line 2/);
	});
});

const OF_LINES: Array<[documentType: string, changed: object, message: string]> = [
	['invoice', { price: NOTHING }, 'Lines → Line 1 → Unit Price is empty: its expression returns nothing'],
	['invoice', { price: '' }, 'Lines → Line 1 → Unit Price is required'],
	['purchaseOrder', { price: NOTHING }, 'Lines → Line 1 → Unit Price is empty: its expression returns nothing'],
	['purchaseOrder', { unit: NOTHING }, 'Lines → Line 1 → Unit is empty: its expression returns nothing'],
	['purchaseOrder', { unit: 'dozen box' }, 'Lines → Line 1 → Unit: "dozen box" is not a unit of X12'],
	['purchaseOrder', { vendorPart: NOTHING }, 'Lines → Line 1 → Vendor Part is empty: its expression returns nothing'],
	['purchaseOrder', { gtin: '123' }, 'Lines → Line 1 → GTIN: "123" is not a GTIN of 12, 13 or 14 digits'],
	['purchaseOrder', { quantity: '0' }, 'Lines → Line 1 → Quantity must be more than 0, got "0"'],
	['purchaseOrderChange', { quantity: '-1' }, 'Lines → Line 1 → Quantity must be 0 or more, got "-1"'],
	['purchaseOrderChange', { change: NOTHING }, 'Lines → Line 1 → Change is empty: its expression returns nothing'],
	['purchaseOrderChange', { change: 'changePrice', price: NOTHING }, 'Lines → Line 1 → Unit Price is empty: its'],
	[
		'purchaseOrderChange',
		{ change: 'sometimes' },
		'Lines → Line 1 → Change must be a code of X12 or one of add, change',
	],
	['purchaseOrderAcknowledgement', { status: NOTHING }, 'Lines → Line 1 → Status is empty: its expression'],
	['purchaseOrderAcknowledgement', { status: 'maybe' }, 'Lines → Line 1 → Status must be one of accepted, backOrdered'],
	['purchaseOrderAcknowledgement', { confirmedQuantity: 'x' }, 'Lines → Line 1 → Confirmed Quantity: "x" is not a'],
	['purchaseOrderAcknowledgement', { shipDate: '1.12.2026' }, 'Lines → Line 1 → Ship Date: "1.12.2026" is not a date'],
	['shipNotice', { sscc: '106141411928374650' }, 'Lines → Line 1 → Carton SSCC-18: "106141411928374650" has a wrong'],
	['shipNotice', { palletSscc: '1' }, 'Lines → Line 1 → Pallet SSCC-18 must be an SSCC of 18 digits'],
	['shipNotice', { orderNumber: NOTHING }, 'Lines → Line 1 → Order Number is empty: its expression returns nothing'],
	['inventoryAdvice', { vendorPart: '' }, 'Lines → Line 1: fill in Vendor Part or Buyer Part'],
	['inventoryAdvice', { quantityType: NOTHING }, 'Lines → Line 1 → Quantity Type is empty: its expression'],
];

test.each(OF_LINES)('%s %j', async (documentType, changed, message) => {
	const whole = { ...line, status: 'accepted', change: 'add', quantityType: 'onHand' };
	expect((await errorOf({ ...ofLines({ ...whole, ...changed }), documentType })).message).toContain(message);
});

const HEADS: Array<[what: object, message: string]> = [
	[{ number: NOTHING }, 'Order Number is empty: its expression returns nothing'],
	[{ documentType: 'invoice', number: NOTHING }, 'Invoice Number is empty: its expression returns nothing'],
	[{ number: ' ' }, 'Order Number is required'],
	[{ date: NOTHING }, 'Date is empty: its expression returns nothing'],
	[{ date: '11/27/2026' }, 'Date must be a date such as 2026-11-27, got "11/27/2026"'],
	[{ date: 46353 }, 'Date must be a date such as 2026-11-27, got "46353"'],
	[{ lines: {} }, 'Lines is empty: add a line'],
	[{ documentType: 'shipNotice', lines: {} }, 'Lines is empty: add a line'],
	[{ documentType: 'warehouseShippingAdvice', parties: {} }, 'Parties is empty: add a party'],
	[{ documentType: NOTHING }, 'Document Type is empty: its expression returns nothing'],
	[{ documentType: 'order' }, 'Document Type: "order" is not a valid choice'],
];

test('a number of Excel in place of a date is named as one', async () => {
	expect((await errorOf({ ...ofLines(line), date: 46353 })).hint).toContain('an Excel date, 2026-11-27');
});

test.each(HEADS)('a form with %j', async (changed, message) => {
	expect((await errorOf({ ...ofLines(line), ...changed })).message).toContain(message);
});

const ADDED: Array<[parties: object[] | undefined, more: object, message: string]> = [
	[[{ role: NOTHING, name: 'A' }], {}, 'Parties → Party 1 → Role is empty: its expression returns nothing'],
	[[{ role: 'shipTo', name: '', city: 'Exampleton' }], {}, 'Parties → Party 1 → Name is required'],
	[
		[
			{ role: 'shipTo', name: 'A' },
			{ role: 'shipTo', name: 'B', id: '1' },
		],
		{},
		'Parties → Party 2 → ID Type is required with ID',
	],
	[[{ role: 'somebody', name: 'A' }], {}, 'Parties → Party 1'],
	[[{ role: 'shipTo', name: NOTHING, city: 'X' }], {}, 'Parties → Party 1 → Name is empty: its expression returns'],
	[
		undefined,
		{ charges: { row: [{ kind: NOTHING, code: 'D240', amount: '5' }] } },
		'Additional Fields → Charges and Allowances → Charge 1 → Kind is empty: its expression returns nothing',
	],
	[undefined, { currency: 'dollar' }, 'Additional Fields → Currency must be a three-letter currency code'],
	[undefined, { total: 'x' }, 'Additional Fields → Total: "x" is not a number'],
	[
		undefined,
		{
			dates: {
				row: [
					{ type: 'shipped', value: '2026-11-27' },
					{ type: 'shipped', value: 'soon' },
				],
			},
		},
		'Additional Fields → Dates → Date 2 → Date must be a date such as 2026-11-27, got "soon"',
	],
	[
		undefined,
		{ dates: { row: [{ type: NOTHING, value: '2026-11-27' }] } },
		'Additional Fields → Dates → Date 1 → Type is empty: its expression returns nothing',
	],
	[
		undefined,
		{ references: { row: [{ type: '', value: 'X' }] } },
		'Additional Fields → References → Reference 1 → Type is required',
	],
	[
		undefined,
		{ charges: { row: [{ kind: 'charge', code: 'D240', amount: NOTHING }] } },
		'Additional Fields → Charges and Allowances → Charge 1 → Amount is empty: its expression returns nothing',
	],
	[
		undefined,
		{
			charges: {
				row: [
					{ kind: 'charge', code: 'D240', amount: '5' },
					{ kind: 'charge', code: 'D240', amount: '5 USD' },
				],
			},
		},
		'Additional Fields → Charges and Allowances → Charge 2 → Amount: "5 USD" is not a number',
	],
	[
		undefined,
		{ taxes: { row: [{ type: 'ST', amount: '', percent: NOTHING }] } },
		'Additional Fields → Taxes → Tax 1 → Amount is required',
	],
	[
		undefined,
		{ paymentTerms: { row: [{ type: '01', basis: '3', netDays: '30.5' }] } },
		'Additional Fields → Payment Terms → Terms 1 → Net Days must be a whole number, got "30.5"',
	],
	[
		undefined,
		{ other: '{"notes": [{"mesages": "x"}]}' },
		'Additional Fields → Other Members → notes[0].mesages is not a',
	],
];

test.each(ADDED)('parties %j and more: %j', async (parties, more, message) => {
	const given = { ...ofLines(line), documentType: 'invoice', additionalFields: more };
	const form = parties ? { ...given, parties: { row: parties } } : given;
	expect((await errorOf(form)).message).toContain(message);
});

describe('lines of a list', () => {
	const column = ['vendorPart', 'quantity', 'unit', 'price'].map((name) => ({ target: name, source: name }));
	const form = { ...base, documentType: 'invoice', lineSource: 'list', lineList: '={{ $json.lines }}' };

	test.each([
		[{ quantity: '' }, 'List of Lines → entry 2 → Quantity is required'],
		[{ quantity: null }, 'List of Lines → entry 2 → Quantity is required'],
		[{ price: null }, 'List of Lines → entry 2 → Unit Price is required'],
		[{ quantity: 'two' }, 'List of Lines → entry 2 → Quantity: "two" is not a number'],
		[{ quantity: { a: 1 } }, 'List of Lines → entry 2'],
		[{ quantity: undefined }, 'List of Lines, entry 2, has no field "quantity". It has vendorPart, unit, price.'],
	])('%j', async (changed, message) => {
		const lines = [line, JSON.parse(JSON.stringify({ ...line, ...changed })) as object];
		const { message: found } = await errorOf({ ...form, lineMapping: { column } }, [{ lines }]);
		expect(found).toContain(message);
	});

	test('members of the business form keep their names', async () => {
		const lines = [{ ...line, charges: [{ kind: 'charge', code: 'D240', amount: 'x' }] }];
		const { message } = await errorOf(form, [{ lines }]);
		expect(message).toBe('List of Lines → entry 1 → charges[0].amount: "x" is not a number');
	});

	test('the item keeps its own lines', async () => {
		const lines = [{ ...line, itemIds: { sku: 'S-1' } }];
		const finished = await runX12(form as never, { input: [{ lines }] });
		expect(finished.error).toBeUndefined();
		expect(lines).toEqual([{ ...line, itemIds: { sku: 'S-1' } }]);
	});
});

test('several problems are all told, each once', async () => {
	const { message, hint } = await errorOf({
		...ofLines({ ...line, quantity: 'two' }, { ...line, quantity: -1, price: 'free' }, { ...line, unit: '?' }),
		documentType: 'purchaseOrder',
	});
	expect(message).toBe(
		'Lines → Line 2 → Quantity must be more than 0, got "-1"; Lines → Line 1 → Quantity: "two" is not a number; ' +
			'Lines → Line 2 → Unit Price: "free" is not a number; Lines → Line 3 → Unit: "?" is not a unit of X12 (two ' +
			'characters, e.g. EA); add it to the table of units',
	);
	expect(hint).toBe('Use digits with a point for decimals, such as 9.90, and no currency.');
});

test('JSON keeps the paths of the document, once', async () => {
	const document = {
		number: 'SH-1',
		date: '2026-11-27T10:00',
		shipment: { orders: [{ items: [{ quantity: 'two' }] }] },
	};
	const parameters = { ...CREATE, documentType: 'shipNotice', inputMode: 'json', document: JSON.stringify(document) };
	expect(await errorOf(parameters)).toEqual({
		message:
			'The document (856) cannot be written: shipment.orders[0].items[0].quantity is not a number (it is "two"); ' +
			'shipment.orders[0].items[0].unit is required',
		hint: '',
	});
});

test('optional entries whose value is empty are left out, and a hint says so', async () => {
	const dates = {
		row: [
			{ type: 'cancelAfter', value: NOTHING },
			{ type: 'shipRequested', value: '2026-12-01' },
		],
	};
	const finished = await runX12({ ...ofLines(line), additionalFields: { dates } } as never);
	expect(finished.error).toBeUndefined();
	expect(JSON.stringify(finished.json('X12'))).toContain('["010","20261201"]');
	expect(finished.hints('X12')).toEqual(['Additional Fields → Dates → Date 1 is left out, because it is empty.']);
});

test('blanks around values are no part of them, and choices can be what the editor calls them', async () => {
	const rows = await rowsOf({
		...ofLines({ ...line, vendorPart: ' MUG-BLUE ', quantity: ' 2 ', unit: ' ea ' }),
		number: ' N-1\n',
		date: ' 2026-11-27 ',
		parties: { row: [{ role: 'Ship To', name: ' Aurora ', idType: 'GLN (UL)', id: '0012345000058' }] },
		additionalFields: { purpose: 'DUPLICATE' },
	} as never);
	const { segments } = rows[0].transaction as { segments: Array<{ id: string; elements: string[] }> };
	expect(segments.map(({ id, elements }) => [id, ...elements].join('*'))).toEqual([
		'BEG*07*SA*N-1**20261127',
		'N1*ST*Aurora*UL*0012345000058',
		'PO1*1*2*EA*9.9**VP*MUG-BLUE',
		'CTT*1',
	]);
});

test('stock may be 0 or less, and a credit note may take back', async () => {
	const quantities = ['0', '-3'].map((quantity) => ({ vendorPart: 'A', quantityType: 'onHand', quantity, unit: 'EA' }));
	expect(await written({ ...ofLines(...quantities), documentType: 'inventoryAdvice' })).toContain('QTY*17*-3*EA');
	expect(await written({ ...ofLines({ ...line, quantity: '-2' }), documentType: 'creditNote' })).toContain('TDS*-1980');
});

test.each(['2026-11-27T00:00:00', '2026-11-27T00:00:00.000', '2026-11-27', '2026-11-27T00:00:00.000+01:00'])(
	'a ship notice of %s needs no time of its own',
	async (date) => {
		const [first] = await written({ ...ofLines({ ...line, orderNumber: 'PO-1' }), documentType: 'shipNotice', date });
		expect(first).toMatch(/^BSN\*00\*N-1\*20261127\*0000(00)?\*0004$/);
	},
);
