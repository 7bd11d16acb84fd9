export { adapterUrl, processIdIn, type IdSource, type ProcessStart } from './adapter';
export type { CallResult, Method, PreparedRequest, ServiceCall } from './call';
export { createChannel, findChannel, replaceChannel, type Channel } from './channels';
export { B2biClient, type ClientOptions } from './client';
export { apiRoot, type Connection } from './connection';
export { extractabilityOf, type Extractability } from './extractability';
export * as kinds from './kinds';
export type { Kind } from './kinds';
export { cleanPath, findMailbox, mailboxesLike, mailboxesOf, refOf, type MailboxRef } from './mailboxes';
export { getMessage, isExtractable, markMessage, messagesIn, readContent, resubmitMessage, timeOf } from './messages';
export { createPartner, updatePartner, upsertPartner, type PartnerUpdate, type PartnerWrite } from './partners';
export { rowsOf, type Listed } from './paging';
export { controlProcess, getProcess, waitForProcess, type ProcessStatus } from './processes';
export {
	createRecord,
	deleteRecord,
	findByKey,
	findByName,
	getRecord,
	listRecords,
	putRecord,
	type Write,
} from './records';
export { sendMessage, sendMessageOnce, type Outgoing } from './sending';
export { attributesOf, fitsPattern, flagOf, namesIn, plain, simplified, textOf, type Row } from './values';
