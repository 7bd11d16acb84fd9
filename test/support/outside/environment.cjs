const { TestEnvironment } = require('jest-environment-node');

const ERRORS = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

/**
 * jest loads each module anew for each file of tests, and n8n's own packages take more than a second: so they are loaded
 * once for each worker, outside of jest's registry (`loadOutside`, used by the files beside this one).
 */
module.exports = class OutsideEnvironment extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.global.loadOutside = (name) => require(name);
		this.global.consoleOutside = console;
		for (const name of ERRORS) relate(this.global[name], globalThis[name]);
	}
};

/** `instanceof` holds for the errors of either side on both: those inside inherit from those outside. */
function relate(inside, outside) {
	Object.setPrototypeOf(inside.prototype, outside.prototype);
	Object.defineProperty(inside, Symbol.hasInstance, {
		value(error) {
			return this === inside ? error instanceof outside : Function.prototype[Symbol.hasInstance].call(this, error);
		},
	});
}
