import { HELP } from '../../../doctor/arguments';
import { adviceOf, VARIABLES } from '../../../doctor/variables';

it.each(Object.entries(VARIABLES))('the remedy for %s names variables that the command knows', (_field, sentence) => {
	const variables = [...sentence.matchAll(/STERLING_\w+/g)].map(([variable]) => variable);
	expect(variables).not.toEqual([]);
	for (const variable of variables) expect(HELP).toMatch(new RegExp(`${variable}\\b`));
});

it.each([
	[{ hint: 'Export it again.', remedy: { field: 'tls.passphrase' } }, 'Export it again. Set STERLING_PASSPHRASE.'],
	[{ hint: 'Send fewer requests.', remedy: { field: 'maxInFlight' } }, 'Send fewer requests.'],
	[{ hint: 'Try again.' }, 'Try again.'],
	[{}, undefined],
] as const)('%j', (error, advice) => expect(adviceOf(error)).toBe(advice));
