import { alreadyThere, forbidden, invalid, missing, notFound } from '../refusal';
import type { Mailbox, Store } from '../store';
import { flagOf, textOf, type Caller, type Row, type Service } from './service';

/** Whether the account may use a mailbox. */
export const mayUse = ({ user }: Caller, path: string): boolean =>
	user.mailboxes === undefined || user.mailboxes.some((own) => path === own || path.startsWith(`${own}/`));

/** The mailbox of a path or ID that the caller may use. @throws Refusal */
export function usable(store: Store, caller: Caller, by: { path: string } | { id: string }): Mailbox {
	const mailbox = 'path' in by ? store.mailboxAt(by.path) : store.mailboxes.get(by.id);
	if (!mailbox) throw notFound('Mailbox', 'path' in by ? by.path : by.id);
	if (!mayUse(caller, mailbox.path)) throw forbidden(mailbox.path);
	return mailbox;
}

const rowOf = (mailbox: Mailbox): Row => ({ ...mailbox });

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** `path` is a filter with LIKE, so the client has to look at what it gets. */
export const mailboxes = (store: Store): Service => ({
	title: 'Mailbox',
	key: 'id',
	displays: { mailboxType: { R: 'Regular', S: 'Shared', L: 'Linked' } },
	list(query, caller) {
		const filter = (query.get('path') ?? '').toLowerCase();
		return [...store.mailboxes.values()]
			.filter(({ path }) => mayUse(caller, path) && path.toLowerCase().startsWith(filter))
			.map(rowOf);
	},
	get(key, caller) {
		return store.mailboxes.has(key) ? rowOf(usable(store, caller, { id: key })) : undefined;
	},
	create(input, caller) {
		const path = textOf(input, 'path');
		if (path === '') throw missing('path');
		if (!/^(\/[^/]+)+$/.test(path)) throw invalid(`API000120: The path ${path} is not absolute.`);
		if (!mayUse(caller, path)) throw forbidden(path);
		if (store.mailboxAt(path)) throw alreadyThere('Mailbox', path);
		const parent = parentOf(path);
		if (parent !== '' && !store.mailboxAt(parent)) {
			if (!flagOf(input, 'createParentMailbox'))
				throw invalid(`API000121: The parent mailbox ${parent} does not exist.`);
			store.ensureMailbox(parent);
		}
		return store.addMailbox(path, changesOf(input)).id;
	},
	update(key, input, caller) {
		Object.assign(usable(store, caller, { id: key }), changesOf(input));
	},
	remove(key, caller) {
		const mailbox = usable(store, caller, { id: key });
		const isInUse = [...store.mailboxes.values()].some(({ path }) => path.startsWith(`${mailbox.path}/`));
		if (isInUse) throw invalid(`API000122: The mailbox ${mailbox.path} has sub-mailboxes.`);
		for (const message of store.messages.values()) if (message.mailboxId === key) store.messages.delete(message.id);
		store.mailboxes.delete(key);
	},
});

function changesOf(input: Row): Partial<Mailbox> {
	const names = ['description', 'permission', 'mailboxType', 'linkedToMailbox', 'groups', 'users'] as const;
	const given = names.filter((name) => input[name] !== undefined);
	return Object.fromEntries(given.map((name) => [name, textOf(input, name)]));
}
