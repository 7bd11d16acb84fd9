import type { INodeProperties } from 'n8n-workflow';

import { isElement } from './path';
import { describeValue, inField, refuse } from './refusal';
import { isLocator, locatorText, textOf, yesNo, type ValueContext } from './fields/value';
import { plainDecimal } from './fields/decimal';

/** What a picker holds: the way it was filled in, and the plain value. */
export interface Located {
	mode: string;
	value: string;
}

/** Bounds of a number; those of the parameter's own description unless given. */
export interface Bounds {
	min?: number;
	max?: number;
}

interface Facts {
	/** Descriptions of the parameters, for labels, defaults and bounds. */
	properties?: readonly INodeProperties[];
	/** Whether a parameter, or one inside a collection, is filled in by an expression. */
	isExpression?: (path: string) => boolean;
}

/**
 * The parameters of the node for one item. A path names a parameter or, with a dot, one inside a collection:
 * `options.dryRun`. Switches, numbers and choices are read by one rule each, because an expression may give anything.
 */
export class Parameters {
	constructor(
		private readonly read: (name: string) => unknown,
		readonly values: ValueContext,
		private readonly facts: Facts = {},
	) {}

	/** The value as n8n resolved it; undefined where the parameter is not shown. */
	raw(path: string): unknown {
		const [name, inner] = path.split('.');
		const value = this.read(name) ?? undefined;
		if (inner === undefined || value === undefined || value === '') return inner === undefined ? value : undefined;
		if (!isElement(value))
			return inField(this.label(name), () => refuse(`must be an object, got ${describeValue(value)}`));
		return (value as Record<string, unknown>)[inner];
	}

	/**
	 * Text of a plain parameter or of a resource locator, trimmed; empty where nothing is given.
	 * @throws Refusal for lists and objects
	 */
	text(path: string): string {
		const value = this.raw(path);
		return inField(this.label(path), () =>
			isLocator(value) ? locatorText(value) : (textOf(value, this.values) ?? '').trim(),
		);
	}

	/**
	 * What a picker holds. A locator of another node inside it says by itself how it was filled in.
	 * @throws Refusal for lists, objects and what else names nothing
	 */
	located(name: string): Located {
		let value = this.raw(name);
		let mode = 'key';
		while (isLocator(value)) ({ mode, value } = value);
		const plain = value;
		return { mode, value: inField(this.label(name), () => locatorText(plain)) };
	}

	/**
	 * A switch.
	 * @throws Refusal for what means neither yes nor no, and for an expression that returns nothing
	 */
	flag(path: string, fallback?: boolean): boolean {
		const value = this.given(path);
		if (value === undefined) return fallback ?? this.property(path)?.default === true;
		return inField(this.label(path), () => yesNo(value));
	}

	/**
	 * A whole number.
	 * @throws Refusal for what is none or is out of bounds, and for an expression that returns nothing
	 */
	number(path: string, fallback?: number, bounds?: Bounds): number {
		const value = this.raw(path) ?? '';
		const property = this.property(path);
		const isEmpty = typeof value === 'string' && value.trim() === '';
		if (isEmpty && !this.isExpression(path)) return fallback ?? Number(property?.default ?? 0);
		const { minValue, maxValue } = property?.typeOptions ?? {};
		const { min = minValue ?? 0, max = maxValue ?? Number.MAX_SAFE_INTEGER } = bounds ?? {};
		return inField(this.label(path), () => {
			const plain = typeof value === 'boolean' ? undefined : (textOf(value, this.values) ?? '').trim();
			const number = Number(plain === undefined ? undefined : plainDecimal(plain));
			if (Number.isInteger(number) && number >= min && number <= max) return number;
			const range = max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`;
			const found = isEmpty ? 'and its expression returns nothing' : `got ${describeValue(value)}`;
			return refuse(`must be a number ${range} without a fraction, ${found}`);
		});
	}

	/**
	 * One of the parameter's own choices.
	 * @throws Refusal for any other value, and for an expression that returns nothing
	 */
	choice(path: string, fallback?: string): string {
		const value = this.given(path);
		const property = this.property(path);
		if (value === undefined) return fallback ?? String(property?.default ?? '');
		const choices = (property?.options ?? []).flatMap((option) => ('value' in option ? [String(option.value)] : []));
		return inField(this.label(path), () => {
			const text = (textOf(value, this.values) ?? '').trim();
			if (choices.length === 0 || choices.includes(text)) return text;
			return refuse(`there is no choice ${describeValue(value)}`, `The choices are: ${choices.join(', ')}.`);
		});
	}

	/** One value of a collection parameter as it is, such as an entry of Options. */
	option<T>(collection: string, name: string, fallback: T): T {
		const value = this.raw(`${collection}.${name}`);
		return value === undefined || value === '' ? fallback : (value as T);
	}

	/** Whether an expression fills the parameter in. */
	isExpression(path: string): boolean {
		return this.facts.isExpression?.(path) ?? false;
	}

	/** Whether the operation has the parameter. */
	has(path: string): boolean {
		return this.property(path) !== undefined;
	}

	/** What the editor calls the parameter, with the collection around it. */
	label(path: string): string {
		const names = path.split('.');
		const labels = names.map((name, i) => this.property(names.slice(0, i + 1).join('.'))?.displayName ?? name);
		return labels.join(' → ');
	}

	/** The value, or undefined where none was filled in: an expression that returns nothing is no such choice. */
	private given(path: string): unknown {
		const value = this.raw(path);
		if (value !== undefined && value !== null && value !== '') return value;
		if (!this.isExpression(path)) return undefined;
		return inField(this.label(path), () => refuse('is empty: its expression returns nothing'));
	}

	private property(path: string): INodeProperties | undefined {
		return path.split('.').reduce<{ inner: readonly INodeProperties[]; found?: INodeProperties }>(
			({ inner }, name) => {
				const found = inner.find((property) => property.name === name);
				return { inner: (found?.options ?? []) as INodeProperties[], found };
			},
			{ inner: this.facts.properties ?? [] },
		).found;
	}
}
