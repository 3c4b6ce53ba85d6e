PRAGMA application_id=1114600036;

CREATE TABLE action (
    board_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    item_id VARCHAR(36),
    decision_id VARCHAR(36),
    proposal_id VARCHAR(36),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    text TEXT NOT NULL,
    owner_role TEXT NOT NULL,
    owner_organisation TEXT NOT NULL,
    due_on DATE,
    due_words TEXT NOT NULL,
    status VARCHAR(40),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_action PRIMARY KEY (id),
    CONSTRAINT fk_action_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_action_board_id ON action (board_id);

CREATE INDEX ix_action_decision_id ON action (decision_id);

CREATE INDEX ix_action_due_on ON action (due_on);

CREATE INDEX ix_action_item_id ON action (item_id);

CREATE INDEX ix_action_meeting_id ON action (meeting_id);

CREATE INDEX ix_action_proposal_id ON action (proposal_id);

CREATE TABLE action_owner (
    action_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    position INTEGER NOT NULL,
    person_id VARCHAR(36),
    organisation_id VARCHAR(36),
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_action_owner PRIMARY KEY (id),
    CONSTRAINT fk_action_owner_action_id FOREIGN KEY(action_id) REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_owner_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_owner_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_owner_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_action_owner_action_id ON action_owner (action_id);

CREATE INDEX ix_action_owner_meeting_id ON action_owner (meeting_id);

CREATE INDEX ix_action_owner_organisation_id ON action_owner (organisation_id);

CREATE INDEX ix_action_owner_person_id ON action_owner (person_id);

CREATE TABLE action_update (
    action_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    updated_on DATE NOT NULL,
    words TEXT NOT NULL,
    status VARCHAR(40) NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_action_update PRIMARY KEY (id),
    CONSTRAINT fk_action_update_action_id FOREIGN KEY(action_id) REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_action_update_action_id ON action_update (action_id);

CREATE TABLE agenda_item (
    meeting_id VARCHAR(36) NOT NULL,
    parent_id VARCHAR(36),
    strand_id VARCHAR(36),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    minute_number TEXT NOT NULL,
    title TEXT NOT NULL,
    public_title TEXT NOT NULL,
    kind VARCHAR(40),
    standing BOOLEAN NOT NULL,
    state VARCHAR(40) NOT NULL,
    deferred_to TEXT NOT NULL,
    deferred_to_id VARCHAR(36),
    late_reason TEXT NOT NULL,
    urgent BOOLEAN NOT NULL,
    taken_after TEXT NOT NULL,
    parent_words TEXT NOT NULL,
    minutes_planned INTEGER,
    lead TEXT NOT NULL,
    paper TEXT NOT NULL,
    agenda_note TEXT NOT NULL,
    restricted BOOLEAN NOT NULL,
    restriction VARCHAR(40),
    ground TEXT NOT NULL,
    restriction_reason TEXT NOT NULL,
    review_on DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_agenda_item PRIMARY KEY (id),
    CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_parent_id FOREIGN KEY(parent_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_strand_id FOREIGN KEY(strand_id) REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_deferred_to_id FOREIGN KEY(deferred_to_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

CREATE INDEX ix_agenda_item_strand_id ON agenda_item (strand_id);

CREATE TABLE agenda_template (
    board_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_agenda_template PRIMARY KEY (id),
    CONSTRAINT fk_agenda_template_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_agenda_template_board_id ON agenda_template (board_id);

CREATE TABLE answer (
    proposal_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    item_id VARCHAR(36),
    decision_id VARCHAR(36),
    position INTEGER NOT NULL,
    answer VARCHAR(40) NOT NULL,
    reason TEXT NOT NULL,
    category VARCHAR(40) NOT NULL,
    deferred_to TEXT NOT NULL,
    answered_on DATE,
    told_on DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_answer PRIMARY KEY (id),
    CONSTRAINT fk_answer_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_answer_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_answer_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_answer_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_answer_meeting_id ON answer (meeting_id);

CREATE INDEX ix_answer_proposal_id ON answer (proposal_id);

CREATE TABLE attendance (
    meeting_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    status VARCHAR(40) NOT NULL,
    person_id VARCHAR(36),
    organisation_id VARCHAR(36),
    seat_id VARCHAR(36),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    sector VARCHAR(40),
    counted BOOLEAN NOT NULL,
    headcount INTEGER,
    voting BOOLEAN,
    remote BOOLEAN NOT NULL,
    proxy BOOLEAN NOT NULL,
    deputy_for TEXT NOT NULL,
    deputy_for_id VARCHAR(36),
    remark TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_attendance PRIMARY KEY (id),
    CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_seat_id FOREIGN KEY(seat_id) REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_deputy_for_id FOREIGN KEY(deputy_for_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);

CREATE INDEX ix_attendance_organisation_id ON attendance (organisation_id);

CREATE INDEX ix_attendance_person_id ON attendance (person_id);

CREATE TABLE attendance_item (
    meeting_id VARCHAR(36) NOT NULL,
    attendance_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_attendance_item PRIMARY KEY (id),
    CONSTRAINT fk_attendance_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_item_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_item_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_attendance_item_attendance_id ON attendance_item (attendance_id);

CREATE INDEX ix_attendance_item_meeting_id ON attendance_item (meeting_id);

CREATE TABLE board (
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    area TEXT NOT NULL,
    country TEXT NOT NULL,
    language TEXT NOT NULL,
    accountable_body_id VARCHAR(36),
    minute_numbers VARCHAR(40) NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_board PRIMARY KEY (id),
    CONSTRAINT fk_board_accountable_body_id FOREIGN KEY(accountable_body_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE call (
    board_id VARCHAR(36) NOT NULL,
    strand_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    question TEXT NOT NULL,
    stage VARCHAR(40),
    opens DATE NOT NULL,
    closes DATE NOT NULL,
    short_reason TEXT NOT NULL,
    left_out_reason TEXT NOT NULL,
    scale TEXT NOT NULL,
    withdrawn_on DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_call PRIMARY KEY (id),
    CONSTRAINT fk_call_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_call_strand_id FOREIGN KEY(strand_id) REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_call_board_id ON call (board_id);

CREATE INDEX ix_call_strand_id ON call (strand_id);

CREATE TABLE call_invited (
    call_id VARCHAR(36) NOT NULL,
    organisation_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_call_invited PRIMARY KEY (id),
    CONSTRAINT fk_call_invited_call_id FOREIGN KEY(call_id) REFERENCES call (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_call_invited_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_call_invited_call_id ON call_invited (call_id);

CREATE INDEX ix_call_invited_organisation_id ON call_invited (organisation_id);

CREATE TABLE correction (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36),
    decision_id VARCHAR(36),
    corrected_on DATE NOT NULL,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_correction PRIMARY KEY (id),
    CONSTRAINT fk_correction_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_correction_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_correction_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_correction_meeting_id ON correction (meeting_id);

CREATE TABLE decision (
    board_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    item_id VARCHAR(36),
    motion_id VARCHAR(36),
    minuted_at_id VARCHAR(36),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    reference TEXT NOT NULL,
    wording TEXT NOT NULL,
    method VARCHAR(40),
    result VARCHAR(40),
    decided_on DATE,
    mover TEXT NOT NULL,
    seconder TEXT NOT NULL,
    provisional BOOLEAN NOT NULL,
    recommended_to TEXT NOT NULL,
    reserved_to TEXT NOT NULL,
    remark TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY (id),
    CONSTRAINT fk_decision_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_motion_id FOREIGN KEY(motion_id) REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_minuted_at_id FOREIGN KEY(minuted_at_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_decision_board_id ON decision (board_id);

CREATE INDEX ix_decision_item_id ON decision (item_id);

CREATE INDEX ix_decision_meeting_id ON decision (meeting_id);

CREATE INDEX ix_decision_minuted_at_id ON decision (minuted_at_id);

CREATE INDEX ix_decision_provisional ON decision (provisional);

CREATE TABLE decision_condition (
    decision_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_decision_condition PRIMARY KEY (id),
    CONSTRAINT fk_decision_condition_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_condition_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_decision_condition_decision_id ON decision_condition (decision_id);

CREATE INDEX ix_decision_condition_meeting_id ON decision_condition (meeting_id);

CREATE TABLE decision_link (
    decision_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    kind VARCHAR(40) NOT NULL,
    of_decision_id VARCHAR(36),
    of_meeting_id VARCHAR(36),
    words TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_decision_link PRIMARY KEY (id),
    CONSTRAINT fk_decision_link_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_link_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_link_of_decision_id FOREIGN KEY(of_decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_link_of_meeting_id FOREIGN KEY(of_meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_decision_link_decision_id ON decision_link (decision_id);

CREATE INDEX ix_decision_link_meeting_id ON decision_link (meeting_id);

CREATE INDEX ix_decision_link_of_decision_id ON decision_link (of_decision_id);

CREATE TABLE declaration (
    meeting_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    person_id VARCHAR(36),
    "by" TEXT NOT NULL,
    sector VARCHAR(40),
    nature TEXT NOT NULL,
    effect TEXT NOT NULL,
    recused BOOLEAN NOT NULL,
    dispensation TEXT NOT NULL,
    left_at TIME,
    returned_at TIME,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_declaration PRIMARY KEY (id),
    CONSTRAINT fk_declaration_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_declaration_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_declaration_meeting_id ON declaration (meeting_id);

CREATE INDEX ix_declaration_person_id ON declaration (person_id);

CREATE TABLE declaration_item (
    meeting_id VARCHAR(36) NOT NULL,
    declaration_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_declaration_item PRIMARY KEY (id),
    CONSTRAINT fk_declaration_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_declaration_item_declaration_id FOREIGN KEY(declaration_id) REFERENCES declaration (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_declaration_item_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_declaration_item_declaration_id ON declaration_item (declaration_id);

CREATE INDEX ix_declaration_item_meeting_id ON declaration_item (meeting_id);

CREATE TABLE declaration_translation (
    meeting_id VARCHAR(36) NOT NULL,
    declaration_id VARCHAR(36) NOT NULL,
    language TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_declaration_translation PRIMARY KEY (id),
    CONSTRAINT fk_declaration_translation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_declaration_translation_declaration_id FOREIGN KEY(declaration_id) REFERENCES declaration (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_declaration_translation_declaration_id ON declaration_translation (declaration_id);

CREATE INDEX ix_declaration_translation_meeting_id ON declaration_translation (meeting_id);

CREATE TABLE deputy (
    seat_id VARCHAR(36) NOT NULL,
    person_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    starts DATE,
    ends DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_deputy PRIMARY KEY (id),
    CONSTRAINT fk_deputy_seat_id FOREIGN KEY(seat_id) REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_deputy_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_deputy_person_id ON deputy (person_id);

CREATE INDEX ix_deputy_seat_id ON deputy (seat_id);

CREATE TABLE dissent (
    decision_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    position INTEGER NOT NULL,
    person_id VARCHAR(36),
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_dissent PRIMARY KEY (id),
    CONSTRAINT fk_dissent_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_dissent_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_dissent_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_dissent_decision_id ON dissent (decision_id);

CREATE INDEX ix_dissent_meeting_id ON dissent (meeting_id);

CREATE TABLE estimate (
    proposal_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    actual BOOLEAN NOT NULL,
    made_on DATE,
    who TEXT NOT NULL,
    asked INTEGER,
    scale TEXT NOT NULL,
    lowest INTEGER,
    typical INTEGER,
    highest INTEGER,
    words TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_estimate PRIMARY KEY (id),
    CONSTRAINT fk_estimate_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_estimate_proposal_id ON estimate (proposal_id);

CREATE TABLE heard (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36) NOT NULL,
    sector VARCHAR(40) NOT NULL,
    at TIME,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_heard PRIMARY KEY (id),
    CONSTRAINT fk_heard_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_heard_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_heard_item_id ON heard (item_id);

CREATE INDEX ix_heard_meeting_id ON heard (meeting_id);

CREATE TABLE interest (
    person_id VARCHAR(36),
    organisation_id VARCHAR(36),
    strand_id VARCHAR(36),
    nature TEXT NOT NULL,
    matter TEXT NOT NULL,
    starts DATE,
    ends DATE,
    declared_on DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_interest PRIMARY KEY (id),
    CONSTRAINT fk_interest_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_interest_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_interest_strand_id FOREIGN KEY(strand_id) REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_interest_organisation_id ON interest (organisation_id);

CREATE INDEX ix_interest_person_id ON interest (person_id);

CREATE INDEX ix_interest_strand_id ON interest (strand_id);

CREATE TABLE involvement (
    strand_id VARCHAR(36) NOT NULL,
    organisation_id VARCHAR(36) NOT NULL,
    happened_on DATE NOT NULL,
    how TEXT NOT NULL,
    evidence TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_involvement PRIMARY KEY (id),
    CONSTRAINT fk_involvement_strand_id FOREIGN KEY(strand_id) REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_involvement_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_involvement_organisation_id ON involvement (organisation_id);

CREATE INDEX ix_involvement_strand_id ON involvement (strand_id);

CREATE TABLE item_translation (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36) NOT NULL,
    language TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_item_translation PRIMARY KEY (id),
    CONSTRAINT fk_item_translation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_item_translation_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_item_translation_item_id ON item_translation (item_id);

CREATE INDEX ix_item_translation_meeting_id ON item_translation (meeting_id);

CREATE TABLE meeting (
    name TEXT NOT NULL,
    kind VARCHAR(40),
    status VARCHAR(40),
    venue TEXT NOT NULL,
    zone TEXT NOT NULL,
    language TEXT NOT NULL,
    quorate BOOLEAN,
    status_reason TEXT NOT NULL,
    notice_given_on DATE,
    next_date DATE,
    next_date_words TEXT NOT NULL,
    next_words TEXT NOT NULL,
    record_id TEXT,
    series_id VARCHAR(36),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_series_id FOREIGN KEY(series_id) REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_meeting_record_id ON meeting (record_id);

CREATE INDEX ix_meeting_series_id ON meeting (series_id);

CREATE INDEX ix_meeting_status ON meeting (status);

CREATE TABLE meeting_board (
    meeting_id VARCHAR(36) NOT NULL,
    board_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    area TEXT NOT NULL,
    country TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_meeting_board PRIMARY KEY (id),
    CONSTRAINT fk_meeting_board_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_meeting_board_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_meeting_board_board_id ON meeting_board (board_id);

CREATE INDEX ix_meeting_board_meeting_id ON meeting_board (meeting_id);

CREATE TABLE meeting_day (
    meeting_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    held_on DATE,
    starts TIME,
    ends TIME,
    venue TEXT NOT NULL,
    adjourned_because TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_meeting_day PRIMARY KEY (id),
    CONSTRAINT fk_meeting_day_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_meeting_day_held_on ON meeting_day (held_on);

CREATE INDEX ix_meeting_day_meeting_id ON meeting_day (meeting_id);

CREATE TABLE membership (
    seat_id VARCHAR(36) NOT NULL,
    person_id VARCHAR(36) NOT NULL,
    organisation_id VARCHAR(36),
    voting BOOLEAN,
    starts DATE,
    ends DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_membership PRIMARY KEY (id),
    CONSTRAINT fk_membership_seat_id FOREIGN KEY(seat_id) REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_membership_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_membership_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_membership_organisation_id ON membership (organisation_id);

CREATE INDEX ix_membership_person_id ON membership (person_id);

CREATE INDEX ix_membership_seat_id ON membership (seat_id);

CREATE TABLE minutes_amendment (
    meeting_id VARCHAR(36) NOT NULL,
    confirmation_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_minutes_amendment PRIMARY KEY (id),
    CONSTRAINT fk_minutes_amendment_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_minutes_amendment_confirmation_id FOREIGN KEY(confirmation_id) REFERENCES minutes_confirmation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_minutes_amendment_confirmation_id ON minutes_amendment (confirmation_id);

CREATE INDEX ix_minutes_amendment_meeting_id ON minutes_amendment (meeting_id);

CREATE TABLE minutes_confirmation (
    meeting_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    item_id VARCHAR(36),
    of_meeting_id VARCHAR(36),
    of_date DATE,
    of_words TEXT NOT NULL,
    result TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_minutes_confirmation PRIMARY KEY (id),
    CONSTRAINT fk_minutes_confirmation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_minutes_confirmation_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_minutes_confirmation_of_meeting_id FOREIGN KEY(of_meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_minutes_confirmation_meeting_id ON minutes_confirmation (meeting_id);

CREATE TABLE motion (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36) NOT NULL,
    amends_id VARCHAR(36),
    position INTEGER NOT NULL,
    wording TEXT NOT NULL,
    mover TEXT NOT NULL,
    mover_id VARCHAR(36),
    seconder TEXT NOT NULL,
    seconder_id VARCHAR(36),
    result VARCHAR(40) NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_motion PRIMARY KEY (id),
    CONSTRAINT fk_motion_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_motion_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_motion_amends_id FOREIGN KEY(amends_id) REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_motion_mover_id FOREIGN KEY(mover_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_motion_seconder_id FOREIGN KEY(seconder_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_motion_item_id ON motion (item_id);

CREATE INDEX ix_motion_meeting_id ON motion (meeting_id);

CREATE TABLE organisation (
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    successor_id VARCHAR(36),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (id),
    CONSTRAINT fk_organisation_successor_id FOREIGN KEY(successor_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_organisation_name ON organisation (name);

CREATE TABLE organisation_status (
    organisation_id VARCHAR(36) NOT NULL,
    sector VARCHAR(40) NOT NULL,
    statutory BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    starts DATE,
    ends DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_organisation_status PRIMARY KEY (id),
    CONSTRAINT fk_organisation_status_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_organisation_status_organisation_id ON organisation_status (organisation_id);

CREATE TABLE outcome (
    board_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_outcome PRIMARY KEY (id),
    CONSTRAINT fk_outcome_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_outcome_board_id ON outcome (board_id);

CREATE TABLE paper (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    to_follow BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    pages INTEGER,
    restricted BOOLEAN NOT NULL,
    ground TEXT NOT NULL,
    restriction_reason TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_paper PRIMARY KEY (id),
    CONSTRAINT fk_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_paper_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_paper_item_id ON paper (item_id);

CREATE INDEX ix_paper_meeting_id ON paper (meeting_id);

CREATE INDEX ix_paper_sha256 ON paper (sha256);

CREATE TABLE paragraph (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36),
    text_kind VARCHAR(40) NOT NULL,
    position INTEGER NOT NULL,
    form VARCHAR(40) NOT NULL,
    level INTEGER NOT NULL,
    runs TEXT NOT NULL,
    language TEXT NOT NULL,
    restricted BOOLEAN NOT NULL,
    taken_from_id VARCHAR(36),
    became TEXT NOT NULL,
    became_id VARCHAR(36),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_paragraph PRIMARY KEY (id),
    CONSTRAINT fk_paragraph_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_paragraph_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_paragraph_item_id ON paragraph (item_id);

CREATE INDEX ix_paragraph_meeting_id ON paragraph (meeting_id);

CREATE TABLE person (
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE INDEX ix_person_name ON person (name);

CREATE TABLE point (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR(40),
    person_id VARCHAR(36),
    organisation_id VARCHAR(36),
    by_name TEXT NOT NULL,
    by_role TEXT NOT NULL,
    by_organisation TEXT NOT NULL,
    sector VARCHAR(40),
    text TEXT NOT NULL,
    proposal_id VARCHAR(36),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_point PRIMARY KEY (id),
    CONSTRAINT fk_point_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_point_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_point_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_point_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_point_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_point_item_id ON point (item_id);

CREATE INDEX ix_point_meeting_id ON point (meeting_id);

CREATE TABLE presiding (
    meeting_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    from_item_id VARCHAR(36),
    person_id VARCHAR(36),
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_presiding PRIMARY KEY (id),
    CONSTRAINT fk_presiding_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_presiding_from_item_id FOREIGN KEY(from_item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_presiding_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_presiding_meeting_id ON presiding (meeting_id);

CREATE TABLE priority (
    board_id VARCHAR(36) NOT NULL,
    outcome_id VARCHAR(36),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_priority PRIMARY KEY (id),
    CONSTRAINT fk_priority_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_priority_outcome_id FOREIGN KEY(outcome_id) REFERENCES outcome (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_priority_board_id ON priority (board_id);

CREATE INDEX ix_priority_outcome_id ON priority (outcome_id);

CREATE TABLE proposal (
    board_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    item_id VARCHAR(36),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    text TEXT NOT NULL,
    received_on DATE,
    strand_id VARCHAR(36),
    call_id VARCHAR(36),
    earlier_id VARCHAR(36),
    tabled_on DATE,
    title TEXT NOT NULL,
    helps TEXT NOT NULL,
    cost_pence INTEGER,
    currency TEXT NOT NULL,
    cost_months INTEGER,
    people_served INTEGER,
    needs TEXT NOT NULL,
    interests TEXT NOT NULL,
    form_hash TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_proposal PRIMARY KEY (id),
    CONSTRAINT fk_proposal_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposal_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposal_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposal_strand_id FOREIGN KEY(strand_id) REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposal_call_id FOREIGN KEY(call_id) REFERENCES call (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposal_earlier_id FOREIGN KEY(earlier_id) REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_proposal_board_id ON proposal (board_id);

CREATE INDEX ix_proposal_call_id ON proposal (call_id);

CREATE INDEX ix_proposal_form_hash ON proposal (form_hash);

CREATE INDEX ix_proposal_item_id ON proposal (item_id);

CREATE INDEX ix_proposal_meeting_id ON proposal (meeting_id);

CREATE INDEX ix_proposal_strand_id ON proposal (strand_id);

CREATE TABLE proposal_item (
    proposal_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_proposal_item PRIMARY KEY (id),
    CONSTRAINT fk_proposal_item_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposal_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposal_item_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_proposal_item_item_id ON proposal_item (item_id);

CREATE INDEX ix_proposal_item_meeting_id ON proposal_item (meeting_id);

CREATE INDEX ix_proposal_item_proposal_id ON proposal_item (proposal_id);

CREATE TABLE proposal_outcome (
    proposal_id VARCHAR(36) NOT NULL,
    outcome_id VARCHAR(36) NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_proposal_outcome PRIMARY KEY (id),
    CONSTRAINT fk_proposal_outcome_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposal_outcome_outcome_id FOREIGN KEY(outcome_id) REFERENCES outcome (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_proposal_outcome_outcome_id ON proposal_outcome (outcome_id);

CREATE INDEX ix_proposal_outcome_proposal_id ON proposal_outcome (proposal_id);

CREATE TABLE proposer (
    proposal_id VARCHAR(36) NOT NULL,
    meeting_id VARCHAR(36),
    position INTEGER NOT NULL,
    organisation_id VARCHAR(36),
    person_id VARCHAR(36),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    sector VARCHAR(40),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_proposer PRIMARY KEY (id),
    CONSTRAINT fk_proposer_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposer_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposer_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_proposer_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_proposer_meeting_id ON proposer (meeting_id);

CREATE INDEX ix_proposer_organisation_id ON proposer (organisation_id);

CREATE INDEX ix_proposer_proposal_id ON proposer (proposal_id);

CREATE TABLE quorum_need (
    terms_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    sector VARCHAR(40),
    least INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_quorum_need PRIMARY KEY (id),
    CONSTRAINT fk_quorum_need_terms_id FOREIGN KEY(terms_id) REFERENCES terms_of_reference (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_quorum_need_terms_id ON quorum_need (terms_id);

CREATE TABLE seal (
    meeting_id VARCHAR(36) NOT NULL,
    decision_id VARCHAR(36) NOT NULL,
    signed_by TEXT NOT NULL,
    signed_on DATE NOT NULL,
    sealed_at VARCHAR(32) NOT NULL,
    record_hash TEXT NOT NULL,
    surroundings TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_seal PRIMARY KEY (id),
    CONSTRAINT fk_seal_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_seal_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_seal_meeting_id ON seal (meeting_id);

CREATE TABLE seat (
    board_id VARCHAR(36) NOT NULL,
    name TEXT NOT NULL,
    role VARCHAR(40) NOT NULL,
    sector VARCHAR(40) NOT NULL,
    organisation_id VARCHAR(36),
    voting BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    starts DATE,
    ends DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_seat PRIMARY KEY (id),
    CONSTRAINT fk_seat_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_seat_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_seat_board_id ON seat (board_id);

CREATE INDEX ix_seat_organisation_id ON seat (organisation_id);

CREATE TABLE sector_tally (
    meeting_id VARCHAR(36) NOT NULL,
    vote_event_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    sector VARCHAR(40) NOT NULL,
    yes INTEGER,
    no INTEGER,
    abstain INTEGER,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_sector_tally PRIMARY KEY (id),
    CONSTRAINT fk_sector_tally_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_sector_tally_vote_event_id FOREIGN KEY(vote_event_id) REFERENCES vote_event (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_sector_tally_meeting_id ON sector_tally (meeting_id);

CREATE INDEX ix_sector_tally_vote_event_id ON sector_tally (vote_event_id);

CREATE TABLE series (
    board_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    rule TEXT NOT NULL,
    starts TIME,
    venue TEXT NOT NULL,
    template_id VARCHAR(36),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_series PRIMARY KEY (id),
    CONSTRAINT fk_series_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_series_template_id FOREIGN KEY(template_id) REFERENCES agenda_template (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_series_board_id ON series (board_id);

CREATE TABLE sitting (
    meeting_id VARCHAR(36) NOT NULL,
    day_id VARCHAR(36) NOT NULL,
    opened_at VARCHAR(32) NOT NULL,
    closed_at VARCHAR(32),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_sitting PRIMARY KEY (id),
    CONSTRAINT fk_sitting_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_sitting_day_id FOREIGN KEY(day_id) REFERENCES meeting_day (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_sitting_closed_at ON sitting (closed_at);

CREATE INDEX ix_sitting_meeting_id ON sitting (meeting_id);

CREATE TABLE stay (
    meeting_id VARCHAR(36) NOT NULL,
    attendance_id VARCHAR(36) NOT NULL,
    day_id VARCHAR(36),
    position INTEGER NOT NULL,
    arrived_at TIME,
    left_at TIME,
    arrived_words TEXT NOT NULL,
    left_words TEXT NOT NULL,
    arrived_item_id VARCHAR(36),
    left_item_id VARCHAR(36),
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_stay PRIMARY KEY (id),
    CONSTRAINT fk_stay_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stay_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stay_day_id FOREIGN KEY(day_id) REFERENCES meeting_day (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stay_arrived_item_id FOREIGN KEY(arrived_item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stay_left_item_id FOREIGN KEY(left_item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_stay_attendance_id ON stay (attendance_id);

CREATE INDEX ix_stay_meeting_id ON stay (meeting_id);

CREATE TABLE stock_phrase (
    board_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_stock_phrase PRIMARY KEY (id),
    CONSTRAINT fk_stock_phrase_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_stock_phrase_board_id ON stock_phrase (board_id);

CREATE TABLE strand (
    board_id VARCHAR(36) NOT NULL,
    priority_id VARCHAR(36),
    lead_organisation_id VARCHAR(36),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    reserved_to TEXT NOT NULL,
    reserved_reason TEXT NOT NULL,
    ended DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_strand PRIMARY KEY (id),
    CONSTRAINT fk_strand_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_strand_priority_id FOREIGN KEY(priority_id) REFERENCES priority (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_strand_lead_organisation_id FOREIGN KEY(lead_organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_strand_board_id ON strand (board_id);

CREATE INDEX ix_strand_lead_organisation_id ON strand (lead_organisation_id);

CREATE INDEX ix_strand_priority_id ON strand (priority_id);

CREATE TABLE strand_stage (
    strand_id VARCHAR(36) NOT NULL,
    stage VARCHAR(40) NOT NULL,
    planned DATE,
    began DATE,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_strand_stage PRIMARY KEY (id),
    CONSTRAINT fk_strand_stage_strand_id FOREIGN KEY(strand_id) REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_strand_stage_strand_id ON strand_stage (strand_id);

CREATE TABLE strand_sum (
    strand_id VARCHAR(36) NOT NULL,
    organisation_id VARCHAR(36),
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    pence INTEGER NOT NULL,
    currency TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_strand_sum PRIMARY KEY (id),
    CONSTRAINT fk_strand_sum_strand_id FOREIGN KEY(strand_id) REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_strand_sum_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_strand_sum_strand_id ON strand_sum (strand_id);

CREATE TABLE taking (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36) NOT NULL,
    day_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    began TIME NOT NULL,
    ended TIME,
    minutes_more INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_taking PRIMARY KEY (id),
    CONSTRAINT fk_taking_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_taking_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_taking_day_id FOREIGN KEY(day_id) REFERENCES meeting_day (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_taking_item_id ON taking (item_id);

CREATE INDEX ix_taking_meeting_id ON taking (meeting_id);

CREATE TABLE telling (
    strand_id VARCHAR(36) NOT NULL,
    call_id VARCHAR(36),
    organisation_id VARCHAR(36) NOT NULL,
    told_on DATE NOT NULL,
    kind VARCHAR(40) NOT NULL,
    what TEXT NOT NULL,
    how TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_telling PRIMARY KEY (id),
    CONSTRAINT fk_telling_strand_id FOREIGN KEY(strand_id) REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_telling_call_id FOREIGN KEY(call_id) REFERENCES call (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_telling_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_telling_call_id ON telling (call_id);

CREATE INDEX ix_telling_organisation_id ON telling (organisation_id);

CREATE INDEX ix_telling_strand_id ON telling (strand_id);

CREATE TABLE template_item (
    template_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    level INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind VARCHAR(40),
    standing BOOLEAN NOT NULL,
    minutes_planned INTEGER,
    lead TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_template_item PRIMARY KEY (id),
    CONSTRAINT fk_template_item_template_id FOREIGN KEY(template_id) REFERENCES agenda_template (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_template_item_template_id ON template_item (template_id);

CREATE TABLE terms_of_reference (
    board_id VARCHAR(36) NOT NULL,
    starts DATE,
    ends DATE,
    remit TEXT NOT NULL,
    quorum_number INTEGER,
    quorum_numerator INTEGER,
    quorum_denominator INTEGER,
    quorum_base VARCHAR(40) NOT NULL,
    quorum_floor INTEGER,
    quorum_sectors INTEGER,
    consensus_first BOOLEAN NOT NULL,
    majority_numerator INTEGER NOT NULL,
    majority_denominator INTEGER NOT NULL,
    casting_vote BOOLEAN NOT NULL,
    notice_days INTEGER NOT NULL,
    notice_kind VARCHAR(40) NOT NULL,
    call_weeks INTEGER NOT NULL,
    answer_days INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_terms_of_reference PRIMARY KEY (id),
    CONSTRAINT fk_terms_of_reference_board_id FOREIGN KEY(board_id) REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_terms_of_reference_board_id ON terms_of_reference (board_id);

CREATE TABLE vote (
    meeting_id VARCHAR(36) NOT NULL,
    vote_event_id VARCHAR(36) NOT NULL,
    position INTEGER NOT NULL,
    attendance_id VARCHAR(36),
    person_id VARCHAR(36),
    name TEXT NOT NULL,
    sector VARCHAR(40),
    option VARCHAR(40) NOT NULL,
    proxy_for TEXT NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_vote PRIMARY KEY (id),
    CONSTRAINT fk_vote_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vote_vote_event_id FOREIGN KEY(vote_event_id) REFERENCES vote_event (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vote_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vote_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_vote_meeting_id ON vote (meeting_id);

CREATE INDEX ix_vote_vote_event_id ON vote (vote_event_id);

CREATE TABLE vote_event (
    meeting_id VARCHAR(36) NOT NULL,
    item_id VARCHAR(36),
    motion_id VARCHAR(36),
    decision_id VARCHAR(36),
    position INTEGER NOT NULL,
    method VARCHAR(40) NOT NULL,
    yes INTEGER,
    no INTEGER,
    abstain INTEGER,
    absent INTEGER,
    not_voting INTEGER,
    rest VARCHAR(40),
    threshold_numerator INTEGER,
    threshold_denominator INTEGER,
    basis VARCHAR(40) NOT NULL,
    casting VARCHAR(40),
    casting_by TEXT NOT NULL,
    result VARCHAR(40) NOT NULL,
    id VARCHAR(36) NOT NULL,
    CONSTRAINT pk_vote_event PRIMARY KEY (id),
    CONSTRAINT fk_vote_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vote_event_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vote_event_motion_id FOREIGN KEY(motion_id) REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vote_event_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_vote_event_decision_id ON vote_event (decision_id);

CREATE INDEX ix_vote_event_item_id ON vote_event (item_id);

CREATE INDEX ix_vote_event_meeting_id ON vote_event (meeting_id);

CREATE TABLE step (
    seq INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    origin VARCHAR(36) NOT NULL,
    number INTEGER NOT NULL,
    parents TEXT NOT NULL,
    who TEXT NOT NULL,
    at VARCHAR(32) NOT NULL,
    label TEXT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    undoes VARCHAR(36),
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT pk_step PRIMARY KEY (seq)
);

CREATE INDEX ix_step_undoes ON step (undoes);

CREATE TABLE step_row (
    seq INTEGER NOT NULL,
    step INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    entity VARCHAR(40) NOT NULL,
    entity_id VARCHAR(36) NOT NULL,
    "before" TEXT,
    "after" TEXT,
    salt VARCHAR(32),
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT pk_step_row PRIMARY KEY (seq)
);

CREATE INDEX ix_step_row_entity_id ON step_row (entity_id);

CREATE INDEX ix_step_row_step ON step_row (step);

CREATE TABLE paper_content (
    sha256 VARCHAR(64) NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_paper_content PRIMARY KEY (sha256)
);

CREATE TABLE search_doc (
    seq INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    board_id TEXT,
    meeting_id TEXT,
    restricted INTEGER NOT NULL,
    note INTEGER NOT NULL,
    text TEXT NOT NULL
);

CREATE UNIQUE INDEX ix_search_doc_entity_id_entity ON search_doc (entity_id, entity);

CREATE INDEX ix_search_doc_meeting_id ON search_doc (meeting_id);

CREATE VIRTUAL TABLE search_index USING fts5(
    text,
    content='search_doc',
    content_rowid='seq',
    tokenize='unicode61 remove_diacritics 2',
    prefix='2 3'
);

INSERT INTO search_index(search_index, rank) VALUES('automerge', 8);
