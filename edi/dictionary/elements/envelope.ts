/** The data elements of ISA, IEA and TA1. */
export const ENVELOPE_ELEMENTS = `
I01  ID 2/2    Authorization Information Qualifier
I02  AN 10/10  Authorization Information
I03  ID 2/2    Security Information Qualifier
I04  AN 10/10  Security Information
I05  ID 2/2    Interchange ID Qualifier
I06  AN 15/15  Interchange Sender ID
I07  AN 15/15  Interchange Receiver ID
I08  DT 6/6    Interchange Date
I09  TM 4/4    Interchange Time
I10  AN 1/1    Interchange Control Standards Identifier
I11  ID 5/5    Interchange Control Version Number
I12  N0 9/9    Interchange Control Number
I13  ID 1/1    Acknowledgment Requested
I14  ID 1/1    Interchange Usage Indicator
I15  AN 1/1    Component Element Separator
I16  N0 1/5    Number of Included Functional Groups
I17  ID 1/1    Interchange Acknowledgment Code
I18  ID 3/3    Interchange Note Code
`;
