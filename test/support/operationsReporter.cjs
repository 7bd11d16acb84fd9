const { mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const BUILT = resolve(__dirname, '../../dist/nodes/IbmSterlingOms/IbmSterlingOms.node.js');

/** Fails a run of the whole suite when a test has run some operation of the catalogue nowhere. */
module.exports = class OperationsReporter {
	constructor({ testPathPatterns, nonFlagArgs, testNamePattern }, { catalogue = operationsOf(BUILT) } = {}) {
		this.isPart = testPathPatterns?.patterns?.length > 0 || nonFlagArgs?.length > 0 || Boolean(testNamePattern);
		this.catalogue = catalogue;
	}

	onRunStart() {
		if (this.isPart) return;
		// Test processes inherit the environment, and leave their notes there (test/support/witness.ts).
		this.notes = process.env.OPERATIONS_NOTES = mkdtempSync(join(tmpdir(), 'operations-'));
		process.once('exit', () => rmSync(this.notes, { recursive: true, force: true }));
	}

	onRunComplete(contexts, { numFailedTests, wasInterrupted }) {
		const projects = new Set([...contexts].map(({ config }) => config.displayName?.name));
		if (this.isPart || projects.size < 2 || numFailedTests > 0 || wasInterrupted) return;
		const notes = readdirSync(this.notes).flatMap((file) => readFileSync(join(this.notes, file), 'utf8').split('\n'));
		const missing = this.catalogue().filter((operation) => !notes.includes(operation));
		if (missing.length > 0) this.error = new Error(`No test runs ${missing.join(', ')}.`);
	}

	getLastError() {
		return this.error;
	}
};

/** Every operation of the built node, as `order:create`; read when the run is over. */
function operationsOf(path) {
	return () => {
		const { properties } = new (require(path).IbmSterlingOms)().description;
		return properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options }) =>
				options.map(({ value }) => `${displayOptions.show.resource[0]}:${value}`),
			);
	};
}
