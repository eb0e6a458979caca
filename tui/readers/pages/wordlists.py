"""Closed lists: words that begin sentences and verdicts, surnames among them, and first names.

They only weigh in (`names.split_author`); a name that is not here is recognised by its shape and its place.
"""

from __future__ import annotations

from tui.text.wordsets import words

OPENERS = words(
    """
a about above absolute absolutely according actually add admittedly adorable after again against age ah all allow
almost already also although always am amazing among an and annoying another any anybody anyone anything anyway
anywhere apart apparently are aren't as aside ask at atmosphere atmospheric atrocious average avoid awesome awful
awkward back bad badly based basically be beautiful beautifully because been before being believe below best better
beware beyond big bland bloody bold boring both bravo breathtaking brilliant brilliantly but by can can't cheap
cheesy charming classic clearly clever cliche come comedy coming compared complete completely confusing considering
contains cool could crap crazy creepy critics cute dark decent deep definitely delightful despite did didn't
different disappointed disappointing disappointment disaster disturbing do does doesn't don't doing dont down
dreadful dull dumb during each early easily easy either elegant emotional enjoyable enjoyed enough entertaining
enough epic especially even ever every everybody everyone everything everywhere exactly excellent except excellently
exceptional exciting expected extraordinary extremely fabulous fails fair fairly fake fantastic far fascinating fast
few fifth final finally fine finest first firstly five flat for forced forget forgettable former four fourth fresh
from frankly fully fun funny garbage generally genuinely get getting give given glad go god going good gorgeous got
granted great gripping gritty gross guess had half hands happy hard hardly has hasn't hated hate hauntingly haunting
have haven't having he heart heartwarming hello her here here's hers hey hi high highly hilarious him his history
hmm hold hollow hollywood holy honest honestly hope horrible horribly horrid horror how how's however huge i i'd
i'll i'm i've i'ma if imagine imaginative important impossible impressed impressive in incredible incredibly indeed
innovative insanely inside instead insult intense interesting into is isn't it it'd it'll it's its itself iconic joy
just keep kind know lacks lacking lame last lately later laugh least left less let let's like likely listen little
lol long look looking looks loose lots lousy love loved lovely low mainly make makes making many marvellous
marvelous masterful masterpiece may maybe me mediocre memorable mere might mildly mind mindless misses mixed modern
more most mostly movie movies moving much must my myself naturally near nearly needless neither never nevertheless
new nice nicely no nobody none nor not nothing now nowhere obviously odd of off often oh ok okay old omg on once one
only open or ordinary original other otherwise our ours out outstanding over overall overlong overrated own painful
painfully part pathetic people perfect perfectly perhaps personally plain plain please plenty plot plus pointless
poor poorly possibly powerful predictable pretentious pretty probably proof pure put quick quiet quite rarely rather
read real really recommended refreshing regarding remarkable ridiculous riveting rubbish sad sadly same saw say
scary second see seeing seems seen self seldom sensational seriously set several shame shallow she she'd she's
shocking short should shouldn't silly similar simple simply since slick slow slowly so solid some somebody somehow
someone something sometimes somewhat soon sorry special spectacular spoiler spoilers stay still strange strong stop
stunning stupid stylish sub such suddenly super superb superbly sure surely surprised surprisingly surprising sweet
take talk tedious ten tense terrible terribly terrific than thank thankfully thanks that that's the their theirs
them then there there's therefore these they they'd they'll they're they've thing things think this those though
thought three thrilling through throughout thus till time tired to today together tonight too top total totally
touching tough trash tried tries truly try two typical ugh ugly unbelievable unbelievably under underappreciated
underrated unfortunately unforgettable unfunny uninspired unique unless unlike until unusual unwatchable up upon us
usually utter utterly very violent visually visuals want warning was wasn't waste wasted watch watchable watched
watching way we we'd we'll we're we've weak weird well went were weren't what what's whatever when whenever where
whereas wherever whether which while white who whoever whole whose why wild will with within without witty won't
wonderful wonderfully words wooden worse worst worth would wouldn't wow wrong yeah years yep yes yesterday yet you
you'd you'll you're you've your yours zero action actors acting film films fans not-so story script storyline
director cast thriller scene scenes classic music dialogue performance performances character characters ending
special effects entertainment cinema ein eine der die das ich es ist nicht sehr wunderbar wirklich ganz dieser diese
dieses un une le la les ce cette c'est je il elle tres film vraiment el los las esta este una muy es no que me
pelicula il lo gli questo questa un'opera molto non to je ten ta tenhle film velmi moc skvely bardzo nie jest
swietny swietna
"""
)
"""Words with which sentences and verdicts begin, folded; a name's second word is seldom one of them."""

