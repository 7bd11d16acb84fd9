import type { Check } from '../lib/checks';
import { connection } from './connection';
import { editor } from './editor';
import { listing } from './listing';
import { orders } from './orders';
import { pickers } from './pickers';
import { secrets } from './secrets';

/** All checks in the order they run; the last ones look back at what the others left. */
export const checks: Check[] = [...listing, ...connection, ...pickers, ...orders, ...editor, ...secrets];
