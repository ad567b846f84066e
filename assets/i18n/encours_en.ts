<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
    <context>
        <name>Card</name>
        <message numerus="yes">
            <source>%n invoice(s)</source>
            <translation>
                <numerusform>%n invoice</numerusform>
                <numerusform>%n invoices</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n instalment(s)</source>
            <translation>
                <numerusform>%n instalment</numerusform>
                <numerusform>%n instalments</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClientCardPage</name>
        <message numerus="yes">
            <source>Mark %n as seen</source>
            <translation>
                <numerusform>Mark %n as seen</numerusform>
                <numerusform>Mark %n as seen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contest(s) to decide</source>
            <extracomment>On the card of a client: values given by people who did not know of each other</extracomment>
            <translation>
                <numerusform>%n contest to decide</numerusform>
                <numerusform>%n contests to decide</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Conflict</name>
        <message numerus="yes">
            <source>%n invoice(s)</source>
            <translation>
                <numerusform>%n invoice</numerusform>
                <numerusform>%n invoices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Day</name>
        <message numerus="yes">
            <source>%n new anomaly(ies)</source>
            <translation>
                <numerusform>%n new anomaly</numerusform>
                <numerusform>%n new anomalies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n point(s)</source>
            <translation>
                <numerusform>%n point</numerusform>
                <numerusform>%n points</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GrowingRows</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <extracomment>Below the first rows of a long list</extracomment>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LockPage</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
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
        <name>PromiseCalendar</name>
        <message numerus="yes">
            <source>%n open promise(s)</source>
            <translation>
                <numerusform>%n open promise</numerusform>
                <numerusform>%n open promises</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n kept promise(s)</source>
            <translation>
                <numerusform>%n kept promise</numerusform>
                <numerusform>%n kept promises</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n broken promise(s)</source>
            <translation>
                <numerusform>%n broken promise</numerusform>
                <numerusform>%n broken promises</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Receipt</name>
        <message numerus="yes">
            <source>and %n other invoice(s)</source>
            <translation>
                <numerusform>and %n other invoice</numerusform>
                <numerusform>and %n other invoices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RemadeSheet</name>
        <message numerus="yes">
            <source>Safe: what the centre had already, and what could be read of what you had noted: %n operation(s) wait to be sent.</source>
            <extracomment>What was noted and not sent when the file of the device was damaged</extracomment>
            <translation>
                <numerusform>Safe: what the centre had already, and what could be read of what you had noted: %n operation waits to be sent.</numerusform>
                <numerusform>Safe: what the centre had already, and what could be read of what you had noted: %n operations wait to be sent.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::BriefModel</name>
        <message numerus="yes">
            <source>instalment(s) at most</source>
            <translation>
                <numerusform>instalment at most</numerusform>
                <numerusform>instalments at most</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>down payment at least, within %n day(s)</source>
            <translation>
                <numerusform>down payment at least, within %n day</numerusform>
                <numerusform>down payment at least, within %n days</numerusform>
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
        <name>encours::app::LockModel</name>
        <message numerus="yes">
            <source>after %n minute(s) without a touch</source>
            <translation>
                <numerusform>after %n minute without a touch</numerusform>
                <numerusform>after %n minutes without a touch</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::PlanDraft</name>
        <message numerus="yes">
            <source>Grant %1 in %n instalment(s)</source>
            <translation>
                <numerusform>Grant %1 in %n instalment</numerusform>
                <numerusform>Grant %1 in %n instalments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ask for %1 in %n instalment(s)</source>
            <translation>
                <numerusform>Ask for %1 in %n instalment</numerusform>
                <numerusform>Ask for %1 in %n instalments</numerusform>
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
        <name>encours::app::PromiseListModel</name>
        <message numerus="yes">
            <source>%n promise(s)</source>
            <translation>
                <numerusform>%n promise</numerusform>
                <numerusform>%n promises</numerusform>
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
        <message numerus="yes">
            <source>%n document(s) wait for a network without charge. What you noted is not held back.</source>
            <extracomment>The network of a mobile data plan holds them back</extracomment>
            <translation>
                <numerusform>%n document waits for a network without charge. What you noted is not held back.</numerusform>
                <numerusform>%n documents wait for a network without charge. What you noted is not held back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contest(s): both versions are kept</source>
            <extracomment>How many pairs of values wait for somebody to say which one counts</extracomment>
            <translation>
                <numerusform>%n contest: both versions are kept</numerusform>
                <numerusform>%n contests: both versions are kept</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln invoice(s)</source>
            <translation>
                <numerusform>%Ln invoice</numerusform>
                <numerusform>%Ln invoices</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln so far</source>
            <translation>
                <numerusform>%Ln so far</numerusform>
                <numerusform>%Ln so far</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln document(s)</source>
            <translation>
                <numerusform>%Ln document</numerusform>
                <numerusform>%Ln documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::TodayModel</name>
        <message numerus="yes">
            <source>visit(s)</source>
            <translation>
                <numerusform>visit</numerusform>
                <numerusform>visits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>planned (visits)</source>
            <translation>
                <numerusform>planned</numerusform>
                <numerusform>planned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>new (anomalies)</source>
            <translation>
                <numerusform>new</numerusform>
                <numerusform>new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>My balance, %n client(s)</source>
            <extracomment>Above the balance of the portfolio of a salesperson</extracomment>
            <translation>
                <numerusform>My balance, %n client</numerusform>
                <numerusform>My balance, %n clients</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>call(s)</source>
            <extracomment>Counter of the day, first line; the second is "to return"</extracomment>
            <translation>
                <numerusform>call</numerusform>
                <numerusform>calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>broken (promises)</source>
            <extracomment>Counter of the day: broken promises; what they lack follows</extracomment>
            <translation>
                <numerusform>broken</numerusform>
                <numerusform>broken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>anomaly(ies)</source>
            <extracomment>Counter of the day, first line; the second is "to look at"</extracomment>
            <translation>
                <numerusform>anomaly</numerusform>
                <numerusform>anomalies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Then %Ln more client(s): all of them are under Clients.</source>
            <translation>
                <numerusform>Then %Ln more client: all of them are under Clients.</numerusform>
                <numerusform>Then %Ln more clients: all of them are under Clients.</numerusform>
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
        <message numerus="yes">
            <source>%n thing(s) that you noted wait here. They are kept, and go to the centre when this device is linked again.</source>
            <translation>
                <numerusform>%n thing that you noted waits here. It is kept, and goes to the centre when this device is linked again.</numerusform>
                <numerusform>%n things that you noted wait here. They are kept, and go to the centre when this device is linked again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) that you noted could be read and wait here. They are kept, and go to the centre when this device is linked again.</source>
            <translation>
                <numerusform>%n thing that you noted could be read and waits here. It is kept, and goes to the centre when this device is linked again.</numerusform>
                <numerusform>%n things that you noted could be read and wait here. They are kept, and go to the centre when this device is linked again.</numerusform>
            </translation>
        </message>
    </context>
</TS>
