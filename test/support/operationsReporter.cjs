const { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const PROOF = join(__dirname, 'operations.json');
const PROJECTS = ['unit', 'integration'];
/** What they show of an operation is not that it does its work: they are named where no other test runs it. */
const LAST = /(dryRun|everyWrite)\.test\.ts: /;

/**
 * Fails a whole run of the suite when an operation of the catalogue was run by no test, or when the test that
 * operations.json names for it did not run it. `UPDATE_OPERATIONS=1` writes operations.json, from which
 * docs/operations.md takes its last column.
 */
module.exports = class OperationsReporter {
	constructor({ testPathPatterns, nonFlagArgs, testNamePattern }) {
		this.isPart = testPathPatterns?.patterns?.length > 0 || nonFlagArgs?.length > 0 || testNamePattern;
	}

	onRunStart() {
		// Test processes inherit the environment, and leave their notes there (test/support/witness.ts).
		if (this.isPart) return;
		this.notes = mkdtempSync(join(tmpdir(), 'operations-'));
		process.env.OPERATIONS_NOTES = this.notes;
		// jest ends on these without a word to its reporters.
		for (const [signal, code] of [
			['SIGINT', 130],
			['SIGTERM', 143],
		]) {
			process.once(signal, () => {
				this.forget();
				process.exit(code);
			});
		}
	}

	onRunComplete(contexts, results) {
		if (this.isPart) return;
		const ran = [...contexts].map(({ config }) => config.displayName?.name);
		const isWhole = PROJECTS.every((project) => ran.includes(project)) && !results.wasInterrupted;
		const seen = isWhole && readNotes(this.notes);
		this.forget();
		if (seen) this.judge(seen, results);
	}

	forget() {
		rmSync(this.notes, { recursive: true, force: true });
	}

	judge(seen, { numFailedTests }) {
		if (process.env.UPDATE_OPERATIONS) writeProof(seen);
		if (numFailedTests > 0) return;
		const proof = existsSync(PROOF) ? JSON.parse(readFileSync(PROOF, 'utf8')) : {};
		const missing = catalogue().filter((operation) => !seen.get(operation)?.has(proof[operation]));
		if (missing.length === 0) return;
		this.error = new Error(
			`No test proves ${missing.join(', ')}. Write one, then run the tests with UPDATE_OPERATIONS=1 and "npm run docs".`,
		);
		process.stderr.write(`\n${this.error.message}\n`);
	}

	getLastError() {
		return this.error;
	}
};

/** Operation -> the tests that ran it. */
function readNotes(folder) {
	const seen = new Map();
	for (const file of readdirSync(folder)) {
		for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n')) {
			const { operation, test } = JSON.parse(line);
			seen.set(operation, (seen.get(operation) ?? new Set()).add(test));
		}
	}
	return seen;
}

/** Operation -> the test that says most of it. */
function writeProof(seen) {
	const named = [...seen].sort().map(([operation, tests]) => [operation, proofOf(operation, [...tests])]);
	writeFileSync(PROOF, `${JSON.stringify(Object.fromEntries(named), null, '\t')}\n`);
}

/** The first by name of those that say most: in the file of its resource or its own, over the wire, under its name. */
function proofOf(operation, tests) {
	const [resource, name] = operation.split(':');
	const ofResource = `/nodes/${resource}`;
	const ofItsOwn = `${ofResource}${name[0].toUpperCase()}${name.slice(1)}.test.ts`;
	const parts = [ofResource, ofItsOwn, 'over json', operation];
	const rank = (test) =>
		[!LAST.test(test), ...parts.map((part) => test.includes(part))].map((has) => (has ? 0 : 1)).join('');
	const [first] = tests.map((test) => [rank(test), test]).sort();
	return first[1];
}

/** Every operation of the built node. */
function catalogue() {
	const { IbmSterlingOms } = require(join(root, 'dist/nodes/IbmSterlingOms/IbmSterlingOms.node.js'));
	const { properties } = new IbmSterlingOms().description;
	return properties
		.filter((property) => property.name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			options.map(({ value }) => `${displayOptions.show.resource[0]}:${value}`),
		);
}

module.exports.proofOf = proofOf;
