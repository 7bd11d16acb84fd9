/** How the shop responds where installations differ. Each member may be changed while it runs. */
export interface ShopBehaviour {
	/** Most entries of one synchronous call; Commerce has no limit unless it is switched on [Adobe: input limits]. */
	entityLimit: number | undefined;
	/** SKU whose stock never gets in by the asynchronous way, as a broken product would. */
	brokenSku: string;
}

export const defaultShopBehaviour: ShopBehaviour = { entityLimit: undefined, brokenSku: 'BROKEN' };

export interface ShopOptions {
	/** 0 (default) takes a free port. */
	port?: number;
	/** Plain HTTP instead of HTTPS. */
	plainHttp?: boolean;
	behaviour?: Partial<ShopBehaviour>;
	/** Shops of one name sign their webhooks with the same key, as long as the process runs. */
	name?: string;
	/** The machine's clock, in milliseconds. */
	machineClock?: () => number;
	randomSeed?: number;
}
