using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyQueries(CrmDb crm) : IJourneyQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Marketing);

    private IQueryable<JourneyRun> Runs => _db.Context.Set<JourneyRun>().AsNoTracking();

    public async Task<IReadOnlyList<JourneyStepCount>> StepsAsync(JourneyId journeyId, int number, CancellationToken cancellationToken) => await _db.Context.Set<JourneyStepRecord>().AsNoTracking()
        .Where(s => s.JourneyId == journeyId && s.Number == number)
        .GroupBy(s => new { s.Step, s.Outcome, Reason = s.Outcome == JourneyStepOutcome.Skipped ? s.Note : null })
        .Select(g => new JourneyStepCount(g.Key.Step, g.Key.Outcome, g.Key.Reason, g.Count()))
        .ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<JourneyRunCount>> RunsAsync(JourneyId journeyId, int number, CancellationToken cancellationToken) => await Runs
        .Where(r => r.JourneyId == journeyId && r.Number == number)
        .GroupBy(r => new { r.Step, r.Status })
        .Select(g => new JourneyRunCount(g.Key.Step, g.Key.Status, g.Count()))
        .ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<JourneyGoalCount>> GoalsAsync(JourneyId journeyId, int? number, Instant now, CancellationToken cancellationToken) => await Runs
        .Where(r => r.JourneyId == journeyId && (number == null || r.Number == number) && r.GoalUntil != null)
        .GroupBy(r => new { r.IsControl, IsOver = r.GoalUntil <= now })
        .Select(g => new JourneyGoalCount(g.Key.IsControl, g.Key.IsOver, g.Count(), g.Count(r => r.ReachedAt != null)))
        .ToListAsync(cancellationToken).ConfigureAwait(false);
}
