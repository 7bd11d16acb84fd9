import { closeAllPools } from '../../../kit/http/pools';
import { forgetSharedState } from '../../../kit/http/sharedState';
import { giveBack } from './plant';
import type { Product, Scene } from './products';

/** The system of a product for the tests of a group, opened by one of its logins, and nothing of it afterwards. */
export function sceneFor({ logins }: Product, login: string): { readonly scene: Scene } {
	let scene: Scene;
	beforeAll(async () => {
		forgetSharedState();
		scene = await logins[login]();
	});
	afterAll(async () => {
		await closeAllPools();
		await scene.close();
		giveBack();
		forgetSharedState();
	});
	return {
		get scene() {
			return scene;
		},
	};
}
