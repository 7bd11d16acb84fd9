export { startB2bi, type B2biSandbox } from './sandbox';
export type { B2biBehaviour, B2biOptions, PartnerManner } from './options';
export { summaryOf } from './summary';
export { partnerRecord, PURCHASE_ORDER } from './seed';
