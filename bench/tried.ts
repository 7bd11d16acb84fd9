/** What was changed or tried because of a figure; goes into the results. */
export const TRIED = `## What was tried

- **Client CPU.** Profiles of 1,000 createOrder showed joined abort signals, an async iterator and then a stream for each
  body, a new TextDecoder and a hash of the certificate for each request, an error made for each body that arrived.
  Requests go by undici's own events now, decoders are kept, the hash and the REST root are made once.
- **Node.** Most of its CPU was n8n's resolution of parameters: a parameter without an expression is resolved once for
  all items now, and expressions of the items to come are resolved while answers are awaited: in runs one after the
  other 1.75 s became 1.65 s.
- **Throughput over the baseline** is bound by the round trips. With 16 in flight and 20 ms they alone allow 1.25 s; TCP,
  TLS 1.3 and the request of the baseline take three of them, so latency alone gives a ratio of 3.0, and the floor itself
  reaches 3.0x to 3.3x, the node 2.8x to 3.0x. What a handshake costs in CPU comes on top, and it weighs the more the
  less the machine has to spare. Over TLS 1.2 a handshake takes one round trip more. Thought of and put aside: opening connections while the
  login is under way (two round trips of a whole run, at the price of a full handshake for each), and several orders in
  one multiApi request (one refused order would undo the others).
- **Reading JSON.** The text was searched for numbers before each parse and copied twice after it. Numbers are looked for
  in the parsed document now (Sterling writes strings), in place: 2,500 orders took 40 ms and take 9 ms, JSON.parse 6 ms.
- **Reading XML.** fast-xml-parser took 61 ms to parse a page of 2,500 orders and 38 ms to validate it, which its parser
  leaves out; JSON.parse takes 6 ms: 3.7x to 4.1x the CPU of JSON for 20,000 orders. Now saxen, which checks what it
  reads, reads the XML that Sterling writes (30 ms with our part), and whatever it stumbles over goes to
  fast-xml-parser, which reads it after all or names the broken line; a property test holds the two against each other.
  For 10,000 orders that makes 1.9x to 2.05x, because much of it is compiling; over 50,000 orders 1.45x to 1.7x. Looked
  at and put aside: saxes and parse-xml (49 ms), htmlparser2 (27 ms, accepts broken documents), a reader of our own
  (24 ms).
- **429.** Halving the requests in flight alone reached 71 % of the permitted rate (one run): refused requests waited,
  others went on being refused. Now the server's pause holds for all, and a pace is kept: the lesser of two bursts,
  less 4 %. A pace of 98 % of it was refused late whenever either side was held up for some 20 ms, which cost a second
  each time and 15 % of the rate for the rest: 81 % in the worst run. Now such a late refusal leaves the rate
  as it is: lowering it by 5 % and raising it again in calm took four more constants and reached no more.
- **Load.** The first localeCompare of the fields' names took 6 ms to load collation tables; names are compared plainly
  now. Code that both nodes share stands once, and the client library is loaded when a node first runs (5 ms).
- **Trigger.** The server's time was asked for before the rows; now the first page brings it: its Date less the time that
  the request took. Times are parsed once, and a path of a single name is read directly.
- **X12.** A profile of reading shows little but \`String.split\`: a segment is cut once at its element separators, and
  components and repetitions are looked for only where their separators occur. node-x12 holds the whole file and a tree
  of some hundred times its size: 10,000 orders in one file end with "heap out of memory" at 4 GB, so all readers read
  the same files of 1,000 orders. Writing first put segments together from growing strings, and half of the time went
  to the garbage collector (1.8x the throughput of node-x12); now each segment is joined once, and most values pass on one
  test.`;
