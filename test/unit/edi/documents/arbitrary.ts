import fc from 'fast-check';

import { dictionaryFor, type Dictionary } from '../../../../edi/dictionary/dictionary';
import type { Loop } from '../../../../edi/dictionary/types';
import { hierarchyLevel } from '../../../../edi/documents/forms/shipNotice';
import { DOCUMENT_TYPES, loopOf } from '../../../../edi/documents/kinds';
import {
	cents,
	currency,
	date,
	integer,
	number,
	text,
	time,
	unit,
	type Codec,
} from '../../../../edi/documents/mapping/codecs';
import type { Form } from '../../../../edi/documents/mapping/form';
import { nameOf } from '../../../../edi/documents/mapping/codecs';
import { pairsOf, type Member, type ValueMember } from '../../../../edi/documents/mapping/member';
import { segmentOf, type Level, type Rule } from '../../../../edi/documents/mapping/rules';
import { sscc18 } from '../../../../edi/documents/sscc';
import type { CodeTable } from '../../../../edi/documents/tables/codes';
import { tablesWith } from '../../../../edi/documents/tables/editable';

/** Forms of each document that are tried; `npm run fuzz` tries many more. */
export const RUNS = Math.ceil(Number(process.env.FUZZ_RUNS ?? 8_000) / 1_000);

/** Forms as the rules allow them, with values as the dictionary allows them. */
export function documents(type: string, version: string): fc.Arbitrary<Form> {
	const { set, level } = DOCUMENT_TYPES.get(type)!;
	const dictionary = dictionaryFor(version);
	const root = dictionary.set(set)!.root;
	const make = new Maker(dictionary);
	const header = make.level(level, root, 2);
	if (set !== '856')
		return header.map((form) => ({ ...form, type, ...credit(type), lines: numbered(form.lines as Form[]) }));
	const loop = loopOf(root, 'HL');
	const below = (name: string, child: fc.Arbitrary<Form>) =>
		fc
			.tuple(make.level(hierarchyLevel, loop, 1), some(child, 2))
			.map(([form, children]) => ({ ...form, [name]: children }));
	const items = make.level(hierarchyLevel, loop, 1);
	const packs = fc.tuple(below('items', items), fc.bigInt(0n, 99999999999999999n)).map(([pack, digits]) => ({
		...pack,
		sscc: sscc18(String(digits).padStart(17, '0')),
	}));
	const shipment = below('orders', below('packs', packs));
	return fc.tuple(header, shipment).map(([form, one]) => ({ ...form, type, shipment: one }));
}

const isAny = (form: Form): boolean => Object.keys(form).length > 0;

/** BIG07 of a credit note. */
function credit(type: string): Form {
	if (type === 'creditNote') return { transactionType: 'CR' };
	return type === 'invoice' ? { transactionType: 'DI' } : {};
}

/** The writer numbers lines that have no number. */
const numbered = (lines: Form[]) => lines.map((line, index) => ({ number: String(index + 1), ...line }));

const some = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { minLength: 1, maxLength: most });

class Maker {
	constructor(private readonly dictionary: Dictionary) {}

	level(level: Level, loop: Loop, depth: number): fc.Arbitrary<Form> {
		const names = new Set<string>();
		const parts = level.rules.flatMap((rule): Array<fc.Arbitrary<Form>> => {
			const id = segmentOf(rule);
			const isKnown = id === level.opens || loop.places.has(id);
			const isSecond = rule.as !== 'fields' && names.has(rule.as === 'loop' ? id : rule.name);
			if (!isKnown || isSecond) return [];
			if (rule.as !== 'fields') names.add(rule.as === 'loop' ? id : rule.name);
			const item = loop.items[loop.places.get(id)?.[0] ?? 0];
			const most = item?.maximum ?? 1;
			return [this.rule(rule, loopOf(loop, id), Math.min(2, most), depth, item?.isMandatory === true)];
		});
		return fc.tuple(...parts).map((forms) => Object.assign({}, ...forms) as Form);
	}

	private rule(rule: Rule, loop: Loop, most: number, depth: number, isMandatory: boolean): fc.Arbitrary<Form> {
		if (rule.as === 'loop') {
			if (depth === 0 && rule.name !== 'lines') return fc.constant({});
			const child = this.level(rule.level, loop, depth - 1);
			if (rule.into === 'inline') return child;
			if (rule.key)
				return this.keyed(
					rule.name,
					rule.level.opens,
					rule.key.at,
					rule.key.table,
					child.filter(isAny),
					most,
					isMandatory,
				);
			const isNeeded = rule.name === 'lines';
			return fc
				.array(isNeeded ? child : child.filter(isAny), { minLength: isNeeded ? 1 : 0, maxLength: most })
				.map((list) => ifAny(rule.name, list));
		}
		const { segment } = rule;
		switch (rule.as) {
			case 'fields': {
				const isOptional = rule.isOptional || segment === 'CTT';
				const given = this.members(segment, rule.members);
				return isOptional ? fc.oneof(fc.constant({}), given) : given;
			}
			case 'texts':
				if (rule.name === 'sscc') return fc.constant({});
				return fc
					.array(this.text(segment, rule.at[0]), { minLength: isMandatory ? 1 : 0, maxLength: most })
					.map((list) => ifAny(rule.name, rule.isAlwaysList || list.length > 1 ? list : list.slice(0, 1)))
					.map((form) => single(form, rule.name, rule.isAlwaysList));
			case 'object':
				return this.members(segment, rule.entry.members).map((value) => ifAny(rule.name, value));
			case 'list':
				return fc.array(this.members(segment, rule.entry.members), { maxLength: most }).map((list) =>
					ifAny(
						rule.name,
						list.filter((one) => Object.keys(one).length > 0),
					),
				);
			case 'spread':
				return fc.constantFrom(
					{},
					{ [rule.name]: [{ unit: 'EA', idType: 'assignedByBuyer', store: '001', quantity: '5' }] },
				);
			case 'keyed': {
				const table = rule.table(tablesWith());
				if (segment === 'DTM') return this.keyed(rule.name, segment, rule.key, table, moment, most);
				const entry = this.members(segment, rule.entry.members, true);
				const main = (rule.entry.members[0] as ValueMember).name;
				const brief = entry.map((one) => (Object.keys(one).join() === main ? one[main] : one));
				return this.keyed(rule.name, segment, rule.key, table, brief, most);
			}
		}
	}

