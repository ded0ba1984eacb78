using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Two customers become one: every row of every area follows, and the old id stays good.</summary>
public abstract class MergingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly string[] s_history = ["crm_audit", "crm_customer_merge_rows", "crm_customer_merges", "crm_customer_tombstones", "crm_outbox"];

    private static readonly PostalAddress s_address = new("Via Roma 1", null, "20121", "Milano", "MI", Country.FromCode("IT"));

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Merge_OfTwoPersons_LeavesNothingOnTheAbsorbedId()
    {
        var (host, survivor, absorbed) = await TwoAsync();
        await using var work = host.Work();
        var plan = (await work.Merger.PlanAsync(survivor, absorbed)).Value;
        var done = (await work.Merger.MergeAsync(survivor, absorbed)).Value;
        done.Rows.Should().BeEquivalentTo(plan.Rows, "a dry run counts what the merge moves");
        done.Rows.Select(r => r.Table).Should().Contain(["crm_orders", "crm_purchase_facts", "crm_cases", "crm_interactions", "crm_interaction_links", "crm_timeline_links", "crm_knowledge_items"]);
        (await TableContents.HoldingAsync(work.Context, absorbed.Value)).Should().BeSubsetOf(s_history);
        await using var again = host.Work();
        (await again.Orders.OrdersAsync(survivor)).Should().HaveCount(2);
        (await again.Desk.ListAsync(new CaseCriteria { CustomerId = survivor })).Items.Should().HaveCount(2);
        (await again.Customers.ListAsync(new CustomerCriteria())).Items.Should().ContainSingle(c => c.Id == survivor);
    }

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Merge_Done_WritesAuditTimelineAndOutboxInTheSameTransaction()
    {
        var (host, survivor, absorbed) = await TwoAsync();
        await using var work = host.Work();
        var merge = (await work.Merger.MergeAsync(survivor, absorbed)).Value.Id!.Value;
        var traces = await Traces.OfAsync(host, survivor.Value);
        traces.Audit[^1].Acts.Should().Be("customers.customers-merged");
        traces.Timeline.Select(t => t.Kind).Should().Contain("customers-merged");
        traces.Outbox[^1].EventName.Should().Be("customers.customers-merged");
        (await Traces.OfAsync(host, merge.Value)).Audit.Single().Changes.Should().Contain("crm_orders.CustomerId");
        (await Traces.OfAsync(host, absorbed.Value)).Audit[^1].Changes.Should().Contain("DisplayName", "what the absorbed customer was is in the audit");
    }

    [SkippableFact]
    [Trait("Check", "CM-09")]
    public async Task Plan_OfAMerge_SaysWhereEachValueComesFromAndChangesNothing()
    {
        var (host, survivor, absorbed) = await TwoAsync();
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        var plan = (await work.Merger.PlanAsync(survivor, absorbed, new MergeOptions
        {
            Rules = new Dictionary<string, SurvivorshipRule> { [MergeFields.Name] = SurvivorshipRule.Longest, [MergeFields.MainAddress] = SurvivorshipRule.MostComplete },
            Choices = new Dictionary<string, MergeSide> { [MergeFields.BirthDate] = MergeSide.Absorbed },
        })).Value;
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
        plan.Fields.Select(f => (f.Field, f.Value, f.Origin)).Should().Contain(
        [
            (MergeFields.Name, "Annamaria Rossi", MergeSide.Absorbed),
            (MergeFields.BirthDate, null, MergeSide.Absorbed),
            (MergeFields.Language, "it", MergeSide.Survivor),
            (MergeFields.MainAddress, s_address.ToString(), MergeSide.Absorbed),
        ]);
        plan.Items.Should().Contain(
        [
            new MergedItem("email", "anna@example.com", MergeSide.Both), new MergedItem("email", "work@example.com", MergeSide.Absorbed),
            new MergedItem("tag", "vip", MergeSide.Survivor), new MergedItem("reference", "shop:2", MergeSide.Absorbed),
        ]);
        plan.Rows.Should().ContainEquivalentOf(new MergedRows("crm_orders", "CustomerId", 1, 0));
        plan.Id.Should().BeNull();
    }

    [SkippableFact]
    [Trait("Check", "CM-09")]
    public async Task Merge_WithRules_HasTheValuesOfThePlan()
    {
        var (host, survivor, absorbed) = await TwoAsync();
        await using var work = host.Work();
        var options = new MergeOptions { Rule = SurvivorshipRule.Newest };
        var plan = (await work.Merger.MergeAsync(survivor, absorbed, options)).Value;
        await using var again = host.Work();
        var merged = (Person)(await again.Customers.FindAsync(survivor))!;
        merged.Name.Full.Should().Be("Annamaria Rossi").And.Be(plan.Fields.Single(f => f.Field == MergeFields.Name).Value);
        merged.Language.Should().Be(LanguageTag.Parse("it"), "a value survives over none");
        merged.ContactPoints.Select(p => p.Value).Should().BeEquivalentTo("anna@example.com", "work@example.com");
        merged.ContactPoints.Count(p => p.IsPrimary).Should().Be(1);
        merged.References.Select(r => r.Value).Should().BeEquivalentTo("1", "2");
        merged.Tags.Select(t => t.Name).Should().BeEquivalentTo("vip", "new");
        merged.Preference("delivery")!.Value.Should().Be("evening", "the later preference holds");
        merged.Stage.Should().Be(LifecycleStage.Active);
        merged.PrimaryAddress(AddressKind.Main)!.Address.Region.Should().Be("MI", "an address is taken whole");
    }

    [SkippableFact]
    [Trait("Check", "CM-11")]
    public async Task AbsorbedId_ThroughAChain_ResolvesToTheLivingSurvivor()
    {
        var (host, second, first) = await TwoAsync();
        await using var work = host.Work();
        var third = await work.RegisterAsync();
        (await work.Merger.MergeAsync(second, first)).Succeeded.Should().BeTrue();
        (await work.Merger.MergeAsync(third, second)).Succeeded.Should().BeTrue();
        await using var again = host.Work();
        foreach (var id in new[] { first, second, third })
        {
            (await again.Merger.ResolveAsync(id)).Should().Be(third);
            (await again.Customers.FindAsync(id))!.Id.Should().Be(third);
            (await again.Get<CustomerOverviews>().FindAsync(id))!.Customer.Id.Should().Be(third);
        }

        (await again.Get<CustomerKeys>().RebuildAsync()).Value.Changed.Should().Be(0, "a merge keeps derived keys right");

        (await again.Merger.ResolveAsync(CustomerId.New(host.Clock.Now))).Should().BeNull();
        (await again.Customers.FindAsync(new ExternalReference("shop", "2")))!.Id.Should().Be(third, "identities elsewhere move along");
        (await again.Merger.HistoryAsync(second)).Select(m => (m.SurvivorId, m.AbsorbedId)).Should().Equal((third, second), (second, first));
    }

    [SkippableFact]
    [Trait("Check", "CM-11")]
    public async Task LateActs_OnTheAbsorbedId_LandOnTheSurvivor()
    {
        var (host, survivor, absorbed) = await TwoAsync();
        await using (var work = host.Work())
        {
            (await work.Merger.MergeAsync(survivor, absorbed)).Succeeded.Should().BeTrue();
        }

        host.Clock.Advance(Duration.FromHours(1));
        await using var late = host.Work();
        var order = (await late.Orders.PlaceAsync(new NewOrder(absorbed, [new NewOrderLine(MergeStories.Sku, 1)]))).Value;
        var opened = (await late.Desk.OpenAsync(new CaseDetails(absorbed, "Late"))).Value;
        var call = (await late.History.RecordAsync(new ContactDetails(absorbed, Channels.Phone, Direction.Inbound, "Late") { About = new(SubjectKinds.Customer, absorbed.Value) })).Value;
        (await late.Care.TagAsync(absorbed, "late")).Value.Id.Should().Be(survivor);
        (await late.Onboarding.BeginAsync(absorbed, new OnboardingTemplate("W", [new("S", 1)]))).Value.CustomerId.Should().Be(survivor);
        await late.SaveAsync();
        new[] { order.CustomerId, opened.CustomerId, call.CustomerId, CustomerId.From(call.Links.Single().SubjectId) }.Should().AllBeEquivalentTo(survivor);
        var rows = new[] { new ImportedPurchase(absorbed, new LocalDate(2026, 1, 1), 1, Known.Eur(5)) };
        (await late.Orders.ImportAsync("shop", ToAsync(rows))).Value.Orders.Should().Be(1);
        (await TableContents.HoldingAsync(late.Context, absorbed.Value)).Should().BeSubsetOf(s_history);
        (await late.Orders.OrdersAsync(absorbed)).Should().HaveCount(4, "lists by the old id are the survivor's");
        (await late.Desk.ListAsync(new CaseCriteria { CustomerId = absorbed })).Items.Should().HaveCount(3);
        (await late.History.TimelineAsync(new SubjectReference(SubjectKinds.Customer, absorbed.Value))).Items.Should().NotBeEmpty();
    }

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Merge_OfWhatCannotBeMerged_IsSaidAndChangesNothing()
    {
        var (host, survivor, absorbed) = await TwoAsync();
        await using var work = host.Work();
        var organisation = await work.RegisterAsync(new NewCustomer { OrganisationName = "Ltd" });
        var gone = await work.RegisterAsync();
        (await work.Merger.MergeAsync(survivor, gone)).Succeeded.Should().BeTrue();
        var unknown = CustomerId.New(host.Clock.Now);
        var before = await DatabaseState.ReadAsync(work.Context);
        foreach (var (code, first, second) in new[]
        {
            ("MergeWithItself", survivor, survivor), ("CustomerAlreadyMerged", survivor, gone), ("CustomerAlreadyMerged", gone, absorbed), ("CustomerNotFound", survivor, unknown),
            ("CustomerNotFound", unknown, absorbed), ("MergeOfDifferentKinds", survivor, organisation), ("MergeOfDifferentKinds", organisation, absorbed),
        })
        {
            (await work.Merger.PlanAsync(first, second)).Errors.Single().Code.Should().Be(code);
            (await work.Merger.MergeAsync(first, second)).Errors.Single().Code.Should().Be(code);
        }

        var odd = new MergeOptions { Choices = new Dictionary<string, MergeSide> { ["shoeSize"] = MergeSide.Absorbed } };
        (await work.Merger.MergeAsync(survivor, absorbed, odd)).Errors.Single().Code.Should().Be("InvalidValue");
        (await work.Merger.UnmergeAsync(MergeId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("MergeNotFound");
        foreach (var actor in new[] { Actor.Guest, Actor.PortalCustomer("anna", [new SubjectReference(SubjectKinds.Customer, survivor.Value)]) })
        {
            await using var other = host.Work(new CrmScope(actor));
            (await other.Merger.MergeAsync(survivor, absorbed)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await other.Merger.PlanAsync(survivor, absorbed)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await other.Merger.HistoryAsync(survivor)).Should().BeEmpty();
        }

        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Merge_AcrossTenants_FindsNobody()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var work = host.Work();
        var (survivor, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        await using var foreign = host.Work(work.Scope with { TenantId = "two" });
        var own = await foreign.RegisterAsync();
        foreach (var (first, second) in new[] { (survivor, absorbed), (own, absorbed), (survivor, own) })
        {
            (await foreign.Merger.MergeAsync(first, second)).Errors.Single().Code.Should().Be("CustomerNotFound");
        }

        var merged = (await work.Merger.MergeAsync(survivor, absorbed)).Value.Id!.Value;
        (await foreign.Merger.ResolveAsync(absorbed)).Should().BeNull();
        (await foreign.Merger.UnmergeAsync(merged)).Errors.Single().Code.Should().Be("MergeNotFound");
        (await work.Merger.UnmergeAsync(merged)).Value.Id.Should().Be(absorbed);
    }

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Copies_TrackedBeforeTheMerge_ConflictInsteadOfUndoingIt()
    {
        var (host, survivor, absorbed) = await TwoAsync();
        await using var stale = host.Work();
        var order = (await stale.Orders.FindAsync((await stale.Orders.OrdersAsync(absorbed)).Single().Id))!;
        var customer = (Person)(await stale.Customers.FindAsync(absorbed))!;
        await using (var work = host.Work())
        {
            (await work.Merger.MergeAsync(survivor, absorbed)).Succeeded.Should().BeTrue();
        }

        order.Complete(host.Clock.Now);
        (await stale.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        customer.Rename(new PersonName("Old", "Copy"), host.Clock.Now);
        (await stale.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        (await stale.Orders.PlaceAsync(new NewOrder(absorbed, [new NewOrderLine(MergeStories.Sku, 1)]))).Value.CustomerId.Should().Be(survivor);
        await stale.SaveAsync();
    }

    /// <summary>Two persons with everything; the second was changed last.</summary>
    private async Task<(CrmTestHost<SpecificationContext> Host, CustomerId Survivor, CustomerId Absorbed)> TwoAsync()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync(MergeStories.Sku, 50);
        var ids = new List<CustomerId>();
        foreach (var (known, tag, delivery) in new[]
        {
            (new NewCustomer
            {
                Name = new PersonName("Anna", "Rossi"), BirthDate = new LocalDate(1984, 2, 29), Language = LanguageTag.Parse("it"), Emails = [EmailAddress.Parse("anna@example.com")],
                Address = new PostalAddress(null, null, null, "Milano", null, null), References = [new ExternalReference("shop", "1")],
            }, "vip", "morning"),
            (new NewCustomer
            {
                Name = new PersonName("Annamaria", "Rossi"), Emails = [EmailAddress.Parse("ANNA@example.com"), EmailAddress.Parse("work@example.com")],
                Address = s_address, References = [new ExternalReference("shop", "2")],
            }, "new", "evening"),
        })
        {
            host.Clock.Advance(Duration.FromHours(1));
            var id = await work.RegisterAsync(known);
            ids.Add(id);
            (await work.Care.TagAsync(id, tag)).Succeeded.Should().BeTrue();
            (await work.Care.PreferAsync(id, "delivery", delivery)).Succeeded.Should().BeTrue();
            (await work.Orders.PlaceAsync(new NewOrder(id, [new NewOrderLine(MergeStories.Sku, 2)]))).Succeeded.Should().BeTrue();
            (await work.Desk.OpenAsync(new CaseDetails(id, "Broken"))).Succeeded.Should().BeTrue();
            (await work.History.RecordAsync(new ContactDetails(id, Channels.Phone, Direction.Inbound, "Call") { About = new(SubjectKinds.Customer, id.Value) })).Succeeded.Should().BeTrue();
            (await work.Knowledge.WriteAsync(new("Title", "Body", LanguageTag.Parse("en")), Audience.Internal, new SubjectReference(SubjectKinds.Customer, id.Value))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await work.Care.MoveToAsync(ids[1], LifecycleStage.Active)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        return (host, ids[0], ids[1]);
    }

    private static async IAsyncEnumerable<T> ToAsync<T>(IEnumerable<T> items)
    {
        await Task.CompletedTask;
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
