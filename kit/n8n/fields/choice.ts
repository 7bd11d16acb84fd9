import type { INodeProperties } from 'n8n-workflow';

import { describeValue, refuse } from '../refusal';

interface Option {
	name: string;
	value: string;
}

/** The choices of a property, as far as they are written in its description. */
export function choicesOf({ options = [] }: Pick<INodeProperties, 'options'>): Option[] {
	return options.flatMap((option) => ('value' in option ? [{ name: option.name, value: String(option.value) }] : []));
}

/** A choice by its value, with what the editor calls it where that says more. */
function spoken({ name, value }: Option): string {
	return plainly(name) === plainly(value) ? value : `${value} (${name})`;
}

const plainly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The choice that a text means: its value, or what the editor calls it, which is what people and models say.
 * @throws Refusal for any other text
 */
export function choiceFor(text: string, choices: readonly Option[]): string {
	const plain = text.trim();
	const same = (one: string) => one.toLowerCase() === plain.toLowerCase();
	const found =
		// A value may be blank itself, such as a line break.
		choices.find(({ value }) => value === text) ??
		choices.find(({ value }) => value === plain) ??
		choices.find(({ value, name }) => same(value) || same(name));
	if (found) return found.value;
	const known = choices.filter(({ value }) => value !== '').map(spoken);
	return refuse(`${describeValue(text)} is not a valid choice`, `The choices are: ${known.join(', ')}.`);
}
