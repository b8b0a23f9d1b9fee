/**
 * What a short question asks of its topic, and in which words texts say it. A question's word before the
 * colon is answered by a sentence with a word behind it ("who won …": "beat", "champion", "defeated").
 */
const RELATIONS = `
win won winner winners champion champions: re-elected elected win won wins winner champion champions championship beat beating defeated victory victorious title crowned claimed awarded gold
lose lost: lost lose defeat defeated beaten runner-up
die died dead death killed passed: died dies dead death killed murdered assassinated succumbed suicide executed buried mourned aged drowned hanged perished starved overdose
kill kills killed murder murdered shot assassinated: killed kills murdered shot assassinated stabbed slain executed murderer assassin gunman
born birthplace birthday birth: born birth native raised
marry married wife husband spouse wed: married marries marry wife husband spouse widow widower wedding wed bride marriage engaged
divorce divorced: divorced divorce separated split
father mother parents parent dad mom: father mother son daughter parents born children
son daughter child children: son daughter child children father mother
brother sister sibling siblings: brother sister siblings twin
buy bought acquire acquired purchase: bought acquired acquisition purchase purchased takeover owned owner owns parent subsidiary sold bid deal
against: against opposed oppose opposes opposition opponents objected objects rejected protested resisted
owns own owner owned: bought acquired acquisition purchase purchased takeover owned owner owns parent subsidiary belongs
sell sold: sold sell sale sales sells
founded founder: founded founder co-founded established created creator started formed launched
start started create created creator invent invented inventor make made: founded founder co-founded established created creator invented inventor developed started introduced built patented designed formed launched
discover discovered discoverer find found: discovered discovery found identified isolated detected
lead led leader head heads runs run president chairman ceo boss captain king queen ruler: led leader leads head headed president chairman director chief commander captain chairs presided ruled reigned king queen emperor appointed elected
succeed succeeded replace replaced successor: succeeded replaced successor predecessor followed appointed
play plays played player portray portrays portrayed act acted star stars starred cast: played plays portrayed portrays stars starred starring role cast actor actress performed voiced voice
voice voices voiced: voiced voice voices
sing sings sang sung singer song: sung sang song singer recorded performed performs vocals band single album cover covered version artist sings written
write wrote written writer writes author: written wrote author authored writer penned composed novel by composer lyrics book based
compose composed composer music: composed composer score music written
paint painted painter: painted painter painting artist fresco
direct directed director: directed director directs
produce produced producer: produced producer produces
design designed designer architect: designed designer architect built
build built: built constructed construction completed erected opened
located location where situated find found: located situated lies near north south east west between city town region province capital coast
live lives lived reside: lives lived resides resident home native inhabit found habitat
film filmed shot shoot: filmed filming shot location locations
take place held happen happens happened occur: held took place occurred happened hosted venue
host hosted hosts: hosted host hosts held
describe describes described characterize characterise characterized characterised: said says told called described dubbed labelled labeled branded
call calls: said says called described dubbed labelled labeled branded
government govt administration authorities: government regime administration authorities rulers leadership
call called name named known nickname term: called named known termed referred nicknamed name dubbed alias
mean means meaning stand stands: means meaning stands refers abbreviation short acronym denotes translated
consist contain composed ingredients material: made consists composed contains comprising material ingredients
cost price much worth: cost costs price priced worth sold paid fee million billion
cause causes caused why reason: caused causes because due led lead leads leading result results reason owing triggered exacerbated
begin began start started starts erupt erupted: began started begins launched founded opened first commenced premiered broke erupted since earliest
end ended ends finish stop stopped halt halted: ended ends ended finished concluded until last final
release released come out comes premiere premiered air aired: released release premiered premiere debuted aired broadcast published launched scheduled available introduced
publish published: published publication released
open opened: opened opening opens inaugurated
introduce introduced: introduced adopted launched first
join joined enter entered invade invaded intervene intervened intervention come came arrive arrived: joined entered entry declared member deployed forces intervened invaded invasion arrived
send sent deploy deployed dispatch dispatched: sent sends deployed dispatched sending deploying delivered shipped
talk talked speak spoke spoken say said tell told chat claim claims claimed: told said says claims claimed spoke speaks added interview talked conversation conversations talks meeting
feel feels think thinks opinion view believe believes stance attitude: said says told believe believes believed feared fears expressed optimism optimistic pessimistic hope hopes hoped thinks thought view views called described
fair free legit legitimate rigged fake fraud honest: fair free sham rigged fraud fraudulent legitimate irregularities dismissed transparent credible
result results outcome score votes vote percent: won lost defeated elected re-elected percent votes vote result results score majority
result results outcome upshot: ended until led agreement agreed reached failed collapsed resulted
achieve achieved accomplish accomplished succeed progress work worked: achieved accomplished progress succeeded succeed success failed fails completed
control controls controlled hold holds held rule rules ruled govern: captured controls controlled control held holds stronghold ruled rules governed seized recaptured
weak weakened vulnerable difficult trouble: precarious weak weakened unpopularity unstable fragile crisis
unhappy dissatisfied angry discontent: unpopular unpopularity dissatisfied discontent anger protest change
new different other another: change changed new replace replaced different another
plead pleaded beg begged appeal appealed ask asked: call called calls ask asked appeal urged begged request requested
worse worsen worsened: worse worsened exacerbated aggravated deteriorated
together jointly cooperate collaborate: together jointly cooperation cooperating coordinate coordinating alongside
sideline sidelined exclude excluded: marginalized marginalizing sidelined excluded isolated
condition conditions: condition conditions long unless provided if
return: return returned exchange
ruler rulers leadership: regime government president leader
depend depends rely relies: backer backed depends relies support ally dependent
drop abandon ditch: abandon abandoned away dropped
goal purpose aim objective: campaign support seeks aim aims goal purpose intended
economy economic: economic economy crisis inflation
good bad healthy: good bad crisis poor strong weak
hope hopes hoped expect expects expected: hope hopes hoped expect expects expected bet optimism optimistic wish
willing ready prepared: prepared ready willing could
attend attended attending: attended participated participants present met took part
host hosted meet met: met meeting meetings conversations talks hosted held
sign signed: signed agreement agreed sponsored pact deal treaty
part participate involve involved: part participated participating attended joined
forces troops: forces troops soldiers army military regime fighters deployed
war conflict fighting battle: war conflict fighting battle campaign forces offensive military attack clashes
turn turned reach approach approached: turned approached coordinate coordinating cooperation overtures ties help
fall fell fallout odds rift quarrel argue disagree dispute: differences rift quarrel dispute disagreement tensions row
calm quiet safe peaceful stable tense: calm quiet restive peaceful stable unrest tense violence safe
give gives gave offer offered provide hand handed: presented present donated granted awarded give gave given offered offer provide provided exchange
want wants wanted demand demands need wish wishes like: want wants wanted call called urged asked demand demanded long condition prepared seeks sought insistence insisted insists
guarantee guarantees guarantor guarantors sponsor sponsors sponsored broker brokered mediate mediated arrange arranged behind: guarantor guarantors guaranteed sponsored sponsor brokered mediated negotiated
attack attacked assault bomb bombed raid raided hit: attack attacked launched assault bombed bombing raid raided strike struck shelled
support supports supported supporter back backs backed backer ally allies: support supports supported backs backed backer backing ally allies allied
arrest arrested jail jailed detain detained: arrest arrested arresting jailed detained imprisoned custody
leave left quit quits: left leave leaving resigned quit departed exit moved jumped switched defected fled withdrew departure legacy bequest bequeathed inherited
elect elected election: elected election won vote votes voted
appoint appointed: appointed appointment nominated sworn
population people many: population inhabitants residents census people
live lives population: population inhabitants residents lives
old age: aged age born old year-old
tall height high: tall height high feet metres meters stands elevation
long length: long length kilometres miles metres feet minutes hours weeks months years lasts lasted
far distance: miles kilometres distance km
episodes seasons episode season: episodes episode seasons season series
record most: record most highest all-time best-selling
symbol symbolize represent represents: symbol symbolizes represents symbolises illustrates
used use purpose function: used use uses purpose function serves allows
get receive: received receive awarded get
come came origin originate: originated origin comes derived from native introduced
speak language spoken: language spoken speak speakers official
belong belongs: affiliate affiliated subsidiary part owned belongs belong family genus member owned his her its their
take took taken capture captured seize seized conquer conquered retake retook recapture fall fell: captured recaptured seized took taken occupied conquered fell control
fight fights fought fighting: fight fought eliminate defeat combat battle attack campaign
boycott boycotted: boycott boycotted refused abstained
voter voters electorate: vote votes voted election elections electorate
view viewed perceive perceived regard regarded: viewed seen regarded considered dismissed criticized criticised perceived
official officials: official minister adviser advisor spokesman spokeswoman diplomat secretary
sink sinks sank sunk: sink sank sunk destroy destroyed wreck wrecked
related relation relationship: cousin brother sister son daughter father mother uncle aunt nephew niece wife husband married relative related
danger risk threat threaten: danger dangerous risk risks threat could potentially might feared fear fears
friend friends pal: friend friends ally allies backer supporter supports support close
interview interviewed: interview interviewed told tells said spoke speaking
station channel broadcaster network: television tv radio station channel broadcaster network
member members participant participants: member members nations countries states participants guarantor signatories parties joined includes
hint hints sign signs: hint hinting hinted indication indications indicate signs signal signalled suggests
soften softens softer flexible: flexible soften softened concession compromise relax eased
percentage percent: percent vote
destination: to heading bound arrived travelled traveled sent flew reached landed
origin origins roots: originated derived comes native introduced founded
trip journey tour visit: visit visited visits travel travelled traveled sent went flew trip toured arrived
purpose aim intention intentions: discuss aimed designed intended meant
reaction react reacted response respond responded reply: said responded reacted condemned welcomed criticised criticized replied praised denied
complaint complaints complain grievance allegation allegations accusation: accused accuses complained alleged blamed criticised criticized claims claimed
critic critics criticism criticize: dismissed criticised criticized condemned denounced slammed attacked
opinion opinions verdict: said says called described dismissed praised considers considered
stance position: said says expressed supports opposes backs rejected
partner partners: ally allies together cooperation cooperate cooperating coordinating coordinate joint alongside partnership
enemy enemies rival rivals opponent opponents adversary: opposition rival rivals enemy enemies opponent defeated
solution settlement compromise: settlement solution agreement resolve solved deal compromise
effect effects impact consequence consequences: caused led lead leads affected resulted impact affects worsened
victim victims: killed died wounded injured dead
suspect suspects culprit perpetrator: arrested charged accused suspected
sponsor donor funder fund funds funded: funded sponsored financed donated paid backed
venue: held hosted located took
topic subject theme: discuss discussed debate debated focused concerning
chance chances odds likelihood prospect prospects possibility: will likely unlikely could may expected hope possible impossible
issue issues difficulty trouble weakness problem problems: precarious crisis issue difficult troubled problem problems weak
benefit benefits advantage advantages: helps help allows better improve improves advantage benefit
friction tension tensions: differences dispute row tensions rift strained
trigger triggered spark sparked: caused triggered exacerbated sparked led because after began broke
hurt hurts hurting harm harmed damage damaged: exacerbated worsened damaged hurt harmed crisis injured
connect connected connection connections link links linked tie ties tied: connected connection linked links tied ties ally allies related relative cousin member part partner affiliate affiliated belongs
confident sure certain convinced doubt doubts doubtful sceptical skeptical trust: confident confidence sure certain convinced doubt doubts doubted believe believes believed think thinks thought expect expects expected optimism optimistic hope hopes
approve approved ratify ratified pass passed adopt adopted endorse endorsed: approved approve ratified ratify passed adopted agreed accepted endorsed
cheap cheaper affordable: cheap cheaper inexpensive affordable reduced reduces cost costs price prices
less fewer: less fewer limited reduced lower decreased smaller
score scored scorer: scored scores scorer made goal goals hit netted
beat beats beaten defeat defeated: beat beats beaten defeated defeat won win victory eliminated overcame
help helped aid aided assist assisted: helped help aid aided assisted assistance support supported alliance allies allied
command commanded commander: commanded command commander led leadership headed general
colour colours color colors: red orange yellow green blue purple violet black white brown pink grey gray golden silver
copy copies: copy copies replica reproduction duplicate imitation
fail fails failed failure: failed fails fail failure unable unsuccessful yet collapsed
mood morale sentiment: unpopularity anger optimism fear hope discontent unrest
ballot poll polls referendum: vote voted votes election elections polls ballot
difference differ: differs difference whereas unlike while
allow allowed can may legal permitted: allowed permitted may can cannot must forbidden prohibited illegal legal supported unsupported possible impossible able banned
if: if once unless otherwise
button menu shortcut key hotkey press click: press click select button menu shortcut key ctrl cmd command toolbar icon
`;

