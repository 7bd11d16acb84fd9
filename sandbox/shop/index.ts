export type { ShopBehaviour, ShopOptions } from './options';
export { describeShop, startShop, type Shop } from './sandbox';
export type { Hook, HookOutcome } from './webhook';
