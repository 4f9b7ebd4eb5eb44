"""Words that not everybody uses every day, each with plainer ones: a start, not a rule.

Own entries. A line is "words / other forms = plainer words". The Welsh list was written by people
who are no translators: a translator must review it before anybody relies on it.
"""

from gweithdy.domain.text import Language

_ENGLISH = """
utilise = use
utilisation = use
leverage = use
going forward / moving forward = from now on
in order to = to
with regard to / with regards to / in relation to / in respect of = about
prior to = before
subsequent to = after
in the event that = if
at this moment in time / at this point in time = now
in a timely manner = in good time
on a regular basis = regularly
the majority of = most
due to the fact that = because
in light of the fact that = because
for the purpose of = to
commence = begin
terminate = end
endeavour = try
ascertain = find out
facilitate = help
operationalise = put into practice
implement = carry out
implementation = carrying out
methodology / methodologies = method
optimise = improve
maximise = make the most of
incentivise = encourage
prioritise = put first
actionable = that can be done
deep dive = close look
drill down = look closely
low hanging fruit = what is easy to do first
blue sky thinking = new ideas
outside the box = new ideas
touch base = talk
reach out = ask
circle back = come back to it
bandwidth = time
synergy / synergies = working together
paradigm = way of thinking
holistic = whole
streamline = make simpler
transformational = that changes a lot
roll out = introduce
ring fence = set aside
silo = separate team
siloed = working apart
step change = big change
key driver = reason
best practice = what works well
co production / coproduction = planning and doing together
direction of travel = where we are going
mission critical = essential
cross cutting = that touches several areas
multi agency = several organisations together
service user = person who uses the service
scalable = that can grow
upskill = train
onboarding = settling in
signposting = telling people where to go
buy in = agreement
cascade = pass on
granular = detailed
inter alia = among other things
per annum = a year
ad hoc = when needed
"""

_WELSH = """
mewn perthynas â / gyda golwg ar / parthed = am
yng nghyd destun = wrth sôn am
maes o law / yn y dyfodol agos = cyn hir
oherwydd y ffaith / o ganlyniad i'r ffaith = am fod
at ddibenion / at ddiben = er mwyn
yn unol â = yn ôl
yn amodol ar = os
yn flaenorol = o'r blaen
yn ddarostyngedig i = o dan
mewn modd amserol = mewn da bryd
ar sail reolaidd = yn rheolaidd
ar hyn o bryd o amser = nawr
y mwyafrif o = y rhan fwyaf o
cychwyn ar y broses o = dechrau
ymgymryd â = gwneud
cyfeiriad teithio = ble rydym yn mynd
plymio'n ddwfn = edrych yn fanwl
y tu allan i'r bocs = syniadau newydd
arfer gorau / arferion gorau = beth sy'n gweithio'n dda
newid sylfaenol / newid trawsffurfiol = newid mawr
defnyddiwr gwasanaeth / defnyddwyr gwasanaeth = pobl sy'n defnyddio'r gwasanaeth
cydgynhyrchu / cyd gynhyrchu = cynllunio a gwneud gyda'n gilydd
hwyluso = helpu
cynorthwyo = helpu
methodoleg / methodolegau = dull
optimeiddio = gwella
blaenoriaethu = rhoi yn gyntaf
cymell = annog
cyfannol = cyfan
trawsbynciol = sy'n cyffwrdd â sawl maes
amlasiantaethol / amlasiantaeth = gan sawl sefydliad
rhyngasiantaethol = rhwng sefydliadau
synergedd = cydweithio
paradeim = ffordd o feddwl
grymuso = rhoi'r gallu i bobl
uwchsgilio = hyfforddi
terfynu = dod i ben
ymdrechu = ceisio
capasiti = amser a phobl
gweithdrefn / gweithdrefnau = trefn
mecanwaith / mecanweithiau = ffordd
paramedr / paramedrau = terfyn
ffocysu = canolbwyntio
gwerthuso = pwyso a mesur
monitro = cadw golwg ar
trosoledd / trosoli = defnyddio
ysgogwr / ysgogwyr = rheswm
datrysiad / datrysiadau = ateb
rhaeadru = rhannu
cymhwyso = defnyddio
dyrannu = rhannu
caffael = prynu
tryloywder = bod yn agored
atebolrwydd = bod yn atebol
gweithredadwy = y gellir ei wneud
graddadwy = sy'n gallu tyfu
seilo / seilos = tîm ar wahân
cynefino = dod i arfer
oblegid / canys = achos
eithr = ond
megis = fel
y cyfryw = y fath
dywededig = hwn
rhesymoli = gwneud yn symlach
ad hoc = yn ôl yr angen
inter alia = ymhlith pethau eraill
per annum = y flwyddyn
"""


def entries(language: Language) -> dict[str, str]:
    """The words to look for, each with plainer ones."""
    found: dict[str, str] = {}
    for line in (_WELSH if language is Language.CY else _ENGLISH).strip().splitlines():
        forms, _, plainer = line.partition(" = ")
        found |= dict.fromkeys(forms.split(" / "), plainer)
    return found
