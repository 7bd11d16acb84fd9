import { writeDocument } from '../../../edi/documents';
import type { Row } from '../../../kit/n8n/items';
import { openChoice } from '../fields/openChoices';
import type { RunContext } from '../operation';
import { formOf } from './form';
import { inFormWords } from './formWords';
import { tablesOf } from './tables';
import { optionOf } from './optionOf';

/** A transaction set, ready for an interchange. */
export async function createDocument(context: RunContext): Promise<Row[]> {
	const { parameters, hint } = context;
	const settled = formOf(context);
	const { form } = settled;
	const options = {
		tables: tablesOf(parameters),
		version: openChoice(parameters, 'options.version'),
		complete: parameters.text('inputMode') !== 'json',
		childCodes: optionOf(parameters, 'childCodes', true),
		hashTotal: optionOf(parameters, 'hashTotal', false),
		orderTotal: optionOf(parameters, 'orderTotal', false),
		negativeCredits: optionOf(parameters, 'negativeCredits', false),
	};
	const write = () => writeDocument(form, options);
	const { transaction, functionalId, warnings } = settled.entered.size > 0 ? inFormWords(settled, write) : write();
	for (const warning of warnings) hint(`${String(form.number)}: ${warning}`);
	const { id: set, segments } = transaction;
	return [{ type: form.type, set, functionalId, number: form.number, transaction: { id: set, segments }, warnings }];
}
