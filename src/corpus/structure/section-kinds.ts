import { trimEndOf } from '../../text/trim-ends.ts';

/** Sections whose entries are works that the text cites. */
const BIBLIOGRAPHY =
  /^(?:references?|bibliography|works cited|citations?|literature(?: cited)?|further reading|external links|external references)$/iu;
/** Sections that may be that, and may be text: their entries must look like citations. */
const NOTES = /^(?:(?:foot|end)?notes|sources|reading list|recommended reading)$/iu;
const EXERCISES =
  /^(?:review|practice|quiz|self[- ]?(?:check|test|assessment)|problems?|exercises?|(?:review|practice|discussion|study|comprehension|critical thinking|personal application|chapter|key) (?:questions?|problems|exercises)|critical thinking|check your (?:understanding|knowledge)|test your(?:self| knowledge| understanding)|questions(?: (?:for|to) .{1,40})?)$/iu;
const LINKS =
  /^(?:see also|related(?: (?:pages|articles|topics|links|content|notes))?|next steps?|learn more|(?:more|useful|quick|external) links|links|on this page|(?:table of )?contents|navigation|more information)$/iu;

/** What the heading of a section says of the blocks in it. */
export interface SectionKind {
  readonly bibliography: boolean;
  /** Notes, or sources: works that are cited, or text. */
  readonly notes: boolean;
  readonly exercises: boolean;
  readonly links: boolean;
}

/** Tells by its heading what a section holds. */
export function sectionKind(heading: string): SectionKind {
  const words = trimEndOf(heading.slice(0, 80), /[\s:.]/).replace(/^[\d.]{1,12}\s/, '');
  return {
    bibliography: BIBLIOGRAPHY.test(words),
    notes: NOTES.test(words),
    exercises: EXERCISES.test(words),
    links: LINKS.test(words),
  };
}

/** Whether a line is the usual heading of such a section. */
export function isSectionName(line: string): boolean {
  const { bibliography, notes, exercises, links } = sectionKind(line);
  return line.length < 60 && (bibliography || notes || exercises || links);
}
