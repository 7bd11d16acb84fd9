import { dynamics365 } from './dynamics365';
import { fit } from './fit';
import type { TemplateCheck } from './scene';
import { stockOnProductPage } from './stockOnProductPage';
import { stockToShop } from './stockToShop';

/** All checks of templates, one file a template. */
export const templateChecks: TemplateCheck[] = [...fit, ...dynamics365, ...stockOnProductPage, ...stockToShop];
