import type { INodeProperties } from 'n8n-workflow';

import { formOf, type Form } from './form';
import { isElement } from '../xml/document';
import { choiceFor, choicesOf } from './fields/choice';
import { numberFrom, type Bounds } from './fields/number';
import { namesIn } from './fields/names';
import { describeValue, inField, refuse } from './refusal';
import type { Settled } from './settled';
import { isBlank, isLocator, locatorText, textOf, yesNo, type ValueContext } from './fields/value';

/** What a picker holds: the way it was filled in, and the plain value. */
export interface Located {
	mode: string;
	value: string;
}

interface Facts {
	/** Descriptions of the parameters, for labels, defaults and bounds. */
	properties?: readonly INodeProperties[];
	/** Whether a parameter, or one inside a collection, is filled in by an expression. */
	isExpression?: (path: string) => boolean;
	/** What the items of a run share. */
	settled?: Settled;
}

/**
 * The parameters of the node for one item. A path names a parameter or, with a dot, one inside a collection:
 * `options.dryRun`. Switches, numbers and choices are read by one rule each, because an expression may give anything.
 */
export class Parameters {
	private readonly form: Form;

	constructor(
		private readonly read: (name: string) => unknown,
		readonly values: ValueContext,
		private readonly facts: Facts = {},
	) {
		this.form = formOf(facts.properties);
	}

	/**
	 * The value as n8n resolved it; undefined where the parameter is not shown.
	 * @throws Refusal where an expression leaves a required one empty: n8n sees only that it is filled in
	 */
	raw(path: string): unknown {
		const [name, inner] = path.includes('.') ? path.split('.') : [path];
		const value = this.read(name) ?? undefined;
		if (isBlank(value) && this.isExpression(name) && this.property(name)?.required) this.refuseEmpty(name);
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
		return this.once('text', path, '', () => {
			const value = this.raw(path);
			return inField(this.label(path), () => {
				if (isLocator(value)) return locatorText(value);
				const text = (textOf(value, this.values) ?? '').trim();
				const choices = this.choicesOf(path);
				return text === '' || choices.length === 0 ? text : choiceFor(text, choices);
			});
		});
	}

	/**
	 * Text with the blanks around it, for what may mean them, such as passwords; empty where nothing is given. A switch is
	 * `true` or `false`.
	 * @throws Refusal for lists and objects
	 */
	exactText(path: string): string {
		return this.field(path, (value) =>
			typeof value === 'boolean' ? String(value) : (textOf(value, this.values) ?? ''),
		);
	}

	/** What `read` makes of the value as n8n resolved it; what it refuses names the parameter. @throws Refusal */
	field<T>(path: string, read: (value: unknown) => T): T {
		const value = this.raw(path);
		return inField(this.label(path), () => read(value));
	}

	/** The text of a parameter that has to have one. @throws Refusal where it is empty, with `advice` where nothing is filled in */
	requiredText(path: string, advice?: string): string {
		const text = this.text(path);
		return text === '' ? this.refuseEmpty(path, advice) : text;
	}

	/**
	 * @param advice where nothing is filled in
	 * @param ofExpression advice where an expression returns nothing
	 * @throws Refusal that says which of the two it is
	 */
	refuseEmpty(path: string, advice?: string, ofExpression = 'Check the expression and the item.'): never {
		const isPicker = this.property(path)?.type === 'resourceLocator';
		return inField(this.label(path), () =>
			this.isExpression(path)
				? refuse('is empty: its expression returns nothing', ofExpression)
				: refuse('is empty', advice ?? (isPicker ? 'Choose an entry from the list, or type one.' : undefined)),
		);
	}

	/**
	 * What a picker holds. A locator of another node inside it says by itself how it was filled in.
	 * @throws Refusal for lists, objects and what else names nothing
	 */
	located(name: string): Located {
		return this.once('located', name, '', () => {
			let value = this.raw(name);
			let mode = 'key';
			while (isLocator(value)) ({ mode, value } = value);
			const plain = value;
			return { mode, value: inField(this.label(name), () => locatorText(plain)) };
		});
	}

	/**
	 * A switch.
	 * @throws Refusal for what means neither yes nor no, and for an expression that returns nothing
	 */
	flag(path: string, fallback?: boolean): boolean {
		return this.once('flag', path, fallback, () => {
			const value = this.given(path);
			if (value === undefined) return fallback ?? this.property(path)?.default === true;
			return inField(this.label(path), () => yesNo(value));
		});
	}

