import type { Json } from './plainSterling';
import {
	invoices,
	order,
	releases,
	returnOrder,
	sayInvoice,
	sayItem,
	saySupply,
	shipments,
	stock,
	stockAfter,
	type Subject,
} from './subjects';

/** What Sterling must hold of a subject after a step, in the words of `Subject.read`. */
export interface Effect {
	subject: Subject;
	/** The words, or how they follow from those before the step. */
	after: string | ((before: string) => string);
}

interface StepBase {
	title: string;
	/** File in the folder of workflows; its last node is the one whose items count. */
	workflow: string;
	effects: Effect[];
}

/**
 * `change`: Sterling must hold something else than before. `read`: the node must say of each subject what
 * is in Sterling. `refusal`: the node must report this error code, and Sterling must hold what it held before.
 */
export type Step =
	| (StepBase & { kind: 'change' })
	| (StepBase & { kind: 'read'; say: (item: Json) => string })
	| (StepBase & { kind: 'refusal'; code: string });

const effect = (subject: Subject, after: Effect['after']): Effect => ({ subject, after });

const mugs = stock('MUG-BLUE', 'AUR_DC1');
const unchanged = (before: string): string => before;

const readStock = (title: string): Step => ({
	kind: 'read',
	title,
	workflow: '08-read-stock.json',
	say: saySupply,
	effects: [effect(mugs, unchanged)],
});

/** The demo's story, in order. */
export const STEPS: readonly Step[] = [
	{
		kind: 'change',
		title: 'Create three orders',
		workflow: '01-create-orders.json',
		effects: [
			effect(order('DEMO-1001'), 'Created, 2 MUG-BLUE + 1 LAMP-DESK, 58.80 USD'),
			effect(order('DEMO-1002'), 'Created, 4 MUG-RED, 39.60 USD'),
			effect(order('DEMO-1003'), 'Created, 1 CHAIR-OAK, 129.00 USD'),
		],
	},
	{
		kind: 'change',
		title: 'Schedule them',
		workflow: '02-schedule-orders.json',
		effects: [
			effect(order('DEMO-1001'), 'Scheduled, 2 MUG-BLUE + 1 LAMP-DESK, 58.80 USD'),
			effect(order('DEMO-1002'), 'Scheduled, 4 MUG-RED, 39.60 USD'),
			effect(order('DEMO-1003'), 'Scheduled, 1 CHAIR-OAK, 129.00 USD'),
		],
	},
	{
		kind: 'change',
		title: 'Release two of them',
		workflow: '03-release-orders.json',
		effects: [
			effect(releases('DEMO-1001'), 'release 1 to AUR_DC1, Released'),
			effect(releases('DEMO-1002'), 'release 1 to AUR_DC1, Released'),
		],
	},
	{
		kind: 'read',
		title: 'Read them with lines',
		workflow: '04-read-orders.json',
		say: sayItem,
		effects: [
			effect(order('DEMO-1001'), 'Released, 2 MUG-BLUE + 1 LAMP-DESK, 58.80 USD'),
			effect(order('DEMO-1002'), 'Released, 4 MUG-RED, 39.60 USD'),
			effect(order('DEMO-1003'), 'Scheduled, 1 CHAIR-OAK, 129.00 USD'),
		],
	},
	{
		kind: 'change',
		title: 'Change one',
		workflow: '05-change-order.json',
		effects: [effect(order('DEMO-1002'), 'Released, 3 MUG-RED, 29.70 USD, PO-77')],
	},
	{
		kind: 'change',
		title: 'Cancel one',
		workflow: '06-cancel-order.json',
		effects: [effect(order('DEMO-1003'), 'Cancelled, 0 CHAIR-OAK, 0.00 USD')],
	},
	{
		kind: 'refusal',
		title: 'See a change refused',
		workflow: '07-refused-change.json',
		code: 'YFS10137',
		effects: [effect(order('DEMO-1001'), 'Released, 2 MUG-BLUE + 1 LAMP-DESK, 58.80 USD')],
	},
	readStock('Read the stock before'),
	{
		kind: 'change',
		title: 'Ship one',
		workflow: '09-ship-order.json',
		effects: [
			effect(order('DEMO-1001'), 'Shipped, 2 MUG-BLUE + 1 LAMP-DESK, 58.80 USD'),
			effect(shipments('DEMO-1001'), 'shipment DEMO-S-1 from AUR_DC1 by UPSN 1ZDEMO1001, status 1400'),
			effect(mugs, stockAfter(-2)),
		],
	},
	{
		kind: 'read',
		title: 'Read its invoice',
		workflow: '10-read-invoice.json',
		say: sayInvoice,
		effects: [effect(invoices('DEMO-1001'), 'invoice of type SHIPMENT over 58.80')],
	},
	{
		kind: 'change',
		title: 'Create a return',
		workflow: '11-create-return.json',
		effects: [effect(returnOrder('DEMO-R-1'), 'Created, 1 MUG-BLUE, 9.90 USD')],
	},
	{
		kind: 'change',
		title: 'Receive it',
		workflow: '12-receive-return.json',
		effects: [effect(returnOrder('DEMO-R-1'), 'Receipt Closed, 1 MUG-BLUE, 9.90 USD'), effect(mugs, stockAfter(1))],
	},
	readStock('Read the stock after'),
];
