using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.CustomFields;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Feedback;
using Crm.Persistence.EfCore.Insights;
using Crm.Persistence.EfCore.Intake;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Knowledge;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Orders;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Privacy;
using Crm.Persistence.EfCore.Sales;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.SelfService;
using Crm.Persistence.EfCore.Service;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore;

/// <summary>Maps the CRM into a context's model.</summary>
public static class CrmModelBuilderExtensions
{
    /// <summary>
    /// Maps tables, keys, indexes and filters. Call it in <c>OnModelCreating</c> with the context itself; configure your own
    /// entities before it, and your additions to ours (shadow columns, side tables) after it.
    /// </summary>
    /// <typeparam name="TContext">The context type.</typeparam>
    /// <param name="modelBuilder">The model builder.</param>
    /// <param name="context">The context: <c>this</c>.</param>
    /// <param name="configure">Settles which areas are mapped, tenancy and names.</param>
    /// <returns>The model builder.</returns>
    public static ModelBuilder ApplyCrm<TContext>(this ModelBuilder modelBuilder, TContext context, Action<CrmModelOptions>? configure = null)
        where TContext : DbContext, ICrmDbContext
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArgumentNullException.ThrowIfNull(context);
        var options = new CrmModelOptions();
        configure?.Invoke(options);
        var model = new CrmModel(options, CrmDatabases.Of(context));

