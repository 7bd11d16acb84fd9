import type { SysproRecord } from '../../../clients/syspro';
import type { Row } from '../../../kit/n8n/items';
import type { Parameters } from '../../../kit/n8n/parameters';
import type { RunContext } from '../operation';
import { ediSettings } from './ediSettings';
import { documentRow, problemRow, recordRow } from './output';
import { isOutgoing, partnerOf } from './partner';

type Context = Pick<RunContext, 'client' | 'once' | 'hint' | 'parameters'>;

/** Records as the user wants them: as they are, simplified, or as documents of X12. */
export async function shown(records: readonly SysproRecord[], context: Context): Promise<Row[]> {
	const { parameters } = context;
	if (!wantsX12(parameters)) {
		const isSimple = parameters.flag('simplify', true);
		return records.map((record) => recordRow(record, isSimple));
	}
	const rows: Row[] = [];
	for (const record of records) rows.push(...(await x12Rows(record, context)));
	return rows;
}

export const wantsX12 = (parameters: Parameters): boolean => parameters.text('output') === 'x12';

async function x12Rows(record: SysproRecord, context: Context): Promise<Row[]> {
	const { parameters, hint } = context;
	if (!isOutgoing(record.kind)) return [];
	const outgoing = record as SysproRecord<'purchaseOrder' | 'invoice' | 'dispatchNote'>;
	const partner = await partnerOf(outgoing, context);
	if (partner.ediCode === null && parameters.flag('x12.onlyEdi', false)) return [];
	try {
		return [documentRow(outgoing, partner, ediSettings(parameters))];
	} catch (error) {
		const isOfDocument = error instanceof TypeError || error instanceof RangeError;
		if (!isOfDocument || parameters.option<string>('x12', 'onProblems', 'stop') !== 'report') throw error;
		hint(`${(error as Error).message} It is returned with the field problem.`);
		return [problemRow(outgoing, partner, error)];
	}
}
