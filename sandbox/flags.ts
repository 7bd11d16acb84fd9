import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The flags that a command was given; an unknown one ends it by {@link wrongUse}. */
export function readFlags<const T extends Options>(options: T, args = process.argv.slice(2)) {
	try {
		return parseArgs({ options, args }).values;
	} catch (error) {
		return wrongUse((error as Error).message);
	}
}

/** Ends a command that was called the wrong way with a sentence instead of a stack trace, and with code 2. */
export function wrongUse(message: string): never {
	process.stderr.write(`${message}\nSee --help.\n`);
	process.exit(2);
}
