/**
 * Each line: a question, what follows it, what that means (`lost`: nothing fits, `own`: a question of its own), and the words
 * of the answer between them, if there were any.
 */
export const PAIRS = `
who captured Daraa?|and when?|when was Daraa captured?
who captured Daraa?|where was that?|where was Daraa captured?
who captured Daraa?|why?|why was Daraa captured?
who captured Daraa in 2018?|and when?|when was Daraa captured?
who captured Daraa in 2018?|why?|why was Daraa captured in 2018?
who captured Daraa?|who is he?|who is Hafez Makhlouf?|Hafez Makhlouf
who captured Daraa?|who is he?|lost
who captured Daraa?|what about Homs?|who captured Homs?
who captured Daraa?|where is it?|where is Daraa?
who captured the city of Daraa?|when?|when was the city of Daraa captured?
when was the bridge built?|by whom?|who built the bridge?
when was the bridge built?|and where?|where was the bridge built?
when was the bridge built?|who paid for it?|who paid for the bridge?
when was the bridge built?|what about the tunnel?|when was the tunnel built?
who wrote Hamlet?|and when?|when was Hamlet written?
when was Hamlet written?|who?|who wrote Hamlet?
who won the election in Syria?|what about Iran?|who won the election in Iran?
who won the election in Syria?|and in 2019?|who won the election in Syria in 2019?
who won the election in Syria in 2021?|what about 2014?|who won the election in Syria in 2014?
when did Putin visit Iran?|why did he go there?|why did Putin go to Iran?
when did Putin visit Iran?|and why?|why did Putin visit Iran?
why did the mayor resign?|when?|when did the mayor resign?
why did the mayor resign?|when was he elected?|when was the mayor elected?
who is Rami Al-Shaer?|when was he born?|when was Rami Al-Shaer born?
who is Rami Al-Shaer?|and when?|lost
who is the mayor of Daraa?|why?|lost
who is the mayor of Daraa?|since when?|since when has Ada Quill been the mayor of Daraa?|Ada Quill
what is the capital of Syria?|and the population?|what is the population of Syria?
what is the capital of Syria?|what about Jordan?|what is the capital of Jordan?
how many people died in the attack?|when?|when did people die in the attack?
how many people died in Daraa?|and in Homs?|how many people died in Homs?
how many people died in Daraa?|why?|why did people die in Daraa?
how many people died in Daraa?|who?|who died in Daraa?
who was killed in the attack?|how many?|how many people were killed in the attack?
which company bought Twitter?|when?|when was Twitter bought?
which company bought Twitter?|for how much?|how much was Twitter bought for?
what did Musk buy?|when?|when did Musk buy Twitter?|Twitter
what did Musk buy in 2022?|why?|why did Musk buy Twitter in 2022?|Twitter
what did Musk buy?|when?|lost
did Israel strike Daraa?|when?|when did Israel strike Daraa?
did Israel strike Daraa?|what about Homs?|did Israel strike Homs?
where is the Eiffel Tower?|how tall?|how tall is the Eiffel Tower?
where is the Eiffel Tower?|when was it built?|when was the Eiffel Tower built?
when did the war begin?|how did it end?|how did the war end?
when did the war begin?|and end?|lost
who are the White Helmets?|when were they founded?|when were the White Helmets founded?
who founded the White Helmets?|and where?|where were the White Helmets founded?
who killed Khashoggi?|how?|how was Khashoggi killed?
who killed Khashoggi?|where did that happen?|where was Khashoggi killed?
who will win the election?|when?|when will the election be won?
who has captured Daraa?|when?|when was Daraa captured?
who set up the company?|when?|when was the company set up?
who lives in Daraa?|why?|lost
who owns the bridge?|since when?|since when is the bridge owned?
who resigned?|when?|when did Boris Johnson resign?|Boris Johnson
who resigned?|why?|lost
where was Assad born?|when?|when was Assad born?
where was Assad born?|what about his wife?|where was Assad's wife born?
when was Assad born?|where did he study?|where did Assad study?
when was Daraa captured?|who is he?|lost
when was Daraa captured?|what happened then?|what happened in 2018?|2018
when was Daraa captured?|who did it?|who captured Daraa?
what is NATO?|when was it founded?|when was NATO founded?
what is NATO?|who leads it?|who leads NATO?
what is NATO?|is Turkey in it?|is Turkey in NATO?
who is the president of France?|how old is he?|how old is Emmanuel Macron?|Emmanuel Macron
who is the president of France?|and Germany?|who is the president of Germany?
who is the president of France?|what about Germany?|who is the president of Germany?
who is the president of France?|thanks|own
who is the president of France?|what is the capital of Spain?|own
who is the president of France?|when did it rain in Daraa?|own
who is the president of France?|is it true that Assad fled?|own
when did the bridge open?|who opened it?|who opened the bridge?
when did France join NATO?|and Germany?|when did Germany join NATO?
battle of Daraa|when?|when was battle of Daraa?
the battle of Daraa|and where?|where was the battle of Daraa?
how tall is the Eiffel Tower?|how old?|how old is the Eiffel Tower?
who attacked the port on 5 March 2021?|why?|why was the port attacked on 5 March 2021?
who attacked the port on 5 March 2021?|when?|when was the port attacked?
when was the treaty signed?|in which city?|in which city was the treaty signed?
when was the treaty signed?|how come?|why was the treaty signed?
when was the treaty signed?|really?|own
where did the talks take place?|who attended them?|who attended the talks?
where did the talks take place?|with whom?|with whom did the talks take place?
why was Rami Makhlouf arrested?|by whom?|who arrested Rami Makhlouf?
why was Rami Makhlouf arrested?|is he in prison?|is Rami Makhlouf in prison?
how many tanks did Russia lose?|what about Ukraine?|how many tanks did Ukraine lose?
how many tanks did Russia lose?|when?|when did Russia lose tanks?
how many tanks did Russia lose?|and planes?|how many planes did Russia lose?
Who discovered penicillin?|When?|when was penicillin discovered?
Who discovered penicillin?|and where did that happen?|where was penicillin discovered?
who composed the Ninth Symphony?|when was it?|when was the Ninth Symphony composed?
Who painted the Mona Lisa?|and the Last Supper?|who painted the Last Supper?
Who painted the Mona Lisa?|Where is it?|where is the Mona Lisa?
When did the Berlin Wall fall?|why?|why did the Berlin Wall fall?
When did the Berlin Wall fall?|who built it?|who built the Berlin Wall?
Who is the prime minister of Japan?|since when?|since when has Shigeru Ishiba been the prime minister of Japan?|Shigeru Ishiba
Who is the prime minister of Japan?|how about South Korea?|who is the prime minister of South Korea?
Who is the CEO of Apple?|what about Microsoft?|who is the CEO of Microsoft?
Who is the CEO of Apple?|where was she born?|where was the CEO of Apple born?
Who is the CEO of Apple?|where was he born?|where was Tim Cook born?|Tim Cook
What caused the fire in Paris?|when was that?|when was the fire caused in Paris?
What causes malaria?|what about cholera?|what causes cholera?
how old is Joe Biden?|where does he live?|where does Joe Biden live?
how old is Joe Biden?|and Donald Trump?|how old is Donald Trump?
Where did the plane crash?|when?|when did the plane crash?
Why did Russia invade Ukraine?|when?|when did Russia invade Ukraine?
Why did Russia invade Ukraine?|what about Georgia?|why did Russia invade Georgia?
Which countries joined the EU in 2004?|and in 2007?|which countries joined the EU in 2007?
Which countries joined the EU in 2004?|why?|why was the EU joined in 2004?
Which team won the cup in 2018?|2022?|own
Which team won the cup in 2018?|and 2022?|which team won the cup in 2022?
When was Marie Curie born?|and her husband?|when was Marie Curie's husband born?
When was Marie Curie born?|When did she die?|when did Marie Curie die?
When was Marie Curie born?|what did she discover?|what did Marie Curie discover?
Where is the ferry terminal?|when does it open?|when does the ferry terminal open?
Where is the ferry terminal?|and the ticket office?|where is the ticket office?
What is the population of Norway?|its capital?|what is Norway's capital?
What is the population of Norway?|what is its capital?|what is Norway's capital?
Who leads the Taliban?|where are they based?|where are the Taliban based?
Who attacked Pearl Harbor?|how many people died there?|lost
Who was arrested in Damascus?|when?|lost
Who was arrested in Damascus?|why?|why was Ali Hassan arrested in Damascus?|Ali Hassan
Who was arrested in Damascus?|how many?|how many people were arrested in Damascus?
When were the Beatles founded?|who founded them?|who founded the Beatles?
When was Lincoln shot?|by whom?|who shot Lincoln?
When was the law passed?|who voted against it?|who voted against the law?
Has the law been passed?|when?|when has the law been passed?
Is the bridge open?|since when?|since when is the bridge open?
Will the bridge be rebuilt?|when?|when will the bridge be rebuilt?
How did Napoleon die?|where?|where did Napoleon die?
How did Napoleon die?|when was that?|when did Napoleon die?
How did Napoleon die?|how old was he?|how old was Napoleon?
how many members does the club have?|and the union?|how many members does the union have?
Who sold the house?|to whom?|to whom was the house sold?
Who sold the house?|for how much?|how much was the house sold for?
who directed Jaws?|in what year?|in what year was Jaws directed?
who directed Jaws?|tell me a joke|own
who directed Jaws?|is that a good film?|own
who invented the telephone?|and when was that?|when was the telephone invented?
who assassinated Anwar Sadat?|where?|where was Anwar Sadat assassinated?
who assassinated Anwar Sadat?|was he Egyptian?|was Anwar Sadat Egyptian?
who opened the new museum in Oslo?|when?|when was the new museum opened in Oslo?
who opened the new museum in Oslo?|what about Bergen?|who opened the new museum in Bergen?
which river flows through Paris?|what about London?|which river flows through London?
which river flows through Paris?|how long is it?|how long is the Seine?|the Seine
what year did the Titanic sink?|where?|where did the Titanic sink?
what year did the Titanic sink?|how many people died?|own
in which city was Mozart born?|and Beethoven?|in which city was Beethoven born?
in which city was Mozart born?|when did he die?|when did Mozart die?
how many soldiers were killed in Homs?|when?|when were soldiers killed in Homs?
how many soldiers were killed in Homs?|and in Aleppo?|how many soldiers were killed in Aleppo?
who sent the letter to the ministry?|when?|when was the letter sent to the ministry?
who sent the letter to the ministry?|why?|why was the letter sent to the ministry?
what happened in Daraa in 2011?|and in 2018?|what happened in Daraa in 2018?
what happened in Daraa in 2011?|what about Homs?|what happened in Homs in 2011?
what happened in Daraa in 2011?|why?|lost
who does the foreign ministry employ?|since when?|lost
who advises the foreign ministry?|since when?|since when is the foreign ministry advised?
who founded Syriatel?|who owns it now?|who owns Syriatel now?
who founded Syriatel?|and what does he do?|what does Rami Makhlouf do?|Rami Makhlouf
when did Rami Makhlouf leave Syria?|where did he go?|where did Rami Makhlouf go?
when did Rami Makhlouf leave Syria?|with whom?|with whom did Rami Makhlouf leave Syria?
is Rami Makhlouf in Dubai?|since when?|since when is Rami Makhlouf in Dubai?
what is Rosatom?|what does it do?|what does Rosatom do?
what is Rosatom?|who runs it?|who runs Rosatom?
what is Rosatom?|why?|lost
where is the headquarters of UNICEF?|when was it built?|when was the headquarters of UNICEF built?
who are the candidates?|when are they debating?|when are the candidates debating?
what did the minister say about the bridge?|when?|lost
what did the minister say about the bridge?|why did she say that?|why did the minister say that?
who won?|when?|lost
hello|and when?|lost
who wrote Dune?|did he write anything else?|did Frank Herbert write anything else?|Frank Herbert
who wrote Dune?|how many pages does it have?|how many pages does Dune have?
who wrote Dune?|is there a film?|own
why is the sky blue?|what about the sea?|why is the sea blue?
can I cancel my booking?|how?|how can I cancel my booking?
can I cancel my booking?|until when?|until when can I cancel my booking?
when did the minister resign?|when did Trump say he would run?|own
who captured Daraa?|did Ali Hassan meet his wife?|own
who designed the Sydney Opera House?|when was it finished?|when was the Sydney Opera House finished?
who designed the Sydney Opera House?|and the Guggenheim?|who designed the Guggenheim?
when did Nelson Mandela become president?|how long was he in prison?|how long was Nelson Mandela in prison?
which planet has the most moons?|how many?|lost
who is the author of Dune?|what else did he write?|what else did Frank Herbert write?|Frank Herbert
what is the capital of Kazakhstan?|and of Uzbekistan?|what is the capital of Uzbekistan?
where did the Titanic sink?|how many died?|own
who commanded the Titanic?|and the Lusitania?|who commanded the Lusitania?
when was the euro introduced?|in which countries?|in which countries was the euro introduced?
when was the euro introduced?|what replaced it?|what replaced the euro?
why did Liz Truss resign?|what about Boris Johnson?|why did Boris Johnson resign?
who replaced Liz Truss?|since when?|lost|Rishi Sunak
who shot Shinzo Abe?|where?|where was Shinzo Abe shot?
which countries border Ukraine?|which of them are in NATO?|lost
which countries border Ukraine?|and Poland?|which countries border Poland?
where was the summit held?|and the one before?|lost
when is the World Cup final?|and the semi-final?|when is the semi-final?
how much did the stadium cost?|who paid?|own
how much did the stadium cost?|when was it opened?|when was the stadium opened?
did Germany win in 2014?|and in 2018?|did Germany win in 2018?
what are mitochondria?|what do they do?|what do mitochondria do?
how long is the Amazon river?|and the Nile?|how long is the Nile?
how long is the Amazon river?|where does it begin?|where does the Amazon river begin?
who invented the World Wide Web?|what year was that?|in what year was the World Wide Web invented?
was Einstein awarded the Nobel Prize?|for what?|for what was Einstein awarded the Nobel Prize?
was Einstein awarded the Nobel Prize?|in what year?|in what year was Einstein awarded the Nobel Prize?
what did the report find?|can I read it?|can I read the report?
how do I reset my password?|what if I forgot my email?|own
how do I reset my password?|where?|where do I reset my password?
what is the deadline for applications?|and for grants?|what is the deadline for grants?
who won the Oscar for best actor in 2020?|and for best actress?|who won the Oscar for best actress in 2020?
who played the Joker in The Dark Knight?|how did he die?|how did Heath Ledger die?|Heath Ledger
where is Mount Etna?|is it still active?|is Mount Etna still active?
when did the strike begin?|is it over?|is the strike over?
who leads Hezbollah?|where is he now?|where is Hassan Nasrallah now?|Hassan Nasrallah
who leads Hezbollah?|how did he come to power?|how did Hassan Nasrallah come to power?|Hassan Nasrallah
what is the GDP of Brazil?|ok, and Argentina?|what is the GDP of Argentina?
is there a train to Cairo?|and to Luxor?|is there a train to Luxor?
how many members does NATO have?|which joined last?|own
who discovered Pluto?|in which year?|in which year was Pluto discovered?
where is Lake Baikal?|how deep is it?|how deep is Lake Baikal?
where is Lake Baikal?|and Lake Victoria?|where is Lake Victoria?
who sings Bohemian Rhapsody?|when did it come out?|when did Bohemian Rhapsody come out?
what are black holes?|how do they form?|how do black holes form?
when did the Soviet Union collapse?|how and why?|how and why did the Soviet Union collapse?
which team did Messi join in 2021?|from which club?|from which club did Messi join Paris Saint-Germain in 2021?|Paris Saint-Germain
which team did Messi join in 2021?|how much does he earn?|how much does Messi earn?
who is the mayor of London?|how long has he been mayor?|how long has Sadiq Khan been mayor?|Sadiq Khan
who is the mayor of London?|the previous one?|own
what is the tallest building in Dubai?|when was it opened?|when was the tallest building opened?|Burj Khalifa
where can I buy tickets?|how much are they?|how much are tickets?
where can I buy tickets?|and for children?|where can I buy tickets for children?
how many refugees crossed the border?|where are they now?|where are refugees now?
who signed the agreement in Minsk?|what does it say?|what does the agreement say?
when did Hurricane Ian hit Florida?|how many people died?|own
why was the bridge closed?|until when?|until when was the bridge closed?
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((part) => part.trim()));
