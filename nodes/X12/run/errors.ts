import { EdiError } from '../../../edi';
import { ServiceError } from '../../../kit/errors';
import { placed } from './problems';

/** Does the work; what `edi/` refuses becomes an error of the node that names every reason. */
export async function withServiceErrors<T>(work: () => T | Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof EdiError)) throw error;
		const { message, diagnostics } = error;
		const others = diagnostics.map((one) => ({ code: one.code, description: placed(one) }));
		const hint = others.length > 1 ? others.map(({ description }) => description).join('\n') : undefined;
		throw new ServiceError('invalidInput', message, { hint, others, effect: 'none' });
	}
}
