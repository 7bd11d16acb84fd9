/**
 * Records of SYSPRO as business forms of X12, and forms of a partner as what SYSPRO is to post. Pure: nothing is read or
 * sent here.
 *
 * @module
 */
export { currencyDoubt } from './currency';
export { invoiceForm } from './invoice';
export { proposalOf } from './proposal';
export { purchaseOrderForm } from './purchaseOrder';
export { receiptFrom, shippedItems } from './receipt';
export { salesOrderFrom } from './salesOrder';
export { DEFAULT_EDI_SETTINGS, type EdiSettings } from './settings';
export { shipNoticeForm } from './shipNotice';
export { supplierInvoiceFrom } from './supplierInvoice';
export { needed, textOf, type Form } from './values';
