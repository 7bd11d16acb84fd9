/** What fields are for: only a change can empty attributes, and only a new document must have all that is required. */
export type Use = 'create' | 'upsert' | 'update';
