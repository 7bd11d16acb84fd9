/** Where Jest keeps its matchers. */
const MATCHERS = Symbol.for('$$jest-matchers-object');
const PROMISES = ['resolves', 'rejects'];
const MODIFIERS = ['not', ...PROMISES];

/**
 * Jest's `expect` makes each matcher anew in six variants with every call, some hundred functions, of which a test calls
 * one. Here a matcher is made when it is asked for, by Jest's own `expect`.
 */
exports.askedFor = function askedFor(expect) {
	const matcher = (actual, modifiers, name) => {
		const store = globalThis[MATCHERS];
		const { matchers } = store;
		const { stackTraceLimit } = Error;
		store.matchers = { [name]: matchers[name] };
		// Only promises use the stack of the error that is made here.
		if (!modifiers.some((modifier) => PROMISES.includes(modifier))) Error.stackTraceLimit = 0;
		try {
			return modifiers.reduce((made, modifier) => made[modifier], expect(actual))[name];
		} finally {
			store.matchers = matchers;
			Error.stackTraceLimit = stackTraceLimit;
		}
	};
	const handler = {
		get({ actual, modifiers }, name) {
			if (MODIFIERS.includes(name)) return new Proxy({ actual, modifiers: [...modifiers, name] }, handler);
			return name in globalThis[MATCHERS].matchers ? matcher(actual, modifiers, name) : undefined;
		},
	};
	const made = (actual, ...more) =>
		more.length > 0 ? expect(actual, ...more) : new Proxy({ actual, modifiers: [] }, handler);
	return Object.setPrototypeOf(made, expect);
};

/** A frame of a stack trace that is from here, which nobody looks for in a report of a test that failed. */
exports.isFromHere = (frame) => frame.getFileName() === __filename;
