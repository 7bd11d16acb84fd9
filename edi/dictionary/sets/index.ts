import type { SetTable } from '../types';
import { functionalAcknowledgment } from './functionalAcknowledgment';
import { implementationAcknowledgment } from './implementationAcknowledgment';
import { invoice } from './invoice';
import { purchaseOrder } from './purchaseOrder';
import { purchaseOrderAcknowledgment } from './purchaseOrderAcknowledgment';
import { purchaseOrderChange } from './purchaseOrderChange';
import { purchaseOrderChangeAcknowledgment } from './purchaseOrderChangeAcknowledgment';
import { shipNotice } from './shipNotice';

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
];

/** GS01 of other transaction sets that a file may hold. Source: the public dictionaries. */
export const OTHER_FUNCTIONAL_IDS: Record<string, string> = {
	'820': 'RA',
	'824': 'AG',
	'830': 'PS',
	'832': 'SC',
	'846': 'IB',
	'852': 'PD',
	'862': 'SS',
	'940': 'OW',
	'945': 'SW',
};
