const { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** Where each run has a folder of its own, named after its process. */
const NOTES = resolve(__dirname, '../../node_modules/.cache/operations');
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
		mkdirSync(NOTES, { recursive: true });
		this.notes = process.env.OPERATIONS_NOTES = mkdtempSync(join(NOTES, `${process.pid}-`));
		process.once('exit', () => remove(this.notes));
		// A run that was killed could not remove its own.
		const left = readdirSync(NOTES).filter((folder) => !isRunning(parseInt(folder)));
		for (const folder of left) remove(join(NOTES, folder));
	}

	onRunComplete(contexts, { numFailedTests, wasInterrupted }) {
		const ran = this.isPart ? [] : this.takeNotes();
		const projects = new Set([...contexts].map(({ config }) => config.displayName?.name));
		if (this.isPart || projects.size < 2 || numFailedTests > 0 || wasInterrupted) return;
		const missing = this.catalogue().filter((operation) => !ran.includes(operation));
		if (missing.length > 0) this.error = new Error(`No test runs ${missing.join(', ')}.`);
	}

	/** What the test processes have noted; the folder is gone afterwards. */
	takeNotes() {
		const notes = readdirSync(this.notes).flatMap((file) => readFileSync(join(this.notes, file), 'utf8').split('\n'));
		remove(this.notes);
		return notes;
	}

	getLastError() {
		return this.error;
	}
};

const remove = (folder) => rmSync(folder, { recursive: true, force: true });

function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error.code === 'EPERM';
	}
}

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
