import type { INodeParameters, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { fieldsOf } from '../../../kit/n8n/catalogue';
import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import type { Operation } from '../../../nodes/IbmSterlingOms/operation';
import { Bench } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

/** A parameter of an operation, inside collections too: its labels, and how to fill it in. */
interface Place {
	labels: string[];
	property: INodeProperties;
	isSteering: boolean;
	fill: (value: unknown) => INodeParameters;
}

function placesIn(properties: readonly INodeProperties[], isSteering: boolean): Place[] {
	return properties.flatMap((property): Place[] => {
		const { displayName, name, options = [] } = property;
		const inside = (places: Place[], ...wrap: string[]) =>
			places.map((place) => ({
				...place,
				labels: [displayName, ...wrap, ...place.labels],
				fill: (value: unknown) => place.fill(value),
			}));
		const shown = Object.entries(property.displayOptions?.show ?? {}).filter(([other]) => !/^[/@]/.test(other));
		const needed = {
			...Object.fromEntries(shown.map(([other, values]) => [other, values?.[0]])),
			...(property.displayOptions?.hide?.output ? { output: 'summary' } : {}),
		};
		if (property.type === 'collection') {
			return inside(placesIn(options as INodeProperties[], isSteering)).map((place) => ({
				...place,
				fill: (value) => ({ [name]: place.fill(value) }),
			}));
		}
		if (property.type === 'fixedCollection') {
			return (options as INodePropertyCollection[]).flatMap((group) =>
				inside(
					placesIn(group.values, isSteering),
					...(property.typeOptions?.multipleValues ? [`${group.displayName} 1`] : []),
					...(options.length > 1 ? [group.displayName] : []),
				).map((place) => ({
					...place,
					fill: (value: unknown) => {
						const entry = { ...requiredOf(group.values), ...place.fill(value) };
						const isList = property.typeOptions?.multipleValues === true;
						return { ...needed, [name]: { [group.name]: isList ? [entry] : entry } } as INodeParameters;
					},
				})),
			);
		}
		const fill = (value: unknown) => ({ ...needed, [name]: value }) as INodeParameters;
		return [{ labels: [displayName], property, isSteering, fill }];
	});
}

/** What n8n demands to be filled in. */
function requiredOf(properties: readonly INodeProperties[]): INodeParameters {
	return Object.fromEntries(
		properties
			.filter(({ required, displayOptions }) => required && isShown(displayOptions?.show, properties))
			.map(({ name, type, modes = [] }) => {
				const mode = modes.find((one) => one.type !== 'list')?.name ?? 'key';
				return [name, type === 'resourceLocator' ? locate(mode, '1') : '1'];
			}),
	);
}

/** Whether a parameter is shown while the others are as they are at first. */
function isShown(show: object = {}, among: readonly INodeProperties[]): boolean {
	return Object.entries(show as Record<string, unknown[]>).every(([name, values]) =>
		values.includes(among.find((property) => property.name === name)?.default),
	);
}

/** Enough to run the operation: what it requires, and the document by its natural key. */
function usual(operation: Operation): INodeParameters {
	const { identity } = operation;
	return {
		...requiredOf(fieldsOf(operation).map(({ property }) => property)),
		...(operation.value === 'cancelLines' ? { lines: { line: [{ primeLineNo: '1' }] } } : {}),
		...(identity?.parameter === 'organization' ? { organization: locate('code', 'X') } : {}),
		...(operation.value === 'batch'
			? { calls: { call: [{ type: 'api', name: 'getOrderList', document: '{}' }] } }
			: {}),
		...(operation.value === 'executeService' ? { rootElement: 'Order' } : {}),
	};
}

const PLACES = RESOURCES.flatMap(({ value: resource, operations }) =>
	operations.flatMap((operation) =>
		fieldsOf(operation).flatMap((field) =>
			placesIn([field.property], !field.write).map((place) => ({ resource, operation, ...place })),
		),
	),
);

type Found = (typeof PLACES)[number];

function filledIn({ resource, operation, fill }: Found, value: unknown): INodeParameters {
	const filled = fill(value);
	const options =
		operation.kind === 'write' ? { options: { dryRun: true, queueName: 'QUEUE', ...(filled.options as object) } } : {};
	return { ...usual(operation), resource, operation: operation.value, ...filled, ...options };
}

/** What each value comes to that an expression gives. One run for all: an item that fails stops no other. */
async function refusalsOf(place: Found, values: unknown[]): Promise<unknown[]> {
	const value = '={{ $json.value }}';
	const isLocator = place.property.type === 'resourceLocator';
	const parameters = filledIn(place, isLocator ? { __rl: true, mode: 'code', value } : value);
	const input = values.map((given) => ({ value: given }));
	const { json } = await bench.runNode(parameters, { input, node: { onError: 'continueRegularOutput' } });
	return json('Sterling').map(({ error }) => error ?? 'it was taken');
}

const label = ({ resource, operation, labels }: Found) => `${resource}:${operation.value} ${labels.join(' → ')}`;
const of = (type: INodeProperties['type']) =>
	PLACES.filter(({ property }) => property.type === type).map((place) => [label(place), place] as const);

describe('what an expression may give for', () => {
	it.each(of('boolean'))('%s: neither yes nor no is refused by name', async (_label, place) => {
		const name = place.labels.join(' → ');
		expect(await refusalsOf(place, ['maybe', [true]])).toEqual([
			`${name} must be yes or no, got "maybe"`,
			expect.stringContaining(name),
		]);
	});

	it.each(of('number'))('%s: no number is refused by name', async (_label, place) => {
		const values = ['many', 0, -1, 2.5, '1,000'];
		const refusal = new RegExp(`^${place.labels.join(' → ').replace(/[()]/g, '\\$&')} must be a number`);
		expect(await refusalsOf(place, values)).toEqual(values.map(() => expect.stringMatching(refusal)));
	});

	it.each(of('dateTime'))('%s: no date is refused by name', async (_label, place) => {
		expect(await refusalsOf(place, ['yesterday'])).toEqual([`${place.labels.join(' → ')}: "yesterday" is not a date`]);
	});

	const choices = of('options').filter(([, { labels }]) => !/^(Conditions|Sort)$/.test(labels[0]));
	it.each(choices)('%s: another choice is refused by name', async (_label, place) => {
		// What an operation has no use for is not read: a limit's choice without a limit, for instance.
		const { message } = await bench.refused(filledIn(place, 'no such choice'));
		expect(message).toMatch(/"no such choice" is not a valid choice$|Output "no such choice" does not exist/);
	});

	it.each(of('resourceLocator').filter(([, { labels }]) => !/Custom Field/.test(labels.join())))(
		'%s: a list and an object are refused',
		async (_label, place) => {
			const refusal = /must be one (key, number or code|value), got (a list|an object)$/;
			expect(await refusalsOf(place, [['A', 'B'], { OrderNo: 'A' }])).toEqual([
				expect.stringMatching(refusal),
				expect.stringMatching(refusal),
			]);
		},
	);
});
