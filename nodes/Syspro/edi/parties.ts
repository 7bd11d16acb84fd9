import type { Party } from '../../../clients/syspro';
import type { EdiSettings } from './settings';
import { codeFor, filled, textOf, type Form } from './values';

type Address = NonNullable<Party['address']>;

/** Lines that N3 holds: two, twice. */
const MOST_LINES = 4;
const LONGEST_LINE = 55;
const LONGEST_CITY = 30;

/** A party of a form, with the code that SYSPRO has for it and its address. */
export function partyOf(
	party: Party | undefined,
	assignedBy: 'assignedByBuyer' | 'assignedBySeller',
	settings: EdiSettings,
): Form {
	if (!party) return {};
	const { id, name, address, contact, telephone, email } = party;
	return filled({
		name: name?.trim(),
		...codeMembers(id === null ? '' : codeFor(id, settings), assignedBy),
		...(address ? addressOf(address, settings) : {}),
		contacts: contactsOf({ contact, telephone, email }),
	});
}

const codeMembers = (code: string, assignedBy: string): Form =>
	code.trim() === '' ? {} : { idType: assignedBy, id: code };

function contactsOf({ contact, telephone, email }: Pick<Party, 'contact' | 'telephone' | 'email'>): Form[] {
	const numbers = filled({ phone: telephone?.trim(), email: email?.split(';')[0].trim() });
	if (!textOf(contact) && Object.keys(numbers).length === 0) return [];
	return [filled({ role: 'information', name: contact?.trim(), ...numbers })];
}

/**
 * SYSPRO's address lines as N3 and N4. What a line means is up to the site, so they stay lines unless specified otherwise; a
 * line that cannot be a city, state or country stays one in any case.
 */
function addressOf({ lines, postalCode }: Address, { addresses }: EdiSettings): Form {
	const given = lines.map((line) => line.trim());
	const part = (index: number, fits: (text: string) => boolean) =>
		addresses === 'parts' && fits(given[index] ?? '') ? index : -1;
	const city = part(2, (text) => text.length >= 2 && text.length <= LONGEST_CITY);
	const state = part(3, (text) => /^[A-Za-z]{2}$/.test(text));
	const country = part(4, (text) => /^[A-Za-z]{2,3}$/.test(text));
	const rest = given.filter((line, index) => line !== '' && ![city, state, country].includes(index));
	return filled({
		address: withinLines(rest),
		city: given[city],
		state: given[state]?.toUpperCase(),
		postalCode: postalCode?.trim(),
		country: given[country]?.toUpperCase(),
	});
}

/** A fifth line goes with the one before it where there is room for both. */
function withinLines(lines: string[]): string[] {
	if (lines.length <= MOST_LINES) return lines;
	const last = lines.slice(MOST_LINES - 1).join(', ');
	return last.length <= LONGEST_LINE ? [...lines.slice(0, MOST_LINES - 1), last] : lines;
}

/** The address of a party of a form, line by line. */
export function addressFrom(party: Form): Address | undefined {
	const street = [party.address ?? []].flat();
	const lines = [...street, party.city, party.state, party.country].map(textOf).filter((line) => line !== undefined);
	const postalCode = textOf(party.postalCode) ?? null;
	return lines.length === 0 && postalCode === null ? undefined : { lines, postalCode };
}
