import { formOf } from './spelling';

/**
 * Whether a sentence is a further undertaking that takes nothing away from the clause it stands in: it binds the end user's
 * side to do, or not to do, something of a kind that undertakings are about, without condition or exception. "Plainly"
 * where all its words are known here; "perhaps" where it has that form and nothing in it takes away, but words that are
 * not known. The words are forms with single spaces.
 */
export function undertakes(sentence: string): 'plainly' | 'perhaps' | 'no' {
  if (!MAY_BIND.test(sentence) || sentence.split(' ').length > MAX_WORDS) return 'no';
  const opened = ` ${sentence} `.replace(OPENING, ' ');
  if (promises(opened.trim(), 'known')) return 'plainly';
  const plain = SET_PHRASES.reduce((rest, phrase) => rest.replace(phrase, ' '), opened)
    .replace(/ +/g, ' ')
    .trim();
  if (
    certifies(plain) ||
    accepts(plain) ||
    allowsOversight(plain) ||
    FORMAL.test(opened.trim()) ||
    promises(plain, 'known')
  )
    return 'plainly';
  return !takesAway(plain) && promises(plain, 'any') ? 'perhaps' : 'no';
}

/** More words than this are no plain undertaking. */
const MAX_WORDS = 60;

function takesAway(sentence: string): boolean {
  return (
    TAKING_PHRASES.test(` ${sentence} `) ||
    sentence.split(' ').some((word) => TAKING_AWAY.has(word) || TAKING_STEMS.test(word))
  );
}

/** "The end user confirms receipt", "We certify that the particulars given above are true". */
function certifies(sentence: string): boolean {
  const rest = CERTIFYING.exec(sentence)?.groups?.['what'];
  if (rest === undefined) return false;
  return (
    (TRUE.test(rest) || DONE.test(rest) || /^(?:the )?(?:receipt|delivery|arrival|installation)\b/.test(rest)) &&
    known(rest, WORDS)
  );
}

/** "The end user agrees to inspections by the exporter". */
function accepts(sentence: string): boolean {
  const found = ACCEPTING.exec(sentence)?.groups;
  if (!found) return false;
  const { subject = '', what = '' } = found;
  return USER.test(subject) && OVERSIGHT.test(what) && known(what, WORDS);
}

/** "The exporter may inspect the system", "The exporter shall be informed of any loss". */
function allowsOversight(sentence: string): boolean {
  const what = ALLOWING.exec(sentence)?.groups?.['what'];
  return what !== undefined && known(what, WORDS, DOING);
}

function promises(sentence: string, words: 'known' | 'any'): boolean {
  const found = PROMISE.exec(sentence)?.groups;
  if (!found) return false;
  const { verb = '', rest = '', passive } = found;
  // "No part of the system shall be copied" is said of a part of the system that shall not be.
  const none = /^no (?:part|component|copy|copies) of /.exec(found['subject'] ?? '');
  const subject = (found['subject'] ?? '').slice(none?.[0].length ?? 0);
  const not = found['not'] ?? found['no'] ?? none?.[0];
  const holds = (...lists: readonly ReadonlySet<string>[]) => words === 'any' || known(rest, WORDS, ...lists);
  const byUser = USER.test(subject) || (not === undefined && STATE.test(subject));
  if (!byUser && !(THING.test(subject) && (passive !== undefined || STAYS.test(verb)) && known(subject, WORDS)))
    return false;
  if (not !== undefined)
    return (
      (LEAVING.test(verb) || OPENS.test(verb)) &&
      !BY_OTHERS.test(rest) &&
      !AGAINST.test(`${verb} ${rest}`) &&
      holds(NEGATIVE)
    );
  if (OPENS.test(verb)) return (OVERSIGHT.test(rest) || /^notice\b/.test(rest)) && holds(DOING);
  if (USES.test(verb)) return /^(?:the (?:system|equipment|software))?$/.test(rest.trim());
  if (words === 'any' && byUser && passive === undefined && !DOING.has(verb)) return !RISKY.test(verb);
  return DOING.has(verb) && holds(DOING) && (!HANDS.test(`${verb} ${rest}`) || BACK.test(rest));
}

