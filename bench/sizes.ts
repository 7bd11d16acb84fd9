/** How much work each row does. */
export interface Sizes {
	creates: number;
	/** How often each contender of the judged creates has its turn; the middling time counts. */
	rounds: number;
	/** Round trips (milliseconds) of the creates; the first is judged, the others are for the picture. */
	roundTrips: number[];
	orders: number;
	pageSizes: number[];
	changes: number;
	starts: number;
	growth: number[];
	rateLimit: number;
	x12Orders: number;
	x12Lines: number;
	/** Items whose availability is asked for. */
	items: number;
	/** Messages of B2B Integrator that are uploaded, then read. */
	messages: number;
	/** Messages that are put into a queue of IBM MQ, then taken. */
	mqMessages: number;
	/** Whether a package that only a row needs may be downloaded. */
	mayDownload: boolean;
}

export const FULL: Sizes = {
	creates: 1000,
	rounds: 3,
	roundTrips: [20, 0, 80],
	orders: 50_000,
	pageSizes: [500, 1000, 2500, 5000],
	changes: 100_000,
	starts: 9,
	growth: [1, 10, 100, 1000, 5000],
	rateLimit: 100,
	x12Orders: 10_000,
	x12Lines: 100,
	items: 10_000,
	messages: 1000,
	mqMessages: 10_000,
	mayDownload: true,
};

/** Just enough to see that everything works. */
export const QUICK: Sizes = {
	creates: 20,
	rounds: 1,
	roundTrips: [20],
	orders: 120,
	pageSizes: [50, 100],
	changes: 60,
	starts: 1,
	growth: [1, 10],
	rateLimit: 1000,
	x12Orders: 40,
	x12Lines: 5,
	items: 250,
	messages: 20,
	mqMessages: 100,
	mayDownload: false,
};
