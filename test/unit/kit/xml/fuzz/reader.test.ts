import * as fc from 'fast-check';

import { ServiceError } from '../../../../../kit/errors';
import type { Document, Value } from '../../../../../kit/xml/document';
import type { TransportResponse } from '../../../../../kit/http/transport';
import { readAnswer } from '../../../../../clients/oms/answer';
import { fromJson } from '../../../../../kit/xml/json';
import { normalise } from '../../../../../clients/oms/normalise';
import { redactError } from '../../../../../kit/http/redact';
import { fromXml } from '../../../../../kit/xml';
import { readQuickly, STUMBLED } from '../../../../../kit/xml/quick';
import { readStrictly } from '../../../../../kit/xml/strict';
import { scan } from '../../../../../kit/xml/scan';
import { MAX_DEPTH } from '../../../../../kit/xml/document';
import { anyCharacter } from '../../../../support/characters';
import { JSON_SEEDS, PIECES, XML_SEEDS } from './seeds';

/** Documents of each format; `npm run fuzz` sets many more. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2000) / 2;
/** Far more than any of these small documents needs: what exceeds it hangs. */
const HANGS_MS = 2000;

interface Mutation {
	at: number;
	cut: number;
	piece: string;
	twice: boolean;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
	at: fc.nat(1000),
	cut: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(30)),
	piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: anyCharacter, maxLength: 8 }), fc.constant('')),
	twice: fc.boolean(),
});

const mutated = (seeds: readonly string[]) =>
	fc
		.tuple(fc.constantFrom(...seeds), fc.array(mutation, { maxLength: 6 }))
		.map(([seed, mutations]) => mutations.reduce(mutate, seed));

function mutate(text: string, { at, cut, piece, twice }: Mutation): string {
	const start = at % (text.length + 1);
	const inner = text.slice(start, start + cut);
	return text.slice(0, start) + piece + (twice ? inner + inner : '') + text.slice(start + cut);
}

const statuses = fc.constantFrom(200, 200, 204, 302, 400, 401, 404, 429, 500, 503);

/** Runs the work; only a ServiceError may come out instead of a result, and soon. */
function guarded<T>(work: () => T): T | undefined {
	const started = performance.now();
	try {
		return work();
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		checkError(error);
		return undefined;
	} finally {
		if (performance.now() - started > HANGS_MS) throw new Error('It takes too long');
	}
}

/** Errors can be shown and cleaned. (`expect` itself would take most of the time here.) */
function checkError(error: ServiceError): void {
	const clean = redactError(error, ['S3cret']);
	if (!JSON.stringify(clean.details()).includes(clean.category)) throw new Error('The details name no category');
	if (clean.message === '') throw new Error('The error has no message');
	assertUnpolluted();
}

function assertUnpolluted(): void {
	if ('polluted' in {} || Object.keys(Object.prototype).length > 0) throw new Error('Object.prototype is polluted');
}

/** Only texts, plain objects and arrays, no deeper than allowed, without names that reach a prototype. */
function assertPlain(value: Value, depth = 0): void {
	if (typeof value === 'string') return;
	if (depth > MAX_DEPTH + 2) throw new Error('The document is too deep');
	if (Array.isArray(value)) {
		for (const member of value) assertPlain(member, depth + 1);
		return;
	}
	if (value === null || Object.getPrototypeOf(value) !== Object.prototype)
		throw new Error(`No plain object: ${String(value)}`);
	for (const name of Object.keys(value)) {
		if (['__proto__', 'constructor', 'prototype'].includes(name)) throw new Error(`"${name}" got through`);
		assertPlain(value[name], depth + 1);
	}
}

function countOf(value: Value): number {
	if (typeof value === 'string') return value.length;
	return Object.values(value as Document).reduce((sum, member) => sum + countOf(member), 1);
}

const FORMATS = [
	['JSON', JSON_SEEDS, (text: string) => fromJson(text)],
	['XML', XML_SEEDS, (text: string) => fromXml(text).document],
] as const;

