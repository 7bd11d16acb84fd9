import type { Resource } from '../../../kit/n8n/catalogue';
import { acknowledgement } from './acknowledgement';
import { document } from './document';
import { interchange } from './interchange';
import type { Operation } from '../operation';

/** The only registry: what is here is in the editor, the run and the documentation. */
export const RESOURCES: ReadonlyArray<Resource<Operation>> = [acknowledgement, document, interchange];