/** Words in the form in which they are compared. */
function forms(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(formOf));
}

function known(words: string, ...lists: readonly ReadonlySet<string>[]): boolean {
  const isIn = (word: string) => lists.some((list) => list.has(word));
  return words.split(' ').every((word) => {
    if (word === '' || isIn(word) || /^\d/.test(word)) return true;
    if (!word.endsWith('s')) return false;
    return isIn(word.slice(0, -1)) || isIn(word.replace(/(?:es|'s)$/, '')) || isIn(word.replace(/ies$/, 'y'));
  });
}

const OPENING = /^ (?:(?:in addition|furthermore|further|moreover|additionally|also|finally|besides) )+/;

/** Without one of these words nothing is undertaken. */
const MAY_BIND =
  /\b(?:shall|will|must|undertake|agree|commit|promi|covenant|guarantee|obliged|bound|required|confirm|certif|declare|acknowledge|represent|accept|consent|submit|is signed|is issued|is made|(?:may|can) (?:also )?(?:inspect|audit|verify|visit|check|examine|review))/;

const CONSENT = '(?:consents?|approvals?|permission|authorizations?|agreement|licenses?)';

/** Things may stay where they are, or not go. */
const STAYS = /^(?:remain|stay|leave)$/;

/** By whom it is used is said by a set phrase, or not at all. */
const USES = /^(?:used?|operated?|accessed)$/;

/** Not to be kept from those who look after the system. */
const AGAINST =
  /^(?:mak|mad|allow|permit|giv|grant|accept|facilitat|enabl).* (?:records?|logs?|inspections?|audits?|visits?)\b/;

/** Words that take something away, widen it, or speak of the clause itself. */
const TAKING_AWAY = forms(
  (
    'unless save notwithstanding however but although though despite may might can could should need if when ' +
    'whenever where wherever until while only sole insofar extent apply applies applied applicable bound void ' +
    'invalid effect required clause paragraph sentence above foregoing preceding aforementioned aforesaid this ' +
    'these such undertaking appropriate possible feasible instead alternatively understood mean means include ' +
    'includes including right rights free freely permitted allowed authorized without harm security freedom ' +
    'public opposition opponent opponents citizen citizens journalist journalists media press newsroom ' +
    'newsrooms court courts army armies police order orders '
  ).trim(),
);
const TAKING_STEMS =
  /^(?:except|discretion|decid|determin|deem|consider|waiv|derogat|deviat|depart|exempt|overrid|prevail|suspend|bind|requirement|obligat|liab|responsib|provision|restriction|limitation|condition|emergenc|urgen|necess|practicab|reasonab|interpret|constru|regard|criti|entitle|suffic|purpose|political|protest|foreign|violation|breach)/;
const TAKING_PHRASES = / (?:other than|apart from|provided that|provided however|subject to|also be used) /;

/** Phrases that say nothing by themselves. A single space stands at either end. */
const SET_PHRASES: readonly RegExp[] = [
  / without (?:undue |any |unreasonable |further )?delay(?= )/g,
  / as soon as (?:possible|practicable)(?= )/g,
  / at (?:any|all|every) (?:reasonable )?times?(?= )| at reasonable (?:times|hours)(?= )/g,
  / (?:up)?on (?:the )?(?:reasonable |first |written )*request(?= )/g,
  / (?:given|stated|named|set out|listed|mentioned|indicated|described|contained) (?:above|below|herein|in this (?:certificate|declaration|undertaking))(?= )/g,
  / (?:when|once|after|if) (?:it is |they are )?no longer (?:in use|used|needed)(?= )/g,
  new RegExp(
    ` (?:without|except with|unless with) (?:the |its |their |having obtained (?:the )?)?(?:prior |previous |express |explicit |written |specific |and )*${CONSENT} (?:in writing )?(?=of|from|by)`,
    'g',
  ),
  / (?:of|in) this (?:certificate|contract|system|equipment)(?= )/g,
  / by (?:(?:duly |properly |specially )?(?:trained|authorized|qualified|vetted|designated|named) )+(?:and (?:trained|authorized|qualified|vetted) )?(?:staff|personnel|operators|employees|officers|users) (?:only|solely|exclusively)(?= )/g,
  / (?:only|solely|exclusively) by (?:(?:duly |properly |specially )?(?:trained|authorized|qualified|vetted|designated|named) )+(?:and (?:trained|authorized|qualified|vetted) )?(?:staff|personnel|operators|employees|officers|users)(?= )/g,
  / (?:against|from) (?:any )?(?:(?:unauthorized (?:access|use)|theft|loss|fire|damage|misuse|tampering|copying)(?: and | or )?)+(?= )/g,
  / reverse engineered(?= )/g,
  / at the (?:stated|named|given) (?:address|place|site|premises)(?: only)?(?= )/g,
  / (?:of|with|about) (?:these|this|its|the) (?:obligations?|undertakings?|duties|duty)(?= )/g,
  / using the (?:system|equipment|software)(?= )/g,
  /(?<=assign|review|sign) (?:this|the) (?:certificate|declaration|undertaking)(?= )/g,
  / to (?:(?:duly )?(?:trained|authorized|qualified|vetted) )+(?:staff|personnel|operators|employees|officers|users)(?: only)?(?= )/g,
  / (?:if|when|as soon as|in case) (?:the system|it) (?:is|has been) (?:lost|stolen|damaged|destroyed|found)(?: or (?:lost|stolen|damaged|destroyed))*(?= )/g,
  / (?:of )?the above (?=information|particulars|details|statements)/g,
  / (?:on|upon|at|after|before|until) (?:the )?(?:expiry|end|termination) of the (?:licen[cs]e|contract|certificate)(?= )/g,
  / (?:it|them|these) available to (?:the|its) (?:exporter|exporting state|exporting authority|ministry|competent authority|inspectors|auditors)(?= )/g,
];

const CERTIFYING =
  /^(?<subject>.+?) (?:hereby )?(?:confirms?|certif(?:y|ies)|declares?|acknowledges?|represents?) (?<what>.+)$/;
const TRUE =
  /^that (?:all |the )+(?:information|particulars|details|statements|data) .*?(?:is|are) (?:(?:true|correct|complete|accurate|up to date)(?: and )?)+$/;
const DONE = /^that (?:it |we )?(?:the system )?(?:has|have) (?:been )?(?:received|installed|delivered|inspected)\b/;

const ACCEPTING =
  /^(?<subject>.+?) (?:(?:hereby|also) )*(?:(?:shall|will|must) )?(?:agrees? to|accepts?|consents? to|submits? to) (?<what>.+)$/;

const ALLOWING =
  /^(?:(?:the|any) )?(?:representatives? of the |officials? of the |inspectors? of the )?(?:exporter|supplier|seller|manufacturer|ministry|exporting (?:state|authority|country)|competent authority|authorities)(?: of (?:the )?(?:defense|exporting (?:state|country)))? (?:(?:may|can) (?:also )?(?:inspect|audit|verify|visit|check|examine|review)|(?:shall|will|must) be (?:promptly |immediately )?(?:informed|notified|told|given notice|consulted|given access)) (?<what>.+)$/;

/** Of the paper itself. */
const FORMAL =
  /^(?:unauthorized|third) (?:persons?|part(?:y|ies)) (?:shall|will|must) not (?:have|gain|be given) access to the (?:system|equipment|software)$|^(?:this|the) (?:certificate|declaration|undertaking) is (?:signed|issued|made|drawn up|executed) in (?:\d+ |english|duplicate)/;

const PROMISE =
  /^(?<subject>[\p{L}' ]+?) (?:(?:hereby|further|also) )*(?:(?:shall|will|must) |(?:is|are) (?:obliged|bound|required) to |(?:(?:undertakes?|agrees?|commits?(?: itself)?|promi[sz]es?|covenants?) (?:(?:also|further) )?(?<no>not )?to )|(?:undertakes?|agrees?|confirms?|certif(?:y|ies)|guarantees?) that (?:the end user|it|we|the system) (?:shall|will|must) )(?:(?:also|further|always|at all times|promptly|immediately|regularly|hereby) )*(?<not>(?:not|never) )?(?:(?:also|further|promptly|immediately|regularly|fully|properly|safely|securely|permanently) )*(?<passive>be )?(?:(?:also|promptly|immediately|regularly|fully|properly|safely|securely) )*(?<verb>\p{L}+)(?: (?<rest>.*))?$/u;

/** Who may bind himself. */
const USER =
  /^(?:(?:the|our|its|each|every|all|said) )*(?:\p{L}+ ){0,6}?(?:end users?|user|consignee|buyer|purchaser|importer|recipient|customer|undersigned|signatory|we|it|office|bureau|agency|department|directorate|service|operators?|staff|personnel|employees?|officers?)(?: and (?:its|the) (?:staff|personnel|employees|operators))?(?: of the (?:system|end user))?$/u;

/** A state may be the end user's or another; it may bind itself to do something, and to leave something only as the end user. */
const STATE = /^(?:the )?(?:government|state|republic|kingdom) of (?:\p{L}+ ?){1,4}$/u;

/** What may be dealt with. */
const THING =
  /^(?:(?:the|any|each|every|all|a|its|such) )*(?:written |full |complete |annual )*(?:system|equipment|items?|goods|products?|software|components?|data|records?|logs?|register|documents?|documentation|information|keys?|passwords?|cop(?:y|ies)|reports?|use|uses|access|loss|theft|damage|transfer|change|incident|installation|inventory|operators?)\b/;

/** What an undertaking binds to do; of things, what is done with them. */
const DOING = forms(
  'keep maintain record retain store document report notify inform provide supply submit return cooperate train protect ' +
    'secure safeguard audit log preserve deliver furnish confirm certify install comply observe respect appoint name designate ' +
    'bear pay cover insure destroy delete erase dispose review update inspect check verify sign send forward make take hold ' +
    'establish obtain remain mark label register instruct acknowledge ensure answer archive complete collect seal lock abide receive cease stop assist confirm limit file repair refrain treat ask show ' +
    'kept maintained recorded retained stored documented reported notified informed provided submitted returned protected ' +
    'secured safeguarded audited logged preserved delivered installed insured destroyed deleted erased reviewed ' +
    'updated inspected checked verified signed sent marked labeled registered housed located trained shown',
);

/** What opens a door, which may be to those who look after the system. */
const OPENS = /^(?:permit|allow|grant|give|accept|facilitate|enable|permitted|allowed|granted|given|accepted)$/;
const OVERSIGHT =
  /^(?:(?:the|any|all|on|site|post|shipment|delivery|regular|periodic|unannounced|annual|representatives|inspectors|officials|auditors|of|by|to) )*(?:inspections?|audits?|visits?|verifications?|checks?|inspectors|exporter|supplier|seller|manufacturer|ministry|authority|authorities|exporting|competent)\b/;

/** What is no undertaking of its own, or one to do more than the clause allows. */
const RISKY =
  /^(?:be|have|has|try|tries|endeavor|attempt|aim|strive|seek|intend|plan|hope|decid|determin|judg|assess|defin|interpret|consider|choos|enjoy|reserv|becom|monitor|watch|track|follow|spy|surveil|target|punish|arrest|prosecut|us|employ|operat|apply|appli|exercis|act|do|go|prevail|overrid|ignor|waiv|suspend|terminat|amend|chang|modif|adapt|replac|vary|adjust|extend|expand|shar|lend|sell|transfer|export|giv|offer|hand|pass|publish|need|withdraw|cancel|revok|annul|rescind|renounc|repudiat|disregard|breach|violat|depart|deviat|relax|loosen|limit|restrict|narrow)/;

/** Things handed over, which go to nobody but those from whom they came. */
const HANDS =
  /(?:^| )(?:provide|supply|deliver|furnish|submit|send|forward|make|provided|supplied|delivered|submitted|sent|forwarded|made) (?:(?:(?:the|any|its|all|a|copies|copy|of|parts|part) )*(?:system|equipment|items?|goods|products?|software|components?|access|data|keys?|passwords?)\b|(?:(?:it|them|the system) )?(?:available|accessible)\b)/;
const BACK = /\bto (?:the|its) (?:exporter|exporting|supplier|seller|manufacturer|end user|ministry|competent)\b/;

/** What an undertaking binds not to do. */
const LEAVING =
  /^(?:transfer|re|resell|sell|sold|resold|lend|lent|lease|cop[yi]|duplicat|modif|revers|disclos|shar|export|assign|divert|us|sublicens|pass|hand|given|give|make|mad|connect|remov|alter|reproduc|replicat|decompil|lo|leav|stay|disassembl|dismantl|destroy|delet|tamper|circumvent|disabl|install|sublet|loan|hire|mortgag|charg|publiciz|releas|distribut|move|ship|rent|pledg|dispos|publish|deploy|operat)/;
const BY_OTHERS =
  /^(?:.* )?(?<!(?:approved|authorized|agreed|permitted) )by (?:the )?(?:exporter|ministry|authority|authorities|supplier|seller|manufacturer|exporting)\b/;

/** All that may be said of what is done. */
const WORDS: ReadonlySet<string> = forms(
  'the a an of in on at by for from to with within under into and or as its their our it all any each every both after before ' +
    'during per about that which has have been is are be being such least no later than ' +
    'day week month year annual annually monthly quarterly weekly daily hour calendar working business date immediate immediately promptly ' +
    'forthwith regularly regular periodic once twice time period term prior advance end expiry beginning ' +
    'user end consignee exporter importer buyer purchaser seller supplier manufacturer recipient customer undersigned signatory we us ' +
    'ministry defense authority agency exporting state government competent department office embassy customs inspector auditor representative ' +
    'official officer staff personnel employee operator person contact responsible administrator ' +
    'system equipment item good product software hardware component part spare device copy version documentation document record register ' +
    'log logbook report statement certificate declaration invoice receipt delivery arrival installation commissioning operation maintenance repair ' +
    'service training trained inventory list evidence proof serial number key password room premises site location place facility building address ' +
    'storage safe secure locked data information use usage access loss theft damage incident malfunction misuse destruction disposal transfer ' +
    'change contract cost expense fee insurance fire security confidentiality confidential law regulation human right international applicable ' +
    'audit inspection visit verification check request detail full complete accurate true correct current written writing ' +
    'consent approval export import measure care good working order up date relating related concerning regarding necessary technical organizational ' +
    'yearly expense suspected individual privacy modification safeguard treat returning transferring disclosing copying adequate appropriate proper reasonable assistance fully marking life destruction independent organization receive course post shipment review ' +
    'notice question answer trail licence register authorized archive original another further additional them country annex attached own new old ' +
    'available together also name qualified vetted made taken carried out received installed delivered inspected operating territory',
);

/** What may be said besides of what is not done. */
const NEGATIVE: ReadonlySet<string> = forms(
  'third party parties other another anyone anybody else person entity entities body bodies organization country countries destination outside abroad ' +
    'weapon mass destruction nuclear chemical biological missile delivering development production manufacture purpose directly indirectly ' +
    'whole way whatsoever permanently temporarily modify modified alter altered sell sold lend lent lease leased rent copy copied duplicate ' +
    'transfer transferred resell resold export exported re assign pass passed otherwise dispose disposed reverse engineer engineered decompile decompiled decompiling ' +
    'leave left disassemble disassembled dismantle dismantled tamper circumvent disable sublet loan hire publish published reveal revealed allow permit enable give given let used using lie resale sale ' +
    'distribute distributed disclose disclosed share shared approved authorized network internet public source code connect connected network original',
);
