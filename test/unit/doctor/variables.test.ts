import { IbmSterlingOmsApi } from '../../../credentials/IbmSterlingOmsApi.credentials';
import { HELP } from '../../../doctor/arguments';
import { VARIABLES, withVariables } from '../../../doctor/variables';

it.each(Object.entries(VARIABLES))('%s is a field of the credential, and %s is known here', (field, said) => {
	expect(new IbmSterlingOmsApi().properties.map(({ displayName }) => displayName)).toContain(field);
	for (const [variable] of said.matchAll(/STERLING_\w+/g)) expect(HELP).toMatch(new RegExp(`${variable}\\b`));
});

it.each([
	['Fill in Passphrase in the credential.', 'Fill in Passphrase in the credential (here: STERLING_PASSPHRASE).'],
	['Raise Timeout (Seconds), or wait.', 'Raise Timeout (Seconds) (here: STERLING_TIMEOUT), or wait.'],
	['The client certificate has ended.', 'The client certificate has ended.'],
])('%s', (hint, expected) => expect(withVariables(hint)).toBe(expected));
