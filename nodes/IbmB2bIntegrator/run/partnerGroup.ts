import { kinds, putRecord } from '../../../clients/b2bi';
import type { Result, RunContext } from '../operation';
import { write } from './records';

/** Adds partners to a group or removes them. The server takes a comma-separated text. */
export async function changeMembers(operation: 'addMembers' | 'removeMembers', context: RunContext): Promise<Result> {
	const group = context.parameters.requiredText('partnerGroup');
	const names = context.parameters.names('partners');
	if (names.length === 0) throw new TypeError('Partners is empty: enter at least one name');
	const body = { addOrRemove: operation === 'addMembers' ? 'add' : 'remove', partners: names.join(',') };
	return await write(putRecord(context.client, kinds.PARTNER_GROUP, group, body), context);
}
