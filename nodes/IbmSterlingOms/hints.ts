import type { NodeHint } from 'n8n-workflow';

const before = (message: string, displayCondition: string, type: NodeHint['type'] = 'info'): NodeHint => ({
	message,
	type,
	location: 'ndv',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ ${displayCondition} }}`,
});

const is = (resource: string, ...operations: string[]) =>
	`$parameter["resource"] === "${resource}" && ${JSON.stringify(operations)}.includes($parameter["operation"])`;

/** What the node says before it runs. An empty form is no fault: people see these while they fill it in. */
export const HINTS: NodeHint[] = [
	before(
		'Dry Run is on: the node returns the request and sends nothing to Sterling.',
		'($parameter["options"] || {})["dryRun"]',
	),
	before(
		'The whole order will be cancelled. Use the operation Cancel Lines for some of its lines.',
		is('order', 'cancel'),
		'warning',
	),
	before(
		'The order has no lines yet: add them under Order Lines, or choose under Lines where they come from.',
		`${is('order', 'create')} && ($parameter["inputMode"] || "fields") === "fields" && ` +
			'($parameter["linesFrom"] || "below") === "below" && !(($parameter["lines"] || {})["line"] || []).length && ' +
			'!($parameter["additionalFields"] || {})["additionalAttributes"] && !($parameter["additionalFields"] || {})["draftOrderFlag"]',
	),
	before(
		'Without lines, everything that is released of the order will be shipped.',
		`${is('order', 'ship')} && ($parameter["linesFrom"] || "below") === "below" && ` +
			'!(($parameter["lines"] || {})["line"] || []).length',
	),
];
