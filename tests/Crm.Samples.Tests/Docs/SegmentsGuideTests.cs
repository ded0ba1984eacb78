using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/segments.md says.</summary>
public sealed class SegmentsGuideTests
{
    [Fact]
    [Trait("Check", "EM-01")]
    public async Task Segments_FollowPurchasesAndInvitations()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var customer = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value;
        (await SegmentsGuide.CreateAsync(host.Get<Segments>())).Succeeded.Should().BeTrue();
        await host.SaveAsync();
        (await SegmentsGuide.RefreshAsync(host.Get<SegmentRefresh>())).Should().Equal("spenders: 0 came, 0 left");

        var bought = new ImportedPurchase(customer.Id, new LocalDate(2026, 5, 30), 1, new Money(600, Currency.Eur));
        (await host.Get<OrderBook>().ImportAsync("till", new[] { bought }.ToAsyncEnumerable())).Succeeded.Should().BeTrue();
        (await SegmentsGuide.RefreshAsync(host.Get<SegmentRefresh>())).Should().Equal("spenders: 1 came, 0 left");
        (await SegmentsGuide.MembersAsync(host.Get<SegmentMembers>(), "spenders").ToListAsync()).Should().ContainSingle(m => m.DisplayName == "Anna Rossi" && m.Number == 1);

        (await SegmentsGuide.InviteAsync(host.Get<SegmentLists>(), customer.Id)).Succeeded.Should().BeTrue();
        await host.SaveAsync();
        (await SegmentsGuide.RefreshAsync(host.Get<SegmentRefresh>())).Should().Equal("spenders: 0 came, 1 left");
        (await host.Get<SegmentMembers>().HistoryAsync(customer.Id)).Items.Select(s => (s.Key, s.LeftAt == null)).Should().BeEquivalentTo([("invited", true), ("spenders", false)]);
    }
}
