using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Automation;

/// <summary>Rules: what they wait for, ask and do.</summary>
[Trait("Check", "XC-07")]
public abstract class RuleSpecification<TFixture>(TFixture fixture) : AutomationSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Case_EventCaseAndCustomerAsked_EveryActionOfServiceIsDone()
    {
        var host = await HostAsync(Handling());
        await RuleAsync(host, "urgent", Rule("""
            {
              "event": "service.case-opened",
              "when": { "all": [
                { "field": "event.priority", "operator": "equals", "value": "high" },
                { "field": "case.subject", "operator": "contains", "value": "burst" },
                { "any": [ { "field": "customer.cases.count", "operator": "greaterThan", "value": 0 }, { "field": "customer.tag", "operator": "equals", "value": "vip" } ] },
                { "not": { "field": "customer.kind", "operator": "equals", "value": "organisation" } } ] },
              "actions": [
                { "do": "setField", "field": "priority", "value": "urgent" },
                { "do": "assign", "to": "anna" },
                { "do": "addTag", "tag": "in trouble" },
                { "do": "createTask", "subject": "Call back", "inHours": 2, "assignee": "anna" },
                { "do": "createCase", "subject": "Look after this", "priority": "low" } ]
            }
            """));
        var customer = await CustomerAsync(host);
        ServiceCaseId id;
        await using (var work = host.Work())
        {
            id = (await work.Desk.OpenAsync(new CaseDetails(customer, "Pipe burst") { Priority = CasePriority.High })).Value.Id;
            await work.Desk.OpenAsync(new CaseDetails(customer, "Pipe leaks") { Priority = CasePriority.High });
            await work.SaveAsync();
        }

        await DrainAsync(host);

        await using var after = host.Work();
        var found = (await after.Desk.FindAsync(id))!;
        (found.Priority, found.AssigneeId).Should().Be((CasePriority.Urgent, "anna"));
        (await TagsAsync(host, customer)).Should().Equal("in trouble");
        var task = await after.Context.Set<Activity>().AsNoTracking().SingleAsync();
        (task.Subject, task.AssigneeId, task.CustomerId, task.About).Should().Be(("Call back", "anna", (CustomerId?)customer, found.Id.ToSubject()));
        (await after.Context.Set<ServiceCase>().CountAsync()).Should().Be(3);
        var runs = await RunsAsync(host, "urgent");
        runs.Should().HaveCount(3, "the rule's own case is an event too");
        var done = runs.Single(r => r.Status == RuleRunStatus.Done);
        (done.AggregateId, done.Revision, done.Depth, done.Attempts).Should().Be((id.Value, 1, 0, 0));
        done.Outcomes.Select(o => (o.Do, o.On, o.Done)).Should().Equal(("setField", "case", true), ("assign", "case", true), ("addTag", "customer", true), ("createTask", null, true), ("createCase", "customer", true));
        runs.Single(r => r.Status == RuleRunStatus.NotMatched).Reason.Should().Be("$.when.all[1] case.subject contains");
        runs.Single(r => r.Status == RuleRunStatus.Refused).Reason.Should().Be("RuleFiredInChain");
        (await after.Context.Set<OutboxMessage>().AsNoTracking().Where(m => m.Cause != null).Select(m => m.EventName).ToListAsync()).Should()
            .Contain(["service.case-assigned", "service.case-priority-changed", "customers.customer-tagged", "interactions.activity-planned", "service.case-opened"]);
    }

    [SkippableFact]
    public async Task Sales_Orders_Interactions_AreAskedAndChanged()
    {
        var host = await HostAsync(Handling());
        await RuleAsync(host, "lead", Rule("""{"event":"sales.lead-received","when":{"field":"lead.source","operator":"equals","value":"fair"},"actions":[{"do":"assign","to":"bea"},{"do":"setField","field":"status","value":"working"},{"do":"addTag","tag":"lead"}]}"""));
        await RuleAsync(host, "deal", Rule("""{"event":"sales.opportunity-opened","when":{"field":"opportunity.name","operator":"contains","value":"pumps"},"actions":[{"do":"assign","to":"carl","team":"north"},{"do":"setField","field":"nextStep","value":"Call"}]}"""));
        await RuleAsync(host, "order", Rule("""{"event":"orders.order-placed","when":{"all":[{"field":"order.total","operator":"greaterThan","value":15},{"field":"order.product","operator":"equals","value":"kettle"}]},"actions":[{"do":"addTag","tag":"buyer"},{"do":"setField","field":"stage","value":"active"}]}"""));
        await RuleAsync(host, "contact", Rule("""{"event":"interactions.recorded","when":{"all":[{"field":"event.direction","operator":"equals","value":"inbound"},{"field":"interaction.channel","operator":"equals","value":"email"}]},"actions":[{"do":"assign","to":"dan"}]}"""));
        var customer = await CustomerAsync(host);
        LeadId lead;
        OpportunityId deal;
        await using (var work = host.Work())
        {
            await work.AddProductAsync("kettle", 20);
            await work.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard);
            await work.SaveAsync();
            lead = (await work.Get<LeadDesk>().ReceiveAsync(new LeadDetails { Name = new PersonName("Bo", "Bianchi"), Source = "fair" })).Value.Id;
            deal = (await work.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(customer, "Ten pumps"))).Value.Id;
            (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).WithoutValue().ThrowIfFailed();
            (await work.History.RecordAsync(new ContactDetails(customer, Channels.Email, Direction.Inbound, "Hello"))).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await DrainAsync(host);

        await using var after = host.Work();
        var received = (await after.Get<LeadDesk>().FindAsync(lead))!;
        (received.OwnerId, received.Status).Should().Be(("bea", LeadStatus.Working));
        var opened = (await after.Get<SalesPipeline>().FindAsync(deal))!;
        (opened.OwnerId, opened.TeamId, opened.NextStep).Should().Be(("carl", "north", "Call"));
        var bought = (await after.Customers.FindAsync(customer))!;
        (bought.SpecialistId, bought.Stage).Should().Be(("dan", LifecycleStage.Active));
        bought.Tags.Select(t => t.Name).Should().Equal("buyer");
        (await RunsAsync(host, "lead")).Single().Outcomes.Select(o => (o.Do, o.Done, o.Note)).Last().Should().Be(("addTag", false, "RuleRecordMissing"), "the lead has no customer");
    }

    [SkippableFact]
    public async Task CustomField_IsAskedAndSet()
    {
        var host = await HostAsync(Handling());
        await using (var work = host.Work())
        {
            await work.Catalog.DefineAsync(SubjectKinds.Customer, "tier", FieldType.Choice, new CustomFieldDetails { Choices = [new("gold"), new("silver")] });
            await work.Catalog.DefineAsync(SubjectKinds.Customer, "score", FieldType.Number, new CustomFieldDetails());
            await work.SaveAsync();
        }

        await RuleAsync(host, "grade", OnCreated("""{"do":"setField","field":"custom:tier","value":"gold"}"""));
        await RuleAsync(host, "count", Rule("""{"event":"customers.custom-field-set","when":{"field":"customer.custom:tier","operator":"equals","value":"gold"},"actions":[{"do":"setField","field":"custom:score","value":"12.5"}]}"""));
        var customer = await CustomerAsync(host);
        await DrainAsync(host);

        await using var after = host.Work();
        var fields = (await after.Customers.FindAsync(customer))!;
        fields.CustomValueOf("tier")!.ToString().Should().Be("gold");
        fields.CustomValueOf("score")!.ToString().Should().Be("12.5");
        (await RunsAsync(host, "count")).Select(r => (r.Status, r.Depth, r.Reason)).Should().BeEquivalentTo([(RuleRunStatus.Done, 1, (string?)null), (RuleRunStatus.Refused, 2, "RuleFiredInChain")]);
    }

    [SkippableFact]
    public async Task Rules_OfOneEvent_RunInTheirOrder()
    {
        var host = await HostAsync(Handling(o => o.Automation.Rules.Add(new CodeRule("code", OnCreated("""{"do":"call","handler":"note"}""")) { Position = 5 })));
        await RuleAsync(host, "last", OnCreated("""{"do":"call","handler":"note"}"""), 10);
        await RuleAsync(host, "b-first", OnCreated("""{"do":"call","handler":"note"}"""), 1);
        await RuleAsync(host, "a-first", OnCreated("""{"do":"call","handler":"note","how":"well","often":3}"""), 1);
        await CustomerAsync(host);
        await DrainAsync(host);
        await DrainAsync(host);

        Calls.All.Select(c => c.RuleKey).Should().Equal("a-first", "b-first", "code", "last");
        (Calls.All[0].Values.Text("how"), Calls.All[0].Values.Number("often")).Should().Be(("well", 3m));
        (await RunsAsync(host)).Should().HaveCount(4).And.OnlyContain(r => r.Status == RuleRunStatus.Done);
    }

    [SkippableFact]
    public async Task Rule_Disabled_OrRewritten_DoesWhatItSaysNow()
    {
        var host = await HostAsync(Handling());
        await RuleAsync(host, "tag", OnCreated("""{"do":"addTag","tag":"one"}"""));
        await using (var work = host.Work())
        {
            (await work.Get<AutomationRules>().RewriteAsync("tag", OnCreated("""{"do":"addTag","tag":"two"}"""))).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        var first = await CustomerAsync(host);
        await DrainAsync(host);
        await using (var work = host.Work())
        {
            (await work.Get<AutomationRules>().DisableAsync("tag")).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        var second = await CustomerAsync(host);
        await DrainAsync(host);

        (await TagsAsync(host, first)).Should().Equal("two");
        (await TagsAsync(host, second)).Should().BeEmpty();
        (await RunsAsync(host, "tag")).Single().Revision.Should().Be(2);
        await using var after = host.Work();
        (await after.Get<AutomationRules>().FindAsync("tag"))!.Versions.Select(v => (v.Revision, v.Definition.Contains("one", StringComparison.Ordinal))).Should().Equal((1, true), (2, false));
    }

    [SkippableFact]
    public async Task Failure_RollsBackEveryAction_WaitsTwiceAsLongEachTime_AndIsParked()
    {
        var host = await HostAsync(Handling(o => o.Automation.MaxAttempts = 3));
        var rule = await RuleAsync(host, "fails", OnCreated("""{"do":"addTag","tag":"half"},{"do":"call","handler":"note"}"""));
        Calls.OnCall = _ => throw new InvalidOperationException("The other system is away.");
        var customer = await CustomerAsync(host);
        await DrainAsync(host);

        (await TagsAsync(host, customer)).Should().BeEmpty();
        var waiting = (await RunsAsync(host, "fails")).Single();
        (waiting.Status, waiting.Attempts, waiting.Reason, waiting.DueAt).Should().Be((RuleRunStatus.Waiting, 1, "InvalidOperationException", host.Clock.Now + Duration.FromSeconds(10)));
        waiting.Outcomes.Select(o => (o.Do, o.Done)).Should().Equal([("addTag", true)]);
        (await RetryAsync(host)).Should().Be(0, "it is not due");
        host.Clock.Advance(Duration.FromSeconds(10));
        (await RetryAsync(host)).Should().Be(1);
        (await RunsAsync(host, "fails")).Single().DueAt.Should().Be(host.Clock.Now + Duration.FromSeconds(20));
        host.Clock.Advance(Duration.FromSeconds(20));
        await RetryAsync(host);
        var parked = (await RunsAsync(host, "fails")).Single();
        (parked.Status, parked.Attempts, parked.DueAt).Should().Be((RuleRunStatus.Parked, 3, null));

        Calls.OnCall = _ => Task.CompletedTask;
        await using (var work = host.Work())
        {
            (await work.Get<RuleRuns>().ReplayAsync(parked.EventId, rule.Id)).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        (await RetryAsync(host)).Should().Be(1);
        (await RetryAsync(host)).Should().Be(0);
        (await RunsAsync(host, "fails")).Single().Status.Should().Be(RuleRunStatus.Done);
        (await TagsAsync(host, customer)).Should().HaveCount(2);
        await using var after = host.Work();
        (await after.Get<RuleRuns>().ReplayAsync(parked.EventId, rule.Id)).Errors.Single().Code.Should().Be("RuleRunNotParked");
        (await after.Get<RuleRuns>().ReplayAsync(rule.Id.Value, rule.Id)).Errors.Single().Code.Should().Be("RuleRunNotFound");
    }

    [SkippableFact]
    public async Task Failure_OfOneRule_HoldsUpNeitherOthersNorTheEvent()
    {
        var host = await HostAsync(Handling());
        await RuleAsync(host, "a-fails", OnCreated("""{"do":"call","handler":"note"}"""));
        await RuleAsync(host, "b-works", OnCreated("""{"do":"addTag","tag":"fine"}"""));
        Calls.OnCall = _ => throw new InvalidOperationException("away");
        var customer = await CustomerAsync(host);
        await DrainAsync(host);

        (await TagsAsync(host, customer)).Should().Equal("fine");
        await using var work = host.Work();
        (await work.Context.Set<OutboxMessage>().AsNoTracking().Where(m => m.EventName == "customers.customer-created").SingleAsync()).DoneAt.Should().NotBeNull();
    }

    [SkippableFact]
    public async Task Rules_ThatCauseEachOther_StopAtTheDepth()
    {
        var host = await HostAsync(Handling(o => o.Automation.MaxDepth = 2));
        await RuleAsync(host, "one", OnCreated("""{"do":"addTag","tag":"one"}"""));
        await RuleAsync(host, "two", Rule("""{"event":"customers.customer-tagged","actions":[{"do":"assign","to":"anna"}]}"""));
        await RuleAsync(host, "three", Rule("""{"event":"customers.customer-assigned","actions":[{"do":"setField","field":"stage","value":"active"}]}"""));
        await CustomerAsync(host);
        await DrainAsync(host);

        (await RunsAsync(host)).Select(r => (r.RuleKey, r.Status, r.Depth, r.Reason)).Should().BeEquivalentTo(
            [("one", RuleRunStatus.Done, 0, (string?)null), ("two", RuleRunStatus.Done, 1, null), ("three", RuleRunStatus.Refused, 2, "RuleChainTooDeep")]);
    }

    [SkippableFact]
    public async Task DryRun_SaysWhatWouldHaveBeenDone_AndDoesNothing()
    {
        var host = await HostAsync(Handling());
        await CustomerAsync(host, "Old");
        host.Clock.Advance(Duration.FromDays(31));
        var rossi = await CustomerAsync(host, "Rossi");
        await CustomerAsync(host, "Bianchi");
        await DrainAsync(host);
        await using var work = host.Work();
        var before = await work.Context.Set<OutboxMessage>().CountAsync();
        var dry = (await work.Get<RuleRuns>().DryRunAsync(OnCreated("""{"do":"addTag","tag":"x"}""", """{"field":"customer.familyName","operator":"equals","value":"rossi"}"""))).Value;

        (dry.Events, dry.Matched, dry.IsCut).Should().Be((2, 1, false));
        dry.Latest.Should().HaveCount(2);
        dry.Latest[1].Actions.Should().Equal(new DryAction("addTag", "customer", rossi.Value, true));
        dry.Latest[0].Conditions.Single().Should().Be(new Domain.Criteria.ConditionOutcome("$.when", "customer.familyName", "equals", false));
        (await work.Context.Set<OutboxMessage>().CountAsync()).Should().Be(before);
        (await RunsAsync(host)).Should().BeEmpty();
        (await TagsAsync(host, rossi)).Should().BeEmpty();
        (await work.Get<RuleRuns>().DryRunAsync(OnCreated("""{"do":"nothing"}"""))).Errors.Single().Code.Should().Be("RuleActionUnknown");
        (await work.Get<RuleRuns>().DryRunAsync(OnCreated("""{"do":"addTag","tag":"x"}"""), days: 0)).Errors.Single().Code.Should().Be("InvalidValue");
    }

    [SkippableFact]
    public async Task Save_WrongDefinition_NamesEveryPlace()
    {
        var host = await HostAsync(Handling());
        await using var work = host.Work();
        var rules = work.Get<AutomationRules>();
        async Task<(string Code, string? Target)[]> Wrong(string json) => [.. (await rules.CheckAsync(Rule(json))).Errors.Select(e => (e.Code, e.Target))];

        (await Wrong("""{"event":"nobody.knows","actions":[{"do":"addTag","tag":"x"}]}""")).Should().Equal(("RuleEventUnknown", "$.event"));
        (await Wrong("""
            {"event":"service.case-opened",
             "when":{"all":[{"field":"event.nothing","operator":"equals","value":"x"},{"field":"event.priority","operator":"contains","value":"x"},{"field":"event.priority","operator":"equals","value":"great"},
                            {"field":"lead.source","operator":"equals","value":"x"},{"field":"unknown.x","operator":"equals","value":"x"},{"field":"plain","operator":"equals","value":"x"},
                            {"field":"customer.custom:none","operator":"equals","value":"x"},{"field":"customer.purchases.sum","operator":"greaterThan","value":"many"}]},
             "actions":[{"do":"fly"},{"do":"assign"},{"do":"assign","to":7},{"do":"setField","field":"priority","value":"great"},{"do":"setField","field":"colour","value":"red"},{"do":"addTag","tag":"x","more":1},
                        {"do":"assign","on":"lead","to":"x"},{"do":"call","handler":"nobody"},{"do":"sendMessage","template":"none"},{"do":"webhook","subscription":"none"},{"do":"createTask","subject":"x","inHours":-1},
                        {"do":"setField","on":"customer","field":"custom:none","value":"x"}]}
            """)).Should().Equal(
            ("CriteriaFieldUnknown", "$.when.all[0].field"), ("CriteriaOperatorNotAllowed", "$.when.all[1].operator"), ("CriteriaValueInvalid", "$.when.all[2].value"),
            ("RuleRecordUnknown", "$.when.all[3].field"), ("CriteriaFieldUnknown", "$.when.all[4].field"), ("CriteriaFieldUnknown", "$.when.all[5].field"),
            ("CriteriaFieldUnknown", "$.when.all[6].field"), ("CriteriaValueInvalid", "$.when.all[7].value"),
            ("RuleActionUnknown", "$.actions[0].do"), ("RuleValueMissing", "$.actions[1].to"), ("RuleValueInvalid", "$.actions[2].to"), ("RuleValueInvalid", "$.actions[3].value"),
            ("RuleValueInvalid", "$.actions[4].field"), ("RuleValueUnknown", "$.actions[5].more"), ("RuleRecordUnknown", "$.actions[6].on"), ("RuleHandlerUnknown", "$.actions[7].handler"),
            ("TemplateNotFound", "$.actions[8].template"), ("WebhookNotFound", "$.actions[9].subscription"), ("RuleValueInvalid", "$.actions[10].inHours"), ("RuleValueInvalid", "$.actions[11].field"));
        (await rules.CreateAsync("x", "X", Rule("""{"event":"service.case-opened","actions":[{"do":"fly"}]}"""))).Succeeded.Should().BeFalse();
        (await rules.ListAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Save_RuleThatTriggersItself_IsWarned()
    {
        var host = await HostAsync(Handling());
        await using var work = host.Work();
        var rules = work.Get<AutomationRules>();
        var own = (await rules.CreateAsync("own", "Own", Rule("""{"event":"customers.customer-tagged","actions":[{"do":"addTag","tag":"x"}]}"""))).Value;
        own.Warnings.Should().ContainSingle(w => w.Code == "RuleTriggersItself" && w.Message.Contains("own → own", StringComparison.Ordinal));
        (await rules.CreateAsync("there", "There", Rule("""{"event":"customers.customer-assigned","actions":[{"do":"setField","field":"stage","value":"active"}]}"""))).Value.Warnings.Should().BeEmpty();
        await work.SaveAsync();
        (await rules.EnableAsync("there")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await rules.CreateAsync("back", "Back", Rule("""{"event":"customers.lifecycle-stage-changed","actions":[{"do":"assign","to":"anna"}]}"""))).Value.Warnings.Single().Message.Should().Contain("back → there → back");
    }

    [SkippableFact]
    public async Task Log_SeeksByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s =>
        {
            Handling()(s);
            s.Options = o => o.AddInterceptors(seen);
        });
        await RuleAsync(host, "a", OnCreated("""{"do":"addTag","tag":"a"}""", """{"field":"customer.familyName","operator":"equals","value":"7"}"""));
        await RuleAsync(host, "b", OnCreated("""{"do":"call","handler":"note","quiet":true}""", """{"field":"customer.familyName","operator":"equals","value":"8"}"""));
        Calls.OnCall = _ => throw new InvalidOperationException("away");
        await using (var work = host.Work())
        {
            for (var i = 0; i < 400; i++)
            {
                await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", $"{i}") });
            }

            await work.SaveAsync();
        }

        await DrainAsync(host);
        await using var after = host.Work();
        await AnalyseAsync(after);
        var plans = new QueryPlans(seen, "crm_rule_runs");
        var page = new PageRequest { Take = 5 };
        await after.Get<RuleRuns>().ListAsync(new RuleRunCriteria { RuleKey = "rare" }, page);
        plans.ShouldSeek("of a rule", "ix_rule_runs_rule");
        await after.Get<RuleRuns>().ListAsync(new RuleRunCriteria { Status = RuleRunStatus.Parked }, page);
        plans.ShouldSeek("parked", "ix_rule_runs_status");
        await after.Get<RuleRuns>().ListAsync(RuleRunCriteria.All, page);
        plans.ShouldSeek("all", "ix_rule_runs_at");
        await RetryAsync(host);
        plans.ShouldSeek("due", "ix_rule_runs_due");
        await after.Get<RuleRunner>().PendingAsync(new HappenedEvent(Guid.NewGuid(), "customers.customer-created", Guid.NewGuid(), "{}", host.Clock.Now, null));
        plans.ShouldUse("of an event", "rule_runs");
    }

    [SkippableFact]
    public async Task Tenants_HaveRulesOfTheirOwn()
    {
        var (one, two) = (new CrmScope(Actor.Agent("ada")) { TenantId = "one" }, new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        var host = await HostAsync<TenantContext>(Handling());
        await RuleAsync(host, "tag", OnCreated("""{"do":"addTag","tag":"of one"}"""), scope: one);
        await RuleAsync(host, "fails", OnCreated("""{"do":"call","handler":"note","quiet":true}"""), scope: two);
        Calls.OnCall = _ => throw new InvalidOperationException("away");
        var (first, second) = (await CustomerAsync(host, scope: one), await CustomerAsync(host, scope: two));
        await DrainAsync(host);

        (await TagsAsync(host, first, one)).Should().Equal("of one");
        (await TagsAsync(host, second, two)).Should().BeEmpty();
        (await RunsAsync(host, scope: one)).Should().ContainSingle(r => r.RuleKey == "tag");
        (await RunsAsync(host, scope: two)).Should().ContainSingle(r => r.RuleKey == "fails" && r.Status == RuleRunStatus.Waiting);
        Calls.OnCall = _ => Task.CompletedTask;
        host.Clock.Advance(Duration.FromMinutes(1));
        (await RetryAsync(host)).Should().Be(1);
        (await RunsAsync(host, scope: two)).Single().Status.Should().Be(RuleRunStatus.Done);
        await using var work = host.Work(two);
        (await work.Get<AutomationRules>().ListAsync()).Select(r => r.Key).Should().Equal("fails");
        (await work.Get<RuleRuns>().DryRunAsync(OnCreated("""{"do":"addTag","tag":"x"}"""))).Value.Events.Should().Be(1);
        (await work.Get<LeadTimes>().MeasureAsync("rule", host.Clock.Now - Duration.FromDays(1), host.Clock.Now)).Value.Steps.Single().Teams.Select(t => t.Team).Should().Equal("fails");
    }

    [SkippableFact]
    public async Task Acts_Refused_AreCoded()
    {
        var host = await HostAsync(Handling(o => o.Automation.Rules.Add(new CodeRule("code", OnCreated("""{"do":"addTag","tag":"x"}""")))));
        await RuleAsync(host, "kept", OnCreated("""{"do":"addTag","tag":"x"}"""));
        await using var work = host.Work();
        var rules = work.Get<AutomationRules>();
        (await rules.CreateAsync("kept", "Again", OnCreated("""{"do":"addTag","tag":"x"}"""))).Errors.Single().Code.Should().Be("RuleKeyTaken");
        (await rules.CreateAsync("code", "Again", OnCreated("""{"do":"addTag","tag":"x"}"""))).Errors.Single().Code.Should().Be("RuleKeyTaken");
        (await rules.CreateAsync("No Key", "Again", OnCreated("""{"do":"addTag","tag":"x"}"""))).Errors.Single().Code.Should().Be("InvalidValue");
        (await rules.EnableAsync("kept")).Errors.Single().Code.Should().Be("RuleAlreadyEnabled");
        (await rules.EnableAsync("code")).Errors.Single().Code.Should().Be("RuleIsCode");
        (await rules.EnableAsync("none")).Errors.Single().Code.Should().Be("RuleNotFound");
        (await rules.DisableAsync("kept", expectedVersion: 99)).Errors.Single().Code.Should().Be("VersionConflict");
        (await rules.DisableAsync("kept")).Succeeded.Should().BeTrue();
        (await rules.DisableAsync("kept")).Errors.Single().Code.Should().Be("RuleAlreadyDisabled");
        (await rules.ListAsync()).Select(r => (r.Key, r.IsCode)).Should().Equal(("code", true), ("kept", false));
        (await rules.DescribeEventAsync("service.case-opened")).Value.Records.Should().Equal("case", "customer");
        (await rules.DescribeEventAsync("none")).Errors.Single().Code.Should().Be("RuleEventUnknown");
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("eve", [])));
        (await portal.Get<AutomationRules>().CreateAsync("mine", "Mine", OnCreated("""{"do":"addTag","tag":"x"}"""))).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<RuleRuns>().DryRunAsync(OnCreated("""{"do":"addTag","tag":"x"}"""))).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<AutomationRules>().ListAsync()).Should().BeEmpty();
    }
}
