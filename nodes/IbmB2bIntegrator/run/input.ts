import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../kit/n8n/parameters';
import { takesNames } from '../../../kit/n8n/fields/names';
import { isBlank, textOf } from '../../../kit/n8n/fields/value';
import { isGiven } from '../../../kit/n8n/given';
import { objectOf } from '../../../kit/n8n/jsonValue';
import { inField } from '../../../kit/n8n/refusal';
import type { Row } from '../../../clients/b2bi';
import type { RunContext } from '../operation';

type Reader = Pick<RunContext, 'parameters'>;

/** A JSON object that was typed or mapped; empty where there is none. @throws Refusal */
export const objectIn = (parameters: Parameters, path: string): Row => parameters.field(path, objectOf) ?? {};

/** The same where each member is a text, or several with commas, such as query parameters. @throws Refusal that names the member */
export function textsIn(parameters: Parameters, path: string): Record<string, string> {
	const members = Object.entries(objectIn(parameters, path));
	const textIn = (name: string, value: unknown) =>
		parameters.field(path, () =>
			inField(name, () =>
				[value]
					.flat()
					.map((one: unknown) => plainText(one, parameters))
					.join(','),
			),
		);
	return Object.fromEntries(members.map(([name, value]) => [name, textIn(name, value)]));
}

/** Switches are `true` and `false` for B2B Integrator, not `Y` and `N`. */
const plainText = (value: unknown, { values }: Parameters): string =>
	typeof value === 'boolean' ? String(value) : (textOf(value, values) ?? '');

/**
 * The attributes of a record: parameters of their own, then those of the collection, then further ones as JSON, which win.
 * Empty values are left out, except in the JSON. Roles are a list.
 */
export function bodyOf({ parameters }: Reader, names: readonly string[]): Row {
	const filled = [...names, ...collectedIn(parameters)]
		.map((path): [string, unknown] => [path.slice(path.indexOf('.') + 1), attributeIn(parameters, path)])
		.filter(([, value]) => value !== undefined && value !== '');
	return { ...Object.fromEntries(filled), ...(parameters.has(ADDITIONAL) ? objectIn(parameters, ADDITIONAL) : {}) };
}

/**
 * Says which fields of a change are there and empty: nothing is cleared by that.
 * @param changes what is changed
 */
export function sayUnchanged(changes: Row, { parameters, hint }: Pick<RunContext, 'parameters' | 'hint'>): void {
	for (const path of collectedIn(parameters)) {
		const name = path.slice(path.indexOf('.') + 1);
		if (name in changes || !isBlank(parameters.raw(path)) || !isGiven(path, parameters, hint)) continue;
		hint(
			`${parameters.label(path)} is empty, so it is left as it is. To clear it, enter {"${name}": ""} in Additional Attributes.`,
		);
	}
}

const ADDITIONAL = 'attributes.additionalAttributes';

/** Paths of the fields of the collection, without those in JSON. */
function collectedIn(parameters: Parameters): string[] {
	const collected = (parameters.property('attributes')?.options ?? []) as INodeProperties[];
	return collected.map(({ name }) => `attributes.${name}`).filter((path) => path !== ADDITIONAL);
}

/** One attribute by the rule of its type; undefined where nothing is given. @throws Refusal for what does not fit */
function attributeIn(parameters: Parameters, path: string): unknown {
	const value = parameters.raw(path);
	if (value === undefined || value === null || value === '') return undefined;
	const property = parameters.property(path);
	switch (property?.type) {
		case 'boolean':
			return parameters.flag(path);
		case 'number':
			return parameters.number(path);
		case 'multiOptions':
			return parameters.names(path);
		default:
			if (property?.typeOptions?.password) return parameters.exactText(path);
			// The server takes several names as a text with commas.
			return property && takesNames(property) ? parameters.names(path).join(',') : plainText(value, parameters).trim();
	}
}
