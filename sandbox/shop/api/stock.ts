import { missing, ShopRefusal } from '../refusal';
import type { ShopAsked, ShopRoute } from '../route';
import { search } from '../search';
import type { Product, Source, SourceItem } from '../store';

type Json = Record<string, unknown>;

/** The entries of a call. @throws ShopRefusal for none, or for more than the limit */
function sourceItemsOf({ sourceItems }: Json, { behaviour }: Pick<ShopAsked, 'behaviour'>): Json[] {
	if (!Array.isArray(sourceItems))
		throw new ShopRefusal(400, '"%fieldName" is required.', { fieldName: 'sourceItems' });
	const { entityLimit } = behaviour;
	if (entityLimit !== undefined && sourceItems.length > entityLimit) {
		throw new ShopRefusal(400, 'Maximum items of type "%type" is %max', { type: 'SourceItem', max: entityLimit });
	}
	return sourceItems as Json[];
}

function readItem({ sku, source_code, quantity, status }: Json, { store }: Pick<ShopAsked, 'store'>): SourceItem {
	const errors: Array<{ message: string }> = [];
	if (typeof sku !== 'string' || sku === '') errors.push({ message: '"sku" can not be empty.' });
	if (!store.sources.has(String(source_code)))
		errors.push({ message: `Source "${String(source_code)}" does not exist.` });
	if (typeof quantity !== 'number') errors.push({ message: '"quantity" must be a number.' });
	if (errors.length > 0) throw new ShopRefusal(400, 'Validation Failed', {}, errors);
	if (!store.products.some((product) => product.sku === sku)) {
		throw new ShopRefusal(400, 'Could not save Source Item', {}, [
			{ message: `Product ${String(sku)} does not exist.` },
		]);
	}
	return {
		sku: String(sku),
		source_code: String(source_code),
		quantity: Number(quantity),
		status: status === 0 ? 0 : 1,
	};
}

function productOf({ params, store }: ShopAsked): Product {
	const product = store.products.find(({ sku }) => sku === params.sku);
	if (!product) throw missing('product that was requested', params.sku);
	return product;
}

const shownSource = ({ pickup, ...source }: Source): Json => ({
	...source,
	country_id: 'US',
	extension_attributes: { is_pickup_location_active: pickup, frontend_name: source.name },
});

/** Kilometres between two places. */
function distance(
	one: { latitude: number; longitude: number },
	other: { latitude: number; longitude: number },
): number {
	const rad = (degrees: number) => (degrees * Math.PI) / 180;
	const [a, b] = [rad(one.latitude), rad(other.latitude)];
	const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(rad(one.longitude - other.longitude));
	return 6371 * Math.acos(Math.min(1, cosine));
}

/** Stores for pickup. With an area, the search term is the postal code of a known source. */
function pickupLocations({ query, store }: ShopAsked): object {
	if (!query.get('searchRequest[scopeCode]'))
		throw new ShopRefusal(400, '"%fieldName" is required.', { fieldName: 'scopeCode' });
	const radius = query.get('searchRequest[area][radius]');
	const term = query.get('searchRequest[area][searchTerm]')?.split(':')[0];
	if ((radius === null) !== (term === undefined)) throw new ShopRefusal(400, 'Radius and searchTerm belong together.');
	const stores = [...store.sources.values()].filter(({ pickup, enabled }) => pickup && enabled);
	const center = [...store.sources.values()].find(({ postcode }) => postcode === term);
	const items = stores
		.filter((one) => term === undefined || (center !== undefined && distance(one, center) <= Number(radius)))
		.map(({ source_code, name, postcode, latitude, longitude }) => ({
			pickup_location_code: source_code,
			name,
			postcode,
			latitude,
			longitude,
			country_id: 'US',
		}));
	return { items, total_count: items.length };
}

