import type { INodeCredentialTestResult } from 'n8n-workflow';

import { diagnosisOf, type Diagnosis } from '../diagnosis';
import { ServiceError } from '../errors';
import { helpOf, type Labels } from './nodeErrors';

/**
 * Runs the connection test of a credential, and words its outcome for the editor. A credential that cannot be read is an
 * outcome, too.
 * @throws what `test` throws, unless it is a ServiceError
 */
export async function connectionTest(
	labels: Labels,
	test: () => Promise<Diagnosis>,
): Promise<INodeCredentialTestResult> {
	const { ok, message, remedy } = await test().catch((error: unknown) => {
		if (error instanceof ServiceError) return diagnosisOf(error);
		throw error;
	});
	return ok ? { status: 'OK', message } : { status: 'Error', message: helpOf({ hint: message, remedy }, labels) };
}
