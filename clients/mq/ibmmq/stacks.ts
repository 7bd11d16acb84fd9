/**
 * Calls the binding without collecting stacks: it makes up to six errors in each call, also where all goes well, and
 * collecting their stacks, which nobody reads, took half of the time. The limit is that of the whole process, so nothing
 * but the binding may run in `call`.
 */
export function withoutStacks(call: () => void): void {
	const limit = Error.stackTraceLimit;
	// Unlike an assignment, this never throws: a hardened process may have frozen it.
	Reflect.set(Error, 'stackTraceLimit', 0);
	try {
		call();
	} finally {
		Reflect.set(Error, 'stackTraceLimit', limit);
	}
}
