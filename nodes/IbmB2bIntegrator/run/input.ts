import { inField } from '../../../kit/n8n/refusal';
import { objectOf } from '../../../kit/n8n/jsonValue';
import { isRecord } from '../../../kit/record';
import type { Row } from '../../../clients/b2bi';
import type { RunContext } from '../operation';

type Reader = Pick<RunContext, 'parameters'>;

/** A JSON object that was typed or mapped; empty where there is none. @throws Refusal */
export const objectIn = (value: unknown, label: string): Row => inField(label, () => objectOf(value)) ?? {};

/**
 * The attributes of a record: parameters of their own, then those of the collection, then further ones as JSON, which win.
 * Empty values are left out, except in the JSON. Lists of the editor stay lists.
 */
export function bodyOf({ parameters }: Reader, names: readonly string[]): Row {
	const own = names.map((name): [string, unknown] => [name, plainOf(parameters.raw(name))]);
	const { additionalAttributes, ...collected } = (parameters.raw('attributes') ?? {}) as Row;
	const more = Object.entries(collected).map(([name, value]): [string, unknown] => [name, plainOf(value)]);
	const filled = [...own, ...more].filter(([, value]) => value !== undefined && value !== '');
	return { ...Object.fromEntries(filled), ...objectIn(additionalAttributes, 'Additional Attributes') };
}

/** The value of a picker, or the value itself; a text without the blanks around it. */
function plainOf(value: unknown): unknown {
	const plain = isRecord(value) && value.__rl === true ? value.value : value;
	return typeof plain === 'string' ? plain.trim() : plain;
}
