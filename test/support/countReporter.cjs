/** Closes a jest run with one line of counts over all projects, after the summary of jest, which uses the same stream. */
module.exports = class CountReporter {
	onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
		process.stderr.write(`\n${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
	}
};