/** Terms by which texts tell what a term of a question asks for; `undefined` when it is no known relation. */
export type Relations = (term: string) => ReadonlySet<string> | undefined;

/** @param termOf the term of a word, as the index knows it */
export function createRelations(termOf: (word: string) => string): Relations {
  const told = new Map<string, Set<string>>();
  for (const line of RELATIONS.trim().split('\n')) {
    const [asked = '', words = ''] = line.split(': ');
    for (const word of asked.split(' ')) {
      const key = termOf(word);
      const known = told.get(key) ?? new Set<string>();
      told.set(key, known);
      for (const other of words.split(' ')) known.add(termOf(other));
    }
  }
  return (term) => told.get(term);
}

/** "Re-elected" tells who won an election, and not who won a war. */
const TELLS_OF_VOTES = /^(?:re-?)?elect$/;
const VOTED_ON =
  /^(?:(?:re-?)?elect|vote|voter|ballot|poll|referendum|primari|presid|presidenti|presidenc|seat|parliament|majority|mayor|governor|senat|congress|runoff|offic|term|percent|percentag|share|margin|leadership|campaign|race)$/;

/** The relations without the words that tell nothing of what a question speaks of. @param terms the question's */
export function relationsAmong(relations: Relations, terms: readonly string[]): Relations {
  if (terms.some((term) => VOTED_ON.test(term))) return relations;
  return (term) => {
    const told = relations(term);
    return told && new Set([...told].filter((word) => !TELLS_OF_VOTES.test(word)));
  };
}
