import { bytesInUtf8 } from './conversion';
import type { MqUser } from './options';
import type { Queue, Descriptor, Match, Stored } from './queue';
import type { QueueManager } from './queueManager';
import { RC, Refusal } from './reasons';

/** Options of the MQI that are looked at (cmqc.h). */
const OO = { input: 0x7, browse: 0x8, output: 0x10, inquire: 0x20 };
const GMO = {
	wait: 0x1,
	syncpoint: 0x2,
	browseFirst: 0x10,
	browseNext: 0x20,
	acceptTruncated: 0x40,
	underCursor: 0x100,
	browseUnderCursor: 0x800,
	convert: 0x4000,
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

/** What a get asks for. */
export interface GetRequest {
	version: number;
	options: number;
	waitMs: number;
	matchOptions: number;
	descriptor: Descriptor;
	maximumLength: number;
}

/** A message that a get found. A reason other than 0 is a warning, or 2080, which comes with no data. */
export interface Found {
	descriptor: Descriptor;
	data: Buffer;
	/** Of the whole message. */
	length: number;
	reason: number;
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
		const found = await this.wait(queue, match, unit, request.waitMs);
		if (!found) throw new Refusal(RC.noMessage);
		return this.found(found, request);
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
		const found = this.found(message, request);
		if (isBrowse) opened.cursor = message;
		else if (found.reason !== RC.truncatedFailed) queue.take(message, unit);
		return found;
	}

	private found({ descriptor, data }: Stored, request: GetRequest): Found {
		const { options, maximumLength } = request;
		let given = { descriptor: { ...descriptor }, data, reason: 0 };
		if (options & GMO.convert) given = this.converted(given, request);
		const { length } = given.data;
		if (length <= maximumLength) return { ...given, length };
		const reason = options & GMO.acceptTruncated ? RC.truncatedAccepted : RC.truncatedFailed;
		return { ...given, length, reason, data: given.data.subarray(0, maximumLength) };
	}

	private converted(
		given: { descriptor: Descriptor; data: Buffer; reason: number },
		{ descriptor: { ccsid } }: GetRequest,
	): { descriptor: Descriptor; data: Buffer; reason: number } {
		const { descriptor, data } = given;
		if (descriptor.format !== 'MQSTR' || descriptor.ccsid === ccsid || ccsid !== 1208) return given;
		const bytes = this.manager.behaviour.converts ? bytesInUtf8(data, descriptor) : undefined;
		if (!bytes) return { ...given, reason: RC.notConverted };
		return { descriptor: { ...descriptor, ccsid }, data: bytes, reason: 0 };
	}

	private count(queue: Queue | undefined, options: number, by: number): void {
		if (!queue) return;
		if (options & OO.input) queue.openInputCount += by;
		if (options & OO.output) queue.openOutputCount += by;
	}
}

/** Attributes of a queue by their selectors (MQIA_…). */
function integerOf(queue: Queue, selector: number): number {
	const { attributes } = queue;
	const values: Record<number, number> = {
		3: queue.depth,
		5: attributes.defaultPersistence,
		6: attributes.defaultPriority,
		9: Number(attributes.getInhibited),
		10: Number(attributes.putInhibited),
		13: attributes.maximumMessageLength,
		15: attributes.maximumDepth,
		17: queue.openInputCount,
		18: queue.openOutputCount,
		20: 1,
		22: attributes.backoutThreshold,
	};
	if (!(selector in values)) throw new Refusal(RC.selectorError);
	return values[selector];
}

/** That of version 6: from a newer one IBM's clients expect calls beyond the MQI. */
const COMMAND_LEVEL = 600;

/** MQCA_…, padded to their lengths. */
function textOf(queue: Queue, selector: number): string {
	if (selector === 2013) return queue.attributes.description.padEnd(64).slice(0, 64);
	if (selector === 2016) return queue.name.padEnd(48);
	if (selector === 2019) return queue.attributes.backoutRequeueQueue.padEnd(48);
	throw new Refusal(RC.selectorError);
}

function managerInteger(selector: number): number {
	const values: Record<number, number> = { 2: 1208, 13: 104_857_600, 31: COMMAND_LEVEL, 32: 3, 273: 0 };
	if (!(selector in values)) throw new Refusal(RC.selectorError);
	return values[selector];
}

function managerText(manager: QueueManager, selector: number): string {
	if (selector === 2006) return 'DEV.DEAD.LETTER.QUEUE'.padEnd(48);
	if (selector === 2015) return manager.name.padEnd(48);
	if (selector === 2032) return `${manager.name}_2026-01-15_09.30.00`.padEnd(48);
	throw new Refusal(RC.selectorError);
}
