"""The 11th meeting, April 2026, in Welsh and English: short breaks begins with what families need."""

from datetime import date

from boardroom.domain.words import AnswerKind, ItemKind, Method, PointKind, ReasonCategory, Sector
from sample import cast
from sample.board import SampleBoard
from sample.meeting import MeetingDesk

ON = date(2026, 4, 23)
TOLD = date(2026, 4, 29)


def tell(sample: SampleBoard) -> None:
    """Take down the meeting."""
    meeting = MeetingDesk(
        sample,
        11,
        ON,
        "13:30",
        "15:40",
        venue="Neuadd Llan-y-dŵr",
        language="en+cy",
        notice_given_on=date(2026, 4, 15),
        next_date=date(2026, 6, 18),
        next_words="at 14:00 in Tŷ Haul, Room 2",
        quorate=True,
    )
    meeting.attend(
        apologies=("Owain Meredith", "Karen Whitlock"), deputies={"Supt Colin Hartnell": "Ch Insp Dilys Marsh"}
    )
    meeting.presides("Cllr Margaret Ashdown")
    _opening(sample, meeting)
    _short_breaks(meeting)
    _equipment(meeting)
    _answers(meeting)
    _welsh(meeting)
    item = meeting.item("Forward plan and next meeting", ItemKind.INFORMATION, 5, standing=True)
    item.in_welsh("Blaengynllun a’r cyfarfod nesaf")
    item.text("The annual report and early help would come to the next meeting.")
    item.welsh("Cynhelir y cyfarfod nesaf ddydd Iau 18 Mehefin 2026.")


def _opening(sample: SampleBoard, meeting: MeetingDesk) -> None:
    item = meeting.item("Welcome and apologies", ItemKind.PROCEDURAL, 5).in_welsh("Croeso ac ymddiheuriadau")
    item.text(
        "The Chair welcomed everybody to Neuadd Llan-y-dŵr and thanked the community association for its welcome. "
        "Interpretation from Welsh was available. Joseph Adeyemi attended for the first time, for Canalside Residents’ "
        "Forum.",
    )
    item.welsh(
        "Croesawodd y Cadeirydd bawb i Neuadd Llan-y-dŵr a diolchodd i’r gymdeithas gymunedol am y croeso. Roedd "
        "cyfieithu ar y pryd ar gael.",
    )
    item = meeting.item("Declarations of interest", ItemKind.PROCEDURAL, 5).in_welsh("Datgan buddiannau")
    item.text("One interest was declared, in item 5, and is recorded there.")
    item.welsh("Datganwyd un buddiant, yn eitem 5, ac fe’i cofnodir yno.")
    item = meeting.item("Minutes of 12 March", ItemKind.DECISION, 5).in_welsh("Cofnodion 12 Mawrth")
    item.confirms(sample.meetings[10], date(2026, 3, 12))
    item.welsh("Cadarnhawyd bod cofnodion y cyfarfod ar 12 Mawrth 2026 yn gywir.")
    item = meeting.item("Matters arising", ItemKind.DISCUSSION, 10).in_welsh("Materion yn codi")
    item.text(
        "Gareth Wynne presented the plan for joint training, deferred from March. Members agreed to it without "
        "discussion.",
        "There were no other matters arising.",
    )
    item.decide("That all new members and deputies be trained together, twice a year.")
    item.action("Hold the first training", "Gareth Wynne", "Siân Treharne", due=date(2026, 6, 12)).done(
        date(2026, 6, 9)
    )
    item.welsh("Nid oedd unrhyw faterion eraill yn codi.")


def _short_breaks(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Short breaks for disabled children: what families need", ItemKind.DECISION, 35, lead="Priya Raman", paper="5A"
    ).in_welsh("Seibiannau byr i blant anabl: anghenion teuluoedd")
    meeting.declares(
        "Heulwen Price",
        "she is a trustee of Neuadd Llan-y-dŵr, where sessions might be held",
        item,
        effect="stayed and took part, as no decision on halls was before the meeting",
        welsh="Mae hi’n un o ymddiriedolwyr Neuadd Llan-y-dŵr, lle y gellid cynnal sesiynau",
    )
    item.text(
        "Priya Raman said that the present agreement would end in August 2027. Nothing had been written. The council "
        "and the care board asked the board to settle first who was to be asked, and about what.",
    )
    item.welsh(
        "Dywedodd Heulwen Price fod teuluoedd y pentrefi yn teithio dros awr i gael seibiant. Gofynnodd am sesiynau yn "
        "nes at gartref, a hynny yn Gymraeg os yw’r plentyn yn siarad Cymraeg gartref.",
    )
    item.text(
        "Heulwen Price said that families in the villages travelled for more than an hour to have a break. She asked "
        "for sessions nearer home, and in Welsh if the child spoke Welsh at home.",
    )
    item.point(PointKind.QUESTION, "Jordan Ellis", "Would families be asked what they wanted, or what was on offer?")
    item.point(PointKind.ANSWER, "Priya Raman", "What they wanted, in their own words, before any list was shown.")
    item.point(
        PointKind.STATEMENT, "Dr Helen Fairweather", "Children who needed a nurse had been left out of the last survey."
    )
    item.point(
        PointKind.STATEMENT,
        "Joseph Adeyemi",
        "Families on the estate would answer a neighbour before they answered a form.",
    )
    item.text(
        "Tom Brackley asked up to what age. Priya Raman said that the present agreement ended at 18, and that nothing "
        "yet said that the next one must.",
        "Marcus Bright undertook to send the call to every sector on the day it opened, and to say with it what was "
        "known and what was not.",
    )
    decision = item.decide(
        "That every family on the disability register be asked what it needs, in English or Welsh, and that a call for "
        "proposals be opened from Monday 4 May to Monday 27 July 2026.",
        method=Method.UNANIMOUS,
        tag="call short breaks",
    )
    item.welsh("Cytunodd y bwrdd y dylid gofyn i bob teulu, yn Gymraeg neu yn Saesneg.")
    item.action(
        "Write the questions with parents and with young people",
        "Priya Raman",
        "Jordan Ellis",
        "Ffion Davies",
        due=date(2026, 5, 15),
        decision=decision,
    ).done(date(2026, 5, 14), "The young people’s questions were put first.")


