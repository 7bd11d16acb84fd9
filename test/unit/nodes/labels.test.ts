import { IbmB2bIntegratorApi } from '../../../credentials/IbmB2bIntegratorApi.credentials';
import { IbmInventoryApi } from '../../../credentials/IbmInventoryApi.credentials';
import { IbmSterlingOmsApi } from '../../../credentials/IbmSterlingOmsApi.credentials';
import { connectionOf, defaultsOf } from '../../../nodes/IbmSterlingOms/connect';
import { LABELS as B2BI } from '../../../nodes/IbmB2bIntegrator/labels';
import { LABELS as INVENTORY } from '../../../nodes/IbmInventory/labels';
import { LABELS } from '../../../nodes/IbmSterlingOms/labels';

const properties = new IbmSterlingOmsApi().properties;

/** What the fields of the credential become, by the field's name. */
const FIELDS: Record<string, unknown> = {
	certificate: 'C',
	privateKey: 'K',
	pkcs12Secret: 'P',
	passphrase: 'S',
	caCertificate: 'A',
};

test.each(Object.entries(LABELS))('the setting %s is the field "%s" of the credential', (setting, label) => {
	const property = properties.find(({ displayName }) => displayName === label);
	expect(property).toBeDefined();
	// The choice whether there is a certificate at all stands for the certificate.
	const field = property!.name === 'clientIdentity' ? 'certificate' : property!.name;
	if (setting === 'enterprise') return expect(defaultsOf({ [field]: 'E' }).enterpriseCode).toBe('E');
	const value = FIELDS[field] ?? (field === 'timeout' || field === 'maxInFlight' ? 7 : 'x');
	const given = field === 'headers' ? { header: [{ name: 'X', value: 'x' }] } : value;
	const connection: Record<string, unknown> = {
		...connectionOf({
			clientIdentity: field === 'pkcs12Secret' ? 'pkcs12' : 'pem',
			certificate: 'C',
			[field]: given as string,
		}),
	};
	const read = setting.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], connection);
	expect(read).toEqual(setting === 'headers' ? { X: 'x' } : setting === 'timeoutMs' ? 7000 : value);
});

test.each([
	[new IbmB2bIntegratorApi(), B2BI],
	[new IbmInventoryApi(), INVENTORY],
])('$displayName has every field that its errors may name', ({ properties: fields }, labels) => {
	expect(fields.map(({ displayName }) => displayName)).toEqual(expect.arrayContaining(Object.values(labels)));
});
