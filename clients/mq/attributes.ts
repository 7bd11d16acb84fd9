import { withoutEnd } from '../../kit/textEnd';
import type { QueueAttributes } from './connection';

/** Selectors of MQINQ (cmqc.h), in the order of their values. */
export const SELECTORS = {
	/** MQIA_…: whole numbers. */
	integers: {
		depth: 3,
		inhibitGet: 9,
		inhibitPut: 10,
		maximumMessageLength: 13,
		maximumDepth: 15,
		openInputCount: 17,
		openOutputCount: 18,
		backoutThreshold: 22,
	},
	/** MQCA_…, with their lengths in bytes. */
	characters: {
		description: { selector: 2013, length: 64 },
		backoutRequeueQueue: { selector: 2019, length: 48 },
	},
} as const;

const INTEGERS = Object.entries(SELECTORS.integers);
const CHARACTERS = Object.entries(SELECTORS.characters);

/** All selectors, numbers first. */
export const ALL_SELECTORS: readonly number[] = [
	...INTEGERS.map(([, selector]) => selector),
	...CHARACTERS.map(([, { selector }]) => selector),
];
export const COUNTS = {
	integers: INTEGERS.length,
	characterBytes: CHARACTERS.reduce((sum, [, { length }]) => sum + length, 0),
};

/**
 * The attributes of a queue by what MQINQ responds to {@link ALL_SELECTORS}. -1 stands for what does not apply, such as
 * the depth of a remote queue.
 */
export function attributesOf(
	name: string,
	integers: readonly number[],
	characters: readonly string[],
): QueueAttributes {
	const number = Object.fromEntries(
		INTEGERS.map(([key], index): [string, number | undefined] => [
			key,
			integers[index] < 0 ? undefined : integers[index],
		]),
	);
	const text = Object.fromEntries(
		CHARACTERS.map(([key], index) => [key, withoutEnd(characters[index], '\0* ') || undefined]),
	);
	const { inhibitGet, inhibitPut, ...plain } = number;
	return {
		name,
		...plain,
		...text,
		...(inhibitGet === undefined ? {} : { getAllowed: inhibitGet === 0 }),
		...(inhibitPut === undefined ? {} : { putAllowed: inhibitPut === 0 }),
	};
}

/** The texts of MQINQ, which come one behind the other. */
export function splitCharacters(bytes: Buffer): string[] {
	let at = 0;
	return CHARACTERS.map(([, { length }]) => bytes.toString('latin1', at, (at += length)));
}
