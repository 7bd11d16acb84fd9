import type { Clock } from '../kit/clock';
import { Agenda } from './agenda';

export interface Mailbox {
	id: string;
	path: string;
	description: string;
	permission: string;
	/** Regular, shared or linked. */
	mailboxType: 'R' | 'S' | 'L';
	linkedToMailbox: string;
	/** Comma-separated. */
	groups: string;
	users: string;
}

/** How often a message can still be extracted. Reading it over REST does not count. */
export type Extractability = { always: true } | { count: number } | { until: number };

export interface Message {
	id: number;
	mailboxId: string;
	name: string;
	documentId: string;
	createdAt: number;
	/** When the transaction that added it is committed: others see it from then on. */
	visibleAt: number;
	extractability: Extractability;
}

interface StoredDocument {
	id: string;
	bytes: Buffer;
	createdAt: number;
}

/** Called for each message that is added, also for those of routing itself. */
type Arrival = (message: Message, mailbox: Mailbox) => void;

/** Mailboxes, messages and documents. */
export class Store {
	readonly agenda = new Agenda();

	readonly mailboxes = new Map<string, Mailbox>();

	readonly messages = new Map<number, Message>();

	readonly documents = new Map<string, StoredDocument>();

	private readonly arrivals: Arrival[] = [];

	private readonly resubmissions: Arrival[] = [];

	private mailboxCount = 100;

	private messageCount = 1000;

	private documentCount = 0;

	constructor(readonly clock: Clock) {}

	/** The time that counts: that of the event being worked on, else the clock's. */
	now(): number {
		return this.agenda.time ?? this.clock.now();
	}

	onArrival(arrival: Arrival): void {
		this.arrivals.push(arrival);
	}

	/** Called for a message that is put back to automatic routing. */
	onResubmit(arrival: Arrival): void {
		this.resubmissions.push(arrival);
	}

	resubmit(message: Message): void {
		const mailbox = this.mailboxes.get(message.mailboxId);
		if (mailbox) for (const arrival of this.resubmissions) arrival(message, mailbox);
	}

	mailboxAt(path: string): Mailbox | undefined {
		return [...this.mailboxes.values()].find((mailbox) => mailbox.path === path);
	}

	addMailbox(path: string, more: Partial<Mailbox> = {}): Mailbox {
		this.mailboxCount += 1;
		const mailbox: Mailbox = {
			id: String(this.mailboxCount),
			path,
			description: '',
			permission: `${path} Mailbox`,
			mailboxType: 'R',
			linkedToMailbox: '',
			groups: '',
			users: '',
			...more,
		};
		this.mailboxes.set(mailbox.id, mailbox);
		return mailbox;
	}

	/** The mailbox of a path; it and its parents are created where they are missing. */
	ensureMailbox(path: string): Mailbox {
		const parts = path.split('/').filter((part) => part !== '');
		const paths = parts.map((_part, index) => `/${parts.slice(0, index + 1).join('/')}`);
		for (const each of paths) if (!this.mailboxAt(each)) this.addMailbox(each);
		return this.mailboxAt(path) as Mailbox;
	}

	addDocument(bytes: Buffer): StoredDocument {
		this.documentCount += 1;
		const createdAt = this.now();
		const id = `sandbox:node1:${createdAt.toString(16)}:${this.documentCount}`;
		const document = { id, bytes, createdAt };
		this.documents.set(id, document);
		return document;
	}

	/** Adds a message; `lateMs` is how long after its ID was drawn it becomes visible. */
	addMessage(mailbox: Mailbox, name: string, documentId: string, extractability: Extractability, lateMs = 0): Message {
		this.messageCount += 1;
		const createdAt = this.now();
		const id = this.messageCount;
		const visibleAt = createdAt + lateMs;
		const message: Message = { id, mailboxId: mailbox.id, name, documentId, createdAt, visibleAt, extractability };
		this.messages.set(message.id, message);
		for (const arrival of this.arrivals) arrival(message, mailbox);
		return message;
	}

	/** A message with its document in one step. */
	deposit(path: string, name: string, content: Buffer | string, lateMs = 0): Message {
		const document = this.addDocument(Buffer.from(content));
		return this.addMessage(this.ensureMailbox(path), name, document.id, { always: true }, lateMs);
	}

	/** Visible messages of a mailbox in the order of their IDs. */
	messagesOf(mailboxId: string): Message[] {
		const now = this.now();
		return [...this.messages.values()].filter((message) => message.mailboxId === mailboxId && message.visibleAt <= now);
	}

	contentOf(message: Message): Buffer {
		return this.documents.get(message.documentId)?.bytes ?? Buffer.alloc(0);
	}
}
