import type { Check } from '../lib/checks';
import { agentChecks } from './agent';
import { b2bIntegrator } from './b2bIntegrator';
import { connection } from './connection';
import { customFields } from './customFields';
import { editor } from './editor';
import { forms } from './forms';
import { inventory } from './inventory';
import { listing } from './listing';
import { mqChecks } from './mq';
import { orders } from './orders';
import { pickers } from './pickers';
import { sampleChecks } from './samples';
import { secrets } from './secrets';
import { trigger } from './trigger';
import { x12Checks } from './x12';

/**
 * All checks in the order they run. The editor comes early, so that its pictures show the demo data alone;
 * the last ones look back at what the others left.
 */
export const checks: Check[] = [
	...listing,
	...editor,
	...forms,
	...connection,
	...pickers,
	...orders,
	...agentChecks,
	...customFields,
	...x12Checks,
	...sampleChecks,
	...b2bIntegrator,
	...mqChecks,
	...trigger,
	...inventory,
	...secrets,
];
