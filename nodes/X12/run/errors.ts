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
		const further = diagnostics.filter((one) => !message.includes(one.message));
		const others = further.map((one) => ({ description: placed(one) }));
		throw new ServiceError('invalidInput', message, { others, effect: 'none' });
	}
}
