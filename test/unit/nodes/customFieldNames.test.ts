import type { CustomField } from '../../../clients/oms/customFields/field';
import { describedNameOf } from '../../../nodes/IbmSterlingOms/pickers/customFields';

const field = (more: Partial<CustomField>): CustomField => ({
	id: 'Extn.ExtnGift',
	name: 'ExtnGift',
	label: 'Gift',
	type: 'text',
	required: false,
	...more,
});
const allowed = (...values: string[]) => values.map((value) => ({ value, label: `The ${value}` }));

test.each<[Partial<CustomField>, string]>([
	[{}, 'Gift (ExtnGift)'],
	[{ type: 'number' }, 'Gift (ExtnGift) · number'],
	[{ type: 'dateTime' }, 'Gift (ExtnGift) · date'],
	[{ type: 'boolean' }, 'Gift (ExtnGift) · yes or no'],
	[{ options: allowed('A', 'B') }, 'Gift (ExtnGift) · A, B'],
	[{ options: allowed('A', 'B', 'C', 'D', 'E', 'F') }, 'Gift (ExtnGift) · A, B, C, D, E, …'],
	[{ label: 'ExtnGift', type: 'number' }, 'ExtnGift · number'],
])('a custom field whose value is typed beside it says what it takes: %p', (more, name) => {
	expect(describedNameOf(field(more))).toBe(name);
});
