import type { TemplateCheck } from '../scene';
import { inbox } from './inbox';
import { kills } from './kills';
import type { LedgerKind } from './ledger';
import { outbound, partners } from './outbound';

export { ledgerPicture } from './pictures';

const KINDS: LedgerKind[] = ['a data table', 'PostgreSQL'];

/** The templates of SYSPRO and EDI, with the ledger in both kinds of tables. */
export const sysproEdi: TemplateCheck[] = [partners, ...KINDS.flatMap((kind) => [...outbound(kind), ...inbox(kind)])];

/** The same while n8n is killed; they come last, for other checks wait for polls of the same n8n. */
export const sysproKills: TemplateCheck[] = KINDS.flatMap(kills);
