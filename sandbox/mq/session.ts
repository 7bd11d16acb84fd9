import { deliver, type Found, type GetRequest } from './delivery';
import { integerOf, managerInteger, managerText, textOf } from './inquiry';
import type { MqUser } from './options';
import type { Descriptor, Match, Queue, Stored } from './queue';
import type { QueueManager } from './queueManager';
import { RC, Refusal } from './reasons';

/** Options of the MQI that are looked at (cmqc.h). */
const OO = { input: 0x7, browse: 0x8, output: 0x10, inquire: 0x20 };
const GMO = {
	wait: 0x1,
	syncpoint: 0x2,
	browseFirst: 0x10,
	browseNext: 0x20,
	underCursor: 0x100,
	browseUnderCursor: 0x800,
	properties: 0x1e00_0000,
};
const PMO = { syncpoint: 0x2, newMessageId: 0x40, newCorrelationId: 0x80 };
const MO = { messageId: 1, correlationId: 2 };
const QUEUE_MANAGER = 5;

interface Handle {
	queue: Queue | undefined;
	options: number;
	cursor?: Stored;
}

/** What one client does with the queue manager: open queues, and its unit of work. */
export class Session {
	user: MqUser | undefined;
	application = '';
	private readonly handles = new Map<number, Handle>();
	private readonly waits = new Set<() => void>();
	private lastHandle = 1;
	/** Its identity marks what the unit of work holds. */
	private unit = {};

	constructor(private readonly manager: QueueManager) {}

	open(type: number, name: string, options: number): number {
		const queue = type === QUEUE_MANAGER ? undefined : this.manager.queue(name);
		const isDenied = this.user?.isLimited || queue?.attributes.deniedTo.includes(this.user?.userId ?? '');
		if (queue && isDenied) throw new Refusal(RC.notAuthorized);
		this.count(queue, options, 1);
		this.lastHandle += 1;
		this.handles.set(this.lastHandle, { queue, options });
		return this.lastHandle;
	}

	closeHandle(handle: number): void {
		const { queue, options } = this.handleOf(handle);
		this.count(queue, options, -1);
		this.handles.delete(handle);
	}

	put(handle: number, descriptor: Descriptor, options: number, data: Buffer): Descriptor {
		const { queue, options: opened } = this.handleOf(handle);
		if (!queue || (opened & OO.output) === 0) throw new Refusal(RC.notOpenForOutput);
		const blank = Buffer.alloc(24);
		const said: Descriptor = {
			...descriptor,
			...(options & PMO.newMessageId ? { messageId: blank } : {}),
			...(options & PMO.newCorrelationId ? { correlationId: blank } : {}),
			userId: this.user?.userId ?? '',
			putApplicationType: 6,
			putApplication: this.application,
		};
		const unit = options & PMO.syncpoint ? this.unit : undefined;
		return this.manager.put(queue, said, data, unit).descriptor;
	}

	async get(handle: number, request: GetRequest): Promise<Found> {
		const opened = this.handleOf(handle);
		const { queue } = opened;
		const { options } = request;
		if ((options & GMO.properties) !== 0 && !this.manager.behaviour.knowsProperties) throw new Refusal(2046);
		const isBrowse = (options & (GMO.browseFirst | GMO.browseNext | GMO.browseUnderCursor)) !== 0;
		if (!queue || (!isBrowse && (opened.options & OO.input) === 0)) throw new Refusal(RC.notOpenForInput);
		if (isBrowse && (opened.options & OO.browse) === 0) throw new Refusal(RC.notOpenForBrowse);
		const unit = options & GMO.syncpoint && !isBrowse ? this.unit : undefined;
		const match = this.matchOf(request, opened);
		if (options & (GMO.underCursor | GMO.browseUnderCursor)) {
			const { cursor } = opened;
			if (!cursor || !queue.visible().includes(cursor)) throw new Refusal(RC.noMessageUnderCursor);
			return this.hand(queue, opened, cursor, isBrowse, unit, request);
		}
		const message = queue.peek(match);
		if (message) return this.hand(queue, opened, message, isBrowse, unit, request);
		if ((options & GMO.wait) === 0 || isBrowse) throw new Refusal(RC.noMessage);
		const come = await this.wait(queue, match, unit, request.waitMs);
		if (!come) throw new Refusal(RC.noMessage);
		const found = deliver(come, request, this.manager.behaviour);
		if (found.reason === RC.truncatedFailed) queue.giveBack(come);
		return found;
	}

	inquire(handle: number, selectors: number[]): { integers: number[]; characters: string } {
		const { queue, options } = this.handleOf(handle);
		if ((options & OO.inquire) === 0) throw new Refusal(RC.notOpenForInquire);
		const integers: number[] = [];
		let characters = '';
		for (const selector of selectors) {
			if (selector < 2000) integers.push(queue ? integerOf(queue, selector) : managerInteger(selector));
			else characters += queue ? textOf(queue, selector) : managerText(this.manager, selector);
		}
		return { integers, characters };
	}

	commit(): void {
		this.manager.commit(this.unit);
		this.unit = {};
	}

	backOut(): void {
		this.manager.backOut(this.unit);
		this.unit = {};
	}

	/** The client is gone: what it had not committed is backed out. */
	end(): void {
		for (const cancel of this.waits) cancel();
		for (const { queue, options } of this.handles.values()) this.count(queue, options, -1);
		this.handles.clear();
		this.backOut();
	}

	private handleOf(handle: number): Handle {
		const known = this.handles.get(handle);
		if (!known) throw new Refusal(RC.hobjError);
		return known;
	}

	private matchOf({ options, matchOptions, descriptor }: GetRequest, { cursor }: Handle): Match {
		const { messageId, correlationId } = descriptor;
		const isAny = (id: Buffer) => id.every((byte) => byte === 0);
		return {
			...(matchOptions & MO.messageId && !isAny(messageId) ? { messageId } : {}),
			...(matchOptions & MO.correlationId && !isAny(correlationId) ? { correlationId } : {}),
			...(options & GMO.browseNext && cursor ? { behind: cursor } : {}),
		};
	}

	private async wait(queue: Queue, match: Match, unit: object | undefined, ms: number): Promise<Stored | undefined> {
		const { found, cancel } = queue.wait(match, unit);
		this.waits.add(cancel);
		const timer = ms < 0 ? undefined : setTimeout(cancel, ms);
		try {
			return await found;
		} finally {
			clearTimeout(timer);
			this.waits.delete(cancel);
		}
	}

	private hand(
		queue: Queue,
		opened: Handle,
		message: Stored,
		isBrowse: boolean,
		unit: object | undefined,
		request: GetRequest,
	): Found {
		const found = deliver(message, request, this.manager.behaviour);
		if (found.reason === RC.truncatedFailed) return found;
		if (isBrowse) opened.cursor = message;
		else queue.take(message, unit);
		return found;
	}

	private count(queue: Queue | undefined, options: number, by: number): void {
		if (!queue) return;
		if (options & OO.input) queue.openInputCount += by;
		if (options & OO.output) queue.openOutputCount += by;
	}
}
