using Crm.Analytics.Insights;
using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Sales;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Model;

/// <summary>Each area lives alone: its model, its tables, its front doors, and a clear word about the others.</summary>
[Trait("Check", "XC-11")]
public abstract class AreaSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly string[] s_always =
    [
        "crm_audit", "crm_contact_points", "crm_customer_addresses", "crm_customer_keys", "crm_custom_fields", "crm_custom_field_labels", "crm_custom_field_options", "crm_customer_fields", "crm_customer_preferences", "crm_customer_references", "crm_customer_tags",
        "crm_customer_import_items", "crm_customer_imports", "crm_customer_merge_rows", "crm_customer_merges", "crm_customer_tombstones", "crm_customers", "crm_inbox", "crm_interaction_attachments", "crm_interaction_calls", "crm_interaction_links", "crm_interaction_participants", "crm_interactions", "crm_lifecycle_changes", "crm_memberships", "crm_number_series",
        "crm_duplicate_pairs", "crm_duplicate_scans", "crm_onboarding_steps", "crm_onboardings", "crm_outbox", "crm_statement_words", "crm_statements", "crm_timeline_entries", "crm_timeline_links",
        "crm_consents", "crm_handled_messages", "crm_automatic_answers", "crm_privacy_measures", "crm_suppressed_addresses", "crm_access_log",
        "crm_activities", "crm_activity_participants", "crm_activity_reminders", "crm_activity_moves",
        "crm_message_templates", "crm_template_versions", "crm_outbound_messages",
    ];

    [SkippableFact]
    public async Task None_CustomersAndInteractions_Work()
    {
        var host = await HostAsync<NoAreaContext>();
        await using var work = host.Work();
        await CustomersWorkAsync(work);
        (await TablesAsync(work)).Should().BeEquivalentTo(s_always);
        ShouldFail(() => work.Desk, CrmAreas.Service);
        ShouldFail(() => work.Knowledge, CrmAreas.Knowledge);
        ShouldFail(() => work.Search, CrmAreas.Knowledge);
        ShouldFail(() => work.Orders, CrmAreas.Orders);
        ShouldFail(() => work.Get<IProductCatalog>(), CrmAreas.Orders);
        ShouldFail(() => work.Get<CustomerInsights>(), CrmAreas.Insights);
        ShouldFail(() => work.Get<SalesPipeline>(), CrmAreas.Sales);
        ShouldFail(() => work.Get<AutomationRules>(), CrmAreas.Automation);
        ShouldFail(() => work.Get<Webhooks>(), CrmAreas.Automation);
        ShouldFail(() => work.Get<SegmentMembers>(), CrmAreas.Marketing);
        ShouldFail(() => work.Get<Surveys>(), CrmAreas.Feedback);
        ShouldFail(() => work.Get<FeedbackReports>(), CrmAreas.Feedback);
        ShouldFail(() => work.Get<JourneyReports>(), CrmAreas.Marketing);
    }

    [SkippableFact]
    public async Task SelfService_Alone_Works()
    {
        var host = await HostAsync<SelfServiceOnlyContext>();
        await using var work = host.Work();
        var customer = await CustomersWorkAsync(work);
        var token = (await work.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(customer, EmailAddress.Parse("anna@example.com")))).Value.Token!;
        await work.SaveAsync();
        var account = (await work.Get<PortalInvitations>().AcceptAsync(token)).Value;
        await work.SaveAsync();
        (await work.Get<PortalPrincipals>().ResolveAsync(account))!.ActsFor.Should().Equal(customer.ToSubject());
        (await TablesAsync(work)).Should().BeEquivalentTo([.. s_always, "crm_portal_accounts", "crm_change_requests"]);
        ShouldFail(() => work.Desk, CrmAreas.Service);
    }

    [SkippableFact]
    public async Task Service_Alone_Works()
    {
        var host = await HostAsync<ServiceOnlyContext>();
        await using var work = host.Work();
        var customer = await CustomersWorkAsync(work);
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken") { Description = "Really." })).Value;
        (await work.Desk.ResolveAsync(opened.Id, "Mended.")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Desk.ListAsync(new CaseCriteria { Statuses = [CaseStatus.Resolved] })).Items.Should().ContainSingle();
        (await TablesAsync(work)).Should().BeEquivalentTo([.. s_always, "crm_cases", "crm_case_messages", "crm_case_viewed_articles", "crm_case_relations", "crm_case_log", "crm_case_deadlines", "crm_case_deadline_levels", "crm_work_queues", "crm_work_queue_members", "crm_work_items",
            "crm_queue_agents", "crm_queue_agent_skills", "crm_queue_agent_channels", "crm_queue_agent_periods", "crm_entitlements", "crm_entitlement_entries", "crm_calendars", "crm_calendar_versions", "crm_sla_policies", "crm_sla_policy_versions",
            "crm_technicians", "crm_technician_skills", "crm_technician_absences", "crm_technician_slots", "crm_visits", "crm_visit_skills", "crm_visit_parts", "crm_visit_parts_used", "crm_visit_bookings"]);
        ShouldFail(() => work.Knowledge, CrmAreas.Knowledge);
        ShouldFail(() => work.Orders, CrmAreas.Orders);
    }

    [SkippableFact]
    public async Task Marketing_Alone_Works()
    {
        var host = await HostAsync<MarketingOnlyContext>();
        await using var work = host.Work();
        var customer = await CustomersWorkAsync(work);
        (await work.Get<Segments>().CreateAsync(new SegmentDraft("guests", "Guests"))).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        var journeys = work.Get<Journeys>();
        var journey = JourneyDefinition.Parse("""{"entry":{"by":"hand"},"steps":[{"key":"tag","do":"addTag","tag":"new","next":"list"},{"key":"list","do":"addToList","list":"guests"}]}""").Value;
        (await journeys.CreateAsync("welcome", "Welcome", journey)).WithoutValue().ThrowIfFailed();
        (await journeys.CreateAsync("hook", "Hook", JourneyDefinition.Parse("""{"entry":{"by":"hand"},"steps":[{"key":"call","do":"webhook","subscription":"erp"}]}""").Value)).Errors.Single().Code.Should().Be("JourneyActionUnknown");
        await work.SaveAsync();
        (await journeys.PublishAsync("welcome")).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await work.Get<JourneyRuns>().EnterAsync("welcome", customer)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        await host.Services.GetRequiredService<Crm.Persistence.EfCore.Marketing.IJourneyRounds>().RunAsync();

        await using var after = host.Work();
        (await after.Customers.FindAsync(customer))!.Tags.Should().ContainSingle();
        (await after.Get<SegmentMembers>().ListAsync("guests")).Items.Should().ContainSingle();
        (await TablesAsync(work)).Should().BeEquivalentTo(
        [
            .. s_always, "crm_segments", "crm_segment_versions", "crm_segment_memberships", "crm_segment_runs", "crm_segment_progress", "crm_segment_touches",
            "crm_journeys", "crm_journey_versions", "crm_journey_events", "crm_journey_runs", "crm_journey_steps", "crm_journey_signals", "crm_planned_sendings",
            "crm_campaigns", "crm_campaign_segments", "crm_campaign_variants", "crm_campaign_costs", "crm_campaign_progress", "crm_campaign_recipients", "crm_campaign_responses",
        ]);
        (await after.Get<Suppression>().TakeAsync(new SendingQuestion("invoices", Crm.Domain.Privacy.Purposes.Transactional, Channels.Email), [customer])).Value.All.Single().MaySend.Should().BeTrue();
        ShouldFail(() => work.Get<AutomationRules>(), CrmAreas.Automation);
        ShouldFail(() => work.Orders, CrmAreas.Orders);
    }

    [SkippableFact]
    public async Task Automation_Alone_Works()
    {
        var host = await HostAsync<AutomationOnlyContext>();
        await using var work = host.Work();
        var customer = await CustomersWorkAsync(work);
        var rules = work.Get<AutomationRules>();
        (await rules.CreateAsync("tag", "Tag", RuleDefinition.Parse("""{"event":"customers.customer-created","actions":[{"do":"addTag","tag":"new"}]}""").Value)).WithoutValue().ThrowIfFailed();
        (await rules.CreateAsync("case", "Case", RuleDefinition.Parse("""{"event":"service.case-opened","actions":[{"do":"assign","on":"case","to":"anna"}]}""").Value)).Errors.Single().Code.Should().Be("RuleRecordUnknown");
        (await work.Get<Webhooks>().CreateAsync("erp", "https://example.org/", [WebhookEventName.Every])).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await rules.EnableAsync("tag")).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() > 0)
        {
        }

        await using var after = host.Work();
        (await after.Customers.FindAsync(customer))!.Tags.Should().ContainSingle();
        (await TablesAsync(work)).Should().BeEquivalentTo([.. s_always, "crm_rules", "crm_rule_versions", "crm_rule_runs", "crm_webhooks", "crm_webhook_events", "crm_webhook_secrets", "crm_webhook_deliveries"]);
        ShouldFail(() => work.Desk, CrmAreas.Service);
    }

    [SkippableFact]
    public async Task Feedback_Alone_Works()
    {
        var host = await HostAsync<FeedbackOnlyContext>();
        await using var work = host.Work();
        var customer = await CustomersWorkAsync(work);
        var definition = SurveyDefinition.Parse("""{"titles":{"en":"How was it?"},"questions":[{"key":"recommend","kind":"score","texts":{"en":"Would you recommend us?"},"measure":{"kind":"nps"},"lowAt":6}]}""").Value;
        (await work.Get<Surveys>().CreateAsync("cases", "Cases", definition, new SurveySettings { LowScore = LowScoreFollowUp.Case })).Errors.Single().Code.Should().Be("SurveyNeedsCases");
        (await work.Get<Surveys>().CreateAsync("shop", "Shop", definition, new SurveySettings { LowScore = LowScoreFollowUp.Task, FollowUpTeamId = "care" })).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        (await work.Get<Surveys>().PublishAsync("shop")).WithoutValue().ThrowIfFailed();
        var token = (await work.Get<SurveyDesk>().InviteAsync(new SurveyRequest("shop", customer))).Value.Token;
        await work.SaveAsync();
        (await work.Get<SurveyAnswers>().AnswerAsync(token, [SurveyReply.Score("recommend", 2)])).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() > 0)
        {
        }

        await using var after = host.Work();
        (await after.Context.Set<Activity>().SingleAsync()).TeamId.Should().Be("care");
        (await after.Get<FeedbackReports>().LastAsync(customer))!.Nps.Should().Be(2);
        (await after.Get<Complaints>().FileAsync(new ComplaintDetails(customer, "product", "Broken"))).Errors.Single().Code.Should().Be("SurveyNeedsCases");
        (await TablesAsync(work)).Should().BeEquivalentTo([.. s_always, "crm_surveys", "crm_survey_versions", "crm_survey_invitations", "crm_survey_tokens", "crm_survey_answers", "crm_feedback_scores", "crm_customer_feedback"]);
        ShouldFail(() => work.Desk, CrmAreas.Service);
    }

    [SkippableFact]
    public async Task Knowledge_Alone_Works()
    {
        var host = await HostAsync<KnowledgeOnlyContext>();
        await using var work = host.Work();
        await CustomersWorkAsync(work);
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("Kettle", "Unplug it.", LanguageTag.Parse("en")), Audience.Public)).Value;
        (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Search.SearchAsync(new KnowledgeCriteria("kettle"))).Hits.Should().ContainSingle();
        (await TablesAsync(work)).Should().Contain("crm_knowledge_items").And.Contain(s_always)
            .And.OnlyContain(t => s_always.Contains(t) || t.StartsWith("crm_knowledge", StringComparison.Ordinal));
        ShouldFail(() => work.Desk, CrmAreas.Service);
        ShouldFail(() => work.Orders, CrmAreas.Orders);
    }

    [SkippableFact]
    public async Task Orders_Alone_Work()
    {
        var host = await HostAsync<OrdersOnlyContext>();
        await using var work = host.Work();
        var customer = await CustomersWorkAsync(work);
        await work.AddProductAsync("kettle", 10);
        (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Orders.HistoryAsync(customer)).Should().ContainSingle();
        (await TablesAsync(work)).Should().BeEquivalentTo([.. s_always, "crm_orders", "crm_order_lines", "crm_order_deliveries", "crm_order_stock_moves", "crm_purchase_facts", "crm_products", "crm_product_components",
            "crm_price_lists", "crm_price_list_lines", "crm_price_agreements", "crm_stock_items", "crm_subscriptions"]);
        ShouldFail(() => work.Desk, CrmAreas.Service);
        ShouldFail(() => work.Search, CrmAreas.Knowledge);
    }

    [SkippableFact]
    public async Task Insights_Alone_HoldFigures()
    {
        var host = await HostAsync<InsightsOnlyContext>();
        await using var work = host.Work();
        await CustomersWorkAsync(work);
        (await work.Get<CustomerInsights>().ListAsync()).Items.Should().BeEmpty();
        (await TablesAsync(work)).Should().BeEquivalentTo([.. s_always, "crm_customer_insights", "crm_insight_runs"]);
        ShouldFail(() => work.Get<InsightRefresh>(), CrmAreas.Orders);
    }

    [SkippableFact]
    public async Task Sales_Alone_Works()
    {
        var host = await HostAsync<SalesOnlyContext>();
        await using var work = host.Work();
        var customer = await CustomersWorkAsync(work);
        (await work.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var opened = (await work.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(customer, "Kettles"))).Value;
        (await work.Get<SalesPipeline>().WinAsync(opened.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await TablesAsync(work)).Should().BeEquivalentTo(
            [.. s_always, "crm_pipelines", "crm_pipeline_stages", "crm_opportunities", "crm_opportunity_contacts", "crm_opportunity_competitors", "crm_opportunity_stages", "crm_opportunity_log",
            "crm_territories", "crm_leads", "crm_lead_contacts", "crm_lead_points", "crm_lead_thresholds", "crm_lead_queues", "crm_lead_queue_members",
            "crm_salespeople", "crm_sales_places", "crm_sales_quotas", "crm_sales_judgements",
            "crm_win_lessons", "crm_win_models",
            "crm_quotes", "crm_quote_revisions", "crm_quote_lines"]);
        ShouldFail(() => work.Desk, CrmAreas.Service);
        ShouldFail(() => work.Orders, CrmAreas.Orders);
    }

    private static async Task<CustomerId> CustomersWorkAsync<TContext>(CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext
    {
        var customer = await work.RegisterAsync(Known.Anna);
        (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Hello"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Customers.ListAsync(new CustomerCriteria())).Items.Should().ContainSingle();
        (await work.History.TimelineAsync(new("customer", customer.Value))).Items.Should().HaveCount(2);
        return customer;
    }

    private static async Task<IReadOnlyList<string>> TablesAsync<TContext>(CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext => await work.Context.Database.SqlQueryRaw<string>(
        work.Context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)
            ? "select name as \"Value\" from sqlite_master where type = 'table' and name not like 'sqlite_%'"
            : "select tablename::text as \"Value\" from pg_tables where schemaname = 'public'").ToListAsync();

    private static void ShouldFail(Func<object> resolve, CrmAreas area) =>
        resolve.Should().Throw<InvalidOperationException>().WithMessage($"*{area}*ApplyCrm*Areas*");
}
