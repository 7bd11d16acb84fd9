/** What was changed or tried because of a figure; goes into the results. */
export const TRIED = `## What was tried

- **Client CPU.** Profiles of 1,000 createOrder showed joined abort signals, an async iterator for each body, a new
  TextDecoder and a hash of the certificate for each request. An event emitter aborts, bodies are read by events,
  decoders are kept, the hash is made once. Library before and after, taking turns, four runs each: 0.71 s and 0.59 s of
  CPU (floor 0.41 s), the same time. The node gained nothing to speak of (1.22 s and 1.18 s): most of its CPU is n8n's
  own resolution of parameters.
- **Throughput over the baseline** depends on the machine: whole runs saw 2.5x to 3.9x, the least when nothing else ran.
  The time of node and library is near the floor's then, so what is left is the pace of 16 requests in flight.
- **Reading JSON.** The text was searched for numbers before each parse and copied twice after it. Numbers are looked for
  in the parsed document now (Sterling writes strings), in place: 2,500 orders took 40 ms and take 9 ms, JSON.parse 6 ms.
- **Reading XML.** A page of 2,500 orders takes 129 ms with fast-xml-parser in its order-preserving form (41 ms of it to
  validate, which its parser leaves out), 15 times JSON. A reader of our own for this one form of document took 24 ms. It
  was put aside: a well-kept library is worth more here than the time, and who needs speed takes JSON, the default.
- **429.** Halving the requests in flight alone reached 71 % of the permitted rate (one run): refused requests waited,
  others went on being refused. Now the server's pause holds for all, and a pace is kept. A pace from one burst (the
  successes of the second before the refusal) reached 89 % and 78 %: a second of ours may reach into two of the server's.
  The lesser of two bursts reached 72 % (while other work kept the machine busy), 82 %, 89 % and 85 %; lifting the bound on
  requests in flight once a rate is known, 85 % (just below), 91 %, 90 %, 91 % and 81 %. So it is near the mark, and not
  safely above it: most likely it is where the bursts begin within the second of the server that decides.
- **Load.** About 32 ms of CPU on a quiet machine: 21 ms to evaluate the module of the action node, 4 ms to build its
  description, 4 ms the trigger, 3 ms the library. In a profile the first localeCompare of the fields' names alone took 6 ms.
- **Idle poll.** Two requests: the server's time is asked for before the rows are read, so that nothing can be committed
  unseen between the two. One request would have to give up that order.`;
