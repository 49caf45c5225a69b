import type { FormatName } from "../../src/formats/formats.ts";
import type { Section } from "../../src/race/sections/index.ts";

/**
 * One small good file of every format about Handel and Ossoff, all numbers made up for the TEST,
 * with the section that it fills.
 */
export const SAMPLES: readonly {
  readonly name: string;
  readonly format: FormatName;
  readonly section: Section;
  readonly text: string;
}[] = [
  {
    name: "polls.csv",
    format: "csv",
    section: "polls",
    text: 'id,pollster,start,end,sample,handel,ossoff,source,note\np1,TEST Poll,2017-06-17,2017-06-18,500,49,48,test,"made up, both"\np2,TEST Poll,2017-06-10,2017-06-11,500,48,49,test,\n',
  },
  {
    name: "turnout.csv",
    format: "csv",
    section: "turnout",
    text: "date,mode,ballots,rounded,source,note\n2017-06-16,early_in_person,1000,,test,\n2017-06-16,absentee_mail,200,yes,test,\n",
  },
  {
    name: "results.csv",
    format: "csv",
    section: "results",
    text: "round,area,measure,candidate,mode,value,as_of,source\n1,Fulton County,votes,handel,election_day,10,2017-06-20,test\n1,Fulton County,votes,ossoff,election_day,9,2017-06-20,test\n",
  },
  {
    name: "money.csv",
    format: "csv",
    section: "money",
    text: "measure,candidate,amount,as_of,printed,rounded,source,note\nreceipts,handel,1000.5,2017-05-31,,,test,\ntotal,,50,2017-06-20,up to $50,yes,test,\n",
  },
  {
    name: "history.csv",
    format: "csv",
    section: "history",
    text: "kind,date,contest,who,party,won,votes,share,source,name_en\nvote,2015-11-03,seat,TEST Person,R,yes,1000,60,test,\nvote,2015-11-03,other,TEST Plan,,,,,test,A TEST question\nheld,2016-01-03,,TEST Person,R,,,,test,\n",
  },
  {
    name: "history.json",
    format: "json",
    section: "history",
    text: '{"past":[{"kind":"held","date":"2016-01-03","who":"TEST Person","source":"test"}]}',
  },
  {
    name: "timeline.csv",
    format: "csv",
    section: "timeline",
    text: "id,kind,at,announced,source,text_en,text_es\nvote,election,2017-06-20,2017-02-10,test,TEST vote,Votación de PRUEBA\n",
  },
  {
    name: "timeline.json",
    format: "json",
    section: "timeline",
    text: '{"events":[{"id":"vote","at":"2017-06-20","text":{"en":"TEST vote"},"source":"test"}]}',
  },
  {
    name: "turnout.json",
    format: "json",
    section: "turnout",
    text: '{"counts":[{"date":"2017-06-16","mode":"absentee_mail","ballots":200,"source":"test"}]}',
  },
  {
    name: "results.json",
    format: "json",
    section: "results",
    text: '{"counts":[{"area":"total","measure":"registered","value":200,"asOf":"2017-06-20","source":"test"}]}',
  },
  {
    name: "polls.json",
    format: "json",
    section: "polls",
    text: '{\n  "polls": [{"id":"p1","survey":"p1","pollster":"TEST","field":{"middle":"2017-06-17"},"shares":[{"candidate":"handel","share":49}],"source":"test"}]\n}',
  },
  {
    name: "money.json",
    format: "json",
    section: "money",
    text: '{"entries":[{"measure":"total","amount":5,"asOf":"2017-06-20","source":"test"}]}',
  },
  {
    name: "538, one row per answer",
    format: "fivethirtyeight",
    section: "polls",
    text: "poll_id,question_id,pollster,sample_size,population,start_date,end_date,election_date,stage,race_id,candidate_name,pct\n7,70,TEST Poll,500,lv,6/17/17,6/18/17,6/20/17,runoff,1762,Jon Ossoff,48\n7,70,TEST Poll,500,lv,6/17/17,6/18/17,6/20/17,runoff,1762,Karen Handel,49\n",
  },
  {
    name: "538, one row per question",
    format: "fivethirtyeight",
    section: "polls",
    text: "poll_id,question_id,race_id,pollster,polldate,samplesize,cand1_name,cand1_pct,cand2_name,cand2_pct,electiondate\n7,70,1762,TEST Poll,6/7/2017,420,Jon Ossoff,49.6,Karen Handel,47.1,6/20/2017\n",
  },
  {
    name: "VoteHub's answer",
    format: "votehub",
    section: "polls",
    text: '[\n{"id":"t1","poll_type":"us-representative","subject":"2017 Georgia","seat_name":"GA-06","pollster":"TEST Poll","sponsors":[],"internal":false,"partisan":null,"start_date":"2017-06-17","end_date":"2017-06-18","sample_size":500,"population":"lv","url":null,"created_at":"2017-06-19T14:00:00Z","answers":[{"choice":"Karen Handel","pct":49},{"choice":"Jon Ossoff","pct":48.5}]},\n{"id":"t2","poll_type":"us-representative","subject":"2017 Georgia","seat_name":"GA-06","pollster":"TEST Poll","start_date":"2017-06-10","end_date":"2017-06-11","answers":[{"choice":"Karen Handel","pct":48},{"choice":"Jon Ossoff","pct":50}]}\n]',
  },
  {
    name: "OpenElections",
    format: "openelections",
    section: "results",
    text: "county,precinct,office,district,candidate,party,votes\nCobb,P1,U.S. House,6,Karen Handel,R,5\nCobb,P1,U.S. House,6,Jon Ossoff,D,4\nCobb,P1,Voters,,Registered,,40\n",
  },
  {
    name: "Clarity's detail.xml",
    format: "clarity-xml",
    section: "results",
    text: '<?xml version="1.0"?>\n<!-- a snapshot > of < the count -->\n<ElectionResult><Region>GA</Region><Contest key="1" text="U.S. House"><Choice key="1" text="Karen Handel (Rep)" totalVotes="5"><VoteType name="Election Day" votes="5"><County name="Cobb" votes="5" /></VoteType></Choice>\n<Choice key="2" text="Jon Ossoff (Dem)" totalVotes="4"><VoteType name="Election Day" votes="4"><County name="Cobb" votes="4" /></VoteType></Choice></Contest></ElectionResult>',
  },
  {
    name: "Clarity's summary.json",
    format: "clarity-summary",
    section: "results",
    text: '[{"C":"U.S. House","K":"1","CH":["Karen Handel","Jon Ossoff"],"P":["R","D"],"V":[5,4],"PR":1,"TP":1}]',
  },
  {
    name: "Georgia's export",
    format: "sos-ga",
    section: "results",
    text: JSON.stringify({
      results: { name: "Georgia", ballotItems: items() },
      localResults: [{ name: "Cobb County", ballotItems: items() }],
    }),
  },
  {
    name: "the FEC's bulk file",
    format: "fec-bulk",
    section: "money",
    text: `H8GA06195|OSSOFF, JON|O|1|DEM|1000.5|0|900|0|0|100.5${"|".repeat(7)}|GA|06|||||||${"|"}06/30/2017|0|0\nH8GA06286|HANDEL, KAREN C|O|2|REP|2000|0|1900|0|0|100${"|".repeat(7)}|GA|06||||||||06/30/2017|0|0\n`,
  },
  {
    name: "OpenFEC's answer",
    format: "openfec",
    section: "money",
    text: '{"pagination":{"count":1},"results":[{"candidate_id":"H8GA06286","name":"HANDEL, KAREN","receipts":10.5,"disbursements":5,"cash_on_hand_end_period":5.5,"coverage_end_date":"2017-06-30T00:00:00"}]}',
  },
];

function items() {
  const ballotOptions = [option("1", "KAREN HANDEL (REP)", 5), option("2", "JON OSSOFF (DEM)", 4)];
  return [{ id: "7", name: "U.S. House", ballotOptions }];
}

function option(id: string, name: string, votes: number) {
  const groupResults = [{ groupName: "Election Day", voteCount: votes }];
  return { id, name, voteCount: votes, groupResults };
}
