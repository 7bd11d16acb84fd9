import { report, type Place, type StructureCode } from '../diagnostics';
import { EdiError } from '../error';
import type { Delimiters, Diagnostic, Group, Interchange, Segment, Severity, TransactionSet } from '../tree';
import { groupOf, interchangeOf, transactionOf } from './envelope';
import { SeenNumbers } from './numbers';
import type { ScannerSink } from './sink';
import { checkTrailer } from './trailers';

/** What a {@link TreeBuilder} makes of the segments. Each part is given when it is complete. */
export interface TreeSink {
	interchangeStart(interchange: Interchange): void;
	groupStart(interchange: Interchange, group: Group): void;
	transaction(interchange: Interchange, group: Group, transaction: TransactionSet): void;
	groupEnd(interchange: Interchange, group: Group): void;
	interchangeEnd(interchange: Interchange): void;
}

/** Puts segments into their transaction sets, groups and interchanges, whatever is missing between them. */
export class TreeBuilder implements ScannerSink {
	/** What concerns no interchange. */
	readonly diagnostics: Diagnostic[] = [];
	private interchange: Interchange | undefined;
	private group: Group | undefined;
	private transaction: TransactionSet | undefined;
	private groupCount = 0;
	private transactionCount = 0;
	private groupNumbers = new SeenNumbers();
	private transactionNumbers = new SeenNumbers();
	private readonly interchangeNumbers = new Map<string, SeenNumbers>();

	constructor(
		private readonly sink: TreeSink,
		private readonly maximumSegments: number,
	) {}

	isa(segment: Segment, delimiters: Delimiters): void {
		this.closeInterchange();
		this.interchange = interchangeOf(segment, delimiters);
		this.groupCount = 0;
		this.groupNumbers = new SeenNumbers();
		this.noteInterchange(this.interchange);
		this.sink.interchangeStart(this.interchange);
	}

	segment(segment: Segment): void {
		switch (segment.id) {
			case 'GS':
				this.openGroup(segment);
				return;
			case 'ST':
				this.openTransaction(segment);
				return;
			case 'SE':
				this.endTransaction(segment);
				return;
			case 'GE':
				this.endGroup(segment);
				return;
			case 'IEA':
				this.endInterchange(segment);
				return;
			case 'TA1':
				if (this.interchange && !this.group) {
					this.interchange.acknowledgements.push(segment);
					return;
				}
		}
		if (this.transaction) {
			if (this.transaction.segments.length >= this.maximumSegments) this.tooMany(this.transaction);
			this.transaction.segments.push(segment);
			return;
		}
		this.stray(segment);
	}

	problem(code: StructureCode, severity: Severity, message: string, place?: Place): void {
		report(this.list, code, severity, message, place);
	}

	/** The input has ended; what is open has been cut off. */
	end(): void {
		this.closeInterchange();
	}

	/** Where a diagnostic goes: to the innermost part that is open. */
	private get list(): Diagnostic[] {
		return (this.transaction ?? this.group ?? this.interchange ?? this).diagnostics;
	}

	private openGroup(segment: Segment): void {
		this.closeGroup();
		if (!this.interchange) return this.stray(segment);
		this.group = groupOf(segment);
		this.transactionCount = 0;
		this.transactionNumbers = new SeenNumbers();
		this.groupCount++;
		const { functionalId, controlNumber } = this.group;
		if (this.groupNumbers.repeats(controlNumber)) {
			const message = `GS06 ${controlNumber} (${functionalId}) occurs more than once in the interchange.`;
			this.problem('duplicate-gs', 'error', message, { ...placeOf(segment, 6), value: controlNumber });
		}
		this.sink.groupStart(this.interchange, this.group);
	}

	private openTransaction(segment: Segment): void {
		this.closeTransaction();
		if (!this.interchange) return this.stray(segment);
		if (!this.group) {
			this.openGroup({ id: 'GS', elements: [], ordinal: segment.ordinal, offset: segment.offset });
			this.problem('missing-gs', 'error', 'The transaction set is outside a functional group: GS is missing.', {
				ordinal: segment.ordinal,
				segment: 'ST',
			});
		}
		this.transaction = transactionOf(segment);
		this.transactionCount++;
		const { controlNumber } = this.transaction;
		if (this.transactionNumbers.repeats(controlNumber)) {
			const message = `ST02 ${controlNumber} occurs more than once in the functional group.`;
			this.problem('duplicate-st', 'error', message, { ...placeOf(segment, 2), value: controlNumber });
		}
	}

