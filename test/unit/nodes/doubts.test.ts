import type { Document } from '../../../kit/xml/document';
import { alreadyExpired, withoutQuantity, withoutStatus } from '../../../nodes/IbmSterlingOms/documents/doubts';

const line = (BaseDropStatus: string) => ({ OrderLineKey: '1', BaseDropStatus });

test.each([
	[{ TransactionId: 'T' }, true],
	[{ TransactionId: 'T', BaseDropStatus: ' ' }, true],
	[{ TransactionId: 'T', BaseDropStatus: '3200.10' }, false],
	[{ OrderLines: { OrderLine: [line('3200.10'), line('3300')] } }, false],
	[{ OrderLines: { OrderLine: [line('3200.10'), line('')] } }, true],
	[{ ChangeForAllAvailableQty: 'Y', OrderLines: { OrderLine: [line('3200.10')] } }, true],
])('a change of status %j: in doubt %s', (change, isInDoubt) => {
	expect(withoutStatus(change) !== undefined).toBe(isInDoubt);
});

test('lines of a shipment without a quantity are named', () => {
	const shipment = (...quantities: Array<string | undefined>): Document => ({
		ShipmentLines: {
			ShipmentLine: quantities.map((Quantity): Document => (Quantity === undefined ? {} : { Quantity })),
		},
	});
	expect(withoutQuantity(shipment('1', '2'))).toBeUndefined();
	expect(withoutQuantity(shipment('1', undefined, '0', ''))).toMatch(/^Lines 2, 4 have no Quantity\./);
	expect(withoutQuantity(shipment(undefined))).toMatch(/^Line 1 has no Quantity\./);
	expect(withoutQuantity({})).toBeUndefined();
});

test('an end that has passed is named, whatever its offset', () => {
	const until = (ExpirationDate: string) => ({ ReservationParameters: { ExpirationDate } });
	const now = Date.parse('2026-11-28T12:00:00Z');
	expect(alreadyExpired(until('2026-11-28T12:30:00+01:00'), now)).toContain(
		'2026-11-28T12:30:00+01:00, which has passed',
	);
	expect(alreadyExpired(until('2026-11-28T12:30:00+00:00'), now)).toBeUndefined();
	expect(alreadyExpired(until('2026-11-28'), now)).toBeUndefined();
	expect(alreadyExpired({}, now)).toBeUndefined();
});
