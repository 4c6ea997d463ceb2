"""Meetings with a key worker: free times found in words, held, booked, moved, kept.

`times` is when somebody could meet, `words` what people say of it, `booking` the talk, `meetings` what was booked and all
that follows, `desk` what workers do with it, `calendars` how it goes into calendars and comes from them.
"""

from casework.appointments.booking.before_danger import wished_in_danger
from casework.appointments.booking.booked_said import asked_of, may_be_of, own_words_of_booked
from casework.appointments.booking.by_place import by_place_in_own_words
from casework.appointments.booking.calling_off import off_in_own_words
from casework.appointments.booking.changing import ANOTHER_WORKER, change
from casework.appointments.booking.further import one_more, would_further
from casework.appointments.booking.having_said import has_lapsed, told_own_words
from casework.appointments.booking.holding import slot_of
from casework.appointments.booking.lateness import is_near, late_for, told_late
from casework.appointments.booking.naming import in_own_words, says_off_the_list
from casework.appointments.booking.offering import AGAIN, AT_HOME, GROUP, Who, can_wait, has_looked
from casework.appointments.booking.offering import wait as join_waiting_list
from casework.appointments.booking.preferring import lacks_own, with_own
from casework.appointments.booking.proving_email import (
    NO_LINK,
    give_email,
    lacks_link,
    leave_email,
    meet_otherwise,
    prove_email,
    send_link_to,
    to_prove,
)
from casework.appointments.booking.rebooking import begin_again
from casework.appointments.booking.replying import says_coming, says_sorry
from casework.appointments.booking.ringing import number_to_ring, ring_on, rung_ends
from casework.appointments.booking.settling import ask_other_way, begin_moving, note_need, note_or_take_back
from casework.appointments.booking.taking_back import takes_back_late
from casework.appointments.booking.talk import begin as begin_talk
from casework.appointments.booking.talk import begin_cancelling, begin_which, hear, listen
from casework.appointments.booking.talk import current as talk_of
from casework.appointments.booking.talk import end as end_talk
from casework.appointments.calendars.feeds import end_feed, entry, feed, has_feed, new_feed
from casework.appointments.calendars.linking import (
    accept,
    ask_another,
    can_link,
    come_all_the_same,
    link,
    link_of,
    proposals,
    refuse,
    unlink,
)
from casework.appointments.desk.absences import OffDay, off_on
from casework.appointments.desk.attending import attendance
from casework.appointments.desk.capacity import Use, busiest, use
from casework.appointments.desk.caring import alert_of, alerts_of
from casework.appointments.desk.changing_hours import change_hours, hit_by_hours
from casework.appointments.desk.leave import Told, add_leave, be_away, check_absence, drop_leave, hit_by, leave_of
from casework.appointments.desk.leaving import Gone, hand_over
from casework.appointments.desk.leaving import leave as leave_work
from casework.appointments.desk.meanwhile import Meanwhile, as_seen, shown
from casework.appointments.desk.moving import move_to, sought_of
from casework.appointments.desk.reassigning import reassign
from casework.appointments.desk.taking_over import Colleague, who_could
from casework.appointments.desk.week import Meeting, call_off, meetings_of, tell_booked, theirs, to_rebook, week
from casework.appointments.meetings.groups import Group, hold_place
from casework.appointments.meetings.groups import make as make_group
from casework.appointments.meetings.groups import of_anchor as group_of
from casework.appointments.meetings.groups import places as places_of
from casework.appointments.meetings.groups import title_of as group_title
from casework.appointments.meetings.groups import to_come as groups_to_come
from casework.appointments.meetings.jobs import remind, told_of
from casework.appointments.meetings.lately import arranged_lately
from casework.appointments.meetings.missing import MISSED
from casework.appointments.meetings.place import where, where_in
from casework.appointments.meetings.service import (
    between,
    book,
    cancel,
    coming,
    coming_at,
    get,
    hold,
    met_last,
    move,
    of_claimant,
)
from casework.appointments.meetings.taking import decline as decline_offer
from casework.appointments.meetings.taking import offered as offered_time
from casework.appointments.meetings.taking import take as take_offer
from casework.appointments.meetings.telling import is_texted_before, next_reminder, untold
from casework.appointments.meetings.twice import Twice, clear_of_theirs, only_once
from casework.appointments.meetings.waiting import in_order as waiting_in
from casework.appointments.meetings.waiting import is_waiting
from casework.appointments.meetings.waiting import leave as leave_waiting_list
from casework.appointments.models import (
    Appointment,
    BookingTalk,
    CalendarLink,
    GroupSession,
    TimeOff,
    Waiting,
    WorkerDiary,
    WorkingHours,
)
from casework.appointments.steps import FINDING, OVER, SOUGHT, WHICH, Step
from casework.appointments.times.away import away_until
from casework.appointments.times.diaries import diary_of, limits, own_workers, worker_of, workers_of
from casework.appointments.times.diaries import named_in as worker_named
from casework.appointments.times.diary import Slot
from casework.appointments.times.finding import Sought, find, find_of, services_beside, slot_at
from casework.appointments.times.hours import Period, hours_of, set_hours
from casework.appointments.times.never import GONE, OUT_OF_HOURS, is_outside_hours, read_never
from casework.appointments.times.wishes import Offer, Wish, wish_of
from casework.appointments.words.asked_apart import answer_and_question, asks_of_need, question_beside
from casework.appointments.words.asked_noted import (
    asks_for_interpreter,
    asks_if_noted,
    asks_if_sure,
    noted_of,
    tells_again,
)
from casework.appointments.words.asking import (
    asked_about,
    asks_something,
    asks_us,
    asks_what_for,
    is_of_work,
    of_their_meeting,
    plainly_asked,
    says_late,
    says_there,
)
from casework.appointments.words.beginning import names_what_is_booked
from casework.appointments.words.counting import not_then, wish_from
from casework.appointments.words.having import (
    asks_of_list,
    asks_of_theirs,
    asks_when_too,
    brings_somebody,
    has_one_already,
    keeps_away,
)
from casework.appointments.words.hearing import (
    asked_of_times,
    corrected,
    corrects,
    ends_visit,
    finding,
    is_about_number,
    kind_of,
    refuses_shown,
    retimes,
    rules_out,
    says_format,
    says_how,
    says_who_meets,
    stays_as_it_is,
    understands,
    wants_other_way,
    would_rather_meet,
)
from casework.appointments.words.impossible import impossible_in
from casework.appointments.words.making_it import moves_beside, way_beside
from casework.appointments.words.meeting_ways import (
    asks_home_visit,
    only_a_format,
    only_how,
    ruled_out,
    wishes_for_format,
)
from casework.appointments.words.needing import (
    adds_service,
    asks_for_pet,
    asks_one_visit,
    beside_it,
    comes_along,
    features_in,
    lacks_language,
    names_language,
    no_calls,
    prefers_who,
    tells_need,
    tells_of_adjustments,
    tells_worker,
    told_beside,
    with_more,
)
from casework.appointments.words.not_coming import cannot_come, has_second_thoughts, will_not_be_there
from casework.appointments.words.noting import (
    is_for_worker,
    taken_back,
    tells_of_themselves,
    to_be_told,
    would_be_reminded,
)
from casework.appointments.words.particulars import (
    declines,
    name_and_more,
    name_before,
    refers_back,
    refuses_any_name,
    refuses_name,
    skips,
)
from casework.appointments.words.passing import agreed_beside, day_asked, remark_in
from casework.appointments.words.picking import picks, title_said
from casework.appointments.words.placing import at_place, place_named
from casework.appointments.words.quietly import keeps_quiet
from casework.appointments.words.saying import (
    all_of_them,
    as_before,
    beside_list,
    changes_with_others,
    is_for_another,
    is_social,
    is_with_others,
    leaves_list,
    says_no_matter_who,
    says_whose,
    somebody_in,
    tells_an_age,
    would_see_someone,
    would_wait,
)
from casework.appointments.words.school_run import is_school_run
from casework.appointments.words.taken import taken_beside
from casework.appointments.words.told_early import tells_early, told, without_told
from casework.appointments.words.which import listed, moved_from, moved_to, spoken_of
from casework.appointments.words.whom import speaks_of_own
from casework.appointments.words.wishing import busy_in, two_dates, wish_in

