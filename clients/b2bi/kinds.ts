/** What is known of a service with records: the only place where it is said. Source: clients and samples in public. */
export interface Kind {
	/** Name in the path. */
	service: string;
	/** One record, in words. */
	title: string;
	/** Attribute with the key that the path takes. */
	key: string;
	/** Attributes that name a record for people; creates are looked up by them after a lost response. */
	natural: readonly string[];
	/** Query parameter of the list for each attribute of `natural`. They match by LIKE, so rows are compared again. */
	filters: Readonly<Record<string, string>>;
	/** False where the service has no update: it is delete and create. */
	hasUpdate: boolean;
}

const kind = (
	service: string,
	title: string,
	key: string,
	filters: Record<string, string>,
	more: Partial<Kind> = {},
): Kind => ({ service, title, key, natural: Object.keys(filters), filters, hasUpdate: true, ...more });

export const MAILBOX = kind('mailboxes', 'mailbox', '_id', { path: 'path' });
export const MESSAGE = kind('mailboxmessages', 'message', 'id', {});
export const TRADING_PARTNER = kind('tradingpartners', 'trading partner', 'partnerName', { partnerName: 'searchFor' });
export const COMMUNITY = kind('communities', 'community', 'name', { name: 'commName' });
export const PARTNER_GROUP = kind('partnergroups', 'partner group', 'groupName', { groupName: 'searchFor' });
export const ROUTING_CHANNEL = kind(
	'routingchannels',
	'routing channel',
	'routingChannelKey',
	{ templateName: 'searchByTemplate', producer: 'searchByProducer', consumer: 'searchByConsumer' },
	{ hasUpdate: false },
);
export const ROUTING_RULE = kind('routingrules', 'routing rule', 'name', { name: 'searchFor' });
export const USER_ACCOUNT = kind('useraccounts', 'user account', 'userId', { userId: 'searchFor' });
export const VIRTUAL_ROOT = kind('uservirtualroots', 'virtual root', 'userName', { userName: 'userName' });