def _equipment(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Equipment: answer to the Repair Café", ItemKind.DECISION, 15, lead="Dr Helen Fairweather", paper="6A"
    ).in_welsh("Offer: ateb i’r Caffi Trwsio")
    item.text(
        "Dr Helen Fairweather reported that the Repair Café’s letter came on 10 March, eight days after the tender had "
        "opened. Repairs were in the contract, and could not be taken out of it while bids were being written.",
        "Joseph Adeyemi said that the Café mended 140 chairs a year, and had not known that there was a tender until "
        "it was in the newspaper.",
    )
    item.takes(24)
    item.answer(24, AnswerKind.DECLINED, "The tender had opened a week before.", ReasonCategory.TIMETABLE, told=TOLD)
    item.notes_that("The answer was noted with regret.")


def _answers(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Mentoring and school nurses: answers", ItemKind.INFORMATION, 15, lead="Priya Raman", paper="7A"
    ).in_welsh("Mentora a nyrsys ysgol: atebion")
    item.text(
        "Priya Raman reported on the first year of mentoring. Of 38 young people, 31 still had the mentor with whom "
        "they had begun.",
        "Gareth Wynne said that a young person who had met a mentor before release had somebody at the gate.",
    )
    item.takes(25, 26)
    item.answer(
        25,
        AnswerKind.ADOPTED,
        "Matched at least six weeks before release, from May.",
        ReasonCategory.EVIDENCE,
        told=TOLD,
    )
    item.answer(
        26,
        AnswerKind.ADAPTED,
        "For the first two weeks of the holidays, at two schools.",
        ReasonCategory.COST,
        told=TOLD,
    )
    item.notes_that("The report and the answers were noted.")
    item.decide("That the pooled fund pay for mentoring for a third year.", method=Method.UNANIMOUS)
    item.action("Ask the 38 young people what should change", "Amina Yusuf", due=date(2026, 9, 1)).done(
        date(2026, 8, 28), "Nothing, said 22; more evenings, said 9."
    )


def _welsh(meeting: MeetingDesk) -> None:
    item = meeting.item(
        "Welsh in services for children", ItemKind.DECISION, 25, lead="Lowri Haf Evans", paper="8A"
    ).in_welsh("Y Gymraeg mewn gwasanaethau plant")
    meeting.guest("Lowri Haf Evans", "Welsh language officer", cast.COUNCIL, Sector.LOCAL_AUTHORITY, item)
    item.welsh(
        "Cyflwynodd Lowri Haf Evans adroddiad ar y Gymraeg mewn gwasanaethau plant. Dywedodd fod un plentyn o bob "
        "saith yn y pentrefi yn siarad Cymraeg gartref, ond mai dim ond dau weithiwr allan o ddeugain oedd yn gallu "
        "gweithio yn Gymraeg.",
    )
    item.text(
        "Lowri Haf Evans presented a report on Welsh in services for children. She said that one child in seven in the "
        "villages spoke Welsh at home, but that only two workers out of forty could work in Welsh.",
        "Emyr Vaughan, in the public seats, was invited to speak. He said that a frightened child went back to the "
        "language in which it had first been comforted.",
    )
    decision = item.decide(
        "That every new service in the villages be offered in Welsh and in English.",
        mover="Heulwen Price",
        seconder="Ruth Okonjo",
    )
    item.welsh("Cytunodd y bwrdd i gynnig pob gwasanaeth newydd yn y pentrefi yn Gymraeg ac yn Saesneg.")
    item.action(
        "Find out which workers would like to learn Welsh",
        "Lowri Haf Evans",
        due="erbyn yr hydref / by the autumn",
        decision=decision,
    )
    meeting.group("Villagers", "", Sector.COMMUNITY, 24, remark="in the public seats")
