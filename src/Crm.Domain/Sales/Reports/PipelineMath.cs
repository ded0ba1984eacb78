using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>The arithmetic of pipeline reports.</summary>
internal static class PipelineMath
{
    public static IReadOnlyList<FunnelStage> Funnel(Pipeline pipeline, IReadOnlyList<FurthestCount> counts) =>
        [.. Funnel([.. pipeline.OpenStages.Select(s => (s.Key, s.Name))], counts).Select(s => s with { PipelineId = pipeline.Id })];

    /// <summary>A stage is reached by whoever has it or a later one as the furthest; a stage that is no longer there counts as the first.</summary>
    public static IReadOnlyList<FunnelStage> Funnel(IReadOnlyList<(string Key, string Name)> stages, IReadOnlyList<FurthestCount> counts)
    {
        var places = stages.Select((s, place) => (s.Key, place)).ToDictionary(s => s.Key, s => s.place, StringComparer.Ordinal);
        var at = counts.GroupBy(c => (Place: places.GetValueOrDefault(c.FurthestStage), c.Category)).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        return
        [
            .. stages.Select((stage, place) =>
            {
                long From(StageCategory category) => at.Where(a => a.Key.Category == category && a.Key.Place >= place).Sum(a => a.Value);
                var (open, won, lost) = (From(StageCategory.Open), From(StageCategory.Won), From(StageCategory.Lost));
                return new FunnelStage(
                    stage.Key,
                    stage.Name,
                    open + won + lost,
                    at.GetValueOrDefault((place, StageCategory.Open)),
                    won,
                    at.GetValueOrDefault((place, StageCategory.Lost)),
                    won + lost == 0 ? null : (double)won / (won + lost));
            }),
        ];
    }

    public static IReadOnlyList<StageFlow> Flow(Pipeline pipeline, IReadOnlyList<StagePassage> passages)
    {
        var stages = pipeline.OpenStages;
        return
        [
            .. stages.Select((stage, place) =>
            {
                var own = passages.Where(p => p.Stage == stage.Key).ToList();
                var left = own.Where(p => p.Next is not null).ToList();
                var (gone, forward) = (left.Sum(p => p.Count), left.Where(p => IsForward(pipeline, stages, place, p.Next!)).Sum(p => p.Count));
                return new StageFlow(
                    stage.Key,
                    stage.Name,
                    own.Sum(p => p.Count),
                    gone,
                    forward,
                    gone == 0 ? null : (double)forward / gone,
                    gone == 0 ? null : Duration.FromSeconds(left.Sum(p => p.Seconds) / (double)gone),
                    [.. left.OrderByDescending(p => p.Count).ThenBy(p => p.Next, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Next!, p.Count))]);
            }),
        ];
    }

    public static IReadOnlyList<SalesVelocity> Velocity(IReadOnlyList<ClosedTotal> totals) =>
    [
        .. totals.GroupBy(t => t.Currency).OrderBy(g => g.Key?.Code, StringComparer.Ordinal).Select(g =>
        {
            var (won, lost) = (g.Where(t => t.Category == StageCategory.Won).ToList(), g.Where(t => t.Category == StageCategory.Lost).Sum(t => t.Count));
            var (count, amount, seconds) = (won.Sum(t => t.Count), won.Sum(t => t.Amount), won.Sum(t => t.CycleSeconds));
            var cycleDays = count == 0 ? 0 : seconds / 86_400m / count;
            return new SalesVelocity(
                g.Key,
                count,
                lost,
                (double)count / (count + lost),
                g.Key is null || count == 0 ? null : Money.Round(amount / count, g.Key),
                count == 0 ? null : Duration.FromSeconds(seconds / (double)count),
                g.Key is null || cycleDays == 0 ? null : amount / cycleDays);
        }),
    ];

    // In another pipeline nothing is further or nearer; a stage that comes later in this one, or winning, is.
    private static bool IsForward(Pipeline pipeline, IReadOnlyList<PipelineStage> stages, int place, string next) =>
        pipeline.Find(next) is { } stage && (stage.Category == StageCategory.Won || (stage.Category == StageCategory.Open && PlaceOf(stages, next) > place));

    private static int PlaceOf(IReadOnlyList<PipelineStage> stages, string key)
    {
        for (var place = 0; place < stages.Count; place++)
        {
            if (stages[place].Key == key)
            {
                return place;
            }
        }

        return -1;
    }
}
