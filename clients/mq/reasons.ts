import type { ErrorCategory, ServiceErrorFacts, Setting } from '../../kit/errors';

/** What a reason code of MQ means to whoever reads an error. */
interface Reason {
	/** IBM's name without `MQRC_`. */
	name: string;
	category: ErrorCategory;
	/** What happened, as a sentence. `{queue}` stands for the queue. */
	text: string;
	hint?: string;
	remedy?: Setting;
	/** Whether the same call may succeed a while later. */
	passing?: boolean;
	/** Whether the call may have been carried out; `none` unless it says otherwise. */
	effect?: ServiceErrorFacts['effect'];
}

/** Name, category, text, hint, setting that helps, and what else holds. */
type Row = [name: string, ErrorCategory, text: string, hint?: string, remedy?: Setting, more?: 'passing' | 'lost'];

const ADMIN = 'Ask whoever runs the queue manager.';
const LATER = 'Try again later. If it happens again, ask whoever runs the queue manager.';
const AUTHORITY =
	'Whoever runs the queue manager can see why in its error log: the user lacks authority, user or password is wrong, ' +
	'or a channel authentication rule (CHLAUTH) blocks the connection.';
const COMPARE = 'Compare it with the channel definition of the queue manager.';
const KEYS = 'Check the client certificate, its key and the authorities that are trusted.';
const READER = 'Let whoever reads the queue catch up, or have its limits raised.';