SURNAMES = words(
    "best bland bold cool dark fair fine fresh gross hope joy kind little long love low may noble old power quick read"
    " rich sharp short small solid stock strange strong sweet swift white wild wise worth wood young"
)
"""Of them those that are surnames too."""

FIRST_NAMES = words(
    """
aaron abby abdul abel abigail abraham ada adam adelaide adele adrian adriana agata agatha agnes agnieszka ahmed
aidan aiden aiko aileen aisha akira alain alan alana alastair albert alberto alejandra alejandro alex alexander
alexandra alexis alfie alfred alfredo ali alice alicia alina alison allan allen allison alma alyssa amanda amara
amber amelia amelie amina amir amit amy ana anders andre andrea andreas andrei andres andrew andy angel angela
angelica angelina angie angus anika anil anita anja ann anna annabel anne annette annie ansel anselm anthony antoine
anton antonia antonio anya april archie aria ariana ariel arjun arlo arnold arthur artur asha ashley astrid atticus
aubrey audrey august aurora austin ava avery axel ayesha barbara barnaby barney barry bart bastian beatrice beatriz
beau becky bella ben benedict benjamin bernadette bernard bert beth bethany betty bev beverly bill billy bjorn blake
bob bonnie boris brad bradley bram brandon brenda brendan brent brett brian briana bridget brigitte britney brook
brooke bruce bruno bryan bryce byron caitlin caleb callum calvin cameron camila camille candice capucine carl carla
carlo carlos carmen carol carole caroline carolyn carrie carson carter casey cassandra cassie cate catherine cathy
cecil cecile cecilia cedric celeste celia cesar chad chandra chantal charles charlie charlotte chelsea chen cheryl
chester chiara chloe chris christa christian christina christine christoph christopher chuck cindy claire clara
clarence clark claude claudia clay clement cliff clifford clint clive clyde cody colette colin colleen connie connor
conor conrad cora corey corinne courtney craig cristina crystal curtis cynthia cyril daisy dale damian damien damon
dan dana daniel daniela danielle danny daphne darcy daria darius darlene darrell darren dave david dawn dean debbie
deborah declan deepak deirdre delia demetrius denis denise dennis derek desmond devin dexter diana diane diego
dieter dimitri dina dirk dolores dominic dominik dominique don donald donna dora doreen doris dorothy doug douglas
drew duncan dustin dwayne dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena
eli elias elijah elise eliza elizabeth ella ellen ellie elliot elliott elsa elsie elvira emil emilia emilie emily
emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernesto esme esteban esther ethan eugene eva
evan eve evelyn ezra fabian faith farah fatima fay faye felicity felipe felix fernanda fernando fiona flora florence
florian frances francesca francesco francis francisco franco francois frank frankie franz fred freddie frederic
frederick freya fritz gabriel gabriela gabrielle gail gareth garry gary gavin gemma gene genevieve geoff geoffrey
george georgia georgina gerald gerard gerry gideon gilbert giles gina giorgio giovanni giulia gladys glen glenn
gloria gordon grace graham grant greg gregor gregory greta guillaume guillermo gus gustav guy gwen hal hamish hana
hank hanna hannah hans harold harper harriet harris harrison harry harvey hassan hazel heather hector heidi helen
helena helene helga henri henrik henry herbert herman hester hilary hilda hiro holly homer hope horace howard hubert
hugh hugo humphrey hunter ian ibrahim ida ignacio igor ilona ilse imogen ina india ines inga ingrid ira irene irina
iris irma isaac isabel isabella isabelle isaiah isla isolde ivan ivana ivy jack jackie jackson jacob jacqueline
jacques jade jake jakob jakub james jamie jan jana jane janet janice jared jasmine jason jasper javier jay jean
jeanette jeanne jeff jeffrey jenna jennifer jenny jeremiah jeremy jerome jerry jesse jessica jessie jesus jiang jill
jim jimmy jin jo joachim joan joana joanna joanne joao joaquin jocelyn jodie joe joel joey johan johann johannes
john johnny jon jonah jonas jonathan jordan jordi jorge jose josef joseph josephine josh joshua josie joy joyce juan
juanita jude judith judy julia julian juliana julie juliet juliette julio julius june jurgen justin justine kai
kamal kara karen karim karin karina karl karla kasia katarina kate katherine kathleen kathryn kathy katie katja
katrina katy kay kayla keiko keira keith kelly kelsey ken kendra kenji kenneth kenny kenzo kerry kevin khalid kien
kieran kim kimberly kip kirk kirsten kirsty kit klaus kofi kristen kristin kristina krystyna kumar kurt kyle kylie
lana lance lara larissa larry lars laura lauren laurence laurent laurie lawrence lea leah leanne lee leila lena
lenny leo leocadia leon leona leonard leonardo leonie leroy leslie lester levi lewis lia liam lidia lila lillian
lily lin lina linda lindsay lindsey linus lionel lisa liv liz lizzie lloyd logan lois lola lorenzo loretta lorna
lorraine lottie lou louis louisa louise luc luca lucas lucia luciana lucille lucinda lucy ludwig luigi luis luisa
lukas luke luna lydia lyle lynn mabel maddie madeleine madison mae maeve magda magdalena maggie magnus mai maia
malcolm malik mandy manfred manuel mara marc marcel marcela marcia marco marcos marcus mareike margaret margarita
margot maria mariam marian mariana marie marina mario marion marisa marius marjorie mark marko markus marlene marlon
marlowe marsha marta martha martin martina marvin mary mason mateo mathieu mathilde matilda matt matteo matthew
matthias maureen maurice mauricio max maxim maxine maya mehmet mei mel melanie melinda melissa melvin mercedes
meredith mia michael michaela michal michel michele michelle mick miguel mihai mikael mike mikhail mila milan
mildred miles milo milton mina mindy minh miranda miriam misha mitch mitchell moira molly mona monica monika monique
morgan morris moses muhammad muriel murray mustafa myra myriam nadia nadine nancy naomi natalia natalie natasha
nathalie nathan nathaniel neal ned neil nell nellie nelson nia nicholas nick nicola nicolas nicole nigel nikita
nikki nikolai nils nina noah noel noelle noemi nora norbert noreen norma norman nuno octavia odette olaf olga oliver
olivia ollie omar oona ophelia orla orlando oscar oskar otis ottilie otto owen pablo paige pam pamela paola paolo
pascal pat patricia patrick patsy patti paul paula paulina pauline pavel pawel pedro peggy penelope penny percy
perry petar pete peter petra phil philip philippa philippe phillip phoebe phyllis pierre piet piotr polly poppy
priya quentin quincy quinn rachel rafael rahul raj ralf ralph ramon ramona randall randy raphael raquel rashid raul
ravi ray raymond rebecca reggie reginald reiner renata rene renee rex rhea rhonda rhys ricardo richard rick ricky
riley rita rob robbie robert roberta roberto robin rocco rod rodney rodrigo roger rohan roland rolf roman romeo romy
ron ronald ronan ronnie rosa rosalie rosalind rosanna rose rosemary rosie ross rowan roxanne roy ruben ruby rudolf
rudy rufus rupert russ russell ruth ryan sabina sabine sabrina sadie sally salma sam samantha samir sammy samson
samuel sandor sandra sandy sanjay santiago sara sarah sasha saskia saul scarlett scott sean sebastian selena selma
serena sergei sergio seth shane shannon sharon shaun shawn sheila shelley sheryl shirley sidney sienna sigrid silvia
simon simone sofia sofie solomon sonia sonja sonya sophia sophie spencer stacey stacy stan stanley stefan stefanie
stefano stella stephan stephanie stephen steve steven stewart stuart sue sunil susan susanna susannah susanne susie
suzanne sven svetlana sybil sydney sylvia sylvie tabitha tamara tamsin tania tanja tanya tara tariq tasha tatiana
taylor ted terence teresa terrence terry tess tessa thaddeus thea thelma theo theodore theresa thomas tiffany tim
timothy tina tobias toby todd tom tomas tomasz tommy toni tony tracey tracy travis trevor trisha tristan troy tyler
ulrich ulrike una ursula uwe valentina valerie vanessa vera vernon veronica vicky victor victoria viktor vince
vincent viola violet virginia vivian vivienne vladimir wade wallace walter wanda warren wayne wei wendy wes wesley
wilfred wilhelm will willa william willie wilma winifred winston wojciech wolfgang wren xavier yan yasmin yolanda
yuki yusuf yves yvette yvonne zac zach zachary zara zelda zoe zoltan zuzana
pilar lorne ottavia bernice edda basil cordelia dashiell dorian elspeth ephraim fern fergus finn ivo ivor juno lachlan
leander lucian maude mirabel monty morag olive opal orson perpetua piers reuben rhoda roald rory roz sibyl silas tilda
wilhelmina yara zadie zora blythe brigid calla cecily delphine dinah eloise enid ethel eunice evander gilda gwendolyn
heath henrietta hortense jemima keir leonora livia lorcan luella marguerite mavis merle niall noor odile paloma piper
roderick roscoe rosamund roxana seamus signe solveig stellan thora trudy ulla vance wendell winnie
"""
)
"""Common first names of several countries, folded."""
