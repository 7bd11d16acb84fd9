import { EdiError, type Diagnostic } from '../../../edi';
import { ServiceError } from '../../../kit/errors';
import { placed } from './problems';

/** What the editor calls the parameter that a problem comes from, where it is one. */
type LabelOf = (problem: Diagnostic) => string | undefined;

/** Does the work; what `edi/` refuses becomes an error of the node that names every reason. */
export async function withServiceErrors<T>(work: () => T | Promise<T>, labelOf?: LabelOf): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof EdiError)) throw error;
		const { diagnostics } = error;
		const message = labelOf && labelled(diagnostics, labelOf);
		const further = diagnostics.filter((one) => !error.message.includes(one.message));
		const others = message ? [] : further.map((one) => ({ description: placed(one) }));
		throw new ServiceError('invalidInput', message || error.message, { others, effect: 'none' });
	}
}

/** Problems of parameters, each parameter once; nothing where there is none. */
function labelled(problems: readonly Diagnostic[], labelOf: LabelOf): string {
	const found = new Map<string, string>();
	for (const problem of problems) {
		const label = labelOf(problem);
		// The names of elements say less than the label.
		const what = problem.message.replace(/^[^"]*: (?=")/, '').replace(/\.$/, '');
		if (label !== undefined && !found.has(label)) found.set(label, `${label}: ${what}`);
	}
	return [...found.values()].join('; ');
}
