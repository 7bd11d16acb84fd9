import { report } from '../diagnostics';
import type { Group, Interchange, Reading, TransactionSet } from '../tree';
import { TreeBuilder, type TreeSink } from './builder';
import { Decoder } from './decode';
import { READ_LIMITS, type ReadOptions } from './limits';
import { Scanner } from './scanner';

/** Text is handed on in pieces of this size, so that a large file is cut as a stream is. */
const PIECE = 1 << 20;

/**
 * Reads X12 from text or from the bytes of a file. What is wrong with it comes as diagnostics of the part that it
 * concerns; see {@link diagnosticsOf} for all of them.
 *
 * @throws EdiError `not-x12` where no ISA segment can be found, `limit` where the input goes beyond {@link ReadOptions}
 * @example
 * const { interchanges } = read(await readFile('orders.edi'));
 * for (const { groups } of interchanges)
 * 	for (const { transactions } of groups)
 * 		for (const { id, segments } of transactions) console.log(id, segments.length);
 */
export function read(input: string | Uint8Array, options: ReadOptions = {}): Reading {
	const sink = new Collector();
	const { scanner, builder } = start(sink, options);
	const decoder = new Decoder();
	for (const piece of piecesOf(input)) scan(piece, scanner, decoder);
	finish(scanner, builder, decoder);
	return { interchanges: sink.interchanges, diagnostics: builder.diagnostics };
}

/** What {@link readStream} gives, in the order of the file. */
export type ReadEvent =
	/** An ISA segment was read. The interchange has no groups: they come as events of their own. */
	| { type: 'interchangeStart'; interchange: Interchange }
	| { type: 'groupStart'; interchange: Interchange; group: Group }
	/** A transaction set is complete. */
	| { type: 'transaction'; interchange: Interchange; group: Group; transaction: TransactionSet }
	/** The diagnostics and the trailer of the group are complete. */
	| { type: 'groupEnd'; interchange: Interchange; group: Group }
	/** The diagnostics, the trailer and the TA1 segments of the interchange are complete. */
	| { type: 'interchangeEnd'; interchange: Interchange }
	/** The last event. What concerns the file and none of its interchanges. */
	| { type: 'end'; diagnostics: Reading['diagnostics'] };

/**
 * Reads X12 piece by piece, in memory for one transaction set, however large the file is. Takes a text, the bytes of a
 * file, and what can be iterated: a Node.js stream, a web stream, an array of texts.
 *
 * @throws EdiError as {@link read} does
 * @example
 * for await (const event of readStream(createReadStream('orders.edi')))
 * 	if (event.type === 'transaction') await handle(event.transaction, event.group, event.interchange);
 */
export async function* readStream(
	source: string | Uint8Array | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
	options: ReadOptions = {},
): AsyncGenerator<ReadEvent, void, undefined> {
	const sink = new Queue();
	const { scanner, builder } = start(sink, options);
	const decoder = new Decoder();
	const pieces = typeof source === 'string' || source instanceof Uint8Array ? piecesOf(source) : source;
	for await (const piece of pieces) {
		scan(piece, scanner, decoder);
		for (const event of sink.take()) yield event;
	}
	finish(scanner, builder, decoder);
	for (const event of sink.take()) yield event;
	yield { type: 'end', diagnostics: builder.diagnostics };
}

function start(sink: TreeSink, options: ReadOptions): { scanner: Scanner; builder: TreeBuilder } {
	const { maximumSegmentLength, maximumSegments } = { ...READ_LIMITS, ...options };
	const builder = new TreeBuilder(sink, maximumSegments);
	return { builder, scanner: new Scanner(builder, maximumSegmentLength) };
}

function* piecesOf(input: string | Uint8Array): Generator<string | Uint8Array> {
	for (let at = 0; at < input.length; at += PIECE)
		yield typeof input === 'string' ? input.slice(at, at + PIECE) : input.subarray(at, at + PIECE);
}

function scan(piece: string | Uint8Array, scanner: Scanner, decoder: Decoder): void {
	const text = typeof piece === 'string' ? piece : decoder.push(piece);
	scanner.isSingleByte = decoder.encoding === 'windows-1252';
	scanner.push(text);
}

function finish(scanner: Scanner, builder: TreeBuilder, decoder: Decoder): void {
	scanner.push(decoder.end());
	noteEncoding(decoder, builder);
	scanner.end();
	builder.end();
}

function noteEncoding({ encoding }: Decoder, { diagnostics }: TreeBuilder): void {
	if (encoding !== 'windows-1252') return;
	report(diagnostics, 'encoding', 'warning', 'The file is not UTF-8: it was read as windows-1252 (Latin-1).');
}

/** Puts the parts into the tree. */
class Collector implements TreeSink {
	readonly interchanges: Interchange[] = [];
	interchangeStart(interchange: Interchange): void {
		this.interchanges.push(interchange);
	}
	groupStart(interchange: Interchange, group: Group): void {
		interchange.groups.push(group);
	}
	transaction(_interchange: Interchange, group: Group, transaction: TransactionSet): void {
		group.transactions.push(transaction);
	}
	groupEnd(): void {
		// The group is in the tree already.
	}
	interchangeEnd(): void {
		// The interchange is in the tree already.
	}
}

/** Keeps the parts until they are taken. */
class Queue implements TreeSink {
	private events: ReadEvent[] = [];
	take(): ReadEvent[] {
		const { events } = this;
		this.events = [];
		return events;
	}
	interchangeStart(interchange: Interchange): void {
		this.events.push({ type: 'interchangeStart', interchange });
	}
	groupStart(interchange: Interchange, group: Group): void {
		this.events.push({ type: 'groupStart', interchange, group });
	}
	transaction(interchange: Interchange, group: Group, transaction: TransactionSet): void {
		this.events.push({ type: 'transaction', interchange, group, transaction });
	}
	groupEnd(interchange: Interchange, group: Group): void {
		this.events.push({ type: 'groupEnd', interchange, group });
	}
	interchangeEnd(interchange: Interchange): void {
		this.events.push({ type: 'interchangeEnd', interchange });
	}
}
