import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import files from '../../unit/kit/http/tls/files.json';

const root = resolve(__dirname, '../../..');
const FILES = join(root, 'test/unit/kit/http/tls/files.json');

/** Reads every file in a process of its own, where nothing but the package can have loaded a part of a library. */
const PROGRAM = `
	const { readCertificates } = require('./dist/clients/oms');
	const { p12, keys, certificates } = require(${JSON.stringify(FILES)});
	const settings = [
		...p12.map(([what, pkcs12, passphrase]) => [what, { pkcs12, passphrase }]),
		...keys.map(([what, key, name, passphrase]) => [what, { certificate: certificates[name], key, passphrase }]),
	];
	(async () => {
		const failed = [];
		for (const [what, tls] of settings) await readCertificates(tls).catch((error) => failed.push([what, error.message]));
		console.log(JSON.stringify({ count: settings.length, failed }));
	})();
`;

test('the built package alone reads every kind of P12 file and encrypted key', async () => {
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', PROGRAM], { cwd: root });
	expect(JSON.parse(stdout)).toEqual({ count: files.p12.length + files.keys.length, failed: [] });
});
