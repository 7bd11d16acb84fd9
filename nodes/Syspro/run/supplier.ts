import { inField, refuse } from '../../../kit/n8n/refusal';
import type { Result, RunContext } from '../operations/types';
import { codeIn, objectIn } from './input';
import { postOptionsIn, postRow } from './post';

const FIELDS = ['EdiReceiverCode', 'EdiTypeFlag', 'EdiFax', 'Email'];

/** Changes what is given of a supplier; the other fields stay as they are. */
export async function updateEdi({ client, parameters }: RunContext): Promise<Result> {
	const supplier = codeIn(parameters, 'supplier');
	const given = (parameters.raw('changes') ?? {}) as Record<string, unknown>;
	const own = FIELDS.filter((name) => name in given).map((name) => [name, parameters.text(`changes.${name}`)]);
	const other = Object.entries(objectIn(parameters, 'changes.other')).map(([name, value]) => [name, String(value)]);
	const fields = Object.fromEntries([...own, ...other]) as Record<string, string>;
	if (Object.keys(fields).length === 0) {
		inField(parameters.label('changes'), () => refuse('has nothing to change: add a field'));
	}
	const result = await client.updateSupplier(supplier, fields, postOptionsIn(parameters));
	return [{ ...postRow(result, fields), supplier, changed: fields }];
}
