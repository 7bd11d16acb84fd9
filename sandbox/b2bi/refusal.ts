/**
 * An error of the REST services: `{"errorCode":400,"errorDescription":"API000175: …"}`. The message identifiers except
 * API000160, API000161 and API000175 are made up; only their form is known.
 */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly description: string,
	) {
		super(description);
	}
}

/** A value that is missing or not allowed. */
export const invalid = (description: string) => new Refusal(400, description);

export const missing = (field: string) => invalid(`API000102: The field ${field} is required.`);

export const alreadyThere = (title: string, key: string) =>
	invalid(`API000110: ${title} with the key ${key} already exists.`);

export const notFound = (title: string, key: string) => new Refusal(404, `API000404: ${title}(${key}) was not found.`);

export const forbidden = (path: string) =>
	new Refusal(403, `API000403: You do not have permission for the mailbox ${path}.`);

const FORBIDDEN_CHARACTERS = /[!@#%^*()+?,<>{}[\]|;"'/\\.]/;

/** Names of people and companies must not hold these characters [captured in a client's validator]. */
export function checkName(field: string, value: unknown): void {
	if (typeof value !== 'string' || !FORBIDDEN_CHARACTERS.test(value)) return;
	throw invalid(`API000175: The value of ${field} contains invalid characters.`);
}
