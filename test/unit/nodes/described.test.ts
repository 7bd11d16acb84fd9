import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';

interface Place {
	way: string;
	property: INodeProperties;
}

/** Every parameter that people see, inside collections too. */
function placesIn(properties: readonly INodeProperties[], before: readonly string[] = []): Place[] {
	return properties.flatMap((property) => {
		const { displayName, type, options = [] } = property;
		const way = [...before, displayName];
		const inner =
			type === 'collection'
				? placesIn(options as INodeProperties[], way)
				: type === 'fixedCollection'
					? (options as INodePropertyCollection[]).flatMap(({ values }) => placesIn(values, way))
					: [];
		return [{ way: way.join(' → '), property }, ...inner];
	});
}

const PLACES = placesIn(new IbmSterlingOms().description.properties);
/** n8n's own, which no node describes, and a notice, which is its own text. */
const shown = PLACES.filter(
	({ property }) => !['resource', 'operation'].includes(property.name) && property.type !== 'notice',
);

test('every parameter says in a sentence what it does', () => {
	expect(shown.length).toBeGreaterThan(400);
	const without = shown.filter(({ property }) => (property.description ?? '').trim() === '');
	expect(without.map(({ way }) => way)).toEqual([]);
});

test('every parameter that is typed has an example', () => {
	const typed = shown.filter(({ property }) => ['string', 'json', 'dateTime'].includes(property.type));
	const without = typed.filter(({ property }) => !/^e\.g\. ./.test(property.placeholder ?? ''));
	expect(without.map(({ way }) => way)).toEqual([]);
	const modes = shown.flatMap(({ way, property }) => (property.modes ?? []).map((mode) => ({ way, mode })));
	const bare = modes.filter(({ mode }) => mode.type === 'string' && !/^e\.g\. ./.test(mode.placeholder ?? ''));
	expect(bare.map(({ way }) => way)).toEqual([]);
});

test('the labels of modes fit their box', () => {
	const labels = shown.flatMap(({ property }) => (property.modes ?? []).map(({ displayName }) => displayName));
	expect([...new Set(labels)].filter((label = '') => label.length > 9)).toEqual(
		['Order No.'].filter((one) => one.length > 9),
	);
});
