import type { B2biBehaviour } from '../options';
import { invalid, missing, notFound } from '../refusal';
import type { Extractability, Message, Store } from '../store';
import { usable } from './mailboxes';
import { flagOf, textOf, type Caller, type Row, type Service } from './service';

/** `2020-03-14T17:19:20.000+0000`: milliseconds, offset without colon [captured]. */
const dateText = (time: number): string => new Date(time).toISOString().replace('Z', '+0000');

/** Exactly one of the three fields that say how often a message can be extracted; none is once. @throws Refusal */
function extractabilityOf(input: Row): Extractability {
	const given = ['extractableAlways', 'extractableCount', 'extractableUntil'].filter(
		(name) => input[name] !== undefined && input[name] !== '',
	);
	if (given.length > 1) throw invalid(`API000131: Only one of ${given.join(', ')} may be given.`);
	const [name] = given;
	if (name === 'extractableAlways') return flagOf(input, name) ? { always: true } : { count: 0 };
	if (name === 'extractableCount') {
		const count = Number(input[name]);
		if (!Number.isInteger(count) || count < 0) throw invalid('API000132: extractableCount has to be a whole number.');
		return { count };
	}
	return name === 'extractableUntil' ? { until: untilOf(textOf(input, name)) } : { count: 1 };
}

/** `yyyyMMddThhmm` in the server's zone (here UTC) as the schema says, or a date as they are read. */
function untilOf(text: string): number {
	const compact = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)$/.exec(text);
	const time = compact
		? Date.UTC(Number(compact[1]), Number(compact[2]) - 1, Number(compact[3]), Number(compact[4]), Number(compact[5]))
		: Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
	if (Number.isNaN(time)) throw invalid(`API000133: ${text} is not a valid date.`);
	return time;
}

function shown(extractability: Extractability): Row {
	if ('always' in extractability) return { extractableAlways: true };
	if ('count' in extractability) return { extractableCount: extractability.count };
	return { extractableUntil: dateText(extractability.until) };
}

/** The messages of mailboxes, with what the list of contents does not have. */
export function mailboxMessages(store: Store, behaviour: B2biBehaviour): Service {
	const find = (key: string, caller: Caller): Message => {
		const message = store.messages.get(Number(key));
		if (!message || message.visibleAt > store.now()) throw notFound('MailboxMessage', key);
		usable(store, caller, { id: message.mailboxId });
		return message;
	};
	return {
		title: 'MailboxMessage',
		key: 'id',
		get(key, caller) {
			const message = find(key, caller);
			return {
				mailboxPath: store.mailboxes.get(message.mailboxId)?.path,
				mailboxId: Number(message.mailboxId),
				name: message.name,
				id: message.id,
				creationDate: dateText(message.createdAt),
				...shown(message.extractability),
				size: store.contentOf(message).length,
				documentId: message.documentId,
			};
		},
		create(input, caller) {
			for (const field of ['documentId', 'mailboxPath', 'name']) if (textOf(input, field) === '') throw missing(field);
			const documentId = textOf(input, 'documentId');
			if (!store.documents.has(documentId)) throw notFound('Document', documentId);
			const mailbox = usable(store, caller, { path: textOf(input, 'mailboxPath') });
			const name = checkedName(textOf(input, 'name'), behaviour);
			return String(store.addMessage(mailbox, name, documentId, extractabilityOf(input)).id);
		},
		update(key, input, caller) {
			const message = find(key, caller);
			if (Object.keys(input).some((name) => name.startsWith('extractable'))) {
				message.extractability = extractabilityOf(input);
			}
			if (input.resubmitMessage !== undefined) store.resubmit(message);
		},
		remove(key, caller) {
			store.messages.delete(find(key, caller).id);
		},
	};
}

/** @throws Refusal for a name that is longer than the database takes */
export function checkedName(name: string, { longestName }: B2biBehaviour): string {
	if (name.length > longestName) {
		throw invalid(`API000134: The message name is longer than ${longestName} characters.`);
	}
	return name;
}

/** One level of a mailbox: messages and sub-mailboxes in one list, enumerations plain. */
export const mailboxContents = (store: Store): Service => ({
	title: 'MailboxContent',
	key: 'id',
	isPlain: true,
	list(query, caller) {
		const mailbox = usable(store, caller, { id: query.get('parentMailboxId') ?? '' });
		const isDetailed = query.get('detail') === 'true';
		const children = [...store.mailboxes.values()]
			.filter(({ path }) => path.startsWith(`${mailbox.path}/`) && !path.slice(mailbox.path.length + 1).includes('/'))
			.map(({ id, path, description }) => ({
				id: Number(id),
				type: 'mailbox',
				name: path.split('/').pop(),
				...(isDetailed ? { description } : {}),
			}));
		const messages = store.messagesOf(mailbox.id).map((message) => ({
			id: message.id,
			type: 'message',
			name: message.name,
			...(isDetailed
				? {
						size: store.contentOf(message).length,
						creationDate: dateText(message.createdAt),
						documentId: message.documentId,
						...shown(message.extractability),
					}
				: {}),
		}));
		return [...children, ...messages];
	},
});

/** The content of messages, as Base64 in JSON; there is not a list. */
export const documents = (store: Store, behaviour: B2biBehaviour): Service => ({
	title: 'Document',
	key: 'documentId',
	get(key) {
		const document = store.documents.get(key);
		if (!document) return undefined;
		const member = behaviour.documentForm === 'raw' ? 'payload' : behaviour.documentForm;
		return { documentId: document.id, size: document.bytes.length, [member]: document.bytes.toString('base64') };
	},
	create(input) {
		if (input.payload === undefined) throw missing('payload');
		return store.addDocument(Buffer.from(textOf(input, 'payload'), 'base64')).id;
	},
});