describe.each(FORMATS)('%s', (_name, seeds, reader) => {
	test('the seeds are read or refused as such', () => {
		const read = seeds.map((seed) => guarded(() => reader(seed)) !== undefined);
		expect(read.filter(Boolean).length).toBeGreaterThanOrEqual(seeds.length - 3);
	});

	test('no Java stack of a seed gets into an error', () => {
		for (const body of seeds) {
			try {
				readAnswer({ status: 500, headers: {}, body }, 0);
			} catch (error) {
				expect(JSON.stringify((error as ServiceError).details())).not.toContain('C.java:1');
			}
		}
	});

	test('a mutated document is read into plain data or refused', () => {
		fc.assert(
			fc.property(mutated(seeds), statuses, (text, status) => {
				const document = guarded(() => reader(text));
				if (document) {
					assertPlain(document);
					// Nothing grows: entities are not expanded.
					expect(countOf(document)).toBeLessThanOrEqual(text.length * 2 + 10);
					const normal = guarded(() => normalise(document, 'OrderList'));
					if (normal) assertPlain(normal);
				}
				const response: TransportResponse = { status, headers: { 'retry-after': text.slice(0, 20) }, body: text };
				guarded(() => readAnswer(response, 0));
				assertUnpolluted();
			}),
			{ numRuns: Math.ceil(RUNS) },
		);
	}, 3_600_000);
});

/** XML by its grammar, with what is rare and what is wrong now and then. */
const NAMES = fc.constantFrom('a', 'Order', 'xmlns:b', 'b:c', 'Status', 'toString', '1a', 'Größe', 'a-b.c');
const BLANKS = fc.constantFrom(' ', '\n', '\t', '  ', '\f', '');
const CONTENTS = fc.string({
	unit: fc.constantFrom(
		'x',
		' ',
		'\n',
		'\t',
		'>',
		'/',
		'=',
		"'",
		'"',
		'&',
		'&amp;',
		'&#65;',
		'&#xZZ;',
		'&nbsp;',
		'<',
		']]>',
		'é',
	),
	maxLength: 4,
});
const ATTRIBUTE = fc
	.tuple(BLANKS, NAMES, fc.constantFrom('=', '=', '=', ' = ', ''), fc.constantFrom('"', '"', "'", ''), CONTENTS)
	.map(([blank, name, is, quote, value]) => `${blank}${name}${is}${quote}${value}${quote}`);
const { element } = fc.letrec<{ element: string }>((tie) => ({
	element: fc
		.record({
			name: NAMES,
			attributes: fc.array(ATTRIBUTE, { maxLength: 3 }),
			blank: BLANKS,
			content: fc.array(
				fc.oneof(
					{ maxDepth: 4 },
					CONTENTS,
					CONTENTS.map((text) => `<![CDATA[${text}]]>`),
					tie('element'),
				),
				{ maxLength: 3 },
			),
		})
		.map(({ name, attributes, blank, content }) => {
			const start = `<${name}${attributes.join('')}${blank}`;
			return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
		}),
}));
const DECLARATIONS = fc.constantFrom(
	'',
	'',
	'<?xml version="1.0" encoding="UTF-8"?>',
	'<?xml version="1.0"?><?xml version="1.0"?>',
	'<?x y?>',
);
const written = fc.tuple(DECLARATIONS, element, fc.constantFrom('', '\n', 'x')).map((parts) => parts.join(''));

test.each([
	['mutated', mutated(XML_SEEDS), 0.05],
	['made by its grammar', written, 0.02],
])(
	'what the quick reader accepts of XML that was %s, the strict one reads alike',
	(_how, texts, leastRead) => {
		// The strict one refuses these names wherever they are, and knows no mark within a text.
		const stricter = /__proto__|constructor|prototype|<!DOCTYPE|\uFEFF/i;
		let read = 0;
		const runs = Math.ceil(RUNS);
		fc.assert(
			fc.property(texts, (given) => {
				const text = given.replace(/\r/g, '').trim();
				const quick = stricter.test(text) ? undefined : guarded(() => quickly(text));
				if (!quick) return;
				read++;
				expect(() => scan(text)).not.toThrow();
				expect(readStrictly(text)).toEqual(quick);
			}),
			{ numRuns: runs },
		);
		expect(read).toBeGreaterThan(runs * leastRead);
	},
	3_600_000,
);

function quickly(text: string) {
	try {
		return readQuickly(text);
	} catch (error) {
		if (error !== STUMBLED) throw error;
		return undefined;
	}
}
