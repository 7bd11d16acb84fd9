import type { NodeHint } from 'n8n-workflow';

import { before, dryRunHint, is, warningsOf } from '../../kit/n8n/beforeRun';
import { RESOURCES } from './operations';

const FROM_FORM = '($parameter["inputMode"] || "fields") === "fields"';

const WITHOUT_LINES = '!(($parameter["lines"] || {})["line"] || []).length';

/** A new order that Sterling will process, all of which is in the fields. */
const NEW_ORDER =
	`${is('order', 'create')} && !($parameter["additionalFields"] || {})["additionalAttributes"] && ` +
	'!($parameter["additionalFields"] || {})["draftOrderFlag"]';

/** What the node says before it runs. An empty form is no fault: people see these while they fill it in. */
export const HINTS: NodeHint[] = [
	dryRunHint('the node returns the request and sends nothing to Sterling.'),
	...warningsOf(RESOURCES),
	before(
		'The order has no lines yet: add them under Order Lines, or choose under Input where they come from.',
		`${NEW_ORDER} && ${FROM_FORM} && ${WITHOUT_LINES}`,
	),
	before(
		'The order has no Bill To address yet: add it under Addresses. Sterling requires it, except for drafts.',
		`${NEW_ORDER} && ($parameter["inputMode"] || "fields") !== "document" && !($parameter["addresses"] || {})["billTo"]`,
	),
	before(
		'Without lines, everything that is released of the order will be shipped.',
		`${is('order', 'ship')} && ${FROM_FORM} && ${WITHOUT_LINES}`,
	),
	before(
		'Without lines, the whole shipment will be confirmed as it was planned.',
		`${is('shipment', 'confirm')} && ${FROM_FORM} && ${WITHOUT_LINES}`,
	),
	before(
		'Without lines, all lines of the return will be received in full.',
		`${is('return', 'receive')} && ${WITHOUT_LINES}`,
	),
];
