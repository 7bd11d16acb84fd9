import { check, EdiError, read, type Diagnostic, type Reading } from '../../../edi';
import type { Row } from '../../../kit/n8n/items';
import type { RunContext } from '../operation';
import { inTheirSets, placed } from './problems';
import { sourceOf } from './source';

/** A report on X12, which never fails for what is wrong with it. */
export async function checkX12(context: RunContext): Promise<Row[]> {
	const source = await sourceOf(context);
	try {
		const reading = read(source);
		return [report(inTheirSets(check(reading), reading), reading)];
	} catch (error) {
		if (!(error instanceof EdiError)) throw error;
		return [report([{ code: error.code, severity: 'error', message: error.message }])];
	}
}

function report(problems: Diagnostic[], reading?: Reading): Row {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const interchanges = reading?.interchanges ?? [];
	return {
		isValid: errors === 0,
		errors,
		warnings: problems.length - errors,
		summary: problems.slice(0, 10).map(placed),
		problems,
		interchanges: interchanges.map(({ sender, receiver, controlNumber, version, usage, groups }) => ({
			sender,
			receiver,
			controlNumber,
			version,
			usage,
			groups: groups.map(({ functionalId, controlNumber: number, version: release, transactions }) => ({
				functionalId,
				controlNumber: number,
				version: release,
				transactions: transactions.map(({ id, controlNumber: own }) => ({ set: id, controlNumber: own })),
			})),
		})),
	};
}
