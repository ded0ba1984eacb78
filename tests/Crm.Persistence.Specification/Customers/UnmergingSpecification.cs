using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Customers;

/// <summary>A merge is undone row by row while nothing stands against it, and refused whole when something does.</summary>
public abstract class UnmergingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    // What tells of the merge and of its undoing stays.
    private static readonly string[] s_history = ["crm_audit", "crm_customer_merges", "crm_outbox", "crm_inbox", "crm_number_series", "crm_segment_touches"];

    [SkippableFact]
    [Trait("Check", "CM-08")]
    [Trait("Check", "CM-11")]
    public async Task MergeAndUnmerge_OfRandomCustomers_IsTheIdentity()
    {
        var host = await HostAsync();
        await using (var work = host.Work())
        {
            await work.AddProductAsync(MergeStories.Sku, 50);
        }

        for (var seed = 0; seed < TestScale.Count(4, 60); seed++)
        {
            var (survivor, absorbed) = await StoryAsync(host, seed);
            await ShouldBeTheIdentityAsync(host, survivor, absorbed, $"persons of seed {seed}");
            var (first, second) = await OrganisationsAsync(host, seed);
            await ShouldBeTheIdentityAsync(host, first, second, $"organisations of seed {seed}");
            await ShouldBeTheIdentityAsync(host, second, first, $"organisations of seed {seed}, the other way round");
        }
    }

    [SkippableFact]
    [Trait("Check", "CM-11")]
    public async Task Unmerge_AfterWorkThatDoesNotTouchIt_KeepsThatWorkWithTheSurvivor()
    {
        var (host, survivor, absorbed, merge) = await MergedAsync();
        await using var work = host.Work();
        var order = (await work.Orders.PlaceAsync(new NewOrder(survivor, [new NewOrderLine(MergeStories.Sku, 1)]))).Value.Id;
        (await work.Customers.AddEmailAsync(survivor, EmailAddress.Parse("later@example.com"))).Succeeded.Should().BeTrue();
        (await work.Care.TagAsync(survivor, "later")).Succeeded.Should().BeTrue();
        var moved = (await work.Orders.OrdersAsync(survivor)).Single(o => o.Id != order).Id;
        (await work.Orders.CompleteAsync(moved)).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var restored = (await work.Merger.UnmergeAsync(merge)).Value;
        restored.Should().Be(new CustomerIdentity(absorbed, CustomerKind.Person, "Anna Bianchi"));
        await using var again = host.Work();
        (await again.Orders.FindAsync(order))!.CustomerId.Should().Be(survivor);
        var back = (await again.Orders.FindAsync(moved))!;
        (back.CustomerId, back.Status).Should().Be((absorbed, OrderStatus.Completed));
        (await again.Customers.FindAsync(survivor))!.ContactPoints.Single(p => p.Value == "later@example.com").IsPrimary.Should().BeTrue("the primary went back with its customer");
        (await again.Merger.ResolveAsync(absorbed)).Should().Be(absorbed);
        (await again.Merger.HistoryAsync(absorbed)).Single().UndoneAt.Should().NotBeNull();
        (await again.Merger.UnmergeAsync(merge)).Errors.Single().Code.Should().Be("MergeAlreadyUndone");
        (await Traces.OfAsync(host, survivor.Value)).Outbox[^1].EventName.Should().Be("customers.customers-unmerged");
    }

    [SkippableFact]
    [Trait("Check", "CM-11")]
    public async Task Unmerge_AfterAChangeOfWhatTheMergeMade_IsRefusedAndChangesNothing()
    {
        var (host, survivor, _, merge) = await MergedAsync();
        await using var work = host.Work();
        var customer = (await work.Customers.FindAsync(survivor))!;
        customer.MarkContactPointInvalid(customer.ContactPoints.Single(p => p.Value == "bianchi@example.com").Id, "bounced", host.Clock.Now);
        await work.SaveAsync();
        await ShouldRefuseAsync(host, merge, "MergeChangedSince");
    }

    [SkippableFact]
    [Trait("Check", "CM-11")]
    public async Task Unmerge_UnderALaterMerge_WaitsForThatOneToBeUndone()
    {
        var (host, survivor, absorbed, merge) = await MergedAsync();
        await using var work = host.Work();
        var third = await work.RegisterAsync();
        var later = (await work.Merger.MergeAsync(third, survivor)).Value.Id!.Value;
        await ShouldRefuseAsync(host, merge, "MergeNotUndoable");
        (await work.Merger.UnmergeAsync(later)).Value.Id.Should().Be(survivor);
        (await work.Merger.ResolveAsync(absorbed)).Should().Be(survivor);
        (await work.Merger.UnmergeAsync(merge)).Value.Id.Should().Be(absorbed);
    }

    [SkippableFact]
    [Trait("Check", "CM-11")]
    public async Task Unmerge_WhoseRecordWasErased_IsRefused()
    {
        var (host, _, _, merge) = await MergedAsync();
        await using (var work = host.Work())
        {
            await work.Context.Set<Crm.Persistence.EfCore.Customers.CustomerMergeRow>().Where(r => r.MergeId == merge).ExecuteDeleteAsync();
        }

        await ShouldRefuseAsync(host, merge, "MergeNotUndoable");
    }

    private static async Task ShouldRefuseAsync(CrmTestHost<SpecificationContext> host, MergeId merge, string code)
    {
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        (await work.Merger.UnmergeAsync(merge)).Errors.Single().Code.Should().Be(code);
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    private static async Task ShouldBeTheIdentityAsync(CrmTestHost<SpecificationContext> host, CustomerId survivor, CustomerId absorbed, string which)
    {
        var before = await ContentsAsync(host);
        await using (var work = host.Work())
        {
            var merge = (await work.Merger.MergeAsync(survivor, absorbed)).Value.Id!.Value;
            (await work.Customers.FindAsync(absorbed))!.Id.Should().Be(survivor);
            await using var undo = host.Work();
            (await undo.Merger.UnmergeAsync(merge)).Value.Id.Should().Be(absorbed);
        }

        var after = await ContentsAsync(host);
        foreach (var (table, rows) in before)
        {
            after[table].Should().Equal(rows, $"{table} of {which} is as it was");
        }
    }

    private static async Task<SortedDictionary<string, List<string>>> ContentsAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var contents = await TableContents.ReadAsync(work.Context, "Version");
        foreach (var table in s_history)
        {
            contents.Remove(table);
        }

        foreach (var (table, rows) in contents.Where(c => c.Key.StartsWith("crm_timeline", StringComparison.Ordinal)))
        {
            rows.RemoveAll(r => r.Contains("Kind=customers-merged", StringComparison.Ordinal) || r.Contains("Kind=customers-unmerged", StringComparison.Ordinal)
                || r.Contains("Kind=membership-removed", StringComparison.Ordinal));
        }

        return contents;
    }

    private static async Task<(CustomerId Survivor, CustomerId Absorbed)> StoryAsync(CrmTestHost<SpecificationContext> host, int seed)
    {
        await using var work = host.Work();
        var stories = new MergeStories(work, seed);
        List<CustomerId> organisations = [await stories.OrganisationAsync($"Engines {seed}"), await stories.OrganisationAsync($"Looms {seed}")];
        return (await stories.PersonAsync("Anna", organisations), await stories.PersonAsync("Annamaria", organisations));
    }

    // One above the other, with people in both.
    private static async Task<(CustomerId First, CustomerId Second)> OrganisationsAsync(CrmTestHost<SpecificationContext> host, int seed)
    {
        await using var work = host.Work();
        var stories = new MergeStories(work, 1000 + seed);
        List<CustomerId> chain = [];
        for (var i = 0; i < 4; i++)
        {
            chain.Add(await stories.OrganisationAsync($"Level {i} of {seed}"));
            if (i > 0)
            {
                (await work.Relations.MoveUnderAsync(chain[i], chain[i - 1])).Succeeded.Should().BeTrue();
            }
        }

        for (var i = 0; i < 3; i++)
        {
            await stories.PersonAsync($"Person {i}", chain);
        }

        return seed % 2 == 0 ? (chain[1], chain[2]) : (chain[1], chain[3]);
    }

    private async Task<(CrmTestHost<SpecificationContext> Host, CustomerId Survivor, CustomerId Absorbed, MergeId Merge)> MergedAsync()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync(MergeStories.Sku, 50);
        var survivor = await work.RegisterAsync();
        var absorbed = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Bianchi"), Emails = [EmailAddress.Parse("bianchi@example.com")] });
        (await work.Orders.PlaceAsync(new NewOrder(absorbed, [new NewOrderLine(MergeStories.Sku, 1)]))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        return (host, survivor, absorbed, (await work.Merger.MergeAsync(survivor, absorbed)).Value.Id!.Value);
    }
}
