/** Closes a jest run with one line that says how many tests passed and failed, over all projects. */
module.exports = class CountReporter {
	onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
		process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
	}
};