	private endTransaction(segment: Segment): void {
		const { transaction } = this;
		if (!transaction) return this.unexpected(segment, 'ST');
		transaction.trailer = segment;
		checkTrailer(segment, {
			list: transaction.diagnostics,
			codes: { count: 'se-count', controlNumber: 'se-control-number' },
			counted: 'segments, ST and SE included,',
			count: transaction.segments.length + 2,
			header: 'ST02',
			controlNumber: transaction.controlNumber,
		});
		this.closeTransaction();
	}

	private endGroup(segment: Segment): void {
		this.closeTransaction();
		const { group } = this;
		if (!group) return this.unexpected(segment, 'GS');
		group.trailer = segment;
		checkTrailer(segment, {
			list: group.diagnostics,
			codes: { count: 'ge-count', controlNumber: 'ge-control-number' },
			counted: 'transaction sets',
			count: this.transactionCount,
			header: 'GS06',
			controlNumber: group.controlNumber,
		});
		this.closeGroup();
	}

	private endInterchange(segment: Segment): void {
		this.closeGroup();
		const { interchange } = this;
		if (!interchange) return this.unexpected(segment, 'ISA');
		interchange.trailer = segment;
		checkTrailer(segment, {
			list: interchange.diagnostics,
			codes: { count: 'iea-count', controlNumber: 'iea-control-number' },
			counted: 'functional groups',
			count: this.groupCount,
			header: 'ISA13',
			controlNumber: interchange.controlNumber,
			isCountLoose: this.groupCount === 0 && interchange.acknowledgements.length > 0,
		});
		this.closeInterchange();
	}

	private closeTransaction(): void {
		const { interchange, group, transaction } = this;
		if (!interchange || !group || !transaction) return;
		if (!transaction.trailer) this.missing('missing-se', 'SE', transaction.header);
		this.transaction = undefined;
		this.sink.transaction(interchange, group, transaction);
	}

	private closeGroup(): void {
		this.closeTransaction();
		const { interchange, group } = this;
		if (!interchange || !group) return;
		if (!group.trailer && group.header.elements.length > 0) this.missing('missing-ge', 'GE', group.header);
		this.group = undefined;
		this.sink.groupEnd(interchange, group);
	}

	private closeInterchange(): void {
		this.closeGroup();
		const { interchange } = this;
		if (!interchange) return;
		if (!interchange.trailer) this.missing('missing-iea', 'IEA', interchange.header);
		this.interchange = undefined;
		this.sink.interchangeEnd(interchange);
	}

	private missing(code: StructureCode, trailer: string, header: Segment): void {
		const message = `${trailer} is missing: nothing ends the ${header.id} in segment ${header.ordinal}.`;
		this.problem(code, 'error', message, { ordinal: header.ordinal, segment: header.id });
	}

	private unexpected(segment: Segment, header: string): void {
		const message = `${segment.id} has no matching ${header}.`;
		this.problem('unexpected-trailer', 'error', message, { ordinal: segment.ordinal, segment: segment.id });
	}

	private stray(segment: Segment): void {
		const place = { ordinal: segment.ordinal, segment: segment.id };
		if (!this.interchange)
			this.problem('outside-interchange', 'error', `${segment.id} is outside an interchange (ISA to IEA).`, place);
		else if (!this.group)
			this.problem('outside-group', 'error', `${segment.id} is outside a functional group (GS to GE).`, place);
		else this.problem('outside-transaction', 'error', `${segment.id} is outside a transaction set (ST to SE).`, place);
	}

	private noteInterchange({ sender, receiver, controlNumber, header }: Interchange): void {
		const pair = JSON.stringify([sender, receiver]);
		const numbers = this.interchangeNumbers.get(pair) ?? new SeenNumbers();
		if (this.interchangeNumbers.size < 1000) this.interchangeNumbers.set(pair, numbers);
		if (!numbers.repeats(controlNumber)) return;
		const message = `ISA13 ${controlNumber} occurs more than once in the file for this sender and receiver.`;
		this.problem('duplicate-isa', 'error', message, { ...placeOf(header, 13), value: controlNumber });
	}

	private tooMany({ id, controlNumber }: TransactionSet): never {
		throw new EdiError(
			'limit',
			`Transaction set ${id} ${controlNumber} has more than ${this.maximumSegments} segments. ` +
				'Ask the sender to split it into several sets.',
		);
	}
}

const placeOf = (segment: Segment, element: number): Place => ({
	ordinal: segment.ordinal,
	segment: segment.id,
	element,
});
