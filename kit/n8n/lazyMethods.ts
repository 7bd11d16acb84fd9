type Method = (...given: never[]) => Promise<unknown>;

/**
 * The methods of a node (pickers, connection tests) under their names, loaded when n8n first calls one of them: what
 * they need must cost nothing at n8n's start.
 */
export function lazyMethods<N extends string, M extends Record<N, Method>>(
	load: () => Promise<M>,
	names: readonly N[],
): Pick<M, N> {
	const lazy = names.map((name) => [
		name,
		async function (this: unknown, ...given: never[]) {
			return await (await load())[name].apply(this, given);
		},
	]);
	return Object.fromEntries(lazy) as Pick<M, N>;
}
