import { deleteRecord, kinds, markMessage, type B2biClient } from '../../../clients/b2bi';
import { ServiceError } from '../../../kit/errors';
import type { Found } from './content';
import type { Settings } from './settings';

/**
 * Marks or deletes the messages of an execution that has succeeded. All of them are tried; one that is gone already is no
 * failure. @throws ServiceError that says which could not be, with the first reason
 */
export async function settle(client: B2biClient, found: readonly Found[], { afterwards }: Settings): Promise<void> {
	// What was not read as a whole must not vanish.
	const ids = found.filter(({ isWhole }) => isWhole).map(({ id }) => String(id));
	const results = await Promise.allSettled(
		ids.map(async (id) =>
			afterwards === 'delete'
				? await deleteRecord(client, kinds.MESSAGE, id).run()
				: await markMessage(client, id, { count: 0 }).run(),
		),
	);
	const failures = results.flatMap((result, index) => {
		if (result.status === 'fulfilled' || isGone(result.reason)) return [];
		return [{ id: ids[index], error: result.reason as unknown }];
	});
	if (failures.length === 0) return;
	const [{ error }] = failures;
	const what = afterwards === 'delete' ? 'deleted' : 'marked as extracted';
	const message = `${failures.length} of ${ids.length} messages could not be ${what}: ${(error as Error).message}`;
	const facts = { attributes: { ids: failures.map(({ id }) => id).join(', ') } };
	throw error instanceof ServiceError ? error.with(facts, message) : new ServiceError('server', message, facts);
}

const isGone = (error: unknown) => error instanceof ServiceError && error.category === 'notFound';
