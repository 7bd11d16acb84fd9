const vm = require('node:vm');
const { ModuleMocker } = require('jest-mock');
const { isFromHere } = require('./expect.cjs');

/** Where Jest keeps the state and the event handlers of a file: without a context of their own they would pile up. */
const OF_JEST = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL', 'TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES'];

/** Stands for the realm of the worker where Jest asks for a context of its own to compile into. */
const OWN_REALM = {};
/** Functions that modules were compiled to, with the code of each, by file. */
const compiled = new Map();
const { compileFunction } = vm;

/**
 * Jest's own runner and what is in test/support is loaded again for each test file, but compiled once for each worker:
 * a new call of the same function makes a new module.
 */
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) => {
	if (parsingContext !== OWN_REALM) return compileFunction(code, parameters, { ...options, parsingContext });
	const { filename } = options;
	const known = compiled.get(filename);
	if (known?.code === code) return known.made;
	const made = compileFunction(code, parameters, options);
	if (!filename.endsWith('.test.ts')) compiled.set(filename, { code, made });
	return made;
};

/**
 * Jest's formatter of stack traces maps each frame to its source, though the package reads the stack of every error: it
 * looks for secrets there. A frame that was mapped once is known.
 */
function rememberingFrames(format) {
	const known = new Map();
	const mapped = (frame) => {
		const raw = String(frame);
		if (!known.has(raw)) known.set(raw, format({}, [frame]).slice(format({}, []).length));
		return known.get(raw);
	};
	return (error, frames) =>
		format(error, []) +
		frames
			.filter((frame) => !isFromHere(frame))
			.map(mapped)
			.join('');
}

/**
 * Runs all test files of a worker in the realm of Node.js itself. A context for each file, as Jest makes, looks up each
 * global (`Object`, `JSON`) several times slower, and has errors that are no instances of those of n8n and Node.js.
 * What a file changes on the process is put back after it. A file whose first comment says `@fresh-modules` does not
 * share the project's modules with others (see runtime.cjs).
 */
module.exports = class RealmEnvironment {
	constructor(_config, { docblockPragmas }) {
		this.global = globalThis;
		this.moduleMocker = new ModuleMocker(globalThis);
		this.needsFreshModules = 'fresh-modules' in docblockPragmas;
		this.kept = { console, exit: process.exit, env: { ...process.env } };
		this.unhandled = [];
		this.keepUnhandled = (reason) => this.unhandled.push(reason);
		globalThis.consoleOutside = console;
	}

	getVmContext() {
		return OWN_REALM;
	}

	async setup() {
		// Jest asks for 100 frames, and makes an error for each `expect`: with fewer both cost less.
		Error.stackTraceLimit = 10;
		Error.prepareStackTrace = rememberingFrames(Error.prepareStackTrace);
		// Jest watches while tests run; what is rejected after them would end the process, and the count with it.
		process.on('unhandledRejection', this.keepUnhandled);
	}

	async teardown() {
		const { env, exit } = this.kept;
		await new Promise(setImmediate);
		process.off('unhandledRejection', this.keepUnhandled);
		this.moduleMocker.restoreAllMocks();
		globalThis.console = this.kept.console;
		process.exit = exit;
		for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
		Object.assign(process.env, env);
		for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
			if (OF_JEST.includes(symbol.description)) delete globalThis[symbol];
		}
		if (this.unhandled.length > 0) throw this.unhandled[0];
	}
};
