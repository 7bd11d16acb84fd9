const transform = {
	'\\.ts$|/node_modules/saxen/': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
	],
};

const project = (name, more = {}) => ({
	displayName: name,
	testEnvironment: '<rootDir>/test/support/outside/environment.cjs',
	moduleNameMapper: { '^(n8n-core|n8n-workflow)$': '<rootDir>/test/support/outside/$1.cjs' },
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform,
	// Published as ES modules alone
	transformIgnorePatterns: ['/node_modules/(?!saxen/)'],
	globalSetup: '<rootDir>/test/support/globalSetup.ts',
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/e2e'],
	...more,
});

/** @type {import('jest').Config} */
module.exports = {
	// The watch over what is printed looks for secrets in every integration test.
	projects: [project('unit'), project('integration', { setupFilesAfterEnv: ['<rootDir>/test/support/watch.ts'] })],
	testTimeout: 30_000,
	// Most files spend their time on loading n8n's engine, so every core helps.
	maxWorkers: '100%',
	reporters: ['default', '<rootDir>/test/support/operationsReporter.cjs', '<rootDir>/test/support/countReporter.cjs'],
};
