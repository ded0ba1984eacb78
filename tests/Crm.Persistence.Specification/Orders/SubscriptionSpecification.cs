using Crm.Analytics.Lifetime;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Crm.Persistence.Specification.Orders;

/// <summary>Subscriptions in the database: every period is bought once, whoever books it, and contracts feed the models.</summary>
[Trait("Check", "OR-02")]
public abstract class SubscriptionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Subscribers = 8;

    private static readonly LocalDate s_first = new(2026, 1, 31);

    [SkippableFact]
    public async Task SubscriptionOfAnErasedPerson_IsCancelledWhenItIsDue_AndBuysNothing()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        host.Clock.Now = At(s_first);
        await using var work = host.Work();
        await work.AddProductAsync("tea", 10);
        var (gone, stays) = (await work.RegisterAsync(), await work.RegisterAsync());
        foreach (var customer in new[] { gone, stays })
        {
            (await work.Get<Subscriptions>().StartAsync(new NewSubscription(customer, "tea", 1))).WithoutValue().ThrowIfFailed();
        }

        await work.SaveAsync();
        (await work.Get<PrivacyOffice>().EraseAsync(gone)).WithoutValue().ThrowIfFailed();
        host.Clock.Now = At(s_first.PlusMonths(1));

        await using var later = host.Work();
        (await later.Get<Subscriptions>().RenewDueAsync()).Value.Should().HaveCount(2);
        await later.SaveAsync();

        (await later.Get<Subscriptions>().OfCustomerAsync(gone)).Single().Should().Match<SubscriptionSummary>(s => s.Status == SubscriptionStatus.Cancelled && s.Periods == 1);
        (await later.Get<Subscriptions>().OfCustomerAsync(stays)).Single().Periods.Should().Be(2);
        (await later.Context.Set<PurchaseFact>().CountAsync()).Should().Be(3);
    }

    [SkippableFact]
    public async Task Periods_DueInSeveralProcesses_AreBoughtOnce()
    {
        void Setup(HostSetup setup)
        {
            setup.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
            setup.Persistence = o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5);
        }

        var host = await HostAsync<TenantContext>(Setup);
        host.Clock.Now = At(s_first);
        await using (var work = host.Work())
        {
            await work.AddProductAsync("tea", 10);
            for (var i = 0; i < Subscribers; i++)
            {
                (await work.Get<Subscriptions>().StartAsync(new NewSubscription(await work.RegisterAsync(), "tea", 1) { MaxPeriods = 4 })).Value.Periods.Should().Be(1, "the first period begins at once");
            }

            await work.SaveAsync();
        }

        host.Clock.Now = At(s_first.PlusMonths(2).PlusDays(1));
        var other = await OpenAsync<TenantContext>(host.ConnectionString, Setup);
        other.Clock.Now = host.Clock.Now;
        var services = new[] { host.Services, other.Services }.Select(s => s.GetServices<IHostedService>().Single(h => h.GetType().Name == "DueWorkService")).ToList();
        await Task.WhenAll(services.Select(s => s.StartAsync(default)));
        await using var check = host.Work();
        await UntilAsync(() => check.Context.Set<Subscription>().AsNoTracking().AllAsync(s => s.Periods == 3));
        await Task.WhenAll(services.Select(s => s.StopAsync(default)));

        var facts = await check.Context.Set<PurchaseFact>().AsNoTracking().ToListAsync();
        facts.Should().HaveCount(Subscribers * 3);
        facts.GroupBy(f => f.CustomerId).Should().OnlyContain(g => g.Select(f => f.PurchasedOn).Order().SequenceEqual(new[] { s_first, new(2026, 2, 28), new LocalDate(2026, 3, 31) }));
        (await check.Context.Set<Order>().AsNoTracking().IgnoreAutoIncludes().ToListAsync()).Should().OnlyContain(o => o.Status == OrderStatus.Completed);
        (await check.Context.Set<AuditEntry>().CountAsync(a => a.ActorId == "subscriptions")).Should().Be(Subscribers * 3, "each subscription was saved once, and each of its two orders");
    }

    [SkippableFact]
    public async Task Subscription_PausedRepricedAndEnded_IsKept()
    {
        var host = await HostAsync();
        host.Clock.Now = At(s_first);
        await using var work = host.Work();
        await work.AddProductAsync("tea", 10, 4);
        var customer = await work.RegisterAsync();
        var doors = work.Get<Subscriptions>();
        var id = (await doors.StartAsync(new NewSubscription(customer, "tea", 1) { Quantity = 2 })).Value.Id;
        await work.SaveAsync();
        (await doors.ChangePriceAsync(id, Known.Eur(12))).Errors.Should().BeEmpty();
        (await doors.ChangePriceAsync(id, new Money(12, Currency.Usd))).Errors.Single().Code.Should().Be("SubscriptionCurrencyDiffers");
        host.Clock.Now = At(new LocalDate(2026, 2, 10));
        (await doors.PauseAsync(id)).Errors.Should().BeEmpty();
        await work.SaveAsync();
        host.Clock.Now = At(new LocalDate(2026, 3, 13));
        (await doors.RenewDueAsync()).Value.Should().BeEmpty("it is paused");
        (await doors.ResumeAsync(id)).Errors.Should().BeEmpty();
        await work.SaveAsync();
        host.Clock.Now = At(new LocalDate(2026, 4, 1));
        (await doors.RenewDueAsync()).Value.Should().ContainSingle();
        (await doors.CancelAtPeriodEndAsync(id, "Moves abroad")).Errors.Should().BeEmpty();
        await work.SaveAsync();
        host.Clock.Now = At(new LocalDate(2026, 5, 1));
        (await doors.RenewDueAsync()).Value.Should().ContainSingle();
        await work.SaveAsync();
        (await doors.RenewDueAsync()).Value.Should().BeEmpty();
        (await doors.CancelAsync(id)).Errors.Single().Code.Should().Be("SubscriptionTransitionNotAllowed");
        (await doors.PauseAsync(SubscriptionId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("SubscriptionNotFound");

        await using var later = host.Work();
        var stored = (await later.Get<Subscriptions>().FindAsync(SubscriptionNumber.From(1)))!;
        (stored.Id, stored.Status, stored.Periods, stored.EndedOn, stored.Reason).Should().Be((id, SubscriptionStatus.Cancelled, 2, new LocalDate(2026, 4, 30), "Moves abroad"));
        (await later.Orders.HistoryAsync(customer)).OrderBy(f => f.PurchasedOn).Select(f => (f.PurchasedOn, f.Quantity, f.Amount.Amount, f.Cost!.Amount)).Should().Equal(
            (s_first, 2m, 20m, 8m), (new LocalDate(2026, 3, 31), 2m, 24m, 8m));
        (await later.History.TimelineAsync(customer.ToSubject())).Items.Select(e => e.Kind).Should().Contain(
            ["subscription-started", "subscription-renewed", "subscription-paused", "subscription-resumed", "subscription-price-changed", "subscription-cancellation-asked", "subscription-ended"]);
        (await later.Get<Subscriptions>().OfCustomerAsync(customer)).Single().Status.Should().Be(SubscriptionStatus.Cancelled);
    }

    [SkippableFact]
    public async Task Renewal_WithoutStock_IsSaidAndTriedAgainTheNextDay()
    {
        var host = await HostAsync();
        host.Clock.Now = At(s_first);
        await using var work = host.Work();
        await work.AddProductAsync("tea", 10);
        (await work.Get<Stockroom>().KeepAsync("tea", 1)).Errors.Should().BeEmpty();
        await work.SaveAsync();
        var doors = work.Get<Subscriptions>();
        var id = (await doors.StartAsync(new NewSubscription(await work.RegisterAsync(), "tea", 1))).Value.Id;
        await work.SaveAsync();
        host.Clock.Now = At(new LocalDate(2026, 2, 28));
        (await doors.RenewDueAsync()).Value.Single().RetryOn.Should().Be(new LocalDate(2026, 3, 1));
        await work.SaveAsync();
        (await doors.RenewDueAsync()).Value.Should().BeEmpty("it is tried again tomorrow");
        (await work.Get<Stockroom>().ReceiveAsync("tea", 5)).Errors.Should().BeEmpty();
        host.Clock.Now = At(new LocalDate(2026, 3, 1));
        (await doors.RenewDueAsync()).Value.Single().Periods.Should().Be(2);
        await work.SaveAsync();

        await using var later = host.Work();
        var orders = await later.Context.Set<Order>().ToListAsync();
        orders.Should().HaveCount(2).And.OnlyContain(o => o.Status == OrderStatus.Placed, "what is kept in stock is still to be delivered");
        orders.Select(o => o.PurchasedOn).Should().BeEquivalentTo([s_first, new LocalDate(2026, 2, 28)]);
        (await later.Get<Subscriptions>().FindAsync(id))!.NextOn.Should().Be(new LocalDate(2026, 3, 31));
    }

    [SkippableFact]
    public async Task Merge_Customers_MovesTheirSubscriptions()
    {
        var host = await HostAsync();
        host.Clock.Now = At(s_first);
        await using var work = host.Work();
        await work.AddProductAsync("tea", 10);
        var (kept, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        (await work.Get<Subscriptions>().StartAsync(new NewSubscription(absorbed, "tea", 1))).Errors.Should().BeEmpty();
        await work.SaveAsync();
        (await work.Merger.MergeAsync(kept, absorbed)).Errors.Should().BeEmpty();
        await work.SaveAsync();

        host.Clock.Now = At(new LocalDate(2026, 3, 1));
        await using var after = host.Work();
        (await after.Get<Subscriptions>().RenewDueAsync()).Value.Should().ContainSingle();
        await after.SaveAsync();
        (await after.Orders.HistoryAsync(kept)).Should().HaveCount(2);
    }

    // The cohort of January: five start; one leaves after one period, one after three, one is agreed for two periods, two run.
    [SkippableFact]
    public async Task Cohorts_OfContracts_AreWhatTheModelsLearnFrom()
    {
        var host = await HostAsync();
        host.Clock.Now = At(new LocalDate(2026, 1, 5));
        await using var work = host.Work();
        await work.AddProductAsync("tea", 10);
        var doors = work.Get<Subscriptions>();
        var ids = new List<SubscriptionId>();
        foreach (var (day, most) in new (int, int?)[] { (5, null), (5, null), (5, 2), (5, null), (5, null) })
        {
            ids.Add((await doors.StartAsync(new NewSubscription(await work.RegisterAsync(), "tea", 1) { StartsOn = new LocalDate(2026, 1, day), MaxPeriods = most })).Value.Id);
        }

        (await doors.StartAsync(new NewSubscription(await work.RegisterAsync(), "tea", 12))).Errors.Should().BeEmpty("years are counted by themselves");
        await work.SaveAsync();
        foreach (var (month, leaver) in new (int, int?)[] { (1, 0), (2, null), (3, 1), (4, null) })
        {
            host.Clock.Now = At(new LocalDate(2026, month, 20));
            (await doors.RenewDueAsync()).Errors.Should().BeEmpty();
            if (leaver is { } index)
            {
                (await doors.CancelAsync(ids[index])).Errors.Should().BeEmpty();
            }

            await work.SaveAsync();
        }

        var cohort = (await doors.CohortsAsync(1)).Single();
        cohort.StartedIn.Should().Be(new LocalDate(2026, 1, 1));
        cohort.Counts.Should().Equal(new(0, true, 1), new(1, false, 1), new(2, true, 1), new ContractCount(3, false, 2));
        cohort.Survivors.Should().Equal(5, 4);
        (await doors.CohortsAsync(1, "coffee")).Should().BeEmpty();
        var table = ContractTable.FromCohorts([cohort]);
        (table.Customers, table.LongestRenewals).Should().Be((5, 3));
        ShiftedBetaGeometric.Fit(table).Model.LogLikelihood(table).Should().BeNegative();
    }

    [SkippableFact]
    public async Task Lists_OfManySubscriptions_SeekByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        host.Clock.Now = At(s_first);
        await using var work = host.Work();
        await work.AddProductAsync("tea", 10);
        for (var i = 0; i < 30; i++)
        {
            await work.RegisterAsync(new NewCustomer { OrganisationName = $"Firm {i}" });
        }

        var customer = await work.RegisterAsync();
        (await work.Get<Subscriptions>().StartAsync(new NewSubscription(customer, "tea", 1))).Errors.Should().BeEmpty();
        (await work.Get<Stockroom>().KeepAsync("tea", 100_000)).Errors.Should().BeEmpty();
        (await work.Get<PriceBook>().AgreeAsync(customer, new AgreedPrice("tea", Known.Eur(9)))).Errors.Should().BeEmpty();
        await work.SaveAsync();
        await FillAsync(work, "crm_subscriptions", typeof(Subscription), ("\"Number\"", "'X-' || n"));
        await FillAsync(work, "crm_price_agreements", typeof(PriceAgreement), ("\"Sku\"", "'X-' || n"));
        var stranger = await work.RegisterAsync();

        var plans = new QueryPlans(seen, "crm_subscriptions");
        await work.Get<Subscriptions>().RenewDueAsync(5);
        plans.ShouldSeek("due", "ix_subscriptions_due");
        await work.Get<Subscriptions>().OfCustomerAsync(stranger);
        plans.ShouldSeek("of a customer", "ix_subscriptions_customer");
        await work.Get<Subscriptions>().FindAsync(SubscriptionNumber.From(1));
        plans.ShouldSeek("by number", "ux_subscriptions_number");
        var prices = new QueryPlans(seen, "crm_price_agreements");
        await work.Get<PriceBook>().ExplainAsync("tea", 1, customerId: stranger);
        prices.ShouldSeek("agreed prices", "ix_price_agreements_customer");
    }

    private static async Task FillAsync(CrmWork<SpecificationContext> work, string table, Type type, (string Column, string Value) other)
    {
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var id = isSqlite
            ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
            : "gen_random_uuid()";
        var columns = context.Model.FindEntityType(type)!.GetFlattenedProperties().Select(p => $"\"{p.GetColumnName()}\"").Distinct().ToList();
        var values = columns.Select(c => c == "\"Id\"" ? id : c == other.Column ? other.Value : c == "\"Status\"" ? "'Cancelled'" : c == "\"NextOn\"" ? "null"
            : c == "\"CustomerId\"" ? "(select c.\"Id\" from crm_customers c where c.\"DisplayName\" = 'Firm ' || (n % 30))" : $"q.{c}");
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into {table} ({string.Join(", ", columns)})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < 5000)
            select {string.Join(", ", values)} from {table} q, series
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static Instant At(LocalDate day) => day.At(LocalTime.Noon).InUtc().ToInstant();
}