__all__ = [
    "AGAIN",
    "ANOTHER_WORKER",
    "AT_HOME",
    "FINDING",
    "GONE",
    "GROUP",
    "MISSED",
    "NO_LINK",
    "OUT_OF_HOURS",
    "OVER",
    "SOUGHT",
    "WHICH",
    "Appointment",
    "BookingTalk",
    "CalendarLink",
    "Colleague",
    "Gone",
    "Group",
    "GroupSession",
    "Meanwhile",
    "Meeting",
    "OffDay",
    "Offer",
    "Period",
    "Slot",
    "Sought",
    "Step",
    "TimeOff",
    "Told",
    "Twice",
    "Use",
    "Waiting",
    "Who",
    "Wish",
    "WorkerDiary",
    "WorkingHours",
    "accept",
    "add_leave",
    "adds_service",
    "agreed_beside",
    "alert_of",
    "alerts_of",
    "all_of_them",
    "answer_and_question",
    "arranged_lately",
    "as_before",
    "as_seen",
    "ask_another",
    "ask_other_way",
    "asked_about",
    "asked_of",
    "asked_of_times",
    "asks_for_interpreter",
    "asks_for_pet",
    "asks_home_visit",
    "asks_if_noted",
    "asks_if_sure",
    "asks_of_list",
    "asks_of_need",
    "asks_of_theirs",
    "asks_one_visit",
    "asks_something",
    "asks_us",
    "asks_what_for",
    "asks_when_too",
    "at_place",
    "attendance",
    "away_until",
    "be_away",
    "begin_again",
    "begin_cancelling",
    "begin_moving",
    "begin_talk",
    "begin_which",
    "beside_it",
    "beside_list",
    "between",
    "book",
    "brings_somebody",
    "busiest",
    "busy_in",
    "by_place_in_own_words",
    "call_off",
    "can_link",
    "can_wait",
    "cancel",
    "cannot_come",
    "change",
    "change_hours",
    "changes_with_others",
    "check_absence",
    "clear_of_theirs",
    "come_all_the_same",
    "comes_along",
    "coming",
    "coming_at",
    "corrected",
    "corrects",
    "day_asked",
    "decline_offer",
    "declines",
    "diary_of",
    "drop_leave",
    "end_feed",
    "end_talk",
    "ends_visit",
    "entry",
    "features_in",
    "feed",
    "find",
    "find_of",
    "finding",
    "get",
    "give_email",
    "group_of",
    "group_title",
    "groups_to_come",
    "hand_over",
    "has_feed",
    "has_lapsed",
    "has_looked",
    "has_one_already",
    "has_second_thoughts",
    "hear",
    "hit_by",
    "hit_by_hours",
    "hold",
    "hold_place",
    "hours_of",
    "impossible_in",
    "in_own_words",
    "is_about_number",
    "is_for_another",
    "is_for_worker",
    "is_near",
    "is_of_work",
    "is_outside_hours",
    "is_school_run",
    "is_social",
    "is_texted_before",
    "is_waiting",
    "is_with_others",
    "join_waiting_list",
    "keeps_away",
    "keeps_quiet",
    "kind_of",
    "lacks_language",
    "lacks_link",
    "lacks_own",
    "late_for",
    "leave_email",
    "leave_of",
    "leave_waiting_list",
    "leave_work",
    "leaves_list",
    "limits",
    "link",
    "link_of",
    "listed",
    "listen",
    "make_group",
    "may_be_of",
    "meet_otherwise",
    "meetings_of",
    "met_last",
    "move",
    "move_to",
    "moved_from",
    "moved_to",
    "moves_beside",
    "name_and_more",
    "name_before",
    "names_language",
    "names_what_is_booked",
    "new_feed",
    "next_reminder",
    "no_calls",
    "not_then",
    "note_need",
    "note_or_take_back",
    "noted_of",
    "number_to_ring",
    "of_claimant",
    "of_their_meeting",
    "off_in_own_words",
    "off_on",
    "offered_time",
    "one_more",
    "only_a_format",
    "only_how",
    "only_once",
    "own_words_of_booked",
    "own_workers",
    "picks",
    "place_named",
    "places_of",
    "plainly_asked",
    "prefers_who",
    "proposals",
    "prove_email",
    "question_beside",
    "read_never",
    "reassign",
    "refers_back",
    "refuse",
    "refuses_any_name",
    "refuses_name",
    "refuses_shown",
    "remark_in",
    "remind",
    "retimes",
    "ring_on",
    "ruled_out",
    "rules_out",
    "rung_ends",
    "says_coming",
    "says_format",
    "says_how",
    "says_late",
    "says_no_matter_who",
    "says_off_the_list",
    "says_sorry",
    "says_there",
    "says_who_meets",
    "says_whose",
    "send_link_to",
    "services_beside",
    "set_hours",
    "shown",
    "skips",
    "slot_at",
    "slot_of",
    "somebody_in",
    "sought_of",
    "speaks_of_own",
    "spoken_of",
    "stays_as_it_is",
    "take_offer",
    "taken_back",
    "taken_beside",
    "takes_back_late",
    "talk_of",
    "tell_booked",
    "tells_again",
    "tells_an_age",
    "tells_early",
    "tells_need",
    "tells_of_adjustments",
    "tells_of_themselves",
    "tells_worker",
    "theirs",
    "title_said",
    "to_be_told",
    "to_prove",
    "to_rebook",
    "told",
    "told_beside",
    "told_late",
    "told_of",
    "told_own_words",
    "two_dates",
    "understands",
    "unlink",
    "untold",
    "use",
    "waiting_in",
    "wants_other_way",
    "way_beside",
    "week",
    "where",
    "where_in",
    "who_could",
    "will_not_be_there",
    "wish_from",
    "wish_in",
    "wish_of",
    "wished_in_danger",
    "wishes_for_format",
    "with_more",
    "with_own",
    "without_told",
    "worker_named",
    "worker_of",
    "workers_of",
    "would_be_reminded",
    "would_further",
    "would_rather_meet",
    "would_see_someone",
    "would_wait",
]
