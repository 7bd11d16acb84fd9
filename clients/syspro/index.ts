export type { PostOptions, PostResult, SysproApi } from './api';
export type { Changes, ChangeOptions, ChangesCursor } from './changes';
export { SysproClient, type ClientOptions } from './client';
export type { EnetSettings, ODataSettings, SysproConnection } from './connection';
export { testConnection } from './diagnose';
export type { BusinessObjectCall, Elements, Issue, Method, Outcome, PreparedCall, XmlInput } from './enet/call';
export type { EntitySet } from './odata/metadata';
export type * from './inputs';
export {
	DEFAULT_STATUSES,
	STATUSES,
	type Condition,
	type Key,
	type ListQuery,
	type Operator,
	type Page,
	type ReadOptions,
	type TableQuery,
} from './query';
export { KINDS, type Kind, type Line, type Party, type Row, type SysproRecord, type Way } from './records';
