import { dynamics365 } from './dynamics365';
import { fit } from './fit';
import type { TemplateCheck } from './scene';

/** All checks of templates, one file a template. */
export const templateChecks: TemplateCheck[] = [...fit, ...dynamics365];
