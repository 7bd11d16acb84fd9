import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import type { Change } from '../engine/write';

/** One thing that a call did to an order. */
interface AuditEntry {
	level: 'ORDER' | 'LINE' | 'RELEASE';
	type: string;
	orderLineKey?: string;
	/** Kind of record, such as OrderHeader; the entity's name when left out. */
	changes?: Change[];
}

/** Collects what one call does to one order and writes it as one OrderAudit. */
export class Audit {
	private readonly entries: AuditEntry[] = [];

	constructor(
		private readonly context: Context,
		private readonly order: Row,
		private readonly input: Element,
	) {}

	get isEmpty(): boolean {
		return this.entries.length === 0;
	}

	add(entry: AuditEntry): void {
		this.entries.push(entry);
	}

	/** Nothing is written when nothing was done. */
	save(): void {
		if (this.entries.length === 0) return;
		const audit = this.context.insert('OrderAudit', {
			OrderHeaderKey: this.order.OrderHeaderKey,
			AuditTransactionId: this.context.program,
			ReasonCode: this.input.get('ModificationReasonCode'),
			ReasonText: this.input.get('ModificationReasonText'),
			ReferenceValue1: this.input.get('ModificationReference1'),
			ReferenceValue2: this.input.get('ModificationReference2'),
			ReferenceValue3: this.input.get('ModificationReference3'),
			ReferenceValue4: this.input.get('ModificationReference4'),
		});
		for (const entry of this.entries) this.saveEntry(audit, entry);
	}

	private saveEntry(audit: Row, entry: AuditEntry): void {
		const base = {
			OrderAuditKey: audit.OrderAuditKey,
			OrderLineKey: entry.orderLineKey ?? '',
			ModificationLevel: entry.level,
			ModificationType: entry.type,
		};
		const changes = entry.changes ?? [];
		if (changes.length === 0) this.context.insert('OrderAuditDetail', base);
		for (const change of changes) {
			this.context.insert('OrderAuditDetail', {
				...base,
				AuditType: change.entity,
				Name: change.name,
				OldValue: change.oldValue,
				NewValue: change.newValue,
			});
		}
	}
}
