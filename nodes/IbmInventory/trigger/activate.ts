import type { IHookFunctions } from 'n8n-workflow';

import { LABELS } from '../labels';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import { prepare } from './receive';

/** @throws NodeOperationError where the credential or a parameter does not do for events, so that the activation says so */
export async function checkCredential(context: IHookFunctions): Promise<boolean> {
	try {
		const { settings } = await prepare(context);
		settings();
		return true;
	} catch (error) {
		throw toNodeError(context.getNode(), error, { labels: LABELS });
	}
}
