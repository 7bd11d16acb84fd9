import type { SalesOrderInput, SalesOrderLineInput } from '../../../clients/syspro';
import { addressFrom } from './parties';
import { unitPrice } from './pricing';
import { assertNew } from './purpose';
import type { EdiSettings } from './settings';
import { filled, formOf, listOf, needed, numberOf, textOf, unitFrom, type Form } from './values';

/** What a sales order takes of an 850, and what SYSPRO has no place for. */
interface Imported<T> {
	input: T;
	/** What is not copied, in sentences for people. */
	notes: string[];
}

/** Dates of an order that say when to ship, the first one first. */
const SHIP_DATES = ['shipRequested', 'shipNoLater', 'deliveryRequested', 'requiredBy'];

/**
 * The sales order of a customer's 850: the vendor's part number is our stock code, the buyer's is the customer's.
 * @throws TypeError for an order without number, lines, quantities or part numbers
 */
export function salesOrderFrom(form: Form, customer: string, settings: EdiSettings): Imported<SalesOrderInput> {
	const number = needed(form.number, 'number', 'The purchase order');
	const name = `Purchase order ${number}`;
	assertNew(form, name);
	const release = releaseOf(form);
	const lines = listOf(form.lines);
	if (lines.length === 0) throw new TypeError(`${name} has no lines`);
	const parties = formOf(form.parties);
	const shipTo = formOf(listOf(parties.shipTo)[0]);
	const address = addressFrom(shipTo);
	const { freight, notes } = chargesOf(form, settings);
	const requestedShipDate = shipDate(formOf(form.dates));
	const input = filled({
		customer,
		customerPoNumber: release === undefined ? number : `${number}-${release}`,
		orderDate: textOf(form.date),
		requestedShipDate,
		shipTo: filled({ name: textOf(shipTo.name), lines: address?.lines, postalCode: address?.postalCode }),
		email: emailOf(form),
		lines: lines.map((line, index) => lineFrom(line, index, name, settings)),
		freight,
		comments: commentsOf(form),
	}) as unknown as SalesOrderInput;
	const has = (list: 'charges' | 'schedule') => lines.some((line) => listOf(line[list]).length > 0);
	return {
		input,
		notes: [
			...notes,
			...(has('charges') ? [`${name}: charges and allowances of single lines are not copied`] : []),
			...(has('schedule') ? [`${name}: delivery schedules of lines are not copied`] : []),
			...(release === undefined ? [] : [`${name}: its release ${release} is part of the customer's order number`]),
		],
	};
}

/**
 * The release of a blanket order, which has the number of the order in each of its 850s: without it, all but the first one
 * would be taken for the same order. Partners without releases send zeros.
 */
function releaseOf({ release }: Form): string | undefined {
	const text = textOf(release)?.trim();
	return text === undefined || /^0+$/.test(text) ? undefined : text;
}

function lineFrom(line: Form, index: number, name: string, settings: EdiSettings): SalesOrderLineInput {
	const where = `${name}, line ${textOf(line.number) ?? index + 1},`;
	const ids = formOf(line.itemIds);
	const stockCode = textOf(ids[settings.vendorPartName]);
	const customerPartNumber = textOf(ids[settings.buyerPartName]);
	if (stockCode === undefined && customerPartNumber === undefined) {
		const known = Object.keys(ids).join(', ') || 'none';
		throw new TypeError(
			`${where} has no part number that SYSPRO could know: expected ${settings.vendorPartName} or ${settings.buyerPartName}, found ${known}`,
		);
	}
	return filled({
		line: textOf(line.number),
		stockCode,
		customerPartNumber,
		description: textOf([line.description].flat()[0]),
		quantity: needed(numberOf(line.quantity, 'quantity', where), 'quantity', where),
		uom: unitFrom(line.unit, settings),
		price: unitPrice({ ...line, price: numberOf(line.price, 'price', where) }, where, settings),
		requestedDate: shipDate(formOf(line.dates)),
	}) as unknown as SalesOrderLineInput;
}

const dayOf = (moment: unknown): string | undefined => textOf([moment].flat()[0])?.slice(0, 10);

const shipDate = (dates: Form): string | undefined =>
	SHIP_DATES.map((name) => dayOf(dates[name])).find((day) => day !== undefined);

function emailOf(form: Form): string | undefined {
	const all = [form, ...Object.values(formOf(form.parties)).flatMap(listOf)];
	const contacts = all.flatMap(({ contacts: own }) => listOf(own));
	return contacts.map(({ email }) => textOf(email)).find((email) => email !== undefined);
}

/** Messages of the order, and of its lines with the line before them. */
function commentsOf(form: Form): string[] {
	const of = (one: Form) => [one.messages ?? []].flat().map(textOf);
	const notes = listOf(form.notes).flatMap((note) => [textOf(note.text), ...of(note)]);
	const lines = listOf(form.lines).flatMap((line, index) =>
		of(line).map((text) => text && `Line ${textOf(line.number) ?? index + 1}: ${text}`),
	);
	return [...notes, ...lines].filter((text) => text !== undefined);
}

function chargesOf(form: Form, { freightCode }: EdiSettings): { freight?: string; notes: string[] } {
	const charges = listOf(form.charges);
	const isFreight = ({ code, kind }: Form) => code === freightCode && kind === 'charge';
	const freight = charges.filter(isFreight).map(({ amount }) => textOf(amount));
	const others = charges.filter((charge) => !isFreight(charge));
	return {
		...(freight.length === 1 && freight[0] !== undefined ? { freight: freight[0] } : {}),
		notes: [...(freight.length > 1 ? charges : others)].map(
			({ kind, code, amount, text }) =>
				`Purchase order ${String(form.number)}: the ${String(kind)} ${[code, amount, text].filter(Boolean).join(' ')} is not copied`,
		),
	};
}
