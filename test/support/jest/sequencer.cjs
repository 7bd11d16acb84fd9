const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take longest, for a first run, when Jest knows no times yet; it would go by their size. */
const LONG = [
	/integration\/(security\/canaries|faults\/.*matrix|bench|demo)/,
	/integration\/(faults|sandbox\/stop|soak|commands|doctor|engine|package|security|nodes\/(IbmInventory\/faults|every|wrongValues)|templates\/sysproCrashes)/,
	/integration\/(nodes\/trigger|templates)|fuzz|property|lint/,
	/integration/,
];

/** The longest files first, so that the workers end together. */
module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		const sorted = super.sort(tests);
		if (tests.every(({ duration }) => duration !== undefined)) return sorted;
		const rank = ({ path }) => LONG.findIndex((pattern) => pattern.test(path.replaceAll('\\', '/'))) >>> 0;
		return sorted.sort((one, other) => rank(one) - rank(other));
	}
};
