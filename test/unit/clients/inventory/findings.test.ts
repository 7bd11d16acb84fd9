import { linesOf } from '../../../../clients/inventory/findings';

const how = { kind: 'node', at: '2030-01-01T00:00:00.000Z', keepRaw: false } as const;
const asked = ['A', 'B', 'C'].map((itemId, i) => ({ lineId: String(i + 1), itemId, unitOfMeasure: 'EACH' }));
const at = (availableQuantity: number) => ({ shipNode: 'DC1', currentAvailability: { availableQuantity } });

test('a line or place that is no object spoils none of the others', () => {
	const lines = [
		null,
		{ lineId: '1', itemId: null, shipNodeAvailabilities: [{ ...at(7), onhandAvailableQuantity: null }] },
		{ lineId: '2', shipNodeAvailabilities: [null] },
		{ lineId: '3', itemId: 'C', shipNodeAvailabilities: [at(9)] },
	];
	const [first, second, third] = linesOf({ status: 200, body: { lines } }, asked, how);
	expect(first).toMatchObject([{ row: { itemId: 'A', onHand: 7 } }]);
	expect(second).toMatchObject({ category: 'badAnswer', message: expect.stringMatching(/item B .*is null/) });
	expect(third).toMatchObject([{ row: { itemId: 'C', onHand: 9 } }]);
});
