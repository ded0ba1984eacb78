using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Insights;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the CRM to a host.</summary>
public static class CrmServiceCollectionExtensions
{
    /// <summary>
    /// Adds the front doors and what they need, but no storage: follow with <c>UseEntityFrameworkCore</c> or register stores of
    /// your own. Safe to call twice; services that you registered before stay.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Settles options.</param>
    /// <returns>A builder to continue with.</returns>
    public static CrmBuilder AddCrm(this IServiceCollection services, Action<CrmOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<CrmOptions>();
        options.Validate(
            o => DateTimeZoneProviders.Tzdb.GetZoneOrNull(o.BusinessTimeZone) is not null,
            $"{nameof(CrmOptions.BusinessTimeZone)} is not an IANA time zone id, such as Europe/Rome.");
        options.Validate(
            o => o.Outbound.IsUsable(),
            $"{nameof(CrmOptions.Outbound)}: MaxAttempts is at least 1, FirstWait and the times of ceilings are more than zero, and MessageIdDomain is a domain.");
        options.Validate(
            o => AddressHashes.IsUsable(o.SuppressionKey) && o.FormerSuppressionKeys.All(AddressHashes.IsUsable),
            $"{nameof(CrmOptions.SuppressionKey)} and {nameof(CrmOptions.FormerSuppressionKeys)} are at least 32 random bytes each, as Base64.");
        options.Validate(
            o => AddressHashes.IsUsable(o.Intake.TokenKey) && o.Intake.FormerTokenKeys.All(AddressHashes.IsUsable),
            $"{nameof(CrmOptions.Intake)}.{nameof(IntakeOptions.TokenKey)} and {nameof(IntakeOptions.FormerTokenKeys)} are at least 32 random bytes each, as Base64.");
        options.Validate(o => o.Intake.IsUsable, $"{nameof(CrmOptions.Intake)}: the memory is at least 30 days, a batch has 1 to 1,000 messages, limits are positive, and {nameof(IntakeOptions.CaseReferenceFormat)} holds {{0}}.");
        options.Validate(o => o.CaseFollowUps is { IsUsable: true }, $"{nameof(CrmOptions.CaseFollowUps)}: a window has no negative number of days.");
        options.Validate(o => o.FieldService.IsUsable, $"{nameof(CrmOptions.FieldService)}: the speed is more than zero, roads are at least as long as the great circle, travel takes at most a day, customers give at most 31 days' notice, and their times are whole slots apart, at most a day.");
        options.Validate(o => o.CaseStatuses.Problem is null, $"{nameof(CrmOptions.CaseStatuses)}: a restriction names a status that is not registered.");
        options.Validate(
            o => o.CaseClosing.IsUsable(o.CaseStatuses),
            $"{nameof(CrmOptions.CaseClosing)}: statuses that close are registered and paused or resolved, after 1 to {CaseClosingOptions.MaxDays} days; and a batch has 1 to {CaseClosing.MaxTake} cases.");
        options.Validate(o => o.KnowledgeSearch.IsUsable, $"{nameof(CrmOptions.KnowledgeSearch)}.{nameof(KnowledgeSearchOptions.MaxIndexBytes)} is more than zero.");
        options.Validate(
            o => o.Knowledge.IsUsable,
            $"{nameof(CrmOptions.Knowledge)}: licences are defined, reuses are no negative number, and a batch has 1 to {KnowledgeOptions.MaxBatchSize} items.");
        options.Validate(o => o.ServiceLevels.IsUsable(), $"{nameof(CrmOptions.ServiceLevels)}.{nameof(ServiceLevelOptions.DefaultCalendar)} is the key of a calendar.");
        options.Validate(
            o => AddressHashes.IsUsable(o.KnowledgeReading.ReaderSecret),
            $"{nameof(CrmOptions.KnowledgeReading)}.{nameof(KnowledgeReadingOptions.ReaderSecret)} is at least 32 random bytes, as Base64.");
        options.Validate(
            o => o.KnowledgeReading.IsUsable,
            $"{nameof(CrmOptions.KnowledgeReading)}: 2 to 100 readers, a pause of more than zero and at most the window for cases, which is at most 30 days, sessions kept for 7 to 3,650 days, a half-life of 1 to 3,650 days, and a lesson within 7 days.");
        options.Validate(
            o => AddressHashes.IsUsable(o.Feedback.TokenKey) && o.Feedback.IsUsable,
            $"{nameof(CrmOptions.Feedback)}: {nameof(FeedbackOptions.TokenKey)} is at least 32 random bytes, as Base64, days are 0 to 3,650, and categories are different keys of at most 50 characters.");
        options.Validate(
            o => AddressHashes.IsUsable(o.SelfService.TokenKey) && o.SelfService.IsUsable,
            $"{nameof(CrmOptions.SelfService)}: {nameof(SelfServiceOptions.TokenKey)} is at least 32 random bytes, as Base64, invitations hold for at most 72 hours, sessions for at most 30 days, and changes wait for at most 7 days for a code and 366 for staff.");
        options.Validate(
            o => o.Automation.IsUsable,
            $"{nameof(CrmOptions.Automation)}: MaxDepth is 1 to {RuleChain.MaxDepth}, at least one attempt, logs are kept for at least a day, waits are more than zero, a webhook may take up to two minutes, and no two rules in code have one key.");
        options.Validate(
            o => o.Marketing.IsUsable && AddressHashes.IsUsable(o.Marketing.TokenKey) && o.Marketing.FormerTokenKeys.All(AddressHashes.IsUsable),
            $"{nameof(CrmOptions.Marketing)}: frequency caps are no negative numbers, messages are put off by 1 to 366 days, the window of conversions is more than zero, and token keys are at least 32 random bytes, as Base64.");
        if (configure is not null)
        {
            options.Configure(configure);
        }

#pragma warning disable RS0030 // The composition root names the system clock; everything else takes IClock.
        services.TryAddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        services.TryAddSingleton<CrmErrorDescriber>();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Channels);
        services.TryAddSingleton<IChannelCatalog>(s => s.GetRequiredService<ChannelCatalog>());
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Purposes);
        services.TryAddSingleton<IBusinessZone>(
            s => new FixedBusinessZone(DateTimeZoneProviders.Tzdb[s.GetRequiredService<IOptions<CrmOptions>>().Value.BusinessTimeZone]));
        services.TryAddSingleton<ICrmScopeFactory, CrmScopeFactory>();
        services.TryAddScoped(_ => new CrmScopeAccessor());
        services.TryAddScoped<CrmGate>();
        services.TryAddScoped<CrmActs>();

        services.TryAddScoped<AuditTrail>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICustomerKeyKind, CustomerSearchKeys>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICustomerKeyKind, CustomerMatchKeys>());
        services.TryAddSingleton<CustomerKeyKinds>();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Duplicates);
        services.TryAddSingleton(s => new DuplicateMatcher(s.GetRequiredService<DuplicateOptions>().Rules));
        services.TryAddScoped<DuplicateFinder>();
        services.TryAddScoped<DuplicateScanner>();
        services.TryAddScoped<CustomerDirectory>();
        services.TryAddScoped<CustomerRelations>();
        services.TryAddScoped<ProspectDesk>();
        services.TryAddScoped<CustomerMerger>();
        services.TryAddScoped<CustomerImporter>();
        services.TryAddScoped<CustomerExporter>();
        services.TryAddScoped<ISenderBook, SenderBook>();
        services.TryAddScoped<CustomerCare>();
        services.TryAddScoped<OnboardingDesk>();
        services.TryAddScoped<CustomerKeys>();
        services.AddSingleton(new CustomFieldOwner(SubjectKinds.Customer));
        services.TryAddScoped<CustomFieldCatalog>();
        services.TryAddScoped<CustomerFields>();
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<IRelatedFields, InteractionFields>(), ServiceDescriptor.Singleton<IRelatedFields, StatementFields>(), ServiceDescriptor.Singleton<IRelatedFields, PurchaseFields>(), ServiceDescriptor.Singleton<IRelatedFields, CaseFields>(),
            ServiceDescriptor.Singleton<IRelatedFields, InsightFields>(), ServiceDescriptor.Singleton<IRelatedFields, FeedbackFields>(), ServiceDescriptor.Singleton<IRelatedFields, LastScoreFields>()]);
        services.TryAddSingleton<CustomerFieldCatalogue>();
        services.TryAddScoped<CustomerSegments>();
        services.TryAddScoped<ContactHistory>();
        services.TryAddScoped<IRecordedContacts, RecordedContacts>();
        services.TryAddScoped<CustomerVoice>();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Attachments);
        services.TryAddScoped<AttachmentShelf>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICrmEventHandler<AttachmentsReleased>, AttachmentRemoval>());
        services.TryAddScoped<IContactBook, ContactBook>();
        services.TryAddSingleton<ICaseReferences, CaseReferences>();
        services.TryAddScoped<MessageTokens>();
        services.TryAddScoped<MessageIntake>();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.ActivityKinds);
        services.TryAddScoped<ActivityPlanner>();
        services.TryAddScoped<IPlannedTasks, PlannedTasks>();
        services.TryAddScoped<ActivityInvitations>();
        services.TryAddScoped<ActivityReminders>();
        services.TryAddScoped<ActivityCalendar>();
        AddMessages(services);
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.CaseStatuses);
        AddServiceLevels(services);
        services.TryAddScoped<ServiceDesk>();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.CaseFollowUps);
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.CaseClosing);
        services.TryAddScoped<CaseClosing>();
        services.TryAddScoped<CaseLists>();
        services.TryAddScoped<CaseRecords>();
        services.TryAddScoped<CustomerCases>();
        services.TryAddScoped<ICustomerCaseActs, CustomerCaseActs>();
        services.TryAddScoped<ICaseRequests, CaseRequests>();
        services.TryAddScoped<CaseMerger>();
        services.TryAddScoped<ICaseIntake>(
            s => new CaseIntake(
                s.GetRequiredService<ICaseIntakeStore>(), s.GetRequiredService<ICrmNumberSeries>(), s.GetRequiredService<CaseStatusCatalog>(),
                s.GetRequiredService<CaseFollowUpRules>(), s.GetServices<ICaseObserver>));
        services.TryAddScoped<CaseSplitter>();
        services.TryAddScoped<CaseArticles>();
        services.TryAddScoped<CaseSolutions>();
        AddEntitlements(services);
        AddFieldService(services);
        services.TryAddScoped<WorkQueues>();
        services.TryAddScoped<QueueAgents>();
        services.TryAddScoped<WorkDesk>();
        services.TryAddScoped<WorkRouter>();
        services.TryAddScoped<QueueMetrics>();
        services.TryAddSingleton<AssignmentStrategies>();
        services.TryAddSingleton<CaseFieldCatalogue>();
        services.TryAddEnumerable([ServiceDescriptor.Scoped<ICaseObserver, CaseWork>(), ServiceDescriptor.Scoped<ICaseObserver, CaseDeadlines>()]);
        services.TryAddScoped<ServiceDeadlines>();
        services.TryAddScoped<ServiceLevelMonitor>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICrmEventHandler<EscalationDue>, EscalationActions>());
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Knowledge);
        services.TryAddScoped<KnowledgeAuthors>();
        services.TryAddScoped<KnowledgeBase>();
        AddKnowledgeSearch(services);
        services.TryAddScoped<KnowledgePublishing>();
        services.TryAddScoped<KnowledgeCategories>();
        services.TryAddScoped<KnowledgeVersions>();
        services.TryAddScoped<KnowledgeShelf>();
        services.TryAddScoped<KnowledgeLists>();
        AddKnowledgeReading(services);
        AddOrders(services);
        services.TryAddScoped<CustomerInsights>();
        AddSales(services);
        AddAutomation(services);
        AddFeedback(services);
        services.AddSelfService();
        services.TryAddScoped<CustomerOverviews>();
        services.TryAddScoped<ConsentDesk>();
        services.TryAddScoped<IConsentWithdrawals, ConsentWithdrawals>();
        services.TryAddScoped<IInvalidAddresses, InvalidAddresses>();
        services.TryAddScoped<ContactPermissions>();
        services.TryAddScoped<PrivacyMeasures>();
        services.TryAddScoped<PrivacyOffice>();
        services.TryAddSingleton<AddressHashes>();
        services.TryAddScoped<SuppressionList>();
        services.TryAddScoped<RetentionDesk>();
        services.TryAddScoped<AccessTrail>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICustomerMergeParticipant, ConsentMerging>());
        services.AddMarketing();
        services.AddPortalDoors();
        return new CrmBuilder(services);
    }

    private static void AddServiceLevels(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.ServiceLevels);
        services.TryAddSingleton<SlaConditions>();
        services.TryAddScoped<ServiceCalendars>();
        services.TryAddScoped<SlaPolicies>();
        services.TryAddScoped<ServiceLevelBook>();
        services.TryAddScoped<IServiceLevelBook>(s => s.GetRequiredService<ServiceLevelBook>());
        services.TryAddScoped<IServiceLevelExplainer>(s => s.GetRequiredService<ServiceLevelBook>());
        services.TryAddScoped<ServiceLevels>();
        services.TryAddScoped<SlaReports>();
    }

    private static void AddKnowledgeSearch(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.KnowledgeSearch);
        services.TryAddSingleton<TextAnalysers>();
        services.TryAddSingleton<KnowledgeIndexes>();
        services.TryAddScoped<KnowledgeSearch>();
        services.TryAddScoped<KnowledgeSynonyms>();
    }

    private static void AddMessages(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Outbound);
        services.TryAddScoped<IMessageIdIssuer, SignedMessageIds>();
        services.TryAddScoped<ISendPermissions, SendPermissions>();
        services.TryAddEnumerable([ServiceDescriptor.Scoped<IMessageValueSource, RecipientValues>(), ServiceDescriptor.Scoped<IMessageValueSource, GivenValues>()]);
        services.TryAddEnumerable([ServiceDescriptor.Scoped<IMessageValueSource, RecipientValues>()]);
        services.TryAddScoped<MessageVocabulary>();
        services.TryAddScoped<MessageTemplates>();
        services.TryAddScoped<MessageDesk>();
        services.TryAddScoped<IMessageQueue, MessageQueue>();
        services.TryAddScoped<MessageDeliveries>();
        services.TryAddEnumerable([
            ServiceDescriptor.Scoped<ICrmEventHandler<OutboundMessageQueued>, MessageSending>(), ServiceDescriptor.Scoped<ICrmEventHandler<OutboundMessageReleased>, MessageSending>()]);
    }

    private static void AddAutomation(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Automation);
        services.TryAddEnumerable([
            ServiceDescriptor.Scoped<IRuleSubject, CustomerRuleSubject>(), ServiceDescriptor.Scoped<IRuleSubject, CaseRuleSubject>(), ServiceDescriptor.Scoped<IRuleSubject, LeadRuleSubject>(),
            ServiceDescriptor.Scoped<IRuleSubject, OpportunityRuleSubject>(), ServiceDescriptor.Scoped<IRuleSubject, OrderRuleSubject>(), ServiceDescriptor.Scoped<IRuleSubject, InteractionRuleSubject>()]);
        services.TryAddEnumerable([
            ServiceDescriptor.Scoped<IRuleAction, AssignCustomerAction>(), ServiceDescriptor.Scoped<IRuleAction, AddCustomerTagAction>(), ServiceDescriptor.Scoped<IRuleAction, SetCustomerFieldAction>(),
            ServiceDescriptor.Scoped<IRuleAction, AssignCaseAction>(), ServiceDescriptor.Scoped<IRuleAction, SetCaseFieldAction>(), ServiceDescriptor.Scoped<IRuleAction, CreateCaseAction>(),
            ServiceDescriptor.Scoped<IRuleAction, AssignLeadAction>(), ServiceDescriptor.Scoped<IRuleAction, SetLeadFieldAction>(),
            ServiceDescriptor.Scoped<IRuleAction, AssignOpportunityAction>(), ServiceDescriptor.Scoped<IRuleAction, SetOpportunityFieldAction>(),
            ServiceDescriptor.Scoped<IRuleAction, CreateTaskAction>(), ServiceDescriptor.Scoped<IRuleAction, SendMessageAction>(),
            ServiceDescriptor.Scoped<IRuleAction, CallHandlerAction>(),

            // Actions of rules are also actions of journeys, where the area of webhooks may not be mapped.
            ServiceDescriptor.Scoped<IRuleAction, WebhookAction>(s => new WebhookAction(s.GetRequiredService<IWebhookStore>, s.GetRequiredService<CrmErrorDescriber>()))]);
        services.TryAddScoped<AutomationRules>();
        services.TryAddScoped<RuleRunner>();
        services.TryAddScoped<RuleRuns>();
        services.TryAddScoped<Webhooks>();
        services.TryAddScoped<WebhookDeliveries>();
        services.TryAddScoped<LeadTimes>();
    }

    private static void AddFeedback(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Feedback);
        services.TryAddSingleton<SurveyTokens>();
        services.TryAddScoped<Surveys>();
        services.TryAddScoped<SurveyDesk>();
        services.TryAddScoped<SurveyAnswers>();
        services.TryAddScoped<SurveyReminders>();
        services.TryAddScoped<FeedbackReports>();
        services.TryAddScoped<Complaints>();
        services.AddSingleton(new MessageNames([SurveyTexts.Token, SurveyTexts.Title]));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IMessageSeal, SurveyTokenSeal>());
        services.TryAddEnumerable([ServiceDescriptor.Scoped<ICrmEventHandler<CaseStatusChanged>, CaseAsking>(), ServiceDescriptor.Scoped<ICrmEventHandler<CaseClosedForSilence>, CaseAsking>()]);
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICrmEventHandler<SurveyAnswered>, FeedbackConsequences>());
        services.TryAddEnumerable([ServiceDescriptor.Scoped<ICrmEventHandler<CustomersMerged>, FeedbackMerging>(), ServiceDescriptor.Scoped<ICrmEventHandler<CustomersUnmerged>, FeedbackMerging>()]);
    }

    private static void AddOrders(IServiceCollection services)
    {
        services.TryAddScoped<IProductCatalog, DefaultCatalog>();
        services.TryAddScoped<IBaseRates, BaseRates>();
        services.TryAddScoped<OrderBook>();
        services.TryAddScoped<ISettledOrders>(s => s.GetRequiredService<OrderBook>());
        services.TryAddScoped<ICustomerOrders, CustomerOrders>();
        services.TryAddScoped<ICustomerSubscriptions, CustomerSubscriptions>();
        services.TryAddScoped<Products>();
        services.TryAddScoped<PriceBook>();
        services.TryAddScoped<Stockroom>();
        services.TryAddScoped<Subscriptions>();
    }

    private static void AddSales(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Sales);
        services.TryAddSingleton(s => s.GetRequiredService<SalesOptions>().LossReasons);
        services.TryAddSingleton(s => s.GetRequiredService<SalesOptions>().Quotes);
        services.TryAddScoped<QuoteDesk>();
        services.TryAddScoped<QuoteAnswers>();
        services.TryAddScoped<ICustomerAddressees, CustomerAddressees>();
        services.TryAddSingleton<IQuoteDocumentRenderer, HtmlQuoteRenderer>();
        services.TryAddScoped<QuoteDocuments>();
        services.TryAddSingleton<IExchangeRates, NoExchangeRates>();
        services.TryAddSingleton<OpportunityFieldCatalogue>();
        services.TryAddScoped<BaseAmounts>();
        services.TryAddScoped<Pipelines>();
        services.TryAddScoped<SalesPipeline>();
        services.TryAddScoped<OpportunityDesk>();
        services.TryAddScoped<NextSteps>();
        services.TryAddScoped<PipelineBoard>();
        services.TryAddScoped<PipelineReports>();
        services.TryAddScoped<ForecastReports>();
        services.TryAddScoped<SalesTeams>();
        services.TryAddScoped<WinProbabilities>();
        services.TryAddSingleton<LeadFieldCatalogue>();
        services.TryAddScoped<LeadDesk>();
        services.TryAddScoped<LeadQueues>();
        services.TryAddScoped<LeadContacts>();
        services.TryAddScoped<LeadConverter>();
        services.TryAddScoped<ICustomerMatches, CustomerMatches>();
        services.TryAddScoped<TerritoryPlacement>();
        services.TryAddScoped<Territories>();
        services.TryAddScoped<TerritoryDesk>();
        services.TryAddScoped<TerritoryReassignment>();
    }

    private static void AddKnowledgeReading(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.KnowledgeReading);
        services.TryAddSingleton<KnowledgeReaders>();
        services.TryAddScoped<KnowledgeReading>();
        services.TryAddScoped<KnowledgeVotes>();
        services.TryAddScoped<KnowledgeUses>();
        services.TryAddScoped<KnowledgeSuggestions>();
        services.TryAddScoped<KnowledgeReports>();
        services.TryAddScoped<KnowledgeLearning>();
    }

    private static void AddEntitlements(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.Entitlements);
        services.TryAddScoped<ICaseEntitlements, CaseEntitlements>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ICaseObserver, CaseEntitlements>());
        services.TryAddScoped<Entitlements>();
    }

    private static void AddFieldService(IServiceCollection services)
    {
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CrmOptions>>().Value.FieldService);
        services.TryAddSingleton<IVisitTravel, GreatCircleTravel>();
        services.TryAddScoped<Technicians>();
        services.TryAddScoped<FieldService>();
        services.TryAddScoped<VisitDispatch>();
        services.TryAddScoped<VisitCalendar>();
        services.TryAddScoped<ICustomerVisits, CustomerVisits>();
    }
}
