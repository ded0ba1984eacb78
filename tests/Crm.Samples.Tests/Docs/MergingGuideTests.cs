using Crm.Domain.Customers;
using Crm.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/merging-consent-erasure.md says of merging.</summary>
public sealed class MergingGuideTests
{
    [Fact]
    public async Task Tickets_OfAMergedCustomer_FollowAndComeBack()
    {
        await using var host = await GuideHost<MergingGuide.RaffleContext>.StartAsync();
        var (db, directory, merger) = (host.Db, host.Get<CustomerDirectory>(), host.Get<CustomerMerger>());
        MergingGuide.Forgotten(db).Should().BeEmpty();
        var survivor = (await directory.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        var absorbed = (await directory.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi", "Dr.") })).Value.Id;
        db.Add(new MergingGuide.Ticket { Id = 1, OwnerId = absorbed.Value, SoldByCustomerId = absorbed.Value });
        await host.SaveAsync();

        (await MergingGuide.MergeAsync(merger, survivor, absorbed, plan => plan.Rows.Count == 0)).Value.Id.Should().BeNull("nobody agreed");
        (await MergingGuide.MergeAsync(merger, survivor, absorbed, _ => true)).Value.Fields.Single(f => f.Field == MergeFields.Name).Origin.Should().Be(MergeSide.Absorbed);
        (await db.Set<MergingGuide.Ticket>().AsNoTracking().SingleAsync()).Should().BeEquivalentTo(new { OwnerId = survivor.Value, SoldByCustomerId = absorbed.Value });
        (await directory.FindAsync(absorbed))!.Id.Should().Be(survivor);
        (await MergingGuide.SeparateAsync(merger, absorbed)).Value.Id.Should().Be(absorbed);
        (await db.Set<MergingGuide.Ticket>().AsNoTracking().SingleAsync()).OwnerId.Should().Be(absorbed.Value);
    }
}
