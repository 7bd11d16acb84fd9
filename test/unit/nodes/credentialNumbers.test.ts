import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import * as b2bi from '../../../nodes/IbmB2bIntegrator/connect';
import * as inventory from '../../../nodes/IbmInventory/connect';
import * as oms from '../../../nodes/IbmSterlingOms/connect';
import * as syspro from '../../../nodes/Syspro/connect';

/** Makes a connection of a credential. */
type Reader = (credential: ICredentialDataDecryptedObject) => { timeoutMs: number; maxInFlight: number };

const JWT = { authentication: 'jwt', algorithm: 'HS256', sharedSecret: 'secret' };
const READERS: Array<[string, Reader, ICredentialDataDecryptedObject]> = [
	['Order Management', oms.connectionOf, {}],
	['Inventory Visibility', inventory.connectionOf, JWT],
	['B2B Integrator', b2bi.connectionOf, {}],
	['SYSPRO', syspro.connectionOf, {}],
];
const NUMBERS: Array<[string, string]> = [
	['timeout', 'Timeout (Seconds)'],
	['maxInFlight', 'Concurrent Requests'],
];
const ALL = [
	...READERS.flatMap((reader) => NUMBERS.map((number) => [...reader, ...number] as const)),
	['Inventory Visibility', inventory.connectionOf, JWT, 'actionsPerCall', 'Actions per Call'] as const,
	['Inventory Visibility', inventory.connectionOf, JWT, 'lifetimeMinutes', 'Token Lifetime (Minutes)'] as const,
];

describe.each(ALL)('%s', (_product, connectionOf, credential, name, label) => {
	test.each(['soon', 0, -1, Number.NaN, 'Infinity', true, {}, []])(`${name} %j is refused`, (value) => {
		const given = { ...credential, [name]: value } as ICredentialDataDecryptedObject;
		const message = `${label} in the credential must be a number greater than 0.`;
		expect(() => connectionOf(given)).toThrow(expect.objectContaining({ category: 'configuration', message }));
	});
});

test.each(READERS)(
	'%s reads numbers as texts, and takes the usual ones for empty ones',
	(_product, connectionOf, given) => {
		expect(connectionOf({ ...given, timeout: ' 7.5 ', maxInFlight: '3' })).toMatchObject({
			timeoutMs: 7500,
			maxInFlight: 3,
		});
		expect(connectionOf({ ...given, timeout: '' }).timeoutMs).toBe(60_000);
	},
);
