import { createRequire } from 'node:module';

import { ServiceError } from '../../../kit/errors';
import type { Binding } from './binding';

const PACKAGE = 'ibmmq';

/** Loads a package at run time; replaceable in tests. */
export type Require = (name: string) => unknown;

/**
 * Loads IBM's binding from where the operator has installed it: beside this package, or globally with `NODE_PATH`. It
 * loads the C client at once, and takes about 0.1 s. A later try succeeds once it is there, without a restart.
 * @throws ServiceError `configuration` that says what is missing: the package, or the C client
 */
export function loadBinding(load: Require = createRequire(__filename)): Binding {
	try {
		return load(PACKAGE) as Binding;
	} catch (error) {
		throw isMissing(error) ? notInstalled() : withoutLibrary(error);
	}
}

/** The package itself is missing, and not something that it requires. */
function isMissing(error: unknown): boolean {
	const { code, message = '' } = (error ?? {}) as { code?: string; message?: string };
	return code === 'MODULE_NOT_FOUND' && message.includes(`'${PACKAGE}'`);
}

function notInstalled(): ServiceError {
	return new ServiceError('configuration', "IBM's MQ client is not installed: the package ibmmq was not found.", {
		hint:
			'Install it with "npm install -g ibmmq". It runs on Linux with glibc (x64, not Alpine), Windows (x64) and macOS ' +
			'(arm64). Otherwise, connect with the built-in client.',
		remedy: { field: 'transport' },
		effect: 'none',
	});
}

/** The binding throws a plain object, not an Error, where the C client cannot be loaded. */
function withoutLibrary(error: unknown): ServiceError {
	const said = (error as { message?: unknown } | undefined)?.message;
	const why = typeof said === 'string' && said !== '' ? said : String(error);
	return new ServiceError('configuration', `IBM's MQ client cannot be loaded: ${why}`, {
		hint:
			'The package ibmmq is installed, but its C library is missing or not for this system. Install ibmmq again without ' +
			'MQIJS_NOREDIST, or install the MQ client and set LD_LIBRARY_PATH to its lib64 folder.',
		remedy: { field: 'transport' },
		effect: 'none',
	});
}
