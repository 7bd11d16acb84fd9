const { availableParallelism } = require('node:os');

const transform = {
	'\\.ts$': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
	],
};

const project = (name, more = {}) => ({
	displayName: name,
	testEnvironment: '<rootDir>/test/support/jest/environment.cjs',
	runtime: '<rootDir>/test/support/jest/runtime.cjs',
	testRunner: '<rootDir>/test/support/jest/runner.cjs',
	// Jest looks for tests here alone; what they import is found without its map.
	roots: ['<rootDir>/test'],
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform,
	globalSetup: '<rootDir>/test/support/globalSetup.ts',
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/e2e'],
	...more,
});

// The workers inherit these. Collecting a young generation that starts with 1 MB took a tenth of the processor's time,
// and on Node.js 20, which has no quick optimizer, optimizing code that hardly ran again took another tenth.
process.execArgv.push('--min-semi-space-size=16', '--max-semi-space-size=64');
if (process.versions.node.startsWith('20.')) process.execArgv.push('--interrupt-budget=1000000');

const freshState = '<rootDir>/test/support/freshState.ts';

/** @type {import('jest').Config} */
module.exports = {
	projects: [
		project('unit', { setupFilesAfterEnv: [freshState] }),
		project('integration', {
			// The watch over what is printed looks for secrets in every integration test.
			setupFilesAfterEnv: [freshState, '<rootDir>/test/support/pauses.ts', '<rootDir>/test/support/watch.ts'],
		}),
	],
	testTimeout: 30_000,
	// Workers wait for servers of their own process half of the time.
	maxWorkers: Math.ceil(availableParallelism() * 1.5),
	testSequencer: '<rootDir>/test/support/jest/sequencer.cjs',
	reporters: ['default', '<rootDir>/test/support/operationsReporter.cjs', '<rootDir>/test/support/countReporter.cjs'],
};
