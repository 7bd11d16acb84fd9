/** Code lists by data element, of 004010 and 005010 together. */
export const acknowledgementCodes: Record<string, string> = {
	// Functional Group Acknowledge Code
	'715': `
	A E M P R W X
	`,
	// Functional Group Syntax Error Code
	'716': `
	1-6 10-9 20-6
	`,
	// Transaction Set Acknowledgment Code
	'717': `
	A E M R W X
	`,
	// Transaction Set Syntax Error Code
	'718': `
	1-9 10-3 15-9 20-7
	`,
	// Segment Syntax Error Code
	'720': `
	1-8
	`,
	// Data Element Syntax Error Code
	'723': `
	1-9 10 12 13
	`,
	// Implementation Transaction Set Syntax Error Code
	'618': `
	1-9 10-3 15-9 23-7 I6
	`,
	// Implementation Segment Syntax Error Code
	'620': `
	1-8 I4 I6-9
	`,
	// Implementation Data Element Syntax Error Code
	'621': `
	1-9 10 12 13 I6 I9 I10-3
	`,
};
