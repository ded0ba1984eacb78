CREATE TABLE "crm_access_log" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_access_log" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "ActorKind" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "Act" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_audit" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_audit" PRIMARY KEY,
    "At" TEXT NOT NULL,
    "ActorKind" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "CorrelationId" TEXT NULL,
    "Reason" TEXT NULL,
    "AggregateType" TEXT NOT NULL,
    "AggregateId" TEXT NOT NULL,
    "AggregateVersion" INTEGER NOT NULL,
    "Acts" TEXT NOT NULL,
    "Changes" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_automatic_answers" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_automatic_answers" PRIMARY KEY,
    "Recipient" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "CaseId" TEXT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_calendars" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_calendars" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_campaign_progress" (
    "CampaignId" TEXT NOT NULL CONSTRAINT "crm_pk_campaign_progress" PRIMARY KEY,
    "After" TEXT NULL,
    "IsTaken" INTEGER NOT NULL,
    "IsReleased" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_campaigns" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_campaigns" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "CostCount" INTEGER NOT NULL,
    "ControlShare" INTEGER NOT NULL,
    "Seed" INTEGER NOT NULL,
    "SendTimes" TEXT NOT NULL,
    "TestMetric" TEXT NULL,
    "TestLength" INTEGER NULL,
    "TestShare" INTEGER NULL,
    "TestConfidence" INTEGER NULL,
    "TestFallback" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "StartsAt" TEXT NULL,
    "StartedAt" TEXT NULL,
    "TestEndsAt" TEXT NULL,
    "Winner" TEXT NULL,
    "Verdict" TEXT NULL,
    "EndedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "BudgetAmount" INTEGER NULL,
    "BudgetCurrency" TEXT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_custom_fields" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_custom_fields" PRIMARY KEY,
    "RecordKind" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "IsRequired" INTEGER NOT NULL,
    "AllowsSeveral" INTEGER NOT NULL,
    "MaxLength" INTEGER NULL,
    "Minimum" INTEGER NULL,
    "Maximum" INTEGER NULL,
    "Earliest" TEXT NULL,
    "Latest" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ArchivedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_customer_imports" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_customer_imports" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "System" TEXT NOT NULL,
    "Layout" TEXT NOT NULL,
    "OnDuplicate" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "LastRow" INTEGER NOT NULL,
    "Read" INTEGER NOT NULL,
    "Created" INTEGER NOT NULL,
    "Updated" INTEGER NOT NULL,
    "Skipped" INTEGER NOT NULL,
    "Review" INTEGER NOT NULL,
    "Rejected" INTEGER NOT NULL,
    "CompletedAt" TEXT NULL,
    "UndoneAt" TEXT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_customer_merges" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_customer_merges" PRIMARY KEY,
    "SurvivorId" TEXT NOT NULL,
    "AbsorbedId" TEXT NOT NULL,
    "MergedAt" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "Decisions" TEXT NOT NULL,
    "UndoneAt" TEXT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_customers" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_customers" PRIMARY KEY,
    "SpecialistId" TEXT NULL,
    "SpecialistName" TEXT NULL,
    "TeamId" TEXT NULL,
    "DisplayName" TEXT NOT NULL,
    "NameFolded" TEXT NOT NULL,
    "Language" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ErasedAt" TEXT NULL,
    "Stage" TEXT NOT NULL,
    "StageSince" TEXT NOT NULL,
    "CustomerKind" TEXT NOT NULL,
    "KeysFingerprint" INTEGER NULL,
    "TenantId" TEXT NOT NULL,
    "ParentId" TEXT NULL,
    "GivenFolded" TEXT NULL,
    "FamilyFolded" TEXT NULL,
    "BirthDate" TEXT NULL,
    "NameFamily" TEXT NULL,
    "NameGiven" TEXT NULL,
    "NameMiddle" TEXT NULL,
    "NameNickname" TEXT NULL,
    "NamePrefix" TEXT NULL,
    "NameSuffix" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_customers_parents" FOREIGN KEY ("ParentId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_duplicate_pairs" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_duplicate_pairs" PRIMARY KEY,
    "FirstId" TEXT NOT NULL,
    "SecondId" TEXT NOT NULL,
    "Score" REAL NOT NULL,
    "Tier" TEXT NOT NULL,
    "Reasons" TEXT NOT NULL,
    "FoundAt" TEXT NOT NULL,
    "DismissedAt" TEXT NULL,
    "DismissedBy" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_duplicate_scans" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_duplicate_scans" PRIMARY KEY,
    "BegunAt" TEXT NOT NULL,
    "FinishedAt" TEXT NULL,
    "Checkpoint" TEXT NULL,
    "Customers" INTEGER NOT NULL,
    "Comparisons" INTEGER NOT NULL,
    "Pairs" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_handled_messages" (
    "InteractionId" TEXT NOT NULL CONSTRAINT "crm_pk_handled_messages" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "TakenAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_inbox" (
    "EventId" TEXT NOT NULL,
    "Handler" TEXT NOT NULL,
    "HandledAt" TEXT NOT NULL,
    CONSTRAINT "crm_pk_inbox" PRIMARY KEY ("EventId", "Handler")
);
CREATE TABLE "crm_insight_runs" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_insight_runs" PRIMARY KEY,
    "AsOf" TEXT NOT NULL,
    "Currency" TEXT NOT NULL,
    "Facts" INTEGER NOT NULL,
    "OtherFacts" INTEGER NOT NULL,
    "Customers" INTEGER NOT NULL,
    "FirstDay" TEXT NULL,
    "LastDay" TEXT NULL,
    "ModelName" TEXT NULL,
    "Definition" TEXT NOT NULL,
    "ParametersOf" TEXT NULL,
    "StartedAt" TEXT NOT NULL,
    "CompletedAt" TEXT NULL,
    "Written" INTEGER NOT NULL,
    "Unchanged" INTEGER NOT NULL,
    "Removed" INTEGER NOT NULL,
    "LeftOut" INTEGER NOT NULL,
    "Overdue" INTEGER NOT NULL,
    "AtRisk" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_journey_signals" (
    "RunId" TEXT NOT NULL,
    "Step" TEXT NOT NULL,
    "EventId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_journey_signals" PRIMARY KEY ("RunId", "Step", "EventId")
);
CREATE TABLE "crm_journey_steps" (
    "RunId" TEXT NOT NULL,
    "Step" TEXT NOT NULL,
    "JourneyId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Note" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_journey_steps" PRIMARY KEY ("RunId", "Step")
);
CREATE TABLE "crm_journeys" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_journeys" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "PublishedNumber" INTEGER NULL,
    "SegmentKey" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_knowledge_categories" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_categories" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "ParentId" TEXT NULL,
    "Position" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "RemovedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_knowledge_categories_parents" FOREIGN KEY ("ParentId") REFERENCES "crm_knowledge_categories" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_knowledge_items" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_items" PRIMARY KEY,
    "Confidence" TEXT NOT NULL,
    "Governance" TEXT NOT NULL,
    "ReuseCount" INTEGER NOT NULL,
    "ReusesOfVersion" INTEGER NOT NULL,
    "ReusedAt" TEXT NULL,
    "LastFileNumber" INTEGER NOT NULL,
    "PartOfId" TEXT NULL,
    "PartPosition" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "ReviewRequestedAt" TEXT NULL,
    "PublishedAt" TEXT NULL,
    "PublishedBy" TEXT NULL,
    "ExpiresAt" TEXT NULL,
    "ArchivedAt" TEXT NULL,
    "ReplacedById" TEXT NULL,
    "Title" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Summary" TEXT NULL,
    "Body" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Sku" TEXT NULL,
    "Environment" TEXT NULL,
    "Audience" TEXT NOT NULL,
    "SourceKind" TEXT NULL,
    "SourceId" TEXT NULL,
    "TranslationOfId" TEXT NULL,
    "TranslatedVersion" INTEGER NULL,
    "TitleFolded" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "LatestVersion" INTEGER NOT NULL,
    "PublishedVersion" INTEGER NULL,
    "WrittenBy" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "NextBody" TEXT NULL,
    "NextEnvironment" TEXT NULL,
    "NextKind" TEXT NULL,
    "NextLanguage" TEXT NULL,
    "NextSku" TEXT NULL,
    "NextSummary" TEXT NULL,
    "NextTitle" TEXT NULL,
    "NextTranslatedVersion" INTEGER NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_knowledge_lessons" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_lessons" PRIMARY KEY,
    "KnowledgeItemId" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_knowledge_search_documents" (
    "ItemId" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_search_documents" PRIMARY KEY,
    "Language" TEXT NULL,
    "Audience" TEXT NOT NULL,
    "IsQuestion" INTEGER NOT NULL,
    "Facets" TEXT NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidUntil" TEXT NULL,
    "Vector" BLOB NULL,
    "AnalyserVersion" INTEGER NOT NULL,
    "Asked" BLOB NULL,
    "Fingerprint" INTEGER NOT NULL,
    "Change" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_knowledge_sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_sessions" PRIMARY KEY,
    "Reader" TEXT NOT NULL,
    "ReaderKind" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "StartedAt" TEXT NOT NULL,
    "LastAt" TEXT NOT NULL,
    "CaseUntil" TEXT NOT NULL,
    "ShownAt" TEXT NULL,
    "OpenedAt" TEXT NULL,
    "SolvedAt" TEXT NULL,
    "FiledAt" TEXT NULL,
    "FiledKind" TEXT NULL,
    "FiledId" TEXT NULL,
    "SettledAt" TEXT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_knowledge_synonym_lists" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_synonym_lists" PRIMARY KEY,
    "Language" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_knowledge_uses" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_uses" PRIMARY KEY,
    "KnowledgeItemId" TEXT NOT NULL,
    "SubjectKind" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "AgentId" TEXT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_knowledge_votes" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_votes" PRIMARY KEY,
    "KnowledgeItemId" TEXT NOT NULL,
    "Reader" TEXT NOT NULL,
    "ReaderKind" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "IsHelpful" INTEGER NOT NULL,
    "VotedAt" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_knowledge_words" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_words" PRIMARY KEY,
    "Word" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Term" TEXT NOT NULL,
    "Since" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_lead_queues" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_lead_queues" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Criteria" TEXT NULL,
    "Position" INTEGER NOT NULL,
    "Period" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_message_templates" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_message_templates" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "DefaultLanguage" TEXT NOT NULL,
    "ArchivedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_number_series" (
    "Scope" TEXT NOT NULL,
    "Series" TEXT NOT NULL,
    "Last" INTEGER NOT NULL,
    CONSTRAINT "crm_pk_number_series" PRIMARY KEY ("Scope", "Series")
);
CREATE TABLE "crm_outbox" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_outbox" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "AggregateType" TEXT NOT NULL,
    "AggregateId" TEXT NOT NULL,
    "AggregateVersion" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "EventName" TEXT NOT NULL,
    "EventVersion" INTEGER NOT NULL,
    "Payload" TEXT NOT NULL,
    "OccurredAt" TEXT NOT NULL,
    "CorrelationId" TEXT NULL,
    "Cause" TEXT NULL,
    "DueAt" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Lease" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "DoneAt" TEXT NULL,
    "ParkedAt" TEXT NULL,
    "Error" TEXT NULL
);
CREATE TABLE "crm_pipelines" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_pipelines" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "DefaultMark" INTEGER NULL,
    "IsArchived" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_price_lists" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_price_lists" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Currency" TEXT NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidUntil" TEXT NULL,
    "IsDefault" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_products" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_products" PRIMARY KEY,
    "Sku" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "CostAmount" INTEGER NULL,
    "CostCurrency" TEXT NULL,
    "PriceAmount" INTEGER NOT NULL,
    "PriceCurrency" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_queue_agents" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_queue_agents" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Availability" TEXT NOT NULL,
    "AvailableSince" TEXT NOT NULL,
    "Capacity" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_rule_runs" (
    "EventId" TEXT NOT NULL,
    "RuleId" TEXT NOT NULL,
    "RuleKey" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "EventName" TEXT NOT NULL,
    "AggregateId" TEXT NOT NULL,
    "EventAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "Outcomes" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "EndedAt" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "DueAt" TEXT NULL,
    "Error" TEXT NULL,
    "Depth" INTEGER NOT NULL,
    "Chain" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_rule_runs" PRIMARY KEY ("EventId", "RuleId")
);
CREATE TABLE "crm_rules" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_rules" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "EventName" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "IsEnabled" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_salespeople" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_salespeople" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_segment_progress" (
    "SegmentId" TEXT NOT NULL CONSTRAINT "crm_pk_segment_progress" PRIMARY KEY,
    "Epoch" INTEGER NOT NULL,
    "Moment" TEXT NOT NULL,
    "Zone" TEXT NOT NULL,
    "Problem" TEXT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_segment_runs" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_segment_runs" PRIMARY KEY,
    "SegmentId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Mode" TEXT NOT NULL,
    "Moment" TEXT NOT NULL,
    "Asked" INTEGER NULL,
    "Entered" INTEGER NOT NULL,
    "Left" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_segment_touches" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_segment_touches" PRIMARY KEY,
    "CustomerId" TEXT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_segments" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_segments" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "AnnouncesMembers" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Epoch" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ArchivedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_sign_up_forms" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_sign_up_forms" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "OpenedAt" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_sla_policies" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_sla_policies" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "Condition" TEXT NULL,
    "ValidFrom" TEXT NULL,
    "ValidUntil" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "IsActive" INTEGER NOT NULL,
    "DefaultMark" INTEGER NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_stock_items" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_stock_items" PRIMARY KEY,
    "Sku" TEXT NOT NULL,
    "OnHand" INTEGER NOT NULL,
    "Reserved" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_suppressed_addresses" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_suppressed_addresses" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "Since" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_surveys" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_surveys" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Draft" TEXT NULL,
    "Number" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ClosedAt" TEXT NULL,
    "ExpiresAfterDays" INTEGER NOT NULL,
    "RemindsAfterDays" INTEGER NULL,
    "TemplateKey" TEXT NULL,
    "AsksWhenCaseIs" TEXT NULL,
    "LocksRatedCase" INTEGER NOT NULL,
    "LowScore" TEXT NOT NULL,
    "FollowUpHours" INTEGER NOT NULL,
    "FollowUpTeamId" TEXT NULL,
    "FollowUpCaseType" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_technicians" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_technicians" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Email" TEXT NULL,
    "Definition" TEXT NOT NULL,
    "HomeLatitude" REAL NULL,
    "HomeLongitude" REAL NULL,
    "Buffer" INTEGER NOT NULL,
    "IsActive" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_timeline_entries" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_timeline_entries" PRIMARY KEY,
    "At" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Channel" TEXT NULL,
    "Direction" TEXT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "AgentId" TEXT NULL,
    "Audience" TEXT NOT NULL,
    "ReferenceKind" TEXT NULL,
    "ReferenceId" TEXT NULL,
    "Text" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_webhooks" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_webhooks" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    "IsActive" INTEGER NOT NULL,
    "InactiveReason" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_win_lessons" (
    "OpportunityId" TEXT NOT NULL CONSTRAINT "crm_pk_win_lessons" PRIMARY KEY,
    "PipelineId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "IsWon" INTEGER NOT NULL,
    "Traits" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_win_models" (
    "PipelineId" TEXT NOT NULL CONSTRAINT "crm_pk_win_models" PRIMARY KEY,
    "Won" INTEGER NOT NULL,
    "Lost" INTEGER NOT NULL,
    "Slope" REAL NULL,
    "Intercept" REAL NULL,
    "Definition" TEXT NOT NULL,
    "LearnedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL
);
CREATE TABLE "crm_work_queues" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_work_queues" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "IsOpen" INTEGER NOT NULL,
    "Strategy" TEXT NOT NULL,
    "SkillText" TEXT NOT NULL,
    "Reach" TEXT NOT NULL,
    "ReservationTime" INTEGER NULL,
    "RelaxEvery" INTEGER NULL,
    "RelaxTo" INTEGER NOT NULL,
    "AnswerWithin" INTEGER NOT NULL,
    "ShortAbandon" INTEGER NOT NULL,
    "RepeatWindow" INTEGER NOT NULL,
    "Criteria" TEXT NULL,
    "Position" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE "crm_calendar_versions" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_calendar_versions" PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "CalendarId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_calendar_versions_calendars" FOREIGN KEY ("CalendarId") REFERENCES "crm_calendars" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_campaign_costs" (
    "Number" INTEGER NOT NULL,
    "CampaignId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SpentOn" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AmountAmount" INTEGER NOT NULL,
    "AmountCurrency" TEXT NOT NULL,
    CONSTRAINT "crm_pk_campaign_costs" PRIMARY KEY ("CampaignId", "Number"),
    CONSTRAINT "crm_fk_campaign_costs_campaigns" FOREIGN KEY ("CampaignId") REFERENCES "crm_campaigns" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_campaign_segments" (
    "Key" TEXT NOT NULL,
    "CampaignId" TEXT NOT NULL,
    "IsExcluded" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_campaign_segments" PRIMARY KEY ("CampaignId", "Key"),
    CONSTRAINT "crm_fk_campaign_segments_campaigns" FOREIGN KEY ("CampaignId") REFERENCES "crm_campaigns" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_campaign_variants" (
    "Key" TEXT NOT NULL,
    "CampaignId" TEXT NOT NULL,
    "TemplateKey" TEXT NOT NULL,
    "Weight" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_campaign_variants" PRIMARY KEY ("CampaignId", "Key"),
    CONSTRAINT "crm_fk_campaign_variants_campaigns" FOREIGN KEY ("CampaignId") REFERENCES "crm_campaigns" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_custom_field_labels" (
    "Choice" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "FieldId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_custom_field_labels" PRIMARY KEY ("FieldId", "Choice", "Language"),
    CONSTRAINT "crm_fk_custom_field_labels_custom_fields" FOREIGN KEY ("FieldId") REFERENCES "crm_custom_fields" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_custom_field_options" (
    "Key" TEXT NOT NULL,
    "FieldId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_custom_field_options" PRIMARY KEY ("FieldId", "Key"),
    CONSTRAINT "crm_fk_custom_field_options_custom_fields" FOREIGN KEY ("FieldId") REFERENCES "crm_custom_fields" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_import_items" (
    "ImportId" TEXT NOT NULL,
    "Row" INTEGER NOT NULL,
    "Outcome" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "CustomerVersion" INTEGER NOT NULL,
    "Code" TEXT NULL,
    "Changes" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_customer_import_items" PRIMARY KEY ("ImportId", "Row"),
    CONSTRAINT "crm_fk_customer_import_items_imports" FOREIGN KEY ("ImportId") REFERENCES "crm_customer_imports" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_merge_rows" (
    "MergeId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Change" TEXT NOT NULL,
    "Table" TEXT NOT NULL,
    "Column" TEXT NULL,
    "Key" TEXT NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_customer_merge_rows" PRIMARY KEY ("MergeId", "Ordinal"),
    CONSTRAINT "crm_fk_customer_merge_rows_merges" FOREIGN KEY ("MergeId") REFERENCES "crm_customer_merges" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_activities" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_activities" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "IsTask" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Description" TEXT NULL,
    "Place" TEXT NULL,
    "CustomerId" TEXT NULL,
    "AboutKind" TEXT NULL,
    "AboutId" TEXT NULL,
    "AssigneeId" TEXT NULL,
    "TeamId" TEXT NULL,
    "Priority" TEXT NOT NULL,
    "Audience" TEXT NOT NULL,
    "Channel" TEXT NULL,
    "PlannedAt" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "TimeZone" TEXT NOT NULL,
    "OpenUntil" TEXT NULL,
    "StartedAt" TEXT NULL,
    "SettledAt" TEXT NULL,
    "SettledBy" TEXT NULL,
    "Outcome" TEXT NULL,
    "Took" INTEGER NULL,
    "InteractionId" TEXT NULL,
    "Recurrence" TEXT NULL,
    "SeriesId" TEXT NULL,
    "SeriesStart" TEXT NULL,
    "OccurrenceAt" TEXT NULL,
    "Sequence" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "NextReminderAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_activities_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_campaign_recipients" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_campaign_recipients" PRIMARY KEY,
    "CampaignId" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "IsPermitted" INTEGER NOT NULL,
    "IsTest" INTEGER NOT NULL,
    "Variant" TEXT NULL,
    "DueAt" TEXT NULL,
    "IsPostponed" INTEGER NOT NULL,
    "Zone" TEXT NULL,
    "AddressKey" TEXT NULL,
    "PlannedAt" TEXT NOT NULL,
    "MessageId" TEXT NULL,
    "SentAt" TEXT NULL,
    "DeliveredAt" TEXT NULL,
    "OpenedAt" TEXT NULL,
    "ClickedAt" TEXT NULL,
    "RepliedAt" TEXT NULL,
    "BouncedAt" TEXT NULL,
    "IsHardBounce" INTEGER NOT NULL,
    "OptedOutAt" TEXT NULL,
    "ConvertedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_campaign_recipients_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_campaign_responses" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_campaign_responses" PRIMARY KEY,
    "RecipientId" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "At" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_campaign_responses_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_change_requests" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_change_requests" PRIMARY KEY,
    "CodeAddress" TEXT NULL,
    "CodeNumber" INTEGER NOT NULL,
    "AttemptsLeft" INTEGER NOT NULL,
    "Obstacle" TEXT NULL,
    "CustomerId" TEXT NOT NULL,
    "Domain" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Change" TEXT NOT NULL,
    "Before" TEXT NOT NULL,
    "SeenVersion" INTEGER NOT NULL,
    "RequestedById" TEXT NOT NULL,
    "RequestedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "DecidedById" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "Reason" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_change_requests_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_consents" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_consents" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "Purpose" TEXT NULL,
    "Channel" TEXT NULL,
    "Status" TEXT NOT NULL,
    "Basis" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Wording" TEXT NULL,
    "Proof" TEXT NULL,
    "At" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Until" TEXT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "TokenHash" TEXT NULL,
    "AnswersId" TEXT NULL,
    "MergeId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_consents_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_contact_points" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_contact_points" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "IsPrimary" INTEGER NOT NULL,
    "Use" TEXT NOT NULL,
    "Label" TEXT NULL,
    "InvalidSince" TEXT NULL,
    "InvalidReason" TEXT NULL,
    "OptedOutSince" TEXT NULL,
    "CustomerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_contact_points_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_addresses" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_customer_addresses" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "CityFolded" TEXT NULL,
    "PostalCodeFolded" TEXT NULL,
    "Label" TEXT NULL,
    "IsPrimary" INTEGER NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "City" TEXT NULL,
    "Country" TEXT NULL,
    "Line1" TEXT NULL,
    "Line2" TEXT NULL,
    "PostalCode" TEXT NULL,
    "Region" TEXT NULL,
    CONSTRAINT "crm_fk_customer_addresses_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_feedback" (
    "CustomerId" TEXT NOT NULL CONSTRAINT "crm_pk_customer_feedback" PRIMARY KEY,
    "InvitedAt" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "Nps" INTEGER NULL,
    "Csat" INTEGER NULL,
    "Ces" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_customer_feedback_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_fields" (
    "FieldId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Text" TEXT NULL,
    "Folded" TEXT NULL,
    "Number" INTEGER NULL,
    "Date" TEXT NULL,
    "At" TEXT NULL,
    "Flag" INTEGER NULL,
    "Choice" TEXT NULL,
    CONSTRAINT "crm_pk_customer_fields" PRIMARY KEY ("CustomerId", "FieldId", "Ordinal"),
    CONSTRAINT "crm_fk_customer_fields_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_insights" (
    "CustomerId" TEXT NOT NULL CONSTRAINT "crm_pk_customer_insights" PRIMARY KEY,
    "RunId" TEXT NOT NULL,
    "AsOf" TEXT NOT NULL,
    "Currency" TEXT NOT NULL,
    "Orders" INTEGER NOT NULL,
    "PurchaseDays" INTEGER NOT NULL,
    "FirstPurchaseOn" TEXT NOT NULL,
    "LastPurchaseOn" TEXT NOT NULL,
    "Spent" INTEGER NOT NULL,
    "AverageSpend" INTEGER NULL,
    "HistoricValue" INTEGER NOT NULL,
    "RecencyScore" INTEGER NOT NULL,
    "FrequencyScore" INTEGER NOT NULL,
    "MonetaryScore" INTEGER NOT NULL,
    "Segment" TEXT NULL,
    "ChurnProbability" INTEGER NULL,
    "ExpectedPurchases" INTEGER NULL,
    "LifetimeValue" INTEGER NULL,
    "LifetimeValueFrom" INTEGER NULL,
    "LifetimeValueTo" INTEGER NULL,
    "NextPurchaseOn" TEXT NULL,
    "NextPurchaseFrom" TEXT NULL,
    "NextPurchaseUntil" TEXT NULL,
    "OverdueSince" TEXT NULL,
    "IsAtRisk" INTEGER NOT NULL,
    "ComputedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_customer_insights_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_keys" (
    "CustomerId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_customer_keys" PRIMARY KEY ("CustomerId", "Ordinal"),
    CONSTRAINT "crm_fk_customer_keys_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_preferences" (
    "Key" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "ValueFolded" TEXT NOT NULL,
    "Source" TEXT NULL,
    "SetAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_customer_preferences" PRIMARY KEY ("CustomerId", "Key"),
    CONSTRAINT "crm_fk_customer_preferences_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_references" (
    "System" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_customer_references" PRIMARY KEY ("CustomerId", "System", "Value"),
    CONSTRAINT "crm_fk_customer_references_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_tags" (
    "Name" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_customer_tags" PRIMARY KEY ("CustomerId", "Name"),
    CONSTRAINT "crm_fk_customer_tags_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_customer_tombstones" (
    "AbsorbedId" TEXT NOT NULL CONSTRAINT "crm_pk_customer_tombstones" PRIMARY KEY,
    "SurvivorId" TEXT NOT NULL,
    "MergeId" TEXT NOT NULL,
    "MergedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_customer_tombstones_customers" FOREIGN KEY ("SurvivorId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_entitlements" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_entitlements" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "Contract" TEXT NULL,
    "Sku" TEXT NULL,
    "Unit" TEXT NOT NULL,
    "Decrease" TEXT NOT NULL,
    "WhenExhausted" TEXT NOT NULL,
    "Total" INTEGER NOT NULL,
    "Used" INTEGER NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidUntil" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "RenewalOfId" TEXT NULL,
    "EntryCount" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_entitlements_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_interactions" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_interactions" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "OrganisationId" TEXT NULL,
    "Channel" TEXT NOT NULL,
    "Direction" TEXT NOT NULL,
    "Audience" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Body" TEXT NULL,
    "At" TEXT NOT NULL,
    "Duration" INTEGER NULL,
    "AgentId" TEXT NULL,
    "CustomerAddress" TEXT NULL,
    "OurAddress" TEXT NULL,
    "ExternalId" TEXT NULL,
    "InReplyTo" TEXT NULL,
    "ThreadKey" TEXT NULL,
    "IsAutomatic" INTEGER NOT NULL,
    "CountsAsResponse" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_interactions_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_interactions_organisations" FOREIGN KEY ("OrganisationId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_journey_runs" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_journey_runs" PRIMARY KEY,
    "JourneyId" TEXT NOT NULL,
    "JourneyKey" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "EnteredBy" TEXT NOT NULL,
    "EnteredAt" TEXT NOT NULL,
    "EventId" TEXT NULL,
    "IsControl" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "IsLive" INTEGER NULL,
    "Step" TEXT NOT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "EndedAt" TEXT NULL,
    "GoalUntil" TEXT NULL,
    "ReachedAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "Problem" TEXT NULL,
    "Chain" TEXT NULL,
    "Lease" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_journey_runs_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_lifecycle_changes" (
    "Ordinal" INTEGER NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "ActorId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_lifecycle_changes" PRIMARY KEY ("CustomerId", "Ordinal"),
    CONSTRAINT "crm_fk_lifecycle_changes_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_memberships" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_memberships" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "Role" TEXT NULL,
    "Department" TEXT NULL,
    "Since" TEXT NULL,
    "Until" TEXT NULL,
    "IsActive" INTEGER NOT NULL,
    "IsPrimary" INTEGER NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_memberships_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "crm_fk_memberships_organisations" FOREIGN KEY ("OrganisationId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_onboardings" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_onboardings" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "BegunOn" TEXT NOT NULL,
    "BegunAt" TEXT NOT NULL,
    "CompletedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_onboardings_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_orders" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_orders" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "PlacedAt" TEXT NOT NULL,
    "PurchasedOn" TEXT NOT NULL,
    "ExternalId" TEXT NULL,
    "RequestHash" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "BaseTotalAmount" INTEGER NULL,
    "BaseTotalCurrency" TEXT NULL,
    "TotalAmount" INTEGER NOT NULL,
    "TotalCurrency" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_orders_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_outbound_messages" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_outbound_messages" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "AboutKind" TEXT NULL,
    "AboutId" TEXT NULL,
    "IsAutomatic" INTEGER NOT NULL,
    "Audience" TEXT NOT NULL,
    "TemplateKey" TEXT NULL,
    "TemplateVersion" INTEGER NULL,
    "Language" TEXT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Html" TEXT NULL,
    "Recipient" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "AddressKey" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "InReplyTo" TEXT NULL,
    "AgentId" TEXT NULL,
    "Status" TEXT NOT NULL,
    "QueuedAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "SentAt" TEXT NULL,
    "SettledAt" TEXT NULL,
    "SenderReference" TEXT NULL,
    "InteractionId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_outbound_messages_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_partners" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_partners" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Weight" INTEGER NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidThrough" TEXT NULL,
    "Latitude" REAL NULL,
    "Longitude" REAL NULL,
    "RegisteredAt" TEXT NOT NULL,
    "DeactivatedAt" TEXT NULL,
    "DeactivatedFor" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_partners_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_planned_sendings" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_planned_sendings" PRIMARY KEY,
    "Scope" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "AddressKey" TEXT NULL,
    "Day" TEXT NOT NULL,
    "IsCounted" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_planned_sendings_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_portal_accounts" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_portal_accounts" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "OrganisationId" TEXT NULL,
    "Role" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Email" TEXT NOT NULL,
    "EmailKey" TEXT NULL,
    "EmailProvenAt" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "AcceptedAt" TEXT NULL,
    "LastSignInAt" TEXT NULL,
    "CredentialsSince" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "InvitationNumber" INTEGER NOT NULL,
    "InvitationExpiresAt" TEXT NULL,
    "InvitedById" TEXT NOT NULL,
    "InvitationObstacle" TEXT NULL,
    "TokenHash" TEXT NULL,
    "Issuer" TEXT NULL,
    "Subject" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_portal_accounts_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_portal_accounts_organisations" FOREIGN KEY ("OrganisationId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_price_agreements" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_price_agreements" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "PriceListId" TEXT NULL,
    "Sku" TEXT NULL,
    "FromQuantity" INTEGER NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidUntil" TEXT NULL,
    "AgreedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "PriceAmount" INTEGER NULL,
    "PriceCurrency" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_price_agreements_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_privacy_measures" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_privacy_measures" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "PlacedAt" TEXT NOT NULL,
    "PlacedById" TEXT NOT NULL,
    "PlacedByName" TEXT NOT NULL,
    "Until" TEXT NULL,
    "LiftedAt" TEXT NULL,
    "LiftedById" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_privacy_measures_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_quotes" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_quotes" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "OpportunityId" TEXT NULL,
    "Status" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "ValidThrough" TEXT NOT NULL,
    "RevisedAt" TEXT NOT NULL,
    "SubmittedBy" TEXT NULL,
    "ApprovedBy" TEXT NULL,
    "Reason" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "OrderId" TEXT NULL,
    "TokenHash" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "TotalAmount" INTEGER NOT NULL,
    "TotalCurrency" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_quotes_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_segment_memberships" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_segment_memberships" PRIMARY KEY,
    "SegmentId" TEXT NOT NULL,
    "SegmentKey" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "IsCurrent" INTEGER NULL,
    "EnteredAt" TEXT NOT NULL,
    "EnteredBecause" TEXT NOT NULL,
    "EnteredNumber" INTEGER NULL,
    "EnteredBy" TEXT NULL,
    "EnteredNote" TEXT NULL,
    "LeftAt" TEXT NULL,
    "LeftBecause" TEXT NULL,
    "LeftNumber" INTEGER NULL,
    "LeftBy" TEXT NULL,
    "LeftNote" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_segment_memberships_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_subscriptions" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_subscriptions" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "Sku" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "PeriodMonths" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "StartsOn" TEXT NOT NULL,
    "AnchorOn" TEXT NOT NULL,
    "AnchorPeriod" INTEGER NOT NULL,
    "Periods" INTEGER NOT NULL,
    "MaxPeriods" INTEGER NULL,
    "NextOn" TEXT NULL,
    "RetryOn" TEXT NULL,
    "EndsWithPeriod" INTEGER NOT NULL,
    "PausedOn" TEXT NULL,
    "Reason" TEXT NULL,
    "EndedOn" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "NextPriceAmount" INTEGER NULL,
    "NextPriceCurrency" TEXT NULL,
    "UnitPriceAmount" INTEGER NOT NULL,
    "UnitPriceCurrency" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_subscriptions_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_journey_events" (
    "Number" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "JourneyId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_journey_events" PRIMARY KEY ("JourneyId", "Number", "Name"),
    CONSTRAINT "crm_fk_journey_events_journeys" FOREIGN KEY ("JourneyId") REFERENCES "crm_journeys" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_journey_versions" (
    "Number" INTEGER NOT NULL,
    "JourneyId" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "WrittenAt" TEXT NOT NULL,
    "PublishedAt" TEXT NULL,
    "RetiredAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_journey_versions" PRIMARY KEY ("JourneyId", "Number"),
    CONSTRAINT "crm_fk_journey_versions_journeys" FOREIGN KEY ("JourneyId") REFERENCES "crm_journeys" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_knowledge_files" (
    "Number" INTEGER NOT NULL,
    "ItemId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    "StorageKey" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_knowledge_files" PRIMARY KEY ("ItemId", "Number"),
    CONSTRAINT "crm_fk_knowledge_files_knowledge_items" FOREIGN KEY ("ItemId") REFERENCES "crm_knowledge_items" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_knowledge_filing" (
    "CategoryId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_knowledge_filing" PRIMARY KEY ("ItemId", "CategoryId"),
    CONSTRAINT "crm_fk_knowledge_filing_categories" FOREIGN KEY ("CategoryId") REFERENCES "crm_knowledge_categories" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_knowledge_filing_knowledge_items" FOREIGN KEY ("ItemId") REFERENCES "crm_knowledge_items" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_knowledge_relations" (
    "RelatedId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_knowledge_relations" PRIMARY KEY ("ItemId", "RelatedId"),
    CONSTRAINT "crm_fk_knowledge_relations_knowledge_items" FOREIGN KEY ("ItemId") REFERENCES "crm_knowledge_items" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_knowledge_tags" (
    "Name" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_knowledge_tags" PRIMARY KEY ("ItemId", "Name"),
    CONSTRAINT "crm_fk_knowledge_tags_knowledge_items" FOREIGN KEY ("ItemId") REFERENCES "crm_knowledge_items" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_knowledge_versions" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_versions" PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "Note" TEXT NULL,
    "At" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Environment" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Sku" TEXT NULL,
    "Summary" TEXT NULL,
    "Title" TEXT NOT NULL,
    "TranslatedVersion" INTEGER NULL,
    CONSTRAINT "crm_fk_knowledge_versions_knowledge_items" FOREIGN KEY ("ItemId") REFERENCES "crm_knowledge_items" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_knowledge_query_words" (
    "QuestionId" TEXT NOT NULL,
    "Word" TEXT NOT NULL,
    "Reader" TEXT NOT NULL,
    "SessionId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_knowledge_query_words" PRIMARY KEY ("QuestionId", "Word"),
    CONSTRAINT "crm_fk_knowledge_query_words_knowledge_sessions" FOREIGN KEY ("SessionId") REFERENCES "crm_knowledge_sessions" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_knowledge_questions" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_questions" PRIMARY KEY,
    "Reader" TEXT NOT NULL,
    "Language" TEXT NULL,
    "Hits" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "SessionId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_knowledge_questions_knowledge_sessions" FOREIGN KEY ("SessionId") REFERENCES "crm_knowledge_sessions" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_knowledge_readings" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_knowledge_readings" PRIMARY KEY,
    "KnowledgeItemId" TEXT NOT NULL,
    "Reader" TEXT NOT NULL,
    "QuestionId" TEXT NULL,
    "OpenedAt" TEXT NOT NULL,
    "HelpedAt" TEXT NULL,
    "FailedAt" TEXT NULL,
    "SessionId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_knowledge_readings_knowledge_sessions" FOREIGN KEY ("SessionId") REFERENCES "crm_knowledge_sessions" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_lead_queue_members" (
    "UserId" TEXT NOT NULL,
    "QueueId" TEXT NOT NULL,
    "Weight" INTEGER NOT NULL,
    "Capacity" INTEGER NULL,
    "Period" TEXT NULL,
    "Given" INTEGER NOT NULL,
    "LastAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_lead_queue_members" PRIMARY KEY ("QueueId", "UserId"),
    CONSTRAINT "crm_fk_lead_queue_members_lead_queues" FOREIGN KEY ("QueueId") REFERENCES "crm_lead_queues" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_territories" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_territories" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "LeadCriteria" TEXT NULL,
    "CustomerCriteria" TEXT NULL,
    "DealCriteria" TEXT NULL,
    "OwnerId" TEXT NULL,
    "TeamId" TEXT NULL,
    "QueueId" TEXT NULL,
    "FallbackMark" INTEGER NULL,
    "IsRetired" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_territories_lead_queues" FOREIGN KEY ("QueueId") REFERENCES "crm_lead_queues" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_template_versions" (
    "Number" INTEGER NOT NULL,
    "TemplateId" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Subject" TEXT NULL,
    "Text" TEXT NOT NULL,
    "Html" TEXT NULL,
    "ActorId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_template_versions" PRIMARY KEY ("TemplateId", "Number"),
    CONSTRAINT "crm_fk_template_versions_message_templates" FOREIGN KEY ("TemplateId") REFERENCES "crm_message_templates" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_pipeline_stages" (
    "Key" TEXT NOT NULL,
    "PipelineId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "Probability" INTEGER NOT NULL,
    "ForecastCategory" TEXT NOT NULL,
    "RequiredText" TEXT NOT NULL,
    "Condition" TEXT NULL,
    "MaxAge" INTEGER NULL,
    "IsRetired" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_pipeline_stages" PRIMARY KEY ("PipelineId", "Key"),
    CONSTRAINT "crm_fk_pipeline_stages_pipelines" FOREIGN KEY ("PipelineId") REFERENCES "crm_pipelines" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_price_list_lines" (
    "Sku" TEXT NOT NULL,
    "FromQuantity" INTEGER NOT NULL,
    "PriceListId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "PriceAmount" INTEGER NOT NULL,
    "PriceCurrency" TEXT NOT NULL,
    CONSTRAINT "crm_pk_price_list_lines" PRIMARY KEY ("PriceListId", "Sku", "FromQuantity"),
    CONSTRAINT "crm_fk_price_list_lines_price_lists" FOREIGN KEY ("PriceListId") REFERENCES "crm_price_lists" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_product_components" (
    "Number" INTEGER NOT NULL,
    "ProductId" TEXT NOT NULL,
    "Sku" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_product_components" PRIMARY KEY ("ProductId", "Number"),
    CONSTRAINT "crm_fk_product_components_products" FOREIGN KEY ("ProductId") REFERENCES "crm_products" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_queue_agent_channels" (
    "Channel" TEXT NOT NULL,
    "AgentId" TEXT NOT NULL,
    "Units" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_queue_agent_channels" PRIMARY KEY ("AgentId", "Channel"),
    CONSTRAINT "crm_fk_queue_agent_channels_queue_agents" FOREIGN KEY ("AgentId") REFERENCES "crm_queue_agents" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_queue_agent_periods" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_queue_agent_periods" PRIMARY KEY,
    "AgentId" TEXT NOT NULL,
    "Availability" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Until" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_queue_agent_periods_queue_agents" FOREIGN KEY ("AgentId") REFERENCES "crm_queue_agents" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_queue_agent_skills" (
    "Skill" TEXT NOT NULL,
    "AgentId" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_queue_agent_skills" PRIMARY KEY ("AgentId", "Skill"),
    CONSTRAINT "crm_fk_queue_agent_skills_queue_agents" FOREIGN KEY ("AgentId") REFERENCES "crm_queue_agents" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_rule_versions" (
    "Revision" INTEGER NOT NULL,
    "RuleId" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_rule_versions" PRIMARY KEY ("RuleId", "Revision"),
    CONSTRAINT "crm_fk_rule_versions_rules" FOREIGN KEY ("RuleId") REFERENCES "crm_rules" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_sales_judgements" (
    "Version" INTEGER NOT NULL,
    "SalespersonId" TEXT NOT NULL,
    "PeriodStart" TEXT NOT NULL,
    "PeriodLength" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Until" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "AmountAmount" INTEGER NOT NULL,
    "AmountCurrency" TEXT NOT NULL,
    CONSTRAINT "crm_pk_sales_judgements" PRIMARY KEY ("SalespersonId", "Version"),
    CONSTRAINT "crm_fk_sales_judgements_salespeople" FOREIGN KEY ("SalespersonId") REFERENCES "crm_salespeople" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_sales_places" (
    "Version" INTEGER NOT NULL,
    "SalespersonId" TEXT NOT NULL,
    "LeaderId" TEXT NULL,
    "TeamId" TEXT NULL,
    "At" TEXT NOT NULL,
    "Until" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_sales_places" PRIMARY KEY ("SalespersonId", "Version"),
    CONSTRAINT "crm_fk_sales_places_salespeople" FOREIGN KEY ("SalespersonId") REFERENCES "crm_salespeople" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_sales_quotas" (
    "Version" INTEGER NOT NULL,
    "SalespersonId" TEXT NOT NULL,
    "PeriodStart" TEXT NOT NULL,
    "PeriodLength" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Until" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "TargetAmount" INTEGER NOT NULL,
    "TargetCurrency" TEXT NOT NULL,
    CONSTRAINT "crm_pk_sales_quotas" PRIMARY KEY ("SalespersonId", "Version"),
    CONSTRAINT "crm_fk_sales_quotas_salespeople" FOREIGN KEY ("SalespersonId") REFERENCES "crm_salespeople" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_segment_versions" (
    "Number" INTEGER NOT NULL,
    "SegmentId" TEXT NOT NULL,
    "Criteria" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_segment_versions" PRIMARY KEY ("SegmentId", "Number"),
    CONSTRAINT "crm_fk_segment_versions_segments" FOREIGN KEY ("SegmentId") REFERENCES "crm_segments" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_sign_ups" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_sign_ups" PRIMARY KEY,
    "FormId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Email" TEXT NULL,
    "AddressHash" TEXT NOT NULL,
    "SenderHash" TEXT NOT NULL,
    "Language" TEXT NULL,
    "Answers" TEXT NULL,
    "Agreed" TEXT NULL,
    "SubmittedAt" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "AskedAt" TEXT NULL,
    "TokenHash" TEXT NULL,
    "ConfirmedAt" TEXT NULL,
    "Proof" TEXT NULL,
    "CustomerId" TEXT NULL,
    "IsNewCustomer" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_sign_ups_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "crm_fk_sign_ups_forms" FOREIGN KEY ("FormId") REFERENCES "crm_sign_up_forms" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_sla_policy_versions" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_sla_policy_versions" PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "Definition" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "PolicyId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_sla_policy_versions_sla_policies" FOREIGN KEY ("PolicyId") REFERENCES "crm_sla_policies" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_survey_invitations" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_survey_invitations" PRIMARY KEY,
    "SurveyId" TEXT NOT NULL,
    "SurveyKey" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "AboutKind" TEXT NULL,
    "AboutId" TEXT NULL,
    "Sku" TEXT NULL,
    "AgentId" TEXT NULL,
    "Channel" TEXT NULL,
    "Language" TEXT NULL,
    "Status" TEXT NOT NULL,
    "InvitedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "RemindAt" TEXT NULL,
    "RemindedAt" TEXT NULL,
    "DueAt" TEXT NULL,
    "SettledAt" TEXT NULL,
    "IsLow" INTEGER NOT NULL,
    "FollowUpKind" TEXT NULL,
    "FollowUpId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_survey_invitations_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_survey_invitations_surveys" FOREIGN KEY ("SurveyId") REFERENCES "crm_surveys" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_survey_versions" (
    "Number" INTEGER NOT NULL,
    "SurveyId" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "PublishedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_survey_versions" PRIMARY KEY ("SurveyId", "Number"),
    CONSTRAINT "crm_fk_survey_versions_surveys" FOREIGN KEY ("SurveyId") REFERENCES "crm_surveys" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_technician_absences" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_technician_absences" PRIMARY KEY,
    "From" TEXT NOT NULL,
    "Until" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "TechnicianId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_technician_absences_technicians" FOREIGN KEY ("TechnicianId") REFERENCES "crm_technicians" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_technician_skills" (
    "Skill" TEXT NOT NULL,
    "TechnicianId" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "CertifiedUntil" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_technician_skills" PRIMARY KEY ("TechnicianId", "Skill"),
    CONSTRAINT "crm_fk_technician_skills_technicians" FOREIGN KEY ("TechnicianId") REFERENCES "crm_technicians" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_timeline_links" (
    "SubjectId" TEXT NOT NULL,
    "EntryId" TEXT NOT NULL,
    "SubjectKind" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Audience" TEXT NOT NULL,
    "Channel" TEXT NULL,
    "Direction" TEXT NULL,
    "AgentId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_timeline_links" PRIMARY KEY ("EntryId", "SubjectId"),
    CONSTRAINT "crm_fk_timeline_links_entries" FOREIGN KEY ("EntryId") REFERENCES "crm_timeline_entries" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_webhook_deliveries" (
    "SubscriptionId" TEXT NOT NULL,
    "EventId" TEXT NOT NULL,
    "EventName" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Failures" INTEGER NOT NULL,
    "DueAt" TEXT NULL,
    "Attempts" TEXT NOT NULL,
    "DeliveredAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_webhook_deliveries" PRIMARY KEY ("SubscriptionId", "EventId"),
    CONSTRAINT "crm_fk_webhook_deliveries_webhooks" FOREIGN KEY ("SubscriptionId") REFERENCES "crm_webhooks" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_webhook_events" (
    "Name" TEXT NOT NULL,
    "SubscriptionId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_webhook_events" PRIMARY KEY ("SubscriptionId", "Name"),
    CONSTRAINT "crm_fk_webhook_events_webhooks" FOREIGN KEY ("SubscriptionId") REFERENCES "crm_webhooks" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_webhook_secrets" (
    "Ordinal" INTEGER NOT NULL,
    "SubscriptionId" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "Until" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_webhook_secrets" PRIMARY KEY ("SubscriptionId", "Ordinal"),
    CONSTRAINT "crm_fk_webhook_secrets_webhooks" FOREIGN KEY ("SubscriptionId") REFERENCES "crm_webhooks" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_work_items" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_work_items" PRIMARY KEY,
    "QueueId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "CaseId" TEXT NULL,
    "InteractionId" TEXT NULL,
    "CustomerId" TEXT NULL,
    "Topic" TEXT NULL,
    "Demand" TEXT NOT NULL,
    "Channel" TEXT NULL,
    "Units" INTEGER NOT NULL,
    "Rank" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "UserId" TEXT NULL,
    "QueuedAt" TEXT NOT NULL,
    "EnqueuedAt" TEXT NOT NULL,
    "OfferedUntil" TEXT NULL,
    "AcceptedAt" TEXT NULL,
    "HandlingSince" TEXT NULL,
    "EndedAt" TEXT NULL,
    "RepeatUntil" TEXT NULL,
    "Unassigned" TEXT NULL,
    "WaitMilliseconds" INTEGER NULL,
    "TalkMilliseconds" INTEGER NOT NULL,
    "HoldMilliseconds" INTEGER NOT NULL,
    "WrapUpMilliseconds" INTEGER NOT NULL,
    "Transfers" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_work_items_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_work_items_work_queues" FOREIGN KEY ("QueueId") REFERENCES "crm_work_queues" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_work_queue_members" (
    "UserId" TEXT NOT NULL,
    "QueueId" TEXT NOT NULL,
    "Weight" INTEGER NOT NULL,
    "Turn" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_work_queue_members" PRIMARY KEY ("QueueId", "UserId"),
    CONSTRAINT "crm_fk_work_queue_members_work_queues" FOREIGN KEY ("QueueId") REFERENCES "crm_work_queues" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_activity_moves" (
    "Number" INTEGER NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "FromStart" TEXT NOT NULL,
    "FromEnd" TEXT NOT NULL,
    "ToStart" TEXT NOT NULL,
    "ToEnd" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_activity_moves" PRIMARY KEY ("ActivityId", "Number"),
    CONSTRAINT "crm_fk_activity_moves_activities" FOREIGN KEY ("ActivityId") REFERENCES "crm_activities" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_activity_participants" (
    "Number" INTEGER NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Address" TEXT NULL,
    "Name" TEXT NULL,
    "CustomerId" TEXT NULL,
    "AgentId" TEXT NULL,
    "Acceptance" TEXT NOT NULL,
    "AnsweredAt" TEXT NULL,
    CONSTRAINT "crm_pk_activity_participants" PRIMARY KEY ("ActivityId", "Number"),
    CONSTRAINT "crm_fk_activity_participants_activities" FOREIGN KEY ("ActivityId") REFERENCES "crm_activities" ("Id") ON DELETE CASCADE,
    CONSTRAINT "crm_fk_activity_participants_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_activity_reminders" (
    "Before" INTEGER NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "RaisedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_activity_reminders" PRIMARY KEY ("ActivityId", "Before"),
    CONSTRAINT "crm_fk_activity_reminders_activities" FOREIGN KEY ("ActivityId") REFERENCES "crm_activities" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_cases" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_cases" PRIMARY KEY,
    "EntitlementId" TEXT NULL,
    "IsFollowedByCustomer" INTEGER NOT NULL,
    "IsFollowedByOrganisation" INTEGER NOT NULL,
    "LockedAt" TEXT NULL,
    "FollowUpOfId" TEXT NULL,
    "MergedIntoId" TEXT NULL,
    "MergedAt" TEXT NULL,
    "Type" TEXT NULL,
    "Channel" TEXT NULL,
    "Sku" TEXT NULL,
    "SerialNumber" TEXT NULL,
    "OrderId" TEXT NULL,
    "OrderLine" INTEGER NULL,
    "ParentId" TEXT NULL,
    "Children" INTEGER NOT NULL,
    "Number" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "OrganisationId" TEXT NULL,
    "Subject" TEXT NOT NULL,
    "Priority" TEXT NOT NULL,
    "AssigneeId" TEXT NULL,
    "Solution" TEXT NULL,
    "OpenedAt" TEXT NOT NULL,
    "FirstRespondedAt" TEXT NULL,
    "ResolvedAt" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "AwaitingSince" TEXT NULL,
    "SilentSince" TEXT NULL,
    "Rank" INTEGER NOT NULL,
    "PolicyVersionId" TEXT NULL,
    "CalendarVersionId" TEXT NULL,
    "PromisedPriority" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_cases_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_cases_entitlements" FOREIGN KEY ("EntitlementId") REFERENCES "crm_entitlements" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_cases_organisations" FOREIGN KEY ("OrganisationId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_cases_parents" FOREIGN KEY ("ParentId") REFERENCES "crm_cases" ("Id") ON DELETE SET NULL
);
CREATE TABLE "crm_entitlement_entries" (
    "Number" INTEGER NOT NULL,
    "EntitlementId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Amount" INTEGER NOT NULL,
    "Remaining" INTEGER NOT NULL,
    "CaseId" TEXT NULL,
    "Note" TEXT NULL,
    "ActorId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_entitlement_entries" PRIMARY KEY ("EntitlementId", "Number"),
    CONSTRAINT "crm_fk_entitlement_entries_entitlements" FOREIGN KEY ("EntitlementId") REFERENCES "crm_entitlements" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_interaction_attachments" (
    "Number" INTEGER NOT NULL,
    "InteractionId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    "StorageKey" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_interaction_attachments" PRIMARY KEY ("InteractionId", "Number"),
    CONSTRAINT "crm_fk_interaction_attachments_interactions" FOREIGN KEY ("InteractionId") REFERENCES "crm_interactions" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_interaction_calls" (
    "InteractionId" TEXT NOT NULL CONSTRAINT "crm_pk_interaction_calls" PRIMARY KEY,
    "Status" TEXT NOT NULL,
    "NumberDialled" TEXT NULL,
    "NumberKind" TEXT NOT NULL,
    "Recording" TEXT NULL,
    "Wait" INTEGER NULL,
    "Talk" INTEGER NULL,
    "Hold" INTEGER NULL,
    "WrapUp" INTEGER NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_interaction_calls_interactions" FOREIGN KEY ("InteractionId") REFERENCES "crm_interactions" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_interaction_links" (
    "SubjectKind" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "InteractionId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_interaction_links" PRIMARY KEY ("InteractionId", "SubjectKind", "SubjectId"),
    CONSTRAINT "crm_fk_interaction_links_interactions" FOREIGN KEY ("InteractionId") REFERENCES "crm_interactions" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_interaction_participants" (
    "Number" INTEGER NOT NULL,
    "InteractionId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Address" TEXT NULL,
    "Name" TEXT NULL,
    "CustomerId" TEXT NULL,
    "AgentId" TEXT NULL,
    "Acceptance" TEXT NOT NULL,
    "AnsweredAt" TEXT NULL,
    CONSTRAINT "crm_pk_interaction_participants" PRIMARY KEY ("InteractionId", "Number"),
    CONSTRAINT "crm_fk_interaction_participants_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_interaction_participants_interactions" FOREIGN KEY ("InteractionId") REFERENCES "crm_interactions" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_statements" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_statements" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "OrganisationId" TEXT NULL,
    "InteractionId" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Sku" TEXT NULL,
    "Origin" TEXT NOT NULL,
    "Confidence" INTEGER NULL,
    "At" TEXT NOT NULL,
    "NotedById" TEXT NOT NULL,
    "NotedByName" TEXT NOT NULL,
    "NotedAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "StatusAt" TEXT NULL,
    "StatusBy" TEXT NULL,
    "StatusReason" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_statements_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_statements_interactions" FOREIGN KEY ("InteractionId") REFERENCES "crm_interactions" ("Id") ON DELETE SET NULL,
    CONSTRAINT "crm_fk_statements_organisations" FOREIGN KEY ("OrganisationId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_onboarding_steps" (
    "Number" INTEGER NOT NULL,
    "OnboardingId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "SettledAt" TEXT NULL,
    "SettledBy" TEXT NULL,
    "Note" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_onboarding_steps" PRIMARY KEY ("OnboardingId", "Number"),
    CONSTRAINT "crm_fk_onboarding_steps_onboardings" FOREIGN KEY ("OnboardingId") REFERENCES "crm_onboardings" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_order_deliveries" (
    "Delivery" INTEGER NOT NULL,
    "LineNumber" INTEGER NOT NULL,
    "OrderId" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "Reference" TEXT NULL,
    "DeliveredAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_order_deliveries" PRIMARY KEY ("OrderId", "Delivery", "LineNumber"),
    CONSTRAINT "crm_fk_order_deliveries_orders" FOREIGN KEY ("OrderId") REFERENCES "crm_orders" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_order_lines" (
    "Number" INTEGER NOT NULL,
    "OrderId" TEXT NOT NULL,
    "Sku" TEXT NULL,
    "BundleSku" TEXT NULL,
    "Description" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "PriceSource" TEXT NULL,
    "PriceList" TEXT NULL,
    "PriceFrom" INTEGER NULL,
    "Delivered" INTEGER NOT NULL,
    "Cancelled" INTEGER NOT NULL,
    "Returned" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "DiscountAmount" INTEGER NULL,
    "DiscountCurrency" TEXT NULL,
    "TotalAmount" INTEGER NOT NULL,
    "TotalCurrency" TEXT NOT NULL,
    "UnitCostAmount" INTEGER NULL,
    "UnitCostCurrency" TEXT NULL,
    "UnitPriceAmount" INTEGER NOT NULL,
    "UnitPriceCurrency" TEXT NOT NULL,
    CONSTRAINT "crm_pk_order_lines" PRIMARY KEY ("OrderId", "Number"),
    CONSTRAINT "crm_fk_order_lines_orders" FOREIGN KEY ("OrderId") REFERENCES "crm_orders" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_order_stock_moves" (
    "Ordinal" INTEGER NOT NULL,
    "OrderId" TEXT NOT NULL,
    "LineNumber" INTEGER NOT NULL,
    "StockItemId" TEXT NOT NULL,
    "Move" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "MovedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_order_stock_moves" PRIMARY KEY ("OrderId", "Ordinal"),
    CONSTRAINT "crm_fk_order_stock_moves_orders" FOREIGN KEY ("OrderId") REFERENCES "crm_orders" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_purchase_facts" (
    "OrderId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "LineNumber" INTEGER NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Sku" TEXT NULL,
    "Quantity" INTEGER NOT NULL,
    "PurchasedOn" TEXT NOT NULL,
    "OccurredAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AmountAmount" INTEGER NOT NULL,
    "AmountCurrency" TEXT NOT NULL,
    "BaseAmount" INTEGER NULL,
    "BaseCurrency" TEXT NULL,
    "CostAmount" INTEGER NULL,
    "CostCurrency" TEXT NULL,
    CONSTRAINT "crm_pk_purchase_facts" PRIMARY KEY ("OrderId", "Ordinal"),
    CONSTRAINT "crm_fk_purchase_facts_orders" FOREIGN KEY ("OrderId") REFERENCES "crm_orders" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_deal_registrations" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_deal_registrations" PRIMARY KEY,
    "ApprovedAt" TEXT NULL,
    "DueAt" TEXT NULL,
    "ExtensionThrough" TEXT NULL,
    "OpportunityId" TEXT NULL,
    "PartnerId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Prospect" TEXT NOT NULL,
    "Contact" TEXT NULL,
    "Note" TEXT NULL,
    "From" TEXT NOT NULL,
    "Through" TEXT NOT NULL,
    "Currency" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "SubmittedAt" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "Reason" TEXT NULL,
    "DuplicateOfId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_deal_registrations_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_deal_registrations_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_lead_offerings" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_lead_offerings" PRIMARY KEY,
    "LeadId" TEXT NOT NULL,
    "Country" TEXT NULL,
    "Region" TEXT NULL,
    "PostalCode" TEXT NULL,
    "Latitude" REAL NULL,
    "Longitude" REAL NULL,
    "Seed" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "PartnerId" TEXT NULL,
    "BegunAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_lead_offerings_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_partner_accounts" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_partner_accounts" PRIMARY KEY,
    "Label" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "InvitedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "TokenHash" TEXT NULL,
    "PrincipalId" TEXT NULL,
    "AcceptedAt" TEXT NULL,
    "EndedAt" TEXT NULL,
    "PartnerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_partner_accounts_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_partner_areas" (
    "Ordinal" INTEGER NOT NULL,
    "PartnerId" TEXT NOT NULL,
    "Country" TEXT NULL,
    "Region" TEXT NULL,
    "PostalPrefix" TEXT NULL,
    "South" REAL NULL,
    "West" REAL NULL,
    "North" REAL NULL,
    "East" REAL NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_partner_areas" PRIMARY KEY ("PartnerId", "Ordinal"),
    CONSTRAINT "crm_fk_partner_areas_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_partner_facts" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_partner_facts" PRIMARY KEY,
    "PartnerId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "SourceKind" TEXT NULL,
    "SourceId" TEXT NULL,
    "From" TEXT NOT NULL,
    "Through" TEXT NOT NULL,
    "BookedAt" TEXT NOT NULL,
    "ReversesId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "AmountAmount" INTEGER NOT NULL,
    "AmountCurrency" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_partner_facts_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_partner_tiers" (
    "From" TEXT NOT NULL,
    "PartnerId" TEXT NOT NULL,
    "Tier" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_partner_tiers" PRIMARY KEY ("PartnerId", "From"),
    CONSTRAINT "crm_fk_partner_tiers_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_partner_types" (
    "Type" TEXT NOT NULL,
    "PartnerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_partner_types" PRIMARY KEY ("PartnerId", "Type"),
    CONSTRAINT "crm_fk_partner_types_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_record_shares" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_record_shares" PRIMARY KEY,
    "PartnerId" TEXT NOT NULL,
    "SubjectKind" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "Access" TEXT NOT NULL,
    "SharedBy" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Until" TEXT NULL,
    "RevokedAt" TEXT NULL,
    "EditedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_record_shares_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_record_shares_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_quote_lines" (
    "Revision" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "QuoteId" TEXT NOT NULL,
    "Sku" TEXT NULL,
    "Description" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "DiscountMillionths" INTEGER NOT NULL,
    "TaxRateMillionths" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "GrossAmount" INTEGER NOT NULL,
    "GrossCurrency" TEXT NOT NULL,
    "NetAmount" INTEGER NOT NULL,
    "NetCurrency" TEXT NOT NULL,
    "TaxAmount" INTEGER NOT NULL,
    "TaxCurrency" TEXT NOT NULL,
    "UnitCostAmount" INTEGER NULL,
    "UnitCostCurrency" TEXT NULL,
    "UnitPriceAmount" INTEGER NOT NULL,
    "UnitPriceCurrency" TEXT NOT NULL,
    CONSTRAINT "crm_pk_quote_lines" PRIMARY KEY ("QuoteId", "Revision", "Number"),
    CONSTRAINT "crm_fk_quote_lines_quotes" FOREIGN KEY ("QuoteId") REFERENCES "crm_quotes" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_quote_revisions" (
    "Number" INTEGER NOT NULL,
    "QuoteId" TEXT NOT NULL,
    "Title" TEXT NULL,
    "ValidThrough" TEXT NOT NULL,
    "Conditions" TEXT NULL,
    "MadeAt" TEXT NOT NULL,
    "SentAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "NetAmount" INTEGER NOT NULL,
    "NetCurrency" TEXT NOT NULL,
    "TaxAmount" INTEGER NOT NULL,
    "TaxCurrency" TEXT NOT NULL,
    "TotalAmount" INTEGER NOT NULL,
    "TotalCurrency" TEXT NOT NULL,
    CONSTRAINT "crm_pk_quote_revisions" PRIMARY KEY ("QuoteId", "Number"),
    CONSTRAINT "crm_fk_quote_revisions_quotes" FOREIGN KEY ("QuoteId") REFERENCES "crm_quotes" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_opportunities" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_opportunities" PRIMARY KEY,
    "ClosedAt" TEXT NULL,
    "ClosedOn" TEXT NULL,
    "CycleSeconds" INTEGER NULL,
    "LossReason" TEXT NULL,
    "LossText" TEXT NULL,
    "CustomerId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NULL,
    "Source" TEXT NULL,
    "OwnerId" TEXT NULL,
    "TeamId" TEXT NULL,
    "NextStep" TEXT NULL,
    "NextStepDue" TEXT NULL,
    "NextStepTaskId" TEXT NULL,
    "OpenedAt" TEXT NOT NULL,
    "CloseDate" TEXT NULL,
    "Probability" INTEGER NOT NULL,
    "StageProbability" INTEGER NOT NULL,
    "LearnedProbability" INTEGER NULL,
    "ManualProbability" INTEGER NULL,
    "ForecastCategory" TEXT NOT NULL,
    "StageForecastCategory" TEXT NOT NULL,
    "ForecastOverride" TEXT NULL,
    "PipelineId" TEXT NOT NULL,
    "Stage" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "StageSince" TEXT NOT NULL,
    "FurthestStage" TEXT NOT NULL,
    "TerritoryId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "AmountAmount" INTEGER NULL,
    "AmountCurrency" TEXT NULL,
    "BaseAmountAmount" INTEGER NULL,
    "BaseAmountCurrency" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_opportunities_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_opportunities_pipeline_stages" FOREIGN KEY ("PipelineId", "Stage") REFERENCES "crm_pipeline_stages" ("PipelineId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_opportunities_territories" FOREIGN KEY ("TerritoryId") REFERENCES "crm_territories" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_feedback_scores" (
    "Question" TEXT NOT NULL,
    "InvitationId" TEXT NOT NULL,
    "SurveyKey" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Minimum" INTEGER NOT NULL,
    "Maximum" INTEGER NOT NULL,
    "Direction" TEXT NOT NULL,
    "Method" TEXT NOT NULL,
    "SatisfiedPoints" INTEGER NOT NULL,
    "Value" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "Sku" TEXT NULL,
    "AgentId" TEXT NULL,
    "Channel" TEXT NULL,
    "AnsweredAt" TEXT NOT NULL,
    "Month" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_feedback_scores" PRIMARY KEY ("InvitationId", "Question"),
    CONSTRAINT "crm_fk_feedback_scores_survey_invitations" FOREIGN KEY ("InvitationId") REFERENCES "crm_survey_invitations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_survey_answers" (
    "Question" TEXT NOT NULL,
    "InvitationId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Number" INTEGER NULL,
    "ChosenText" TEXT NULL,
    "Text" TEXT NULL,
    "IsYes" INTEGER NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_survey_answers" PRIMARY KEY ("InvitationId", "Question"),
    CONSTRAINT "crm_fk_survey_answers_survey_invitations" FOREIGN KEY ("InvitationId") REFERENCES "crm_survey_invitations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_survey_tokens" (
    "Hash" TEXT NOT NULL,
    "InvitationId" TEXT NOT NULL,
    "IssuedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_survey_tokens" PRIMARY KEY ("InvitationId", "Hash"),
    CONSTRAINT "crm_fk_survey_tokens_survey_invitations" FOREIGN KEY ("InvitationId") REFERENCES "crm_survey_invitations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_case_deadlines" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_case_deadlines" PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "PolicyVersionId" TEXT NOT NULL,
    "CalendarVersionId" TEXT NOT NULL,
    "Priority" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "Due" TEXT NULL,
    "EndedAt" TEXT NULL,
    "Status" TEXT NOT NULL,
    "UsedSeconds" INTEGER NOT NULL,
    "LeftSeconds" INTEGER NOT NULL,
    "ReckonedAt" TEXT NOT NULL,
    "NextAlarmAt" TEXT NULL,
    "Alarms" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_case_deadlines_cases" FOREIGN KEY ("CaseId") REFERENCES "crm_cases" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_case_log" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_case_log" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Category" TEXT NULL,
    "PolicyVersionId" TEXT NULL,
    "CalendarVersionId" TEXT NULL,
    "Priority" TEXT NULL,
    "Reason" TEXT NULL,
    "CaseId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_case_log_cases" FOREIGN KEY ("CaseId") REFERENCES "crm_cases" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_case_messages" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_case_messages" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "CaseId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_case_messages_cases" FOREIGN KEY ("CaseId") REFERENCES "crm_cases" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_case_relations" (
    "OtherId" TEXT NOT NULL,
    "CaseId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_case_relations" PRIMARY KEY ("CaseId", "OtherId"),
    CONSTRAINT "crm_fk_case_relations_cases" FOREIGN KEY ("CaseId") REFERENCES "crm_cases" ("Id") ON DELETE CASCADE,
    CONSTRAINT "crm_fk_case_relations_others" FOREIGN KEY ("OtherId") REFERENCES "crm_cases" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_case_viewed_articles" (
    "KnowledgeItemId" TEXT NOT NULL,
    "CaseId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_case_viewed_articles" PRIMARY KEY ("CaseId", "KnowledgeItemId"),
    CONSTRAINT "crm_fk_case_viewed_articles_cases" FOREIGN KEY ("CaseId") REFERENCES "crm_cases" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_visits" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_visits" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "CaseId" TEXT NULL,
    "Subject" TEXT NOT NULL,
    "Instructions" TEXT NULL,
    "Line1" TEXT NULL,
    "Line2" TEXT NULL,
    "PostalCode" TEXT NULL,
    "City" TEXT NULL,
    "Region" TEXT NULL,
    "Country" TEXT NULL,
    "Latitude" REAL NULL,
    "Longitude" REAL NULL,
    "TimeZone" TEXT NOT NULL,
    "WindowFrom" TEXT NOT NULL,
    "WindowUntil" TEXT NOT NULL,
    "EstimatedDuration" INTEGER NOT NULL,
    "Priority" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "ClosedAt" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_visits_cases" FOREIGN KEY ("CaseId") REFERENCES "crm_cases" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_visits_customers" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_statement_words" (
    "Word" TEXT NOT NULL,
    "StatementId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_statement_words" PRIMARY KEY ("StatementId", "Word"),
    CONSTRAINT "crm_fk_statement_words_statements" FOREIGN KEY ("StatementId") REFERENCES "crm_statements" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_deal_approvals" (
    "Step" INTEGER NOT NULL,
    "RegistrationId" TEXT NOT NULL,
    "IsExtension" INTEGER NOT NULL,
    "ApproverId" TEXT NOT NULL,
    "IsApproved" INTEGER NULL,
    "DecidedAt" TEXT NULL,
    "Reason" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_deal_approvals" PRIMARY KEY ("RegistrationId", "Step"),
    CONSTRAINT "crm_fk_deal_approvals_deal_registrations" FOREIGN KEY ("RegistrationId") REFERENCES "crm_deal_registrations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_deal_claims" (
    "Sku" TEXT NOT NULL,
    "Month" INTEGER NOT NULL,
    "RegistrationId" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_deal_claims" PRIMARY KEY ("RegistrationId", "Sku", "Month"),
    CONSTRAINT "crm_fk_deal_claims_deal_registrations" FOREIGN KEY ("RegistrationId") REFERENCES "crm_deal_registrations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_deal_lines" (
    "Sku" TEXT NOT NULL,
    "RegistrationId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "UnitPrice" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_deal_lines" PRIMARY KEY ("RegistrationId", "Sku"),
    CONSTRAINT "crm_fk_deal_lines_deal_registrations" FOREIGN KEY ("RegistrationId") REFERENCES "crm_deal_registrations" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_lead_offers" (
    "Ordinal" INTEGER NOT NULL,
    "OfferingId" TEXT NOT NULL,
    "PartnerId" TEXT NOT NULL,
    "Reach" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "CandidateText" TEXT NOT NULL,
    "OfferedAt" TEXT NOT NULL,
    "DeadlineAt" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "SettledAt" TEXT NULL,
    "Reason" TEXT NULL,
    "Note" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_lead_offers" PRIMARY KEY ("OfferingId", "Ordinal"),
    CONSTRAINT "crm_fk_lead_offers_lead_offerings" FOREIGN KEY ("OfferingId") REFERENCES "crm_lead_offerings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "crm_fk_lead_offers_partners" FOREIGN KEY ("PartnerId") REFERENCES "crm_partners" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_record_share_comments" (
    "Number" INTEGER NOT NULL,
    "ShareId" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "IsOfPartner" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_record_share_comments" PRIMARY KEY ("ShareId", "Number"),
    CONSTRAINT "crm_fk_record_share_comments_record_shares" FOREIGN KEY ("ShareId") REFERENCES "crm_record_shares" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_leads" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_leads" PRIMARY KEY,
    "GivenName" TEXT NULL,
    "FamilyName" TEXT NULL,
    "OrganisationName" TEXT NULL,
    "JobTitle" TEXT NULL,
    "Email" TEXT NULL,
    "EmailKey" TEXT NULL,
    "Phone" TEXT NULL,
    "Line1" TEXT NULL,
    "Line2" TEXT NULL,
    "PostalCode" TEXT NULL,
    "City" TEXT NULL,
    "Region" TEXT NULL,
    "Country" TEXT NULL,
    "Language" TEXT NULL,
    "Topic" TEXT NULL,
    "Description" TEXT NULL,
    "Source" TEXT NULL,
    "CustomerId" TEXT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "DisqualifiedFor" TEXT NULL,
    "OwnerId" TEXT NULL,
    "QueueId" TEXT NULL,
    "AssignedAt" TEXT NULL,
    "ConvertedAt" TEXT NULL,
    "PersonId" TEXT NULL,
    "OrganisationId" TEXT NULL,
    "OpportunityId" TEXT NULL,
    "Score" INTEGER NOT NULL,
    "TerritoryId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "crm_fk_leads_customer" FOREIGN KEY ("CustomerId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_leads_lead_queues" FOREIGN KEY ("QueueId") REFERENCES "crm_lead_queues" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_leads_opportunities" FOREIGN KEY ("OpportunityId") REFERENCES "crm_opportunities" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_leads_organisation" FOREIGN KEY ("OrganisationId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_leads_person" FOREIGN KEY ("PersonId") REFERENCES "crm_customers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_leads_territories" FOREIGN KEY ("TerritoryId") REFERENCES "crm_territories" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "crm_opportunity_competitors" (
    "Name" TEXT NOT NULL,
    "OpportunityId" TEXT NOT NULL,
    "Note" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_opportunity_competitors" PRIMARY KEY ("OpportunityId", "Name"),
    CONSTRAINT "crm_fk_opportunity_competitors_opportunities" FOREIGN KEY ("OpportunityId") REFERENCES "crm_opportunities" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_opportunity_contacts" (
    "PersonId" TEXT NOT NULL,
    "OpportunityId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Note" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_opportunity_contacts" PRIMARY KEY ("OpportunityId", "PersonId"),
    CONSTRAINT "crm_fk_opportunity_contacts_opportunities" FOREIGN KEY ("OpportunityId") REFERENCES "crm_opportunities" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_opportunity_log" (
    "Version" INTEGER NOT NULL,
    "OpportunityId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Until" TEXT NULL,
    "PipelineId" TEXT NOT NULL,
    "Stage" TEXT NOT NULL,
    "FurthestStage" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "Probability" INTEGER NOT NULL,
    "CloseDate" TEXT NULL,
    "Month" INTEGER NULL,
    "ForecastCategory" TEXT NOT NULL,
    "OwnerId" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    "AmountAmount" INTEGER NULL,
    "AmountCurrency" TEXT NULL,
    "BaseAmountAmount" INTEGER NULL,
    "BaseAmountCurrency" TEXT NULL,
    CONSTRAINT "crm_pk_opportunity_log" PRIMARY KEY ("OpportunityId", "Version"),
    CONSTRAINT "crm_fk_opportunity_log_opportunities" FOREIGN KEY ("OpportunityId") REFERENCES "crm_opportunities" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_opportunity_stages" (
    "Ordinal" INTEGER NOT NULL,
    "OpportunityId" TEXT NOT NULL,
    "PipelineId" TEXT NOT NULL,
    "Stage" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "EnteredAt" TEXT NOT NULL,
    "LeftAt" TEXT NULL,
    "Seconds" INTEGER NULL,
    "Next" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_opportunity_stages" PRIMARY KEY ("OpportunityId", "Ordinal"),
    CONSTRAINT "crm_fk_opportunity_stages_opportunities" FOREIGN KEY ("OpportunityId") REFERENCES "crm_opportunities" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_case_deadline_levels" (
    "DeadlineId" TEXT NOT NULL,
    "Level" TEXT NOT NULL,
    "Due" TEXT NULL,
    "ReachedAt" TEXT NOT NULL,
    "RaisedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_case_deadline_levels" PRIMARY KEY ("DeadlineId", "Level"),
    CONSTRAINT "crm_fk_case_deadline_levels_case_deadlines" FOREIGN KEY ("DeadlineId") REFERENCES "crm_case_deadlines" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_visit_bookings" (
    "Id" TEXT NOT NULL CONSTRAINT "crm_pk_visit_bookings" PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "TechnicianId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "PlannedStart" TEXT NOT NULL,
    "PlannedEnd" TEXT NOT NULL,
    "PlannedTravel" INTEGER NOT NULL,
    "OccupiedFrom" TEXT NOT NULL,
    "OccupiedUntil" TEXT NOT NULL,
    "DepartedAt" TEXT NULL,
    "ArrivedAt" TEXT NULL,
    "EndedAt" TEXT NULL,
    "Reason" TEXT NULL,
    "Report" TEXT NULL,
    "Travel" INTEGER NULL,
    "OnSite" INTEGER NULL,
    "Sequence" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "VisitId" TEXT NOT NULL,
    CONSTRAINT "crm_fk_visit_bookings_technicians" FOREIGN KEY ("TechnicianId") REFERENCES "crm_technicians" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "crm_fk_visit_bookings_visits" FOREIGN KEY ("VisitId") REFERENCES "crm_visits" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_visit_parts" (
    "Sku" TEXT NOT NULL,
    "VisitId" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_visit_parts" PRIMARY KEY ("VisitId", "Sku"),
    CONSTRAINT "crm_fk_visit_parts_visits" FOREIGN KEY ("VisitId") REFERENCES "crm_visits" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_visit_parts_used" (
    "BookingId" TEXT NOT NULL,
    "Sku" TEXT NOT NULL,
    "VisitId" TEXT NOT NULL,
    "Quantity" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_visit_parts_used" PRIMARY KEY ("VisitId", "BookingId", "Sku"),
    CONSTRAINT "crm_fk_visit_parts_used_visits" FOREIGN KEY ("VisitId") REFERENCES "crm_visits" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_visit_skills" (
    "Skill" TEXT NOT NULL,
    "VisitId" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "IsCertified" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_visit_skills" PRIMARY KEY ("VisitId", "Skill"),
    CONSTRAINT "crm_fk_visit_skills_visits" FOREIGN KEY ("VisitId") REFERENCES "crm_visits" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_lead_contacts" (
    "Ordinal" INTEGER NOT NULL,
    "LeadId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Direction" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Body" TEXT NULL,
    "At" TEXT NOT NULL,
    "Duration" INTEGER NULL,
    "AgentId" TEXT NULL,
    "Address" TEXT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_lead_contacts" PRIMARY KEY ("LeadId", "Ordinal"),
    CONSTRAINT "crm_fk_lead_contacts_leads" FOREIGN KEY ("LeadId") REFERENCES "crm_leads" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_lead_points" (
    "Ordinal" INTEGER NOT NULL,
    "LeadId" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Group" TEXT NULL,
    "Points" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_lead_points" PRIMARY KEY ("LeadId", "Ordinal"),
    CONSTRAINT "crm_fk_lead_points_leads" FOREIGN KEY ("LeadId") REFERENCES "crm_leads" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_lead_thresholds" (
    "Key" TEXT NOT NULL,
    "LeadId" TEXT NOT NULL,
    "ReachedAt" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_lead_thresholds" PRIMARY KEY ("LeadId", "Key"),
    CONSTRAINT "crm_fk_lead_thresholds_leads" FOREIGN KEY ("LeadId") REFERENCES "crm_leads" ("Id") ON DELETE CASCADE
);
CREATE TABLE "crm_technician_slots" (
    "BookingId" TEXT NOT NULL,
    "Slot" INTEGER NOT NULL,
    "TechnicianId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    CONSTRAINT "crm_pk_technician_slots" PRIMARY KEY ("BookingId", "Slot"),
    CONSTRAINT "crm_fk_technician_slots_visit_bookings" FOREIGN KEY ("BookingId") REFERENCES "crm_visit_bookings" ("Id") ON DELETE CASCADE
);
CREATE INDEX "crm_ix_access_log_customer" ON "crm_access_log" ("TenantId", "CustomerId", "At", "Id");
CREATE INDEX "crm_ix_activities_about" ON "crm_activities" ("TenantId", "AboutId", "PlannedAt") WHERE "AboutId" is not null;
CREATE INDEX "crm_ix_activities_agenda" ON "crm_activities" ("TenantId", "AssigneeId", "PlannedAt", "Id");
CREATE INDEX "crm_ix_activities_customer" ON "crm_activities" ("TenantId", "CustomerId", "PlannedAt", "Id");
CREATE INDEX "crm_ix_activities_customer_key" ON "crm_activities" ("CustomerId");
CREATE INDEX "crm_ix_activities_open" ON "crm_activities" ("TenantId", "OpenUntil", "Id") WHERE "OpenUntil" is not null;
CREATE INDEX "crm_ix_activities_planned" ON "crm_activities" ("TenantId", "PlannedAt", "Id");
CREATE INDEX "crm_ix_activities_reminder" ON "crm_activities" ("TenantId", "NextReminderAt", "Id") WHERE "NextReminderAt" is not null;
CREATE INDEX "crm_ix_activities_team" ON "crm_activities" ("TenantId", "TeamId", "PlannedAt", "Id") WHERE "TeamId" is not null;
CREATE UNIQUE INDEX "crm_ux_activities_occurrence" ON "crm_activities" ("TenantId", "SeriesId", "OccurrenceAt") WHERE "SeriesId" is not null;
CREATE INDEX "crm_ix_activity_participants_customer" ON "crm_activity_participants" ("CustomerId") WHERE "CustomerId" is not null;
CREATE INDEX "crm_ix_audit_aggregate" ON "crm_audit" ("TenantId", "AggregateId", "At", "Id");
CREATE INDEX "crm_ix_automatic_answers_at" ON "crm_automatic_answers" ("TenantId", "At");
CREATE INDEX "crm_ix_automatic_answers_case" ON "crm_automatic_answers" ("TenantId", "CaseId", "At") WHERE "CaseId" is not null;
CREATE INDEX "crm_ix_automatic_answers_customer" ON "crm_automatic_answers" ("CustomerId");
CREATE INDEX "crm_ix_automatic_answers_recipient" ON "crm_automatic_answers" ("TenantId", "Recipient", "At");
CREATE UNIQUE INDEX "crm_ux_calendar_versions_number" ON "crm_calendar_versions" ("CalendarId", "Number");
CREATE UNIQUE INDEX "crm_ux_calendars_key" ON "crm_calendars" ("TenantId", "Key");
CREATE INDEX "crm_ix_campaign_recipients_customer_key" ON "crm_campaign_recipients" ("CustomerId");
CREATE INDEX "crm_ix_campaign_recipients_due" ON "crm_campaign_recipients" ("TenantId", "DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_campaign_recipients_message" ON "crm_campaign_recipients" ("TenantId", "MessageId") WHERE "MessageId" is not null;
CREATE INDEX "crm_ix_campaign_recipients_sent" ON "crm_campaign_recipients" ("TenantId", "CustomerId", "SentAt");
CREATE INDEX "crm_ix_campaign_recipients_status" ON "crm_campaign_recipients" ("TenantId", "CampaignId", "Status", "Variant");
CREATE UNIQUE INDEX "crm_ux_campaign_recipients_customer" ON "crm_campaign_recipients" ("TenantId", "CampaignId", "CustomerId");
CREATE INDEX "crm_ix_campaign_responses_customer_key" ON "crm_campaign_responses" ("CustomerId");
CREATE INDEX "crm_ix_campaign_responses_recipient" ON "crm_campaign_responses" ("TenantId", "RecipientId", "At");
CREATE UNIQUE INDEX "crm_ux_campaign_responses_key" ON "crm_campaign_responses" ("TenantId", "Key");
CREATE INDEX "crm_ix_campaigns_status" ON "crm_campaigns" ("TenantId", "Status", "Id");
CREATE UNIQUE INDEX "crm_ux_campaigns_key" ON "crm_campaigns" ("TenantId", "Key");
CREATE INDEX "crm_ix_case_deadlines_alarm" ON "crm_case_deadlines" ("TenantId", "NextAlarmAt", "Id") WHERE "NextAlarmAt" is not null;
CREATE INDEX "crm_ix_case_deadlines_alarm_key" ON "crm_case_deadlines" ("NextAlarmAt") WHERE "NextAlarmAt" is not null;
CREATE INDEX "crm_ix_case_deadlines_case" ON "crm_case_deadlines" ("CaseId", "Target", "Ordinal");
CREATE INDEX "crm_ix_case_deadlines_due" ON "crm_case_deadlines" ("TenantId", "Due", "Id") WHERE "EndedAt" is null and "Due" is not null;
CREATE INDEX "crm_ix_case_log_case" ON "crm_case_log" ("CaseId", "Version", "Place");
CREATE INDEX "crm_ix_case_messages_case" ON "crm_case_messages" ("CaseId");
CREATE INDEX "crm_ix_case_relations_other" ON "crm_case_relations" ("OtherId");
CREATE INDEX "crm_ix_cases_agent" ON "crm_cases" ("TenantId", "AssigneeId", "Rank", "OpenedAt", "Id") WHERE "ResolvedAt" is null and "ClosedAt" is null;
CREATE INDEX "crm_ix_cases_awaiting" ON "crm_cases" ("TenantId", "AwaitingSince", "Id") WHERE "AwaitingSince" is not null;
CREATE INDEX "crm_ix_cases_awaiting_agent" ON "crm_cases" ("TenantId", "AssigneeId", "AwaitingSince", "Id") WHERE "AwaitingSince" is not null;
CREATE INDEX "crm_ix_cases_customer" ON "crm_cases" ("TenantId", "CustomerId", "OpenedAt");
CREATE INDEX "crm_ix_cases_customer_key" ON "crm_cases" ("CustomerId");
CREATE INDEX "crm_ix_cases_entitlement" ON "crm_cases" ("EntitlementId") WHERE "EntitlementId" is not null;
CREATE INDEX "crm_ix_cases_merged" ON "crm_cases" ("MergedIntoId") WHERE "MergedIntoId" is not null;
CREATE INDEX "crm_ix_cases_newest" ON "crm_cases" ("TenantId", "OpenedAt", "Id") WHERE "ResolvedAt" is null and "ClosedAt" is null;
CREATE INDEX "crm_ix_cases_opened" ON "crm_cases" ("TenantId", "OpenedAt", "CustomerId");
CREATE INDEX "crm_ix_cases_organisation" ON "crm_cases" ("OrganisationId");
CREATE INDEX "crm_ix_cases_parent" ON "crm_cases" ("ParentId") WHERE "ParentId" is not null;
CREATE INDEX "crm_ix_cases_silent" ON "crm_cases" ("Status", "SilentSince", "Id") WHERE "SilentSince" is not null;
CREATE INDEX "crm_ix_cases_status" ON "crm_cases" ("TenantId", "Status", "OpenedAt");
CREATE INDEX "crm_ix_cases_urgent" ON "crm_cases" ("TenantId", "Rank", "OpenedAt", "Id") WHERE "ResolvedAt" is null and "ClosedAt" is null;
CREATE UNIQUE INDEX "crm_ux_cases_number" ON "crm_cases" ("TenantId", "Number");
CREATE INDEX "crm_ix_change_requests_customer" ON "crm_change_requests" ("TenantId", "CustomerId", "RequestedAt", "Id");
CREATE INDEX "crm_ix_change_requests_customer_key" ON "crm_change_requests" ("CustomerId");
CREATE INDEX "crm_ix_change_requests_due" ON "crm_change_requests" ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_change_requests_requested" ON "crm_change_requests" ("TenantId", "RequestedAt", "Id");
CREATE INDEX "crm_ix_change_requests_status" ON "crm_change_requests" ("TenantId", "Status", "RequestedAt", "Id");
CREATE UNIQUE INDEX "crm_ux_change_requests_open" ON "crm_change_requests" ("TenantId", "CustomerId", "Domain") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_consents_customer" ON "crm_consents" ("CustomerId");
CREATE INDEX "crm_ix_consents_merge" ON "crm_consents" ("MergeId") WHERE "MergeId" is not null;
CREATE UNIQUE INDEX "crm_ux_consents_answers" ON "crm_consents" ("AnswersId") WHERE "AnswersId" is not null;
CREATE UNIQUE INDEX "crm_ux_consents_token" ON "crm_consents" ("TokenHash") WHERE "TokenHash" is not null;
CREATE INDEX "crm_ix_contact_points_customer" ON "crm_contact_points" ("CustomerId");
CREATE INDEX "crm_ix_contact_points_key" ON "crm_contact_points" ("TenantId", "Key");
CREATE UNIQUE INDEX "crm_ux_custom_fields_key" ON "crm_custom_fields" ("TenantId", "RecordKind", "Key");
CREATE INDEX "crm_ix_customer_addresses_city" ON "crm_customer_addresses" ("TenantId", "CityFolded", "CustomerId");
CREATE INDEX "crm_ix_customer_addresses_customer" ON "crm_customer_addresses" ("CustomerId");
CREATE INDEX "crm_ix_customer_addresses_postcode" ON "crm_customer_addresses" ("TenantId", "PostalCodeFolded", "CustomerId");
CREATE INDEX "crm_ix_customer_feedback_ces" ON "crm_customer_feedback" ("TenantId", "Ces", "CustomerId");
CREATE INDEX "crm_ix_customer_feedback_csat" ON "crm_customer_feedback" ("TenantId", "Csat", "CustomerId");
CREATE INDEX "crm_ix_customer_feedback_nps" ON "crm_customer_feedback" ("TenantId", "Nps", "CustomerId");
CREATE INDEX "crm_ix_customer_fields_at" ON "crm_customer_fields" ("TenantId", "FieldId", "At", "CustomerId") WHERE "At" is not null;
CREATE INDEX "crm_ix_customer_fields_choice" ON "crm_customer_fields" ("TenantId", "FieldId", "Choice", "CustomerId") WHERE "Choice" is not null;
CREATE INDEX "crm_ix_customer_fields_date" ON "crm_customer_fields" ("TenantId", "FieldId", "Date", "CustomerId") WHERE "Date" is not null;
CREATE INDEX "crm_ix_customer_fields_flag" ON "crm_customer_fields" ("TenantId", "FieldId", "Flag", "CustomerId") WHERE "Flag" is not null;
CREATE INDEX "crm_ix_customer_fields_folded" ON "crm_customer_fields" ("TenantId", "FieldId", "Folded", "CustomerId") WHERE "Folded" is not null;
CREATE INDEX "crm_ix_customer_fields_number" ON "crm_customer_fields" ("TenantId", "FieldId", "Number", "CustomerId") WHERE "Number" is not null;
CREATE INDEX "crm_ix_customer_import_items_customer" ON "crm_customer_import_items" ("TenantId", "CustomerId");
CREATE INDEX "crm_ix_customer_imports_fingerprint" ON "crm_customer_imports" ("TenantId", "Fingerprint", "Id");
CREATE INDEX "crm_ix_customer_insights_churn" ON "crm_customer_insights" ("TenantId", "ChurnProbability", "CustomerId");
CREATE INDEX "crm_ix_customer_insights_overdue" ON "crm_customer_insights" ("TenantId", "OverdueSince", "CustomerId");
CREATE INDEX "crm_ix_customer_insights_segment" ON "crm_customer_insights" ("TenantId", "Segment", "ChurnProbability", "CustomerId");
CREATE INDEX "crm_ix_customer_insights_value" ON "crm_customer_insights" ("TenantId", "LifetimeValue", "CustomerId");
CREATE INDEX "crm_ix_customer_keys_key" ON "crm_customer_keys" ("TenantId", "Kind", "Key", "CustomerId");
CREATE INDEX "crm_ix_customer_merges_absorbed" ON "crm_customer_merges" ("TenantId", "AbsorbedId");
CREATE INDEX "crm_ix_customer_merges_survivor" ON "crm_customer_merges" ("TenantId", "SurvivorId");
CREATE UNIQUE INDEX "crm_ux_customer_references_value" ON "crm_customer_references" ("TenantId", "System", "Value");
CREATE INDEX "crm_ix_customer_tags_name" ON "crm_customer_tags" ("TenantId", "Name");
CREATE INDEX "crm_ix_customer_tombstones_survivor" ON "crm_customer_tombstones" ("SurvivorId");
CREATE INDEX "crm_ix_customers_created" ON "crm_customers" ("TenantId", "CreatedAt", "Id");
CREATE INDEX "crm_ix_customers_name" ON "crm_customers" ("TenantId", "NameFolded");
CREATE INDEX "crm_ix_customers_parent" ON "crm_customers" ("ParentId");
CREATE UNIQUE INDEX "crm_ux_deal_claims_claim" ON "crm_deal_claims" ("TenantId", "CustomerId", "Sku", "Month");
CREATE INDEX "crm_ix_deal_registrations_created" ON "crm_deal_registrations" ("TenantId", "CreatedAt", "Id");
CREATE INDEX "crm_ix_deal_registrations_customer" ON "crm_deal_registrations" ("CustomerId");
CREATE INDEX "crm_ix_deal_registrations_due" ON "crm_deal_registrations" ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_deal_registrations_partner" ON "crm_deal_registrations" ("TenantId", "PartnerId", "CreatedAt", "Id");
CREATE INDEX "crm_ix_deal_registrations_partner_key" ON "crm_deal_registrations" ("PartnerId");
CREATE INDEX "crm_ix_deal_registrations_status" ON "crm_deal_registrations" ("TenantId", "Status", "CreatedAt", "Id");
CREATE INDEX "crm_ix_duplicate_pairs_found" ON "crm_duplicate_pairs" ("TenantId", "FoundAt", "Id");
CREATE INDEX "crm_ix_duplicate_pairs_second" ON "crm_duplicate_pairs" ("TenantId", "SecondId");
CREATE UNIQUE INDEX "crm_ux_duplicate_pairs_customers" ON "crm_duplicate_pairs" ("TenantId", "FirstId", "SecondId");
CREATE INDEX "crm_ix_duplicate_scans_begun" ON "crm_duplicate_scans" ("TenantId", "BegunAt");
CREATE INDEX "crm_ix_entitlement_entries_case" ON "crm_entitlement_entries" ("EntitlementId", "CaseId");
CREATE INDEX "crm_ix_entitlements_customer" ON "crm_entitlements" ("TenantId", "CustomerId", "ValidFrom");
CREATE INDEX "crm_ix_entitlements_customer_key" ON "crm_entitlements" ("CustomerId");
CREATE INDEX "crm_ix_feedback_scores_agent" ON "crm_feedback_scores" ("TenantId", "AgentId", "AnsweredAt") WHERE "AgentId" is not null;
CREATE INDEX "crm_ix_feedback_scores_at" ON "crm_feedback_scores" ("TenantId", "AnsweredAt");
CREATE INDEX "crm_ix_feedback_scores_channel" ON "crm_feedback_scores" ("TenantId", "Channel", "AnsweredAt") WHERE "Channel" is not null;
CREATE INDEX "crm_ix_feedback_scores_customer" ON "crm_feedback_scores" ("TenantId", "CustomerId", "Kind", "AnsweredAt");
CREATE INDEX "crm_ix_feedback_scores_product" ON "crm_feedback_scores" ("TenantId", "Sku", "AnsweredAt") WHERE "Sku" is not null;
CREATE INDEX "crm_ix_feedback_scores_survey" ON "crm_feedback_scores" ("TenantId", "SurveyKey", "AnsweredAt");
CREATE INDEX "crm_ix_handled_messages_taken" ON "crm_handled_messages" ("TenantId", "TakenAt");
CREATE UNIQUE INDEX "crm_ux_handled_messages_key" ON "crm_handled_messages" ("TenantId", "Key");
CREATE INDEX "crm_ix_inbox_handled" ON "crm_inbox" ("HandledAt");
CREATE INDEX "crm_ix_insight_runs_day" ON "crm_insight_runs" ("TenantId", "AsOf");
CREATE INDEX "crm_ix_insight_runs_started" ON "crm_insight_runs" ("TenantId", "StartedAt", "Id");
CREATE INDEX "crm_ix_interaction_links_subject" ON "crm_interaction_links" ("TenantId", "SubjectId");
CREATE INDEX "crm_ix_interaction_participants_customer" ON "crm_interaction_participants" ("CustomerId") WHERE "CustomerId" is not null;
CREATE INDEX "crm_ix_interactions_at" ON "crm_interactions" ("TenantId", "At", "CustomerId");
CREATE INDEX "crm_ix_interactions_customer" ON "crm_interactions" ("CustomerId", "At", "Channel", "Direction", "Audience", "IsAutomatic", "CountsAsResponse");
CREATE INDEX "crm_ix_interactions_organisation" ON "crm_interactions" ("OrganisationId", "At", "Channel", "Direction", "Audience", "IsAutomatic", "CountsAsResponse") WHERE "OrganisationId" is not null;
CREATE INDEX "crm_ix_interactions_thread" ON "crm_interactions" ("TenantId", "ThreadKey") WHERE "ThreadKey" is not null;
CREATE UNIQUE INDEX "crm_ux_interactions_external" ON "crm_interactions" ("TenantId", "Channel", "ExternalId") WHERE "ExternalId" is not null;
CREATE INDEX "crm_ix_journey_events_name" ON "crm_journey_events" ("Name");
CREATE INDEX "crm_ix_journey_runs_at" ON "crm_journey_runs" ("TenantId", "EnteredAt", "Id");
CREATE INDEX "crm_ix_journey_runs_customer" ON "crm_journey_runs" ("TenantId", "CustomerId", "EnteredAt", "Id");
CREATE INDEX "crm_ix_journey_runs_customer_key" ON "crm_journey_runs" ("CustomerId");
CREATE INDEX "crm_ix_journey_runs_due" ON "crm_journey_runs" ("DueAt") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_journey_runs_journey" ON "crm_journey_runs" ("TenantId", "JourneyKey", "EnteredAt", "Id");
CREATE INDEX "crm_ix_journey_runs_lease" ON "crm_journey_runs" ("Lease") WHERE "Lease" is not null;
CREATE UNIQUE INDEX "crm_ux_journey_runs_live" ON "crm_journey_runs" ("TenantId", "JourneyId", "CustomerId", "IsLive");
CREATE INDEX "crm_ix_journey_steps_journey" ON "crm_journey_steps" ("TenantId", "JourneyId", "Number", "Step", "Outcome");
CREATE UNIQUE INDEX "crm_ux_journeys_key" ON "crm_journeys" ("TenantId", "Key");
CREATE INDEX "crm_ix_knowledge_categories_parent" ON "crm_knowledge_categories" ("ParentId");
CREATE INDEX "crm_ix_knowledge_filing_category" ON "crm_knowledge_filing" ("CategoryId");
CREATE INDEX "crm_ix_knowledge_items_expiry" ON "crm_knowledge_items" ("TenantId", "Status", "ExpiresAt") WHERE "ExpiresAt" is not null;
CREATE INDEX "crm_ix_knowledge_items_part" ON "crm_knowledge_items" ("TenantId", "PartOfId", "PartPosition") WHERE "PartOfId" is not null;
CREATE INDEX "crm_ix_knowledge_items_published" ON "crm_knowledge_items" ("TenantId", "PublishedAt", "Id");
CREATE INDEX "crm_ix_knowledge_items_status" ON "crm_knowledge_items" ("TenantId", "Status", "UpdatedAt", "Id");
CREATE INDEX "crm_ix_knowledge_items_updated" ON "crm_knowledge_items" ("TenantId", "UpdatedAt", "Id");
CREATE UNIQUE INDEX "crm_ux_knowledge_items_translation" ON "crm_knowledge_items" ("TenantId", "TranslationOfId", "Language") WHERE "TranslationOfId" is not null;
CREATE INDEX "crm_ix_knowledge_lessons_due" ON "crm_knowledge_lessons" ("TenantId", "DueAt");
CREATE INDEX "crm_ix_knowledge_lessons_item" ON "crm_knowledge_lessons" ("TenantId", "KnowledgeItemId", "DueAt");
CREATE INDEX "crm_ix_knowledge_query_words_session" ON "crm_knowledge_query_words" ("SessionId");
CREATE INDEX "crm_ix_knowledge_query_words_word" ON "crm_knowledge_query_words" ("TenantId", "Word", "Reader");
CREATE INDEX "crm_ix_knowledge_questions_at" ON "crm_knowledge_questions" ("TenantId", "At");
CREATE INDEX "crm_ix_knowledge_questions_session" ON "crm_knowledge_questions" ("SessionId");
CREATE INDEX "crm_ix_knowledge_readings_item" ON "crm_knowledge_readings" ("TenantId", "KnowledgeItemId", "HelpedAt");
CREATE INDEX "crm_ix_knowledge_readings_session" ON "crm_knowledge_readings" ("SessionId");
CREATE INDEX "crm_ix_knowledge_relations_related" ON "crm_knowledge_relations" ("TenantId", "RelatedId");
CREATE INDEX "crm_ix_knowledge_search_documents_change" ON "crm_knowledge_search_documents" ("TenantId", "Change");
CREATE INDEX "crm_ix_knowledge_search_documents_language" ON "crm_knowledge_search_documents" ("TenantId", "Language", "Audience", "AnalyserVersion");
CREATE INDEX "crm_ix_knowledge_sessions_customer" ON "crm_knowledge_sessions" ("CustomerId") WHERE "CustomerId" is not null;
CREATE INDEX "crm_ix_knowledge_sessions_last" ON "crm_knowledge_sessions" ("TenantId", "LastAt");
CREATE INDEX "crm_ix_knowledge_sessions_over" ON "crm_knowledge_sessions" ("TenantId", "CaseUntil", "Id") WHERE "SettledAt" is null;
CREATE INDEX "crm_ix_knowledge_sessions_reader" ON "crm_knowledge_sessions" ("TenantId", "Reader", "LastAt");
CREATE INDEX "crm_ix_knowledge_sessions_started" ON "crm_knowledge_sessions" ("TenantId", "StartedAt");
CREATE UNIQUE INDEX "crm_ux_knowledge_synonym_lists_language" ON "crm_knowledge_synonym_lists" ("TenantId", "Language");
CREATE INDEX "crm_ix_knowledge_tags_name" ON "crm_knowledge_tags" ("TenantId", "Name");
CREATE INDEX "crm_ix_knowledge_uses_at" ON "crm_knowledge_uses" ("TenantId", "KnowledgeItemId", "At", "Id");
CREATE INDEX "crm_ix_knowledge_uses_subject" ON "crm_knowledge_uses" ("TenantId", "SubjectId");
CREATE UNIQUE INDEX "crm_ux_knowledge_uses_item" ON "crm_knowledge_uses" ("TenantId", "KnowledgeItemId", "SubjectId", "SubjectKind", "Kind");
CREATE INDEX "crm_ix_knowledge_versions_item" ON "crm_knowledge_versions" ("ItemId", "Number");
CREATE INDEX "crm_ix_knowledge_votes_customer" ON "crm_knowledge_votes" ("CustomerId") WHERE "CustomerId" is not null;
CREATE INDEX "crm_ix_knowledge_votes_reader" ON "crm_knowledge_votes" ("TenantId", "Reader");
CREATE UNIQUE INDEX "crm_ux_knowledge_votes_item" ON "crm_knowledge_votes" ("TenantId", "KnowledgeItemId", "Reader");
CREATE INDEX "crm_ix_knowledge_words_word" ON "crm_knowledge_words" ("TenantId", "Word");
CREATE INDEX "crm_ix_lead_offerings_due" ON "crm_lead_offerings" ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_lead_offerings_partner" ON "crm_lead_offerings" ("TenantId", "PartnerId", "BegunAt", "Id");
CREATE INDEX "crm_ix_lead_offerings_partner_key" ON "crm_lead_offerings" ("PartnerId");
CREATE UNIQUE INDEX "crm_ux_lead_offerings_lead" ON "crm_lead_offerings" ("TenantId", "LeadId");
CREATE INDEX "crm_ix_lead_offers_partner" ON "crm_lead_offers" ("TenantId", "PartnerId", "OfferedAt");
CREATE INDEX "crm_ix_lead_offers_partner_key" ON "crm_lead_offers" ("PartnerId");
CREATE UNIQUE INDEX "crm_ux_lead_queues_name" ON "crm_lead_queues" ("TenantId", "Name");
CREATE INDEX "crm_ix_leads_customer_key" ON "crm_leads" ("CustomerId");
CREATE INDEX "crm_ix_leads_email" ON "crm_leads" ("TenantId", "EmailKey", "ReceivedAt");
CREATE INDEX "crm_ix_leads_line" ON "crm_leads" ("TenantId", "QueueId", "OwnerId", "ReceivedAt", "Id");
CREATE INDEX "crm_ix_leads_opportunity_key" ON "crm_leads" ("OpportunityId");
CREATE INDEX "crm_ix_leads_organisation_key" ON "crm_leads" ("OrganisationId");
CREATE INDEX "crm_ix_leads_owner" ON "crm_leads" ("TenantId", "OwnerId", "ReceivedAt", "Id");
CREATE INDEX "crm_ix_leads_person_key" ON "crm_leads" ("PersonId");
CREATE INDEX "crm_ix_leads_queue_key" ON "crm_leads" ("QueueId");
CREATE INDEX "crm_ix_leads_received" ON "crm_leads" ("TenantId", "ReceivedAt", "Id");
CREATE INDEX "crm_ix_leads_status" ON "crm_leads" ("TenantId", "Status", "ReceivedAt", "Id");
CREATE INDEX "crm_ix_leads_territory" ON "crm_leads" ("TenantId", "TerritoryId", "ReceivedAt", "Id");
CREATE INDEX "crm_ix_leads_territory_key" ON "crm_leads" ("TerritoryId");
CREATE INDEX "crm_ix_memberships_organisation" ON "crm_memberships" ("TenantId", "OrganisationId", "RecordedAt", "Id");
CREATE INDEX "crm_ix_memberships_organisation_key" ON "crm_memberships" ("OrganisationId");
CREATE INDEX "crm_ix_memberships_person" ON "crm_memberships" ("CustomerId");
CREATE UNIQUE INDEX "crm_ux_message_templates_key" ON "crm_message_templates" ("TenantId", "Key");
CREATE INDEX "crm_ix_onboardings_customer" ON "crm_onboardings" ("CustomerId");
CREATE INDEX "crm_ix_opportunities_board" ON "crm_opportunities" ("TenantId", "PipelineId", "Stage", "StageSince", "Id");
CREATE INDEX "crm_ix_opportunities_closed" ON "crm_opportunities" ("TenantId", "PipelineId", "ClosedAt");
CREATE INDEX "crm_ix_opportunities_customer" ON "crm_opportunities" ("TenantId", "CustomerId", "OpenedAt", "Id");
CREATE INDEX "crm_ix_opportunities_customer_key" ON "crm_opportunities" ("CustomerId");
CREATE INDEX "crm_ix_opportunities_open" ON "crm_opportunities" ("TenantId", "OpenedAt", "Id") WHERE "ClosedAt" is null;
CREATE INDEX "crm_ix_opportunities_owner" ON "crm_opportunities" ("TenantId", "OwnerId", "Category", "OpenedAt", "Id");
CREATE INDEX "crm_ix_opportunities_stage_key" ON "crm_opportunities" ("PipelineId", "Stage");
CREATE INDEX "crm_ix_opportunities_territory" ON "crm_opportunities" ("TenantId", "TerritoryId", "OpenedAt", "Id");
CREATE INDEX "crm_ix_opportunities_territory_key" ON "crm_opportunities" ("TerritoryId");
CREATE INDEX "crm_ix_opportunity_contacts_person" ON "crm_opportunity_contacts" ("TenantId", "PersonId", "OpportunityId");
CREATE INDEX "crm_ix_opportunity_log_until" ON "crm_opportunity_log" ("TenantId", "Until", "At");
CREATE INDEX "crm_ix_opportunity_stages_stage" ON "crm_opportunity_stages" ("TenantId", "PipelineId", "Stage", "EnteredAt");
CREATE INDEX "crm_ix_orders_customer" ON "crm_orders" ("TenantId", "CustomerId", "PlacedAt");
CREATE INDEX "crm_ix_orders_customer_key" ON "crm_orders" ("CustomerId");
CREATE UNIQUE INDEX "crm_ux_orders_external" ON "crm_orders" ("TenantId", "ExternalId") WHERE "ExternalId" is not null;
CREATE UNIQUE INDEX "crm_ux_orders_number" ON "crm_orders" ("TenantId", "Number");
CREATE INDEX "crm_ix_outbound_messages_about" ON "crm_outbound_messages" ("TenantId", "AboutId", "QueuedAt") WHERE "AboutId" is not null;
CREATE INDEX "crm_ix_outbound_messages_address" ON "crm_outbound_messages" ("TenantId", "AddressKey", "QueuedAt");
CREATE INDEX "crm_ix_outbound_messages_customer" ON "crm_outbound_messages" ("TenantId", "CustomerId", "QueuedAt", "Id");
CREATE INDEX "crm_ix_outbound_messages_customer_key" ON "crm_outbound_messages" ("CustomerId");
CREATE INDEX "crm_ix_outbound_messages_due" ON "crm_outbound_messages" ("TenantId", "DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_outbound_messages_queued" ON "crm_outbound_messages" ("TenantId", "QueuedAt", "Id");
CREATE UNIQUE INDEX "crm_ux_outbound_messages_message_id" ON "crm_outbound_messages" ("TenantId", "MessageId");
CREATE INDEX "crm_ix_outbox_done" ON "crm_outbox" ("DoneAt") WHERE "DoneAt" is not null;
CREATE INDEX "crm_ix_outbox_due" ON "crm_outbox" ("DueAt") WHERE "DoneAt" is null and "ParkedAt" is null;
CREATE INDEX "crm_ix_outbox_lease" ON "crm_outbox" ("Lease") WHERE "Lease" is not null;
CREATE INDEX "crm_ix_outbox_order" ON "crm_outbox" ("AggregateId", "AggregateVersion", "Ordinal") WHERE "DoneAt" is null;
CREATE INDEX "crm_ix_partner_accounts_partner" ON "crm_partner_accounts" ("PartnerId");
CREATE UNIQUE INDEX "crm_ux_partner_accounts_principal" ON "crm_partner_accounts" ("TenantId", "PrincipalId") WHERE "PrincipalId" is not null;
CREATE UNIQUE INDEX "crm_ux_partner_accounts_token" ON "crm_partner_accounts" ("TenantId", "TokenHash") WHERE "TokenHash" is not null;
CREATE INDEX "crm_ix_partner_facts_partner" ON "crm_partner_facts" ("TenantId", "PartnerId", "BookedAt", "Id");
CREATE INDEX "crm_ix_partner_facts_partner_key" ON "crm_partner_facts" ("PartnerId");
CREATE UNIQUE INDEX "crm_ux_partner_facts_reverses" ON "crm_partner_facts" ("TenantId", "ReversesId") WHERE "ReversesId" is not null;
CREATE INDEX "crm_ix_partners_customer" ON "crm_partners" ("CustomerId");
CREATE INDEX "crm_ix_partners_registered" ON "crm_partners" ("TenantId", "RegisteredAt", "Id");
CREATE UNIQUE INDEX "crm_ux_partners_name" ON "crm_partners" ("TenantId", "Name");
CREATE UNIQUE INDEX "crm_ux_pipelines_default" ON "crm_pipelines" ("TenantId", "DefaultMark") WHERE "DefaultMark" is not null;
CREATE UNIQUE INDEX "crm_ux_pipelines_name" ON "crm_pipelines" ("TenantId", "Name");
CREATE INDEX "crm_ix_planned_sendings_address" ON "crm_planned_sendings" ("TenantId", "Scope", "AddressKey");
CREATE INDEX "crm_ix_planned_sendings_customer_key" ON "crm_planned_sendings" ("CustomerId");
CREATE INDEX "crm_ix_planned_sendings_day" ON "crm_planned_sendings" ("TenantId", "CustomerId", "Channel", "Day");
CREATE UNIQUE INDEX "crm_ux_planned_sendings_customer" ON "crm_planned_sendings" ("TenantId", "Scope", "CustomerId");
CREATE INDEX "crm_ix_portal_accounts_created" ON "crm_portal_accounts" ("TenantId", "CreatedAt", "Id");
CREATE INDEX "crm_ix_portal_accounts_customer" ON "crm_portal_accounts" ("TenantId", "CustomerId", "CreatedAt", "Id");
CREATE INDEX "crm_ix_portal_accounts_customer_key" ON "crm_portal_accounts" ("CustomerId");
CREATE INDEX "crm_ix_portal_accounts_organisation" ON "crm_portal_accounts" ("TenantId", "OrganisationId", "CreatedAt", "Id");
CREATE INDEX "crm_ix_portal_accounts_organisation_key" ON "crm_portal_accounts" ("OrganisationId");
CREATE INDEX "crm_ix_portal_accounts_status" ON "crm_portal_accounts" ("TenantId", "Status", "CreatedAt", "Id");
CREATE UNIQUE INDEX "crm_ux_portal_accounts_email" ON "crm_portal_accounts" ("TenantId", "EmailKey") WHERE "EmailKey" is not null;
CREATE UNIQUE INDEX "crm_ux_portal_accounts_identity" ON "crm_portal_accounts" ("TenantId", "Issuer", "Subject") WHERE "Issuer" is not null;
CREATE UNIQUE INDEX "crm_ux_portal_accounts_token" ON "crm_portal_accounts" ("TenantId", "TokenHash") WHERE "TokenHash" is not null;
CREATE INDEX "crm_ix_price_agreements_customer" ON "crm_price_agreements" ("TenantId", "CustomerId", "AgreedAt");
CREATE INDEX "crm_ix_price_agreements_customer_key" ON "crm_price_agreements" ("CustomerId");
CREATE INDEX "crm_ix_price_lists_default" ON "crm_price_lists" ("TenantId", "IsDefault", "Currency");
CREATE UNIQUE INDEX "crm_ux_price_lists_key" ON "crm_price_lists" ("TenantId", "Key");
CREATE INDEX "crm_ix_privacy_measures_customer" ON "crm_privacy_measures" ("CustomerId");
CREATE INDEX "crm_ix_product_components_sku" ON "crm_product_components" ("TenantId", "Sku");
CREATE UNIQUE INDEX "crm_ux_products_sku" ON "crm_products" ("TenantId", "Sku");
CREATE INDEX "crm_ix_purchase_facts_customer" ON "crm_purchase_facts" ("TenantId", "CustomerId", "PurchasedOn");
CREATE INDEX "crm_ix_purchase_facts_sku" ON "crm_purchase_facts" ("TenantId", "Sku", "CustomerId");
CREATE INDEX "crm_ix_queue_agent_periods_agent" ON "crm_queue_agent_periods" ("AgentId", "Until");
CREATE INDEX "crm_ix_queue_agent_periods_until" ON "crm_queue_agent_periods" ("TenantId", "Until");
CREATE UNIQUE INDEX "crm_ux_queue_agents_user" ON "crm_queue_agents" ("TenantId", "UserId");
CREATE INDEX "crm_ix_quotes_customer" ON "crm_quotes" ("TenantId", "CustomerId", "RevisedAt", "Id");
CREATE INDEX "crm_ix_quotes_customer_key" ON "crm_quotes" ("CustomerId");
CREATE INDEX "crm_ix_quotes_opportunity" ON "crm_quotes" ("TenantId", "OpportunityId", "RevisedAt", "Id") WHERE "OpportunityId" is not null;
CREATE INDEX "crm_ix_quotes_status" ON "crm_quotes" ("TenantId", "Status", "RevisedAt", "Id");
CREATE INDEX "crm_ix_quotes_valid_through" ON "crm_quotes" ("TenantId", "Status", "ValidThrough", "Id");
CREATE UNIQUE INDEX "crm_ux_quotes_number" ON "crm_quotes" ("TenantId", "Number");
CREATE UNIQUE INDEX "crm_ux_quotes_token" ON "crm_quotes" ("TenantId", "TokenHash") WHERE "TokenHash" is not null;
CREATE INDEX "crm_ix_record_shares_customer" ON "crm_record_shares" ("CustomerId");
CREATE INDEX "crm_ix_record_shares_partner" ON "crm_record_shares" ("TenantId", "PartnerId", "From", "Id");
CREATE INDEX "crm_ix_record_shares_partner_key" ON "crm_record_shares" ("PartnerId");
CREATE INDEX "crm_ix_record_shares_subject" ON "crm_record_shares" ("TenantId", "SubjectId", "SubjectKind", "PartnerId");
CREATE INDEX "crm_ix_rule_runs_at" ON "crm_rule_runs" ("TenantId", "EventAt", "EventId");
CREATE INDEX "crm_ix_rule_runs_due" ON "crm_rule_runs" ("DueAt") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_rule_runs_rule" ON "crm_rule_runs" ("TenantId", "RuleKey", "EventAt", "EventId");
CREATE INDEX "crm_ix_rule_runs_status" ON "crm_rule_runs" ("TenantId", "Status", "EventAt", "EventId");
CREATE INDEX "crm_ix_rules_event" ON "crm_rules" ("TenantId", "EventName", "Position", "Key");
CREATE UNIQUE INDEX "crm_ux_rules_key" ON "crm_rules" ("TenantId", "Key");
CREATE UNIQUE INDEX "crm_ux_salespeople_user" ON "crm_salespeople" ("TenantId", "UserId");
CREATE INDEX "crm_ix_segment_memberships_customer" ON "crm_segment_memberships" ("TenantId", "CustomerId", "EnteredAt", "Id");
CREATE INDEX "crm_ix_segment_memberships_customer_key" ON "crm_segment_memberships" ("CustomerId");
CREATE UNIQUE INDEX "crm_ux_segment_memberships_current" ON "crm_segment_memberships" ("TenantId", "SegmentKey", "IsCurrent", "CustomerId");
CREATE INDEX "crm_ix_segment_runs_segment" ON "crm_segment_runs" ("TenantId", "SegmentId", "Moment", "Id");
CREATE UNIQUE INDEX "crm_ux_segments_key" ON "crm_segments" ("TenantId", "Key");
CREATE UNIQUE INDEX "crm_ux_sign_up_forms_key" ON "crm_sign_up_forms" ("TenantId", "Key");
CREATE INDEX "crm_ix_sign_ups_address" ON "crm_sign_ups" ("TenantId", "AddressHash", "AskedAt");
CREATE INDEX "crm_ix_sign_ups_customer_key" ON "crm_sign_ups" ("CustomerId");
CREATE INDEX "crm_ix_sign_ups_day" ON "crm_sign_ups" ("TenantId", "FormId", "Day", "Status");
CREATE INDEX "crm_ix_sign_ups_due" ON "crm_sign_ups" ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_sign_ups_form" ON "crm_sign_ups" ("TenantId", "FormId", "SubmittedAt", "Id");
CREATE INDEX "crm_ix_sign_ups_form_key" ON "crm_sign_ups" ("FormId");
CREATE INDEX "crm_ix_sign_ups_sender" ON "crm_sign_ups" ("TenantId", "SenderHash", "SubmittedAt");
CREATE UNIQUE INDEX "crm_ux_sign_ups_token" ON "crm_sign_ups" ("TenantId", "TokenHash") WHERE "TokenHash" is not null;
CREATE UNIQUE INDEX "crm_ux_sla_policies_default" ON "crm_sla_policies" ("TenantId", "DefaultMark");
CREATE UNIQUE INDEX "crm_ux_sla_policies_name" ON "crm_sla_policies" ("TenantId", "Name");
CREATE UNIQUE INDEX "crm_ux_sla_policy_versions_number" ON "crm_sla_policy_versions" ("PolicyId", "Number");
CREATE INDEX "crm_ix_statement_words_word" ON "crm_statement_words" ("TenantId", "Word", "StatementId");
CREATE INDEX "crm_ix_statements_customer" ON "crm_statements" ("CustomerId", "At", "Id");
CREATE INDEX "crm_ix_statements_interaction" ON "crm_statements" ("InteractionId") WHERE "InteractionId" is not null;
CREATE INDEX "crm_ix_statements_organisation" ON "crm_statements" ("OrganisationId", "At", "Id") WHERE "OrganisationId" is not null;
CREATE INDEX "crm_ix_statements_status" ON "crm_statements" ("TenantId", "Kind", "Status", "At", "Id");
CREATE INDEX "crm_ix_statements_topic" ON "crm_statements" ("TenantId", "Topic", "Kind", "Status", "At");
CREATE UNIQUE INDEX "crm_ux_stock_items_sku" ON "crm_stock_items" ("TenantId", "Sku");
CREATE INDEX "crm_ix_subscriptions_customer" ON "crm_subscriptions" ("TenantId", "CustomerId", "StartsOn", "Id");
CREATE INDEX "crm_ix_subscriptions_customer_key" ON "crm_subscriptions" ("CustomerId");
CREATE INDEX "crm_ix_subscriptions_due" ON "crm_subscriptions" ("TenantId", "Status", "NextOn", "Id");
CREATE UNIQUE INDEX "crm_ux_subscriptions_number" ON "crm_subscriptions" ("TenantId", "Number");
CREATE UNIQUE INDEX "crm_ux_suppressed_addresses_hash" ON "crm_suppressed_addresses" ("TenantId", "Hash");
CREATE INDEX "crm_ix_survey_invitations_customer" ON "crm_survey_invitations" ("TenantId", "CustomerId", "InvitedAt", "Id");
CREATE INDEX "crm_ix_survey_invitations_customer_key" ON "crm_survey_invitations" ("CustomerId");
CREATE INDEX "crm_ix_survey_invitations_due" ON "crm_survey_invitations" ("DueAt", "Id") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_survey_invitations_survey" ON "crm_survey_invitations" ("SurveyId");
CREATE UNIQUE INDEX "crm_ux_survey_invitations_about" ON "crm_survey_invitations" ("TenantId", "SurveyId", "AboutId", "AboutKind") WHERE "AboutId" is not null;
CREATE UNIQUE INDEX "crm_ux_survey_tokens_hash" ON "crm_survey_tokens" ("TenantId", "Hash");
CREATE INDEX "crm_ix_surveys_case" ON "crm_surveys" ("TenantId", "AsksWhenCaseIs", "Status") WHERE "AsksWhenCaseIs" is not null;
CREATE UNIQUE INDEX "crm_ux_surveys_key" ON "crm_surveys" ("TenantId", "Key");
CREATE INDEX "crm_ix_technician_absences_technician" ON "crm_technician_absences" ("TechnicianId");
CREATE UNIQUE INDEX "crm_ux_technician_slots_slot" ON "crm_technician_slots" ("TenantId", "TechnicianId", "Slot");
CREATE UNIQUE INDEX "crm_ux_technicians_user" ON "crm_technicians" ("TenantId", "UserId");
CREATE INDEX "crm_ix_territories_queue_key" ON "crm_territories" ("QueueId");
CREATE UNIQUE INDEX "crm_ux_territories_fallback" ON "crm_territories" ("TenantId", "FallbackMark") WHERE "FallbackMark" is not null;
CREATE UNIQUE INDEX "crm_ux_territories_name" ON "crm_territories" ("TenantId", "Name");
CREATE INDEX "crm_ix_timeline_links_page" ON "crm_timeline_links" ("TenantId", "SubjectId", "At", "EntryId", "Audience", "Kind", "Channel", "Direction", "AgentId");
CREATE INDEX "crm_ix_visit_bookings_start" ON "crm_visit_bookings" ("TenantId", "PlannedStart");
CREATE INDEX "crm_ix_visit_bookings_technician" ON "crm_visit_bookings" ("TechnicianId", "OccupiedUntil");
CREATE INDEX "crm_ix_visit_bookings_visit" ON "crm_visit_bookings" ("VisitId");
CREATE INDEX "crm_ix_visits_case" ON "crm_visits" ("CaseId") WHERE "CaseId" is not null;
CREATE INDEX "crm_ix_visits_customer" ON "crm_visits" ("TenantId", "CustomerId", "WindowUntil");
CREATE INDEX "crm_ix_visits_customer_key" ON "crm_visits" ("CustomerId");
CREATE INDEX "crm_ix_visits_status" ON "crm_visits" ("TenantId", "Status", "WindowUntil", "Id");
CREATE UNIQUE INDEX "crm_ux_visits_number" ON "crm_visits" ("TenantId", "Number");
CREATE INDEX "crm_ix_webhook_deliveries_at" ON "crm_webhook_deliveries" ("SubscriptionId", "CreatedAt", "EventId");
CREATE INDEX "crm_ix_webhook_deliveries_due" ON "crm_webhook_deliveries" ("DueAt") WHERE "DueAt" is not null;
CREATE INDEX "crm_ix_webhook_events_name" ON "crm_webhook_events" ("Name");
CREATE UNIQUE INDEX "crm_ux_webhooks_key" ON "crm_webhooks" ("TenantId", "Key");
CREATE INDEX "crm_ix_win_lessons_pipeline" ON "crm_win_lessons" ("TenantId", "PipelineId", "OpportunityId");
CREATE INDEX "crm_ix_work_items_agent" ON "crm_work_items" ("TenantId", "UserId", "State", "EndedAt");
CREATE INDEX "crm_ix_work_items_case" ON "crm_work_items" ("TenantId", "CaseId", "EnqueuedAt") WHERE "CaseId" is not null;
CREATE INDEX "crm_ix_work_items_customer" ON "crm_work_items" ("TenantId", "CustomerId", "Topic", "EnqueuedAt");
CREATE INDEX "crm_ix_work_items_customer_key" ON "crm_work_items" ("CustomerId");
CREATE INDEX "crm_ix_work_items_demand" ON "crm_work_items" ("TenantId", "QueueId", "State", "Demand", "Rank", "EnqueuedAt", "Id");
CREATE INDEX "crm_ix_work_items_line" ON "crm_work_items" ("TenantId", "QueueId", "State", "Rank", "EnqueuedAt", "Id");
CREATE INDEX "crm_ix_work_items_offered" ON "crm_work_items" ("TenantId", "OfferedUntil") WHERE "OfferedUntil" is not null;
CREATE INDEX "crm_ix_work_items_queue" ON "crm_work_items" ("TenantId", "QueueId", "EnqueuedAt");
CREATE INDEX "crm_ix_work_items_queue_key" ON "crm_work_items" ("QueueId");
CREATE UNIQUE INDEX "crm_ux_work_items_case" ON "crm_work_items" ("TenantId", "CaseId", "Kind") WHERE "EndedAt" is null and "CaseId" is not null;
CREATE UNIQUE INDEX "crm_ux_work_items_interaction" ON "crm_work_items" ("TenantId", "InteractionId", "Kind") WHERE "EndedAt" is null and "InteractionId" is not null;
CREATE INDEX "crm_ix_work_queue_members_agent" ON "crm_work_queue_members" ("TenantId", "UserId");
CREATE UNIQUE INDEX "crm_ux_work_queues_name" ON "crm_work_queues" ("TenantId", "Name");
