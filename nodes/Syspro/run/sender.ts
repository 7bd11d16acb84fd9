import type { SysproApi } from '../../../clients/syspro';
import { ServiceError } from '../../../kit/errors';
import type { RunContext } from '../operation';
import { codeIn } from './input';

const BY_EDI = {
	customer: { column: 'EdiSenderCode', table: 'ArCustomer' },
	supplier: { column: 'EdiReceiverCode', table: 'ApSupplier' },
} as const;

/**
 * The code of the customer or supplier that a document came from: as it is given, or found by the EDI code.
 * @throws ServiceError `notFound` for an EDI code that nobody has, `conflict` for one that several have
 */
export async function senderIn(
	kind: keyof typeof BY_EDI,
	{ client, parameters, once }: Pick<RunContext, 'client' | 'parameters' | 'once'>,
): Promise<string> {
	const code = codeIn(parameters, kind);
	if (parameters.located(kind).mode !== 'edi') return code;
	return await once(`${kind} by EDI code ${code}`, async () => await byEdiCode(kind, code.trim(), client));
}

async function byEdiCode(kind: keyof typeof BY_EDI, ediCode: string, client: SysproApi): Promise<string> {
	const { column, table } = BY_EDI[kind];
	const codes: string[] = [];
	const query = { conditions: [{ column, operator: 'eq' as const, value: ediCode }], withLines: false, limit: 2 };
	for await (const { records } of client.list(kind, query)) codes.push(...records.map(({ id }) => id));
	if (codes.length === 1) return codes[0];
	const facts = { api: table, attributes: { [column]: ediCode }, effect: 'none' as const };
	if (codes.length === 0) {
		throw new ServiceError('notFound', `No ${kind} has the EDI code ${ediCode}.`, {
			...facts,
			hint: `Enter it as ${column} in SYSPRO, or choose the ${kind} by its code.`,
		});
	}
	throw new ServiceError('conflict', `Several ${kind}s have the EDI code ${ediCode}: ${codes.join(', ')}.`, {
		...facts,
		hint: `Choose the ${kind} by its code.`,
	});
}
