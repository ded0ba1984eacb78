namespace Crm.Domain.Sales;

/// <summary>
/// Chances learned from the deals that a business itself won and lost: naive Bayes over the furthest stage, fields and tags.
/// Only counts are kept, so that adding deals one by one gives what counting all of them anew gives, and a reopened deal is
/// taken out again. Not for several threads at once while deals are added.
/// </summary>
/// <remarks>
/// The odds are those of won against lost deals of the team, multiplied for each trait by its share among the won deals over
/// its share among the lost ones (Rennie et al., "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", 2003, on
/// what the assumption of independence costs; <see cref="WinCalibration"/> takes the overconfidence back).
/// </remarks>
public sealed class WinProbabilityModel
{
    /// <summary>The name of the stage among reasons.</summary>
    public const string StageField = "stage";

    private readonly Dictionary<string, int> _stages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TeamHistory> _teams = new(StringComparer.Ordinal);
    private readonly TeamHistory _all;
    private readonly WinProbabilityOptions _options;

    /// <summary>Makes a model that knows no deal.</summary>
    /// <param name="openStages">The open stages in the order of the pipeline; none, and the stage does not count.</param>
    /// <param name="options">The usual smoothing and thresholds by default.</param>
    /// <exception cref="ArgumentException">A stage is named twice, or an option is out of range.</exception>
    public WinProbabilityModel(IReadOnlyList<string> openStages, WinProbabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(openStages);
        foreach (var stage in openStages)
        {
            if (!_stages.TryAdd(stage, _stages.Count))
            {
                throw new ArgumentException($"There are two stages {stage}.", nameof(openStages));
            }
        }

        _options = (options ?? new WinProbabilityOptions()).Checked();
        _all = new TeamHistory(_stages.Count);
    }

