const { TestEnvironment } = require('jest-environment-node');

const ERRORS = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

/**
 * jest loads each module anew for each file of tests, and n8n's own packages take more than a second: so they are loaded
 * once for each worker, outside of jest's registry (`loadOutside`, used by the files beside this one). What they ask of
 * an error (`instanceof Error`) must hold for errors of the tests as well, so both have the same classes of errors.
 */
module.exports = class OutsideEnvironment extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.global.loadOutside = (name) => require(name);
		this.global.consoleOutside = console;
		for (const name of ERRORS) this.global[name] = globalThis[name];
	}
};
