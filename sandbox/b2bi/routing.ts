import type { B2biBehaviour } from './options';
import type { Processes } from './processes';
import type { Records } from './services/records';
import { flagOf, namesIn, textOf, type Row } from './services/service';
import type { Mailbox, Message, Store } from './store';

interface Parts {
	store: Store;
	behaviour: B2biBehaviour;
	channels: Records;
	rules: Records;
	processes: Processes;
}

/**
 * What happens to a message after it has arrived: routing channels copy it from the producer's mailbox to the consumer's
 * inbox, and automatic rules start a business process when the schedule evaluates them next.
 */
export function routeMessages({ store, behaviour, channels, rules, processes }: Parts): void {
	const deliver = (message: Message, channel: Row) => {
		// A channel or message may have been deleted meanwhile.
		if (!channels.rows.has(textOf(channel, 'routingChannelKey')) || !store.messages.has(message.id)) return;
		const inbox = store.ensureMailbox(`/${consumerOf(channel, message)}/Inbox`);
		store.addMessage(inbox, message.name, message.documentId, { always: true });
	};
	const evaluate = (message: Message, rule: Row) => {
		if (!rules.rows.has(textOf(rule, 'name')) || !store.messages.has(message.id)) return;
		processes.start(textOf(rule, 'action'), { document: store.contentOf(message), name: message.name });
	};
	const route = (message: Message, mailbox: Mailbox) => {
		const now = Math.max(store.now(), message.visibleAt);
		for (const channel of channels.rows.values()) {
			if (channel.producerMailboxPath !== mailbox.path) continue;
			store.agenda.add(now + behaviour.routingMs, () => deliver(message, channel));
		}
		for (const rule of rules.rows.values()) {
			if (!matches(rule, message, mailbox)) continue;
			const { ruleIntervalMs } = behaviour;
			const next = (Math.floor(now / ruleIntervalMs) + 1) * ruleIntervalMs;
			store.agenda.add(next, () => evaluate(message, rule));
		}
	};
	store.onArrival(route);
	store.onResubmit(route);
}

/** A dynamic template takes the consumer from the name of the message: `NORTHWIND_order.edi`. */
function consumerOf(channel: Row, message: Message): string {
	return textOf(channel, 'consumer') || message.name.split('_')[0];
}

/** A rule fires on mailbox and name, where `*` stands for anything; without mailboxes it looks at all of them. */
function matches(rule: Row, message: Message, mailbox: Mailbox): boolean {
	if (textOf(rule, 'evaluationMode') !== 'automatic' || flagOf(rule, 'disabled')) return false;
	const paths = Array.isArray(rule.mailboxes) ? rule.mailboxes : namesIn(rule.mailboxes);
	if (paths.length > 0 && !paths.includes(mailbox.path)) return false;
	const parts = (textOf(rule, 'messageNamePattern') || '*').split('*');
	return new RegExp(`^${parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's').test(
		message.name,
	);
}
