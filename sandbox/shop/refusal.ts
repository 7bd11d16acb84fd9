/** A refusal in Commerce's form: a text with placeholders, and what they stand for [Adobe: error body]. */
export class ShopRefusal extends Error {
	constructor(
		readonly status: number,
		readonly text: string,
		readonly parameters: Record<string, unknown> | unknown[] = {},
		readonly errors: Array<{ message: string }> = [],
	) {
		super(text);
	}

	get body(): object {
		const { text: message, parameters, errors } = this;
		return { message, parameters, ...(errors.length > 0 ? { errors } : {}) };
	}
}

export const missing = (what: string, value: unknown): ShopRefusal =>
	new ShopRefusal(404, `The ${what} with the "%1" ID doesn't exist. Verify the ID and try again.`, [value]);
