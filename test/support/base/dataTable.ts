import type { IDataObject } from 'n8n-workflow';

interface Condition {
	keyName: string;
	condition?: string;
	keyValue?: unknown;
}

/** A data table of n8n in memory: rows with an ID that counts up. */
export class DataTable {
	readonly rows: IDataObject[] = [];
	private lastId = 0;

	/** Rows that meet any of the conditions, as in the node, or all of them; without conditions all rows. */
	find(conditions: readonly Condition[], match: 'anyCondition' | 'allConditions' = 'anyCondition'): IDataObject[] {
		const isWanted = (row: IDataObject) =>
			match === 'allConditions'
				? conditions.every((each) => fits(row, each))
				: conditions.length === 0 || conditions.some((each) => fits(row, each));
		return this.rows.filter(isWanted).map(copy);
	}

	insert(values: IDataObject): IDataObject {
		const row = { id: ++this.lastId, ...values };
		this.rows.push(row);
		return copy(row);
	}

	update(conditions: readonly Condition[], values: IDataObject): IDataObject[] {
		const found = this.rows.filter((row) => conditions.some((each) => fits(row, each)));
		for (const row of found) Object.assign(row, values);
		return found.map(copy);
	}

	upsert(conditions: readonly Condition[], values: IDataObject): IDataObject[] {
		const updated = this.update(conditions, values);
		return updated.length > 0 ? updated : [this.insert(values)];
	}
}

const copy = (row: IDataObject): IDataObject => ({ ...row });

function fits(row: IDataObject, { keyName, condition = 'eq', keyValue }: Condition): boolean {
	const value = row[keyName] ?? null;
	if (condition === 'isNotEmpty') return value !== null;
	if (condition === 'isEmpty') return value === null;
	if (condition === 'eq') return value !== null && String(value) === String(keyValue);
	throw new Error(`The data table of the tests has no condition "${condition}"`);
}
