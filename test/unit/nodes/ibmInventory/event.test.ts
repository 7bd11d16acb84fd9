import { parseEvents } from '../../../../clients/inventory';
import { eventItem } from '../../../../nodes/IbmInventory/run/event';

const envelope = (id: string, availableQuantity: unknown) => ({
	type: 'productAvailability.v2',
	id,
	data: { productId: 'PLATE', shipNode: 'DC1', currentAvailability: { availableQuantity } },
});

test.each([true, false])('an event that cannot be read does not spoil the others (simplified: %s)', (isSimple) => {
	const events = parseEvents([envelope('e-1', 7), envelope('e-2', 'many'), envelope('e-3', 8)]);
	const items = events.map((event) => eventItem(event, isSimple));
	const problem = expect.stringMatching(/availableQuantity is "many" and not a number/);
	expect(items).toMatchObject([{ onHand: 7 }, { problem, eventId: 'e-2', raw: { productId: 'PLATE' } }, { onHand: 8 }]);
});
