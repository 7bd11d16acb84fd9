import { writeDocument } from '../../../edi/documents';
import type { Row } from '../../../kit/n8n/items';
import type { RunContext } from '../operation';
import { formOf } from './form';
import { tablesOf } from './tables';

/** A transaction set, ready for an interchange. */
export async function createDocument({ parameters, hint }: RunContext): Promise<Row[]> {
	const form = formOf(parameters);
	const { transaction, functionalId, warnings } = writeDocument(form, {
		tables: tablesOf(parameters),
		version: parameters.option('options', 'version', '004010'),
		complete: parameters.text('inputMode') !== 'json',
		childCodes: parameters.option('options', 'childCodes', true),
		hashTotal: parameters.option('options', 'hashTotal', false),
		orderTotal: parameters.option('options', 'orderTotal', false),
		negativeCredits: parameters.option('options', 'negativeCredits', false),
	});
	for (const warning of warnings) hint(`${String(form.number)}: ${warning}`);
	const { id: set, segments } = transaction;
	return [{ type: form.type, set, functionalId, number: form.number, transaction: { id: set, segments }, warnings }];
}
