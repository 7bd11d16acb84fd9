/** What was changed or tried because of a figure; goes into the results. */
export const TRIED = `## What was tried

- **Client CPU.** Profiles of 1,000 createOrder showed joined abort signals, an async iterator and then a stream for each
  body, a new TextDecoder and a hash of the certificate for each request, an error made for each body that arrived.
  Requests go by undici's own events now, decoders are kept, the hash and the REST root are made once.
- **Node.** Most of its CPU was n8n's resolution of parameters: 0.4 ms for each expression of each item in a profile,
  because n8n makes a data proxy with two dates and some sixty globals for each. A parameter without an expression is
  resolved once for all items, and expressions of the items to come are resolved while responses are awaited. An
  expression that is only a field of the item (\`{{ $json.orderNo }}\`, which is what dragging a field writes) is followed
  without that engine now; a property test compares it with n8n. Of 1,000 orders n8n's part fell from 390 ms to 30 ms of
  a profile. When the forms of the node were redesigned, each item looked up labels, choices and descriptions of some
  forty parameters anew, and built the same labels for errors that never came: that had made 1.13x into 1.57x. What is
  the same for all items is read and checked once now. CPU of the node for 1,000 orders, best of three runs in turn on a
  busy machine: 1.77 s before, 1.39 s now, beside 0.62 s of the floor, 0.75 s of the library (0.89 s before) and 0.28 s
  of n8n's engine with a node that only reads the parameters. What is left between library and node is building and
  checking the document: code that runs a thousand times is hardly compiled by then.
- **Per request.** The proxy of the environment is looked for once for each client and not for each request (57 ms of
  1,000 requests in a profile), addresses are joined and not parsed, a login that is fresh is used without waiting, the
  head of a response is looked at without copying it, and a body without Content-Encoding or XML is not searched for
  one.
- **B2B Integrator.** Each upload was searched for secrets byte by byte, and its pool was named anew by a hash of the
  certificates. An upload of a megabyte had a million entries to search.
- **Availability.** The time of a response was read and written once for each of its lines, and the header of a call as
  text for each item. The floor counted its items wrongly (all of its calls were made).
- **Warm contenders.** The first connection of a process with an authority of its own reads the hundred and fifty public
  authorities of Node.js as well, which takes 40 ms to 150 ms and is done once: other than an option \`ca\`, the client
  trusts its authority beside them. So every contender has done its work once before it is measured, and each has
  several turns: single runs had made XML 1.95x and the trigger 1.28x where others made them 1.45x and 1.06x.
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
  For 10,000 orders that makes 1.9x to 2.05x, because much of it is compiling; over 50,000 orders 1.4x to 1.7x. The scan
  that bounds a text before a parser sees it took 30 ms for a page of 5,000 orders; tags as systems usually write them
  are scanned by one expression now, and it takes 14 ms (121 ms with the parser before, 100 ms now). Looked at and put
  aside: saxes and parse-xml (49 ms), htmlparser2 (27 ms, accepts broken documents), a reader of our own (24 ms).
- **429.** Halving the requests in flight alone reached 71 % of the permitted rate (one run): refused requests waited,
  others went on being refused. Now the server's pause holds for all, and a pace is kept: the lesser of two bursts,
  less 4 %. A pace of 98 % of it was refused late whenever either side was held up for some 20 ms, which cost a second
  each time and 15 % of the rate for the rest: 81 % in the worst run. Now such a late refusal leaves the rate
  as it is: lowering it by 5 % and raising it again in calm took four more constants and reached no more.
- **Load.** The first localeCompare of the fields' names took 6 ms to load collation tables; names are compared plainly
  now. Code that both nodes share stands once, and the client library is loaded when a node first runs (5 ms).
- **Trigger.** The server's time was asked for before the rows; now the first page brings it: its Date less the time that
  the request took. Times are parsed once, and a path of a single name is read directly. The hash by which an event is
  remembered is made only where something is, or has to be, remembered.
- **X12.** A profile of reading shows little but \`String.split\`: a segment is cut once at its element separators, and
  components and repetitions are looked for only where their separators occur. node-x12 holds the whole file and a tree
  of some hundred times its size: 10,000 orders in one file end with "heap out of memory" at 4 GB, so all readers read
  the same files of 1,000 orders. Writing first put segments together from growing strings, and half of the time went
  to the garbage collector (1.8x the throughput of node-x12); now each segment is joined once, and most values pass on one
  test.`;
