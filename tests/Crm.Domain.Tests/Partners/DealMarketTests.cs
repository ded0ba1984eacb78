using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Time;
using Crm.Testing;
using NodaTime;

namespace Crm.Domain.Tests.Partners;

/// <summary>Partners and the business's own team on one market, through the front door, over stores in memory.</summary>
[Trait("Check", "PR-04")]
public sealed class DealMarketTests
{
    private static readonly string[] s_products = ["KETTLE", "CUP", "POT"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task TenThousandRandomCommands_NeverLeaveTwoLiveApprovals_ForOneCustomerProductAndMonth(int seed)
    {
        var (random, clock, market) = (new Random(seed), new FakeClock(), new Market());
        CustomerId[] customers = [CustomerId.New(clock.Now), CustomerId.New(clock.Now)];
        var scope = new CrmScopeAccessor();
        scope.Set(new CrmScope(Actor.Agent("ada")));
        var acts = new CrmActs(new CrmGate(scope, new CrmRoles()), clock, CrmErrorDescriber.Default);
        var door = new DealApprovals(market, market, new FixedBusinessZone(DateTimeZone.Utc), new PartnerOptions { DealApprovers = { "ada" } }, Stub.Of<ICrmUnitOfWork>(), acts);
        var (approvals, refusals) = (0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            clock.Advance(Duration.FromHours(random.Next(8)));
            var now = clock.Now;
            var deal = market.Deals.Count == 0 ? null : market.Deals[random.Next(market.Deals.Count)];
            switch (random.Next(8))
            {
                case 0 when market.Deals.Count(d => d.ClosedAt is null) < 20:
                    var from = now.InUtc().Date.PlusDays(random.Next(90));
                    var drafted = new DealRegistration(
                        DealRegistrationId.New(now),
                        PartnerId.New(now),
                        new DealRegistrationDetails($"Deal {i}", "Acme", from, from.PlusDays(random.Next(120)), [.. s_products.Where(_ => random.Next(2) == 0).DefaultIfEmpty("KETTLE").Select(p => new DealLineDetails(p, 1, 1))]),
                        now);
                    drafted.Submit(now);
                    drafted.Review(now);
                    drafted.Identify(customers[random.Next(2)], now);
                    market.Deals.Add(drafted);
                    break;
                case 1 when deal is not null:
                    refusals += (await door.RequestAsync(deal.Id)).Succeeded ? 0 : 1;
                    break;
                case 2 or 3 when deal is not null:
                    var blocked = market.IsBlocked(deal);
                    var decided = await door.ApproveAsync(deal.Id);
                    approvals += decided.Succeeded ? 1 : 0;
                    (decided.Succeeded && blocked).Should().BeFalse("what stands against it keeps it from being approved");
                    break;
                case 4 when deal is not null && random.Next(8) == 0 && deal.CanWithdraw():
                    deal.Withdraw(now);
                    break;
                case 5 when deal is not null && deal.CanAskExtension():
                    try
                    {
                        deal.AskExtension(deal.Through.PlusDays(random.Next(1, 60)), now);
                    }
                    catch (ArgumentException)
                    {
                        // It would become too long.
                    }

                    break;
                case 6:
                    market.Opportunities.RemoveAll(_ => random.Next(2) == 0);
                    if (random.Next(4) == 0)
                    {
                        market.Opportunities.Add((customers[random.Next(2)], new OpenDeal(OpportunityId.New(now), "Own team", now.InUtc().Date.PlusDays(random.Next(90)), [s_products[random.Next(3)]])));
                    }

                    break;
                case 7:
                    (await door.RunAsync()).Succeeded.Should().BeTrue();
                    break;
            }

            market.Deals.RemoveAll(d => d.ClosedAt is not null);
            market.Deals.SelectMany(d => d.Claims).GroupBy(c => (c.CustomerId, c.Sku, c.Month)).Should().NotContain(g => g.Count() > 1);
            foreach (var (one, other) in market.Deals.Where(d => d.Status == DealRegistrationStatus.Approved).SelectMany((d, k) => market.Deals.Where(o => o.Status == DealRegistrationStatus.Approved).Skip(k + 1).Select(o => (d, o))))
            {
                Meet(one, other).Should().BeFalse("{0} and {1} are approved at once", one.Title, other.Title);
            }
        }

        approvals.Should().BeGreaterThan(50);
        refusals.Should().BeGreaterThan(50);
    }

    // Written independently of the code: day by day, with the months whole.
    private static bool Meet(DealRegistration one, DealRegistration other) => one.CustomerId == other.CustomerId && one.Lines.Select(l => l.Sku).Intersect(other.Lines.Select(l => l.Sku)).Any()
        && new DateInterval(Begin(one.From), End(one.Through)).Intersection(new DateInterval(Begin(other.From), End(other.Through))) is not null;

    private static LocalDate Begin(LocalDate day) => new(day.Year, day.Month, 1);

    private static LocalDate End(LocalDate day) => Begin(day).PlusMonths(1).PlusDays(-1);

    private sealed class Market : IDealRegistrationStore, IDealMarket
    {
        public List<DealRegistration> Deals { get; } = [];

        public List<(CustomerId CustomerId, OpenDeal Deal)> Opportunities { get; } = [];

        public bool IsBlocked(DealRegistration deal) => Deals.Exists(d => d.Id != deal.Id && d.Status == DealRegistrationStatus.Approved && Meet(d, deal))
            || Opportunities.Exists(o => o.CustomerId == deal.CustomerId && o.Deal.CloseDate >= deal.From && o.Deal.CloseDate <= deal.Through && deal.Lines.Any(l => o.Deal.Skus.Contains(l.Sku)));

        public Task<DealRegistration?> FindAsync(DealRegistrationId id, CancellationToken cancellationToken) => Task.FromResult(Deals.Find(d => d.Id == id));

        public Task<IReadOnlyList<DealRegistration>> OfCustomerAsync(CustomerId customerId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DealRegistration>>([.. Deals.Where(d => d.CustomerId == customerId && d.ClosedAt is null)]);

        public Task<IReadOnlyList<DealRegistration>> DueAsync(Instant now, int take, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DealRegistration>>([.. Deals.Where(d => d.DueAt <= now).Take(take)]);

        public Task<Page<DealRegistration>> ListAsync(DealRegistrationCriteria criteria, PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Add(DealRegistration registration) => Deals.Add(registration);

        public Task<IReadOnlyList<OpenDeal>> OpenAsync(CustomerId customerId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<OpenDeal>>([.. Opportunities.Where(o => o.CustomerId == customerId).Select(o => o.Deal)]);

        public Task<CrmResult<OpportunityId>> ConvertAsync(DealToConvert registration, string? ownerId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
