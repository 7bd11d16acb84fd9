import { textOf } from '../../../kit/n8n/fields/value';
import type { Parameters } from '../../../kit/n8n/parameters';
import { inField } from '../../../kit/n8n/refusal';
import type { Rules } from '../../../kit/polling/window';
import type { Document } from '../../../kit/xml/document';
import type { Defaults } from '../connect';
import { readOutput } from '../documents/output';
import { wholeDay } from '../fields/comparisons';
import type { Outputs } from './documents';
import { EVENT_TABLE, type EventDefinition } from './eventTable';
import { readFilters } from './fields/filters';
import { DEFAULTS, EVENT_ONLY } from './fields/properties';
import { KIND_OF, KINDS, type KindName } from './kinds';
import type { Reading } from './query';
import { SOURCES } from './sources';
import { secondsOf } from './time';

/** Everything that the node's parameters say. */
export interface Settings extends Rules {
	/** One for each source of the chosen events; at least one. */
	readings: readonly Reading[];
	outputs: Outputs;
	/** Where a trigger without a cursor starts, in seconds; undefined is the server's time of the first poll. */
	startFrom?: number;
	eventsPerPoll: number;
	/** Characters that the memory of the cursor may take, where not the usual number. */
	most?: number;
}

/**
 * The node's parameters as settings.
 * @throws Refusal or TypeError for what cannot work, in words for the user
 */
export function readSettings(parameters: Parameters, defaults: Defaults): Settings {
	const chosen = chosenEvents(parameters);
	const events = EVENT_TABLE.filter(({ value }) => chosen.includes(value));
	return {
		readings: readReadings(events, parameters, defaults),
		outputs: readOutputs(events, parameters),
		startFrom: readStart(parameters),
		eventsPerPoll: Math.max(1, wholeNumber(parameters, 'eventsPerPoll')),
		lag: wholeNumber(parameters, 'lag'),
		overlap: wholeNumber(parameters, 'overlap'),
	};
}

/** @throws Refusal for none, and for what is no event: its events would be missing without a word */
function chosenEvents(parameters: Parameters): readonly string[] {
	const chosen = parameters.names('events');
	if (chosen.length > 0) return chosen;
	return parameters.refuseEmpty('events', 'Choose at least one event.');
}

function readReadings(events: EventDefinition[], parameters: Parameters, defaults: Defaults): Reading[] {
	const timeout: Document = {
		ApplyQueryTimeout: 'Y',
		QueryTimeout: String(wholeNumber(parameters, 'queryTimeout')),
	};
	return [...new Set(events.map(({ source }) => SOURCES[source]))].map((source) => ({
		source,
		events: events.filter((event) => event.source === source.value),
		filter: readFilters(source, parameters, defaults),
		options: { ...timeout, ...readFrom(source.value, parameters) },
		creationGrace: wholeNumber(parameters, 'creationGrace'),
	}));
}

/** The Output parameters for each kind of document that the chosen events carry. */
function readOutputs(events: EventDefinition[], parameters: Parameters): Outputs {
	const level = parameters.text('output') || 'lines';
	if (level === EVENT_ONLY) return {};
	const names = [...new Set(events.map(({ value }) => KIND_OF[value]))];
	if (level === 'template' && new Set(names.map((name) => KINDS[name].inputRoot)).size > 1) {
		const kinds = names.map((name) => KINDS[name].name).join(' and ');
		throw new TypeError(
			`A template fits one kind of document, but the events are about ${kinds}. Use one trigger for each.`,
		);
	}
	const entries = names.map((name) => {
		const options = readFrom(name, parameters);
		return [name, { ...readOutput(KINDS[name], { parameters }), options }] as const;
	});
	return Object.fromEntries(entries);
}

function readFrom(name: KindName, parameters: Parameters): Document {
	const choice = parameters.choice('options.readFromHistory', DEFAULTS.readFromHistory);
	return choice === 'N' || !SOURCES[name].hasHistory ? {} : { ReadFromHistory: choice };
}

function readStart(parameters: Parameters): number | undefined {
	const path = 'options.startFrom';
	const start = inField(parameters.label(path), () => {
		const text = textOf(parameters.raw(path), parameters.values, 'dateTime');
		return text === undefined ? undefined : secondsOf(wholeDay(text, 'GE', 'dateTime', parameters.values));
	});
	if (start !== undefined || !parameters.isExpression(path)) return start;
	return parameters.refuseEmpty(path, undefined, 'Leave the option out to start now.');
}

function wholeNumber(parameters: Parameters, name: keyof typeof DEFAULTS): number {
	return parameters.number(`options.${name}`, Number(DEFAULTS[name]));
}
