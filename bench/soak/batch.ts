import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { TakeNote } from './ledger';

/** Runs one Sterling node over items on n8n's engine, which continues after an item that failed. */
export type RunNode = (parameters: INode['parameters'], input: object[]) => Promise<INodeExecutionData[]>;

/** What a batch works with. */
export interface Desk {
	run: RunNode;
	note: TakeNote;
	/** Waits until nothing that was sent can still be at work in Sterling. */
	settle: () => Promise<void>;
}

/** How one kind of work is done through the node. */
export interface Work<T extends object> {
	name: string;
	parameters: INode['parameters'];
	/**
	 * How a user sees whether a doubtful one was carried out: a read, and whether its item says so. Without one the
	 * work may be repeated as it is.
	 */
	look?: { parameters: INode['parameters']; shows: (task: T, item: IDataObject) => boolean };
	done: (task: T, item: IDataObject) => void;
}

interface Open<T> {
	task: T;
	/** It may have been carried out before. */
	isDoubtful: boolean;
	/** Why it failed before. */
	said: string[];
}

/**
 * Does tasks as a careful user does them: items that failed go into the next run, and where the response to a change
 * was lost he looks into Sterling first.
 */
export class Batch<T extends object> {
	private waiting: Array<Open<T>> = [];
	private doubtful: T[] = [];
	/** Those that Sterling may still be at work on. */
	private readonly unsettled = new Set<T>();
	private settling: Promise<void> = Promise.resolve();

	constructor(
		private readonly work: Work<T>,
		private readonly desk: Desk,
	) {}

	/** Tasks that are not done yet. */
	get open(): T[] {
		return [...this.waiting.map(({ task }) => task), ...this.doubtful, ...this.unsettled];
	}

	/** Waits until all that is in doubt can be looked up. */
	async settled(): Promise<void> {
		await this.settling;
	}

	/** One run with these tasks and those that failed before. */
	async round(tasks: T[]): Promise<void> {
		await this.lookUp();
		const sent = [...this.waiting, ...tasks.map((task) => ({ task, isDoubtful: false, said: [] }))];
		if (sent.length === 0) return;
		this.waiting = [];
		const items = await this.desk.run(
			this.work.parameters,
			sent.map(({ task }) => task),
		);
		if (items.length !== sent.length) this.broken(`${items.length} items for ${sent.length}`);
		items.forEach(({ json }, i) => this.ended(sent[i], json));
		if (this.unsettled.size > 0) this.settling = this.settle([...this.unsettled]);
	}

	private async settle(tasks: T[]): Promise<void> {
		await this.desk.settle();
		for (const task of tasks) if (this.unsettled.delete(task)) this.doubtful.push(task);
	}

	private ended(open: Open<T>, json: IDataObject): void {
		const category = categoryOf(json);
		this.desk.note({ kind: 'ended', of: this.work.name, as: category ?? 'done' });
		if (category === undefined) this.work.done(open.task, json);
		else if (category === 'duplicate') {
			// Only what was in doubt may turn out to be there.
			if (!open.isDoubtful) this.broken(`is there, though not in doubt: ${JSON.stringify(open)} ${String(json.error)}`);
			this.unsettled.add(open.task);
		} else if (category === 'uncertain') this.unsettled.add(open.task);
		else this.waiting.push({ ...open, said: [...open.said, `${category}: ${String(json.error)}`] });
	}

	private async lookUp(): Promise<void> {
		const { look } = this.work;
		const tasks = this.doubtful;
		if (tasks.length === 0) return;
		this.doubtful = [];
		if (!look) {
			this.waiting.push(...tasks.map((task) => ({ task, isDoubtful: true, said: [] })));
			return;
		}
		const items = await this.desk.run(look.parameters, tasks);
		const answers = tasks.map((_task, i) => items.filter(({ pairedItem }) => isOf(pairedItem, i)));
		tasks.forEach((task, i) => {
			const found = answers[i].find(({ json }) => look.shows(task, json));
			const failed = answers[i].some(({ json }) => ![undefined, 'notFound'].includes(categoryOf(json)));
			if (found) this.work.done(task, found.json);
			else if (failed) this.doubtful.push(task);
			else this.waiting.push({ task, isDoubtful: true, said: [] });
		});
	}

	private broken(what: string): void {
		this.desk.note({ kind: 'broken', what: `${this.work.name}: ${what}` });
	}
}

/** Why an item failed, or undefined where it did not. */
function categoryOf({ error, details }: IDataObject): string | undefined {
	return error === undefined ? undefined : String((details as IDataObject | undefined)?.category ?? 'unknown');
}

function isOf(paired: INodeExecutionData['pairedItem'], item: number): boolean {
	return typeof paired === 'object' && !Array.isArray(paired) && paired.item === item;
}
