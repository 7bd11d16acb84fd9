import type { Method } from './call';

/** Path and default object of each call, below the root of e.net [captured; Build is inferred]. */
export const METHODS: Readonly<
	Record<Method, { path: string; object?: string; takesParameters?: boolean; isRead: boolean }>
> = {
	query: { path: 'Query/Query', isRead: true },
	fetch: { path: 'Query/Fetch', object: 'COMFCH', isRead: true },
	browse: { path: 'Query/Browse', object: 'COMBRW', isRead: true },
	build: { path: 'Transaction/Build', isRead: true },
	post: { path: 'Transaction/Post', takesParameters: true, isRead: false },
	add: { path: 'Setup/Add', takesParameters: true, isRead: false },
	update: { path: 'Setup/Update', takesParameters: true, isRead: false },
	delete: { path: 'Setup/Delete', takesParameters: true, isRead: false },
};
