import { shortReservation } from '../../../nodes/IbmSterlingOms/run/writes/shortReservation';

const reserved = (count: number) => ({
	PromiseLines: {
		PromiseLine: Array.from({ length: count }, (_, i) => ({
			ItemID: `SKU-${i + 1}`,
			RequiredQty: '2',
			ReservedQty: '1',
		})),
	},
});

it.each([
	[1, /: 1 of 2 of item SKU-1\.$/],
	[5, /, 1 of 2 of item SKU-5\.$/],
	[6, /of item SKU-5, and 1 more line\.$/],
	[7, /of item SKU-5, and 2 more lines\.$/],
])('lists what is short of %s lines', (count, text) => {
	expect(shortReservation(reserved(count))).toMatch(text);
});

it.each([
	['all is reserved', { PromiseLines: { PromiseLine: [{ ItemID: 'A', RequiredQty: '2', ReservedQty: '2.00' }] } }],
	['the response has no quantities', { PromiseLines: { PromiseLine: [{ ItemID: 'A' }] } }],
])('says nothing where %s', (_what, promise) => {
	expect(shortReservation(promise)).toBeUndefined();
});
