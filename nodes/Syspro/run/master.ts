import { textOf } from '../../../kit/n8n/fields/value';
import { isGiven } from '../../../kit/n8n/given';
import { inField, refuse } from '../../../kit/n8n/refusal';
import type { Result, RunContext } from '../operation';
import { codeIn, objectIn } from './input';
import { postOptionsIn, postRow } from './post';

/** Changes what is given of a supplier or customer; the other fields stay as they are. */
export async function updateEdi(
	kind: 'supplier' | 'customer',
	names: readonly string[],
	{ client, parameters, hint }: RunContext,
): Promise<Result> {
	const code = codeIn(parameters, kind);
	const own = names
		.filter((name) => isGiven(`changes.${name}`, parameters, hint))
		.map((name) => [name, parameters.text(`changes.${name}`)]);
	const other = Object.entries(objectIn(parameters, 'changes.other')).map(([name, value]) => [
		name,
		parameters.field('changes.other', () => inField(name, () => textOf(value, parameters.values) ?? '')),
	]);
	const fields = Object.fromEntries([...own, ...other]) as Record<string, string>;
	if (Object.keys(fields).length === 0) {
		inField(parameters.label('changes'), () => refuse('has nothing to change: add a field'));
	}
	const options = postOptionsIn(parameters);
	const result =
		kind === 'supplier'
			? await client.updateSupplier(code, fields, options)
			: await client.updateCustomer(code, fields, options);
	return [{ ...postRow(result, fields), [kind]: code, changed: fields }];
}
