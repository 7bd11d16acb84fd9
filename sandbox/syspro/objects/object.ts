import type { Company } from '../company';
import type { SysproBehaviour } from '../options';
import type { Content, Element } from '../xml';

export interface Asked {
	company: Company;
	behaviour: SysproBehaviour;
	/** XmlIn. */
	input: Element;
	/** XmlParameters of posts and setups. */
	parameters: Element | undefined;
	/** The last part of the path, in lower case: query, post, add, update, … */
	method: string;
}

/** A business object: makes the response of what it is asked, or an `ERROR` text. */
export type BusinessObject = (asked: Asked) => string;

/** An error in the form of a field: the element of its name, with value, number and description [captured]. */
export function fieldError(element: string, value: string, number: string, description: string): Content {
	return { [element.toLowerCase()]: { Value: value, ErrorNumber: number, ErrorDescription: description } };
}

/** A number as e.net edits it: thousands with commas. */
export function edited(value: string, places: number): string {
	return Number(value).toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** The same without commas, as `Unedited_` elements have it. */
export const unedited = (value: string): string => Number(value).toFixed(6).padStart(20);
