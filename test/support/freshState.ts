import { forgetCustomFields } from '../../clients/oms';
import { closeAllPools } from '../../kit/http/pools';

/** Test files share the project's modules (test/support/jest/runtime.cjs), and must not find what another has left. */
beforeAll(async () => {
	forgetCustomFields();
	await closeAllPools();
});
