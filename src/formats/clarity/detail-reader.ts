import {
  type ClarityChoice,
  clarityContest,
  type ClarityContest,
  type ClarityLevel,
  type ClarityPrecincts,
  type ClarityVoteType,
} from "./contest.ts";
import { clarityTime } from "./time.ts";
import { addClarityTurnout, type ClarityPeople, type ClarityTurnout } from "./turnout.ts";
import type { ContestFile } from "../match/contests.ts";
import { fault, type Fault, firstFaults, type ReadResult } from "../text/faults.ts";
import { notACount, parseCount } from "../match/count-tally.ts";
import type { XmlElement } from "../text/xml.ts";

/** Follows the elements of one file; what it gathers is whole only after the last of them. */
export class DetailReader {
  readonly #faults: Fault[] = [];
  readonly #turnout: ClarityTurnout = {
    whole: { voters: null, ballots: null },
    units: new Map(),
  };
  readonly #contests: ClarityContest[] = [];
  #root = "";
  #region = "";
  #asOf: string | null = null;
  #precinctLevel = false;
  #contest: ClarityContest | null = null;
  #choice: ClarityChoice | null = null;
  /** Of the contest that is open. */
  #choiceKeys = new Set<string>();
  #voteType: ClarityVoteType | null = null;

  readonly open = (element: XmlElement, parents: readonly string[]): void => {
    switch (element.name) {
      case "VoterTurnout":
      case "ElectionVoterTurnout":
        this.#turnout.whole = this.#people(element);
        return;
      case "Contest":
        this.#openContest(element);
        return;
      case "Choice":
        this.#openChoice(element);
        return;
      case "VoteType":
        this.#openVoteType(element);
        return;
      case "County":
      case "Precinct":
        this.#openUnit(element, parents);
        return;
      default:
        if (parents.length === 0) this.#root = element.name;
    }
  };

  readonly close = (name: string, text: string): void => {
    if (name === "Region") this.#region = text;
    else if (name === "Timestamp") this.#asOf = clarityTime(text);
    else if (name === "Contest") this.#contest = null;
    else if (name === "Choice") this.#choice = null;
    else if (name === "VoteType") this.#voteType = null;
  };

  result(): ReadResult<ContestFile> {
    if (this.#root !== "ElectionResult")
      return refused(`starts with <${this.#root}> where a Clarity file has <ElectionResult>`);
    if (this.#precinctLevel && this.#region === "")
      return refused("has precincts but no <Region> that names their county");
    if (this.#faults.length > 0) return { ok: false, faults: firstFaults(this.#faults) };
    if (this.#contests.length === 0) return refused("has no <Contest>");
    const level: ClarityLevel = this.#precinctLevel
      ? { by: "precinct", area: this.#region }
      : { by: "county" };
    const contests = this.#contests.map((raw) =>
      clarityContest(raw, level, (tally, warnings) => {
        warnings.push(...addClarityTurnout(tally, raw, level, this.#turnout));
      }),
    );
    return { ok: true, value: { contests, asOf: this.#asOf }, warnings: [] };
  }

  #openContest(element: XmlElement): void {
    const { key = "", text = "" } = element.attributes;
    // Precinct-level files call the number of precincts that take part precinctsReporting.
    const total = this.#precincts(element).total ?? this.#count(element, "precinctsReporting");
    const { reported } = this.#precincts(element);
    const lists = { counties: new Map(), choices: [], voteTypes: [], faults: [] };
    this.#contest = { key: key || text, text, total, reported, ...lists };
    this.#contests.push(this.#contest);
    this.#choiceKeys = new Set();
  }

  #openChoice(element: XmlElement): void {
    const { key = "", text = "", party = "" } = element.attributes;
    if (text.trim() === "") this.#fault(element, "text", "needs the choice's name");
    const totalVotes = this.#count(element, "totalVotes");
    this.#choice = {
      key: key || text,
      text,
      party,
      totalVotes,
      place: placeOf(element),
      voteTypes: [],
    };
    if (this.#choiceKeys.has(this.#choice.key))
      this.#fault(element, "key", "is the key of an earlier choice of the contest");
    this.#choiceKeys.add(this.#choice.key);
    this.#contest?.choices.push(this.#choice);
  }

  #openVoteType(element: XmlElement): void {
    const name = element.attributes["name"] ?? "";
    const votes = this.#votes(element);
    this.#voteType = { name, votes, units: new Map(), place: placeOf(element) };
    (this.#choice ?? this.#contest)?.voteTypes.push(this.#voteType);
  }

  #openUnit(element: XmlElement, parents: readonly string[]): void {
    const name = element.attributes["name"]?.trim() ?? "";
    if (name === "") return this.#fault(element, "name", `needs the ${element.name}'s name`);
    if (element.name === "Precinct") this.#precinctLevel = true;
    if (this.#voteType)
      return this.#addUnit(this.#voteType.units, element, name, this.#votes(element));
    if (this.#contest) {
      if (parents.includes("ParticipatingCounties"))
        this.#addUnit(this.#contest.counties, element, name, this.#precincts(element));
      return;
    }
    const unit = { ...this.#people(element), ...this.#precincts(element) };
    this.#addUnit(this.#turnout.units, element, name, unit);
  }

  #addUnit<T>(units: Map<string, T>, element: XmlElement, name: string, value: T): void {
    if (units.has(name)) this.#fault(element, "name", `${name} is listed twice`);
    units.set(name, value);
  }

  #people(element: XmlElement): ClarityPeople {
    return {
      voters: this.#count(element, "totalVoters"),
      ballots: this.#count(element, "ballotsCast"),
    };
  }

  #precincts(element: XmlElement): ClarityPrecincts {
    return {
      total: this.#count(element, "precinctsParticipating"),
      reported: this.#count(element, "precinctsReported"),
    };
  }

  #votes(element: XmlElement): number {
    if (!element.attributes["votes"]) this.#fault(element, "votes", "needs the number of votes");
    return this.#count(element, "votes") ?? 0;
  }

  #count(element: XmlElement, name: string): number | null {
    const text = element.attributes[name];
    if (text === undefined || text.trim() === "") return null;
    const value = parseCount(text);
    if (value === null) this.#fault(element, name, notACount(text));
    return value;
  }

  /** Inside a contest it is that contest's alone, and the others can still be used. */
  #fault(element: XmlElement, field: string, message: string): void {
    const faults = this.#contest?.faults ?? this.#faults;
    faults.push(fault(message, { ...placeOf(element), field }));
  }
}

function placeOf({ line, column }: XmlElement) {
  return { line, column };
}

function refused(message: string): ReadResult<ContestFile> {
  return { ok: false, faults: [fault(message)] };
}