	/**
	 * A number; a whole one, unless the field has digits behind the point (`numberPrecision`).
	 * @throws Refusal for what is none or is out of bounds, and for an expression that returns nothing
	 */
	number(path: string, fallback?: number, bounds?: Bounds): number {
		const value = this.raw(path) ?? '';
		const property = this.property(path);
		const isEmpty = typeof value === 'string' && value.trim() === '';
		if (isEmpty && !this.isExpression(path)) return fallback ?? Number(property?.default ?? 0);
		return inField(this.label(path), () => numberFrom(value, this.values, property, bounds));
	}

	/**
	 * One of the parameter's own choices.
	 * @throws Refusal for any other value, and for an expression that returns nothing
	 */
	choice(path: string, fallback?: string): string {
		return this.once('choice', path, fallback, () => {
			const choices = this.choicesOf(path);
			// One of the choices may be to have nothing.
			const hasNothing = choices.some((choice) => choice.value === '');
			const value = this.given(path, hasNothing);
			if (value === undefined) return fallback ?? String(this.property(path)?.default ?? '');
			return inField(this.label(path), () => {
				const text = textOf(value, this.values) ?? '';
				return choices.length === 0 ? text.trim() : choiceFor(text, choices);
			});
		});
	}

	/**
	 * The names of a list or of a text with commas; of a parameter with choices, each is one of them.
	 * @throws Refusal for an entry that is no name or no choice
	 */
	names(path: string): readonly string[] {
		return this.once('names', path, '', () =>
			this.field(path, (value) => {
				const names = namesIn(value);
				const choices = this.choicesOf(path);
				return choices.length === 0 ? names : names.map((name) => choiceFor(name, choices));
			}),
		);
	}

	/**
	 * One value of a collection parameter, such as an entry of Options, by the rule of its type: a choice, a switch, a number
	 * or a text; what is none of these as it is.
	 * @throws Refusal for what does not fit the type
	 */
	option<T>(collection: string, name: string, fallback: T): T {
		const path = `${collection}.${name}`;
		const value = this.raw(path);
		if (value === undefined || value === null || value === '') return fallback;
		switch (this.property(path)?.type) {
			case 'boolean':
				return this.flag(path) as T;
			case 'options':
				return this.choice(path) as T;
			case 'number':
				return this.number(path) as T;
			case 'string':
				return (this.text(path) || fallback) as T;
			default:
				return value as T;
		}
	}

	/**
	 * The date of a parameter as `yyyy-MM-ddTHH:mm:ss±HH:mm`, in the workflow's zone where it names none; a plain day stays
	 * one. Undefined where nothing is given.
	 * @throws Refusal for what is no date
	 */
	date(path: string): string | undefined {
		return this.field(path, (value) => textOf(value, this.values, 'dateTime'));
	}

	/** Whether an expression fills the parameter in. */
	isExpression(path: string): boolean {
		return this.facts.isExpression?.(path) ?? false;
	}

	/** Whether the parameter has the same value for all items of the run. */
	isSame(path: string): boolean {
		return this.facts.settled?.isSame(path) ?? false;
	}

	/** Whether the operation has the parameter. */
	has(path: string): boolean {
		return this.property(path) !== undefined;
	}

	/** The description of a parameter; undefined where the operation has none of that name. */
	property(path: string): INodeProperties | undefined {
		return this.form.property(path);
	}

	/** What the editor calls the parameter, with the collection around it. */
	label(path: string): string {
		return this.form.label(path);
	}

	/**
	 * What `make` gives, made once a run under a key of its own where items share what was read. Only for what comes of
	 * parameters that are the same for all of them; an error is not kept.
	 */
	kept<T>(key: object, make: () => T): T {
		const { settled } = this.facts;
		return settled ? settled.kept(key, make) : make();
	}

	/** The same parameters, whose values are read with these rules as well. */
	with(rules: Partial<ValueContext>): Parameters {
		return new Parameters(this.read, { ...this.values, ...rules }, this.facts);
	}

	/** Reads a parameter that is the same for all items once a run. */
	private once<T>(how: string, path: string, fallback: unknown, read: () => T): T {
		const { settled } = this.facts;
		return settled ? settled.once(how, path, fallback, read) : read();
	}

	/** What can be chosen, where the parameter is a choice. */
	private choicesOf(path: string): ReturnType<typeof choicesOf> {
		const property = this.property(path);
		return property?.type === 'options' || property?.type === 'multiOptions' ? choicesOf(property) : [];
	}

	/** The value, or undefined where none was filled in: an expression that returns nothing is no such choice. */
	private given(path: string, isEmptyMeant = false): unknown {
		const value = this.raw(path);
		if (value !== undefined && value !== null && (value !== '' || isEmptyMeant)) return value;
		return this.isExpression(path) ? this.refuseEmpty(path) : undefined;
	}
}
