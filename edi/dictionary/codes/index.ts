import { acknowledgementCodes } from './acknowledgements';
import { amountCodes } from './amounts';
import { dateCodes } from './dates';
import { envelopeCodes } from './envelope';
import { itemCodes } from './items';
import { orderCodes } from './orders';
import { partyCodes } from './parties';
import { referenceCodes } from './references';
import { shipmentCodes } from './shipment';
import { warehouseCodes } from './warehouse';

/**
 * Code lists by data element. A list holds the codes of 004010 and 005010 together: partners on 004010 use codes that
 * came later. `AA-D` stands for AA to AD. An element without a list here takes any code of its length.
 */
export const CODES: Record<string, string> = {
	...acknowledgementCodes,
	...amountCodes,
	...dateCodes,
	...envelopeCodes,
	...itemCodes,
	...orderCodes,
	...partyCodes,
	...referenceCodes,
	...shipmentCodes,
	...warehouseCodes,
};
