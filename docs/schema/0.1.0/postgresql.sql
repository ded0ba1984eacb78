CREATE SEQUENCE crm_number_case START WITH 1 INCREMENT BY 1 NO CYCLE;
CREATE SEQUENCE crm_number_order START WITH 1 INCREMENT BY 1 NO CYCLE;
CREATE SEQUENCE crm_number_visit START WITH 1 INCREMENT BY 1 NO CYCLE;
CREATE TABLE crm_access_log (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ActorKind" character varying(32) NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    "Act" character varying(100) NOT NULL,
    CONSTRAINT crm_pk_access_log PRIMARY KEY ("Id")
);
CREATE TABLE crm_audit (
    "Id" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ActorKind" character varying(32) NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    "CorrelationId" character varying(100),
    "Reason" character varying(200),
    "AggregateType" character varying(64) NOT NULL,
    "AggregateId" uuid NOT NULL,
    "AggregateVersion" bigint NOT NULL,
    "Acts" character varying(2000) NOT NULL,
    "Changes" text NOT NULL,
    CONSTRAINT crm_pk_audit PRIMARY KEY ("Id")
);
CREATE TABLE crm_automatic_answers (
    "Id" uuid NOT NULL,
    "Recipient" character varying(64) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "CaseId" uuid,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_automatic_answers PRIMARY KEY ("Id")
);
CREATE TABLE crm_calendars (
    "Id" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_calendars PRIMARY KEY ("Id")
);
CREATE TABLE crm_campaign_progress (
    "CampaignId" uuid NOT NULL,
    "After" uuid,
    "IsTaken" boolean NOT NULL,
    "IsReleased" boolean NOT NULL,
    CONSTRAINT crm_pk_campaign_progress PRIMARY KEY ("CampaignId")
);
CREATE TABLE crm_campaigns (
    "Id" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "Purpose" character varying(64) NOT NULL,
    "Status" character varying(32) NOT NULL,
    "CostCount" integer NOT NULL,
    "ControlShare" numeric(19,4) NOT NULL,
    "Seed" bigint NOT NULL,
    "SendTimes" character varying(30) NOT NULL,
    "TestMetric" character varying(32),
    "TestLength" bigint,
    "TestShare" numeric(19,4),
    "TestConfidence" numeric(19,4),
    "TestFallback" character varying(20),
    "CreatedAt" timestamp with time zone NOT NULL,
    "StartsAt" timestamp with time zone,
    "StartedAt" timestamp with time zone,
    "TestEndsAt" timestamp with time zone,
    "Winner" character varying(20),
    "Verdict" character varying(32),
    "EndedAt" timestamp with time zone,
    "BudgetAmount" numeric(19,4),
    "BudgetCurrency" character varying(3),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_campaigns PRIMARY KEY ("Id")
);
CREATE TABLE crm_custom_fields (
    "Id" uuid NOT NULL,
    "RecordKind" character varying(32) NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Type" character varying(32) NOT NULL,
    "IsRequired" boolean NOT NULL,
    "AllowsSeveral" boolean NOT NULL,
    "MaxLength" integer,
    "Minimum" numeric(19,4),
    "Maximum" numeric(19,4),
    "Earliest" date,
    "Latest" date,
    "CreatedAt" timestamp with time zone NOT NULL,
    "ArchivedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_custom_fields PRIMARY KEY ("Id")
);
CREATE TABLE crm_customer_imports (
    "Id" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Fingerprint" character varying(64) NOT NULL,
    "System" character varying(64) NOT NULL,
    "Layout" character varying(40) NOT NULL,
    "OnDuplicate" character varying(32) NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    "LastRow" integer NOT NULL,
    "Read" integer NOT NULL,
    "Created" integer NOT NULL,
    "Updated" integer NOT NULL,
    "Skipped" integer NOT NULL,
    "Review" integer NOT NULL,
    "Rejected" integer NOT NULL,
    "CompletedAt" timestamp with time zone,
    "UndoneAt" timestamp with time zone,
    CONSTRAINT crm_pk_customer_imports PRIMARY KEY ("Id")
);
CREATE TABLE crm_customer_merges (
    "Id" uuid NOT NULL,
    "SurvivorId" uuid NOT NULL,
    "AbsorbedId" uuid NOT NULL,
    "MergedAt" timestamp with time zone NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    "Decisions" character varying(4000) NOT NULL,
    "UndoneAt" timestamp with time zone,
    CONSTRAINT crm_pk_customer_merges PRIMARY KEY ("Id")
);
CREATE TABLE crm_customers (
    "Id" uuid NOT NULL,
    "SpecialistId" character varying(100),
    "SpecialistName" character varying(200),
    "TeamId" character varying(100),
    "DisplayName" character varying(600) NOT NULL,
    "NameFolded" character varying(600) NOT NULL,
    "Language" character varying(35),
    "CreatedAt" timestamp with time zone NOT NULL,
    "ErasedAt" timestamp with time zone,
    "Stage" character varying(32) NOT NULL,
    "StageSince" timestamp with time zone NOT NULL,
    "CustomerKind" character varying(16) NOT NULL,
    "KeysFingerprint" bigint,
    "ParentId" uuid,
    "GivenFolded" character varying(300),
    "FamilyFolded" character varying(300),
    "BirthDate" date,
    "NameFamily" character varying(100),
    "NameGiven" character varying(100),
    "NameMiddle" character varying(100),
    "NameNickname" character varying(100),
    "NamePrefix" character varying(100),
    "NameSuffix" character varying(100),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_customers PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_customers_parents FOREIGN KEY ("ParentId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_duplicate_pairs (
    "Id" uuid NOT NULL,
    "FirstId" uuid NOT NULL,
    "SecondId" uuid NOT NULL,
    "Score" double precision NOT NULL,
    "Tier" character varying(16) NOT NULL,
    "Reasons" character varying(1000) NOT NULL,
    "FoundAt" timestamp with time zone NOT NULL,
    "DismissedAt" timestamp with time zone,
    "DismissedBy" character varying(100),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_duplicate_pairs PRIMARY KEY ("Id")
);
CREATE TABLE crm_duplicate_scans (
    "Id" uuid NOT NULL,
    "BegunAt" timestamp with time zone NOT NULL,
    "FinishedAt" timestamp with time zone,
    "Checkpoint" uuid,
    "Customers" bigint NOT NULL,
    "Comparisons" bigint NOT NULL,
    "Pairs" bigint NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_duplicate_scans PRIMARY KEY ("Id")
);
CREATE TABLE crm_handled_messages (
    "InteractionId" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "TakenAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_handled_messages PRIMARY KEY ("InteractionId")
);
CREATE TABLE crm_inbox (
    "EventId" uuid NOT NULL,
    "Handler" character varying(300) NOT NULL,
    "HandledAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_inbox PRIMARY KEY ("EventId", "Handler")
);
CREATE TABLE crm_insight_runs (
    "Id" uuid NOT NULL,
    "AsOf" date NOT NULL,
    "Currency" character varying(3) NOT NULL,
    "Facts" integer NOT NULL,
    "OtherFacts" integer NOT NULL,
    "Customers" integer NOT NULL,
    "FirstDay" date,
    "LastDay" date,
    "ModelName" character varying(32),
    "Definition" text NOT NULL,
    "ParametersOf" uuid,
    "StartedAt" timestamp with time zone NOT NULL,
    "CompletedAt" timestamp with time zone,
    "Written" integer NOT NULL,
    "Unchanged" integer NOT NULL,
    "Removed" integer NOT NULL,
    "LeftOut" integer NOT NULL,
    "Overdue" integer NOT NULL,
    "AtRisk" integer NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_insight_runs PRIMARY KEY ("Id")
);
CREATE TABLE crm_journey_signals (
    "RunId" uuid NOT NULL,
    "Step" character varying(60) NOT NULL,
    "EventId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_journey_signals PRIMARY KEY ("RunId", "Step", "EventId")
);
CREATE TABLE crm_journey_steps (
    "RunId" uuid NOT NULL,
    "Step" character varying(60) NOT NULL,
    "JourneyId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "ArrivedAt" timestamp with time zone NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Outcome" character varying(32) NOT NULL,
    "Note" character varying(200),
    CONSTRAINT crm_pk_journey_steps PRIMARY KEY ("RunId", "Step")
);
CREATE TABLE crm_journeys (
    "Id" uuid NOT NULL,
    "Key" character varying(60) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "PublishedNumber" integer,
    "SegmentKey" character varying(64),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_journeys PRIMARY KEY ("Id")
);
CREATE TABLE crm_knowledge_categories (
    "Id" uuid NOT NULL,
    "Name" character varying(100) NOT NULL,
    "ParentId" uuid,
    "Position" integer NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "RemovedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_knowledge_categories PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_knowledge_categories_parents FOREIGN KEY ("ParentId") REFERENCES crm_knowledge_categories ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_knowledge_items (
    "Id" uuid NOT NULL,
    "Confidence" character varying(32) NOT NULL,
    "Governance" character varying(32) NOT NULL,
    "ReuseCount" integer NOT NULL,
    "ReusesOfVersion" integer NOT NULL,
    "ReusedAt" timestamp with time zone,
    "LastFileNumber" integer NOT NULL,
    "PartOfId" uuid,
    "PartPosition" integer,
    "Status" character varying(32) NOT NULL,
    "ReviewRequestedAt" timestamp with time zone,
    "PublishedAt" timestamp with time zone,
    "PublishedBy" character varying(100),
    "ExpiresAt" timestamp with time zone,
    "ArchivedAt" timestamp with time zone,
    "ReplacedById" uuid,
    "Title" character varying(200) NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Summary" character varying(500),
    "Body" text NOT NULL,
    "Language" character varying(35) NOT NULL,
    "Sku" character varying(64),
    "Environment" character varying(500),
    "Audience" character varying(32) NOT NULL,
    "SourceKind" character varying(32),
    "SourceId" uuid,
    "TranslationOfId" uuid,
    "TranslatedVersion" integer,
    "TitleFolded" character varying(200) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "UpdatedAt" timestamp with time zone NOT NULL,
    "LatestVersion" integer NOT NULL,
    "PublishedVersion" integer,
    "WrittenBy" character varying(100) NOT NULL,
    "NextBody" text,
    "NextEnvironment" character varying(500),
    "NextKind" character varying(32),
    "NextLanguage" character varying(35),
    "NextSku" character varying(64),
    "NextSummary" character varying(500),
    "NextTitle" character varying(200),
    "NextTranslatedVersion" integer,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_knowledge_items PRIMARY KEY ("Id")
);
CREATE TABLE crm_knowledge_lessons (
    "Id" uuid NOT NULL,
    "KnowledgeItemId" uuid NOT NULL,
    "DueAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_knowledge_lessons PRIMARY KEY ("Id")
);
CREATE TABLE crm_knowledge_search_documents (
    "ItemId" uuid NOT NULL,
    "Language" character varying(8),
    "Audience" character varying(32) NOT NULL,
    "IsQuestion" boolean NOT NULL,
    "Facets" text NOT NULL,
    "ValidFrom" timestamp with time zone,
    "ValidUntil" timestamp with time zone,
    "Vector" bytea,
    "AnalyserVersion" integer NOT NULL,
    "Asked" bytea,
    "Fingerprint" bigint NOT NULL,
    "Change" bigint NOT NULL,
    CONSTRAINT crm_pk_knowledge_search_documents PRIMARY KEY ("ItemId")
);
CREATE TABLE crm_knowledge_sessions (
    "Id" uuid NOT NULL,
    "Reader" uuid NOT NULL,
    "ReaderKind" character varying(32) NOT NULL,
    "CustomerId" uuid,
    "StartedAt" timestamp with time zone NOT NULL,
    "LastAt" timestamp with time zone NOT NULL,
    "CaseUntil" timestamp with time zone NOT NULL,
    "ShownAt" timestamp with time zone,
    "OpenedAt" timestamp with time zone,
    "SolvedAt" timestamp with time zone,
    "FiledAt" timestamp with time zone,
    "FiledKind" character varying(32),
    "FiledId" uuid,
    "SettledAt" timestamp with time zone,
    CONSTRAINT crm_pk_knowledge_sessions PRIMARY KEY ("Id")
);
CREATE TABLE crm_knowledge_synonym_lists (
    "Id" uuid NOT NULL,
    "Language" character varying(8) NOT NULL,
    "Text" text NOT NULL,
    "UpdatedAt" timestamp with time zone NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_knowledge_synonym_lists PRIMARY KEY ("Id")
);
CREATE TABLE crm_knowledge_uses (
    "Id" uuid NOT NULL,
    "KnowledgeItemId" uuid NOT NULL,
    "SubjectKind" character varying(32) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "AgentId" character varying(100),
    "At" timestamp with time zone NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_knowledge_uses PRIMARY KEY ("Id")
);
CREATE TABLE crm_knowledge_votes (
    "Id" uuid NOT NULL,
    "KnowledgeItemId" uuid NOT NULL,
    "Reader" uuid NOT NULL,
    "ReaderKind" character varying(32) NOT NULL,
    "CustomerId" uuid,
    "IsHelpful" boolean NOT NULL,
    "VotedAt" timestamp with time zone NOT NULL,
    "ChangedAt" timestamp with time zone NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_knowledge_votes PRIMARY KEY ("Id")
);
CREATE TABLE crm_knowledge_words (
    "Id" uuid NOT NULL,
    "Word" uuid NOT NULL,
    "Language" character varying(8) NOT NULL,
    "Term" character varying(40) NOT NULL,
    "Since" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_knowledge_words PRIMARY KEY ("Id")
);
CREATE TABLE crm_lead_queues (
    "Id" uuid NOT NULL,
    "Name" character varying(100) NOT NULL,
    "Criteria" text,
    "Position" integer NOT NULL,
    "Period" character varying(32) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_lead_queues PRIMARY KEY ("Id")
);
CREATE TABLE crm_message_templates (
    "Id" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "Purpose" character varying(64) NOT NULL,
    "DefaultLanguage" character varying(35) NOT NULL,
    "ArchivedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_message_templates PRIMARY KEY ("Id")
);
CREATE TABLE crm_number_series (
    "Scope" character varying(64) NOT NULL,
    "Series" character varying(32) NOT NULL,
    "Last" bigint NOT NULL,
    CONSTRAINT crm_pk_number_series PRIMARY KEY ("Scope", "Series")
);
CREATE TABLE crm_outbox (
    "Id" uuid NOT NULL,
    "TenantId" character varying(64),
    "AggregateType" character varying(64) NOT NULL,
    "AggregateId" uuid NOT NULL,
    "AggregateVersion" bigint NOT NULL,
    "Ordinal" integer NOT NULL,
    "EventName" character varying(100) NOT NULL,
    "EventVersion" integer NOT NULL,
    "Payload" text NOT NULL,
    "OccurredAt" timestamp with time zone NOT NULL,
    "CorrelationId" character varying(100),
    "Cause" character varying(330),
    "DueAt" timestamp with time zone NOT NULL,
    "Attempts" integer NOT NULL,
    "Lease" uuid,
    "LeaseUntil" timestamp with time zone,
    "DoneAt" timestamp with time zone,
    "ParkedAt" timestamp with time zone,
    "Error" character varying(1000),
    CONSTRAINT crm_pk_outbox PRIMARY KEY ("Id")
);
CREATE TABLE crm_pipelines (
    "Id" uuid NOT NULL,
    "Name" character varying(100) NOT NULL,
    "DefaultMark" integer,
    "IsArchived" boolean NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_pipelines PRIMARY KEY ("Id")
);
CREATE TABLE crm_price_lists (
    "Id" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Currency" character varying(3) NOT NULL,
    "ValidFrom" date,
    "ValidUntil" date,
    "IsDefault" boolean NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_price_lists PRIMARY KEY ("Id")
);
CREATE TABLE crm_products (
    "Id" uuid NOT NULL,
    "Sku" character varying(64) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "CostAmount" numeric(19,4),
    "CostCurrency" character varying(3),
    "PriceAmount" numeric(19,4) NOT NULL,
    "PriceCurrency" character varying(3) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_products PRIMARY KEY ("Id")
);
CREATE TABLE crm_queue_agents (
    "Id" uuid NOT NULL,
    "UserId" character varying(100) NOT NULL,
    "Availability" character varying(32) NOT NULL,
    "AvailableSince" timestamp with time zone NOT NULL,
    "Capacity" integer NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_queue_agents PRIMARY KEY ("Id")
);
CREATE TABLE crm_rule_runs (
    "EventId" uuid NOT NULL,
    "RuleId" uuid NOT NULL,
    "RuleKey" character varying(60) NOT NULL,
    "Revision" integer NOT NULL,
    "EventName" character varying(100) NOT NULL,
    "AggregateId" uuid NOT NULL,
    "EventAt" timestamp with time zone NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Reason" character varying(500),
    "Outcomes" text NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL,
    "EndedAt" timestamp with time zone NOT NULL,
    "Attempts" integer NOT NULL,
    "DueAt" timestamp with time zone,
    "Error" character varying(1000),
    "Depth" integer NOT NULL,
    "Chain" character varying(330),
    CONSTRAINT crm_pk_rule_runs PRIMARY KEY ("EventId", "RuleId")
);
CREATE TABLE crm_rules (
    "Id" uuid NOT NULL,
    "Key" character varying(60) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "EventName" character varying(100) NOT NULL,
    "Definition" text NOT NULL,
    "Revision" integer NOT NULL,
    "Position" integer NOT NULL,
    "IsEnabled" boolean NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_rules PRIMARY KEY ("Id")
);
CREATE TABLE crm_salespeople (
    "Id" uuid NOT NULL,
    "UserId" character varying(100) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_salespeople PRIMARY KEY ("Id")
);
CREATE TABLE crm_segment_progress (
    "SegmentId" uuid NOT NULL,
    "Epoch" integer NOT NULL,
    "Moment" timestamp with time zone NOT NULL,
    "Zone" character varying(100) NOT NULL,
    "Problem" character varying(1000),
    CONSTRAINT crm_pk_segment_progress PRIMARY KEY ("SegmentId")
);
CREATE TABLE crm_segment_runs (
    "Id" uuid NOT NULL,
    "SegmentId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Mode" character varying(32) NOT NULL,
    "Moment" timestamp with time zone NOT NULL,
    "Asked" integer,
    "Entered" integer NOT NULL,
    "Left" integer NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_segment_runs PRIMARY KEY ("Id")
);
CREATE TABLE crm_segment_touches (
    "Id" uuid NOT NULL,
    "CustomerId" uuid,
    CONSTRAINT crm_pk_segment_touches PRIMARY KEY ("Id")
);
CREATE TABLE crm_segments (
    "Id" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Description" character varying(2000),
    "Kind" character varying(32) NOT NULL,
    "AnnouncesMembers" boolean NOT NULL,
    "Number" integer NOT NULL,
    "Epoch" integer NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "ArchivedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_segments PRIMARY KEY ("Id")
);
CREATE TABLE crm_sign_up_forms (
    "Id" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Definition" text NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "OpenedAt" timestamp with time zone,
    "ClosedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_sign_up_forms PRIMARY KEY ("Id")
);
CREATE TABLE crm_sla_policies (
    "Id" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Position" integer NOT NULL,
    "Condition" text,
    "ValidFrom" timestamp with time zone,
    "ValidUntil" timestamp with time zone,
    "CreatedAt" timestamp with time zone NOT NULL,
    "IsActive" boolean NOT NULL,
    "DefaultMark" integer,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_sla_policies PRIMARY KEY ("Id")
);
CREATE TABLE crm_stock_items (
    "Id" uuid NOT NULL,
    "Sku" character varying(64) NOT NULL,
    "OnHand" numeric(19,4) NOT NULL,
    "Reserved" numeric(19,4) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_stock_items PRIMARY KEY ("Id")
);
CREATE TABLE crm_suppressed_addresses (
    "Id" uuid NOT NULL,
    "Hash" character varying(64) NOT NULL,
    "Since" timestamp with time zone NOT NULL,
    "Reason" character varying(100) NOT NULL,
    CONSTRAINT crm_pk_suppressed_addresses PRIMARY KEY ("Id")
);
CREATE TABLE crm_surveys (
    "Id" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Draft" text,
    "Number" integer NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "ClosedAt" timestamp with time zone,
    "ExpiresAfterDays" integer NOT NULL,
    "RemindsAfterDays" integer,
    "TemplateKey" character varying(64),
    "AsksWhenCaseIs" character varying(32),
    "LocksRatedCase" boolean NOT NULL,
    "LowScore" character varying(32) NOT NULL,
    "FollowUpHours" integer NOT NULL,
    "FollowUpTeamId" character varying(100),
    "FollowUpCaseType" character varying(64) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_surveys PRIMARY KEY ("Id")
);
CREATE TABLE crm_technicians (
    "Id" uuid NOT NULL,
    "UserId" character varying(100) NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Email" character varying(254),
    "Definition" text NOT NULL,
    "HomeLatitude" double precision,
    "HomeLongitude" double precision,
    "Buffer" bigint NOT NULL,
    "IsActive" boolean NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_technicians PRIMARY KEY ("Id")
);
CREATE TABLE crm_timeline_entries (
    "Id" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Channel" character varying(32),
    "Direction" character varying(32),
    "ActorId" character varying(100) NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    "AgentId" character varying(100),
    "Audience" character varying(32) NOT NULL,
    "ReferenceKind" character varying(32),
    "ReferenceId" uuid,
    "Text" character varying(200) NOT NULL,
    CONSTRAINT crm_pk_timeline_entries PRIMARY KEY ("Id")
);
CREATE TABLE crm_webhooks (
    "Id" uuid NOT NULL,
    "Key" character varying(60) NOT NULL,
    "Target" character varying(1000) NOT NULL,
    "IsActive" boolean NOT NULL,
    "InactiveReason" character varying(200),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_webhooks PRIMARY KEY ("Id")
);
CREATE TABLE crm_win_lessons (
    "OpportunityId" uuid NOT NULL,
    "PipelineId" uuid NOT NULL,
    "Version" bigint NOT NULL,
    "IsWon" boolean NOT NULL,
    "Traits" text NOT NULL,
    CONSTRAINT crm_pk_win_lessons PRIMARY KEY ("OpportunityId")
);
CREATE TABLE crm_win_models (
    "PipelineId" uuid NOT NULL,
    "Won" integer NOT NULL,
    "Lost" integer NOT NULL,
    "Slope" double precision,
    "Intercept" double precision,
    "Definition" text NOT NULL,
    "LearnedAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_win_models PRIMARY KEY ("PipelineId")
);
CREATE TABLE crm_work_queues (
    "Id" uuid NOT NULL,
    "Name" character varying(100) NOT NULL,
    "IsOpen" boolean NOT NULL,
    "Strategy" character varying(60) NOT NULL,
    "SkillText" character varying(400) NOT NULL,
    "Reach" character varying(32) NOT NULL,
    "ReservationTime" bigint,
    "RelaxEvery" bigint,
    "RelaxTo" integer NOT NULL,
    "AnswerWithin" bigint NOT NULL,
    "ShortAbandon" bigint NOT NULL,
    "RepeatWindow" bigint NOT NULL,
    "Criteria" text,
    "Position" integer NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_work_queues PRIMARY KEY ("Id")
);
CREATE TABLE crm_calendar_versions (
    "Id" uuid NOT NULL,
    "Number" integer NOT NULL,
    "ValidFrom" timestamp with time zone NOT NULL,
    "Definition" text NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "CalendarId" uuid NOT NULL,
    CONSTRAINT crm_pk_calendar_versions PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_calendar_versions_calendars FOREIGN KEY ("CalendarId") REFERENCES crm_calendars ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_campaign_costs (
    "Number" integer NOT NULL,
    "CampaignId" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "SpentOn" date NOT NULL,
    "AmountAmount" numeric(19,4) NOT NULL,
    "AmountCurrency" character varying(3) NOT NULL,
    CONSTRAINT crm_pk_campaign_costs PRIMARY KEY ("CampaignId", "Number"),
    CONSTRAINT crm_fk_campaign_costs_campaigns FOREIGN KEY ("CampaignId") REFERENCES crm_campaigns ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_campaign_segments (
    "Key" character varying(64) NOT NULL,
    "CampaignId" uuid NOT NULL,
    "IsExcluded" boolean NOT NULL,
    CONSTRAINT crm_pk_campaign_segments PRIMARY KEY ("CampaignId", "Key"),
    CONSTRAINT crm_fk_campaign_segments_campaigns FOREIGN KEY ("CampaignId") REFERENCES crm_campaigns ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_campaign_variants (
    "Key" character varying(20) NOT NULL,
    "CampaignId" uuid NOT NULL,
    "TemplateKey" character varying(64) NOT NULL,
    "Weight" integer NOT NULL,
    CONSTRAINT crm_pk_campaign_variants PRIMARY KEY ("CampaignId", "Key"),
    CONSTRAINT crm_fk_campaign_variants_campaigns FOREIGN KEY ("CampaignId") REFERENCES crm_campaigns ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_custom_field_labels (
    "Choice" character varying(64) NOT NULL,
    "Language" character varying(35) NOT NULL,
    "FieldId" uuid NOT NULL,
    "Text" character varying(200) NOT NULL,
    CONSTRAINT crm_pk_custom_field_labels PRIMARY KEY ("FieldId", "Choice", "Language"),
    CONSTRAINT crm_fk_custom_field_labels_custom_fields FOREIGN KEY ("FieldId") REFERENCES crm_custom_fields ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_custom_field_options (
    "Key" character varying(64) NOT NULL,
    "FieldId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    CONSTRAINT crm_pk_custom_field_options PRIMARY KEY ("FieldId", "Key"),
    CONSTRAINT crm_fk_custom_field_options_custom_fields FOREIGN KEY ("FieldId") REFERENCES crm_custom_fields ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_import_items (
    "ImportId" uuid NOT NULL,
    "Row" integer NOT NULL,
    "Outcome" character varying(32) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "CustomerVersion" bigint NOT NULL,
    "Code" character varying(40),
    "Changes" text,
    CONSTRAINT crm_pk_customer_import_items PRIMARY KEY ("ImportId", "Row"),
    CONSTRAINT crm_fk_customer_import_items_imports FOREIGN KEY ("ImportId") REFERENCES crm_customer_imports ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_merge_rows (
    "MergeId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Change" character varying(32) NOT NULL,
    "Table" character varying(128) NOT NULL,
    "Column" character varying(128),
    "Key" character varying(2000) NOT NULL,
    "Before" text,
    "After" text,
    CONSTRAINT crm_pk_customer_merge_rows PRIMARY KEY ("MergeId", "Ordinal"),
    CONSTRAINT crm_fk_customer_merge_rows_merges FOREIGN KEY ("MergeId") REFERENCES crm_customer_merges ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_activities (
    "Id" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "IsTask" boolean NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Subject" character varying(200) NOT NULL,
    "Description" text,
    "Place" character varying(200),
    "CustomerId" uuid,
    "AboutKind" character varying(32),
    "AboutId" uuid,
    "AssigneeId" character varying(100),
    "TeamId" character varying(100),
    "Priority" character varying(32) NOT NULL,
    "Audience" character varying(32) NOT NULL,
    "Channel" character varying(32),
    "PlannedAt" timestamp with time zone NOT NULL,
    "DueAt" timestamp with time zone NOT NULL,
    "TimeZone" character varying(64) NOT NULL,
    "OpenUntil" timestamp with time zone,
    "StartedAt" timestamp with time zone,
    "SettledAt" timestamp with time zone,
    "SettledBy" character varying(100),
    "Outcome" character varying(1000),
    "Took" bigint,
    "InteractionId" uuid,
    "Recurrence" character varying(2000),
    "SeriesId" uuid,
    "SeriesStart" timestamp with time zone,
    "OccurrenceAt" timestamp with time zone,
    "Sequence" integer NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "NextReminderAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_activities PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_activities_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_campaign_recipients (
    "Id" uuid NOT NULL,
    "CampaignId" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Reason" character varying(32),
    "IsPermitted" boolean NOT NULL,
    "IsTest" boolean NOT NULL,
    "Variant" character varying(20),
    "DueAt" timestamp with time zone,
    "IsPostponed" boolean NOT NULL,
    "Zone" character varying(100),
    "AddressKey" character varying(320),
    "PlannedAt" timestamp with time zone NOT NULL,
    "MessageId" uuid,
    "SentAt" timestamp with time zone,
    "DeliveredAt" timestamp with time zone,
    "OpenedAt" timestamp with time zone,
    "ClickedAt" timestamp with time zone,
    "RepliedAt" timestamp with time zone,
    "BouncedAt" timestamp with time zone,
    "IsHardBounce" boolean NOT NULL,
    "OptedOutAt" timestamp with time zone,
    "ConvertedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_campaign_recipients PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_campaign_recipients_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_campaign_responses (
    "Id" uuid NOT NULL,
    "RecipientId" uuid NOT NULL,
    "CustomerId" uuid,
    "Kind" character varying(32) NOT NULL,
    "Key" character varying(200) NOT NULL,
    "Detail" character varying(400),
    "At" timestamp with time zone NOT NULL,
    "RecordedAt" timestamp with time zone NOT NULL,
    "Outcome" character varying(32) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_campaign_responses PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_campaign_responses_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_change_requests (
    "Id" uuid NOT NULL,
    "CodeAddress" character varying(254),
    "CodeNumber" integer NOT NULL,
    "AttemptsLeft" integer NOT NULL,
    "Obstacle" character varying(100),
    "CustomerId" uuid NOT NULL,
    "Domain" character varying(32) NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Change" text NOT NULL,
    "Before" text NOT NULL,
    "SeenVersion" bigint NOT NULL,
    "RequestedById" character varying(100) NOT NULL,
    "RequestedAt" timestamp with time zone NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    "DueAt" timestamp with time zone,
    "DecidedById" character varying(100),
    "DecidedAt" timestamp with time zone,
    "Reason" character varying(500),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_change_requests PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_change_requests_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_consents (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Purpose" character varying(64),
    "Channel" character varying(32),
    "Status" character varying(32) NOT NULL,
    "Basis" character varying(32) NOT NULL,
    "Origin" character varying(32) NOT NULL,
    "Source" character varying(320) NOT NULL,
    "Wording" character varying(320),
    "Proof" character varying(2000),
    "At" timestamp with time zone NOT NULL,
    "RecordedAt" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone,
    "ActorId" character varying(100) NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    "TokenHash" character varying(64),
    "AnswersId" uuid,
    "MergeId" uuid,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_consents PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_consents_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_contact_points (
    "Id" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Value" character varying(320) NOT NULL,
    "Key" character varying(320) NOT NULL,
    "IsPrimary" boolean NOT NULL,
    "Use" character varying(32) NOT NULL,
    "Label" character varying(100),
    "InvalidSince" timestamp with time zone,
    "InvalidReason" character varying(100),
    "OptedOutSince" timestamp with time zone,
    "CustomerId" uuid NOT NULL,
    CONSTRAINT crm_pk_contact_points PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_contact_points_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_addresses (
    "Id" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "CityFolded" character varying(200),
    "PostalCodeFolded" character varying(200),
    "Label" character varying(100),
    "IsPrimary" boolean NOT NULL,
    "CustomerId" uuid NOT NULL,
    "City" character varying(100),
    "Country" character varying(2),
    "Line1" character varying(200),
    "Line2" character varying(200),
    "PostalCode" character varying(20),
    "Region" character varying(100),
    CONSTRAINT crm_pk_customer_addresses PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_customer_addresses_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_feedback (
    "CustomerId" uuid NOT NULL,
    "InvitedAt" timestamp with time zone,
    "AnsweredAt" timestamp with time zone,
    "Nps" numeric(19,4),
    "Csat" numeric(19,4),
    "Ces" numeric(19,4),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_customer_feedback PRIMARY KEY ("CustomerId"),
    CONSTRAINT crm_fk_customer_feedback_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_fields (
    "FieldId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Text" character varying(500),
    "Folded" character varying(600) COLLATE "C",
    "Number" numeric(19,4),
    "Date" date,
    "At" timestamp with time zone,
    "Flag" boolean,
    "Choice" character varying(64) COLLATE "C",
    CONSTRAINT crm_pk_customer_fields PRIMARY KEY ("CustomerId", "FieldId", "Ordinal"),
    CONSTRAINT crm_fk_customer_fields_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_insights (
    "CustomerId" uuid NOT NULL,
    "RunId" uuid NOT NULL,
    "AsOf" date NOT NULL,
    "Currency" character varying(3) NOT NULL,
    "Orders" integer NOT NULL,
    "PurchaseDays" integer NOT NULL,
    "FirstPurchaseOn" date NOT NULL,
    "LastPurchaseOn" date NOT NULL,
    "Spent" numeric(19,4) NOT NULL,
    "AverageSpend" numeric(19,4),
    "HistoricValue" numeric(19,4) NOT NULL,
    "RecencyScore" integer NOT NULL,
    "FrequencyScore" integer NOT NULL,
    "MonetaryScore" integer NOT NULL,
    "Segment" character varying(64),
    "ChurnProbability" numeric(19,4),
    "ExpectedPurchases" numeric(19,4),
    "LifetimeValue" numeric(19,4),
    "LifetimeValueFrom" numeric(19,4),
    "LifetimeValueTo" numeric(19,4),
    "NextPurchaseOn" date,
    "NextPurchaseFrom" date,
    "NextPurchaseUntil" date,
    "OverdueSince" date,
    "IsAtRisk" boolean NOT NULL,
    "ComputedAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_customer_insights PRIMARY KEY ("CustomerId"),
    CONSTRAINT crm_fk_customer_insights_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_keys (
    "CustomerId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Kind" character varying(16) NOT NULL,
    "Key" character varying(64) COLLATE "C" NOT NULL,
    CONSTRAINT crm_pk_customer_keys PRIMARY KEY ("CustomerId", "Ordinal"),
    CONSTRAINT crm_fk_customer_keys_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_preferences (
    "Key" character varying(64) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Value" character varying(1000) NOT NULL,
    "ValueFolded" character varying(1000) NOT NULL,
    "Source" character varying(64),
    "SetAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_customer_preferences PRIMARY KEY ("CustomerId", "Key"),
    CONSTRAINT crm_fk_customer_preferences_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_references (
    "System" character varying(64) NOT NULL,
    "Value" character varying(200) NOT NULL,
    "CustomerId" uuid NOT NULL,
    CONSTRAINT crm_pk_customer_references PRIMARY KEY ("CustomerId", "System", "Value"),
    CONSTRAINT crm_fk_customer_references_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_tags (
    "Name" character varying(64) NOT NULL,
    "CustomerId" uuid NOT NULL,
    CONSTRAINT crm_pk_customer_tags PRIMARY KEY ("CustomerId", "Name"),
    CONSTRAINT crm_fk_customer_tags_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_customer_tombstones (
    "AbsorbedId" uuid NOT NULL,
    "SurvivorId" uuid NOT NULL,
    "MergeId" uuid NOT NULL,
    "MergedAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_customer_tombstones PRIMARY KEY ("AbsorbedId"),
    CONSTRAINT crm_fk_customer_tombstones_customers FOREIGN KEY ("SurvivorId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_entitlements (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Contract" character varying(100),
    "Sku" character varying(64),
    "Unit" character varying(32) NOT NULL,
    "Decrease" character varying(32) NOT NULL,
    "WhenExhausted" character varying(32) NOT NULL,
    "Total" numeric(19,4) NOT NULL,
    "Used" numeric(19,4) NOT NULL,
    "ValidFrom" date NOT NULL,
    "ValidUntil" date NOT NULL,
    "Status" character varying(32) NOT NULL,
    "RenewalOfId" uuid,
    "EntryCount" integer NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_entitlements PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_entitlements_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_interactions (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "OrganisationId" uuid,
    "Channel" character varying(32) NOT NULL,
    "Direction" character varying(32) NOT NULL,
    "Audience" character varying(32) NOT NULL,
    "Subject" character varying(200) NOT NULL,
    "Body" text,
    "At" timestamp with time zone NOT NULL,
    "Duration" bigint,
    "AgentId" character varying(100),
    "CustomerAddress" character varying(320),
    "OurAddress" character varying(320),
    "ExternalId" character varying(400),
    "InReplyTo" character varying(400),
    "ThreadKey" character varying(400),
    "IsAutomatic" boolean NOT NULL,
    "CountsAsResponse" boolean NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_interactions PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_interactions_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_interactions_organisations FOREIGN KEY ("OrganisationId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_journey_runs (
    "Id" uuid NOT NULL,
    "JourneyId" uuid NOT NULL,
    "JourneyKey" character varying(60) NOT NULL,
    "Number" integer NOT NULL,
    "CustomerId" uuid NOT NULL,
    "EnteredBy" character varying(32) NOT NULL,
    "EnteredAt" timestamp with time zone NOT NULL,
    "EventId" uuid,
    "IsControl" boolean NOT NULL,
    "Status" character varying(32) NOT NULL,
    "IsLive" boolean,
    "Step" character varying(60) NOT NULL,
    "ArrivedAt" timestamp with time zone NOT NULL,
    "DueAt" timestamp with time zone,
    "EndedAt" timestamp with time zone,
    "GoalUntil" timestamp with time zone,
    "ReachedAt" timestamp with time zone,
    "Attempts" integer NOT NULL,
    "Problem" character varying(200),
    "Chain" character varying(330),
    "Lease" uuid,
    "LeaseUntil" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_journey_runs PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_journey_runs_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_lifecycle_changes (
    "Ordinal" integer NOT NULL,
    "CustomerId" uuid NOT NULL,
    "From" character varying(32) NOT NULL,
    "To" character varying(32) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Reason" character varying(200),
    "ActorId" character varying(100) NOT NULL,
    CONSTRAINT crm_pk_lifecycle_changes PRIMARY KEY ("CustomerId", "Ordinal"),
    CONSTRAINT crm_fk_lifecycle_changes_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_memberships (
    "Id" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "Role" character varying(100),
    "Department" character varying(100),
    "Since" date,
    "Until" date,
    "IsActive" boolean NOT NULL,
    "IsPrimary" boolean NOT NULL,
    "RecordedAt" timestamp with time zone NOT NULL,
    "CustomerId" uuid NOT NULL,
    CONSTRAINT crm_pk_memberships PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_memberships_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE,
    CONSTRAINT crm_fk_memberships_organisations FOREIGN KEY ("OrganisationId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_onboardings (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Name" character varying(100) NOT NULL,
    "BegunOn" date NOT NULL,
    "BegunAt" timestamp with time zone NOT NULL,
    "CompletedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_onboardings PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_onboardings_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_orders (
    "Id" uuid NOT NULL,
    "Number" character varying(32) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Status" character varying(32) NOT NULL,
    "PlacedAt" timestamp with time zone NOT NULL,
    "PurchasedOn" date NOT NULL,
    "ExternalId" character varying(200),
    "RequestHash" character varying(64),
    "BaseTotalAmount" numeric(19,4),
    "BaseTotalCurrency" character varying(3),
    "TotalAmount" numeric(19,4) NOT NULL,
    "TotalCurrency" character varying(3) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_orders PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_orders_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_outbound_messages (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "Purpose" character varying(64) NOT NULL,
    "AboutKind" character varying(32),
    "AboutId" uuid,
    "IsAutomatic" boolean NOT NULL,
    "Audience" character varying(32) NOT NULL,
    "TemplateKey" character varying(64),
    "TemplateVersion" integer,
    "Language" character varying(35),
    "Subject" character varying(200) NOT NULL,
    "Text" text NOT NULL,
    "Html" text,
    "Recipient" character varying(200) NOT NULL,
    "Address" character varying(1000) NOT NULL,
    "AddressKey" character varying(400) NOT NULL,
    "MessageId" character varying(400) NOT NULL,
    "InReplyTo" character varying(400),
    "AgentId" character varying(100),
    "Status" character varying(32) NOT NULL,
    "QueuedAt" timestamp with time zone NOT NULL,
    "DueAt" timestamp with time zone,
    "Attempts" integer NOT NULL,
    "Reason" character varying(400),
    "SentAt" timestamp with time zone,
    "SettledAt" timestamp with time zone,
    "SenderReference" character varying(400),
    "InteractionId" uuid,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_outbound_messages PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_outbound_messages_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_partners (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Weight" integer NOT NULL,
    "ValidFrom" date,
    "ValidThrough" date,
    "Latitude" double precision,
    "Longitude" double precision,
    "RegisteredAt" timestamp with time zone NOT NULL,
    "DeactivatedAt" timestamp with time zone,
    "DeactivatedFor" character varying(300),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_partners PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_partners_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_planned_sendings (
    "Id" uuid NOT NULL,
    "Scope" character varying(100) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "AddressKey" character varying(320),
    "Day" date NOT NULL,
    "IsCounted" boolean NOT NULL,
    CONSTRAINT crm_pk_planned_sendings PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_planned_sendings_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_portal_accounts (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "OrganisationId" uuid,
    "Role" character varying(32) NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Email" character varying(254) NOT NULL,
    "EmailKey" character varying(254),
    "EmailProvenAt" timestamp with time zone,
    "CreatedAt" timestamp with time zone NOT NULL,
    "AcceptedAt" timestamp with time zone,
    "LastSignInAt" timestamp with time zone,
    "CredentialsSince" timestamp with time zone NOT NULL,
    "Reason" character varying(500),
    "InvitationNumber" integer NOT NULL,
    "InvitationExpiresAt" timestamp with time zone,
    "InvitedById" character varying(100) NOT NULL,
    "InvitationObstacle" character varying(100),
    "TokenHash" character varying(64),
    "Issuer" character varying(255),
    "Subject" character varying(255),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_portal_accounts PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_portal_accounts_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_portal_accounts_organisations FOREIGN KEY ("OrganisationId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_price_agreements (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "PriceListId" uuid,
    "Sku" character varying(64),
    "FromQuantity" numeric(19,4) NOT NULL,
    "ValidFrom" date,
    "ValidUntil" date,
    "AgreedAt" timestamp with time zone NOT NULL,
    "PriceAmount" numeric(19,4),
    "PriceCurrency" character varying(3),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_price_agreements PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_price_agreements_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_privacy_measures (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Reason" character varying(500) NOT NULL,
    "PlacedAt" timestamp with time zone NOT NULL,
    "PlacedById" character varying(100) NOT NULL,
    "PlacedByName" character varying(200) NOT NULL,
    "Until" timestamp with time zone,
    "LiftedAt" timestamp with time zone,
    "LiftedById" character varying(100),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_privacy_measures PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_privacy_measures_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_quotes (
    "Id" uuid NOT NULL,
    "Number" character varying(32) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "OpportunityId" uuid,
    "Status" character varying(32) NOT NULL,
    "Revision" integer NOT NULL,
    "ValidThrough" date NOT NULL,
    "RevisedAt" timestamp with time zone NOT NULL,
    "SubmittedBy" character varying(100),
    "ApprovedBy" character varying(100),
    "Reason" character varying(500),
    "DecidedAt" timestamp with time zone,
    "OrderId" uuid,
    "TokenHash" character varying(64),
    "TotalAmount" numeric(19,4) NOT NULL,
    "TotalCurrency" character varying(3) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_quotes PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_quotes_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_segment_memberships (
    "Id" uuid NOT NULL,
    "SegmentId" uuid NOT NULL,
    "SegmentKey" character varying(64) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "IsCurrent" boolean,
    "EnteredAt" timestamp with time zone NOT NULL,
    "EnteredBecause" character varying(32) NOT NULL,
    "EnteredNumber" integer,
    "EnteredBy" character varying(100),
    "EnteredNote" character varying(500),
    "LeftAt" timestamp with time zone,
    "LeftBecause" character varying(32),
    "LeftNumber" integer,
    "LeftBy" character varying(100),
    "LeftNote" character varying(500),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_segment_memberships PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_segment_memberships_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_subscriptions (
    "Id" uuid NOT NULL,
    "Number" character varying(32) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Sku" character varying(64) NOT NULL,
    "Description" character varying(200) NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    "PeriodMonths" integer NOT NULL,
    "Status" character varying(32) NOT NULL,
    "StartsOn" date NOT NULL,
    "AnchorOn" date NOT NULL,
    "AnchorPeriod" integer NOT NULL,
    "Periods" integer NOT NULL,
    "MaxPeriods" integer,
    "NextOn" date,
    "RetryOn" date,
    "EndsWithPeriod" boolean NOT NULL,
    "PausedOn" date,
    "Reason" character varying(500),
    "EndedOn" date,
    "NextPriceAmount" numeric(19,4),
    "NextPriceCurrency" character varying(3),
    "UnitPriceAmount" numeric(19,4) NOT NULL,
    "UnitPriceCurrency" character varying(3) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_subscriptions PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_subscriptions_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_journey_events (
    "Number" integer NOT NULL,
    "Name" character varying(100) NOT NULL,
    "JourneyId" uuid NOT NULL,
    CONSTRAINT crm_pk_journey_events PRIMARY KEY ("JourneyId", "Number", "Name"),
    CONSTRAINT crm_fk_journey_events_journeys FOREIGN KEY ("JourneyId") REFERENCES crm_journeys ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_journey_versions (
    "Number" integer NOT NULL,
    "JourneyId" uuid NOT NULL,
    "Definition" text NOT NULL,
    "Status" character varying(32) NOT NULL,
    "WrittenAt" timestamp with time zone NOT NULL,
    "PublishedAt" timestamp with time zone,
    "RetiredAt" timestamp with time zone,
    CONSTRAINT crm_pk_journey_versions PRIMARY KEY ("JourneyId", "Number"),
    CONSTRAINT crm_fk_journey_versions_journeys FOREIGN KEY ("JourneyId") REFERENCES crm_journeys ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_knowledge_files (
    "Number" integer NOT NULL,
    "ItemId" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "ContentType" character varying(255) NOT NULL,
    "Size" bigint NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "StorageKey" character varying(200) NOT NULL,
    CONSTRAINT crm_pk_knowledge_files PRIMARY KEY ("ItemId", "Number"),
    CONSTRAINT crm_fk_knowledge_files_knowledge_items FOREIGN KEY ("ItemId") REFERENCES crm_knowledge_items ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_knowledge_filing (
    "CategoryId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    CONSTRAINT crm_pk_knowledge_filing PRIMARY KEY ("ItemId", "CategoryId"),
    CONSTRAINT crm_fk_knowledge_filing_categories FOREIGN KEY ("CategoryId") REFERENCES crm_knowledge_categories ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_knowledge_filing_knowledge_items FOREIGN KEY ("ItemId") REFERENCES crm_knowledge_items ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_knowledge_relations (
    "RelatedId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "Position" integer NOT NULL,
    CONSTRAINT crm_pk_knowledge_relations PRIMARY KEY ("ItemId", "RelatedId"),
    CONSTRAINT crm_fk_knowledge_relations_knowledge_items FOREIGN KEY ("ItemId") REFERENCES crm_knowledge_items ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_knowledge_tags (
    "Name" character varying(64) NOT NULL,
    "ItemId" uuid NOT NULL,
    CONSTRAINT crm_pk_knowledge_tags PRIMARY KEY ("ItemId", "Name"),
    CONSTRAINT crm_fk_knowledge_tags_knowledge_items FOREIGN KEY ("ItemId") REFERENCES crm_knowledge_items ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_knowledge_versions (
    "Id" uuid NOT NULL,
    "Number" integer NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "Note" character varying(500),
    "At" timestamp with time zone NOT NULL,
    "ItemId" uuid NOT NULL,
    "Body" text NOT NULL,
    "Environment" character varying(500),
    "Kind" character varying(32) NOT NULL,
    "Language" character varying(35) NOT NULL,
    "Sku" character varying(64),
    "Summary" character varying(500),
    "Title" character varying(200) NOT NULL,
    "TranslatedVersion" integer,
    CONSTRAINT crm_pk_knowledge_versions PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_knowledge_versions_knowledge_items FOREIGN KEY ("ItemId") REFERENCES crm_knowledge_items ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_knowledge_query_words (
    "QuestionId" uuid NOT NULL,
    "Word" uuid NOT NULL,
    "Reader" uuid NOT NULL,
    "SessionId" uuid NOT NULL,
    CONSTRAINT crm_pk_knowledge_query_words PRIMARY KEY ("QuestionId", "Word"),
    CONSTRAINT crm_fk_knowledge_query_words_knowledge_sessions FOREIGN KEY ("SessionId") REFERENCES crm_knowledge_sessions ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_knowledge_questions (
    "Id" uuid NOT NULL,
    "Reader" uuid NOT NULL,
    "Language" character varying(8),
    "Hits" integer NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "SessionId" uuid NOT NULL,
    CONSTRAINT crm_pk_knowledge_questions PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_knowledge_questions_knowledge_sessions FOREIGN KEY ("SessionId") REFERENCES crm_knowledge_sessions ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_knowledge_readings (
    "Id" uuid NOT NULL,
    "KnowledgeItemId" uuid NOT NULL,
    "Reader" uuid NOT NULL,
    "QuestionId" uuid,
    "OpenedAt" timestamp with time zone NOT NULL,
    "HelpedAt" timestamp with time zone,
    "FailedAt" timestamp with time zone,
    "SessionId" uuid NOT NULL,
    CONSTRAINT crm_pk_knowledge_readings PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_knowledge_readings_knowledge_sessions FOREIGN KEY ("SessionId") REFERENCES crm_knowledge_sessions ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_lead_queue_members (
    "UserId" character varying(100) NOT NULL,
    "QueueId" uuid NOT NULL,
    "Weight" integer NOT NULL,
    "Capacity" integer,
    "Period" date,
    "Given" integer NOT NULL,
    "LastAt" timestamp with time zone,
    CONSTRAINT crm_pk_lead_queue_members PRIMARY KEY ("QueueId", "UserId"),
    CONSTRAINT crm_fk_lead_queue_members_lead_queues FOREIGN KEY ("QueueId") REFERENCES crm_lead_queues ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_territories (
    "Id" uuid NOT NULL,
    "Name" character varying(100) NOT NULL,
    "Position" integer NOT NULL,
    "LeadCriteria" text,
    "CustomerCriteria" text,
    "DealCriteria" text,
    "OwnerId" character varying(100),
    "TeamId" character varying(100),
    "QueueId" uuid,
    "FallbackMark" integer,
    "IsRetired" boolean NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_territories PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_territories_lead_queues FOREIGN KEY ("QueueId") REFERENCES crm_lead_queues ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_template_versions (
    "Number" integer NOT NULL,
    "TemplateId" uuid NOT NULL,
    "Language" character varying(35) NOT NULL,
    "Subject" character varying(500),
    "Text" text NOT NULL,
    "Html" text,
    "ActorId" character varying(100) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_template_versions PRIMARY KEY ("TemplateId", "Number"),
    CONSTRAINT crm_fk_template_versions_message_templates FOREIGN KEY ("TemplateId") REFERENCES crm_message_templates ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_pipeline_stages (
    "Key" character varying(40) NOT NULL,
    "PipelineId" uuid NOT NULL,
    "Name" character varying(100) NOT NULL,
    "Category" character varying(32) NOT NULL,
    "Position" integer NOT NULL,
    "Probability" numeric(19,4) NOT NULL,
    "ForecastCategory" character varying(32) NOT NULL,
    "RequiredText" character varying(200) NOT NULL,
    "Condition" text,
    "MaxAge" bigint,
    "IsRetired" boolean NOT NULL,
    CONSTRAINT crm_pk_pipeline_stages PRIMARY KEY ("PipelineId", "Key"),
    CONSTRAINT crm_fk_pipeline_stages_pipelines FOREIGN KEY ("PipelineId") REFERENCES crm_pipelines ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_price_list_lines (
    "Sku" character varying(64) NOT NULL,
    "FromQuantity" numeric(19,4) NOT NULL,
    "PriceListId" uuid NOT NULL,
    "PriceAmount" numeric(19,4) NOT NULL,
    "PriceCurrency" character varying(3) NOT NULL,
    CONSTRAINT crm_pk_price_list_lines PRIMARY KEY ("PriceListId", "Sku", "FromQuantity"),
    CONSTRAINT crm_fk_price_list_lines_price_lists FOREIGN KEY ("PriceListId") REFERENCES crm_price_lists ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_product_components (
    "Number" integer NOT NULL,
    "ProductId" uuid NOT NULL,
    "Sku" character varying(64) NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    CONSTRAINT crm_pk_product_components PRIMARY KEY ("ProductId", "Number"),
    CONSTRAINT crm_fk_product_components_products FOREIGN KEY ("ProductId") REFERENCES crm_products ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_queue_agent_channels (
    "Channel" character varying(32) NOT NULL,
    "AgentId" uuid NOT NULL,
    "Units" integer NOT NULL,
    CONSTRAINT crm_pk_queue_agent_channels PRIMARY KEY ("AgentId", "Channel"),
    CONSTRAINT crm_fk_queue_agent_channels_queue_agents FOREIGN KEY ("AgentId") REFERENCES crm_queue_agents ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_queue_agent_periods (
    "Id" uuid NOT NULL,
    "AgentId" uuid NOT NULL,
    "Availability" character varying(32) NOT NULL,
    "From" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_queue_agent_periods PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_queue_agent_periods_queue_agents FOREIGN KEY ("AgentId") REFERENCES crm_queue_agents ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_queue_agent_skills (
    "Skill" character varying(60) NOT NULL,
    "AgentId" uuid NOT NULL,
    "Level" integer NOT NULL,
    CONSTRAINT crm_pk_queue_agent_skills PRIMARY KEY ("AgentId", "Skill"),
    CONSTRAINT crm_fk_queue_agent_skills_queue_agents FOREIGN KEY ("AgentId") REFERENCES crm_queue_agents ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_rule_versions (
    "Revision" integer NOT NULL,
    "RuleId" uuid NOT NULL,
    "Definition" text NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_rule_versions PRIMARY KEY ("RuleId", "Revision"),
    CONSTRAINT crm_fk_rule_versions_rules FOREIGN KEY ("RuleId") REFERENCES crm_rules ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_sales_judgements (
    "Version" bigint NOT NULL,
    "SalespersonId" uuid NOT NULL,
    "PeriodStart" date NOT NULL,
    "PeriodLength" character varying(32) NOT NULL,
    "Category" character varying(32) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone,
    "AmountAmount" numeric(19,4) NOT NULL,
    "AmountCurrency" character varying(3) NOT NULL,
    CONSTRAINT crm_pk_sales_judgements PRIMARY KEY ("SalespersonId", "Version"),
    CONSTRAINT crm_fk_sales_judgements_salespeople FOREIGN KEY ("SalespersonId") REFERENCES crm_salespeople ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_sales_places (
    "Version" bigint NOT NULL,
    "SalespersonId" uuid NOT NULL,
    "LeaderId" character varying(100),
    "TeamId" character varying(100),
    "At" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone,
    CONSTRAINT crm_pk_sales_places PRIMARY KEY ("SalespersonId", "Version"),
    CONSTRAINT crm_fk_sales_places_salespeople FOREIGN KEY ("SalespersonId") REFERENCES crm_salespeople ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_sales_quotas (
    "Version" bigint NOT NULL,
    "SalespersonId" uuid NOT NULL,
    "PeriodStart" date NOT NULL,
    "PeriodLength" character varying(32) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone,
    "TargetAmount" numeric(19,4) NOT NULL,
    "TargetCurrency" character varying(3) NOT NULL,
    CONSTRAINT crm_pk_sales_quotas PRIMARY KEY ("SalespersonId", "Version"),
    CONSTRAINT crm_fk_sales_quotas_salespeople FOREIGN KEY ("SalespersonId") REFERENCES crm_salespeople ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_segment_versions (
    "Number" integer NOT NULL,
    "SegmentId" uuid NOT NULL,
    "Criteria" text NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "ActorName" character varying(200) NOT NULL,
    CONSTRAINT crm_pk_segment_versions PRIMARY KEY ("SegmentId", "Number"),
    CONSTRAINT crm_fk_segment_versions_segments FOREIGN KEY ("SegmentId") REFERENCES crm_segments ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_sign_ups (
    "Id" uuid NOT NULL,
    "FormId" uuid NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Email" character varying(254),
    "AddressHash" character varying(64) NOT NULL,
    "SenderHash" character varying(64) NOT NULL,
    "Language" character varying(35),
    "Answers" text,
    "Agreed" text,
    "SubmittedAt" timestamp with time zone NOT NULL,
    "Day" date NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    "DueAt" timestamp with time zone,
    "AskedAt" timestamp with time zone,
    "TokenHash" character varying(64),
    "ConfirmedAt" timestamp with time zone,
    "Proof" character varying(500),
    "CustomerId" uuid,
    "IsNewCustomer" boolean NOT NULL,
    "Reason" character varying(200),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_sign_ups PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_sign_ups_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE CASCADE,
    CONSTRAINT crm_fk_sign_ups_forms FOREIGN KEY ("FormId") REFERENCES crm_sign_up_forms ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_sla_policy_versions (
    "Id" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Definition" text NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "PolicyId" uuid NOT NULL,
    CONSTRAINT crm_pk_sla_policy_versions PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_sla_policy_versions_sla_policies FOREIGN KEY ("PolicyId") REFERENCES crm_sla_policies ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_survey_invitations (
    "Id" uuid NOT NULL,
    "SurveyId" uuid NOT NULL,
    "SurveyKey" character varying(64) NOT NULL,
    "Number" integer NOT NULL,
    "CustomerId" uuid NOT NULL,
    "AboutKind" character varying(32),
    "AboutId" uuid,
    "Sku" character varying(64),
    "AgentId" character varying(100),
    "Channel" character varying(32),
    "Language" character varying(35),
    "Status" character varying(32) NOT NULL,
    "InvitedAt" timestamp with time zone NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    "RemindAt" timestamp with time zone,
    "RemindedAt" timestamp with time zone,
    "DueAt" timestamp with time zone,
    "SettledAt" timestamp with time zone,
    "IsLow" boolean NOT NULL,
    "FollowUpKind" character varying(32),
    "FollowUpId" uuid,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_survey_invitations PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_survey_invitations_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_survey_invitations_surveys FOREIGN KEY ("SurveyId") REFERENCES crm_surveys ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_survey_versions (
    "Number" integer NOT NULL,
    "SurveyId" uuid NOT NULL,
    "Definition" text NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "PublishedAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_survey_versions PRIMARY KEY ("SurveyId", "Number"),
    CONSTRAINT crm_fk_survey_versions_surveys FOREIGN KEY ("SurveyId") REFERENCES crm_surveys ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_technician_absences (
    "Id" uuid NOT NULL,
    "From" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone NOT NULL,
    "Reason" character varying(200),
    "TechnicianId" uuid NOT NULL,
    CONSTRAINT crm_pk_technician_absences PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_technician_absences_technicians FOREIGN KEY ("TechnicianId") REFERENCES crm_technicians ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_technician_skills (
    "Skill" character varying(60) NOT NULL,
    "TechnicianId" uuid NOT NULL,
    "Level" integer NOT NULL,
    "CertifiedUntil" date,
    CONSTRAINT crm_pk_technician_skills PRIMARY KEY ("TechnicianId", "Skill"),
    CONSTRAINT crm_fk_technician_skills_technicians FOREIGN KEY ("TechnicianId") REFERENCES crm_technicians ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_timeline_links (
    "SubjectId" uuid NOT NULL,
    "EntryId" uuid NOT NULL,
    "SubjectKind" character varying(32) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Audience" character varying(32) NOT NULL,
    "Channel" character varying(32),
    "Direction" character varying(32),
    "AgentId" character varying(100),
    CONSTRAINT crm_pk_timeline_links PRIMARY KEY ("EntryId", "SubjectId"),
    CONSTRAINT crm_fk_timeline_links_entries FOREIGN KEY ("EntryId") REFERENCES crm_timeline_entries ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_webhook_deliveries (
    "SubscriptionId" uuid NOT NULL,
    "EventId" uuid NOT NULL,
    "EventName" character varying(100) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Failures" integer NOT NULL,
    "DueAt" timestamp with time zone,
    "Attempts" text NOT NULL,
    "DeliveredAt" timestamp with time zone,
    CONSTRAINT crm_pk_webhook_deliveries PRIMARY KEY ("SubscriptionId", "EventId"),
    CONSTRAINT crm_fk_webhook_deliveries_webhooks FOREIGN KEY ("SubscriptionId") REFERENCES crm_webhooks ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_webhook_events (
    "Name" character varying(100) NOT NULL,
    "SubscriptionId" uuid NOT NULL,
    CONSTRAINT crm_pk_webhook_events PRIMARY KEY ("SubscriptionId", "Name"),
    CONSTRAINT crm_fk_webhook_events_webhooks FOREIGN KEY ("SubscriptionId") REFERENCES crm_webhooks ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_webhook_secrets (
    "Ordinal" integer NOT NULL,
    "SubscriptionId" uuid NOT NULL,
    "Value" character varying(200) NOT NULL,
    "Until" timestamp with time zone,
    CONSTRAINT crm_pk_webhook_secrets PRIMARY KEY ("SubscriptionId", "Ordinal"),
    CONSTRAINT crm_fk_webhook_secrets_webhooks FOREIGN KEY ("SubscriptionId") REFERENCES crm_webhooks ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_work_items (
    "Id" uuid NOT NULL,
    "QueueId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "CaseId" uuid,
    "InteractionId" uuid,
    "CustomerId" uuid,
    "Topic" character varying(100),
    "Demand" character varying(400) NOT NULL,
    "Channel" character varying(32),
    "Units" integer NOT NULL,
    "Rank" integer NOT NULL,
    "State" character varying(32) NOT NULL,
    "UserId" character varying(100),
    "QueuedAt" timestamp with time zone NOT NULL,
    "EnqueuedAt" timestamp with time zone NOT NULL,
    "OfferedUntil" timestamp with time zone,
    "AcceptedAt" timestamp with time zone,
    "HandlingSince" timestamp with time zone,
    "EndedAt" timestamp with time zone,
    "RepeatUntil" timestamp with time zone,
    "Unassigned" character varying(32),
    "WaitMilliseconds" bigint,
    "TalkMilliseconds" bigint NOT NULL,
    "HoldMilliseconds" bigint NOT NULL,
    "WrapUpMilliseconds" bigint NOT NULL,
    "Transfers" integer NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_work_items PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_work_items_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_work_items_work_queues FOREIGN KEY ("QueueId") REFERENCES crm_work_queues ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_work_queue_members (
    "UserId" character varying(100) NOT NULL,
    "QueueId" uuid NOT NULL,
    "Weight" integer NOT NULL,
    "Turn" bigint NOT NULL,
    CONSTRAINT crm_pk_work_queue_members PRIMARY KEY ("QueueId", "UserId"),
    CONSTRAINT crm_fk_work_queue_members_work_queues FOREIGN KEY ("QueueId") REFERENCES crm_work_queues ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_activity_moves (
    "Number" integer NOT NULL,
    "ActivityId" uuid NOT NULL,
    "FromStart" timestamp with time zone NOT NULL,
    "FromEnd" timestamp with time zone NOT NULL,
    "ToStart" timestamp with time zone NOT NULL,
    "ToEnd" timestamp with time zone NOT NULL,
    "ActorId" character varying(100) NOT NULL,
    "Reason" character varying(1000),
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_activity_moves PRIMARY KEY ("ActivityId", "Number"),
    CONSTRAINT crm_fk_activity_moves_activities FOREIGN KEY ("ActivityId") REFERENCES crm_activities ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_activity_participants (
    "Number" integer NOT NULL,
    "ActivityId" uuid NOT NULL,
    "Role" character varying(32) NOT NULL,
    "Address" character varying(320),
    "Name" character varying(200),
    "CustomerId" uuid,
    "AgentId" character varying(100),
    "Acceptance" character varying(32) NOT NULL,
    "AnsweredAt" timestamp with time zone,
    CONSTRAINT crm_pk_activity_participants PRIMARY KEY ("ActivityId", "Number"),
    CONSTRAINT crm_fk_activity_participants_activities FOREIGN KEY ("ActivityId") REFERENCES crm_activities ("Id") ON DELETE CASCADE,
    CONSTRAINT crm_fk_activity_participants_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_activity_reminders (
    "Before" bigint NOT NULL,
    "ActivityId" uuid NOT NULL,
    "DueAt" timestamp with time zone NOT NULL,
    "RaisedAt" timestamp with time zone,
    CONSTRAINT crm_pk_activity_reminders PRIMARY KEY ("ActivityId", "Before"),
    CONSTRAINT crm_fk_activity_reminders_activities FOREIGN KEY ("ActivityId") REFERENCES crm_activities ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_cases (
    "Id" uuid NOT NULL,
    "EntitlementId" uuid,
    "IsFollowedByCustomer" boolean NOT NULL,
    "IsFollowedByOrganisation" boolean NOT NULL,
    "LockedAt" timestamp with time zone,
    "FollowUpOfId" uuid,
    "MergedIntoId" uuid,
    "MergedAt" timestamp with time zone,
    "Type" character varying(64),
    "Channel" character varying(32),
    "Sku" character varying(64),
    "SerialNumber" character varying(100),
    "OrderId" uuid,
    "OrderLine" integer,
    "ParentId" uuid,
    "Children" integer NOT NULL,
    "Number" character varying(32) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "OrganisationId" uuid,
    "Subject" character varying(200) NOT NULL,
    "Priority" character varying(32) NOT NULL,
    "AssigneeId" character varying(100),
    "Solution" text,
    "OpenedAt" timestamp with time zone NOT NULL,
    "FirstRespondedAt" timestamp with time zone,
    "ResolvedAt" timestamp with time zone,
    "ClosedAt" timestamp with time zone,
    "UpdatedAt" timestamp with time zone NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Category" character varying(32) NOT NULL,
    "AwaitingSince" timestamp with time zone,
    "SilentSince" timestamp with time zone,
    "Rank" integer NOT NULL,
    "PolicyVersionId" uuid,
    "CalendarVersionId" uuid,
    "PromisedPriority" character varying(32),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_cases PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_cases_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_cases_entitlements FOREIGN KEY ("EntitlementId") REFERENCES crm_entitlements ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_cases_organisations FOREIGN KEY ("OrganisationId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_cases_parents FOREIGN KEY ("ParentId") REFERENCES crm_cases ("Id") ON DELETE SET NULL
);
CREATE TABLE crm_entitlement_entries (
    "Number" integer NOT NULL,
    "EntitlementId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Amount" numeric(19,4) NOT NULL,
    "Remaining" numeric(19,4) NOT NULL,
    "CaseId" uuid,
    "Note" character varying(500),
    "ActorId" character varying(100) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_entitlement_entries PRIMARY KEY ("EntitlementId", "Number"),
    CONSTRAINT crm_fk_entitlement_entries_entitlements FOREIGN KEY ("EntitlementId") REFERENCES crm_entitlements ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_interaction_attachments (
    "Number" integer NOT NULL,
    "InteractionId" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "ContentType" character varying(255) NOT NULL,
    "Size" bigint NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "StorageKey" character varying(200) NOT NULL,
    CONSTRAINT crm_pk_interaction_attachments PRIMARY KEY ("InteractionId", "Number"),
    CONSTRAINT crm_fk_interaction_attachments_interactions FOREIGN KEY ("InteractionId") REFERENCES crm_interactions ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_interaction_calls (
    "InteractionId" uuid NOT NULL,
    "Status" character varying(32) NOT NULL,
    "NumberDialled" character varying(320),
    "NumberKind" character varying(32) NOT NULL,
    "Recording" character varying(400),
    "Wait" bigint,
    "Talk" bigint,
    "Hold" bigint,
    "WrapUp" bigint,
    CONSTRAINT crm_pk_interaction_calls PRIMARY KEY ("InteractionId"),
    CONSTRAINT crm_fk_interaction_calls_interactions FOREIGN KEY ("InteractionId") REFERENCES crm_interactions ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_interaction_links (
    "SubjectKind" character varying(32) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "InteractionId" uuid NOT NULL,
    CONSTRAINT crm_pk_interaction_links PRIMARY KEY ("InteractionId", "SubjectKind", "SubjectId"),
    CONSTRAINT crm_fk_interaction_links_interactions FOREIGN KEY ("InteractionId") REFERENCES crm_interactions ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_interaction_participants (
    "Number" integer NOT NULL,
    "InteractionId" uuid NOT NULL,
    "Role" character varying(32) NOT NULL,
    "Address" character varying(320),
    "Name" character varying(200),
    "CustomerId" uuid,
    "AgentId" character varying(100),
    "Acceptance" character varying(32) NOT NULL,
    "AnsweredAt" timestamp with time zone,
    CONSTRAINT crm_pk_interaction_participants PRIMARY KEY ("InteractionId", "Number"),
    CONSTRAINT crm_fk_interaction_participants_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_interaction_participants_interactions FOREIGN KEY ("InteractionId") REFERENCES crm_interactions ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_statements (
    "Id" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    "OrganisationId" uuid,
    "InteractionId" uuid,
    "Kind" character varying(32) NOT NULL,
    "Topic" character varying(64) NOT NULL,
    "Text" character varying(1000) NOT NULL,
    "Sku" character varying(64),
    "Origin" character varying(32) NOT NULL,
    "Confidence" numeric(19,4),
    "At" timestamp with time zone NOT NULL,
    "NotedById" character varying(100) NOT NULL,
    "NotedByName" character varying(200) NOT NULL,
    "NotedAt" timestamp with time zone NOT NULL,
    "Status" character varying(32) NOT NULL,
    "StatusAt" timestamp with time zone,
    "StatusBy" character varying(100),
    "StatusReason" character varying(200),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_statements PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_statements_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_statements_interactions FOREIGN KEY ("InteractionId") REFERENCES crm_interactions ("Id") ON DELETE SET NULL,
    CONSTRAINT crm_fk_statements_organisations FOREIGN KEY ("OrganisationId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_onboarding_steps (
    "Number" integer NOT NULL,
    "OnboardingId" uuid NOT NULL,
    "Title" character varying(200) NOT NULL,
    "DueOn" date NOT NULL,
    "Status" character varying(32) NOT NULL,
    "SettledAt" timestamp with time zone,
    "SettledBy" character varying(100),
    "Note" character varying(200),
    CONSTRAINT crm_pk_onboarding_steps PRIMARY KEY ("OnboardingId", "Number"),
    CONSTRAINT crm_fk_onboarding_steps_onboardings FOREIGN KEY ("OnboardingId") REFERENCES crm_onboardings ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_order_deliveries (
    "Delivery" integer NOT NULL,
    "LineNumber" integer NOT NULL,
    "OrderId" uuid NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    "Reference" character varying(100),
    "DeliveredAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_order_deliveries PRIMARY KEY ("OrderId", "Delivery", "LineNumber"),
    CONSTRAINT crm_fk_order_deliveries_orders FOREIGN KEY ("OrderId") REFERENCES crm_orders ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_order_lines (
    "Number" integer NOT NULL,
    "OrderId" uuid NOT NULL,
    "Sku" character varying(64),
    "BundleSku" character varying(64),
    "Description" character varying(200) NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    "PriceSource" character varying(32),
    "PriceList" character varying(64),
    "PriceFrom" numeric(19,4),
    "Delivered" numeric(19,4) NOT NULL,
    "Cancelled" numeric(19,4) NOT NULL,
    "Returned" numeric(19,4) NOT NULL,
    "DiscountAmount" numeric(19,4),
    "DiscountCurrency" character varying(3),
    "TotalAmount" numeric(19,4) NOT NULL,
    "TotalCurrency" character varying(3) NOT NULL,
    "UnitCostAmount" numeric(19,4),
    "UnitCostCurrency" character varying(3),
    "UnitPriceAmount" numeric(19,4) NOT NULL,
    "UnitPriceCurrency" character varying(3) NOT NULL,
    CONSTRAINT crm_pk_order_lines PRIMARY KEY ("OrderId", "Number"),
    CONSTRAINT crm_fk_order_lines_orders FOREIGN KEY ("OrderId") REFERENCES crm_orders ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_order_stock_moves (
    "Ordinal" integer NOT NULL,
    "OrderId" uuid NOT NULL,
    "LineNumber" integer NOT NULL,
    "StockItemId" uuid NOT NULL,
    "Move" character varying(32) NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    "MovedAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_order_stock_moves PRIMARY KEY ("OrderId", "Ordinal"),
    CONSTRAINT crm_fk_order_stock_moves_orders FOREIGN KEY ("OrderId") REFERENCES crm_orders ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_purchase_facts (
    "OrderId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "LineNumber" integer NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Sku" character varying(64),
    "Quantity" numeric(19,4) NOT NULL,
    "PurchasedOn" date NOT NULL,
    "OccurredAt" timestamp with time zone NOT NULL,
    "AmountAmount" numeric(19,4) NOT NULL,
    "AmountCurrency" character varying(3) NOT NULL,
    "BaseAmount" numeric(19,4),
    "BaseCurrency" character varying(3),
    "CostAmount" numeric(19,4),
    "CostCurrency" character varying(3),
    CONSTRAINT crm_pk_purchase_facts PRIMARY KEY ("OrderId", "Ordinal"),
    CONSTRAINT crm_fk_purchase_facts_orders FOREIGN KEY ("OrderId") REFERENCES crm_orders ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_deal_registrations (
    "Id" uuid NOT NULL,
    "ApprovedAt" timestamp with time zone,
    "DueAt" timestamp with time zone,
    "ExtensionThrough" date,
    "OpportunityId" uuid,
    "PartnerId" uuid NOT NULL,
    "Title" character varying(200) NOT NULL,
    "Prospect" character varying(300) NOT NULL,
    "Contact" character varying(300),
    "Note" character varying(4000),
    "From" date NOT NULL,
    "Through" date NOT NULL,
    "Currency" character varying(3) NOT NULL,
    "CustomerId" uuid,
    "CreatedAt" timestamp with time zone NOT NULL,
    "Status" character varying(32) NOT NULL,
    "SubmittedAt" timestamp with time zone,
    "ClosedAt" timestamp with time zone,
    "Reason" character varying(500),
    "DuplicateOfId" uuid,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_deal_registrations PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_deal_registrations_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_deal_registrations_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_lead_offerings (
    "Id" uuid NOT NULL,
    "LeadId" uuid NOT NULL,
    "Country" character varying(2),
    "Region" character varying(100),
    "PostalCode" character varying(20),
    "Latitude" double precision,
    "Longitude" double precision,
    "Seed" bigint NOT NULL,
    "Status" character varying(32) NOT NULL,
    "PartnerId" uuid,
    "BegunAt" timestamp with time zone NOT NULL,
    "DueAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_lead_offerings PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_lead_offerings_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_partner_accounts (
    "Id" uuid NOT NULL,
    "Label" character varying(100) NOT NULL,
    "Role" character varying(32) NOT NULL,
    "InvitedAt" timestamp with time zone NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    "TokenHash" character varying(64),
    "PrincipalId" character varying(100),
    "AcceptedAt" timestamp with time zone,
    "EndedAt" timestamp with time zone,
    "PartnerId" uuid NOT NULL,
    CONSTRAINT crm_pk_partner_accounts PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_partner_accounts_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_partner_areas (
    "Ordinal" integer NOT NULL,
    "PartnerId" uuid NOT NULL,
    "Country" character varying(2),
    "Region" character varying(100),
    "PostalPrefix" character varying(20),
    "South" double precision,
    "West" double precision,
    "North" double precision,
    "East" double precision,
    CONSTRAINT crm_pk_partner_areas PRIMARY KEY ("PartnerId", "Ordinal"),
    CONSTRAINT crm_fk_partner_areas_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_partner_facts (
    "Id" uuid NOT NULL,
    "PartnerId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Reason" character varying(300) NOT NULL,
    "SourceKind" character varying(32),
    "SourceId" uuid,
    "From" date NOT NULL,
    "Through" date NOT NULL,
    "BookedAt" timestamp with time zone NOT NULL,
    "ReversesId" uuid,
    "AmountAmount" numeric(19,4) NOT NULL,
    "AmountCurrency" character varying(3) NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_partner_facts PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_partner_facts_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_partner_tiers (
    "From" date NOT NULL,
    "PartnerId" uuid NOT NULL,
    "Tier" character varying(32),
    CONSTRAINT crm_pk_partner_tiers PRIMARY KEY ("PartnerId", "From"),
    CONSTRAINT crm_fk_partner_tiers_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_partner_types (
    "Type" character varying(32) NOT NULL,
    "PartnerId" uuid NOT NULL,
    CONSTRAINT crm_pk_partner_types PRIMARY KEY ("PartnerId", "Type"),
    CONSTRAINT crm_fk_partner_types_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_record_shares (
    "Id" uuid NOT NULL,
    "PartnerId" uuid NOT NULL,
    "SubjectKind" character varying(32) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "CustomerId" uuid,
    "Access" character varying(32) NOT NULL,
    "SharedBy" character varying(100) NOT NULL,
    "From" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone,
    "RevokedAt" timestamp with time zone,
    "EditedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_record_shares PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_record_shares_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_record_shares_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_quote_lines (
    "Revision" integer NOT NULL,
    "Number" integer NOT NULL,
    "QuoteId" uuid NOT NULL,
    "Sku" character varying(64),
    "Description" character varying(200) NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    "DiscountMillionths" integer NOT NULL,
    "TaxRateMillionths" integer NOT NULL,
    "GrossAmount" numeric(19,4) NOT NULL,
    "GrossCurrency" character varying(3) NOT NULL,
    "NetAmount" numeric(19,4) NOT NULL,
    "NetCurrency" character varying(3) NOT NULL,
    "TaxAmount" numeric(19,4) NOT NULL,
    "TaxCurrency" character varying(3) NOT NULL,
    "UnitCostAmount" numeric(19,4),
    "UnitCostCurrency" character varying(3),
    "UnitPriceAmount" numeric(19,4) NOT NULL,
    "UnitPriceCurrency" character varying(3) NOT NULL,
    CONSTRAINT crm_pk_quote_lines PRIMARY KEY ("QuoteId", "Revision", "Number"),
    CONSTRAINT crm_fk_quote_lines_quotes FOREIGN KEY ("QuoteId") REFERENCES crm_quotes ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_quote_revisions (
    "Number" integer NOT NULL,
    "QuoteId" uuid NOT NULL,
    "Title" character varying(200),
    "ValidThrough" date NOT NULL,
    "Conditions" character varying(4000),
    "MadeAt" timestamp with time zone NOT NULL,
    "SentAt" timestamp with time zone,
    "NetAmount" numeric(19,4) NOT NULL,
    "NetCurrency" character varying(3) NOT NULL,
    "TaxAmount" numeric(19,4) NOT NULL,
    "TaxCurrency" character varying(3) NOT NULL,
    "TotalAmount" numeric(19,4) NOT NULL,
    "TotalCurrency" character varying(3) NOT NULL,
    CONSTRAINT crm_pk_quote_revisions PRIMARY KEY ("QuoteId", "Number"),
    CONSTRAINT crm_fk_quote_revisions_quotes FOREIGN KEY ("QuoteId") REFERENCES crm_quotes ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_opportunities (
    "Id" uuid NOT NULL,
    "ClosedAt" timestamp with time zone,
    "ClosedOn" date,
    "CycleSeconds" bigint,
    "LossReason" character varying(40),
    "LossText" character varying(1000),
    "CustomerId" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Description" character varying(8000),
    "Source" character varying(60),
    "OwnerId" character varying(100),
    "TeamId" character varying(100),
    "NextStep" character varying(300),
    "NextStepDue" date,
    "NextStepTaskId" uuid,
    "OpenedAt" timestamp with time zone NOT NULL,
    "CloseDate" date,
    "Probability" numeric(19,4) NOT NULL,
    "StageProbability" numeric(19,4) NOT NULL,
    "LearnedProbability" numeric(19,4),
    "ManualProbability" numeric(19,4),
    "ForecastCategory" character varying(32) NOT NULL,
    "StageForecastCategory" character varying(32) NOT NULL,
    "ForecastOverride" character varying(32),
    "PipelineId" uuid NOT NULL,
    "Stage" character varying(40) NOT NULL,
    "Category" character varying(32) NOT NULL,
    "StageSince" timestamp with time zone NOT NULL,
    "FurthestStage" character varying(40) NOT NULL,
    "TerritoryId" uuid,
    "AmountAmount" numeric(19,4),
    "AmountCurrency" character varying(3),
    "BaseAmountAmount" numeric(19,4),
    "BaseAmountCurrency" character varying(3),
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_opportunities PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_opportunities_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_opportunities_pipeline_stages FOREIGN KEY ("PipelineId", "Stage") REFERENCES crm_pipeline_stages ("PipelineId", "Key") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_opportunities_territories FOREIGN KEY ("TerritoryId") REFERENCES crm_territories ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_feedback_scores (
    "Question" character varying(64) NOT NULL,
    "InvitationId" uuid NOT NULL,
    "SurveyKey" character varying(64) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Minimum" integer NOT NULL,
    "Maximum" integer NOT NULL,
    "Direction" character varying(32) NOT NULL,
    "Method" character varying(32) NOT NULL,
    "SatisfiedPoints" integer NOT NULL,
    "Value" integer NOT NULL,
    "Place" numeric(19,4) NOT NULL,
    "Sku" character varying(64),
    "AgentId" character varying(100),
    "Channel" character varying(32),
    "AnsweredAt" timestamp with time zone NOT NULL,
    "Month" date NOT NULL,
    CONSTRAINT crm_pk_feedback_scores PRIMARY KEY ("InvitationId", "Question"),
    CONSTRAINT crm_fk_feedback_scores_survey_invitations FOREIGN KEY ("InvitationId") REFERENCES crm_survey_invitations ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_survey_answers (
    "Question" character varying(64) NOT NULL,
    "InvitationId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Number" integer,
    "ChosenText" text,
    "Text" text,
    "IsYes" boolean,
    CONSTRAINT crm_pk_survey_answers PRIMARY KEY ("InvitationId", "Question"),
    CONSTRAINT crm_fk_survey_answers_survey_invitations FOREIGN KEY ("InvitationId") REFERENCES crm_survey_invitations ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_survey_tokens (
    "Hash" character varying(64) NOT NULL,
    "InvitationId" uuid NOT NULL,
    "IssuedAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_survey_tokens PRIMARY KEY ("InvitationId", "Hash"),
    CONSTRAINT crm_fk_survey_tokens_survey_invitations FOREIGN KEY ("InvitationId") REFERENCES crm_survey_invitations ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_case_deadlines (
    "Id" uuid NOT NULL,
    "CaseId" uuid NOT NULL,
    "Target" character varying(32) NOT NULL,
    "Ordinal" integer NOT NULL,
    "PolicyVersionId" uuid NOT NULL,
    "CalendarVersionId" uuid NOT NULL,
    "Priority" character varying(32) NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL,
    "Due" timestamp with time zone,
    "EndedAt" timestamp with time zone,
    "Status" character varying(32) NOT NULL,
    "UsedSeconds" bigint NOT NULL,
    "LeftSeconds" bigint NOT NULL,
    "ReckonedAt" timestamp with time zone NOT NULL,
    "NextAlarmAt" timestamp with time zone,
    "Alarms" text NOT NULL,
    CONSTRAINT crm_pk_case_deadlines PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_case_deadlines_cases FOREIGN KEY ("CaseId") REFERENCES crm_cases ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_case_log (
    "Id" uuid NOT NULL,
    "Version" bigint NOT NULL,
    "Place" integer NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Category" character varying(32),
    "PolicyVersionId" uuid,
    "CalendarVersionId" uuid,
    "Priority" character varying(32),
    "Reason" character varying(32),
    "CaseId" uuid NOT NULL,
    CONSTRAINT crm_pk_case_log PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_case_log_cases FOREIGN KEY ("CaseId") REFERENCES crm_cases ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_case_messages (
    "Id" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Author" character varying(600) NOT NULL,
    "Body" text NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "CaseId" uuid NOT NULL,
    CONSTRAINT crm_pk_case_messages PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_case_messages_cases FOREIGN KEY ("CaseId") REFERENCES crm_cases ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_case_relations (
    "OtherId" uuid NOT NULL,
    "CaseId" uuid NOT NULL,
    CONSTRAINT crm_pk_case_relations PRIMARY KEY ("CaseId", "OtherId"),
    CONSTRAINT crm_fk_case_relations_cases FOREIGN KEY ("CaseId") REFERENCES crm_cases ("Id") ON DELETE CASCADE,
    CONSTRAINT crm_fk_case_relations_others FOREIGN KEY ("OtherId") REFERENCES crm_cases ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_case_viewed_articles (
    "KnowledgeItemId" uuid NOT NULL,
    "CaseId" uuid NOT NULL,
    CONSTRAINT crm_pk_case_viewed_articles PRIMARY KEY ("CaseId", "KnowledgeItemId"),
    CONSTRAINT crm_fk_case_viewed_articles_cases FOREIGN KEY ("CaseId") REFERENCES crm_cases ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_visits (
    "Id" uuid NOT NULL,
    "Number" character varying(32) NOT NULL,
    "CustomerId" uuid NOT NULL,
    "CaseId" uuid,
    "Subject" character varying(200) NOT NULL,
    "Instructions" text,
    "Line1" character varying(200),
    "Line2" character varying(200),
    "PostalCode" character varying(20),
    "City" character varying(100),
    "Region" character varying(100),
    "Country" character varying(2),
    "Latitude" double precision,
    "Longitude" double precision,
    "TimeZone" character varying(60) NOT NULL,
    "WindowFrom" timestamp with time zone NOT NULL,
    "WindowUntil" timestamp with time zone NOT NULL,
    "EstimatedDuration" bigint NOT NULL,
    "Priority" character varying(32) NOT NULL,
    "Status" character varying(32) NOT NULL,
    "Sequence" integer NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "UpdatedAt" timestamp with time zone NOT NULL,
    "ClosedAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_visits PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_visits_cases FOREIGN KEY ("CaseId") REFERENCES crm_cases ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_visits_customers FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_statement_words (
    "Word" character varying(64) COLLATE "C" NOT NULL,
    "StatementId" uuid NOT NULL,
    CONSTRAINT crm_pk_statement_words PRIMARY KEY ("StatementId", "Word"),
    CONSTRAINT crm_fk_statement_words_statements FOREIGN KEY ("StatementId") REFERENCES crm_statements ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_deal_approvals (
    "Step" integer NOT NULL,
    "RegistrationId" uuid NOT NULL,
    "IsExtension" boolean NOT NULL,
    "ApproverId" character varying(100) NOT NULL,
    "IsApproved" boolean,
    "DecidedAt" timestamp with time zone,
    "Reason" character varying(500),
    CONSTRAINT crm_pk_deal_approvals PRIMARY KEY ("RegistrationId", "Step"),
    CONSTRAINT crm_fk_deal_approvals_deal_registrations FOREIGN KEY ("RegistrationId") REFERENCES crm_deal_registrations ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_deal_claims (
    "Sku" character varying(64) NOT NULL,
    "Month" integer NOT NULL,
    "RegistrationId" uuid NOT NULL,
    "CustomerId" uuid NOT NULL,
    CONSTRAINT crm_pk_deal_claims PRIMARY KEY ("RegistrationId", "Sku", "Month"),
    CONSTRAINT crm_fk_deal_claims_deal_registrations FOREIGN KEY ("RegistrationId") REFERENCES crm_deal_registrations ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_deal_lines (
    "Sku" character varying(64) NOT NULL,
    "RegistrationId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    "UnitPrice" numeric(19,4) NOT NULL,
    CONSTRAINT crm_pk_deal_lines PRIMARY KEY ("RegistrationId", "Sku"),
    CONSTRAINT crm_fk_deal_lines_deal_registrations FOREIGN KEY ("RegistrationId") REFERENCES crm_deal_registrations ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_lead_offers (
    "Ordinal" integer NOT NULL,
    "OfferingId" uuid NOT NULL,
    "PartnerId" uuid NOT NULL,
    "Reach" character varying(32) NOT NULL,
    "Number" bigint NOT NULL,
    "CandidateText" text NOT NULL,
    "OfferedAt" timestamp with time zone NOT NULL,
    "DeadlineAt" timestamp with time zone NOT NULL,
    "Outcome" character varying(32) NOT NULL,
    "SettledAt" timestamp with time zone,
    "Reason" character varying(32),
    "Note" character varying(300),
    CONSTRAINT crm_pk_lead_offers PRIMARY KEY ("OfferingId", "Ordinal"),
    CONSTRAINT crm_fk_lead_offers_lead_offerings FOREIGN KEY ("OfferingId") REFERENCES crm_lead_offerings ("Id") ON DELETE CASCADE,
    CONSTRAINT crm_fk_lead_offers_partners FOREIGN KEY ("PartnerId") REFERENCES crm_partners ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_record_share_comments (
    "Number" integer NOT NULL,
    "ShareId" uuid NOT NULL,
    "Author" character varying(200) NOT NULL,
    "IsOfPartner" boolean NOT NULL,
    "Body" character varying(4000) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_record_share_comments PRIMARY KEY ("ShareId", "Number"),
    CONSTRAINT crm_fk_record_share_comments_record_shares FOREIGN KEY ("ShareId") REFERENCES crm_record_shares ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_leads (
    "Id" uuid NOT NULL,
    "GivenName" character varying(100),
    "FamilyName" character varying(100),
    "OrganisationName" character varying(600),
    "JobTitle" character varying(300),
    "Email" character varying(254),
    "EmailKey" character varying(254),
    "Phone" character varying(33),
    "Line1" character varying(200),
    "Line2" character varying(200),
    "PostalCode" character varying(20),
    "City" character varying(100),
    "Region" character varying(100),
    "Country" character varying(2),
    "Language" character varying(35),
    "Topic" character varying(1000),
    "Description" character varying(8000),
    "Source" character varying(60),
    "CustomerId" uuid,
    "ReceivedAt" timestamp with time zone NOT NULL,
    "Status" character varying(32) NOT NULL,
    "DisqualifiedFor" character varying(300),
    "OwnerId" character varying(100),
    "QueueId" uuid,
    "AssignedAt" timestamp with time zone,
    "ConvertedAt" timestamp with time zone,
    "PersonId" uuid,
    "OrganisationId" uuid,
    "OpportunityId" uuid,
    "Score" integer NOT NULL,
    "TerritoryId" uuid,
    "Version" bigint NOT NULL,
    CONSTRAINT crm_pk_leads PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_leads_customer FOREIGN KEY ("CustomerId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_leads_lead_queues FOREIGN KEY ("QueueId") REFERENCES crm_lead_queues ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_leads_opportunities FOREIGN KEY ("OpportunityId") REFERENCES crm_opportunities ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_leads_organisation FOREIGN KEY ("OrganisationId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_leads_person FOREIGN KEY ("PersonId") REFERENCES crm_customers ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_leads_territories FOREIGN KEY ("TerritoryId") REFERENCES crm_territories ("Id") ON DELETE RESTRICT
);
CREATE TABLE crm_opportunity_competitors (
    "Name" character varying(200) NOT NULL,
    "OpportunityId" uuid NOT NULL,
    "Note" character varying(1000),
    CONSTRAINT crm_pk_opportunity_competitors PRIMARY KEY ("OpportunityId", "Name"),
    CONSTRAINT crm_fk_opportunity_competitors_opportunities FOREIGN KEY ("OpportunityId") REFERENCES crm_opportunities ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_opportunity_contacts (
    "PersonId" uuid NOT NULL,
    "OpportunityId" uuid NOT NULL,
    "Role" character varying(32) NOT NULL,
    "Note" character varying(300),
    CONSTRAINT crm_pk_opportunity_contacts PRIMARY KEY ("OpportunityId", "PersonId"),
    CONSTRAINT crm_fk_opportunity_contacts_opportunities FOREIGN KEY ("OpportunityId") REFERENCES crm_opportunities ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_opportunity_log (
    "Version" bigint NOT NULL,
    "OpportunityId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone,
    "PipelineId" uuid NOT NULL,
    "Stage" character varying(40) NOT NULL,
    "FurthestStage" character varying(40) NOT NULL,
    "Category" character varying(32) NOT NULL,
    "Probability" numeric(19,4) NOT NULL,
    "CloseDate" date,
    "Month" integer,
    "ForecastCategory" character varying(32) NOT NULL,
    "OwnerId" character varying(100),
    "AmountAmount" numeric(19,4),
    "AmountCurrency" character varying(3),
    "BaseAmountAmount" numeric(19,4),
    "BaseAmountCurrency" character varying(3),
    CONSTRAINT crm_pk_opportunity_log PRIMARY KEY ("OpportunityId", "Version"),
    CONSTRAINT crm_fk_opportunity_log_opportunities FOREIGN KEY ("OpportunityId") REFERENCES crm_opportunities ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_opportunity_stages (
    "Ordinal" integer NOT NULL,
    "OpportunityId" uuid NOT NULL,
    "PipelineId" uuid NOT NULL,
    "Stage" character varying(40) NOT NULL,
    "Category" character varying(32) NOT NULL,
    "EnteredAt" timestamp with time zone NOT NULL,
    "LeftAt" timestamp with time zone,
    "Seconds" bigint,
    "Next" character varying(40),
    CONSTRAINT crm_pk_opportunity_stages PRIMARY KEY ("OpportunityId", "Ordinal"),
    CONSTRAINT crm_fk_opportunity_stages_opportunities FOREIGN KEY ("OpportunityId") REFERENCES crm_opportunities ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_case_deadline_levels (
    "DeadlineId" uuid NOT NULL,
    "Level" character varying(60) NOT NULL,
    "Due" timestamp with time zone,
    "ReachedAt" timestamp with time zone NOT NULL,
    "RaisedAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_case_deadline_levels PRIMARY KEY ("DeadlineId", "Level"),
    CONSTRAINT crm_fk_case_deadline_levels_case_deadlines FOREIGN KEY ("DeadlineId") REFERENCES crm_case_deadlines ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_visit_bookings (
    "Id" uuid NOT NULL,
    "Number" integer NOT NULL,
    "TechnicianId" uuid NOT NULL,
    "Status" character varying(32) NOT NULL,
    "PlannedStart" timestamp with time zone NOT NULL,
    "PlannedEnd" timestamp with time zone NOT NULL,
    "PlannedTravel" bigint NOT NULL,
    "OccupiedFrom" timestamp with time zone NOT NULL,
    "OccupiedUntil" timestamp with time zone NOT NULL,
    "DepartedAt" timestamp with time zone,
    "ArrivedAt" timestamp with time zone,
    "EndedAt" timestamp with time zone,
    "Reason" character varying(500),
    "Report" text,
    "Travel" bigint,
    "OnSite" bigint,
    "Sequence" integer NOT NULL,
    "VisitId" uuid NOT NULL,
    CONSTRAINT crm_pk_visit_bookings PRIMARY KEY ("Id"),
    CONSTRAINT crm_fk_visit_bookings_technicians FOREIGN KEY ("TechnicianId") REFERENCES crm_technicians ("Id") ON DELETE RESTRICT,
    CONSTRAINT crm_fk_visit_bookings_visits FOREIGN KEY ("VisitId") REFERENCES crm_visits ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_visit_parts (
    "Sku" character varying(64) NOT NULL,
    "VisitId" uuid NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    CONSTRAINT crm_pk_visit_parts PRIMARY KEY ("VisitId", "Sku"),
    CONSTRAINT crm_fk_visit_parts_visits FOREIGN KEY ("VisitId") REFERENCES crm_visits ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_visit_parts_used (
    "BookingId" uuid NOT NULL,
    "Sku" character varying(64) NOT NULL,
    "VisitId" uuid NOT NULL,
    "Quantity" numeric(19,4) NOT NULL,
    CONSTRAINT crm_pk_visit_parts_used PRIMARY KEY ("VisitId", "BookingId", "Sku"),
    CONSTRAINT crm_fk_visit_parts_used_visits FOREIGN KEY ("VisitId") REFERENCES crm_visits ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_visit_skills (
    "Skill" character varying(60) NOT NULL,
    "VisitId" uuid NOT NULL,
    "Level" integer NOT NULL,
    "IsCertified" boolean NOT NULL,
    CONSTRAINT crm_pk_visit_skills PRIMARY KEY ("VisitId", "Skill"),
    CONSTRAINT crm_fk_visit_skills_visits FOREIGN KEY ("VisitId") REFERENCES crm_visits ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_lead_contacts (
    "Ordinal" integer NOT NULL,
    "LeadId" uuid NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "Direction" character varying(32) NOT NULL,
    "Subject" character varying(200) NOT NULL,
    "Body" text,
    "At" timestamp with time zone NOT NULL,
    "Duration" bigint,
    "AgentId" character varying(100),
    "Address" character varying(320),
    CONSTRAINT crm_pk_lead_contacts PRIMARY KEY ("LeadId", "Ordinal"),
    CONSTRAINT crm_fk_lead_contacts_leads FOREIGN KEY ("LeadId") REFERENCES crm_leads ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_lead_points (
    "Ordinal" integer NOT NULL,
    "LeadId" uuid NOT NULL,
    "Action" character varying(60) NOT NULL,
    "Group" character varying(60),
    "Points" integer NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_lead_points PRIMARY KEY ("LeadId", "Ordinal"),
    CONSTRAINT crm_fk_lead_points_leads FOREIGN KEY ("LeadId") REFERENCES crm_leads ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_lead_thresholds (
    "Key" character varying(60) NOT NULL,
    "LeadId" uuid NOT NULL,
    "ReachedAt" timestamp with time zone NOT NULL,
    CONSTRAINT crm_pk_lead_thresholds PRIMARY KEY ("LeadId", "Key"),
    CONSTRAINT crm_fk_lead_thresholds_leads FOREIGN KEY ("LeadId") REFERENCES crm_leads ("Id") ON DELETE CASCADE
);
CREATE TABLE crm_technician_slots (
    "BookingId" uuid NOT NULL,
    "Slot" bigint NOT NULL,
    "TechnicianId" uuid NOT NULL,
    CONSTRAINT crm_pk_technician_slots PRIMARY KEY ("BookingId", "Slot"),
    CONSTRAINT crm_fk_technician_slots_visit_bookings FOREIGN KEY ("BookingId") REFERENCES crm_visit_bookings ("Id") ON DELETE CASCADE
);
CREATE INDEX crm_ix_access_log_customer ON crm_access_log ("CustomerId", "At", "Id");
CREATE INDEX crm_ix_activities_about ON crm_activities ("AboutId", "PlannedAt") WHERE "AboutId" is not null;
CREATE INDEX crm_ix_activities_agenda ON crm_activities ("AssigneeId", "PlannedAt", "Id");
CREATE INDEX crm_ix_activities_customer ON crm_activities ("CustomerId", "PlannedAt", "Id");
CREATE INDEX crm_ix_activities_open ON crm_activities ("OpenUntil", "Id") WHERE "OpenUntil" is not null;
CREATE INDEX crm_ix_activities_planned ON crm_activities ("PlannedAt", "Id");
CREATE INDEX crm_ix_activities_reminder ON crm_activities ("NextReminderAt", "Id") WHERE "NextReminderAt" is not null;
CREATE INDEX crm_ix_activities_team ON crm_activities ("TeamId", "PlannedAt", "Id") WHERE "TeamId" is not null;
CREATE UNIQUE INDEX crm_ux_activities_occurrence ON crm_activities ("SeriesId", "OccurrenceAt") WHERE "SeriesId" is not null;
CREATE INDEX crm_ix_activity_participants_customer ON crm_activity_participants ("CustomerId") WHERE "CustomerId" is not null;
CREATE INDEX crm_ix_audit_aggregate ON crm_audit ("AggregateId", "At", "Id");
CREATE INDEX crm_ix_automatic_answers_at ON crm_automatic_answers ("At");
CREATE INDEX crm_ix_automatic_answers_case ON crm_automatic_answers ("CaseId", "At") WHERE "CaseId" is not null;
CREATE INDEX crm_ix_automatic_answers_customer ON crm_automatic_answers ("CustomerId");
CREATE INDEX crm_ix_automatic_answers_recipient ON crm_automatic_answers ("Recipient", "At");
CREATE UNIQUE INDEX crm_ux_calendar_versions_number ON crm_calendar_versions ("CalendarId", "Number");
CREATE UNIQUE INDEX crm_ux_calendars_key ON crm_calendars ("Key");
CREATE INDEX crm_ix_campaign_recipients_due ON crm_campaign_recipients ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_campaign_recipients_message ON crm_campaign_recipients ("MessageId") WHERE "MessageId" is not null;
CREATE INDEX crm_ix_campaign_recipients_sent ON crm_campaign_recipients ("CustomerId", "SentAt");
CREATE INDEX crm_ix_campaign_recipients_status ON crm_campaign_recipients ("CampaignId", "Status", "Variant");
CREATE UNIQUE INDEX crm_ux_campaign_recipients_customer ON crm_campaign_recipients ("CampaignId", "CustomerId");
CREATE INDEX crm_ix_campaign_responses_customer_key ON crm_campaign_responses ("CustomerId");
CREATE INDEX crm_ix_campaign_responses_recipient ON crm_campaign_responses ("RecipientId", "At");
CREATE UNIQUE INDEX crm_ux_campaign_responses_key ON crm_campaign_responses ("Key");
CREATE INDEX crm_ix_campaigns_status ON crm_campaigns ("Status", "Id");
CREATE UNIQUE INDEX crm_ux_campaigns_key ON crm_campaigns ("Key");
CREATE INDEX crm_ix_case_deadlines_alarm ON crm_case_deadlines ("NextAlarmAt", "Id") WHERE "NextAlarmAt" is not null;
CREATE INDEX crm_ix_case_deadlines_case ON crm_case_deadlines ("CaseId", "Target", "Ordinal");
CREATE INDEX crm_ix_case_deadlines_due ON crm_case_deadlines ("Due", "Id") WHERE "EndedAt" is null and "Due" is not null;
CREATE INDEX crm_ix_case_log_case ON crm_case_log ("CaseId", "Version", "Place");
CREATE INDEX crm_ix_case_messages_case ON crm_case_messages ("CaseId");
CREATE INDEX crm_ix_case_relations_other ON crm_case_relations ("OtherId");
CREATE INDEX crm_ix_cases_agent ON crm_cases ("AssigneeId", "Rank", "OpenedAt", "Id") WHERE "ResolvedAt" is null and "ClosedAt" is null;
CREATE INDEX crm_ix_cases_awaiting ON crm_cases ("AwaitingSince", "Id") WHERE "AwaitingSince" is not null;
CREATE INDEX crm_ix_cases_awaiting_agent ON crm_cases ("AssigneeId", "AwaitingSince", "Id") WHERE "AwaitingSince" is not null;
CREATE INDEX crm_ix_cases_customer ON crm_cases ("CustomerId", "OpenedAt");
CREATE INDEX crm_ix_cases_entitlement ON crm_cases ("EntitlementId") WHERE "EntitlementId" is not null;
CREATE INDEX crm_ix_cases_merged ON crm_cases ("MergedIntoId") WHERE "MergedIntoId" is not null;
CREATE INDEX crm_ix_cases_newest ON crm_cases ("OpenedAt", "Id") WHERE "ResolvedAt" is null and "ClosedAt" is null;
CREATE INDEX crm_ix_cases_opened ON crm_cases ("OpenedAt", "CustomerId");
CREATE INDEX crm_ix_cases_organisation ON crm_cases ("OrganisationId");
CREATE INDEX crm_ix_cases_parent ON crm_cases ("ParentId") WHERE "ParentId" is not null;
CREATE INDEX crm_ix_cases_silent ON crm_cases ("Status", "SilentSince", "Id") WHERE "SilentSince" is not null;
CREATE INDEX crm_ix_cases_status ON crm_cases ("Status", "OpenedAt");
CREATE INDEX crm_ix_cases_urgent ON crm_cases ("Rank", "OpenedAt", "Id") WHERE "ResolvedAt" is null and "ClosedAt" is null;
CREATE UNIQUE INDEX crm_ux_cases_number ON crm_cases ("Number");
CREATE INDEX crm_ix_change_requests_customer ON crm_change_requests ("CustomerId", "RequestedAt", "Id");
CREATE INDEX crm_ix_change_requests_due ON crm_change_requests ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_change_requests_requested ON crm_change_requests ("RequestedAt", "Id");
CREATE INDEX crm_ix_change_requests_status ON crm_change_requests ("Status", "RequestedAt", "Id");
CREATE UNIQUE INDEX crm_ux_change_requests_open ON crm_change_requests ("CustomerId", "Domain") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_consents_customer ON crm_consents ("CustomerId");
CREATE INDEX crm_ix_consents_merge ON crm_consents ("MergeId") WHERE "MergeId" is not null;
CREATE UNIQUE INDEX crm_ux_consents_answers ON crm_consents ("AnswersId") WHERE "AnswersId" is not null;
CREATE UNIQUE INDEX crm_ux_consents_token ON crm_consents ("TokenHash") WHERE "TokenHash" is not null;
CREATE INDEX crm_ix_contact_points_customer ON crm_contact_points ("CustomerId");
CREATE INDEX crm_ix_contact_points_key ON crm_contact_points ("Key");
CREATE UNIQUE INDEX crm_ux_custom_fields_key ON crm_custom_fields ("RecordKind", "Key");
CREATE INDEX crm_ix_customer_addresses_city ON crm_customer_addresses ("CityFolded", "CustomerId");
CREATE INDEX crm_ix_customer_addresses_customer ON crm_customer_addresses ("CustomerId");
CREATE INDEX crm_ix_customer_addresses_postcode ON crm_customer_addresses ("PostalCodeFolded", "CustomerId");
CREATE INDEX crm_ix_customer_feedback_ces ON crm_customer_feedback ("Ces", "CustomerId");
CREATE INDEX crm_ix_customer_feedback_csat ON crm_customer_feedback ("Csat", "CustomerId");
CREATE INDEX crm_ix_customer_feedback_nps ON crm_customer_feedback ("Nps", "CustomerId");
CREATE INDEX crm_ix_customer_fields_at ON crm_customer_fields ("FieldId", "At", "CustomerId") WHERE "At" is not null;
CREATE INDEX crm_ix_customer_fields_choice ON crm_customer_fields ("FieldId", "Choice", "CustomerId") WHERE "Choice" is not null;
CREATE INDEX crm_ix_customer_fields_date ON crm_customer_fields ("FieldId", "Date", "CustomerId") WHERE "Date" is not null;
CREATE INDEX crm_ix_customer_fields_flag ON crm_customer_fields ("FieldId", "Flag", "CustomerId") WHERE "Flag" is not null;
CREATE INDEX crm_ix_customer_fields_folded ON crm_customer_fields ("FieldId", "Folded", "CustomerId") WHERE "Folded" is not null;
CREATE INDEX crm_ix_customer_fields_number ON crm_customer_fields ("FieldId", "Number", "CustomerId") WHERE "Number" is not null;
CREATE INDEX crm_ix_customer_import_items_customer ON crm_customer_import_items ("CustomerId");
CREATE INDEX crm_ix_customer_imports_fingerprint ON crm_customer_imports ("Fingerprint", "Id");
CREATE INDEX crm_ix_customer_insights_churn ON crm_customer_insights ("ChurnProbability", "CustomerId");
CREATE INDEX crm_ix_customer_insights_overdue ON crm_customer_insights ("OverdueSince", "CustomerId");
CREATE INDEX crm_ix_customer_insights_segment ON crm_customer_insights ("Segment", "ChurnProbability", "CustomerId");
CREATE INDEX crm_ix_customer_insights_value ON crm_customer_insights ("LifetimeValue", "CustomerId");
CREATE INDEX crm_ix_customer_keys_key ON crm_customer_keys ("Kind", "Key", "CustomerId");
CREATE INDEX crm_ix_customer_merges_absorbed ON crm_customer_merges ("AbsorbedId");
CREATE INDEX crm_ix_customer_merges_survivor ON crm_customer_merges ("SurvivorId");
CREATE UNIQUE INDEX crm_ux_customer_references_value ON crm_customer_references ("System", "Value");
CREATE INDEX crm_ix_customer_tags_name ON crm_customer_tags ("Name");
CREATE INDEX crm_ix_customer_tombstones_survivor ON crm_customer_tombstones ("SurvivorId");
CREATE INDEX crm_ix_customers_created ON crm_customers ("CreatedAt", "Id");
CREATE INDEX crm_ix_customers_name ON crm_customers ("NameFolded");
CREATE INDEX crm_ix_customers_parent ON crm_customers ("ParentId");
CREATE UNIQUE INDEX crm_ux_deal_claims_claim ON crm_deal_claims ("CustomerId", "Sku", "Month");
CREATE INDEX crm_ix_deal_registrations_created ON crm_deal_registrations ("CreatedAt", "Id");
CREATE INDEX crm_ix_deal_registrations_customer ON crm_deal_registrations ("CustomerId");
CREATE INDEX crm_ix_deal_registrations_due ON crm_deal_registrations ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_deal_registrations_partner ON crm_deal_registrations ("PartnerId", "CreatedAt", "Id");
CREATE INDEX crm_ix_deal_registrations_partner_key ON crm_deal_registrations ("PartnerId");
CREATE INDEX crm_ix_deal_registrations_status ON crm_deal_registrations ("Status", "CreatedAt", "Id");
CREATE INDEX crm_ix_duplicate_pairs_found ON crm_duplicate_pairs ("FoundAt", "Id");
CREATE INDEX crm_ix_duplicate_pairs_second ON crm_duplicate_pairs ("SecondId");
CREATE UNIQUE INDEX crm_ux_duplicate_pairs_customers ON crm_duplicate_pairs ("FirstId", "SecondId");
CREATE INDEX crm_ix_duplicate_scans_begun ON crm_duplicate_scans ("BegunAt");
CREATE INDEX crm_ix_entitlement_entries_case ON crm_entitlement_entries ("EntitlementId", "CaseId");
CREATE INDEX crm_ix_entitlements_customer ON crm_entitlements ("CustomerId", "ValidFrom");
CREATE INDEX crm_ix_feedback_scores_agent ON crm_feedback_scores ("AgentId", "AnsweredAt") WHERE "AgentId" is not null;
CREATE INDEX crm_ix_feedback_scores_at ON crm_feedback_scores ("AnsweredAt");
CREATE INDEX crm_ix_feedback_scores_channel ON crm_feedback_scores ("Channel", "AnsweredAt") WHERE "Channel" is not null;
CREATE INDEX crm_ix_feedback_scores_customer ON crm_feedback_scores ("CustomerId", "Kind", "AnsweredAt");
CREATE INDEX crm_ix_feedback_scores_product ON crm_feedback_scores ("Sku", "AnsweredAt") WHERE "Sku" is not null;
CREATE INDEX crm_ix_feedback_scores_survey ON crm_feedback_scores ("SurveyKey", "AnsweredAt");
CREATE INDEX crm_ix_handled_messages_taken ON crm_handled_messages ("TakenAt");
CREATE UNIQUE INDEX crm_ux_handled_messages_key ON crm_handled_messages ("Key");
CREATE INDEX crm_ix_inbox_handled ON crm_inbox ("HandledAt");
CREATE INDEX crm_ix_insight_runs_day ON crm_insight_runs ("AsOf");
CREATE INDEX crm_ix_insight_runs_started ON crm_insight_runs ("StartedAt", "Id");
CREATE INDEX crm_ix_interaction_links_subject ON crm_interaction_links ("SubjectId");
CREATE INDEX crm_ix_interaction_participants_customer ON crm_interaction_participants ("CustomerId") WHERE "CustomerId" is not null;
CREATE INDEX crm_ix_interactions_at ON crm_interactions ("At", "CustomerId");
CREATE INDEX crm_ix_interactions_customer ON crm_interactions ("CustomerId", "At", "Channel", "Direction", "Audience", "IsAutomatic", "CountsAsResponse");
CREATE INDEX crm_ix_interactions_organisation ON crm_interactions ("OrganisationId", "At", "Channel", "Direction", "Audience", "IsAutomatic", "CountsAsResponse") WHERE "OrganisationId" is not null;
CREATE INDEX crm_ix_interactions_thread ON crm_interactions ("ThreadKey") WHERE "ThreadKey" is not null;
CREATE UNIQUE INDEX crm_ux_interactions_external ON crm_interactions ("Channel", "ExternalId") WHERE "ExternalId" is not null;
CREATE INDEX crm_ix_journey_events_name ON crm_journey_events ("Name");
CREATE INDEX crm_ix_journey_runs_at ON crm_journey_runs ("EnteredAt", "Id");
CREATE INDEX crm_ix_journey_runs_customer ON crm_journey_runs ("CustomerId", "EnteredAt", "Id");
CREATE INDEX crm_ix_journey_runs_due ON crm_journey_runs ("DueAt") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_journey_runs_journey ON crm_journey_runs ("JourneyKey", "EnteredAt", "Id");
CREATE INDEX crm_ix_journey_runs_lease ON crm_journey_runs ("Lease") WHERE "Lease" is not null;
CREATE UNIQUE INDEX crm_ux_journey_runs_live ON crm_journey_runs ("JourneyId", "CustomerId", "IsLive");
CREATE INDEX crm_ix_journey_steps_journey ON crm_journey_steps ("JourneyId", "Number", "Step", "Outcome");
CREATE UNIQUE INDEX crm_ux_journeys_key ON crm_journeys ("Key");
CREATE INDEX crm_ix_knowledge_categories_parent ON crm_knowledge_categories ("ParentId");
CREATE INDEX crm_ix_knowledge_filing_category ON crm_knowledge_filing ("CategoryId");
CREATE INDEX crm_ix_knowledge_items_expiry ON crm_knowledge_items ("Status", "ExpiresAt") WHERE "ExpiresAt" is not null;
CREATE INDEX crm_ix_knowledge_items_part ON crm_knowledge_items ("PartOfId", "PartPosition") WHERE "PartOfId" is not null;
CREATE INDEX crm_ix_knowledge_items_published ON crm_knowledge_items ("PublishedAt", "Id");
CREATE INDEX crm_ix_knowledge_items_status ON crm_knowledge_items ("Status", "UpdatedAt", "Id");
CREATE INDEX crm_ix_knowledge_items_updated ON crm_knowledge_items ("UpdatedAt", "Id");
CREATE UNIQUE INDEX crm_ux_knowledge_items_translation ON crm_knowledge_items ("TranslationOfId", "Language") WHERE "TranslationOfId" is not null;
CREATE INDEX crm_ix_knowledge_lessons_due ON crm_knowledge_lessons ("DueAt");
CREATE INDEX crm_ix_knowledge_lessons_item ON crm_knowledge_lessons ("KnowledgeItemId", "DueAt");
CREATE INDEX crm_ix_knowledge_query_words_session ON crm_knowledge_query_words ("SessionId");
CREATE INDEX crm_ix_knowledge_query_words_word ON crm_knowledge_query_words ("Word", "Reader");
CREATE INDEX crm_ix_knowledge_questions_at ON crm_knowledge_questions ("At");
CREATE INDEX crm_ix_knowledge_questions_session ON crm_knowledge_questions ("SessionId");
CREATE INDEX crm_ix_knowledge_readings_item ON crm_knowledge_readings ("KnowledgeItemId", "HelpedAt");
CREATE INDEX crm_ix_knowledge_readings_session ON crm_knowledge_readings ("SessionId");
CREATE INDEX crm_ix_knowledge_relations_related ON crm_knowledge_relations ("RelatedId");
CREATE INDEX crm_ix_knowledge_search_documents_change ON crm_knowledge_search_documents ("Change");
CREATE INDEX crm_ix_knowledge_search_documents_language ON crm_knowledge_search_documents ("Language", "Audience", "AnalyserVersion");
CREATE INDEX crm_ix_knowledge_sessions_customer ON crm_knowledge_sessions ("CustomerId") WHERE "CustomerId" is not null;
CREATE INDEX crm_ix_knowledge_sessions_last ON crm_knowledge_sessions ("LastAt");
CREATE INDEX crm_ix_knowledge_sessions_over ON crm_knowledge_sessions ("CaseUntil", "Id") WHERE "SettledAt" is null;
CREATE INDEX crm_ix_knowledge_sessions_reader ON crm_knowledge_sessions ("Reader", "LastAt");
CREATE INDEX crm_ix_knowledge_sessions_started ON crm_knowledge_sessions ("StartedAt");
CREATE UNIQUE INDEX crm_ux_knowledge_synonym_lists_language ON crm_knowledge_synonym_lists ("Language");
CREATE INDEX crm_ix_knowledge_tags_name ON crm_knowledge_tags ("Name");
CREATE INDEX crm_ix_knowledge_uses_at ON crm_knowledge_uses ("KnowledgeItemId", "At", "Id");
CREATE INDEX crm_ix_knowledge_uses_subject ON crm_knowledge_uses ("SubjectId");
CREATE UNIQUE INDEX crm_ux_knowledge_uses_item ON crm_knowledge_uses ("KnowledgeItemId", "SubjectId", "SubjectKind", "Kind");
CREATE INDEX crm_ix_knowledge_versions_item ON crm_knowledge_versions ("ItemId", "Number");
CREATE INDEX crm_ix_knowledge_votes_customer ON crm_knowledge_votes ("CustomerId") WHERE "CustomerId" is not null;
CREATE INDEX crm_ix_knowledge_votes_reader ON crm_knowledge_votes ("Reader");
CREATE UNIQUE INDEX crm_ux_knowledge_votes_item ON crm_knowledge_votes ("KnowledgeItemId", "Reader");
CREATE INDEX crm_ix_knowledge_words_word ON crm_knowledge_words ("Word");
CREATE INDEX crm_ix_lead_offerings_due ON crm_lead_offerings ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_lead_offerings_partner ON crm_lead_offerings ("PartnerId", "BegunAt", "Id");
CREATE INDEX crm_ix_lead_offerings_partner_key ON crm_lead_offerings ("PartnerId");
CREATE UNIQUE INDEX crm_ux_lead_offerings_lead ON crm_lead_offerings ("LeadId");
CREATE INDEX crm_ix_lead_offers_partner ON crm_lead_offers ("PartnerId", "OfferedAt");
CREATE INDEX crm_ix_lead_offers_partner_key ON crm_lead_offers ("PartnerId");
CREATE UNIQUE INDEX crm_ux_lead_queues_name ON crm_lead_queues ("Name");
CREATE INDEX crm_ix_leads_customer_key ON crm_leads ("CustomerId");
CREATE INDEX crm_ix_leads_email ON crm_leads ("EmailKey", "ReceivedAt");
CREATE INDEX crm_ix_leads_line ON crm_leads ("QueueId", "OwnerId", "ReceivedAt", "Id");
CREATE INDEX crm_ix_leads_opportunity_key ON crm_leads ("OpportunityId");
CREATE INDEX crm_ix_leads_organisation_key ON crm_leads ("OrganisationId");
CREATE INDEX crm_ix_leads_owner ON crm_leads ("OwnerId", "ReceivedAt", "Id");
CREATE INDEX crm_ix_leads_person_key ON crm_leads ("PersonId");
CREATE INDEX crm_ix_leads_queue_key ON crm_leads ("QueueId");
CREATE INDEX crm_ix_leads_received ON crm_leads ("ReceivedAt", "Id");
CREATE INDEX crm_ix_leads_status ON crm_leads ("Status", "ReceivedAt", "Id");
CREATE INDEX crm_ix_leads_territory ON crm_leads ("TerritoryId", "ReceivedAt", "Id");
CREATE INDEX crm_ix_leads_territory_key ON crm_leads ("TerritoryId");
CREATE INDEX crm_ix_memberships_organisation ON crm_memberships ("OrganisationId", "RecordedAt", "Id");
CREATE INDEX crm_ix_memberships_person ON crm_memberships ("CustomerId");
CREATE UNIQUE INDEX crm_ux_message_templates_key ON crm_message_templates ("Key");
CREATE INDEX crm_ix_onboardings_customer ON crm_onboardings ("CustomerId");
CREATE INDEX crm_ix_opportunities_board ON crm_opportunities ("PipelineId", "Stage", "StageSince", "Id");
CREATE INDEX crm_ix_opportunities_closed ON crm_opportunities ("PipelineId", "ClosedAt");
CREATE INDEX crm_ix_opportunities_customer ON crm_opportunities ("CustomerId", "OpenedAt", "Id");
CREATE INDEX crm_ix_opportunities_open ON crm_opportunities ("OpenedAt", "Id") WHERE "ClosedAt" is null;
CREATE INDEX crm_ix_opportunities_owner ON crm_opportunities ("OwnerId", "Category", "OpenedAt", "Id");
CREATE INDEX crm_ix_opportunities_territory ON crm_opportunities ("TerritoryId", "OpenedAt", "Id");
CREATE INDEX crm_ix_opportunities_territory_key ON crm_opportunities ("TerritoryId");
CREATE INDEX crm_ix_opportunity_contacts_person ON crm_opportunity_contacts ("PersonId", "OpportunityId");
CREATE INDEX crm_ix_opportunity_log_until ON crm_opportunity_log ("Until", "At");
CREATE INDEX crm_ix_opportunity_stages_stage ON crm_opportunity_stages ("PipelineId", "Stage", "EnteredAt");
CREATE INDEX crm_ix_orders_customer ON crm_orders ("CustomerId", "PlacedAt");
CREATE UNIQUE INDEX crm_ux_orders_external ON crm_orders ("ExternalId") WHERE "ExternalId" is not null;
CREATE UNIQUE INDEX crm_ux_orders_number ON crm_orders ("Number");
CREATE INDEX crm_ix_outbound_messages_about ON crm_outbound_messages ("AboutId", "QueuedAt") WHERE "AboutId" is not null;
CREATE INDEX crm_ix_outbound_messages_address ON crm_outbound_messages ("AddressKey", "QueuedAt");
CREATE INDEX crm_ix_outbound_messages_customer ON crm_outbound_messages ("CustomerId", "QueuedAt", "Id");
CREATE INDEX crm_ix_outbound_messages_due ON crm_outbound_messages ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_outbound_messages_queued ON crm_outbound_messages ("QueuedAt", "Id");
CREATE UNIQUE INDEX crm_ux_outbound_messages_message_id ON crm_outbound_messages ("MessageId");
CREATE INDEX crm_ix_outbox_done ON crm_outbox ("DoneAt") WHERE "DoneAt" is not null;
CREATE INDEX crm_ix_outbox_due ON crm_outbox ("DueAt") WHERE "DoneAt" is null and "ParkedAt" is null;
CREATE INDEX crm_ix_outbox_lease ON crm_outbox ("Lease") WHERE "Lease" is not null;
CREATE INDEX crm_ix_outbox_order ON crm_outbox ("AggregateId", "AggregateVersion", "Ordinal") WHERE "DoneAt" is null;
CREATE INDEX crm_ix_partner_accounts_partner ON crm_partner_accounts ("PartnerId");
CREATE UNIQUE INDEX crm_ux_partner_accounts_principal ON crm_partner_accounts ("PrincipalId") WHERE "PrincipalId" is not null;
CREATE UNIQUE INDEX crm_ux_partner_accounts_token ON crm_partner_accounts ("TokenHash") WHERE "TokenHash" is not null;
CREATE INDEX crm_ix_partner_facts_partner ON crm_partner_facts ("PartnerId", "BookedAt", "Id");
CREATE INDEX crm_ix_partner_facts_partner_key ON crm_partner_facts ("PartnerId");
CREATE UNIQUE INDEX crm_ux_partner_facts_reverses ON crm_partner_facts ("ReversesId") WHERE "ReversesId" is not null;
CREATE INDEX crm_ix_partners_customer ON crm_partners ("CustomerId");
CREATE INDEX crm_ix_partners_registered ON crm_partners ("RegisteredAt", "Id");
CREATE UNIQUE INDEX crm_ux_partners_name ON crm_partners ("Name");
CREATE UNIQUE INDEX crm_ux_pipelines_default ON crm_pipelines ("DefaultMark") WHERE "DefaultMark" is not null;
CREATE UNIQUE INDEX crm_ux_pipelines_name ON crm_pipelines ("Name");
CREATE INDEX crm_ix_planned_sendings_address ON crm_planned_sendings ("Scope", "AddressKey");
CREATE INDEX crm_ix_planned_sendings_day ON crm_planned_sendings ("CustomerId", "Channel", "Day");
CREATE UNIQUE INDEX crm_ux_planned_sendings_customer ON crm_planned_sendings ("Scope", "CustomerId");
CREATE INDEX crm_ix_portal_accounts_created ON crm_portal_accounts ("CreatedAt", "Id");
CREATE INDEX crm_ix_portal_accounts_customer ON crm_portal_accounts ("CustomerId", "CreatedAt", "Id");
CREATE INDEX crm_ix_portal_accounts_organisation ON crm_portal_accounts ("OrganisationId", "CreatedAt", "Id");
CREATE INDEX crm_ix_portal_accounts_status ON crm_portal_accounts ("Status", "CreatedAt", "Id");
CREATE UNIQUE INDEX crm_ux_portal_accounts_email ON crm_portal_accounts ("EmailKey") WHERE "EmailKey" is not null;
CREATE UNIQUE INDEX crm_ux_portal_accounts_identity ON crm_portal_accounts ("Issuer", "Subject") WHERE "Issuer" is not null;
CREATE UNIQUE INDEX crm_ux_portal_accounts_token ON crm_portal_accounts ("TokenHash") WHERE "TokenHash" is not null;
CREATE INDEX crm_ix_price_agreements_customer ON crm_price_agreements ("CustomerId", "AgreedAt");
CREATE INDEX crm_ix_price_lists_default ON crm_price_lists ("IsDefault", "Currency");
CREATE UNIQUE INDEX crm_ux_price_lists_key ON crm_price_lists ("Key");
CREATE INDEX crm_ix_privacy_measures_customer ON crm_privacy_measures ("CustomerId");
CREATE INDEX crm_ix_product_components_sku ON crm_product_components ("Sku");
CREATE UNIQUE INDEX crm_ux_products_sku ON crm_products ("Sku");
CREATE INDEX crm_ix_purchase_facts_customer ON crm_purchase_facts ("CustomerId", "PurchasedOn");
CREATE INDEX crm_ix_purchase_facts_sku ON crm_purchase_facts ("Sku", "CustomerId");
CREATE INDEX crm_ix_queue_agent_periods_agent ON crm_queue_agent_periods ("AgentId", "Until");
CREATE INDEX crm_ix_queue_agent_periods_until ON crm_queue_agent_periods ("Until");
CREATE UNIQUE INDEX crm_ux_queue_agents_user ON crm_queue_agents ("UserId");
CREATE INDEX crm_ix_quotes_customer ON crm_quotes ("CustomerId", "RevisedAt", "Id");
CREATE INDEX crm_ix_quotes_opportunity ON crm_quotes ("OpportunityId", "RevisedAt", "Id") WHERE "OpportunityId" is not null;
CREATE INDEX crm_ix_quotes_status ON crm_quotes ("Status", "RevisedAt", "Id");
CREATE INDEX crm_ix_quotes_valid_through ON crm_quotes ("Status", "ValidThrough", "Id");
CREATE UNIQUE INDEX crm_ux_quotes_number ON crm_quotes ("Number");
CREATE UNIQUE INDEX crm_ux_quotes_token ON crm_quotes ("TokenHash") WHERE "TokenHash" is not null;
CREATE INDEX crm_ix_record_shares_customer ON crm_record_shares ("CustomerId");
CREATE INDEX crm_ix_record_shares_partner ON crm_record_shares ("PartnerId", "From", "Id");
CREATE INDEX crm_ix_record_shares_partner_key ON crm_record_shares ("PartnerId");
CREATE INDEX crm_ix_record_shares_subject ON crm_record_shares ("SubjectId", "SubjectKind", "PartnerId");
CREATE INDEX crm_ix_rule_runs_at ON crm_rule_runs ("EventAt", "EventId");
CREATE INDEX crm_ix_rule_runs_due ON crm_rule_runs ("DueAt") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_rule_runs_rule ON crm_rule_runs ("RuleKey", "EventAt", "EventId");
CREATE INDEX crm_ix_rule_runs_status ON crm_rule_runs ("Status", "EventAt", "EventId");
CREATE INDEX crm_ix_rules_event ON crm_rules ("EventName", "Position", "Key");
CREATE UNIQUE INDEX crm_ux_rules_key ON crm_rules ("Key");
CREATE UNIQUE INDEX crm_ux_salespeople_user ON crm_salespeople ("UserId");
CREATE INDEX crm_ix_segment_memberships_customer ON crm_segment_memberships ("CustomerId", "EnteredAt", "Id");
CREATE UNIQUE INDEX crm_ux_segment_memberships_current ON crm_segment_memberships ("SegmentKey", "IsCurrent", "CustomerId");
CREATE INDEX crm_ix_segment_runs_segment ON crm_segment_runs ("SegmentId", "Moment", "Id");
CREATE UNIQUE INDEX crm_ux_segments_key ON crm_segments ("Key");
CREATE UNIQUE INDEX crm_ux_sign_up_forms_key ON crm_sign_up_forms ("Key");
CREATE INDEX crm_ix_sign_ups_address ON crm_sign_ups ("AddressHash", "AskedAt");
CREATE INDEX crm_ix_sign_ups_customer_key ON crm_sign_ups ("CustomerId");
CREATE INDEX crm_ix_sign_ups_day ON crm_sign_ups ("FormId", "Day", "Status");
CREATE INDEX crm_ix_sign_ups_due ON crm_sign_ups ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_sign_ups_form ON crm_sign_ups ("FormId", "SubmittedAt", "Id");
CREATE INDEX crm_ix_sign_ups_sender ON crm_sign_ups ("SenderHash", "SubmittedAt");
CREATE UNIQUE INDEX crm_ux_sign_ups_token ON crm_sign_ups ("TokenHash") WHERE "TokenHash" is not null;
CREATE UNIQUE INDEX crm_ux_sla_policies_default ON crm_sla_policies ("DefaultMark");
CREATE UNIQUE INDEX crm_ux_sla_policies_name ON crm_sla_policies ("Name");
CREATE UNIQUE INDEX crm_ux_sla_policy_versions_number ON crm_sla_policy_versions ("PolicyId", "Number");
CREATE INDEX crm_ix_statement_words_word ON crm_statement_words ("Word", "StatementId");
CREATE INDEX crm_ix_statements_customer ON crm_statements ("CustomerId", "At", "Id");
CREATE INDEX crm_ix_statements_interaction ON crm_statements ("InteractionId") WHERE "InteractionId" is not null;
CREATE INDEX crm_ix_statements_organisation ON crm_statements ("OrganisationId", "At", "Id") WHERE "OrganisationId" is not null;
CREATE INDEX crm_ix_statements_status ON crm_statements ("Kind", "Status", "At", "Id");
CREATE INDEX crm_ix_statements_topic ON crm_statements ("Topic", "Kind", "Status", "At");
CREATE UNIQUE INDEX crm_ux_stock_items_sku ON crm_stock_items ("Sku");
CREATE INDEX crm_ix_subscriptions_customer ON crm_subscriptions ("CustomerId", "StartsOn", "Id");
CREATE INDEX crm_ix_subscriptions_due ON crm_subscriptions ("Status", "NextOn", "Id");
CREATE UNIQUE INDEX crm_ux_subscriptions_number ON crm_subscriptions ("Number");
CREATE UNIQUE INDEX crm_ux_suppressed_addresses_hash ON crm_suppressed_addresses ("Hash");
CREATE INDEX crm_ix_survey_invitations_customer ON crm_survey_invitations ("CustomerId", "InvitedAt", "Id");
CREATE INDEX crm_ix_survey_invitations_due ON crm_survey_invitations ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_survey_invitations_survey ON crm_survey_invitations ("SurveyId");
CREATE UNIQUE INDEX crm_ux_survey_invitations_about ON crm_survey_invitations ("SurveyId", "AboutId", "AboutKind") WHERE "AboutId" is not null;
CREATE UNIQUE INDEX crm_ux_survey_tokens_hash ON crm_survey_tokens ("Hash");
CREATE INDEX crm_ix_surveys_case ON crm_surveys ("AsksWhenCaseIs", "Status") WHERE "AsksWhenCaseIs" is not null;
CREATE UNIQUE INDEX crm_ux_surveys_key ON crm_surveys ("Key");
CREATE INDEX crm_ix_technician_absences_technician ON crm_technician_absences ("TechnicianId");
CREATE UNIQUE INDEX crm_ux_technician_slots_slot ON crm_technician_slots ("TechnicianId", "Slot");
CREATE UNIQUE INDEX crm_ux_technicians_user ON crm_technicians ("UserId");
CREATE INDEX crm_ix_territories_queue_key ON crm_territories ("QueueId");
CREATE UNIQUE INDEX crm_ux_territories_fallback ON crm_territories ("FallbackMark") WHERE "FallbackMark" is not null;
CREATE UNIQUE INDEX crm_ux_territories_name ON crm_territories ("Name");
CREATE INDEX crm_ix_timeline_links_page ON crm_timeline_links ("SubjectId", "At", "EntryId", "Audience", "Kind", "Channel", "Direction", "AgentId");
CREATE INDEX crm_ix_visit_bookings_start ON crm_visit_bookings ("PlannedStart");
CREATE INDEX crm_ix_visit_bookings_technician ON crm_visit_bookings ("TechnicianId", "OccupiedUntil");
CREATE INDEX crm_ix_visit_bookings_visit ON crm_visit_bookings ("VisitId");
CREATE INDEX crm_ix_visits_case ON crm_visits ("CaseId") WHERE "CaseId" is not null;
CREATE INDEX crm_ix_visits_customer ON crm_visits ("CustomerId", "WindowUntil");
CREATE INDEX crm_ix_visits_status ON crm_visits ("Status", "WindowUntil", "Id");
CREATE UNIQUE INDEX crm_ux_visits_number ON crm_visits ("Number");
CREATE INDEX crm_ix_webhook_deliveries_at ON crm_webhook_deliveries ("SubscriptionId", "CreatedAt", "EventId");
CREATE INDEX crm_ix_webhook_deliveries_due ON crm_webhook_deliveries ("DueAt") WHERE "DueAt" is not null;
CREATE INDEX crm_ix_webhook_events_name ON crm_webhook_events ("Name");
CREATE UNIQUE INDEX crm_ux_webhooks_key ON crm_webhooks ("Key");
CREATE INDEX crm_ix_win_lessons_pipeline ON crm_win_lessons ("PipelineId", "OpportunityId");
CREATE INDEX crm_ix_work_items_agent ON crm_work_items ("UserId", "State", "EndedAt");
CREATE INDEX crm_ix_work_items_case ON crm_work_items ("CaseId", "EnqueuedAt") WHERE "CaseId" is not null;
CREATE INDEX crm_ix_work_items_customer ON crm_work_items ("CustomerId", "Topic", "EnqueuedAt");
CREATE INDEX crm_ix_work_items_demand ON crm_work_items ("QueueId", "State", "Demand", "Rank", "EnqueuedAt", "Id");
CREATE INDEX crm_ix_work_items_line ON crm_work_items ("QueueId", "State", "Rank", "EnqueuedAt", "Id");
CREATE INDEX crm_ix_work_items_offered ON crm_work_items ("OfferedUntil") WHERE "OfferedUntil" is not null;
CREATE INDEX crm_ix_work_items_queue ON crm_work_items ("QueueId", "EnqueuedAt");
CREATE UNIQUE INDEX crm_ux_work_items_case ON crm_work_items ("CaseId", "Kind") WHERE "EndedAt" is null and "CaseId" is not null;
CREATE UNIQUE INDEX crm_ux_work_items_interaction ON crm_work_items ("InteractionId", "Kind") WHERE "EndedAt" is null and "InteractionId" is not null;
CREATE INDEX crm_ix_work_queue_members_agent ON crm_work_queue_members ("UserId");
CREATE UNIQUE INDEX crm_ux_work_queues_name ON crm_work_queues ("Name");
