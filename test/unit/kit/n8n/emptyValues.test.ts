import { datesIn } from '../../../../kit/n8n/dates';
import { emptyCheck } from '../../../../kit/n8n/emptyValues';
import { attribute, collection, meaning, type Field } from '../../../../kit/n8n/fields/field';
import { repeat } from '../../../../kit/n8n/fields/repeat';
import { Parameters } from '../../../../kit/n8n/parameters';

const CHOICE = { type: 'options' as const, default: 'a', options: [{ name: 'First', value: 'a' }] };
const optional = attribute('Note', 'note', 'Note');
const must = [
	attribute('Number', 'number', 'Number', { required: true }),
	meaning('all of it would be sold', attribute('Quantity', 'quantity', 'Quantity')),
];
const choice = attribute('Kind', 'kind', 'Kind', CHOICE);

const FIELDS: Field[] = [
	...must,
	choice,
	optional,
	collection('More', 'more', 'Add', [...must, choice, optional]),
	repeat('Lines', 'lines', 'Lines.Line', { entry: 'Line', key: 'line', emptyMeans: 'all would be sold' }, [
		...must,
		choice,
		attribute('Required Kind', 'requiredKind', 'RequiredKind', { ...CHOICE, required: true }),
		meaning('more would be sold', attribute('Wide Kind', 'wideKind', 'WideKind', CHOICE)),
		optional,
		collection('More', 'more', 'Add', [...must, choice]),
		repeat('Parts', 'parts', 'Parts.Part', { entry: 'Part', key: 'part' }, [choice]),
	]),
];

/** The refusal of a form in which the named places hold expressions; undefined where none is. */
function refusalOf(values: Record<string, unknown>, ...expressions: string[]): string | undefined {
	const isExpression = (path: string) => expressions.some((one) => path === one || path.startsWith(`${one}.`));
	const parameters = new Parameters((name) => values[name], { dates: datesIn('UTC') }, { isExpression });
	try {
		emptyCheck(FIELDS)(parameters);
		return undefined;
	} catch (error) {
		const { message, hint } = error as { message: string; hint: string };
		return `${message}. ${hint}`;
	}
}

const BLANK = [
	undefined,
	null,
	'',
	' ',
	{ __rl: true, mode: 'code', value: undefined },
	{ __rl: true, mode: 'code', value: ' ' },
];
const LABELS: Record<string, string> = {
	number: 'Number',
	quantity: 'Quantity',
	kind: 'Kind',
	requiredKind: 'Required Kind',
	wideKind: 'Wide Kind',
};

const PLACES: Array<[string, string, (value: unknown) => Record<string, unknown>]> = [];
for (const name of ['number', 'quantity', 'kind']) {
	PLACES.push([name, LABELS[name], (value) => ({ [name]: value })]);
}
for (const name of ['number', 'quantity', 'requiredKind', 'wideKind']) {
	PLACES.push([
		`lines.line.1.${name}`,
		`Lines → Line 2 → ${LABELS[name]}`,
		(value) => ({ lines: { line: [{ [name]: 'x' }, { [name]: value }] } }),
	]);
}
for (const name of ['number', 'quantity']) {
	PLACES.push(
		[`more.${name}`, `More → ${LABELS[name]}`, (value) => ({ more: { [name]: value } })],
		[
			`lines.line.0.more.${name}`,
			`Lines → Line 1 → More → ${LABELS[name]}`,
			(value) => ({ lines: { line: [{ more: { [name]: value } }] } }),
		],
	);
}

describe.each(PLACES)('%s', (path, label, fill) => {
	it.each(BLANK)('left empty by an expression is refused: %j', (value) => {
		expect(refusalOf(fill(value), path)).toMatch(new RegExp(`^${label} is empty: its expression returns nothing. `));
	});

	it.each(BLANK)('left empty by people may be: %j', (value) => expect(refusalOf(fill(value))).toBeUndefined());

	it('may be anything else', () => {
		for (const value of ['x', 0, false]) expect(refusalOf(fill(value), path)).toBeUndefined();
	});
});

test.each(BLANK)('what is optional may be empty, as may a choice in a group or a list: %j', (nothing) => {
	const parts = { part: [{ kind: nothing }] };
	const lines = { line: [{ note: nothing, kind: nothing, more: { kind: nothing }, parts }] };
	const values = { note: nothing, more: { note: nothing, kind: nothing }, lines };
	expect(refusalOf(values, 'note', 'more', 'lines')).toBeUndefined();
});

test.each([
	['the whole list', { lines: undefined }, 'lines'],
	['its entries', { lines: { line: undefined } }, 'lines.line'],
	['a list of none', { lines: { line: [] } }, 'lines.line'],
])('a list without which all is meant is refused if an expression gives none: %s', (_what, values, path) => {
	expect(refusalOf(values, path)).toMatch(/^Lines is empty: .*Without it, all would be sold\./);
	expect(refusalOf(values)).toBeUndefined();
});

test('says what would happen', () => {
	expect(refusalOf({ quantity: '' }, 'quantity')).toContain(
		'Without it, all of it would be sold. Leave the field empty',
	);
	expect(refusalOf({ lines: { line: [{ wideKind: '' }] } }, 'lines')).toContain(
		'more would be sold. Select that choice',
	);
});
