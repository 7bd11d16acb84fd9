const transform = {
	'^.+\\.ts$': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
	],
};

const project = (name) => ({
	displayName: name,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform,
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/e2e'],
});

/** @type {import('jest').Config} */
module.exports = {
	projects: [project('unit'), project('integration')],
	testTimeout: 30_000,
	reporters: ['default', '<rootDir>/scripts/countReporter.cjs'],
};
