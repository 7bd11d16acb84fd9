import {
	availabilityOf,
	changeStock,
	InventoryClient,
	increase,
	readStock,
	release,
	reserve,
	type InventoryConnection,
	type Outcome,
	type StockRecord,
} from '../../../../clients/inventory';
import { record, startInventorySandbox } from '../../../../sandbox/inventory';
import { inventoryConnection } from '../../../support/inventoryBench';
import { secrets } from '../../../support/watch';
import type { Site, Work } from './engine';

type Inventory = Work<InventoryConnection>;

const NODE = 'AUR_DC1';
const supply = (itemId: string, quantity: number): StockRecord => ({
	itemId,
	unitOfMeasure: 'EACH',
	type: 'ONHAND',
	shipNode: NODE,
	quantity,
});

/** The values of a batch. @throws what one of them failed with */
function valuesOf<T>(outcomes: Array<Outcome<T>>): T[] {
	return outcomes.map((outcome) => {
		if (outcome.status === 'done') return outcome.value;
		throw outcome.status === 'failed' ? outcome.error : new Error('skipped');
	});
}

/** A tenant of Inventory Visibility under the matrix. */
export async function inventorySite(): Promise<Site<InventoryConnection>> {
	const sandbox = await startInventorySandbox();
	const { world, faults } = sandbox;
	secrets.add('client secret', sandbox.client.clientSecret);
	const connection = { ...inventoryConnection(sandbox), actionsPerCall: 2 };
	const oauth2 = { style: 'oauth2' as const, ...sandbox.client, oneTokenForAll: false };
	const using =
		(work: (client: InventoryClient) => Promise<unknown>) =>
		async (given: InventoryConnection): Promise<unknown> =>
			await work(new InventoryClient(given));
	const read = using(
		async (client) =>
			(await readStock(client, 'supplies', { ...supply('MUG-RED', 0), quantity: undefined }))[0].quantity,
	);
	const onHand = (itemId: string) =>
		world.ledger.of('supply', { itemId, unitOfMeasure: 'EACH', productClass: '' })[0]?.quantity ?? 0;
	const held = (reference: string) => world.reservations().filter((each) => each.reference === reference);

	/** A write of one record of stock; its effect shows in the quantity. */
	const stock = (
		how: 'sync' | 'adjust',
		kind: Inventory['kind'],
		itemId: string,
		transactionId?: string,
	): Inventory => ({
		kind,
		strikes: `supplies.${how}`,
		expected: 1,
		effects: () => onHand(itemId),
		run: using(async (client) => {
			const transactionIdOf = transactionId === undefined ? undefined : () => transactionId;
			const amount = how === 'sync' ? {} : { quantity: undefined, changedQuantity: 1 };
			const change = { record: { ...supply(itemId, 1), ...amount }, options: { transactionIdOf } };
			return valuesOf(await changeStock(client, 'supplies', how, [change], { stopOnFailure: true })).length;
		}),
	});

	return {
		faults,
		connection,
		login: 'token',
		calls: [
			...['supplies.get', 'supplies.sync', 'supplies.adjust', 'availability.node'],
			...['reservations.create', 'reservations.get', 'reservations.increase', 'reservations.release'],
		],
		wrong: {
			'nothing listens at the port': { baseUrl: 'https://127.0.0.1:1' },
			'http to a port of TLS': { baseUrl: sandbox.url.replace('https:', 'http:') },
			'authority of the server unknown': { tls: {} },
			'wrong password': { authentication: { ...oauth2, clientSecret: 'not the one' } },
			'user without permission': { authentication: { style: 'bearer', token: 'of another tenant' } },
		},
		differs: {
			// A call that is refused for its input is halved, to find the entry at fault.
			'HTTP 400': { 'Read in several calls': 'done' },
			'HTTP 413': { 'Read in several calls': 'done' },
			// The response to a change has no body: nothing of it can be cut, and it may be empty.
			'connection cut in the body': { 'Change by a difference': 'done' },
			'half a body that ends properly': { 'Change by a difference': 'done' },
			'HTTP 204, after the work': { 'Change by a difference': 'done' },
			'an empty HTTP 200, after the work': { 'Change by a difference': 'done' },
			'body too large': { Release: 'done' },
			'an empty HTTP 200 again and again': {
				'Set a quantity': 'done',
				'Change by a difference': 'done',
				'The same with a transaction ID': 'done',
				'Reserve more': 'done',
				Release: 'done',
			},
			// No such document is known of these services, so it proves nothing.
			'error document under HTTP 200': 'lostBefore',
		},
		warmUp: read,
		works: (n) => {
			const item = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH' };
			const at = world.clock.now();
			const hold = (id: string) =>
				world.reserve({
					...item,
					...{
						id,
						reference: id,
						productClass: '',
						shipNode: NODE,
						deliveryMethod: 'SHP',
						segment: '',
						segmentType: '',
					},
					...{ quantity: 1, at, expiresAt: at + 600_000 },
				});
			for (const id of [`RELEASE-${n}`, `RAISE-${n}`]) hold(id);
			world.ledger.set(record('supply', `SET-${n}`, NODE, 0), 0);
			return {
				Read: { kind: 'read', run: read, expected: 4 },
				'Read in several calls': {
					kind: 'read',
					expected: '4,3,2',
					run: using(async (client) => {
						const questions = [
							['MUG-RED', NODE],
							['CHAIR-OAK', NODE],
							['CHAIR-OAK', 'AUR_DC2'],
						].map(([itemId, node]) => ({
							header: { availabilityType: 'SELL', considerSafetyStock: false },
							line: { itemId, unitOfMeasure: 'EACH', deliveryMethod: 'SHP', shipNodes: [node] },
						}));
						const found = valuesOf(await availabilityOf(client, 'node', questions, { stopOnFailure: true }));
						return found
							.flat()
							.map(({ row }) => row.onHand)
							.join();
					}),
				},
				'Set a quantity': stock('sync', 'repeatable', `SET-${n}`),
				'Change by a difference': stock('adjust', 'once', `ADJUST-${n}`),
				'The same with a transaction ID': stock('adjust', 'repeatable', `KEYED-${n}`, `T-${n}`),
				'Reserve under an ID': {
					kind: 'findable',
					strikes: 'reservations.create',
					expected: 1,
					effects: () => held(`CART-${n}`).length,
					run: using(async (client) => {
						const header = { reference: `CART-${n}`, considerSafetyStock: false, acceptPartialReserve: false };
						const line = { lineId: '1', ...item, deliveryMethod: 'SHP', shipNode: NODE, quantity: 1 };
						return (await reserve(client, header, { ...line, reservationId: `CART-${n}` })).reserved;
					}),
				},
				'Reserve more': {
					kind: 'findable',
					strikes: 'reservations.increase',
					expected: 3,
					effects: () => (held(`RAISE-${n}`)[0].quantity === 3 ? 1 : 0),
					run: using(async (client) => (await increase(client, `RAISE-${n}`, 3)).reservedQuantity),
				},
				Release: {
					kind: 'repeatable',
					strikes: 'reservations.release',
					expected: undefined,
					effects: () => 1 - held(`RELEASE-${n}`).length,
					run: using(async (client) => await release(client, `RELEASE-${n}`)),
				},
			};
		},
		close: async () => await sandbox.close(),
	};
}
