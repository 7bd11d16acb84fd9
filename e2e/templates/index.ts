import { backorderDigest } from './backorderDigest';
import { dynamics365 } from './dynamics365';
import { fit } from './fit';
import { orderNotices } from './orderNotices';
import { stockOnProductPage } from './stockOnProductPage';
import { stockToShop } from './stockToShop';
import { stuckReleases } from './stuckReleases';
import { trackingMail } from './trackingMail';
import type { TemplateCheck } from './scene';

/** All checks of templates, one file a template. */
export const templateChecks: TemplateCheck[] = [
	...fit,
	...dynamics365,
	...stockOnProductPage,
	...stockToShop,
	...backorderDigest,
	...stuckReleases,
	...orderNotices,
	...trackingMail,
];
