using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Shows what rules did and would have done, and replays runs that were given up.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class RuleRuns(
    IRuleRunStore runs, IAutomationEvents events, IEnumerable<IRuleSubject> subjects, IEnumerable<IRuleAction> actions, IBusinessZone zone, CrmActs acts)
{
    /// <summary>Most events that one dry run looks at.</summary>
    public const int MostEvents = 100_000;

    private const int Portion = 500;

    private readonly RuleVocabulary _vocabulary = new(events, subjects, actions, acts.Errors);

    /// <summary>Lists runs, those of the latest events first.</summary>
    /// <param name="criteria">Which; all when null.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<RuleRun>> ListAsync(RuleRunCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default) => acts.Gate.Actor.IsStaff
        ? await runs.ListAsync(criteria ?? RuleRunCriteria.All, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
        : new Page<RuleRun>([], null);

    /// <summary>Makes a parked run due again, from its first try.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The run; or <c>ActNotAllowed</c>, <c>RuleRunNotFound</c>, <c>RuleRunNotParked</c>, <c>StoredEventGone</c>.</returns>
    public Task<CrmResult<RuleRun>> ReplayAsync(Guid eventId, AutomationRuleId ruleId, CancellationToken cancellationToken = default) => acts.MakeAsync<RuleRun>(
        "automation.replay-run",
        async now =>
        {
            var key = $"{eventId} {ruleId}";
            if (await runs.FindAsync(eventId, ruleId, cancellationToken).ConfigureAwait(false) is not { } run)
            {
                return acts.Errors.RuleRunNotFound(key);
            }

            if (run.Status != RuleRunStatus.Parked)
            {
                return acts.Errors.RuleRunNotParked(key);
            }

            if (await runs.EventAsync(eventId, cancellationToken).ConfigureAwait(false) is null)
            {
                return acts.Errors.StoredEventGone(eventId.ToString());
            }

            run.Replay(now);
            return run;
        },
        cancellationToken);

    /// <summary>
    /// Says what a rule would have done over stored events, without doing anything. Windows end when each event happened; what records say
    /// themselves is taken as it is now. Events are kept as long as the outbox remembers them, 30 days at least.
    /// </summary>
    /// <param name="definition">What the rule does.</param>
    /// <param name="days">How far back; 1 to 3,660.</param>
    /// <param name="show">How many events are shown at most, the latest ones; all are counted.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The answer; or <c>ActNotAllowed</c>, <c>InvalidValue</c>, or what is wrong with the definition.</returns>
    public Task<CrmResult<RuleDryRun>> DryRunAsync(RuleDefinition definition, int days = 30, int show = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return acts.MakeAsync<RuleDryRun>(
            "automation.dry-run",
            async now =>
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 3_660);
                ArgumentOutOfRangeException.ThrowIfNegative(show);
                var wrong = await _vocabulary.CheckAsync(definition, new CriteriaMoment(now, zone.Zone), cancellationToken).ConfigureAwait(false);
                return wrong.Count > 0 ? CrmResult<RuleDryRun>.Failed(wrong) : await LookBackAsync(definition, now - Duration.FromDays(days), show, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private async Task<RuleDryRun> LookBackAsync(RuleDefinition definition, Instant from, int show, CancellationToken cancellationToken)
    {
        var happened = _vocabulary.Event(definition.Event)!;
        var latest = new Queue<DryEvent>();
        var (count, matched, isCut) = (0, 0, false);
        Guid? last = null;
        while (await runs.HistoryAsync(definition.Event, from, last, Portion, cancellationToken).ConfigureAwait(false) is { Count: > 0 } portion)
        {
            foreach (var stored in portion)
            {
                var asked = await AskAsync(definition, happened, stored, cancellationToken).ConfigureAwait(false);
                (count, matched) = (count + 1, matched + (asked.Holds ? 1 : 0));
                latest.Enqueue(asked);
                if (latest.Count > show)
                {
                    latest.Dequeue();
                }
            }

            last = portion[^1].EventId;
            if (isCut = count >= MostEvents)
            {
                break;
            }
        }

        return new RuleDryRun(definition.Event, from, count, matched, isCut, [.. latest.Reverse()]);
    }

    private async Task<DryEvent> AskAsync(RuleDefinition definition, AutomationEvent happened, HappenedEvent stored, CancellationToken cancellationToken)
    {
        using var payload = JsonDocument.Parse(stored.Payload);
        var question = new RuleQuestion(happened, payload.RootElement, _vocabulary, new CriteriaMoment(stored.OccurredAt, zone.Zone));
        var holds = await question.HoldsAsync(definition.When, cancellationToken).ConfigureAwait(false);
        var would = new List<DryAction>();
        foreach (var action in holds ? definition.Actions : [])
        {
            var kind = _vocabulary.Action(action, happened)!.Kind;
            var record = kind is null ? null : await question.RecordAsync(kind, cancellationToken).ConfigureAwait(false);
            would.Add(new DryAction(action.Do, kind, record?.Subject.Id, kind is null || record is not null));
        }

        return new DryEvent(stored.EventId, stored.OccurredAt, holds, question.Asked.ToList(), would);
    }
}
