import { DEFAULT_STATUSES, STATUSES as CODES } from '../../../../clients/syspro';
import { STATUSES, type WithStatus } from '../../../../nodes/Syspro/fields/statuses';

test.each(Object.keys(STATUSES) as WithStatus[])('the statuses of %s are those that the client knows', (kind) => {
	const { codes, initial } = STATUSES[kind];
	expect(Object.keys(CODES[kind] ?? {})).toEqual(expect.arrayContaining(Object.keys(codes)));
	expect(initial).toEqual(DEFAULT_STATUSES[kind] ?? []);
});
