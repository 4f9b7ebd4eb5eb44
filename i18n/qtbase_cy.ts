<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close Tab</source>
        <translation>Cau Tab</translation>
    </message>
</context>
<context>
    <name>MAC_APPLICATION_MENU</name>
    <message>
        <source>About %1</source>
        <translation>Ynghylch %1</translation>
    </message>
    <message>
        <source>Preferences...</source>
        <translation>Gosodiadau...</translation>
    </message>
    <message>
        <source>Services</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gwasanaethau</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Cuddio %1</translation>
    </message>
    <message>
        <source>Hide Others</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cuddio'r Lleill</translation>
    </message>
    <message>
        <source>Show All</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Dangos Popeth</translation>
    </message>
    <message>
        <source>Quit %1</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gadael %1</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Dewis Popeth</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cam i &amp;fyny</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cam i &amp;lawr</translation>
    </message>
</context>
<context>
    <name>QAccessibleActionInterface</name>
    <message>
        <source>Press</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Pwyso</translation>
    </message>
    <message>
        <source>Increase</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cynyddu</translation>
    </message>
    <message>
        <source>Decrease</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Lleihau</translation>
    </message>
    <message>
        <source>ShowMenu</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Dangos y ddewislen</translation>
    </message>
    <message>
        <source>SetFocus</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gosod y ffocws</translation>
    </message>
    <message>
        <source>Toggle</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Toglo</translation>
    </message>
    <message>
        <source>Scroll Left</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i'r Chwith</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i'r Dde</translation>
    </message>
    <message>
        <source>Scroll Up</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i Fyny</translation>
    </message>
    <message>
        <source>Scroll Down</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i Lawr</translation>
    </message>
    <message>
        <source>Previous Page</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Tudalen Flaenorol</translation>
    </message>
    <message>
        <source>Next Page</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Tudalen Nesaf</translation>
    </message>
    <message>
        <source>Triggers the action</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn cychwyn y weithred</translation>
    </message>
    <message>
        <source>Increase the value</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cynyddu'r gwerth</translation>
    </message>
    <message>
        <source>Decrease the value</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Lleihau'r gwerth</translation>
    </message>
    <message>
        <source>Shows the menu</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn dangos y ddewislen</translation>
    </message>
    <message>
        <source>Sets the focus</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn gosod y ffocws</translation>
    </message>
    <message>
        <source>Toggles the state</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn newid y cyflwr</translation>
    </message>
    <message>
        <source>Scrolls to the left</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn sgrolio i'r chwith</translation>
    </message>
    <message>
        <source>Scrolls to the right</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn sgrolio i'r dde</translation>
    </message>
    <message>
        <source>Scrolls up</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn sgrolio i fyny</translation>
    </message>
    <message>
        <source>Scrolls down</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn sgrolio i lawr</translation>
    </message>
    <message>
        <source>Goes back a page</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn mynd yn ôl un dudalen</translation>
    </message>
    <message>
        <source>Goes to the next page</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn mynd i'r dudalen nesaf</translation>
    </message>
</context>
<context>
    <name>QCocoaTheme</name>
    <message>
        <source>Don't Save</source>
        <translation>Peidio â Chadw</translation>
    </message>
</context>
<context>
    <name>QColorDialog</name>
    <message>
        <source>Select Color</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Dewis Lliw</translation>
    </message>
    <message>
        <source>&amp;Basic colors</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Lliwiau &amp;sylfaenol</translation>
    </message>
    <message>
        <source>&amp;Custom colors</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Lliwiau &amp;cyfaddas</translation>
    </message>
    <message>
        <source>&amp;Red:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>C&amp;och:</translation>
    </message>
    <message>
        <source>&amp;Green:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&amp;Gwyrdd:</translation>
    </message>
    <message>
        <source>Bl&amp;ue:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>G&amp;las:</translation>
    </message>
</context>
<context>
    <name>QComboBox</name>
    <message>
        <source>Open the combo box selection popup</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Agor y rhestr ddewis</translation>
    </message>
    <message>
        <source>True</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gwir</translation>
    </message>
    <message>
        <source>False</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ffug</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>What's This?</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Beth yw Hwn?</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>Iawn</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Closes the dock widget</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn cau'r panel</translation>
    </message>
    <message>
        <source>Float</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Rhyddhau</translation>
    </message>
    <message>
        <source>Undocks and re-attaches the dock widget</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Yn rhyddhau'r panel ac yn ei osod yn ôl</translation>
    </message>
</context>
<context>
    <name>QErrorMessage</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;Iawn</translation>
    </message>
    <message>
        <source>&amp;Show this message again</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&amp;Dangos y neges hon eto</translation>
    </message>
    <message>
        <source>An error occurred</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Digwyddodd gwall</translation>
    </message>
    <message>
        <source>Critical Error:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gwall difrifol:</translation>
    </message>
    <message>
        <source>Debug Message:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Neges ddadfygio:</translation>
    </message>
    <message>
        <source>Fatal Error:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gwall angheuol:</translation>
    </message>
    <message>
        <source>Information:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gwybodaeth:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Rhybudd:</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Agor</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Cadw</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Cadw Fel</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&amp;Dewis</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Di&amp;leu</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Ail&amp;enwi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Tynnu</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>C&amp;hwilio yn:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Enw &amp;ffeil:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&amp;Math o ffeil:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ffolder:</translation>
    </message>
    <message>
        <source>Directories</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ffolderi</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ffeiliau</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Pob ffeil (*)</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Pob Ffeil (*)</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Dang&amp;os ffeiliau cudd</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ffolder &amp;newydd</translation>
    </message>
    <message>
        <source>New Folder</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ffolder newydd</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Creu ffolder newydd</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Creu ffolder newydd</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Canfod ffolder</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Nôl</translation>
    </message>
    <message>
        <source>Go back</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Mynd nôl</translation>
    </message>
    <message>
        <source>Forward</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ymlaen</translation>
    </message>
    <message>
        <source>Go forward</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Mynd ymlaen</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ffolder uwch</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Mynd i'r ffolder uwch</translation>
    </message>
    <message>
        <source>List View</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Golwg rhestr</translation>
    </message>
    <message>
        <source>Detail View</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Golwg fanwl</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Newid i olwg rhestr</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Newid i olwg fanwl</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Rhestr lleoedd a nodau tudalen</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Bar ochr</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Lleoedd Diweddar</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Dangos </translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Mae %1 yn bodoli eisoes.
