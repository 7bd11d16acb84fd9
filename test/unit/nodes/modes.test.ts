import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';

/** Labels of the modes of every resource locator, inside collections too. */
function modesIn(properties: readonly INodeProperties[]): string[] {
	return properties.flatMap(({ modes = [], options = [] }) => [
		...modes.map(({ displayName }) => displayName),
		...modesIn((options as Array<Partial<INodePropertyCollection>>).flatMap(({ values = [] }) => values)),
		...modesIn((options as INodeProperties[]).filter((option) => 'type' in option)),
	]);
}

test('the labels of modes fit their box: n8n cuts off what is longer', () => {
	const labels = [...new Set(modesIn(new IbmSterlingOms().description.properties))];
	expect(labels.length).toBeGreaterThan(5);
	expect(labels.filter((label) => label.length > 9)).toEqual([]);
});
