const { default: circus } = require('jest-circus/runner');

/**
 * Jest's own runner, without a message to the parent for each test: they cost both sides more than most tests, and no
 * reporter of the project reads them. The results of a file come in one piece, as ever.
 */
module.exports = (globalConfig, config, environment, runtime, path) =>
	circus(globalConfig, config, environment, runtime, path);