        modelBuilder.ApplyConfiguration(new CustomerConfiguration(model));
        modelBuilder.ApplyConfiguration(new PersonConfiguration(model));
        modelBuilder.ApplyConfiguration(new OrganisationConfiguration(model));
        modelBuilder.ApplyConfiguration(new ContactPointConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerAddressConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerReferenceConfiguration(model));
        modelBuilder.ApplyConfiguration(new MembershipConfiguration(model));
        modelBuilder.ApplyConfiguration(new LifecycleChangeConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerTagConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerPreferenceConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerFieldConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomFieldDefinitionConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomFieldLabelConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomFieldOptionConfiguration(model));
        modelBuilder.ApplyConfiguration(new OnboardingConfiguration(model));
        modelBuilder.ApplyConfiguration(new OnboardingStepConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerKeyConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerTombstoneConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerMergeConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerMergeRowConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerImportRecordConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerImportItemRecordConfiguration(model));
        modelBuilder.ApplyConfiguration(new DuplicatePairConfiguration(model));
        modelBuilder.ApplyConfiguration(new DuplicateScanConfiguration(model));
        modelBuilder.ApplyConfiguration(new ConsentEntryConfiguration(model));
        modelBuilder.ApplyConfiguration(new PrivacyMeasureConfiguration(model));
        modelBuilder.ApplyConfiguration(new SuppressedAddressConfiguration(model));
        modelBuilder.ApplyConfiguration(new AccessLogConfiguration(model));
        modelBuilder.ApplyConfiguration(new InteractionConfiguration(model));
        modelBuilder.ApplyConfiguration(new InteractionLinkConfiguration(model));
        modelBuilder.ApplyConfiguration(new ActivityConfiguration(model));
        modelBuilder.ApplyConfiguration(new ActivityParticipantConfiguration(model));
        modelBuilder.ApplyConfiguration(new ActivityReminderConfiguration(model));
        modelBuilder.ApplyConfiguration(new ActivityMoveConfiguration(model));
        modelBuilder.ApplyConfiguration(new InteractionParticipantConfiguration(model));
        modelBuilder.ApplyConfiguration(new InteractionAttachmentConfiguration(model));
        modelBuilder.ApplyConfiguration(new CallRecordConfiguration(model));
        modelBuilder.ApplyConfiguration(new CustomerStatementConfiguration(model));
        modelBuilder.ApplyConfiguration(new StatementWordConfiguration(model));
        modelBuilder.ApplyConfiguration(new HandledMessageConfiguration(model));
        modelBuilder.ApplyConfiguration(new AutomaticAnswerConfiguration(model));
        modelBuilder.ApplyConfiguration(new MessageTemplateConfiguration(model));
        modelBuilder.ApplyConfiguration(new MessageTemplateVersionConfiguration(model));
        modelBuilder.ApplyConfiguration(new OutboundMessageConfiguration(model));
        modelBuilder.ApplyConfiguration(new TimelineEntryConfiguration(model));
        modelBuilder.ApplyConfiguration(new TimelineLinkConfiguration(model));
        modelBuilder.ApplyConfiguration(new AuditEntryConfiguration(model));
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration(model));
        modelBuilder.ApplyConfiguration(new InboxEntryConfiguration(model));
        modelBuilder.ApplyConfiguration(new NumberSeriesRowConfiguration(model));
        if (model.Maps(CrmAreas.Service))
        {
            modelBuilder.ApplyConfiguration(new ServiceCaseConfiguration(model));
            modelBuilder.ApplyConfiguration(new CaseMessageConfiguration(model));
            modelBuilder.ApplyConfiguration(new ViewedArticleConfiguration(model));
            modelBuilder.ApplyConfiguration(new CaseLogEntryConfiguration(model));
            modelBuilder.ApplyConfiguration(new ServiceDeadlineConfiguration(model));
            modelBuilder.ApplyConfiguration(new RaisedLevelConfiguration(model));
            modelBuilder.ApplyConfiguration(new RelatedCaseConfiguration(model));
            modelBuilder.ApplyConfiguration(new EntitlementConfiguration(model));
            modelBuilder.ApplyConfiguration(new EntitlementEntryConfiguration(model));
            modelBuilder.ApplyConfiguration(new TechnicianConfiguration(model));
            modelBuilder.ApplyConfiguration(new TechnicianSkillConfiguration(model));
            modelBuilder.ApplyConfiguration(new TechnicianAbsenceConfiguration(model));
            modelBuilder.ApplyConfiguration(new ServiceVisitConfiguration(model));
            modelBuilder.ApplyConfiguration(new VisitSkillConfiguration(model));
            modelBuilder.ApplyConfiguration(new VisitPartConfiguration(model));
            modelBuilder.ApplyConfiguration(new VisitPartUsedConfiguration(model));
            modelBuilder.ApplyConfiguration(new VisitBookingConfiguration(model));
            modelBuilder.ApplyConfiguration(new TechnicianSlotConfiguration(model));
            modelBuilder.ApplyConfiguration(new WorkQueueConfiguration(model));
            modelBuilder.ApplyConfiguration(new QueueMemberConfiguration(model));
            modelBuilder.ApplyConfiguration(new QueueAgentConfiguration(model));
            modelBuilder.ApplyConfiguration(new AgentSkillConfiguration(model));
            modelBuilder.ApplyConfiguration(new AgentChannelCapacityConfiguration(model));
            modelBuilder.ApplyConfiguration(new AgentPeriodConfiguration(model));
            modelBuilder.ApplyConfiguration(new WorkItemConfiguration(model));
            modelBuilder.ApplyConfiguration(new ServiceCalendarConfiguration(model));
            modelBuilder.ApplyConfiguration(new ServiceCalendarVersionConfiguration(model));
            modelBuilder.ApplyConfiguration(new SlaPolicyConfiguration(model));
            modelBuilder.ApplyConfiguration(new SlaPolicyVersionConfiguration(model));
        }

        if (model.Maps(CrmAreas.Knowledge))
        {
            modelBuilder.ApplyConfiguration(new KnowledgeItemConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeSearchDocumentConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeSessionConfiguration(model));
            modelBuilder.ApplyConfiguration(new QuestionConfiguration(model));
            modelBuilder.ApplyConfiguration(new QuestionWordConfiguration(model));
            modelBuilder.ApplyConfiguration(new ItemReadingConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeWordConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeVoteConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeUseConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeLessonConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeSynonymListConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeVersionConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeCategoryConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeItemCategoryConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeItemTagConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeItemRelationConfiguration(model));
            modelBuilder.ApplyConfiguration(new KnowledgeFileConfiguration(model));
        }

        if (model.Maps(CrmAreas.Orders))
        {
            modelBuilder.ApplyConfiguration(new OrderConfiguration(model));
            modelBuilder.ApplyConfiguration(new OrderLineConfiguration(model));
            modelBuilder.ApplyConfiguration(new PurchaseFactConfiguration(model));
            modelBuilder.ApplyConfiguration(new OrderDeliveryConfiguration(model));
            modelBuilder.ApplyConfiguration(new OrderStockMoveConfiguration(model));
            modelBuilder.ApplyConfiguration(new ProductConfiguration(model));
            modelBuilder.ApplyConfiguration(new ProductComponentConfiguration(model));
            modelBuilder.ApplyConfiguration(new PriceListConfiguration(model));
            modelBuilder.ApplyConfiguration(new PriceListLineConfiguration(model));
            modelBuilder.ApplyConfiguration(new PriceAgreementConfiguration(model));
            modelBuilder.ApplyConfiguration(new StockItemConfiguration(model));
            modelBuilder.ApplyConfiguration(new SubscriptionConfiguration(model));
        }

        if (model.Maps(CrmAreas.Insights))
        {
            modelBuilder.ApplyConfiguration(new CustomerInsightConfiguration(model));
            modelBuilder.ApplyConfiguration(new InsightRunConfiguration(model));
        }

        if (model.Maps(CrmAreas.Sales))
        {
            modelBuilder.ApplyConfiguration(new PipelineConfiguration(model));
            modelBuilder.ApplyConfiguration(new PipelineStageConfiguration(model));
            modelBuilder.ApplyConfiguration(new OpportunityConfiguration(model));
            modelBuilder.ApplyConfiguration(new OpportunityContactConfiguration(model));
            modelBuilder.ApplyConfiguration(new OpportunityCompetitorConfiguration(model));
            modelBuilder.ApplyConfiguration(new OpportunityStageVisitConfiguration(model));
            modelBuilder.ApplyConfiguration(new OpportunityLogEntryConfiguration(model));
            modelBuilder.ApplyConfiguration(new WinLessonConfiguration(model));
            modelBuilder.ApplyConfiguration(new PipelineWinModelConfiguration(model));
            modelBuilder.ApplyConfiguration(new SalespersonConfiguration(model));
            modelBuilder.ApplyConfiguration(new SalesPlaceConfiguration(model));
            modelBuilder.ApplyConfiguration(new SalesQuotaConfiguration(model));
            modelBuilder.ApplyConfiguration(new SalesJudgementConfiguration(model));
            modelBuilder.ApplyConfiguration(new QuoteConfiguration(model));
            modelBuilder.ApplyConfiguration(new QuoteRevisionConfiguration(model));
            modelBuilder.ApplyConfiguration(new QuoteLineConfiguration(model));
            modelBuilder.ApplyConfiguration(new LeadQueueConfiguration(model));
            modelBuilder.ApplyConfiguration(new LeadQueueMemberConfiguration(model));
            modelBuilder.ApplyConfiguration(new TerritoryConfiguration(model));
            modelBuilder.ApplyConfiguration(new LeadConfiguration(model));
            modelBuilder.ApplyConfiguration(new LeadPointsConfiguration(model));
            modelBuilder.ApplyConfiguration(new LeadContactConfiguration(model));
            modelBuilder.ApplyConfiguration(new LeadThresholdConfiguration(model));
        }

        if (model.Maps(CrmAreas.Automation))
        {
            modelBuilder.ApplyConfiguration(new AutomationRuleConfiguration(model));
            modelBuilder.ApplyConfiguration(new AutomationRuleVersionConfiguration(model));
            modelBuilder.ApplyConfiguration(new RuleRunConfiguration(model));
            modelBuilder.ApplyConfiguration(new WebhookSubscriptionConfiguration(model));
            modelBuilder.ApplyConfiguration(new WebhookEventNameConfiguration(model));
            modelBuilder.ApplyConfiguration(new WebhookSecretConfiguration(model));
            modelBuilder.ApplyConfiguration(new WebhookDeliveryConfiguration(model));
        }

        if (model.Maps(CrmAreas.Marketing))
        {
            modelBuilder.ApplyConfiguration(new SegmentConfiguration(model));
            modelBuilder.ApplyConfiguration(new SegmentVersionConfiguration(model));
            modelBuilder.ApplyConfiguration(new SegmentMembershipConfiguration(model));
            modelBuilder.ApplyConfiguration(new SegmentRunConfiguration(model));
            modelBuilder.ApplyConfiguration(new SegmentProgressConfiguration(model));
            modelBuilder.ApplyConfiguration(new SegmentTouchConfiguration(model));
            modelBuilder.ApplyConfiguration(new JourneyConfiguration(model));
            modelBuilder.ApplyConfiguration(new JourneyVersionConfiguration(model));
            modelBuilder.ApplyConfiguration(new JourneyEventNameConfiguration(model));
            modelBuilder.ApplyConfiguration(new JourneyRunConfiguration(model));
            modelBuilder.ApplyConfiguration(new JourneyStepRecordConfiguration(model));
            modelBuilder.ApplyConfiguration(new JourneySignalConfiguration(model));
            modelBuilder.ApplyConfiguration(new PlannedSendingConfiguration(model));
            modelBuilder.ApplyConfiguration(new CampaignConfiguration(model));
            modelBuilder.ApplyConfiguration(new CampaignSegmentConfiguration(model));
            modelBuilder.ApplyConfiguration(new CampaignVariantConfiguration(model));
            modelBuilder.ApplyConfiguration(new CampaignCostConfiguration(model));
            modelBuilder.ApplyConfiguration(new CampaignProgressConfiguration(model));
            modelBuilder.ApplyConfiguration(new CampaignRecipientConfiguration(model));
            modelBuilder.ApplyConfiguration(new CampaignResponseConfiguration(model));
        }

        if (model.Maps(CrmAreas.Feedback))
        {
            modelBuilder.ApplyConfiguration(new SurveyConfiguration(model));
            modelBuilder.ApplyConfiguration(new SurveyVersionConfiguration(model));
            modelBuilder.ApplyConfiguration(new SurveyInvitationConfiguration(model));
            modelBuilder.ApplyConfiguration(new SurveyTokenConfiguration(model));
            modelBuilder.ApplyConfiguration(new SurveyAnswerConfiguration(model));
            modelBuilder.ApplyConfiguration(new FeedbackScoreConfiguration(model));
            modelBuilder.ApplyConfiguration(new CustomerFeedbackConfiguration(model));
        }

        if (model.Maps(CrmAreas.SelfService))
        {
            modelBuilder.ApplyConfiguration(new PortalAccountConfiguration(model));
            modelBuilder.ApplyConfiguration(new ChangeRequestConfiguration(model));
        }

        NumberSeries.AddSequences(modelBuilder, model);
        PersonalDataMap.Classify(modelBuilder);
        ModelCompletion.Complete(modelBuilder, context, model);
        return modelBuilder;
    }
}
