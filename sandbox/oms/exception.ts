/**
 * A refusal as Sterling words it. It reaches the caller as one entry of `errors` (JSON) or one `<Error>`
 * (XML), with HTTP 400 for every ordinary API exception [IBM: r_errorsAndStatusCodes].
 */
export class SterlingException extends Error {
	constructor(
		readonly code: string | undefined,
		readonly description: string,
		readonly moreInfo: Record<string, string> = {},
		readonly httpStatus = 400,
	) {
		super(description);
	}
}

/**
 * Descriptions of the codes the sandbox raises; wording is captured where a capture exists, ours elsewhere.
 */
const descriptions: Record<string, string> = {
	YCP0047: 'Login failed. Please check the login ID and password.',
	YCP0427: 'Cannot invoke API because user is not authenticated.',
	YCP0428: 'API security violation: the user group may not use this API.',
	YFC0001: 'Record already exists in the database.',
	YFC0003: 'Database error.',
	YFC0004: 'Invalid date.',
	YFC0009: 'Record was changed by another user or process.',
	YFS10001: 'YFS:No record found',
	YFS10003: 'YFS:Invalid Order',
	YFS10012: 'YFS:Duplicate Order No',
	YFS10048: 'YFS:Invalid Node',
	YFS10137: 'YFS: Order cannot be modified in current status',
	YFS10367: 'YFS:Invalid Document Type',
	YFS10395: 'YFS:Invalid Organization',
	YFS10412: 'YFS:Invalid Order Release',
	YFS10428: 'YFS:Invalid input for change of order status',
	YFS10431: 'YFS:No quantity in the status to be changed',
	YFS10437: 'YFS:Item does not exist',
	YFS10460: 'YFS:Mandatory attributes are missing',
	YFS10491: 'YFS:Payment type is not set up for the seller',
	YFS10492: 'YFS:Quantity cannot be cancelled below the invoiced quantity',
	OMP10065: 'Attributes that identify the shipment are missing',
	OMP11035: 'Invalid hold type',
	OMP11036: 'Invalid hold type status',
	YCM0033: 'Item Not Found',
	YDM00017: 'Key points to an invalid shipment',
	YDM00025: 'Shipment cannot be modified in current status',
	YDM00065: 'Attributes that identify the shipment are missing',
	YDM00166: 'No shipment record found',
};

/** Adds descriptions for codes that another family of APIs raises. */
export function describeCodes(more: Record<string, string>): void {
	Object.assign(descriptions, more);
}

/** An exception with a known code. */
export function refuse(code: string, moreInfo: Record<string, string> = {}): SterlingException {
	return new SterlingException(code, descriptions[code] ?? 'Error description not available', moreInfo);
}

/**
 * A failure of the server's own code: a Java class name or a whole sentence stands where the code should be,
 * as captured for unknown services and for user exits that fail.
 */
export function javaFailure(code: string, moreInfo: Record<string, string> = {}): SterlingException {
	return new SterlingException(code, 'Error description not available', moreInfo);
}
