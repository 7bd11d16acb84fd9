/** Fields whose values are shown with HTML entities [IBM: API reference]; which they are is inferred. */
const ENCODED = new Set([
	'itemId',
	'productId',
	'productClass',
	'segment',
	'segmentType',
	'shipNode',
	'distributionGroupId',
	'reference',
	'lineReference',
	'tagNumber',
]);

const escape = (text: string): string =>
	text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');

/** JSON text whose key fields show special characters as HTML entities. */
export function encoded(body: unknown, isEncoding: boolean): string {
	return JSON.stringify(body, (name, value: unknown) =>
		isEncoding && typeof value === 'string' && ENCODED.has(name) ? escape(value) : value,
	);
}
