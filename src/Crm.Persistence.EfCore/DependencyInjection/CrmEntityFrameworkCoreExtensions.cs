using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Automation;
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
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Auditing;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.CustomFields;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Encryption;
using Crm.Persistence.EfCore.Feedback;
using Crm.Persistence.EfCore.Insights;
using Crm.Persistence.EfCore.Intake;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Knowledge;
using Crm.Persistence.EfCore.Orders;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Overview;
using Crm.Persistence.EfCore.Privacy;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sales;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.SelfService;
using Crm.Persistence.EfCore.Service;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Stores the CRM in the host's own <c>DbContext</c>.</summary>
public static class CrmEntityFrameworkCoreExtensions
{
    /// <summary>
    /// Adds stores, queries, the unit of work, the saving interceptor and the outbox dispatcher on top of a context that is
    /// registered with <c>AddDbContext</c>, <c>AddDbContextPool</c>, <c>AddDbContextFactory</c> or <c>AddPooledDbContextFactory</c>,
    /// before or after this call. Safe to call twice; services that you registered before stay.
    /// </summary>
    /// <typeparam name="TContext">The host's context, whose <c>OnModelCreating</c> calls <c>ApplyCrm(this)</c>.</typeparam>
    /// <param name="builder">What <c>AddCrm</c> returned.</param>
    /// <param name="configure">Settles options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">Another context was named before.</exception>
    public static CrmBuilder UseEntityFrameworkCore<TContext>(this CrmBuilder builder, Action<CrmPersistenceOptions>? configure = null)
        where TContext : DbContext, ICrmDbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<CrmPersistenceOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.FirstOrDefault(s => s.ServiceType == typeof(CrmContextMarker))?.ImplementationInstance is CrmContextMarker marker)
        {
            return marker.Context == typeof(TContext)
                ? builder
                : throw new InvalidOperationException($"The CRM is stored in {marker.Context.Name} already; one container has one CRM context.");
        }

        services.AddSingleton(new CrmContextMarker(typeof(TContext)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CrmPersistenceOptions>, CrmPersistenceOptionsValidation>());
        AddSaving<TContext>(services);
        AddStores(services);
        AddOutbox(services);
        AddAutomation(services);
        services.AddMarketingStores();
        services.AddPortalDoorStores();
        AddDueWork(services);
        return builder;
    }

    /// <summary>Keeps the content of attachments as files of a folder. A store that you registered before stays.</summary>
    /// <param name="builder">What <c>AddCrm</c> returned.</param>
    /// <param name="folder">The folder; made when it is missing. Keep it out of what a web server shows.</param>
    /// <returns>The builder.</returns>
    public static CrmBuilder UseAttachmentFolder(this CrmBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        builder.Services.TryAddSingleton<IAttachmentStore>(new FileAttachmentStore(folder));
        return builder;
    }

    private static void AddSaving<TContext>(IServiceCollection services)
        where TContext : DbContext, ICrmDbContext
    {
        services.TryAddSingleton(s => new EventCatalog([typeof(ICrmEvent).Assembly, .. s.GetRequiredService<IOptions<CrmPersistenceOptions>>().Value.EventAssemblies]));
        services.TryAddSingleton(s => new CrmPersistenceSettings(s.GetRequiredService<IOptions<CrmPersistenceOptions>>().Value.UseOutbox));
        services.TryAddSingleton<RowFactory>();
        services.TryAddSingleton<SaveRecorder>();
        services.TryAddSingleton<CustomerKeyUpkeep>();
        services.TryAddSingleton<KnowledgeDocumentUpkeep>();
        services.TryAddSingleton<KnowledgeChangeInterceptor>();
        services.TryAddSingleton<CrmSaveInterceptor>();
        services.TryAddSingleton<SqliteConnectionInterceptor>();
        services.TryAddSingleton<ExplicitRows>();
        services.TryAddSingleton<AggregateInsertion>();
        services.ConfigureDbContext<TContext>((provider, context) =>
        {
            context.AddInterceptors(provider.GetRequiredService<CrmSaveInterceptor>(), provider.GetRequiredService<SqliteConnectionInterceptor>(), provider.GetRequiredService<KnowledgeChangeInterceptor>());
            ((IDbContextOptionsBuilderInfrastructure)context).AddOrUpdateExtension(new CrmOptionsExtension());
        });
        services.TryAddScoped(s => new CrmDb(s.GetRequiredService<TContext>(), s.GetRequiredService<CrmScopeAccessor>()));
        services.TryAddScoped<ICrmUnitOfWork, CrmUnitOfWork>();
        services.TryAddScoped<ICrmNumberSeries, NumberSeries>();
        services.TryAddScoped(s => new PersonalDataEncryption(s.GetRequiredService<CrmDb>(), s.GetRequiredService<ICrmUnitOfWork>()));
    }

    private static void AddStores(IServiceCollection services)
    {
        services.TryAddScoped<IAuditQueries, AuditQueries>();
        services.TryAddScoped<ICustomFieldStore, CustomFieldStore>();
        services.TryAddScoped<ICustomFieldQueries, CustomFieldQueries>();
        services.TryAddScoped<ICustomerStore, CustomerStore>();
        services.TryAddScoped<ICustomerQueries, CustomerQueries>();
        services.TryAddScoped<ICustomerSegmentQueries, CustomerSegmentQueries>();
        services.TryAddScoped<ICustomerRelationQueries, CustomerRelationQueries>();
        services.TryAddScoped<ICustomerCareQueries, CustomerCareQueries>();
        services.TryAddScoped<IOnboardingStore, OnboardingStore>();
        services.TryAddScoped<ICustomerKeyStore, CustomerKeyStore>();
        services.TryAddScoped<ICustomerMatchStore, CustomerMatchStore>();
        services.TryAddScoped<IDuplicateStore, DuplicateStore>();
        services.TryAddScoped<ICustomerOverviewQueries, CustomerOverviewQueries>();
        services.TryAddScoped<CustomerLocks>();
        services.TryAddScoped<ICustomerMergeStore, CustomerMergeStore>();
        services.TryAddSingleton<CustomerInsertion>();
        services.TryAddScoped<ICustomerImportStore, CustomerImportStore>();
        services.TryAddScoped<ISenderStore, SenderStore>();
        services.TryAddScoped<ICustomerExportQueries, CustomerExportQueries>();
        services.TryAddScoped<IConsentStore, ConsentStore>();
        services.TryAddScoped<IContactQueries, ContactQueries>();
        services.TryAddScoped<IPrivacyMeasureStore, PrivacyMeasureStore>();
        services.TryAddScoped<IPersonalDataStore, PersonalDataStore>();
        services.TryAddScoped<IErasureStore, ErasureStore>();
        services.TryAddScoped<ISuppressionStore, SuppressionStore>();
        services.TryAddScoped<IRetentionStore, RetentionStore>();
        services.TryAddScoped<IAccessLog, AccessLog>();
        services.TryAddScoped<IAccessQueries, AccessLog>();
        services.TryAddScoped<IInteractionStore, InteractionStore>();
        services.TryAddScoped<IContactBatchStore, ContactBatchStore>();
        services.TryAddScoped<IIntakeStore, IntakeStore>();
        services.TryAddScoped<ITimelineQueries, TimelineQueries>();
        services.TryAddScoped<IContactStatisticsQueries, ContactStatisticsQueries>();
        services.TryAddScoped<IStatementStore, StatementStore>();
        services.TryAddScoped<IStatementQueries, StatementQueries>();
        services.TryAddScoped<IActivityStore, ActivityStore>();
        services.TryAddScoped<IActivityQueries, ActivityQueries>();
        services.TryAddScoped<IMessageTemplateStore, MessageTemplateStore>();
        services.TryAddScoped<IOutboundMessageStore, OutboundMessageStore>();
        services.TryAddScoped<IOutboundMessageQueries, OutboundMessageQueries>();
        services.TryAddScoped<IMessageRecipients, MessageRecipients>();
        services.TryAddScoped<IServiceCaseStore, ServiceCaseStore>();
        services.TryAddScoped<IServiceCaseQueries, ServiceCaseQueries>();
        services.TryAddScoped<ICaseIntakeStore, CaseIntakeStore>();
        services.TryAddScoped<ICaseMergeStore, CaseMergeStore>();
        services.TryAddScoped<ICaseLogQueries, CaseLogQueries>();
        services.TryAddScoped<ICaseDeadlineStore, CaseDeadlineStore>();
        services.TryAddScoped<IDeadlineAlarmStore, DeadlineAlarmStore>();
        services.TryAddScoped<IServiceDeadlineQueries, ServiceDeadlineQueries>();
        services.TryAddScoped<ICaseClosingStore, CaseClosingStore>();
        services.TryAddScoped<IEntitlementStore, EntitlementStore>();
        services.TryAddScoped<ITechnicianStore, TechnicianStore>();
        services.TryAddScoped<IServiceVisitStore, ServiceVisitStore>();
        services.TryAddScoped<IVisitQueries, VisitQueries>();
        services.TryAddScoped<IWorkQueueStore, WorkQueueStore>();
        services.TryAddScoped<IQueueAgentStore, QueueAgentStore>();
        services.TryAddScoped<IWorkItemStore, WorkItemStore>();
        services.TryAddScoped<IQueueMetricQueries, QueueMetricQueries>();
        services.TryAddScoped<IServiceCalendarStore, ServiceCalendarStore>();
        services.TryAddScoped<ISlaPolicyStore, SlaPolicyStore>();
        services.TryAddScoped<IServiceLevelSource, ServiceLevelSource>();
        services.TryAddScoped<ICaseTeamQueries, CaseTeamQueries>();
        services.TryAddSingleton<ServiceLevelContents>();
        services.TryAddScoped<IKnowledgeStore, KnowledgeStore>();
        services.TryAddScoped<IKnowledgeQueries, KnowledgeQueries>();
        services.TryAddScoped<IKnowledgeSessionStore, KnowledgeSessionStore>();
        services.TryAddScoped<IKnowledgeVoteStore, KnowledgeVoteStore>();
        services.TryAddScoped<IKnowledgeUseStore, KnowledgeUseStore>();
        services.TryAddScoped<IKnowledgeLessonStore, KnowledgeLessonStore>();
        services.TryAddScoped<IKnowledgeReportQueries, KnowledgeReportQueries>();
        services.TryAddScoped<IKnowledgeSearchStore, KnowledgeSearchStore>();
        services.TryAddScoped<IKnowledgeAskedStore, KnowledgeAskedStore>();
        services.TryAddScoped<IKnowledgeSynonymStore, KnowledgeSynonymStore>();
        services.TryAddScoped<IKnowledgeVersionQueries, KnowledgeVersionQueries>();
        services.TryAddScoped<IKnowledgeItemQueries, KnowledgeItemQueries>();
        services.TryAddScoped<IKnowledgeCategoryStore, KnowledgeCategoryStore>();
        services.TryAddScoped<IOrderStore, OrderStore>();
        services.TryAddScoped<IQuoteStore, QuoteStore>();
        services.TryAddScoped<IQuoteQueries, QuoteQueries>();
        services.TryAddScoped<IPurchaseQueries, PurchaseQueries>();
        services.TryAddScoped<IInsightStore, InsightStore>();
        services.TryAddScoped<IInsightQueries, InsightQueries>();
        services.TryAddScoped<IProductStore, ProductStore>();
        services.TryAddScoped<IPriceStore, PriceStore>();
        services.TryAddScoped<IStockStore, StockStore>();
        services.TryAddScoped<ISubscriptionStore, SubscriptionStore>();
        services.TryAddScoped<IPipelineStore, PipelineStore>();
        services.TryAddScoped<IOpportunityStore, OpportunityStore>();
        services.TryAddScoped<IOpportunityQueries, OpportunityQueries>();
        services.TryAddScoped<IPipelineReportQueries, PipelineReportQueries>();
        services.TryAddScoped<IForecastQueries, ForecastQueries>();
        services.TryAddScoped<ISalesTeamStore, SalesTeamStore>();
        services.TryAddScoped<IWinHistoryStore, WinHistoryStore>();
        services.TryAddScoped<ILeadStore, LeadStore>();
        services.TryAddScoped<ILeadQueries, LeadQueries>();
        services.TryAddScoped<ILeadQueueStore, LeadQueueStore>();
        services.TryAddScoped<ITerritoryStore, TerritoryStore>();
        services.TryAddScoped<ISurveyStore, SurveyStore>();
        services.TryAddScoped<ISurveyInvitationStore, SurveyInvitationStore>();
        services.TryAddScoped<ICustomerFeedbackStore, CustomerFeedbackStore>();
        services.TryAddScoped<ISurveyedCases, SurveyedCases>();
        services.TryAddScoped<IScoreQueries, ScoreQueries>();
        services.TryAddScoped<IPortalAccountStore, PortalAccountStore>();
        services.TryAddScoped<IChangeRequestStore, ChangeRequestStore>();
    }

    private static void AddOutbox(IServiceCollection services)
    {
        services.TryAddSingleton<IOutboxDispatcher, OutboxDispatcher>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OutboxService>());
        services.TryAddSingleton<IServiceLevelRounds, ServiceLevelRounds>();
    }

    private static void AddAutomation(IServiceCollection services)
    {
        services.TryAddSingleton<EventDescriptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventFollower, EventAutomation>());
        services.TryAddSingleton<IAutomationRounds, AutomationRounds>();
        services.TryAddScoped<IAutomationEvents, EventVocabulary>();
        services.TryAddScoped<IAutomationRuleStore, AutomationRuleStore>();
        services.TryAddScoped<IRuleRunStore, RuleRunStore>();
        services.TryAddScoped<IWebhookStore, WebhookStore>();
        services.TryAddScoped<ILeadTimeQueries, LeadTimeQueries>();
        services.TryAddSingleton<IWebhookResolver, SystemResolver>();
        services.TryAddSingleton<IWebhookSender, HttpWebhookSender>();
    }

    private static void AddDueWork(IServiceCollection services)
    {
        services.TryAddSingleton<DueWorkRounds>();
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<IDueWork, RemindersDue>(), ServiceDescriptor.Singleton<IDueWork, MessagesDue>(), ServiceDescriptor.Singleton<IDueWork, OffersDue>(),
            ServiceDescriptor.Singleton<IDueWork, SilentCasesDue>(), ServiceDescriptor.Singleton<IDueWork, DeadlinesDue>(), ServiceDescriptor.Singleton<IDueWork, KnowledgeDue>(),
            ServiceDescriptor.Singleton<IDueWork, SessionsDue>(), ServiceDescriptor.Singleton<IDueWork, LessonsDue>(), ServiceDescriptor.Singleton<IDueWork, OldSessionsDue>(),
            ServiceDescriptor.Singleton<IDueWork, OldTermsDue>(), ServiceDescriptor.Singleton<IDueWork, RuleRunsDue>(), ServiceDescriptor.Singleton<IDueWork, WebhooksDue>(),
            ServiceDescriptor.Singleton<IDueWork, SubscriptionsDue>(), ServiceDescriptor.Singleton<IDueWork, OldRunsDue>(), ServiceDescriptor.Singleton<IDueWork, SurveysDue>(),
            ServiceDescriptor.Singleton<IDueWork, ChangeRequestsDue>()]);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DueWorkService>());
    }
}
