export { apsssp, arsscs } from './masters';
export { portoi } from './purchaseOrders';
export { portor } from './receipts';
export { sortoi } from './salesOrders';
export { apstin } from './supplierInvoices';
