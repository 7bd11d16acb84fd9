import { ServiceError } from '../../kit/errors';

/** Throws `invalidInput` unless `name` can be an API of Sterling; checked before it reaches a path. */
export function assertApiName(name: string): void {
	if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return;
	throw new ServiceError('invalidInput', `"${shorten(name)}" is not a valid name of a Sterling API.`, {
		hint: 'API names consist of letters, digits and underscores, such as getOrderList. Services are called in another way.',
	});
}

/**
 * Throws `invalidInput` unless `name` can be a service (SDF flow) of Sterling; checked before it
 * reaches a path.
 */
export function assertServiceName(name: string): void {
	if (/^[A-Za-z0-9_.-]+$/.test(name) && !/^\.+$/.test(name)) return;
	throw new ServiceError('invalidInput', `"${shorten(name)}" is not a valid name of a Sterling service.`, {
		hint: 'Service names consist of letters, digits, "_", "." and "-", exactly as in the Applications Manager.',
	});
}

function shorten(name: string): string {
	return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
