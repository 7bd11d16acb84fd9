/** Closes a jest run with one line of counts over all projects. jest puts its summary behind all reporters, hence the exit. */
module.exports = class CountReporter {
	onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
		const failed = numFailedTests + numRuntimeErrorTestSuites;
		process.once('exit', () => process.stderr.write(`\n${numPassedTests} passed, ${failed} failed\n`));
	}
};
