using System.Data.Common;
using System.Globalization;
using Crm.Domain.Auditing;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Querying;

/// <summary>With ten thousand customers, hot paths seek an index, and the number of commands does not depend on the data.</summary>
public abstract class IndexUseSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Customers = 10_000;

    // Planners scan the others, which have no rows here.
    private static readonly string[] s_large =
    [
        "customers", "customer_references", "customer_keys", "customer_fields", "contact_points", "cases", "interactions", "audit", "timeline_entries", "timeline_links", "orders", "order_lines", "purchase_facts", "statements", "statement_words", "activities", "outbound_messages",
    ];

    [SkippableFact]
    public async Task HotPaths_ScanNoTable()
    {
        var (host, seen, plans) = await FilledAsync();
        await using var work = host.Work(new Crm.Domain.Access.CrmScope(Crm.Domain.Access.Actor.Agent("ada")) { TenantId = "one" });
        var customer = (await work.Customers.FindAsync(new ExternalReference("shop", "5000")))!.Id;
        var subject = new SubjectReference(SubjectKinds.Customer, customer.Value);
        var first = await work.History.TimelineAsync(subject, page: new PageRequest { Take = 1 });
        seen.Before = c => Explain(c, plans);

        await work.Customers.FindAsync(new ExternalReference("shop", "6000"));
        ShouldSeek(plans, "customer by reference", "ux_customer_references_value");
        await work.Desk.FindAsync(CaseNumber.From(7_000));
        ShouldSeek(plans, "case by number", "ux_cases_number");
        await work.History.TimelineAsync(subject, page: new PageRequest { After = first.Next });
        ShouldSeek(plans, "timeline page", "ix_timeline_links_page");
        foreach (var (name, criteria) in new (string, TimelineCriteria)[]
        {
            ("kind", new() { Kinds = ["interaction", "case-opened"] }), ("channel", new() { Channels = [Channels.Email, Channels.Fax] }), ("direction", new() { Direction = Direction.Inbound }),
            ("agent", new() { AgentId = "ada" }), ("audience", new() { Audiences = [Audience.Customer] }), ("times", new() { From = host.Clock.Now - NodaTime.Duration.FromDays(1), Until = host.Clock.Now }),
            ("all at once", new() { Kinds = ["interaction"], Channels = [Channels.Email], Direction = Direction.Inbound, AgentId = "ada", Audiences = [Audience.Internal], From = host.Clock.Now, Until = host.Clock.Now }),
            ("people", new() { IncludePeople = true, Channels = [Channels.Email] }),
        })
        {
            foreach (var page in new[] { PageRequest.First, new PageRequest { After = first.Next } })
            {
                await work.History.TimelineAsync(subject, criteria, page);
                plans.Where(l => l.Contains("ix_timeline_links_page", StringComparison.Ordinal)).Should().NotContain(l => l.StartsWith("SEARCH", StringComparison.Ordinal) && !l.Contains("COVERING", StringComparison.Ordinal), name);
                ShouldSeek(plans, "timeline by " + name, "ix_timeline_links_page");
            }
        }

        await work.History.StatisticsAsync(customer);
        ShouldSeek(plans, "statistics of contacts", "ix_interactions_customer");
        var voice = work.Get<CustomerVoice>();
        (await voice.ListAsync(new StatementCriteria { Mentioning = "kettle776" })).Items.Should().NotBeEmpty();
        ShouldSeek(plans, "statements by word", "ix_statement_words_word");
        await voice.ListAsync(new StatementCriteria { CustomerId = customer });
        ShouldSeek(plans, "statements of a customer", "ix_statements_customer");
        await voice.ListAsync(StatementCriteria.OpenRequirements);
        ShouldSeek(plans, "open requirements", "ix_statements_status");
        await voice.TopicsAsync(new StatementCriteria { Topic = "topic 8" });
        ShouldSeek(plans, "counts of a topic", "ix_statements_topic");
        await work.Get<ISenderStore>().FindAsync([SenderAddress.Of(EmailAddress.Parse("c777@example.com"))], default);
        ShouldSeek(plans, "customers at an address", "ix_contact_points_key");
        await work.Get<IContactBatchStore>().FindAsync(Channels.Email, ["one@example.com", "two@example.com"], default);
        ShouldSeek(plans, "contacts by the ids of their messages", "ux_interactions_external");
        await work.Get<AuditTrail>().HistoryAsync(subject, new AuditCriteria { Field = "DisplayName" });
        ShouldSeek(plans, "history of a field", "ix_audit_aggregate");
        await work.Get<AuditTrail>().AsOfAsync(subject, host.Clock.Now);
        ShouldSeek(plans, "record as of an instant", "ix_audit_aggregate");
        await work.Get<IOrderStore>().FindExternalIdsAsync(["shop:1", "shop:2"], default);
        ShouldSeek(plans, "external ids of orders", "ux_orders_external");
        await work.Orders.HistoryAsync(customer);
        ShouldSeek(plans, "purchases of a customer", "ix_purchase_facts_customer");
        await work.Orders.OrdersAsync(customer);
        ShouldSeek(plans, "orders of a customer", "ix_orders_customer");
        await work.Customers.ListAsync(new CustomerCriteria(), new PageRequest { Take = 50, After = new PageKey(host.Clock.Now, Guid.NewGuid()) });
        ShouldSeek(plans, "page of customers", "ix_customers_created", "ix_contact_points_customer");
        foreach (var text in new[] { "c77@exam", "Customer 7777", "+49 30 77", "030 9018 7777", "7777" })
        {
            (await work.Customers.ListAsync(new CustomerCriteria { Text = text }, new PageRequest { Take = 5 })).Should().NotBeNull();
            ShouldSeek(plans, "search for " + text, "ix_customer_keys_key", "ix_contact_points_customer");
        }

        foreach (var (json, index) in new[]
        {
            ("""{"field":"custom:size","operator":"equals","value":7777}""", "number"), ("""{"field":"custom:size","operator":"between","value":[77,78]}""", "number"),
            ("""{"field":"custom:nick","operator":"equals","value":"Nick 7777"}""", "folded"), ("""{"field":"custom:nick","operator":"in","value":["Nick 7777","nick 8"]}""", "folded"),
        })
        {
            (await work.Get<CustomerSegments>().ListAsync(Criterion.Parse(json).Value)).Value.Items.Should().NotBeEmpty(json);
            ShouldSeek(plans, json, $"ix_customer_fields_{index}");
        }

        (await work.Get<CustomerSegments>().ListAsync(Criterion.Everything, new FieldOrder("size"), 20, new FieldPageKey("5000", customer))).Value.Items.Should().HaveCount(20);
        ShouldSeek(plans, "order of a custom field", "ix_customer_fields_number");
        await work.Get<DuplicateFinder>().FindAsync(new NewCustomer { OrganisationName = "Customer 7777", Emails = [EmailAddress.Parse("c7777@example.com")] });
        ShouldSeek(plans, "duplicates of a customer", "ix_customer_keys_key", "ix_contact_points_customer");
        await work.Desk.ListAsync(new CaseCriteria { Statuses = [CaseStatus.Open] });
        ShouldSeek(plans, "cases of a status", "ix_cases_status");
        var (planner, noon) = (work.Get<ActivityPlanner>(), host.Clock.Now + NodaTime.Duration.FromHours(4));
        await planner.OverdueAsync(at: noon, page: new PageRequest { Take = 20 });
        ShouldSeek(plans, "overdue activities", "ix_activities_open");
        await work.Get<ActivityReminders>().NextDueAsync();
        ShouldSeek(plans, "next reminder", "ix_activities_reminder");
        await work.Get<ActivityReminders>().RaiseDueAsync(5);
        ShouldSeek(plans, "due reminders", "ix_activities_reminder");
        await planner.ListAsync(new ActivityCriteria { AssigneeId = "agent-7", From = noon }, new PageRequest { Take = 20 });
        ShouldSeek(plans, "day of an agent", "ix_activities_agenda");
        await planner.ListAsync(new ActivityCriteria { TeamId = "team-7", From = noon }, new PageRequest { Take = 20 });
        ShouldSeek(plans, "day of a team", "ix_activities_team");
        await planner.ListAsync(new ActivityCriteria { CustomerId = customer });
        ShouldSeek(plans, "activities of a customer", "ix_activities_customer");
        await planner.ListAsync(new ActivityCriteria { About = new SubjectReference(SubjectKinds.Case, Guid.NewGuid()) });
        ShouldSeek(plans, "activities about a record", "ix_activities_about");
        await work.Get<MessageDeliveries>().NextDueAsync();
        ShouldSeek(plans, "next message", "ix_outbound_messages_due");
        await work.Get<MessageDeliveries>().ReleaseDueAsync(5);
        ShouldSeek(plans, "due messages", "ix_outbound_messages_due");
        await work.Get<IOutboundMessageQueries>().ToAddressAsync("c77@example.com", host.Clock.Now - NodaTime.Duration.FromDays(1), null, default);
        ShouldSeek(plans, "messages to an address", "ix_outbound_messages_address");
        await work.Get<IOutboundMessageQueries>().AutomaticAboutAsync(new SubjectReference(SubjectKinds.Case, Guid.NewGuid()), host.Clock.Now - NodaTime.Duration.FromDays(1), null, default);
        ShouldSeek(plans, "messages about a case", "ix_outbound_messages_about");
        await work.Get<MessageDesk>().ListAsync(new OutboundCriteria { CustomerId = customer });
        ShouldSeek(plans, "messages to a customer", "ix_outbound_messages_customer");
        await work.Get<IInteractionStore>().FindByExternalIdAsync(Channels.Email, "unknown", default);
        ShouldSeek(plans, "interaction by external id", "ux_interactions_external");
    }

    [SkippableFact]
    public async Task FrontDoors_NumberOfCommands_DoesNotGrowWithTheData()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        var small = await TellAsync(host, "small", 1);
        var large = await TellAsync(host, "large", 25);
        var counts = (Small: await CountAsync(host, seen, small), Large: await CountAsync(host, seen, large));
        counts.Large.Should().Equal(counts.Small);
        counts.Small.Values.Should().OnlyContain(c => c >= 1 && c <= 9, "a customer is loaded with one command for itself and one for each kind of part");
    }

    [SkippableFact]
    public async Task Save_NumberOfCommands_DoesNotGrowWithTheTracker()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        await work.Customers.AddEmailAsync(id, EmailAddress.Parse("first@example.com"));
        seen.Clear();
        await work.SaveAsync();
        var before = seen.Commands.Count;
        for (var i = 0; i < 50; i++)
        {
            await work.RegisterAsync(new NewCustomer { OrganisationName = $"Tracked {i}" });
        }

        await work.Customers.AddEmailAsync(id, EmailAddress.Parse("second@example.com"));
        seen.Clear();
        await work.SaveAsync();
        seen.Commands.Should().HaveCount(before);
    }

    private async Task<(CrmTestHost<TenantContext> Host, SeenCommands Seen, List<string> Plans)> FilledAsync()
    {
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = s.Scope with { TenantId = "one" };
        });
        var now = host.Clock.Now;
        var ids = new List<CustomerId>();
        var fields = await FieldsAsync(host);

        // Rows alone, without what saving adds: this test is about reading.
        var options = new DbContextOptionsBuilder<TenantContext>();
        Database.UseProvider(options, host.ConnectionString);
        for (var from = 0; from < Customers; from += 2_500)
        {
            await using var plain = new TenantContext(options.Options) { CrmScope = new Crm.Domain.Access.CrmScope(Crm.Domain.Access.Actor.System("fill")) { TenantId = "one" } };
            plain.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = from; i < from + 2_500; i++)
            {
                var customer = new Organisation(CustomerId.New(now), $"Customer {i}", now + NodaTime.Duration.FromSeconds(-i));
                customer.AddReference(new ExternalReference("shop", i.ToString(CultureInfo.InvariantCulture)), now);
                customer.AddEmail(EmailAddress.Parse($"c{i}@example.com"), now);
                if (i % 4 == 1)
                {
                    customer.SetCustomField(fields[1], CustomValue.OfNumber(i), now);
                    customer.SetCustomField(fields[0], CustomValue.OfText($"Nick {i}"), now);
                }

                var opened = new ServiceCase(ServiceCaseId.New(now), CaseNumber.From(i), new CaseDetails(customer.Id, "Broken"), "Customer", now + NodaTime.Duration.FromSeconds(-i));
                if (i % 20 == 0)
                {
                    opened.Assign("bob", now);
                }

                if (i % 8 == 0)
                {
                    plain.Add(new Interaction(
                        InteractionId.New(now), new ContactDetails(customer.Id, Channels.Email, Direction.Inbound, "Mail") { ExternalId = $"<{i}@example.com>" }, null, now));
                }

                if (i % 4 == 0)
                {
                    plain.Add(new CustomerStatement(
                        StatementId.New(now), new StatementDetails(customer.Id, i % 8 == 0 ? StatementKind.Requirement : StatementKind.Topic, $"topic {i % 100}", $"Needs kettle{i} soon"), Crm.Domain.Access.Actor.Agent("ada"), now));
                }

                plain.AddRange(customer, opened, Planned(customer.Id, i, now), Queued(customer.Id, opened.Id, i, now));
                AddAudit(plain, customer, now);
                ids.Add(customer.Id);
            }

            await plain.SaveChangesAsync();
        }

        await using var work = host.Work();
        var rows = ids.Select((id, i) => new ImportedPurchase(id, new NodaTime.LocalDate(2026, 1, 1).PlusDays(i % 100), 1, Known.Eur(i + 1)) { OrderId = i.ToString(CultureInfo.InvariantCulture) });
        (await work.Orders.ImportAsync("shop", rows.Append(new ImportedPurchase(ids[5_000], new NodaTime.LocalDate(2026, 5, 1), 1, Known.Eur(1))).ToAsyncEnumerable()))
            .Value.Orders.Should().Be(Customers + 1);
        (await work.Get<CustomerKeys>().RebuildAsync()).Value.Changed.Should().Be(Customers);
        await work.Context.Database.ExecuteSqlRawAsync("analyze");
        return (host, seen, []);
    }

    private static async Task<IReadOnlyList<CustomField>> FieldsAsync(CrmTestHost<TenantContext> host)
    {
        await using var work = host.Work();
        (await work.Catalog.DefineAsync(SubjectKinds.Customer, "size", FieldType.Number)).Succeeded.Should().BeTrue();
        (await work.Catalog.DefineAsync(SubjectKinds.Customer, "nick", FieldType.Text)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        return await work.Catalog.ListAsync(SubjectKinds.Customer);
    }

    private static OutboundMessage Queued(CustomerId customer, ServiceCaseId opened, int i, NodaTime.Instant now) => new(
        OutboundMessageId.New(now),
        new OutboundDetails(customer, Channels.Email, "transactional") { About = opened.ToSubject(), IsAutomatic = true, SendAt = i % 7 == 0 ? now + NodaTime.Duration.FromMinutes(i + 1) : null },
        new OutboundAddress($"Customer {i}", $"c{i}@example.com", $"c{i}@example.com"),
        new OutboundContent("Received", "We look into it."),
        $"<{i}@crm.invalid>",
        null,
        now);

    private static Activity Planned(CustomerId customer, int i, NodaTime.Instant now)
    {
        new ActivityKindCatalog().TryGet(ActivityKinds.Call, out var call);
        var details = new ActivityDetails(ActivityKinds.Call, $"Call {i}", now + NodaTime.Duration.FromMinutes(i))
        {
            CustomerId = customer, TimeZone = "Etc/UTC", AssigneeId = $"agent-{i % 100}", TeamId = i % 3 == 0 ? $"team-{i % 10}" : null, RemindBefore = i % 7 == 0 ? [NodaTime.Duration.FromMinutes(5)] : [],
        };
        var activity = new Activity(ActivityId.New(now), details, call!, null, now);
        if (i % 2 == 0)
        {
            activity.Finish(null, null, null, "ada", now);
        }

        return activity;
    }

    private static void AddAudit(TenantContext context, Customer customer, NodaTime.Instant now)
    {
        var entry = context.Add(new AuditEntry { ActorId = "ada", ActorName = "Ada", AggregateType = nameof(Organisation), Acts = "customers.customer-created", Changes = "{}" });
        entry.Property(e => e.AggregateId).CurrentValue = customer.Id.Value;
        entry.Property(e => e.At).CurrentValue = now;
        entry.Property(e => e.Id).CurrentValue = Version7.Create(now);
    }

    private static void Explain(DbCommand command, List<string> plans)
    {
        var text = command.CommandText;
        command.CommandText = (command.Connection!.GetType().Name == "SqliteConnection" ? "explain query plan " : "explain ") + text;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                plans.Add(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture)!);
            }
        }

        command.CommandText = text;
    }

    // Definitions of custom fields, inner results and lists of parameters, which SQLite names "SCAN p" and "SCAN s".
    private static bool IsSmall(string line) => line.Split(' ') is ["SCAN", _] && !line.Contains("crm_", StringComparison.Ordinal) || line.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        || line.Contains("crm_custom_fields", StringComparison.Ordinal);

    private static void ShouldSeek(List<string> plans, string path, params string[] indexes)
    {
        var plan = string.Join('\n', plans);
        plans.Clear();
        s_large.Where(t => plan.Contains($"Seq Scan on crm_{t} ", StringComparison.Ordinal)).Should().BeEmpty(path + plan);
        plan.Split('\n').Where(l => l.StartsWith("SCAN ", StringComparison.Ordinal) && !IsSmall(l)).Should().BeEmpty(path + plan);
        foreach (var index in indexes)
        {
            plan.Should().Contain($"crm_{index}", path);
        }
    }

    private static async Task<Dictionary<string, int>> CountAsync(CrmTestHost<SpecificationContext> host, SeenCommands seen, (CustomerId Customer, ServiceCaseId Case, OrderId Order, string Name) told)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        async Task Count(string name, Func<CrmWork<SpecificationContext>, Task> call)
        {
            await using var work = host.Work();
            seen.Clear();
            await call(work);
            counts[name] = seen.Commands.Count;
        }

        await Count("customer", w => w.Customers.FindAsync(told.Customer));
        await Count("customer by reference", w => w.Customers.FindAsync(new ExternalReference("shop", $"{told.Name}-0")));
        await Count("customers", w => w.Customers.ListAsync(new CustomerCriteria { Text = told.Name }));
        await Count("add e-mail", w => w.Customers.AddEmailAsync(told.Customer, EmailAddress.Parse("new@example.com")));
        await Count("case", w => w.Desk.FindAsync(told.Case));
        await Count("cases", w => w.Desk.ListAsync(new CaseCriteria { CustomerId = told.Customer }));
        await Count("reply", w => w.Desk.ReplyAsync(told.Case, "x"));
        await Count("timeline", w => w.History.TimelineAsync(new SubjectReference(SubjectKinds.Customer, told.Customer.Value)));
        await Count("order", w => w.Orders.FindAsync(told.Order));
        await Count("orders", w => w.Orders.OrdersAsync(told.Customer));
        await Count("purchases", w => w.Orders.HistoryAsync(told.Customer));
        await Count("return", w => w.Orders.ReturnAsync(told.Order, 1, 1));
        await Count("summaries", w => w.Get<IPurchaseQueries>().SummariesAsync(Currency.Eur, null, default));
        return counts;
    }

    private static async Task<(CustomerId Customer, ServiceCaseId Case, OrderId Order, string Name)> TellAsync(CrmTestHost<SpecificationContext> host, string name, int size)
    {
        await using var work = host.Work();
        var numbers = Enumerable.Range(0, size).ToList();
        var customer = await work.RegisterAsync(new NewCustomer
        {
            OrganisationName = $"{name} Ltd",
            Emails = [.. numbers.Select(i => EmailAddress.Parse($"{name}{i}@example.com"))],
            References = [.. numbers.Select(i => new ExternalReference("shop", $"{name}-{i}"))],
        });
        foreach (var i in numbers)
        {
            await work.AddProductAsync($"{name}-{i}", 10);
        }

        OrderId order = default;
        ServiceCaseId opened = default;
        foreach (var _ in numbers)
        {
            order = (await work.Orders.PlaceAsync(new NewOrder(customer, [.. numbers.Select(i => new NewOrderLine($"{name}-{i}", 2))]))).Value.Id;
            opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken"))).Value.Id;
        }

        foreach (var _ in numbers)
        {
            (await work.Desk.AddNoteAsync(opened, "Note")).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        return (customer, opened, order, name);
    }
}
