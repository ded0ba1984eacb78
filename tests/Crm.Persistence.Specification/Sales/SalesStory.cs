using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Random acts on opportunities through the front doors, with the same told as the pure history of each deal.</summary>
internal sealed class SalesStory<TContext>(CrmTestHost<TContext> host, int seed)
    where TContext : DbContext, ICrmDbContext
{
    private static readonly string[] s_open = ["qualification", "analysis", "proposal", "negotiation"];
    private static readonly string[] s_owners = ["ada", "bob", "cleo"];

    private readonly Random _random = new(seed);
    private readonly List<(OpportunityId Id, DealHistory History)> _deals = [];
    private CustomerId _customer;

    /// <summary>The stages as the pure forecast takes them: named by their keys.</summary>
    public static ForecastStage[] Stages { get; } =
        [.. PipelineDefinition.Standard.Stages.Select(s => new ForecastStage(s.Key, s.Category, (double)s.Settings.Probability, s.Settings.ForecastCategory))];

    public IEnumerable<DealHistory> Histories => _deals.Select(d => d.History);

    public IReadOnlyList<OpportunityId> Ids => [.. _deals.Select(d => d.Id)];

    public async Task BeginAsync()
    {
        await using var work = host.Work();
        await work.PipelineAsync();
        _customer = await work.RegisterAsync();
    }

    /// <summary>One act, saved.</summary>
    public async Task StepAsync()
    {
        host.Clock.Advance(_random.Next(4) == 0 ? Duration.Zero : Duration.FromMinutes(_random.Next(1, 6_000)));
        await using var work = host.Work();
        if (_deals.Count == 0 || _random.Next(6) == 0)
        {
            await OpenAsync(work);
        }
        else
        {
            var place = _random.Next(_deals.Count);
            var (id, history) = _deals[place];
            if (await ActAsync(work, id, history.Currency) is { } change)
            {
                _deals[place] = (id, history with { Changes = [.. history.Changes, change] });
            }
        }

        await work.SaveAsync();
    }

    private async Task OpenAsync(CrmWork<TContext> work)
    {
        // Without an amount there is no currency.
        var currency = new[] { Currency.Eur, Currency.Usd, Currency.FromCode("XXX") }[_random.Next(3)];
        var (stage, owner) = (s_open[_random.Next(s_open.Length)], s_owners[_random.Next(s_owners.Length)]);
        var (amount, day) = (currency.Code == "XXX" ? (decimal?)null : Amount(), Day());
        var opened = (await work.Deals().OpenAsync(new OpportunityDetails(_customer, $"Deal {_deals.Count}")
        {
            Amount = amount is { } worth ? new Money(worth, currency) : null, CloseDate = day, Stage = stage, OwnerId = owner,
        })).Value;
        _deals.Add((opened.Id, new DealHistory(opened.Id.ToString(), currency,
        [
            new DealChange(host.Clock.Now) { Stage = stage, Amount = new ChangedTo<decimal>(amount), CloseDate = new ChangedTo<LocalDate>(day) },
        ]) { Owner = owner }));
    }

    // An act that is refused, such as one on a closed deal, changes nothing.
    private async Task<DealChange?> ActAsync(CrmWork<TContext> work, OpportunityId id, Currency currency)
    {
        var (deals, desk, told) = (work.Deals(), work.Get<OpportunityDesk>(), new DealChange(host.Clock.Now));
        switch (_random.Next(10))
        {
            case 0 or 1:
                var stage = s_open[_random.Next(s_open.Length)];
                return (await deals.MoveAsync(id, stage)).Succeeded ? told with { Stage = stage } : null;
            case 2 when currency.Code != "XXX":
                var amount = Amount();
                return (await desk.ChangeAmountAsync(id, new Money(amount, currency))).Succeeded ? told with { Amount = new ChangedTo<decimal>(amount) } : null;
            case 3:
                var day = Day();
                return (await desk.ExpectCloseAsync(id, day)).Succeeded ? told with { CloseDate = new ChangedTo<LocalDate>(day) } : null;
            case 4:
                var chance = _random.Next(4) == 0 ? (decimal?)null : _random.Next(2) == 0 ? _random.Next(101) / 100m : (_random.Next(100) / 100m) + .0037m;
                return (await desk.EstimateAsync(id, chance)).Succeeded ? told with { Probability = new ChangedTo<double>((double?)chance) } : null;
            case 5:
                var category = new ForecastCategory?[] { null, ForecastCategory.Pipeline, ForecastCategory.BestCase, ForecastCategory.Commit, ForecastCategory.Omitted }[_random.Next(5)];
                return (await desk.CategoriseAsync(id, category)).Succeeded ? told with { Category = new ChangedTo<ForecastCategory>(category) } : null;
            case 6:
                var owner = s_owners[_random.Next(s_owners.Length)];
                return (await desk.AssignAsync(id, owner, null)).Succeeded ? told with { Owner = owner } : null;
            case 7:
                return (await deals.WinAsync(id)).Succeeded ? told with { Stage = "won" } : null;
            case 8:
                return (await deals.LoseAsync(id, "price")).Succeeded ? told with { Stage = "lost" } : null;
            default:
                return await deals.ReopenAsync(id) is { Succeeded: true } reopened ? told with { Stage = reopened.Value.Stage } : null;
        }
    }

    private decimal Amount() => _random.Next(5) == 0 ? 0 : _random.NextInt64(1, 90_000_000_000_000) / 10_000m;

    private LocalDate? Day() => _random.Next(5) == 0 ? null : new LocalDate(2026, 1, 1).PlusDays(_random.Next(700));
}
