import type { Element } from '../../tree';
import { date, time } from './codecs';
import type { Entry } from './entry';
import { readMembers, textOf } from './members';
import { value } from './member';

/** Element 623 for the offsets of ISO 8601: `01` to `12` are +01 to +12, `13` to `24` are -12 to -01. */
const OFFSETS = new Map<string, string>([
	['Z', 'UT'],
	...Array.from({ length: 12 }, (_, i): [string, string] => [`+${two(i + 1)}:00`, two(i + 1)]),
	...Array.from({ length: 12 }, (_, i): [string, string] => [`-${two(12 - i)}:00`, two(i + 13)]),
]);
const ZONES = new Map([...OFFSETS].map(([offset, code]) => [code, offset]));

const MOMENT = /^(.+?)(?:[T ](\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d|\[[A-Za-z0-9]{2}\])?)?$/;

/**
 * A date, its time and its zone in three elements in a row, as one text: `2026-12-01`, `2026-12-01T10:30`,
 * `2026-12-01T10:30Z`, `2026-12-01T10:30-05:00`, and with zones of X12 that are no offset `2026-12-01T10:30[ET]`.
 *
 * @param first element of the date
 */
export function moment(first: number): Entry {
	const members = [value(first, 'date', date), value(first + 1, 'time', time)];
	return {
		members,
		read({ id, elements }, tables) {
			const zone = elements[first + 1] ?? '';
			const rest = elements.map((element, index): Element => (index === first + 1 ? '' : element));
			const { object, others } = readMembers({ id, elements: rest }, members, tables);
			if (object.date === undefined || Object.keys(others).length > 0 || typeof zone !== 'string') return undefined;
			if (object.time === undefined) return zone === '' ? object.date : undefined;
			const suffix = zone === '' ? '' : (ZONES.get(zone) ?? `[${zone}]`);
			return `${object.date as string}T${object.time as string}${suffix}`;
		},
		write(segment, given, context) {
			const place = { path: context.path, segment, element: first };
			const elements: Element[] = Array.from({ length: first - 1 }, () => '');
			const whole = textOf(given, String, context, place);
			const [, day = whole, at, zone = ''] = MOMENT.exec(whole.trim()) ?? [];
			elements.push(textOf(day, (text) => date.write(text, context.tables), context, place));
			if (at !== undefined) {
				elements.push(
					textOf(at, (text) => time.write(text, context.tables), context, { ...place, element: first + 1 }),
				);
			}
			if (zone !== '')
				elements.push(zoneCode(zone) ?? textOf(zone, refuseZone, context, { ...place, element: first + 2 }));
			return elements.at(-1) === '' ? [] : elements;
		},
	};
}

function zoneCode(zone: string): string | undefined {
	return OFFSETS.get(zone === '+00:00' || zone === '-00:00' ? 'Z' : zone) ?? /^\[(\w\w)\]$/.exec(zone)?.[1];
}

function refuseZone(): string {
	throw new RangeError('has an offset that X12 has no code for: it has codes for whole hours from -12 to +12');
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
