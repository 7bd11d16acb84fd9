import { message } from './message';
import { queue } from './queue';
import type { Resource } from '../operation';

/** The only registry: a resource or operation that is here is in the editor, the run and the documentation. */
export const RESOURCES: readonly Resource[] = [message, queue];
