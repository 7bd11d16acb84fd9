import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { takesNames } from '../../../kit/n8n/fields/names';
import { PARAMETERS } from '../../support/published';

interface Found {
	path: string;
	property: INodeProperties;
}

const isParameter = (entry: object): entry is INodeProperties => 'type' in entry;
const isGroup = (entry: object): entry is INodePropertyCollection => 'values' in entry;

/** Every parameter at every depth, with the way to it. */
function parameters(properties: readonly INodeProperties[], above = ''): Found[] {
	return properties.flatMap((property) => {
		const path = above === '' ? property.displayName : `${above} → ${property.displayName}`;
		const inner = ((property.options ?? []) as object[]).flatMap((entry) => {
			if (isGroup(entry)) return parameters(entry.values, `${path} → ${entry.displayName}`);
			return isParameter(entry) ? parameters([entry], path) : [];
		});
		return [{ path, property }, ...inner];
	});
}

/** Types without a description: a notice is a text of its own. Resource and operation are described by their choices. */
const SILENT = new Set(['notice', 'hidden', 'button', 'callout']);
const isChooser = ({ name }: INodeProperties) => name === 'resource' || name === 'operation';

function undescribed({ property }: Found): boolean {
	if (SILENT.has(property.type) || isChooser(property)) return false;
	return !/\S/.test(property.description ?? '');
}

/** A text that a person types, and no secret, has an example. */
function unexemplified({ property }: Found): boolean {
	const { type, typeOptions, placeholder, default: usual, modes } = property;
	if (type === 'resourceLocator') {
		return (modes ?? []).some((mode) => mode.type === 'string' && !/^e\.g\. \S/.test(mode.placeholder ?? ''));
	}
	if (type !== 'string' && type !== 'json') return false;
	if (typeOptions?.password && !typeOptions.rows) return false;
	if (usual !== '' && usual !== undefined) return false;
	return !/^e\.g\. \S/.test(placeholder ?? '');
}

describe.each(PARAMETERS)('$name', ({ properties }) => {
	const all = parameters(properties);
	const pathsOf = (found: Found[]) => [...new Set(found.map(({ path }) => path))];

	it('describes every parameter', () => {
		expect(pathsOf(all.filter(undescribed))).toEqual([]);
	});

	it('has an example in every field that is typed in', () => {
		expect(pathsOf(all.filter(unexemplified))).toEqual([]);
	});

	it('says of every text that takes several names that it does, and of no other', () => {
		const texts = all.filter(({ property }) => property.type === 'string');
		const saysSo = ({ property }: Found) => /\bcomma-separated\b/i.test(property.description ?? '');
		expect(pathsOf(texts.filter((found) => saysSo(found) !== takesNames(found.property)))).toEqual([]);
	});

	it('describes every choice in a menu with more than the name', () => {
		const same = all.filter(({ property }) =>
			((property.options ?? []) as INodePropertyOptions[]).some(
				({ name, description }) => description !== undefined && description.trim() === name,
			),
		);
		expect(pathsOf(same)).toEqual([]);
	});
});
