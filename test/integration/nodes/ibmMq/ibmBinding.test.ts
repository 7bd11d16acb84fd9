import { ibmBindingChecks } from '../../../../e2e/ibmBinding/check';
import { printSummary } from '../../../../e2e/lib/results';
import { CLIENT, NODES, nodesIn } from '../../../support/mq/cLibrary/expected';
import { missing, prepareLibrary } from '../../../support/mq/cLibrary/prepare';
import { play } from '../../../support/mq/cLibrary/run';

// The real package ibmmq on a stand-in for IBM's C library: where there is no compiler, or the package was never
// downloaded (npm run e2e -- --ibm-binding does), these are skipped.
const onLibrary = missing({ offline: true }) ? test.skip : test;

onLibrary(
	'the transport works with the real binding',
	async () => {
		const said = await play('playClient', await prepareLibrary(), { MQM_SHOW: '1' });
		expect(said).toEqual(
			CLIENT.map((line) => expect.stringMatching(`^${line.replace(/[|()[\]{}.*+?^$\\]/g, '\\$&')}`)),
		);
	},
	120_000,
);

onLibrary(
	'action node, trigger and credential test work with it',
	async () => {
		expect(nodesIn(await play('playNodes', await prepareLibrary()))).toEqual(NODES);
	},
	120_000,
);

test('without a compiler the checks are skipped, and counted as skipped', async () => {
	const lines: string[] = [];
	const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
	try {
		const results = await ibmBindingChecks('no-such-compiler');
		expect(results).toMatchObject([
			{ passed: false, skipped: true, detail: 'no-such-compiler is not installed' },
			{ passed: false, skipped: true },
		]);
		expect(printSummary(results)).toBe(true);
	} finally {
		log.mockRestore();
	}
	expect(lines.at(-1)).toBe('\n0 passed, 0 failed, 2 skipped');
});
