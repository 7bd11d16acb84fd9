import type { SetTable } from '../types';
import { functionalAcknowledgment } from './functionalAcknowledgment';
import { implementationAcknowledgment } from './implementationAcknowledgment';
import { inventoryAdvice } from './inventoryAdvice';
import { invoice } from './invoice';
import { purchaseOrder } from './purchaseOrder';
import { purchaseOrderAcknowledgment } from './purchaseOrderAcknowledgment';
import { purchaseOrderChange } from './purchaseOrderChange';
import { purchaseOrderChangeAcknowledgment } from './purchaseOrderChangeAcknowledgment';
import { shipNotice } from './shipNotice';
import { warehouseShippingAdvice } from './warehouseShippingAdvice';
import { warehouseShippingOrder } from './warehouseShippingOrder';

/** The transaction sets whose content is checked. */
export const SETS: readonly SetTable[] = [
	invoice,
	purchaseOrder,
	purchaseOrderAcknowledgment,
	shipNotice,
	purchaseOrderChange,
	purchaseOrderChangeAcknowledgment,
	functionalAcknowledgment,
	implementationAcknowledgment,
	inventoryAdvice,
	warehouseShippingOrder,
	warehouseShippingAdvice,
];
