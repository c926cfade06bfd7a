"""The answering room: a question in, a verified `Answer` out. Its modules in reading order:

The way in
    conversation    `Answerer`: a question through all gates
    triage          the first gate: fixed texts for what needs a person, and a word of caution;
                    rules: the files of the rules; phrases: how their words are met; negation:
                    whether a sign is there now
    language        which language a question is in

What is asked
    understand      names, the kind of thing asked, findings, the subject of the turn before
    subject         what a question is on, and what to search with; asked: meaning, cost, options
    followup        what it leans on from the turns before
    lookup          the page about a name, before any search; codes: exact names
    meant           which name is meant, of two that look alike; definition: only what a word means
    touched         which findings it touches; unnamed, repeated: without their names; listed: all
                    of a kind; case: of which kinds; cancers: of which cancer; owner: of whom
    silent          what it asks that the report is silent on; changed: what several reports tell

What is told
    drafting        from what was understood and found to a draft
    evidence        whether what was found is enough; doubt: what speaks against it
    compose         the answer, from lines of the report and sentences of the library
    findings        a finding in plain words with its line; brief: a report in a few lines;
                    medicines: those that it prints; words: hard words of its lines
    remarks         what else the report says; topics: what that is on; withheld: what is not told
    lead, choose    the section that leads; the sentences told; nearest: how near they are; worth:
                    what they are worth beside a report; levels: what comes before a number;
                    joined: two results that mean something together
    situations      what a kind of result calls for (situation_table)
    presumed, aside sentences that presume another result, or are beside the point
    for_visit       questions to take along
    wording         the fixed words around an answer

What holds
    verify          each sentence held against what it cites

With a chat model
    writer          an answer in its words, of which only those are shown that hold
    material, prompt, generate, marks, closeness
                    what it gets, how it is asked and spoken to, what it wrote, how close that is
"""
