import * as jsonValue from '../../../kit/n8n/jsonValue';
import { describeValue, inField, refuse } from '../../../kit/n8n/refusal';

/** The object of a JSON parameter. @throws Refusal where it is empty or something else */
export function objectOf(value: unknown, name: string): Record<string, unknown> {
	return inField(name, () => jsonValue.objectOf(value) ?? refuse('must be an object, got nothing'));
}

/** The objects of a JSON parameter. @throws Refusal for what is not a list of objects */
export function objectsOf(value: unknown, name: string): Array<Record<string, unknown>> {
	return inField(name, () => {
		const list = jsonValue.jsonOf(value);
		if (!Array.isArray(list)) return refuse(`must be a list of objects, got ${describeValue(list)}`);
		return list.map((entry, index) => objectOf(entry, `entry ${index + 1}`));
	});
}