Disodli'r ffeil?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>%1
Ni chanfuwyd y ffeil.
Gwiriwch enw'r ffeil.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>%1
Ni chanfuwyd y ffolder.
Gwiriwch enw'r ffolder.</translation>
    </message>
    <message>
        <source>'%1' is write protected.
Do you want to delete it anyway?</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Mae '%1' yn ddarllen yn unig.
Dileu beth bynnag?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete '%1'?</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Dileu hwn: '%1'?</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Methwyd dileu'r ffolder.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Maint</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Math</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Math</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Dyddiad Newid</translation>
    </message>
    <message>
        <source>Computer</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cyfrifiadur</translation>
    </message>
    <message>
        <source>My Computer</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Fy Nghyfrifiadur</translation>
    </message>
</context>
<context>
    <name>QFontDialog</name>
    <message>
        <source>Select Font</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Dewis Ffont</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&amp;Ffont</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&amp;Maint</translation>
    </message>
    <message>
        <source>Sample</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Enghraifft</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;Iawn</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Cadw</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Diddymu</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>C&amp;au</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cau heb Gadw</translation>
    </message>
</context>
<context>
    <name>QInputDialog</name>
    <message>
        <source>Enter a value:</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Rhowch werth:</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Pwyswch lwybr byr</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Dadwneud</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ailwneud</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Torri</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copïo</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Gludo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Dewis Popeth</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Dangos Manylion...</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cuddio Manylion...</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>Ynghylch Qt</translation>
    </message>
    <message>
        <source>&lt;h3&gt;About Qt&lt;/h3&gt;&lt;p&gt;This program uses Qt version %1.&lt;/p&gt;</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&lt;h3&gt;Ynghylch Qt&lt;/h3&gt;&lt;p&gt;Mae'r rhaglen hon yn defnyddio Qt, fersiwn %1.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Iawn</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>Save All</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Cadw Popeth</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&amp;Iawn</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Iawn i &amp;Bopeth</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&amp;Na</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Na i B&amp;opeth</translation>
    </message>
    <message>
        <source>Abort</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Atal</translation>
    </message>
    <message>
        <source>Retry</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ceisio Eto</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Anwybyddu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Diddymu</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Peidio â Chadw</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Cymorth</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Gosod</translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ailosod</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Adfer y Rhagosodiadau</translation>
    </message>
</context>
<context>
    <name>QProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Diddymu</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Scroll here</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio yma</translation>
    </message>
    <message>
        <source>Left edge</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ymyl chwith</translation>
    </message>
    <message>
        <source>Top</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Brig</translation>
    </message>
    <message>
        <source>Right edge</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Ymyl dde</translation>
    </message>
    <message>
        <source>Bottom</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gwaelod</translation>
    </message>
    <message>
        <source>Page left</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Tudalen i'r chwith</translation>
    </message>
    <message>
        <source>Page up</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Tudalen i fyny</translation>
    </message>
    <message>
        <source>Page right</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Tudalen i'r dde</translation>
    </message>
    <message>
        <source>Page down</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Tudalen i lawr</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i'r chwith</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i fyny</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i'r dde</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i lawr</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Bylchwr</translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Chwith</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>De</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>I fyny</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>I lawr</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i'r Chwith</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Sgrolio i'r Dde</translation>
    </message>
</context>
<context>
    <name>QUndoGroup</name>
    <message>
        <source>Undo</source>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ailwneud</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Dadwneud: %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Ailwneud: %1</translation>
    </message>
</context>
<context>
    <name>QUndoModel</name>
    <message>
        <source>&lt;empty&gt;</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>&lt;gwag&gt;</translation>
    </message>
</context>
<context>
    <name>QUndoStack</name>
    <message>
        <source>Undo</source>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ailwneud</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Dadwneud: %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Ailwneud: %1</translation>
    </message>
</context>
<context>
    <name>QWhatsThisAction</name>
    <message>
        <source>What's This?</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Beth yw Hwn?</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Dadwneud</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ailwneud</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Torri</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copïo</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Copïo &amp;Lleoliad y Ddolen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Gludo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Dewis Popeth</translation>
    </message>
</context>
<context>
    <name>QWizard</name>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nesaf</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Nesaf &gt;</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; Nô&amp;l</translation>
    </message>
    <message>
        <source>Go Back</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Mynd Nôl</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Gorffen</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gorffen</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Parhau</translation>
    </message>
    <message>
        <source>Commit</source>
        <extracomment>needs review / i'w adolygu</extracomment>
        <translation>Gosod</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Diddymu</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Cymorth</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Cymorth</translation>
    </message>
</context>
</TS>
