import { backorderDigest } from './backorderDigest';
import { checkoutStockCheck } from './checkoutStockCheck';
import { commerceOrders } from './commerceOrders';
import { commerceReturns } from './commerceReturns';
import { commerceStatus } from './commerceStatus';
import { dynamics365 } from './dynamics365';
import { fit } from './fit';
import { inventoryToCommerce } from './inventoryToCommerce';
import { loyaltyPoints } from './loyaltyPoints';
import { mqTemplates } from './mq';
import { orderNotices } from './orderNotices';
import { productPage } from './productPage';
import { pushEvents } from './pushEvents';
import type { TemplateCheck } from './scene';
import { shipmentConfirmation } from './shipmentConfirmation';
import { stockOnProductPage } from './stockOnProductPage';
import { stockToShop } from './stockToShop';
import { storefront } from './storefront';
import { stuckReleases } from './stuckReleases';
import { sysproEdi, sysproKills } from './syspro';
import { trackingMail } from './trackingMail';
import { unreadableShop } from './unreadable';
import { warehouse } from './warehouse';

/** All checks of templates, one file a template. */
export const templateChecks: TemplateCheck[] = [
	...fit,
	...backorderDigest,
	...checkoutStockCheck,
	...commerceOrders,
	...commerceReturns,
	...commerceStatus,
	...dynamics365,
	...inventoryToCommerce,
	...loyaltyPoints,
	...mqTemplates,
	...orderNotices,
	...productPage,
	...pushEvents,
	...shipmentConfirmation,
	...stockOnProductPage,
	...stockToShop,
	...storefront,
	...stuckReleases,
	...sysproEdi,
	...trackingMail,
	...unreadableShop,
	...warehouse,
	...sysproKills,
];
