import type { INodeProperties } from 'n8n-workflow';

import { datesIn } from '../../../../kit/n8n/dates';
import { attribute } from '../../../../kit/n8n/fields/field';
import { choiceFor } from '../../../../kit/n8n/fields/choice';
import { Parameters } from '../../../../kit/n8n/parameters';
import type { Document } from '../../../../kit/xml/document';

const options = [
	{ name: 'Resolve', value: '1300' },
	{ name: 'Reject', value: '1200' },
	{ name: '1300', value: 'other' },
];
const KIND: INodeProperties = { displayName: 'Kind', name: 'kind', type: 'options', default: '1300', options };
const context = { dates: datesIn('UTC') };

/** The ways in which a choice is read: into a document, as a choice, and as a text. */
const WAYS: Array<[string, (value: unknown) => string | undefined]> = [
	[
		'a field of a document',
		(value) => {
			const document: Document = {};
			attribute('Kind', 'kind', 'Kind', { type: 'options', options }).write?.(document, value, context);
			return document.Kind as string | undefined;
		},
	],
	['a choice', (value) => new Parameters(() => value, context, { properties: [KIND] }).choice('kind')],
	[
		'an option',
		(value) =>
			new Parameters(() => ({ kind: value }), context, {
				properties: [{ displayName: 'More', name: 'more', type: 'collection', default: {}, options: [KIND] }],
			}).option('more', 'kind', undefined),
	],
	['a text', (value) => new Parameters(() => value, context, { properties: [KIND] }).text('kind')],
];

describe.each(WAYS)('%s', (_way, read) => {
	test.each([
		['its value', '1200', '1200'],
		['its value as a number', 1200, '1200'],
		['its name', 'Reject', '1200'],
		['its name in another case, with blanks', ' reject ', '1200'],
		['a value that is the name of another', '1300', '1300'],
	])('%s', (_what, value, expected) => expect(read(value)).toBe(expected));

	test.each([['Rejected'], ['1400'], [true]])('%p is refused', (value) => {
		expect(() => read(value)).toThrow(/^(?:More → )?Kind: ".+" is not a valid choice$/);
	});

	test('what is no choice at all is refused', () =>
		expect(() => read(['1200'])).toThrow(/^(?:More → )?Kind must be one value/));
});

describe('an option', () => {
	const DRY: INodeProperties = { displayName: 'Dry Run', name: 'dryRun', type: 'boolean', default: false };
	const BREAK: INodeProperties = {
		displayName: 'Line Break',
		name: 'lineBreak',
		type: 'options',
		default: '',
		options: [
			{ name: 'None', value: '' },
			{ name: 'LF', value: '\n' },
		],
	};
	const PROPERTIES: INodeProperties[] = [
		{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [DRY, BREAK] },
	];
	const optionOf = (name: string, value: unknown) =>
		new Parameters(() => ({ [name]: value }), context, { properties: PROPERTIES }).option('options', name, 'fallback');

	test.each([
		['dryRun', 'false', false],
		['dryRun', 'yes', true],
		['dryRun', undefined, 'fallback'],
		['lineBreak', '\n', '\n'],
		['lineBreak', 'lf', '\n'],
		['other', ' as it is ', ' as it is '],
	])('%s of %j is %j', (name, value, expected) => expect(optionOf(name, value)).toBe(expected));

	test('a switch that is neither yes nor no is refused', () => {
		expect(() => optionOf('dryRun', 'perhaps')).toThrow(/Dry Run/);
	});
});

test('what is no choice is refused with the choices, and with their names where those say more', () => {
	const choices = [
		{ name: 'Active', value: '10' },
		{ name: 'Pick Up', value: 'PICK_UP' },
		{ name: 'Not Set', value: '' },
	];
	const hint = 'The choices are: 10 (Active), PICK_UP.';
	expect(() => choiceFor('Blocked', choices)).toThrow(expect.objectContaining({ hint }));
});
