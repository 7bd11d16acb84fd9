import { isDeepStrictEqual } from 'node:util';

import { CLIENT, NODES, nodesIn } from '../../test/support/mq/cLibrary/expected';
import { missing, prepareLibrary, VERSION } from '../../test/support/mq/cLibrary/prepare';
import { play } from '../../test/support/mq/cLibrary/run';
import { runChecks, Skipped, type Check, type Result } from '../lib/results';
import { say } from '../lib/say';

/** The folder with the package and the stand-in. */
type Library = () => Promise<string>;

const checks: Array<Check<Library>> = [
	{
		name: `the transport for IBM's client with the real ibmmq ${VERSION}`,
		async run(library) {
			const said = await play('playClient', await library(), { MQM_SHOW: '1' });
			const isRight = CLIENT.every((line, at) => said[at]?.startsWith(line)) && said.length === CLIENT.length;
			if (!isRight) throw new Error(`It said:\n${said.join('\n')}`);
			return said.join(', ');
		},
	},
	{
		name: `action node, trigger and credential test with the real ibmmq ${VERSION}`,
		async run(library) {
			const said = await play('playNodes', await library());
			const listed = nodesIn(said);
			const wrong = Object.keys(NODES).filter((name) => !isDeepStrictEqual(listed[name], NODES[name]));
			if (wrong.length > 0) throw new Error(`Not as expected: ${wrong.join(', ')}. It said:\n${said.join('\n')}`);
			return Object.keys(listed).join(', ');
		},
	},
];

/**
 * Runs the transport for IBM's client, and the nodes, with the real package ibmmq from the registry, without IBM's
 * library: a stand-in in C is compiled against the headers of the package. Without a compiler the checks are skipped.
 */
export async function ibmBindingChecks(compiler = 'gcc'): Promise<Result[]> {
	const library: Library = async () => {
		const why = missing({ compiler });
		if (why) throw new Skipped(why);
		say('installing ibmmq without its C client, and compiling the stand-in for it …');
		return await prepareLibrary({ compiler });
	};
	return await runChecks('MQ', checks, library);
}
