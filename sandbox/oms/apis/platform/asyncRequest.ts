import { writeXml } from '../../document/xml';
import { defineApi } from '../../engine/api';
import type { Element } from '../../document/element';
import type { Context } from '../../engine/context';
import { refuse } from '../../exception';
import { defineListApi } from '../../engine/list';

/** Puts a call into YFS_ASYNC_REQ, for the asynchronous request agent. */
export function enqueue(context: Context, name: string, isService: boolean, input: Element): void {
	context.insert('AsyncronousRequest', {
		ServiceName: name,
		IsService: isService ? 'Y' : 'N',
		IsFlow: isService ? 'Y' : 'N',
		Message: writeXml(input),
		LoginId: context.user.loginId,
		AvailableDate: context.now(),
	});
}

/** createAsyncRequest: accepted at once and without a result; Input holds the called API's root element. */
export const createAsyncRequest = defineApi({
	name: 'createAsyncRequest',
	root: 'CreateAsyncRequest',
	kind: 'write',
	run(context, input) {
		const api = input.child('API');
		const nested = api?.child('Input')?.children[0];
		if (!api?.get('Name') || !nested) throw refuse('YFS10460', { ElementName: 'API/Input' });
		enqueue(context, api.get('Name'), api.get('IsService') === 'Y', nested);
		return undefined;
	},
});

/** Requests that wait or failed; a request that was carried out is gone. */
export const getAsyncRequestList = defineListApi({
	name: 'getAsyncRequestList',
	root: 'AsyncronousRequest',
	template: `<AsyncronousRequestList><AsyncronousRequest AsyncronousRequestKey="" ServiceName="" IsService=""
		ErrorCount="" Message="" AvailableDate=""><AsyncRequestErrorList/></AsyncronousRequest>
		</AsyncronousRequestList>`,
});
