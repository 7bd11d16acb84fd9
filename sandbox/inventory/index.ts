export type { Delivered, DeliveryOptions, Subscriber } from './delivery';
export type { InventoryBehaviour, InventorySandboxOptions } from './options';
export { describeTenant, startInventorySandbox, type InventorySandbox } from './sandbox';
export { record } from './seed';
