export type { Company, OrderLine } from './company';
export type { SysproBehaviour, SysproOperator, SysproOptions } from './options';
export { credit, dispatch, invoice, placeSalesOrder } from './sales';
export { describeSyspro, startSyspro, type SysproSandbox } from './sandbox';
