/** Most control numbers out of sequence that are remembered. */
const MOST = 100_000;

/**
 * Control numbers that have occurred. Numbers that rise are remembered as one range, so a file of any size takes little
 * memory. Beyond {@link MOST} others, a repetition may go unnoticed.
 */
export class SeenNumbers {
	private readonly others = new Set<string>();
	private first = 0;
	private last = -1;

	/** Notes a number. Whether it has occurred before. */
	repeats(controlNumber: string): boolean {
		const number = /^\d{1,9}$/.test(controlNumber) ? Number(controlNumber) : undefined;
		if (number !== undefined) {
			if (number >= this.first && number <= this.last) return true;
			if (this.last === -1) this.first = this.last = number;
			else if (number === this.last + 1) this.last = number;
			else return this.repeatsOther(String(number));
			return this.others.has(String(number));
		}
		return this.repeatsOther(controlNumber);
	}

	private repeatsOther(key: string): boolean {
		if (this.others.has(key)) return true;
		if (this.others.size < MOST) this.others.add(key);
		return false;
	}
}
