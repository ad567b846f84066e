<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
    <context>
        <name>Outbox</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message numerus="yes">
            <source>%1 Try again in %n second(s)</source>
            <extracomment>%1 is "Too many wrong codes. Your work is safe."</extracomment>
            <translation>
                <numerusform>%1 Try again in %n second</numerusform>
                <numerusform>%1 Try again in %n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::ClientListModel</name>
        <message numerus="yes">
            <source>%n client(s)</source>
            <translation>
                <numerusform>%n client</numerusform>
                <numerusform>%n clients</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::PromiseDraft</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <extracomment>Beside "Which invoices?"</extracomment>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::Session</name>
        <message numerus="yes">
            <source>%1 · %n day(s)</source>
            <extracomment>Stamp of old figures. %1 is "20/11"</extracomment>
            <translation>
                <numerusform>%1 · %n day</numerusform>
                <numerusform>%1 · %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::SyncModel</name>
        <message numerus="yes">
            <source>%n operation(s), in this order</source>
            <translation>
                <numerusform>%n operation</numerusform>
                <numerusform>%n operations, in this order</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::VaultModel</name>
        <message numerus="yes">
            <source>Wrong code, %n try(s) left</source>
            <translation>
                <numerusform>Wrong code, %n try left</numerusform>
                <numerusform>Wrong code, %n tries left</numerusform>
            </translation>
        </message>
    </context>
</TS>