    /// <summary>Makes a model of counts that were kept.</summary>
    /// <param name="openStages">The open stages in the order of the pipeline.</param>
    /// <param name="counts">What <see cref="Counts"/> gave, in any order.</param>
    /// <param name="options">The usual smoothing and thresholds by default.</param>
    /// <exception cref="ArgumentException">A stage is named twice, or an option is out of range.</exception>
    public WinProbabilityModel(IReadOnlyList<string> openStages, IEnumerable<WinCount> counts, WinProbabilityOptions? options = null)
        : this(openStages, options)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var count in counts)
        {
            HistoryFor(count.Team).Load(count, count.Field is null && count.Value is { } stage ? _stages.GetValueOrDefault(stage, -1) : -1);
        }
    }

    /// <summary>All that it has counted, in a fixed order: equal for equal deals, in whatever order they were added or taken out.</summary>
    public IReadOnlyList<WinCount> Counts
    {
        get
        {
            List<string> stages = [.. _stages.OrderBy(s => s.Value).Select(s => s.Key)];
            return [.. _all.Counts(null, stages).Concat(_teams.SelectMany(t => t.Value.Counts(t.Key, stages)))
                .OrderBy(c => c.Team, StringComparer.Ordinal).ThenBy(c => c.Field, StringComparer.Ordinal).ThenBy(c => c.Value, StringComparer.Ordinal)];
        }
    }

    /// <summary>The closed deals it has learned from.</summary>
    public OutcomeCount Closed => _all.All;

    /// <summary>Learns from a closed deal.</summary>
    /// <param name="deal">What it was while it was open: never its outcome.</param>
    /// <param name="won">Whether it was won.</param>
    public void Add(DealTraits deal, bool won) => Count(deal, won, 1);

    /// <summary>Forgets a closed deal, with the traits it was added with: it was reopened.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="won">Whether it had been won.</param>
    public void Remove(DealTraits deal, bool won) => Count(deal, won, -1);

    /// <summary>The chance of an open deal.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="calibration">What takes back the overconfidence; null leaves the chance as it is.</param>
    /// <returns>
    /// The chance, 0 for a deal that is in no stage when stages count; null when the team, or the whole business for a deal
    /// without one, has not both won and lost a deal: nothing can be learned.
    /// </returns>
    public WinProbability? Of(DealTraits deal, WinCalibration? calibration = null)
    {
        ArgumentNullException.ThrowIfNull(deal);
        if (HistoryOf(deal.Team) is not { All: { Won: > 0, Lost: > 0 } } history)
        {
            return null;
        }

        if (_stages.Count > 0 && (deal.Stage is null || !_stages.ContainsKey(deal.Stage)))
        {
            return new WinProbability(0, double.NegativeInfinity, []);
        }

        var (slope, intercept) = calibration is null ? (1.0, 0.0) : (calibration.Slope, calibration.Intercept);
        var prior = (slope * Math.Log((double)history.All.Won / history.All.Lost)) + intercept;
        List<WinReason> reasons = [.. Reasons(deal, history).Select(r => r with { LogOdds = slope * r.LogOdds })];
        reasons.Sort((one, other) => Math.Abs(other.LogOdds).CompareTo(Math.Abs(one.LogOdds)) is not 0 and var order ? order : string.CompareOrdinal(one.Field, other.Field));
        var logOdds = prior + reasons.Sum(r => r.LogOdds);
        return new WinProbability(Math.Clamp(1 / (1 + Math.Exp(-logOdds)), _options.Margin, 1 - _options.Margin), prior, reasons);
    }

    /// <summary>The chance that a closed deal would have been given by the history without it: nothing is judged by what it taught itself.</summary>
    /// <param name="deal">The deal, with the traits it was added with.</param>
    /// <param name="won">Whether it was won.</param>
    /// <param name="calibration">What takes back the overconfidence; null leaves the chance as it is.</param>
    /// <returns>As <see cref="Of"/> answers.</returns>
    public WinProbability? Without(DealTraits deal, bool won, WinCalibration? calibration = null)
    {
        Remove(deal, won);
        var chance = Of(deal, calibration);
        Add(deal, won);
        return chance;
    }

    private TeamHistory? HistoryOf(string? team) => team is null ? _all : _teams.GetValueOrDefault(team);

    private void Count(DealTraits deal, bool won, int by)
    {
        ArgumentNullException.ThrowIfNull(deal);
        var furthest = deal.Stage is { } stage ? _stages.GetValueOrDefault(stage, -1) : -1;
        List<(string, string)> traits = [.. TraitsOf(deal)];
        _all.Count(traits, furthest, won, by);
        if (deal.Team is { } team)
        {
            HistoryFor(team).Count(traits, furthest, won, by);
        }
    }

    private TeamHistory HistoryFor(string? team)
    {
        if (team is null)
        {
            return _all;
        }

        if (!_teams.TryGetValue(team, out var history))
        {
            _teams[team] = history = new TeamHistory(_stages.Count);
        }

        return history;
    }

    private static IEnumerable<(string Field, string Value)> TraitsOf(DealTraits deal) =>
        deal.Fields.Where(f => f.Value.Length > 0).Select(f => (f.Key, f.Value))
            .Concat(deal.Tags.SelectMany(t => t.Value.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Select(v => (t.Key, v))));

    private IEnumerable<WinReason> Reasons(DealTraits deal, TeamHistory history)
    {
        var (all, s) = (history.All, _options.Smoothing);
        if (deal.Stage is { } stage && _stages.TryGetValue(stage, out var place))
        {
            var reached = history.OfStage(place);
            yield return Reason(StageField, stage, reached, all.Won + (2 * s), all.Lost + (2 * s));
        }

        foreach (var (field, value) in deal.Fields.Where(f => f.Value.Length > 0))
        {
            if (history.Of(field, value) is { Value.Closed: > 0 } found)
            {
                yield return Reason(field, value, found.Value, found.Field.Won + (found.Values * s), found.Field.Lost + (found.Values * s));
            }
        }

        foreach (var (field, value) in deal.Tags.SelectMany(t => t.Value.Distinct(StringComparer.Ordinal).Select(v => (t.Key, v))))
        {
            if (history.Of(field, value) is { Value.Closed: > 0 } found && found.Value.Closed >= _options.MinClosedDealsOfTag)
            {
                yield return Reason(field, value, found.Value, all.Won + (2 * s), all.Lost + (2 * s));
            }
        }
    }

    private WinReason Reason(string field, string value, OutcomeCount count, double won, double lost) =>
        new(field, value, count.Won, count.Lost, Math.Log((count.Won + _options.Smoothing) / won) - Math.Log((count.Lost + _options.Smoothing) / lost));
}
