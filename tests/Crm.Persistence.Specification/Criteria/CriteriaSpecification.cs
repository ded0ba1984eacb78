using System.Text.Json.Nodes;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Criteria;

/// <summary>The database, aggregates in memory and plain records give one answer to every tree.</summary>
[Trait("Check", "XC-01")]
public abstract class CriteriaSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Customers = 120;

    [SkippableFact]
    public async Task EveryField_WithEveryOperator_HasOneAnswerOnEveryTarget()
    {
        var host = await FilledAsync();
        await using var work = host.Work();
        var targets = await CriteriaTargets.OfAsync(work);
        var stock = new CriteriaStock(7);
        var fields = targets.Database.Fields.Append(new CriteriaField("preference:delivery", FieldType.Text, targets.Database.Fields.Single(f => f.Name == "name").Operators));
        var (asked, some) = (0, 0);
        foreach (var field in fields)
        {
            foreach (var name in field.Operators)
            {
                var leaf = stock.Leaf(field, name);
                var members = await targets.AskAsync(leaf.ToJsonString());
                (await targets.AskAsync(new JsonObject { ["not"] = leaf }.ToJsonString())).Should().Be(Customers - members, $"a condition and its negation leave nobody out: {leaf}");
                (asked, some) = (asked + 1, some + (members is > 0 and < Customers ? 1 : 0));
            }
        }

        asked.Should().BeGreaterThan(250);
        some.Should().BeGreaterThan(asked / 3, "many questions tell customers apart");
    }

    [SkippableFact]
    public async Task RandomTrees_FromJson_HaveOneAnswerOnEveryTarget()
    {
        var host = await FilledAsync();
        await using var work = host.Work();
        var targets = await CriteriaTargets.OfAsync(work);
        var stock = new CriteriaStock(11);
        var (trees, some) = (TestScale.Count(200, 2_000), 0);
        for (var i = 0; i < trees; i++)
        {
            some += await targets.AskAsync(stock.Tree(targets.Database.Fields, 3).ToJsonString()) is > 0 and < Customers ? 1 : 0;
        }

        some.Should().BeGreaterThan(trees / 4, "many trees tell customers apart");
    }

    [SkippableFact]
    public async Task Segment_InPages_IsWholeAndExplained()
    {
        var host = await FilledAsync();
        await using var work = host.Work();
        var criterion = Criterion.Parse("""{"any":[{"field":"purchases.sum","operator":"greaterThan","value":50,"days":365,"where":{"field":"currency","operator":"equals","value":"EUR"}},{"not":{"field":"custom:size","operator":"lessThan","value":10}}]}""").Value;
        var segments = work.Get<CustomerSegments>();
        var (found, page) = (new List<CustomerId>(), new PageRequest { Take = 7 });
        do
        {
            var next = (await segments.ListAsync(criterion, page, CriteriaStock.AsOf)).Value;
            found.AddRange(next.Items.Select(c => c.Id));
            page = page with { After = next.Next };
        }
        while (page.After is not null);

        found.Should().OnlyHaveUniqueItems().And.HaveCount((await segments.CountAsync(criterion, CriteriaStock.AsOf)).Value);
        foreach (var customer in (await work.Customers.ListAsync(new CustomerCriteria())).Items)
        {
            var explained = (await segments.ExplainAsync(criterion, customer.Id, CriteriaStock.AsOf)).Value;
            explained.IsMember.Should().Be(found.Contains(customer.Id));
            explained.Conditions.Select(c => (c.Path, c.Field)).Should().Equal(("$.any[0]", "purchases.sum"), ("$.any[1].not", "custom:size"));
            explained.IsMember.Should().Be(explained.Conditions[0].Holds || !explained.Conditions[1].Holds);
        }

        (await segments.ExplainAsync(criterion, CustomerId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("CustomerNotFound");
        await using var guest = host.Work(new CrmScope(Actor.PortalCustomer("anna", [new SubjectReference(SubjectKinds.Customer, found[0].Value)])));
        (await guest.Get<CustomerSegments>().ListAsync(criterion)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<CustomerSegments>().FieldsAsync()).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task Segment_InTheOrderOfACustomField_IsWholeInPagesBothWays()
    {
        var host = await FilledAsync();
        await using var work = host.Work();
        var segments = work.Get<CustomerSegments>();
        var criterion = Criterion.Parse("""{"not":{"field":"stage","operator":"equals","value":"lost"}}""").Value;
        var customers = await work.Context.Set<Customer>().AsNoTracking().AsSplitQuery().Where(c => c.Stage != LifecycleStage.Lost).ToListAsync();
        foreach (var (key, slot) in new (string, Func<CustomerField, IComparable>)[]
        {
            ("nick", f => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(f.Folded!))), ("size", f => f.Number!.Value), ("since", f => f.Date!.Value), ("seen", f => f.At!.Value), ("vegan", f => f.Flag!.Value), ("tier", f => f.Choice!), ("hobbies", f => f.Choice!),
        })
        {
            foreach (var descending in new[] { false, true })
            {
                var sorted = customers.Select(c => (c.Id, Value: c.CustomFields.FirstOrDefault(f => f.Key == key && f.Ordinal == 1) is { } field ? slot(field) : null)).ToList();
                var valued = sorted.Where(c => c.Value is not null);
                var expected = (descending ? valued.OrderByDescending(c => c.Value).ThenByDescending(c => c.Id) : valued.OrderBy(c => c.Value).ThenBy(c => c.Id)).Concat(sorted.Where(c => c.Value is null).OrderBy(c => c.Id)).Select(c => c.Id);
                var (found, after) = (new List<CustomerId>(), (FieldPageKey?)null);
                do
                {
                    var page = (await segments.ListAsync(criterion, new FieldOrder(key, descending), 13, after)).Value;
                    found.AddRange(page.Items.Select(r => r.Customer.Id));
                    after = FieldPageKey.TryParse(page.Next?.ToString());
                }
                while (after is not null);

                found.Should().Equal(expected, $"{key} {(descending ? "descending" : "ascending")}");
            }
        }

        (await segments.ListAsync(criterion, new FieldOrder("none"))).Errors.Single().Code.Should().Be("CustomFieldNotFound");
        (await segments.ListAsync(criterion, new FieldOrder("size"), 0)).Errors.Single().Code.Should().Be("InvalidValue");
        (await segments.ListAsync(criterion, new FieldOrder("size"), 10, new FieldPageKey("anna", CustomerId.New(host.Clock.Now)))).Errors.Single().Code.Should().Be("InvalidValue");
        (await segments.ListAsync(Criterion.Parse("""{"field":"shoe","operator":"equals","value":1}""").Value, new FieldOrder("size"))).Errors.Single().Code.Should().Be("CriteriaFieldUnknown");
        FieldPageKey.TryParse("x_y").Should().BeNull();
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<CustomerSegments>().ListAsync(criterion, new FieldOrder("size"))).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task Values_OfConditions_AreParametersSoThatTheStatementStays()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var work = host.Work();
        await CriteriaStock.DefineAsync(work);
        var statements = new HashSet<string>();
        foreach (var value in new[] { 1, 2, 3 })
        {
            var json = $$"""{"all":[{"field":"custom:size","operator":"greaterThan","value":{{value}}},{"field":"name","operator":"contains","value":"n{{value}}"},{"field":"stageSince","operator":"withinLast","value":{{value}}},{"field":"purchases.count","operator":"lessThan","value":{{value}},"days":{{value}}},{"field":"stage","operator":"notEquals","value":"{{(value == 1 ? "lost" : "active")}}"}]}""";
            seen.Clear();
            (await work.Get<CustomerSegments>().CountAsync(Criterion.Parse(json).Value)).Value.Should().Be(0);
            statements.Add(seen.Commands[^1]);
        }

        statements.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Fields_OfAnAreaThatIsNotMapped_AreRefusedAsSuch()
    {
        var host = await HostAsync<NoAreaContext>();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        var segments = work.Get<CustomerSegments>();
        (await segments.FieldsAsync()).Value.Should().Contain(f => f.Name == "interactions.count").And.NotContain(f => f.Name == "purchases.count");
        var refused = (await segments.ListAsync(Criterion.Parse("""{"all":[{"field":"city","operator":"equals","value":"MILANO"},{"field":"purchases.count","operator":"equals","value":1},{"field":"cases.open","operator":"equals","value":1},{"field":"shoe","operator":"equals","value":1}]}""").Value)).Errors;
        refused.Select(e => (e.Code, e.Target)).Should().Equal(("CriteriaFieldNotMapped", "$.all[1].field"), ("CriteriaFieldNotMapped", "$.all[2].field"), ("CriteriaFieldUnknown", "$.all[3].field"));
        (await segments.CountAsync(Criterion.Parse("""{"field":"city","operator":"equals","value":"MILANO"}""").Value)).Value.Should().Be(1);
    }

    [SkippableFact]
    public async Task Segment_OfATenant_SeesNothingOfAnother()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var one = host.Work();
        await using var two = host.Work(one.Scope with { TenantId = "two" });
        foreach (var work in new[] { one, two })
        {
            (await work.Catalog.DefineAsync(SubjectKinds.Customer, "size", FieldType.Number)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        var id = await two.RegisterAsync(Known.Anna);
        (await two.Fields.SetAsync(id, "size", CustomValue.OfNumber(1))).Succeeded.Should().BeTrue();
        (await two.History.RecordAsync(new ContactDetails(id, Channels.Phone, Direction.Inbound, "Call"))).Succeeded.Should().BeTrue();
        await two.SaveAsync();
        foreach (var json in new[] { """{"field":"custom:size","operator":"equals","value":1}""", """{"field":"interactions.exists","operator":"equals","value":true}""", """{"not":{"field":"interactions.exists","operator":"equals","value":false}}""", """{"all":[]}""" })
        {
            (await one.Get<CustomerSegments>().CountAsync(Criterion.Parse(json).Value)).Value.Should().Be(0, json);
            (await two.Get<CustomerSegments>().CountAsync(Criterion.Parse(json).Value)).Value.Should().Be(1, json);
        }
    }

    private async Task<CrmTestHost<SpecificationContext>> FilledAsync()
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using var work = host.Work();
        if ((await work.Customers.ListAsync(new CustomerCriteria())).Items.Count > 0)
        {
            return host;
        }

        var fields = await CriteriaStock.DefineAsync(work);
        var stock = new CriteriaStock(3);
        for (var number = 0; number < Customers; number++)
        {
            work.Context.AddRange(stock.Make(fields, number));
        }

        await work.SaveAsync();
        return host;
    }
}
