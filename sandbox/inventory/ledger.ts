/** The key of an item. A blank product class is the same as none. */
export interface ItemKey {
	itemId: string;
	unitOfMeasure: string;
	productClass: string;
}

/** One supply or demand: its key is everything but the quantity. Times in epoch milliseconds. */
export interface StockRecord extends ItemKey {
	kind: 'supply' | 'demand';
	type: string;
	shipNode: string;
	segment: string;
	segmentType: string;
	reference: string;
	referenceType: string;
	lineReference: string;
	tagNumber: string;
	/** Supply: when it arrives. Demand: when it is to be shipped. */
	from: number;
	/** Supply: the last day to ship it. Demand: when it is cancelled. */
	until: number;
	quantity: number;
}

export const nameOf = ({ itemId, unitOfMeasure, productClass }: ItemKey): string =>
	JSON.stringify([itemId, unitOfMeasure, productClass]);

/** Everything but the quantity. */
function keyOf({ quantity: _, ...key }: StockRecord): string {
	return JSON.stringify(key);
}

/** The supplies and demands of a tenant, found by item. */
export class Ledger {
	private readonly items = new Map<string, Map<string, StockRecord>>();

	/** The newest `sourceTs` of each record, also of those that are gone. */
	private readonly sourceTimes = new Map<string, number>();

	of(kind: StockRecord['kind'], item: ItemKey): StockRecord[] {
		const records = this.items.get(nameOf(item));
		return records ? [...records.values()].filter((record) => record.kind === kind) : [];
	}

	knows(item: ItemKey): boolean {
		return this.items.has(nameOf(item));
	}

	/** Every item that has or had a record. */
	known(): ItemKey[] {
		return [...this.items.keys()].map((name) => {
			const [itemId, unitOfMeasure, productClass] = JSON.parse(name) as string[];
			return { itemId, unitOfMeasure, productClass };
		});
	}

	/**
	 * Sets a record to its quantity; 0 removes it. One that is older than what its source said before is dropped in
	 * silence [IBM: inventory-synchronization]. @returns by how much the quantity changed; undefined when it was dropped
	 */
	set(record: StockRecord, sourceTime: number): number | undefined {
		const key = keyOf(record);
		if (sourceTime < (this.sourceTimes.get(key) ?? -Infinity)) return undefined;
		this.sourceTimes.set(key, sourceTime);
		const records = this.recordsOf(record);
		const before = records.get(key)?.quantity ?? 0;
		if (record.quantity === 0) records.delete(key);
		else records.set(key, record);
		return record.quantity - before;
	}

	/** Changes the quantity of a record, which may be new. @returns the record as it is now */
	change(record: StockRecord): StockRecord {
		const key = keyOf(record);
		const records = this.recordsOf(record);
		const changed = { ...record, quantity: (records.get(key)?.quantity ?? 0) + record.quantity };
		if (changed.quantity === 0) records.delete(key);
		else records.set(key, changed);
		return changed;
	}

	private recordsOf(item: ItemKey): Map<string, StockRecord> {
		const name = nameOf(item);
		const records = this.items.get(name) ?? new Map<string, StockRecord>();
		this.items.set(name, records);
		return records;
	}
}
