/** Stands before AP's id of a person among a candidate's aliases: `ap:63424`. */
export const PERSON_PREFIX = "ap:";