/** Stock of several sources [Adobe: inventory management; magento/inventory]. */
export const stockRoutes: readonly ShopRoute[] = [
	{
		name: 'sourceItems.save',
		method: 'POST',
		path: 'V1/inventory/source-items',
		handle: (asked) => {
			const items = sourceItemsOf(asked.body, asked).map((item) => readItem(item, asked));
			items.forEach((item) => asked.store.putSourceItem(item));
			return [];
		},
	},
	{
		name: 'sourceItems.delete',
		method: 'POST',
		path: 'V1/inventory/source-items-delete',
		handle: (asked) => {
			for (const { sku, source_code } of sourceItemsOf(asked.body, asked)) {
				asked.store.sourceItems.delete(JSON.stringify([sku, source_code]));
			}
			return [];
		},
	},
	{
		name: 'sourceItems.list',
		method: 'GET',
		path: 'V1/inventory/source-items',
		handle: ({ store, query }) => search([...store.sourceItems.values()], query),
	},
	{
		name: 'sources.list',
		method: 'GET',
		path: 'V1/inventory/sources',
		handle: ({ store, query }) => search([...store.sources.values()].map(shownSource), query),
	},
	{
		name: 'salable.quantity',
		method: 'GET',
		path: 'V1/inventory/get-product-salable-quantity/{sku}/{stock}',
		handle: (asked) => asked.store.salable(productOf(asked).sku),
	},
	{
		name: 'salable.is',
		method: 'GET',
		path: 'V1/inventory/is-product-salable/{sku}/{stock}',
		handle: (asked) => asked.store.salable(productOf(asked).sku) > 0,
	},
	{
		name: 'salable.dump',
		method: 'GET',
		path: 'V1/inventory/dump-stock-index-data/{type}/{channel}',
		handle: ({ store }) =>
			store.products.map(({ sku }) => ({ sku, qty: store.salable(sku), is_salable: store.salable(sku) > 0 })),
	},
	{
		name: 'pickupLocations',
		method: 'GET',
		path: 'V1/inventory/in-store-pickup/pickup-locations',
		isOpen: true,
		handle: pickupLocations,
	},
	{ name: 'products.get', method: 'GET', path: 'V1/products/{sku}', handle: productOf },
	{
		name: 'products.list',
		method: 'GET',
		path: 'V1/products',
		handle: ({ store, query }) => search(store.products, query),
	},
	{
		name: 'sourceItems.bulk',
		method: 'POST',
		path: 'async/bulk/V1/inventory/source-items',
		status: 202,
		handle: ({ list, store, behaviour }) => {
			const bulk_id = `00000000-0000-4000-8000-${String(store.next()).padStart(12, '0')}`;
			const operations = list.map((body, id) => ({
				id,
				status: 4,
				result_message: '',
				run: () => {
					const items = sourceItemsOf(body as Json, { behaviour }).map((item) => readItem(item, { store }));
					if (items.some(({ sku }) => sku === behaviour.brokenSku))
						throw new ShopRefusal(400, 'Could not save Source Item');
					items.forEach((item) => store.putSourceItem(item));
				},
			}));
			store.bulks.set(bulk_id, { bulk_id, start_time: store.now(), operations });
			const request_items = operations.map(({ id }) => ({ id, data_hash: `hash-${id}`, status: 'accepted' }));
			return { bulk_uuid: bulk_id, request_items, errors: false };
		},
	},
	{
		name: 'bulk.status',
		method: 'GET',
		path: 'V1/bulk/{id}/status',
		handle: ({ params, store }) => {
			const bulk = store.bulks.get(params.id);
			if (!bulk) throw missing('bulk', params.id);
			const operations_list = bulk.operations.map(({ id, status, result_message }) => ({ id, status, result_message }));
			// What is open at one look is done at the next.
			for (const operation of bulk.operations.filter(({ status }) => status === 4)) {
				try {
					operation.run();
					operation.status = 1;
				} catch (error) {
					operation.status = 3;
					operation.result_message = (error as Error).message;
				}
			}
			const { bulk_id, start_time } = bulk;
			return { operations_list, bulk_id, start_time, operation_count: operations_list.length };
		},
	},
];
