import { waitFor } from '../lib/process';
import type { Sandbox } from '../../sandbox';

const ENTERPRISE = { EnterpriseCode: 'AURORA', DocumentType: '0001' };
const ADDRESS = {
	FirstName: 'Ada',
	LastName: 'Example',
	AddressLine1: '1 Sample Street',
	City: 'Exampleton',
	Country: 'US',
};

export interface Line {
	item: string;
	quantity: number;
	more?: Record<string, string>;
}

/** Places an order of Aurora's. */
export function placeOrder({ store }: Sandbox, number: string, lines: Line[], more: Record<string, string> = {}): void {
	store.call('createOrder', {
		...ENTERPRISE,
		OrderNo: number,
		PersonInfoBillTo: ADDRESS,
		PersonInfoShipTo: ADDRESS,
		OrderLines: {
			OrderLine: lines.map(({ item, quantity, more: attributes }) => ({
				OrderedQty: String(quantity),
				Item: { ItemID: item, UnitOfMeasure: 'EACH' },
				...attributes,
			})),
		},
		...more,
	});
}

/** Schedules an order, and releases what found stock. What found none is backordered. */
export function scheduleAndRelease({ store }: Sandbox, number: string): void {
	store.call('scheduleOrder', { ...ENTERPRISE, OrderNo: number, ScheduleAndRelease: 'Y' });
}

/** Lets something happen as if it were long ago. It must be over when the function returns. */
export function hoursAgo({ clock }: Sandbox, hours: number, happen: () => void): void {
	const away = hours * 3_600_000;
	clock.advance(-away);
	try {
		happen();
	} finally {
		clock.advance(away);
	}
}

/** Waits until what happens next carries a later time than what happened before: Sterling's times are whole seconds. */
export async function nextSecond({ clock }: Sandbox): Promise<void> {
	const second = () => Math.floor(clock.now() / 1000);
	const before = second();
	await waitFor(
		async () => second() > before,
		5_000,
		() => 'the clock of the sandbox stands',
	);
}
