import type { Document } from '../../../../kit/xml/document';
import { readOutput } from '../../documents/output';
import type { Row } from '../../../../kit/n8n/items';
import type { GetOperation, RunContext } from '../../operation';
import { buildInput } from '../input';
import { addStatusNames } from './statusNames';
import { findOne } from '../exactlyOne';
import { sayMissing } from '../knownNames';
import { nounOf, withCapital } from '../../documents/noun';
import { sayUnreturned } from '../unreturned';

/** Reads the one document that the identity names. */
export async function runGet(operation: GetOperation, context: RunContext): Promise<Row[]> {
	const { result } = operation;
	const { entity } = result;
	const { request, toRow, own } = readOutput(result, context);
	await sayMissing(entity, context);
	const input = await buildInput(operation, context);
	const mayBeMissing = context.parameters.choice('options.whenNothingFound', 'fail') === 'continue';
	const what = withCapital(nounOf(operation).replace(/^an? /, ''));
	const wanted = { input, more: readFrom(context), request, what };
	const found = await findOne(entity, wanted, context, mayBeMissing);
	const rows = found ? [toRow(found)] : [];
	sayUnreturned(own, rows, context);
	return await addStatusNames(rows, entity, input, context);
}

/** ReadFromHistory of the Options, where the user chose it. */
export function readFrom({ parameters }: RunContext): Document {
	const choice = parameters.choice('options.readFromHistory', 'N');
	return choice === 'N' ? {} : { ReadFromHistory: choice };
}
