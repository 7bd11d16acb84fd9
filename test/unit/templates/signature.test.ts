import {
	createHash,
	createPrivateKey,
	createPublicKey,
	createSign,
	generateKeyPairSync,
	type KeyObject,
} from 'node:crypto';

import { spareKey } from '../../support/keys';
import { runCode, template } from './template';

const node = template('checkout-stock-check').node('Is it signed by the shop?');
const TYPES = ['bundle', 'virtual'];

const pairs = [createPrivateKey(spareKey()), generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey].map(
	(privateKey) => {
		const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
		return { privateKey, pem };
	},
);
const [{ privateKey, pem }] = pairs;

const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const sign = (text: string, key: KeyObject) => createSign('SHA256').update(text).sign(key, 'base64');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What the node makes of a body that came with a signature. */
function check(sent: string, signature: string | undefined, publicKey = pem) {
	const headers = signature === undefined ? {} : { 'x-adobe-commerce-webhook-signature': signature };
	const [{ json }] = runCode(node, [{}], {
		Settings: [{ publicKey, productTypesWithoutStock: TYPES }],
		'Commerce request': [{ headers, body: JSON.parse(sent) as object }],
		'Hash of the bytes': [{ hashOfText: sha(base64(sent)), hashOfBytes: sha(Buffer.from(sent)) }],
	});
	return json as { isFromShop: boolean; lines: Array<{ sku: string; quantity: number }> };
}

const BODY = '{"item":{"sku":"MUG\\/BLUE","qty":2}}';

test.each(pairs)('a signature over the Base64 text, or over the bytes, opens with the key of the shop', (pair) => {
	for (const text of [base64(BODY), BODY]) {
		expect(check(BODY, sign(text, pair.privateKey), pair.pem)).toEqual({
			isFromShop: true,
			lines: [{ sku: 'MUG/BLUE', quantity: 2 }],
		});
	}
	// An administrator copies a key as one line, too.
	const oneLine = pair.pem.replace(/\n/g, ' ');
	expect(check(BODY, sign(base64(BODY), pair.privateKey), oneLine).isFromShop).toBe(true);
});

const good = sign(base64(BODY), privateKey);
const flipped = Buffer.from(good, 'base64');
flipped[100] ^= 1;
test.each<[string, string | undefined]>([
	['no signature', undefined],
	['an empty signature', ''],
	['no Base64', '§§§'],
	['one bit wrong', flipped.toString('base64')],
	['a byte too short', Buffer.from(good, 'base64').subarray(1).toString('base64')],
	['a byte too long', Buffer.concat([Buffer.from(good, 'base64'), Buffer.from([0])]).toString('base64')],
	['the key of somebody else', sign(base64(BODY), pairs[1].privateKey)],
	['of another body', sign(base64('{"item":{"sku":"MUG","qty":1}}'), privateKey)],
	['with another hash', createSign('SHA512').update(base64(BODY)).sign(privateKey, 'base64')],
	['zero', Buffer.alloc(256).toString('base64')],
	['one', Buffer.concat([Buffer.alloc(255), Buffer.from([1])]).toString('base64')],
	['the modulus and more', Buffer.alloc(256, 255).toString('base64')],
])('%s does not get in', (_name, signature) => {
	expect(check(BODY, signature)).toEqual({ isFromShop: false, lines: [] });
});

test.each(['', 'secret', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'])(
	'a key that is none (%j) is an error that says where it belongs',
	(publicKey) => expect(() => check(BODY, good, publicKey)).toThrow(/publicKey of Settings/),
);

test('the lines of an order: each SKU once, a variant with its product, nothing without stock', () => {
	const items = [
		{ sku: 'TENT-2P', qty_ordered: 2, product_type: 'configurable' },
		{ sku: 'TENT-2P', qty_ordered: 2, product_type: 'simple' },
		{ sku: 'TENT-2P', qty_ordered: '1.0000', product_type: 'simple' },
		{ sku: 'CARD', qty_ordered: 1, product_type: 'virtual' },
		{ sku: 'SET-MUGS', qty_ordered: 1, product_type: 'bundle' },
		{ sku: 'MUG-RED', qty_ordered: 4, product_type: 'simple' },
		{ qty_ordered: 4 },
	];
	for (const body of [{ order: { items } }, { data: { order: { items } } }]) {
		const sent = JSON.stringify(body);
		expect(check(sent, sign(base64(sent), privateKey)).lines).toEqual([
			{ sku: 'TENT-2P', quantity: 3 },
			{ sku: 'MUG-RED', quantity: 4 },
		]);
	}
});

test.each(['{}', '[]', '{"order":{"items":{}}}', '{"order":null}', '{"item":null}'])('%s has no lines', (sent) =>
	expect(check(sent, sign(base64(sent), privateKey))).toEqual({ isFromShop: true, lines: [] }),
);
