import type { INodeProperties } from 'n8n-workflow';

import { datesIn } from '../../../../kit/n8n/dates';
import { date, flag, json, names, number, options, text } from '../../../../kit/n8n/fields/basic';
import { steering } from '../../../../kit/n8n/fields/field';
import { ANY_NUMBER } from '../../../../kit/n8n/fields/number';
import { expressionsIn } from '../../../../kit/n8n/parameterReader';
import { Parameters } from '../../../../kit/n8n/parameters';
import { steeringCheck } from '../../../../kit/n8n/steering';

const FIELDS = [
	steering(text('Name', 'name', 'A name', 'A')),
	steering(names('Names', 'names', 'names', 'A, B')),
	steering(text('Document', 'document', 'A document', 'ISA*00', { typeOptions: { rows: 4 } })),
	steering(number('Count', 'count', 'How many')),
	steering(number('Change', 'change', 'How many more', { typeOptions: { minValue: -10 } })),
	steering(date('Until', 'until', 'When it ends')),
	options(flag('Dry Run', 'dryRun', 'Whether to send nothing'), json('Body', 'body', 'What to send')),
];

/** Checks one value, which an expression gives. */
function check(name: string, value: unknown, numbers = {}): void {
	const given = { [name]: '={{ $json.value }}' };
	const properties: INodeProperties[] = FIELDS.map(({ property }) => property);
	const facts = { properties, isExpression: expressionsIn(given as never) };
	const parameters = new Parameters((one) => (one === name ? value : undefined), { dates: datesIn('UTC') }, facts);
	steeringCheck(FIELDS, numbers)(parameters);
}

test.each<[string, unknown, string]>([
	['name', { a: 1 }, 'Name must be one value, got an object'],
	['name', ['a', 'b'], 'Name must be one value, got a list'],
	['names', ['a', { b: 1 }], 'Names has an entry that is not a name'],
	['count', '1,234', 'Count must be a number of 0 or more without a fraction, got "1,234"'],
	['count', -1, 'Count must be a number of 0 or more'],
	['change', -11, 'Change must be a number of -10 or more'],
	['until', '28/11/2026', 'Until: "28/11/2026" is not a date'],
	['options', { dryRun: 'maybe' }, 'Options → Dry Run must be yes or no'],
	['options', { body: '{' }, 'Options → Body is not valid JSON'],
	['options', 'dryRun', 'Options must be an object'],
])('%s: %j is refused', (name, value, message) => {
	expect(() => check(name, value)).toThrow(message);
});

test.each<[string, unknown]>([
	['name', 42],
	['name', ' '],
	['names', ['a', null, 7]],
	['names', 'a, b'],
	['document', { a: 1 }],
	['change', -10],
	['until', new Date(0)],
	['options', { dryRun: 'no', body: '<Order/>' }],
	['options', { dryRun: 1, body: { a: 1 } }],
])('%s: %j passes', (name, value) => {
	expect(() => check(name, value)).not.toThrow();
});

test('a product may have numbers below 0 and with a fraction', () => {
	expect(() => check('count', -1.5, ANY_NUMBER)).not.toThrow();
	expect(() => check('change', -11, ANY_NUMBER)).toThrow('Change must be a number of -10 or more, got -11');
	expect(() => check('count', 'many', ANY_NUMBER)).toThrow('Count must be a number, got "many"');
});
