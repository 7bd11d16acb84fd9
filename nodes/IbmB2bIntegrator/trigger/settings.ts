import type { Parameters } from '../../../kit/n8n/parameters';
import { DEFAULTS } from './properties';

/** Everything that the node's parameters say. */
export interface Settings {
	/** A mailbox by its ID, or paths and patterns. */
	mailboxes: { id: string } | { paths: string[] };
	furtherPaths: readonly string[];
	withSubMailboxes: boolean;
	/** Empty for all names. */
	namePattern: string;
	content: 'binary' | 'text' | 'none';
	outputField: string;
	encoding: string;
	/** Bytes above which content is not read. */
	largestContent: number;
	messagesPerPoll: number;
	emitsExisting: boolean;
	afterwards: 'leave' | 'mark' | 'delete';
}

/** @throws Refusal or TypeError for parameters that are missing, no numbers or no choices */
export function readSettings(parameters: Parameters): Settings {
	const { mode, value } = parameters.located('mailbox');
	if (value === '') throw new TypeError('No mailbox is selected: choose one from the list, or type a path');
	return {
		mailboxes: mode === 'id' ? { id: value } : { paths: [value] },
		furtherPaths: parameters.names('options.furtherMailboxes'),
		withSubMailboxes: parameters.flag('withSubMailboxes'),
		namePattern: parameters.text('namePattern'),
		content: parameters.choice('content', 'binary') as Settings['content'],
		outputField: parameters.text('options.outputField') || DEFAULTS.outputField,
		encoding: parameters.choice('options.encoding', 'utf8'),
		largestContent: parameters.number('options.largestContent', DEFAULTS.largestContent) * 1024 * 1024,
		messagesPerPoll: parameters.number('options.messagesPerPoll', DEFAULTS.messagesPerPoll),
		emitsExisting: parameters.choice('options.startWith', 'new') === 'existing',
		afterwards: parameters.choice('afterwards', 'leave') as Settings['afterwards'],
	};
}

/** Which mailboxes are watched, as the ledger remembers it. */
export const choiceOf = ({ mailboxes, furtherPaths, withSubMailboxes }: Settings): string =>
	JSON.stringify([mailboxes, furtherPaths, withSubMailboxes]);
