using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Lead
{
    private readonly List<LeadPoints> _points = [];
    private readonly List<LeadThreshold> _thresholds = [];

    /// <summary>All its points together.</summary>
    public int Score { get; private set; }

    /// <summary>What it got points for, in order.</summary>
    public IReadOnlyList<LeadPoints> Points => [.. _points.OrderBy(p => p.Ordinal)];

    /// <summary>The thresholds that it reached, each once, and for good.</summary>
    public IReadOnlyList<LeadThreshold> Thresholds => _thresholds;

    /// <summary>Its points of one group.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The sum.</returns>
    public int ScoreOf(string group) => _points.Where(p => p.Group == group).Sum(p => p.Points);

    /// <summary>Whether it can get points.</summary>
    /// <param name="action">What it did.</param>
    /// <returns>The ruling; refused with <c>LeadConverted</c>, <c>LeadScoredOnce</c>.</returns>
    public CrmRuling CanGetPoints(LeadScoreAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return WhileUnconverted() is { IsPermitted: false } refused ? refused
            : !action.IsRepeatable && _points.Exists(p => p.Action == action.Key) ? CrmRuling.Refused(e => e.LeadScoredOnce(DisplayName, action.Key))
            : CrmRuling.Permitted;
    }

    /// <summary>Gets points for an action. Thresholds that are reached by it are noted once; points that fall later take nothing back.</summary>
    /// <param name="action">What it did.</param>
    /// <param name="thresholds">The thresholds that there are.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted, or got points for an action that counts once.</exception>
    public void GetPoints(LeadScoreAction action, IReadOnlyList<LeadScoreThreshold> thresholds, Instant now)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        CanGetPoints(action).Demand();
        _points.Add(new LeadPoints(_points.Count + 1, action, now));
        Score = checked(Score + action.Points);
        var reached = thresholds.Where(t => (t.Group is null ? Score : ScoreOf(t.Group)) >= t.Points && !_thresholds.Exists(r => r.Key == t.Key)).ToList();
        _thresholds.AddRange(reached.Select(t => new LeadThreshold(t.Key, now)));
        Raise(new LeadScored(Id, action.Key, action.Points, Score, [.. reached.Select(t => t.Key)], now));
    }
}
