import { checked } from '../../../kit/n8n/fields/check';
import { attribute, type Check, type Field } from '../../../kit/n8n/fields/field';
import { refuse } from '../../../kit/n8n/refusal';
import type { Document } from '../../../kit/xml/document';

type Quantity = Parameters<typeof attribute>[3];

/** Whether a line of a change is to be added. */
export const isAdded = ({ Action }: Document): boolean => typeof Action === 'string' && /^create$/i.test(Action.trim());

/** @throws Refusal for nothing, and for less */
export const moreThanNothing: Check = (text) => {
	if (Number(text) <= 0)
		refuse(`must be more than 0, got ${text}`, 'Correct the quantity, or leave out what has none.');
};

/** @throws Refusal for less than nothing */
const notNegative: Check = (text) => {
	if (Number(text) < 0) refuse(`must be 0 or more, got ${text}`, 'Quantities are never negative here.');
};

/** Of a line that is short as a whole, nothing is shipped. */
const ofLine: Check = (text, line) => (Number(line.ShortageQty) > 0 ? notNegative : moreThanNothing)(text, line);

/** A line that is added needs a quantity; one that exists may lose all of it, as 0 cancels it (production code). */
const ofChange: Check = (text, line) => (isAdded(line) ? ofLine : notNegative)(text, line);

const field =
	(check: Check) =>
	(displayName: string, name: string, path: string, options?: Quantity): Field =>
		checked(check, attribute(displayName, name, path, options));

/** A quantity that is ordered, shipped, returned, received or asked for. */
export const quantity = field(ofLine);
/** What is left of a quantity, or was really shipped, which may be nothing. */
export const remainder = field(notNegative);
/** The quantity of a line that is added or changed. */
export const changedQuantity = field(ofChange);
