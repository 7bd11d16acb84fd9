import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import lock from '../../../package-lock.json';
import manifest from '../../../package.json';
import { audit } from '../../../scripts/audit/audit';
import { bundledPackages } from '../../../scripts/bundled';

const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
const locked = lock.packages as Record<string, { version?: string; integrity?: string; link?: boolean }>;
const root = lock.packages[''] as Record<string, unknown>;

test('what is bundled is what the project means to bundle, under permissive licences whose texts are shipped', () => {
	const packages = bundledPackages();
	const names = packages.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['fast-xml-parser', 'luxon', 'node-forge', 'undici']));
	for (const { name, licence, text } of packages) {
		// One of several is enough where the user may choose.
		const choices = licence.replace(/[()]/g, '').split(' OR ');
		expect({ name, licence: choices.find((choice) => PERMISSIVE.includes(choice)) }).toEqual({
			name,
			licence: expect.any(String),
		});
		expect(text).toMatch(/copyright/i);
	}
});

test('what is bundled is locked: its version, and the hash of its contents', () => {
	for (const { name, version } of bundledPackages()) {
		const places = Object.entries(locked).filter(([path]) => path.endsWith(`node_modules/${name}`));
		const found = places.map(([, entry]) => entry).find((entry) => entry.version === version);
		expect({ name, version, integrity: found?.integrity }).toEqual({
			name,
			version,
			integrity: expect.stringMatching(/^sha512-/),
		});
	}
});

test('the lock file belongs to the manifest, and nothing in it comes without a hash', () => {
	for (const name of ['name', 'version', 'devDependencies', 'peerDependencies', 'engines'] as const) {
		expect({ [name]: root[name] }).toEqual({ [name]: manifest[name] });
	}
	const open = Object.entries(locked).filter(([path, { integrity, link }]) => path !== '' && !integrity && !link);
	expect(open.map(([path]) => path)).toEqual([]);
});

describe('the audit of what is bundled', () => {
	let registry: Server;
	/** What the registry knows: names with the versions that are vulnerable; undefined where it cannot be asked. */
	let advisories: Record<string, string> | undefined;
	const asked: unknown[] = [];
	let address: string;

	beforeAll(async () => {
		registry = createServer((request, response) => {
			const parts: Buffer[] = [];
			request.on('data', (part: Buffer) => parts.push(part));
			request.on('end', () => {
				if (request.method === 'GET') {
					const name = request.url!.slice(1);
					response.end(
						JSON.stringify({
							name,
							versions: { '0.0.8': { name, version: '0.0.8' }, '7.0.0': { name, version: '7.0.0' } },
						}),
					);
					return;
				}
				asked.push(request.url);
				response.statusCode = advisories ? 200 : 405;
				const known = Object.entries(advisories ?? {}).map(([name, vulnerable_versions], i) => [
					name,
					[
						{
							id: i + 1,
							url: `https://example.com/${i}`,
							title: `Hole in ${name}`,
							severity: 'high',
							vulnerable_versions,
						},
					],
				]);
				response.end(JSON.stringify(Object.fromEntries(known)));
			});
		});
		await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
	});
	afterAll(async () => {
		await new Promise((resolve) => registry.close(resolve));
	});

	const packages = [{ name: 'undici', version: '7.0.0' }];

	it('is clean where the registry knows vulnerabilities, but none of these', async () => {
		advisories = { minimist: '<0.2.4', undici: '<6.0.0' };
		expect(await audit(packages, address)).toEqual({ kind: 'clean' });
		expect(asked.length).toBeGreaterThan(0);
	});

	it('names what is vulnerable', async () => {
		advisories = { minimist: '<0.2.4', undici: '<7.1.0' };
		const verdict = await audit(packages, address);
		expect(verdict).toMatchObject({
			kind: 'vulnerable',
			findings: [expect.stringMatching(/^undici 7\.0\.0: high, Hole in undici/)],
		});
	});

	it('is never passed by a registry that cannot be asked, or that knows nothing', async () => {
		advisories = undefined;
		expect(await audit(packages, address)).toMatchObject({ kind: 'unchecked' });
		advisories = {};
		expect(await audit(packages, address)).toMatchObject({
			kind: 'unchecked',
			why: 'the registry knows no advisories',
		});
	});
});