/** From IBM MQ documentation, "API completion and reason codes", and cmqc.h. */
// oxfmt-ignore
const ROWS: Record<number, Row> = {
	2001: ['ALIAS_BASE_Q_TYPE_ERROR', 'configuration', 'The alias {queue} does not refer to a queue.', ADMIN],
	2003: ['BACKED_OUT', 'conflict', 'The queue manager backed out the unit of work.', LATER, undefined, 'passing'],
	2009: ['CONNECTION_BROKEN', 'connection', 'The connection to the queue manager broke.', LATER, undefined, 'lost'],
	2010: ['DATA_LENGTH_ERROR', 'invalidInput', 'The message is longer than the connection allows.'],
	2012: ['ENVIRONMENT_ERROR', 'configuration', 'The call is not possible in this environment.'],
	2013: ['EXPIRY_ERROR', 'invalidInput', 'The expiry is not valid.'],
	2014: ['FEEDBACK_ERROR', 'invalidInput', 'The feedback code is not valid.'],
	2016: ['GET_INHIBITED', 'inUse', 'Gets from {queue} are inhibited.', ADMIN, undefined, 'passing'],
	2017: ['HANDLE_NOT_AVAILABLE', 'throttled', 'The queue manager allows no more open handles.', LATER, undefined, 'passing'],
	2018: ['HCONN_ERROR', 'connection', 'The connection no longer exists.', LATER, undefined, 'lost'],
	2019: ['HOBJ_ERROR', 'server', 'The queue manager no longer knows the open queue {queue}.'],
	2024: ['SYNCPOINT_LIMIT_REACHED', 'invalidInput', 'The unit of work holds more messages than the queue manager allows (MAXUMSGS).', 'Get fewer messages at once.'],
	2025: ['MAX_CONNS_LIMIT_REACHED', 'throttled', 'The queue manager has as many connections as it allows.', LATER, undefined, 'passing'],
	2026: ['MD_ERROR', 'server', 'The queue manager does not accept the message descriptor.'],
	2027: ['MISSING_REPLY_TO_Q', 'invalidInput', 'A request message needs a reply-to queue.'],
	2029: ['MSG_TYPE_ERROR', 'invalidInput', 'The message type is not valid.'],
	2030: ['MSG_TOO_BIG_FOR_Q', 'invalidInput', 'The message is longer than {queue} allows (MAXMSGL).', 'Send a smaller message, or have the limit of the queue raised.'],
	2031: ['MSG_TOO_BIG_FOR_Q_MGR', 'invalidInput', 'The message is longer than the queue manager allows (MAXMSGL).', 'Send a smaller message, or have the limit raised.'],
	2033: ['NO_MSG_AVAILABLE', 'notFound', 'No message on {queue} matches.'],
	2034: ['NO_MSG_UNDER_CURSOR', 'notFound', 'The message that was browsed is no longer on {queue}.'],
	2035: ['NOT_AUTHORIZED', 'permission', 'The queue manager refused: not authorized.', AUTHORITY, 'user'],
	2036: ['NOT_OPEN_FOR_BROWSE', 'server', '{queue} is not open for browsing.'],
	2037: ['NOT_OPEN_FOR_INPUT', 'server', '{queue} is not open for input.'],
	2038: ['NOT_OPEN_FOR_INQUIRE', 'server', '{queue} is not open for inquiry.'],
	2039: ['NOT_OPEN_FOR_OUTPUT', 'server', '{queue} is not open for output.'],
	2041: ['OBJECT_CHANGED', 'conflict', 'The definition of {queue} has changed since it was opened.', undefined, undefined, 'passing'],
	2042: ['OBJECT_IN_USE', 'inUse', '{queue} is in use elsewhere.', 'Another application has opened it for exclusive use, or the queue is defined as NOSHARE.', undefined, 'passing'],
	2043: ['OBJECT_TYPE_ERROR', 'configuration', '{queue} is not of the kind that the call needs.'],
	2045: ['OPTION_NOT_VALID_FOR_TYPE', 'configuration', '{queue} cannot be used that way: messages cannot be read from a remote queue or a cluster queue elsewhere.', 'Use the local queue at the queue manager that owns it.'],
	2046: ['OPTIONS_ERROR', 'server', 'The queue manager does not accept the options of the call.'],
	2047: ['PERSISTENCE_ERROR', 'invalidInput', 'The persistence is not valid.'],
	2048: ['PERSISTENT_NOT_ALLOWED', 'invalidInput', '{queue} does not accept persistent messages.', 'Send the message as non-persistent.'],
	2049: ['PRIORITY_EXCEEDS_MAXIMUM', 'invalidInput', 'The priority is higher than the queue manager allows (MAXPRTY).'],
	2050: ['PRIORITY_ERROR', 'invalidInput', 'The priority is not valid.', 'It must be between 0 and 9.'],
	2051: ['PUT_INHIBITED', 'inUse', 'Puts to {queue} are inhibited.', ADMIN, undefined, 'passing'],
	2052: ['Q_DELETED', 'notFound', '{queue} has been deleted.', ADMIN],
	2053: ['Q_FULL', 'throttled', '{queue} is full (MAXDEPTH).', READER, undefined, 'passing'],
	2056: ['Q_SPACE_NOT_AVAILABLE', 'throttled', 'There is no disk space left for {queue}.', READER, undefined, 'passing'],
	2057: ['Q_TYPE_ERROR', 'configuration', '{queue} is not a queue of a kind that can be used here.'],
	2058: ['Q_MGR_NAME_ERROR', 'configuration', 'There is no queue manager of that name at this address.', 'Names are case-sensitive.', 'queueManager'],
	2059: ['Q_MGR_NOT_AVAILABLE', 'connection', 'The queue manager is not available.', 'It may be stopped, or the address or the channel belongs to another one.', 'endpoint', 'passing'],
	2061: ['REPORT_OPTIONS_ERROR', 'invalidInput', 'The queue manager does not support the report options of the message.'],
	2063: ['SECURITY_ERROR', 'permission', 'The queue manager could not check the authority.', AUTHORITY],
	2071: ['STORAGE_NOT_AVAILABLE', 'server', 'The queue manager has too little memory.', LATER, undefined, 'passing'],
	2072: ['SYNCPOINT_NOT_AVAILABLE', 'server', 'Units of work are not available.', LATER, undefined, 'passing'],
	2079: ['TRUNCATED_MSG_ACCEPTED', 'server', 'The message arrived truncated.'],
	2080: ['TRUNCATED_MSG_FAILED', 'invalidInput', 'The message is longer than what may be received.'],
	2082: ['UNKNOWN_ALIAS_BASE_Q', 'configuration', 'The alias {queue} refers to a queue that does not exist.', ADMIN],
	2085: ['UNKNOWN_OBJECT_NAME', 'notFound', 'This queue manager has no queue {queue}.', 'Names are case-sensitive.'],
	2086: ['UNKNOWN_OBJECT_Q_MGR', 'configuration', 'The queue manager that {queue} belongs to is unknown.', ADMIN],
	2087: ['UNKNOWN_REMOTE_Q_MGR', 'configuration', '{queue} refers to an unknown queue manager.', ADMIN],
	2091: ['XMIT_Q_TYPE_ERROR', 'configuration', 'The transmission queue for {queue} is not a local queue.', ADMIN],
	2092: ['XMIT_Q_USAGE_ERROR', 'configuration', 'The transmission queue for {queue} is not defined as one (USAGE).', ADMIN],
	2101: ['OBJECT_DAMAGED', 'server', '{queue} is damaged.', ADMIN],
	2102: ['RESOURCE_PROBLEM', 'server', 'The queue manager lacks resources.', LATER, undefined, 'passing'],
	2109: ['SUPPRESSED_BY_EXIT', 'permission', 'An exit program of the queue manager suppressed the call.', ADMIN],
	2110: ['FORMAT_ERROR', 'badAnswer', 'The message could not be converted: its data does not fit its format.'],
	2111: ['SOURCE_CCSID_ERROR', 'badAnswer', 'The character set (CCSID) of the message is not known to the queue manager.'],
	2115: ['TARGET_CCSID_ERROR', 'badAnswer', 'The queue manager cannot convert the message to this character set (CCSID).'],
	2119: ['NOT_CONVERTED', 'badAnswer', 'The queue manager could not convert the message.'],
	2120: ['CONVERTED_MSG_TOO_BIG', 'badAnswer', 'The converted message is longer than what may be received.'],
	2141: ['DLH_ERROR', 'badAnswer', 'The dead-letter header (MQDLH) of the message is not valid.'],
	2142: ['HEADER_ERROR', 'badAnswer', 'A header of the message is not valid.'],
	2152: ['OBJECT_NAME_ERROR', 'invalidInput', 'The name of {queue} is not valid.'],
	2161: ['Q_MGR_QUIESCING', 'connection', 'The queue manager is shutting down.', LATER, undefined, 'passing'],
	2162: ['Q_MGR_STOPPING', 'connection', 'The queue manager is stopping.', LATER, undefined, 'lost'],
	2184: ['REMOTE_Q_NAME_ERROR', 'configuration', '{queue} is a remote queue whose definition names no queue (RNAME).', ADMIN],
	2189: ['CLUSTER_RESOLUTION_ERROR', 'connection', 'The cluster could not resolve {queue}.', LATER, undefined, 'passing'],
	2190: ['CONVERTED_STRING_TOO_BIG', 'badAnswer', 'A converted text of the message is longer than its field.'],
	2192: ['STORAGE_MEDIUM_FULL', 'throttled', 'The storage of {queue} is full.', READER, undefined, 'passing'],
	2195: ['UNEXPECTED_ERROR', 'server', 'The queue manager reported an unexpected error.', ADMIN, undefined, 'lost'],
	2196: ['UNKNOWN_XMIT_Q', 'configuration', 'The transmission queue for {queue} does not exist.', ADMIN],
	2197: ['UNKNOWN_DEF_XMIT_Q', 'configuration', 'The default transmission queue does not exist.', ADMIN],
	2198: ['DEF_XMIT_Q_TYPE_ERROR', 'configuration', 'The default transmission queue is not a local queue.', ADMIN],
	2199: ['DEF_XMIT_Q_USAGE_ERROR', 'configuration', 'The default transmission queue is not defined as one (USAGE).', ADMIN],
	2202: ['CONNECTION_QUIESCING', 'connection', 'The queue manager is ending the connection.', LATER, undefined, 'passing'],
	2203: ['CONNECTION_STOPPING', 'connection', 'The queue manager stopped the connection.', LATER, undefined, 'lost'],
	2208: ['FILE_SYSTEM_ERROR', 'server', 'The queue manager has trouble with its file system.', ADMIN],
	2217: ['CONNECTION_NOT_AUTHORIZED', 'permission', 'The queue manager does not allow the connection.', AUTHORITY, 'user'],
	2218: ['MSG_TOO_BIG_FOR_CHANNEL', 'invalidInput', 'The message is longer than the channel allows (MAXMSGL).', 'Send a smaller message, or have the limit of the channel raised.'],
	2223: ['Q_MGR_NOT_ACTIVE', 'connection', 'The queue manager is not active.', LATER, undefined, 'passing'],
	2241: ['INCOMPLETE_GROUP', 'conflict', 'The group of the message is not complete.'],
	2242: ['INCOMPLETE_MSG', 'conflict', 'The segments of the message are not complete.'],
	2268: ['CLUSTER_PUT_INHIBITED', 'inUse', 'Puts are inhibited for all instances of {queue} in the cluster.', ADMIN, undefined, 'passing'],
	2269: ['CLUSTER_RESOURCE_ERROR', 'server', 'The cluster lacks resources.', LATER, undefined, 'passing'],
	2270: ['NO_DESTINATIONS_AVAILABLE', 'connection', 'No instance of {queue} in the cluster is available.', LATER, undefined, 'passing'],
	2277: ['CD_ERROR', 'configuration', 'The channel definition is not valid.', COMPARE, 'channel'],
	2278: ['CLIENT_CONN_ERROR', 'configuration', 'The connection settings are not valid.', COMPARE, 'channel'],
	2334: ['RFH_ERROR', 'badAnswer', 'The header MQRFH2 of the message is not valid.'],
	2362: ['BACKOUT_THRESHOLD_REACHED', 'conflict', 'The message reached the backout threshold (BOTHRESH).'],
	2371: ['CHANNEL_SSL_ERROR', 'tls', 'The TLS settings of the channel are not valid.', COMPARE, 'tls.cipherSpec'],
	2381: ['KEY_REPOSITORY_ERROR', 'tls', 'The key repository could not be opened.', KEYS, 'tls.certificate'],
	2393: ['SSL_INITIALIZATION_ERROR', 'tls', 'TLS could not be set up with the queue manager.', `${KEYS} The cipher spec must be that of the channel.`, 'tls.cipherSpec'],
	2396: ['SSL_NOT_ALLOWED', 'tls', 'The channel allows no TLS.', COMPARE, 'tls.cipherSpec'],
	2397: ['JSSE_ERROR', 'tls', 'TLS failed.', KEYS, 'tls.certificate'],
	2398: ['SSL_PEER_NAME_MISMATCH', 'tls', 'The name in the certificate is not the one that the other side asks for (SSLPEER).', COMPARE, 'tls.certificate'],
	2399: ['SSL_PEER_NAME_ERROR', 'tls', 'The peer name (SSLPEER) is not valid.', COMPARE],
	2400: ['UNSUPPORTED_CIPHER_SUITE', 'tls', 'The cipher spec is not supported.', COMPARE, 'tls.cipherSpec'],
	2401: ['SSL_CERTIFICATE_REVOKED', 'tls', 'The certificate has been revoked.', 'Get a new certificate.', 'tls.certificate'],
	2406: ['CLIENT_EXIT_LOAD_ERROR', 'configuration', 'An exit program of the client could not be loaded.', ADMIN],
	2407: ['CLIENT_EXIT_ERROR', 'configuration', 'An exit program of the client failed.', ADMIN],
	2495: ['MODULE_NOT_FOUND', 'configuration', 'A library of the MQ client was not found.'],
	2537: ['CHANNEL_NOT_AVAILABLE', 'connection', 'The channel is not available.', 'It is stopped, or has as many instances as it allows (MAXINST, MAXINSTC).', 'channel', 'passing'],
	2538: ['HOST_NOT_AVAILABLE', 'connection', 'No connection to the queue manager could be opened.', 'Check the address, and that its listener runs and the firewall lets this machine through.', 'endpoint', 'passing'],
	2539: ['CHANNEL_CONFIG_ERROR', 'configuration', 'The channel is not set up for this connection.', `It must be a server-connection channel (SVRCONN). ${COMPARE}`, 'channel'],
	2540: ['UNKNOWN_CHANNEL_NAME', 'configuration', 'The queue manager has no channel of that name.', 'Names are case-sensitive.', 'channel'],
	2543: ['STANDBY_Q_MGR', 'connection', 'This is the standby of the queue manager.', 'Set the addresses of all its instances.', 'endpoint', 'passing'],
	2548: ['RECONNECT_FAILED', 'connection', 'The connection to the queue manager broke and could not be opened again.', LATER, undefined, 'lost'],
	2549: ['CALL_INTERRUPTED', 'connection', 'The connection broke during the call.', LATER, undefined, 'lost'],
	2594: ['PASSWORD_PROTECTION_ERROR', 'configuration', 'The queue manager requires a protected password.', 'Use TLS: set the cipher spec of the channel.', 'tls.cipherSpec'],
	2603: ['OUTBOUND_SNI_NOT_VALID', 'tls', 'The queue manager does not accept the server name of the TLS handshake (SNI).', undefined, 'tls.serverName'],
};

/** What a reason code means; a code that is not in the table gets a plain sentence. */
export function reasonOf(code: number): Reason {
	const row = ROWS[code] as Row | undefined;
	if (!row) {
		const name = String(code);
		return { name, category: 'server', text: `The queue manager returned reason code ${code}.`, hint: ADMIN };
	}
	const [name, category, text, hint, remedy, more] = row;
	return {
		name,
		category,
		text,
		hint,
		remedy,
		...(more ? { passing: true } : {}),
		effect: more === 'lost' ? 'unknown' : 'none',
	};
}

/** The reason codes that are known, in order. */
export const REASON_CODES: readonly number[] = Object.keys(ROWS).map(Number);
