/** Code lists by data element, of 004010 and 005010 together: warehouse documents. */
export const warehouseCodes: Record<string, string> = {
	// Product/Service Condition Code
	'286': `
	01-9 ZZ
	`,
	// Date Qualifier
	'432': `
	01-9 10-9 20-9 30-9 40-9 50-9 60-4 67 68 69 70-4 76-9 80-9 90-9 AA AB BB-Z CA CB CE CL EP FD KA LA LC LD LP PE RS SE
	TA TR
	`,
	// F.O.B. Point Code
	'433': `
	01 02 03 04
	`,
	// Order Status Code
	'473': `
	A-G L N R S T X
	`,
	// Reporting Code
	'514': `
	A B C F J K N O P R S X Y
	`,
	// Consolidation Code
	'604': `
	C N W
	`,
	// COD Method of Payment Code
	'625': `
	1 2 3 4
	`,
	// Carrier/Route Change Reason Code
	'890': `
	01-9 10-5 ZZ
	`,
	// Shipping Date Change Reason Code
	'891': `
	01-9 10-9 ZZ
	`,
	// Line Item Change Reason Code
	'892': `
	01-9 10-7 20-7 ZZ
	`,
	// Warehouse Detail Adjustment Identifier
	'893': `
	1 2
	`,
};
