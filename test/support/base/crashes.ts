import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { DataTable } from './dataTable';

/** The process is killed: nothing that it would have done afterwards happens. */
class Killed extends Error {}

/**
 * Kills runs at chosen moments. A moment is a boundary of a node or of a write into the data table: before it, in its
 * midst (some of the items are worked on), or after it, when its effect is there and nobody knows.
 */
export class Crashes {
	private passed = 0;
	private at: number | undefined;
	private isDead = false;

	/** Lets the next run die at its nth moment; undefined lets it live. */
	plan(at: number | undefined): void {
		this.passed = 0;
		this.at = at;
		this.isDead = false;
	}

	/** Whether the run that was planned has died. */
	get happened(): boolean {
		return this.isDead;
	}

	/** Node types whose work can be cut off. */
	around(types: Record<string, INodeType>): Record<string, INodeType> {
		return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, this.mortal(type)]));
	}

	/** Lets writes into the table be cut off as well. */
	over(table: DataTable): void {
		for (const name of ['insert', 'update'] as const) {
			const work = table[name].bind(table) as (...given: unknown[]) => never;
			Object.assign(table, {
				[name]: (...given: unknown[]) => {
					this.moment();
					const result = work(...given);
					this.moment();
					return result;
				},
			});
		}
	}

	private mortal(type: INodeType): INodeType {
		const { execute } = type;
		if (!execute) return type;
		const moment = () => this.moment();
		const part = (items: INodeExecutionData[]) => this.partOf(items);
		return Object.assign(Object.create(type) as INodeType, {
			description: type.description,
			async execute(this: IExecuteFunctions) {
				moment();
				const some = part(this.getInputData());
				if (some) {
					// In the midst: only the first items are worked on before the end.
					const context = Object.assign(Object.create(this) as IExecuteFunctions, { getInputData: () => some });
					await execute.call(context);
				}
				moment();
				const result = await execute.call(this);
				moment();
				return result;
			},
		});
	}

	/** The items that are worked on before the end, where it comes in the midst of them. */
	private partOf(items: INodeExecutionData[]): INodeExecutionData[] | undefined {
		if (!this.isNext() || items.length < 2) return undefined;
		return items.slice(0, 1 + (this.passed % (items.length - 1)));
	}

	private isNext(): boolean {
		return !this.isDead && this.at === this.passed;
	}

	private moment(): void {
		if (this.isNext()) this.isDead = true;
		this.passed++;
		if (this.isDead) throw new Killed('The process was killed');
	}
}
