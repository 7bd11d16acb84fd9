interface Event {
	at: number;
	run: () => void;
}

/** What happens by itself later on: deliveries, rules, responses of the partner. Times in epoch milliseconds. */
export class Agenda {
	private readonly events: Event[] = [];

	/** The time of the event that is in progress; undefined between events. */
	time: number | undefined;

	add(at: number, run: () => void): void {
		this.events.push({ at, run });
	}

	/** Runs everything that is due by `now`, in the order of time, together with what follows from it. */
	catchUp(now: number): void {
		for (;;) {
			const due = this.events.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0];
			if (!due) break;
			this.events.splice(this.events.indexOf(due), 1);
			this.time = due.at;
			try {
				due.run();
			} finally {
				this.time = undefined;
			}
		}
	}
}
