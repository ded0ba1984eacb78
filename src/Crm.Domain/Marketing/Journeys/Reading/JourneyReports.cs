using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Front door to what became of journeys: figures of each step, and the effect against the control group. For staff.</summary>
[FrontDoor]
public sealed class JourneyReports(IJourneyStore store, IJourneyQueries queries, CrmActs acts)
{
    /// <summary>How each step of a version went.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="number">The version; null for the one that was published last.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The figures; otherwise <c>JourneyNotFound</c> or <c>JourneyVersionUnknown</c>.</returns>
    public Task<CrmResult<JourneyStatistics>> StatisticsAsync(string key, int? number = null, CancellationToken cancellationToken = default) => AskAsync<JourneyStatistics>(
        key,
        number,
        async (journey, version) =>
        {
            var steps = (await queries.StepsAsync(journey.Id, version.Number, cancellationToken).ConfigureAwait(false)).ToLookup(c => c.Step, StringComparer.Ordinal);
            var runs = await queries.RunsAsync(journey.Id, version.Number, cancellationToken).ConfigureAwait(false);
            var waiting = runs.Where(r => r.Status == JourneyRunStatus.Active).ToDictionary(r => r.Step, r => r.Count, StringComparer.Ordinal);
            var definition = JourneyDefinition.Parse(version.Definition).Value;
            return new JourneyStatistics(
                journey.Key,
                version.Number,
                runs.GroupBy(r => r.Status).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Sum(r => r.Count)),
                [.. definition.Steps.Select(s => Figures(s.Key, steps[s.Key].ToList(), waiting.GetValueOrDefault(s.Key)))]);
        },
        cancellationToken);

    /// <summary>What a journey changed, against the control group.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="number">The version; null for all that were published, by the goal of the last one.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The effect; otherwise <c>JourneyNotFound</c>, <c>JourneyVersionUnknown</c> or <c>JourneyWithoutGoal</c>.</returns>
    public Task<CrmResult<JourneyEffect>> EffectAsync(string key, int? number = null, CancellationToken cancellationToken = default) => AskAsync<JourneyEffect>(
        key,
        number,
        async (journey, version) =>
        {
            if (JourneyDefinition.Parse(version.Definition).Value.Goal is not { } goal)
            {
                return acts.Errors.JourneyWithoutGoal(key);
            }

            var counts = await queries.GoalsAsync(journey.Id, number, acts.Now, cancellationToken).ConfigureAwait(false);
            var (treated, control) = (Group(counts, isControl: false), Group(counts, isControl: true));
            return new JourneyEffect(
                goal.Event,
                goal.Within,
                treated,
                control,
                treated.Entered == 0 || control.Entered == 0 ? null : TwoProportions.Difference(treated.Reached, treated.Entered, control.Reached, control.Entered));
        },
        cancellationToken);

    private static JourneyStepFigures Figures(string step, List<JourneyStepCount> counts, int waiting)
    {
        int Of(JourneyStepOutcome outcome) => counts.Where(c => c.Outcome == outcome).Sum(c => c.Count);
        return new(
            step,
            counts.Sum(c => c.Count) + waiting,
            Of(JourneyStepOutcome.Done),
            Of(JourneyStepOutcome.Skipped),
            Of(JourneyStepOutcome.Yes),
            Of(JourneyStepOutcome.No),
            waiting,
            counts.Where(c => c.Reason is not null).OrderBy(c => c.Reason, StringComparer.Ordinal).ToDictionary(c => c.Reason!, c => c.Count, StringComparer.Ordinal));
    }

    private static JourneyGroup Group(IReadOnlyList<JourneyGoalCount> counts, bool isControl)
    {
        var (over, open) = (counts.FirstOrDefault(c => c.IsControl == isControl && c.IsOver), counts.FirstOrDefault(c => c.IsControl == isControl && !c.IsOver));
        return new(over?.Entered ?? 0, over?.Reached ?? 0, open?.Entered ?? 0);
    }

    private Task<CrmResult<T>> AskAsync<T>(string key, int? number, Func<Journey, JourneyVersion, Task<CrmResult<T>>> ask, CancellationToken cancellationToken)
        where T : notnull => acts.MakeAsync<T>(
        "marketing.report-journeys",
        async _ => await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } journey ? acts.Errors.JourneyNotFound(key)
            : journey.Versions.OrderByDescending(v => v.PublishedAt ?? NodaTime.Instant.MinValue).ThenByDescending(v => v.Number).FirstOrDefault(v => number is null || v.Number == number) is not { } version
                ? acts.Errors.JourneyVersionUnknown(key, number ?? 0)
            : await ask(journey, version).ConfigureAwait(false),
        cancellationToken);
}
