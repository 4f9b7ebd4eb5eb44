"""What note-takers type: short, in a hurry, with names and words of the other language in it."""

WELSH = """
Gormod o ffurflenni
Dim digon o staff
Neb yn ateb y ffon
Pwy sy'n penderfynu?
Bysus ddim yn rhedeg ar ol 6
Angen mwy o amser
Parcio yn ddrud
Gwasanaethau yn Gymraeg
Plant yn aros dwy flynedd
Teuluoedd wedi blino
Cyfarfodydd diddiwedd
Systemau ddim yn siarad a'i gilydd
Pawb yn gwneud yr un peth
Ofn gwneud camgymeriad
Diffyg ymddiriedaeth rhwng timau
Mae'r budget wedi mynd
Staff newydd heb hyfforddiant
Y wefan ddim yn gweithio ar ffon
Fforms ar-lein yn rhy hir
Rhaid ffonio deirgwaith
Gofalwyr yn cael eu hanghofio
Neb yn gwrando ar bobl ifanc
Cymdogion yn helpu ei gilydd
Un lle i ofyn
Hyblygrwydd i weithio gartref
Ysgol Llanrwst wedi cau
Pobl hyn yn unig
Meddygfa Tregaron yn llawn
Amser teithio
Costau byw
Iaith y ffurflen
Cyfrinair arall eto
Rhannu data rhwng adrannau
Contract yn dod i ben ym mis Mawrth
GP yn gwrthod cyfeirio
Dysgu o gamgymeriadau
Arweinwyr yn newid o hyd
Dim wifi yn y pentref
Mae Mair o Social Services yn wych
Gweld yr un wyneb bob tro
Cael sgwrs cyn y ffurflen
Trafnidiaeth gyhoeddus
Swyddi da yn lleol
Tai fforddiadwy
Gormod o jargon
Angen cyfieithydd yn y cyfarfod
Llai o waith papur
Cyngor a bwrdd iechyd ddim yn cytuno
Ble mae'r arian?
Pam ddim heddiw?
Gwell cyfathrebu
Popeth yn araf
Oriau agor
Clwb ieuenctid nos Wener
Toiledau cyhoeddus wedi cau
Mam yn gorfod teithio i Bangor
Y form DWP yn amhosib
Llwyddiant: y caffi cymunedol
Hen adeilad oer
Dylai rhywun ofyn iddyn nhw
"""

ENGLISH = """
Too many forms
Not enough staff
Nobody answers the phone
Who decides?
Buses stop at 6
More time needed
Parking is expensive
Services in Welsh
Children wait two years
Families worn out
Endless meetings
Systems don't talk
Everyone doing the same thing
Fear of getting it wrong
No trust between teams
Budget's gone
New starters get no training
Website broken on mobile
Online forms too long
Have to ring three times
Carers get forgotten
Young people not heard
Neighbours helping each other
One front door
Flexible working
Llanrwst school closed
Older people are lonely
Tregaron surgery full
Travel time
Cost of living
Language of the form
Another password
Sharing data across departments
Contract ends in March
GP won't refer
Learn from mistakes
Managers keep changing
No wifi in the village
Mair from Gwynedd council was brilliant
Same face every visit
A chat before the paperwork
Public transport
Good local jobs
Affordable housing
Jargon everywhere
Interpreter for the cyfarfod please
Less paperwork
Council and health board disagree
Where did the money go?
Why not today?
Better communication
It's all so slow
Opening hours
Friday night youth club in Aberdare
Public toilets shut
Mum has to travel to Bangor
DWP form impossible
Win: the community caffi
Cold old building
Somebody should ask them
"""
