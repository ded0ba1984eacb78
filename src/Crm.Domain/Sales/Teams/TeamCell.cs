using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>One period and currency of a rolled-up forecast.</summary>
/// <param name="people">Each after all who are below.</param>
internal sealed class TeamCell(
    ForecastPeriod period,
    Currency currency,
    IReadOnlyList<string> people,
    IReadOnlyDictionary<string, ForecastFigures> own,
    Dictionary<(ForecastPeriod Period, Currency Currency, string Owner, ForecastCategory Category), decimal> judgements,
    ILookup<(ForecastPeriod Period, Currency Currency, string Owner), decimal> quotas,
    SalesHierarchy hierarchy)
{
    private readonly Dictionary<string, TeamForecastRow> _rows = new(StringComparer.Ordinal);

    public IEnumerable<TeamForecastRow> Rows()
    {
        foreach (var person in people)
        {
            _rows[person] = RowOf(person);
        }

        return _rows.Values.OrderBy(r => r.Owner, StringComparer.Ordinal);
    }

    private TeamForecastRow RowOf(string person)
    {
        var mine = own.TryGetValue(person, out var figures) ? figures : ForecastFigures.None;
        var below = hierarchy.Below(person).Where(_rows.ContainsKey).Select(p => _rows[p]).ToList();
        var quota = quotas[(period, currency, person)];
        return new TeamForecastRow(person, period, currency)
        {
            Own = mine,
            Team = below.Aggregate(mine, (sum, row) => sum + row.Team),
            Commit = Judged(person, ForecastCategory.Commit, mine, below.Sum(r => r.Commit)),
            BestCase = Judged(person, ForecastCategory.BestCase, mine, below.Sum(r => r.BestCase)),
            Pipeline = Judged(person, ForecastCategory.Pipeline, mine, below.Sum(r => r.Pipeline)),
            Quota = quota.Any() ? quota.Sum() : null,
        };
    }

    private decimal Judged(string person, ForecastCategory category, ForecastFigures mine, decimal below) =>
        judgements.TryGetValue((period, currency, person, category), out var judged) ? judged : mine.AtLeast(category) + below;
}
