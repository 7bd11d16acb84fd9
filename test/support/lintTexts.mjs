// Lints texts as if they were files of the project: reads [[path, text], …] as JSON from standard input, and writes
// ESLint's messages, one list for each text. A process of its own, because ESLint imports its configuration, which Jest's
// module system cannot; one process for all, because loading ESLint takes most of the time.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const found = [];
for (const [filePath, source] of JSON.parse(await text(process.stdin))) {
	const [{ messages }] = await eslint.lintText(source, { filePath });
	found.push(messages);
}
process.stdout.write(JSON.stringify(found));