	/** An object of two qualifiers at most, which the dictionary knows. */
	private keyed(
		name: string,
		segment: string,
		at: number,
		table: CodeTable,
		value: fc.Arbitrary<unknown>,
		most: number,
		isMandatory = false,
	): fc.Arbitrary<Form> {
		const codes = [...(this.dictionary.segment(segment)!.elements[at - 1].codes ?? Object.keys(table))];
		return fc
			.dictionary(fc.constantFrom(...codes.filter((code) => code in table || /^[A-Z]/.test(code))), value, {
				minKeys: isMandatory ? 1 : 0,
				maxKeys: most,
			})
			.map((object) => Object.fromEntries(Object.entries(object).map(([code, one]) => [nameOf(table, code), one])))
			.map((object) => ifAny(name, object));
	}

	private members(segment: string, members: readonly Member[], isWhole = false): fc.Arbitrary<Form> {
		const parts = members.map((member): fc.Arbitrary<Form> => {
			if ('pairs' in member) return this.pairs(segment, member);
			const isNeeded =
				member.isRequired === true || member.otherwise !== undefined || (isWhole && member === members[0]);
			const given = this.value(segment, member).map((value) => ({ [member.name]: value }));
			return isNeeded ? given : fc.oneof(fc.constant({}), given);
		});
		return fc.tuple(...parts).map((forms) => Object.assign({}, ...forms) as Form);
	}

	private pairs(segment: string, member: Extract<Member, { pairs: unknown }>): fc.Arbitrary<Form> {
		const { pairs, name, table, isRequired } = member;
		const names = Object.values(table(tablesWith()));
		const value = this.text(segment, pairs[0] + 1);
		return fc
			.dictionary(fc.constantFrom(...names), value, {
				minKeys: isRequired ? 1 : 0,
				maxKeys: Math.min(2, pairsOf(member).length),
			})
			.map((object) => (name === '' ? object : ifAny(name, object)));
	}

	private value(segment: string, { at, codec }: ValueMember): fc.Arbitrary<string> {
		const { maximum, minimum, codes } = this.dictionary.segment(segment)!.elements[at - 1];
		const digits = fc.integer({
			min: minimum > 1 && minimum < 6 ? 10 ** (minimum - 1) + 1 : 1,
			max: 10 ** Math.min(maximum, 6) - 1,
		});
		const decimals = digits
			.map((one) => (one % 10 === 0 ? one + 1 : one))
			.map((one) => String(one / (one > 100 ? 100 : 1)));
		const kinds = new Map<Codec, fc.Arbitrary<string>>([
			[number, decimals],
			[integer, digits.map(String)],
			[cents, digits.map((one) => (one / 100).toFixed(2))],
			[date, day],
			[time, clock.map((one) => (maximum < 6 ? one.slice(0, 5) : one))],
			[currency, fc.constantFrom('USD', 'EUR')],
			[unit, fc.constantFrom('EA', 'DZ', 'CA')],
		]);
		const known = kinds.get(codec);
		if (known) return known;
		if (codec !== text) return fc.constantFrom(...(codes ?? ['01'])).map((one) => codec.read(one, tablesWith())!);
		if (codes) return fc.constantFrom(...codes);
		return words(minimum, maximum);
	}

	private text(segment: string, at: number): fc.Arbitrary<string> {
		const { minimum, maximum } = this.dictionary.segment(segment)!.elements[at - 1];
		return words(minimum, maximum);
	}
}

/** Upper case and digits, in every character set; no space at either end. */
const words = (minimum: number, maximum: number) =>
	fc
		.string({
			unit: fc.constantFrom(...'ABCDEFGHIJ KLMNOPQRSTUVWXYZ0123456789'),
			minLength: minimum,
			maxLength: Math.min(maximum, 40),
		})
		.map((one) => one.trim().padEnd(Math.max(1, minimum), 'X'));

const day = fc
	.integer({ min: 0, max: 20000 })
	.map((one) => new Date(one * 86_400_000 + 946_684_800_000).toISOString().slice(0, 10));
const clock = fc.integer({ min: 0, max: 86_399 }).map((one) => new Date(one * 1000).toISOString().slice(11, 19));
const moment = fc.oneof(
	day,
	fc
		.tuple(day, clock, fc.constantFrom('', 'Z', '+01:00', '-12:00', '[ET]'))
		.map(([date_, time_, zone]) => `${date_}T${time_}${zone}`),
);

function ifAny(name: string, value: unknown): Form {
	const isEmpty = Array.isArray(value) ? value.length === 0 : Object.keys(value as object).length === 0;
	return isEmpty ? {} : { [name]: value };
}

function single(form: Form, name: string, isAlwaysList: boolean): Form {
	const list = form[name] as unknown[] | undefined;
	return list?.length === 1 && !isAlwaysList ? { [name]: list[0] } : form;
}
