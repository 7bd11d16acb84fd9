const { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const PROOF = join(__dirname, 'operations.json');

/**
 * Fails a whole run of the suite when an operation of the catalogue was run by no test, or when the test that
 * operations.json names for it did not run it. `UPDATE_OPERATIONS=1` writes operations.json, from which
 * docs/operations.md takes its last column.
 */
module.exports = class OperationsReporter {
	constructor({ testPathPatterns, nonFlagArgs, testNamePattern, projects }) {
		const isPart = testPathPatterns?.patterns?.length > 0 || nonFlagArgs?.length > 0 || testNamePattern;
		this.isWhole = !isPart && projects.length > 1;
	}

	onRunStart() {
		// Test processes inherit the environment, and leave their notes there (test/support/witness.ts).
		if (this.isWhole) process.env.OPERATIONS_NOTES = mkdtempSync(join(tmpdir(), 'operations-'));
	}

	onRunComplete(_contexts, { numFailedTests, wasInterrupted }) {
		if (!this.isWhole || wasInterrupted) return;
		const seen = readNotes(process.env.OPERATIONS_NOTES);
		rmSync(process.env.OPERATIONS_NOTES, { recursive: true });
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

/** The first test by name, preferring one whose name starts with the operation's. */
function writeProof(seen) {
	const named = [...seen].sort().map(([operation, tests]) => {
		const sorted = [...tests].sort();
		return [operation, sorted.find((test) => test.includes(operation)) ?? sorted[0]];
	});
	writeFileSync(PROOF, `${JSON.stringify(Object.fromEntries(named), null, '\t')}\n`);
}

/** Every operation of the built node. */
function catalogue() {
	const { IbmSterlingOms } = require(join(root, 'dist/nodes/IbmSterlingOms/IbmSterlingOms.node.js'));
	const { properties } = new IbmSterlingOms().description;
	return properties
		.filter((property) => property.name === 'operation')
		.flatMap(({ displayOptions, options }) => options.map(({ value }) => `${displayOptions.show.resource[0]}:${value}`));
}
