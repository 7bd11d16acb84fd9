import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { DATES, DOCUMENT_TYPES, ITEM_IDS } from '../../../../edi/documents';
import { LINE_CHANGES, ORDER_TYPES, PARTIES, PARTY_ID_TYPES, PURPOSES } from '../../../../edi/documents/tables/codes';
import { ACKNOWLEDGEMENT_STATUSES, LINE_STATUSES } from '../../../../edi/documents/statuses';
import { X12 } from '../../../../nodes/X12/X12.node';
import { COLUMNS } from '../../../../nodes/X12/fields/columns';

/** All properties, those inside collections as well. */
function all(some: readonly INodeProperties[]): INodeProperties[] {
	return some.flatMap((property) => {
		if (property.type === 'collection') return [property, ...all(property.options as INodeProperties[])];
		if (property.type !== 'fixedCollection') return [property];
		return [property, ...(property.options as INodePropertyCollection[]).flatMap(({ values }) => all(values))];
	});
}

const parameters = all(new X12().description.properties);

test.each([
	['documentType', [...DOCUMENT_TYPES.keys()]],
	['orderType', Object.values(ORDER_TYPES)],
	['purpose', Object.values(PURPOSES)],
	['role', Object.values(PARTIES)],
	['idType', ['', ...Object.values(PARTY_ID_TYPES)]],
	['change', Object.values(LINE_CHANGES)],
	['status', [...Object.values(ACKNOWLEDGEMENT_STATUSES), ...Object.values(LINE_STATUSES)]],
])('the choices of %s are names of the forms', (name, names) => {
	const found = parameters.filter((property) => property.name === name);
	expect(found.length).toBeGreaterThan(0);
	const values = found.flatMap(({ options }) => (options as Array<{ value: string }>).map(({ value }) => value));
	expect(values.filter((value) => !names.includes(value))).toEqual([]);
});

test('columns of lines are item numbers of the built-in table, and default dates of the date table', () => {
	const itemIds = COLUMNS.flatMap(({ path }) => (path?.startsWith('itemIds.') ? [path.slice('itemIds.'.length)] : []));
	expect(itemIds.filter((name) => !Object.values(ITEM_IDS).includes(name))).toEqual([]);
	expect(Object.values(DATES)).toContain('shipRequested');
});
