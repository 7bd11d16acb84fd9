import type { Field } from '../fields/field';
import type { Identity } from '../fields/identity';
import { nameOf } from '../operations/shared';
import type { Operation, RunContext } from '../operations/types';
import { writtenBy } from './input';
import type { Parameters } from './parameters';

/**
 * Names the document that an item writes to; items that name the same one take turns. Undefined where it has no name,
 * and where its parameters cannot be read: the work on that item says so then.
 */
export function documentOf(operation: Operation, { parameters }: RunContext): string | undefined {
	try {
		return operation.identity ? located(operation.identity, parameters) : byNature(operation, parameters);
	} catch {
		return undefined;
	}
}

function located({ parameter }: Identity, parameters: Parameters): string {
	const { mode, value } = parameters.located(parameter);
	return `${mode === 'list' ? 'key' : mode}:${value}`;
}

/** By the number or ID of a create, or create or update, with what completes it. */
function byNature(operation: Operation, parameters: Parameters): string | undefined {
	const [first, ...others] = operation.type === 'write' ? (operation.names ?? []) : [];
	if (first === undefined) return undefined;
	const named = nameOf([first, ...others], writtenBy(above(operation.fields ?? []), parameters));
	return first in named ? JSON.stringify(named) : undefined;
}

/** The fields above the choice between fields and a whole document: they name the document in both cases. */
function above(fields: readonly Field[]): readonly Field[] {
	const choice = fields.findIndex(({ property }) => property.name === 'inputMode');
	return choice === -1 ? fields : fields.slice(0, choice);
}
