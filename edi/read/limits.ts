/** What bounds the memory that hostile or broken input can take. */
interface ReadLimits {
	/** Most characters of one segment. Default 1,000,000. */
	maximumSegmentLength: number;
	/** Most segments of one transaction set; sets are held whole. Default 500,000. */
	maximumSegments: number;
}

export const READ_LIMITS: ReadLimits = { maximumSegmentLength: 1_000_000, maximumSegments: 500_000 };

export type ReadOptions = Partial<ReadLimits>;
