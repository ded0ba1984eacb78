namespace Crm.Domain.Sales;

/// <summary>Sums over deals of one currency.</summary>
public sealed record ForecastFigures
{
    /// <summary>Nothing.</summary>
    public static ForecastFigures None { get; } = new();

    /// <summary>How many deals are open.</summary>
    public int OpenDeals { get; init; }

    /// <summary>Their amounts.</summary>
    public decimal Open { get; init; }

    /// <summary>Their amounts, each times its probability.</summary>
    public decimal Weighted { get; init; }

    /// <summary>The part of <see cref="Open"/> in <see cref="ForecastCategory.Pipeline"/>.</summary>
    public decimal Pipeline { get; init; }

    /// <summary>The part of <see cref="Open"/> in <see cref="ForecastCategory.BestCase"/>.</summary>
    public decimal BestCase { get; init; }

    /// <summary>The part of <see cref="Open"/> in <see cref="ForecastCategory.Commit"/>.</summary>
    public decimal Commit { get; init; }

    /// <summary>The part of <see cref="Open"/> in <see cref="ForecastCategory.Omitted"/>.</summary>
    public decimal Omitted { get; init; }

    /// <summary>How many deals were won.</summary>
    public int WonDeals { get; init; }

    /// <summary>Their amounts.</summary>
    public decimal Won { get; init; }

    /// <summary>How many deals were lost.</summary>
    public int LostDeals { get; init; }

    /// <summary>Their amounts: what the loss cost. A forecast counts it nowhere else.</summary>
    public decimal Lost { get; init; }

    /// <summary>What is expected: what was won, and what is open by its probability.</summary>
    public decimal Expected => Won + Weighted;

    /// <summary>The amounts of one category: of open deals by theirs, of won ones under <see cref="ForecastCategory.Closed"/>.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The sum.</returns>
    public decimal In(ForecastCategory category) => category switch
    {
        ForecastCategory.Pipeline => Pipeline,
        ForecastCategory.BestCase => BestCase,
        ForecastCategory.Commit => Commit,
        ForecastCategory.Closed => Won,
        ForecastCategory.Omitted => Omitted,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "There is no such category."),
    };

    /// <summary>
    /// What comes in if every deal of a category, and of the surer ones, is won: commit adds what is closed, best case adds
    /// commit, pipeline adds best case. Omitted deals are in none.
    /// </summary>
    /// <param name="category">The least sure category.</param>
    /// <returns>The sum.</returns>
    public decimal AtLeast(ForecastCategory category) => category switch
    {
        ForecastCategory.Closed => Won,
        ForecastCategory.Commit => Won + Commit,
        ForecastCategory.BestCase => Won + Commit + BestCase,
        ForecastCategory.Pipeline => Won + Commit + BestCase + Pipeline,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Omitted deals are not forecast."),
    };

    /// <summary>Both together.</summary>
    /// <param name="one">Figures.</param>
    /// <param name="other">Others of the same currency.</param>
    /// <returns>The sums.</returns>
    public static ForecastFigures operator +(ForecastFigures one, ForecastFigures other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new ForecastFigures
        {
            OpenDeals = one.OpenDeals + other.OpenDeals,
            Open = one.Open + other.Open,
            Weighted = one.Weighted + other.Weighted,
            Pipeline = one.Pipeline + other.Pipeline,
            BestCase = one.BestCase + other.BestCase,
            Commit = one.Commit + other.Commit,
            Omitted = one.Omitted + other.Omitted,
            WonDeals = one.WonDeals + other.WonDeals,
            Won = one.Won + other.Won,
            LostDeals = one.LostDeals + other.LostDeals,
            Lost = one.Lost + other.Lost,
        };
    }

    /// <summary>Both together.</summary>
    /// <param name="one">Figures.</param>
    /// <param name="other">Others of the same currency.</param>
    /// <returns>The sums.</returns>
    public static ForecastFigures Add(ForecastFigures one, ForecastFigures other) => one + other;

    /// <summary>The figures of one deal.</summary>
    internal static ForecastFigures Of(DealState deal)
    {
        var amount = deal.Amount ?? 0;
        return Of(deal.Stage.Category, deal.Category, 1, amount, amount * (decimal)deal.Probability);
    }

    /// <summary>The figures of deals that are all open, won or lost, and counted on alike.</summary>
    internal static ForecastFigures Of(StageCategory state, ForecastCategory category, int deals, decimal amount, decimal weighted) => state switch
    {
        StageCategory.Won => new ForecastFigures { WonDeals = deals, Won = amount },
        StageCategory.Lost => new ForecastFigures { LostDeals = deals, Lost = amount },
        _ => new ForecastFigures
        {
            OpenDeals = deals,
            Open = amount,
            Weighted = weighted,
            Pipeline = category == ForecastCategory.Pipeline ? amount : 0,
            BestCase = category == ForecastCategory.BestCase ? amount : 0,
            Commit = category == ForecastCategory.Commit ? amount : 0,
            Omitted = category is ForecastCategory.Omitted or ForecastCategory.Closed ? amount : 0,
        },
    };
}
