import type { NodeHint } from 'n8n-workflow';

import type { Resource } from './catalogue';

/** Whether the node is set to change nothing. */
const DRY_RUN = '($parameter["options"] || {})["dryRun"]';

/** Operation and resource under the node's name. A dry run that was left on must be seen on the canvas. */
export const SUBTITLE = `={{ $parameter["operation"] + ": " + $parameter["resource"] + (${DRY_RUN} ? " (dry run)" : "") }}`;

/**
 * A hint in the node's panel before it runs. `condition` is JavaScript for n8n's expressions, which says whether it is
 * shown; n8n shows it for `true` alone.
 */
export const before = (message: string, condition: string, type: NodeHint['type'] = 'info'): NodeHint => ({
	message,
	type,
	location: 'ndv',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ Boolean(${condition}) }}`,
});

/** JavaScript for n8n's expressions that is true for these operations of a resource. */
export const is = (resource: string, ...operations: string[]): string =>
	`$parameter["resource"] === "${resource}" && ${JSON.stringify(operations)}.includes($parameter["operation"])`;

/** The condition that a parameter has this value, for {@link before}. */
export const has = (parameter: string, value: string): string => `$parameter["${parameter}"] === "${value}"`;

/** Says that a dry run is on, and what the node does then: "it returns the request". */
export const dryRunHint = (what: string): NodeHint => before(`Dry Run is on: ${what}`, DRY_RUN);

/** What the operations of a catalogue warn of before they run. A dry run needs no warning, as nothing happens. */
export const warningsOf = (resources: readonly Resource[]): NodeHint[] =>
	resources.flatMap(({ value, operations }) =>
		operations.flatMap(({ value: operation, warning = [] }) => {
			const warnings = typeof warning === 'string' ? [{ message: warning }] : warning;
			return warnings.map(({ message, when = 'true' }) =>
				before(message, `${is(value, operation)} && (${when}) && !${DRY_RUN}`, 'warning'),
			);
		}),
	);
