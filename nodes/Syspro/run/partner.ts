import type { Kind, Party, SysproApi, SysproRecord } from '../../../clients/syspro';
import { ServiceError } from '../../../kit/errors';
import type { ItemContext } from '../../../kit/n8n/items';

/** Who a document goes to. */
export interface Partner {
	/** Code of the supplier or customer in SYSPRO. */
	code: string | null;
	name: string | null;
	/** The code that the partner has for EDI, as SYSPRO keeps it; null where there is none. */
	ediCode: string | null;
}

/** Documents that go to a partner. */
export type Outgoing = 'purchaseOrder' | 'invoice' | 'dispatchNote';

export const isOutgoing = (kind: Kind): kind is Outgoing =>
	kind === 'purchaseOrder' || kind === 'invoice' || kind === 'dispatchNote';

interface Reader {
	client: Pick<SysproApi, 'read'>;
	once: ItemContext['once'];
}

/** The partner of a document. Its EDI code is in the master record, which is read once for each partner of a run. */
export async function partnerOf(
	{ kind, header, parties }: SysproRecord<Outgoing>,
	{ client, once }: Reader,
): Promise<Partner> {
	const buys = kind === 'purchaseOrder';
	const party: Party | undefined = buys ? parties.supplier : (parties.customer ?? parties.soldTo);
	const code = party?.id ?? (buys ? (header as { supplier?: string | null }).supplier : header.customer) ?? null;
	const known = { code, name: party?.name ?? null, ediCode: party?.ediCode ?? null };
	if (known.ediCode !== null || code === null) return known;
	const master = buys ? 'supplier' : 'customer';
	const record = await once(`${master}:${code}`, async () => await unlessMissing(client.read(master, code)));
	if (!record) return known;
	const { ediCode } = ediCodeOf(record as SysproRecord<'supplier' | 'customer'>);
	return { code, name: known.name ?? record.header.name, ediCode };
}

function ediCodeOf({ header }: SysproRecord<'supplier' | 'customer'>): { ediCode: string | null } {
	const code = 'ediReceiverCode' in header ? header.ediReceiverCode : header.ediSenderCode;
	return { ediCode: code?.trim() ? code.trim() : null };
}

/** The record, or undefined where SYSPRO says for certain that there is none. */
async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
	try {
		return await reading;
	} catch (error) {
		if (error instanceof ServiceError && error.category === 'notFound') return undefined;
		throw error;
	}
}
