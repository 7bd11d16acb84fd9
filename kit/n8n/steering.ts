import type { INodeProperties } from 'n8n-workflow';

import { emptyCheck } from './emptyValues';
import type { Field } from './fields/field';
import type { Parameters } from './parameters';

/**
 * Reads every parameter that steers an operation once, before anything is sent: a switch that is neither yes nor no, a
 * number that is none or a choice that does not exist must not come up halfway. So is what must not be empty. What is
 * the same for all items of a run is checked until it has passed.
 * @returns the check for one item, which throws a Refusal that names the parameter
 */
export function steeringCheck(fields: readonly Field[]): (parameters: Parameters) => void {
	const checkEmpty = emptyCheck(fields);
	let hasPassed = false;
	return (parameters) => {
		checkEmpty(parameters);
		const open = hasPassed ? fields.filter(({ property }) => !parameters.isSame(property.name)) : fields;
		for (const field of open) checkField(field, parameters);
		hasPassed = true;
	};
}

function checkField({ property, write }: Field, parameters: Parameters): void {
	if (write) return;
	check(property.name, property, parameters);
	if (property.type !== 'collection') return;
	for (const inner of (property.options ?? []) as INodeProperties[]) {
		check(`${property.name}.${inner.name}`, inner, parameters);
	}
}

function check(path: string, { type }: INodeProperties, parameters: Parameters): void {
	if (parameters.raw(path) === undefined && !parameters.isExpression(path)) return;
	if (type === 'boolean') parameters.flag(path);
	if (type === 'number') parameters.number(path);
	if (type === 'options') parameters.choice(path);
	if (type === 'resourceLocator') parameters.located(path);
}
