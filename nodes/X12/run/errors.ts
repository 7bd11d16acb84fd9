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
		const others = message ? diagnostics.filter((one) => labelOf?.(one) === undefined) : unsaid(error);
		throw new ServiceError('invalidInput', message || error.message, {
			others: others.map((one) => ({ description: placed(one) })),
			effect: 'none',
		});
	}
}

/**
 * Problems that the message does not have. That of the writer has the first one, without its segment: among several, it
 * is said with it. Equal texts may be of different segments.
 */
function unsaid({ message, diagnostics }: EdiError): Diagnostic[] {
	const isWritten = diagnostics.some(({ ordinal }) => ordinal !== undefined);
	if (isWritten) return diagnostics.length > 1 ? diagnostics : [];
	return diagnostics.filter((one) => !message.includes(one.message));
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
