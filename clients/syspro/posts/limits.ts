import { ServiceError } from '../../../kit/errors';
import { isDay } from '../values';

/** Characters that SYSPRO stores of an element; longer texts would be cut without a word (schemas of SYSPRO 7 and 8). */
const LENGTHS: Readonly<Record<string, number>> = {
	CustomerPoNumber: 30,
	ShipAddress1: 40,
	ShipAddress2: 40,
	ShipAddress3: 40,
	ShipAddress4: 40,
	ShipAddress5: 40,
	ShipPostalCode: 15,
	Email: 80,
	StockCode: 30,
	Supplier: 15,
	Customer: 15,
	OrderUom: 10,
	Warehouse: 10,
};

/** The text, which fits its element. @throws ServiceError `invalidInput` */
export function fitted(element: string, value: string | undefined): string | undefined {
	const most = LENGTHS[element];
	if (value === undefined || most === undefined || value.length <= most) return value;
	throw new ServiceError(
		'invalidInput',
		`${element} has ${value.length} characters, and SYSPRO stores ${most}: "${value}".`,
		{
			hint: 'Shorten it before it is sent: SYSPRO would truncate it without an error.',
			place: element,
			effect: 'none',
		},
	);
}

/** A decimal as SYSPRO takes it: digits and a point. @throws ServiceError `invalidInput` */
export function numeric(element: string, value: string | undefined): string | undefined {
	if (value === undefined || /^-?\d{1,14}(?:\.\d{1,6})?$/.test(value)) return value;
	throw new ServiceError('invalidInput', `${element} is not a number that SYSPRO accepts: "${value}".`, {
		hint: 'Write it with digits and a point, with at most six decimals and without separators.',
		place: element,
		effect: 'none',
	});
}

/** A date as SYSPRO takes it. @throws ServiceError `invalidInput` */
export function dated(element: string, value: string | undefined): string | undefined {
	if (value === undefined || isDay(value)) return value;
	throw new ServiceError('invalidInput', `${element} is not a date: "${value}".`, {
		hint: 'Dates are written YYYY-MM-DD.',
		place: element,
		effect: 'none',
	});
}

/** A text that has to be there. @throws ServiceError `invalidInput` */
export function needed(element: string, value: string | undefined): string {
	if (value !== undefined && value.trim() !== '') return value;
	throw new ServiceError('invalidInput', `${element} is missing.`, { place: element, effect: 'none' });
}

/** At least one. @throws ServiceError `invalidInput` */
export function some<T>(what: string, list: readonly T[]): readonly T[] {
	if (list.length > 0) return list;
	throw new ServiceError('invalidInput', `There are no ${what}.`, { effect: 'none' });
}
