import communityNodes from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/** Rules of eslint-plugin-n8n-nodes-base that n8n's own scanner switches off as well. */
const OUTDATED = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

const selfHosted = communityNodes.configs.recommendedWithoutN8nCloudSupport;
const PACK = ['credentials/**/*.ts', 'nodes/**/*.ts'];

export default tseslint.config(
	{ ignores: ['dist/', '**/node_modules/', 'coverage/', 'e2e/**/.cache/', '.cache/'] },
	{
		files: PACK,
		plugins: { '@n8n/community-nodes': communityNodes },
		languageOptions: { parser: tseslint.parser },
		rules: selfHosted.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': nodesBase },
		rules: { ...nodesBase.configs.credentials.rules, ...OUTDATED },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': nodesBase },
		rules: { ...nodesBase.configs.nodes.rules, ...OUTDATED },
	},
	{
		// Parts below the node: their errors become n8n's in execute.ts, and their property factories are checked as
		// what they make, the materialised description (test/unit/nodes/lint.test.ts).
		files: ['nodes/**/*.ts'],
		ignores: ['**/*.node.ts'],
		rules: {
			'@n8n/community-nodes/require-node-api-error': 'off',
			'n8n-nodes-base/node-param-default-missing': 'off',
		},
	},
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': nodesBase, '@n8n/community-nodes': communityNodes },
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: { ...nodesBase.configs.community.rules, ...selfHosted.rules },
	},
);
