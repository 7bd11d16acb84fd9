import type { ValueContext } from './fields/value';

/** What a picker holds: the way it was filled in, and the plain value. */
export interface Located {
	mode: string;
	value: string;
}

/** The parameters of the node for one item. */
export class Parameters {
	constructor(
		private readonly read: (name: string) => unknown,
		readonly values: ValueContext,
	) {}

	/** The value as n8n resolved it; undefined where the parameter is not shown. */
	raw(name: string): unknown {
		return this.read(name) ?? undefined;
	}

	/** Text of a plain parameter or of a resource locator, trimmed; empty where nothing is given. */
	text(name: string): string {
		const value = this.read(name);
		const plain = isLocated(value) ? value.value : value;
		return plain === undefined || plain === null ? '' : String(plain).trim();
	}

	located(name: string): Located {
		const value = this.read(name);
		const mode = isLocated(value) ? value.mode : 'key';
		return { mode, value: this.text(name) };
	}

	flag(name: string): boolean {
		return this.read(name) === true;
	}

	/** One value of a collection parameter, such as an entry of Options. */
	option<T>(collection: string, name: string, fallback: T): T {
		const value = (this.read(collection) as Record<string, unknown> | undefined)?.[name];
		return value === undefined || value === '' ? fallback : (value as T);
	}
}

function isLocated(value: unknown): value is Located {
	return typeof value === 'object' && value !== null && (value as { __rl?: unknown }).__rl === true;
}
