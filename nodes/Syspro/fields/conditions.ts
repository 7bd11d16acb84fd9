import type { INodeProperties } from 'n8n-workflow';

import { choice, entries, text } from '../../../kit/n8n/fields/basic';

/** Conditions on columns of a table; all of them must hold. */
export const conditions = (description: string): INodeProperties =>
	entries('Conditions', 'conditions', description, { entry: 'Condition', key: 'condition' }, [
		text('Column', 'column', 'Name of the column, as spelled in SYSPRO', 'Supplier'),
		choice('Operator', 'operator', 'How to compare', [
			{ name: 'Is', value: 'eq' },
			{ name: 'Is Not', value: 'ne' },
			{ name: 'Is After or More Than', value: 'gt' },
			{ name: 'Is At Least', value: 'ge' },
			{ name: 'Is Before or Less Than', value: 'lt' },
			{ name: 'Is At Most', value: 'le' },
			{ name: 'Contains', value: 'contains' },
			{ name: 'Starts With', value: 'startswith' },
		]),
		text('Value', 'value', 'What to compare with. Codes keep their zeros and their case.', '0000042'),
		choice('Value Is', 'type', 'Type of the column', [
			{ name: 'Text', value: 'text' },
			{ name: 'Number', value: 'number' },
			{ name: 'Date', value: 'date' },
		]),
	]);
