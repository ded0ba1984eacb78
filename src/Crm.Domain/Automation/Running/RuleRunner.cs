using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>
/// Runs rules on stored events, each rule in a transaction of its own together with its line in the log, so that there is one run of one
/// rule for one event however many processes try. The dispatcher of the outbox calls it; hosts with an outbox of their own do so themselves.
/// </summary>
/// <remarks>Scoped service, for jobs. Saves by itself. The scope of a run carries the chain of rules as its <see cref="CrmScope.Cause"/>.</remarks>
[FrontDoor]
public sealed partial class RuleRunner(
    IAutomationRuleStore rules, IRuleRunStore runs, IAutomationEvents events, IEnumerable<IRuleSubject> subjects, IEnumerable<IRuleAction> actions,
    AutomationOptions options, IBusinessZone zone, ICrmUnitOfWork work, CrmActs acts, ILogger<RuleRunner>? logger = null)
{
    private readonly RuleVocabulary _vocabulary = new(events, subjects, actions, acts.Errors);

    /// <summary>The rules that are on, wait for an event, and have no run for it, in the order in which they are to run.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rules.</returns>
    public async Task<IReadOnlyList<StandingRule>> PendingAsync(HappenedEvent happened, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var waiting = await OfEventAsync(happened.Name, cancellationToken).ConfigureAwait(false);
        if (waiting.Count == 0)
        {
            return [];
        }

        var ran = await runs.RanAsync(happened.EventId, cancellationToken).ConfigureAwait(false);
        return [.. waiting.Where(r => !ran.Contains(r.Id))];
    }

    /// <summary>Runs a rule on an event for the first time, and saves. A failure is logged and waits for its next try.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Cancels the run; nothing is saved then.</param>
    /// <returns>What became of it; null when another process was there first.</returns>
    /// <exception cref="CrmRuleException">The actor is not of the staff.</exception>
    public async Task<RuleRunStatus?> RunAsync(HappenedEvent happened, StandingRule rule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(rule);
        return await TryAsync(
            happened,
            rule,
            async token =>
            {
                var run = new RuleRun(happened, rule, acts.Now);
                if (Guarded(happened, rule) is { } refused)
                {
                    run.End(RuleRunStatus.Refused, refused.Code, [], acts.Now);
                }

                return await runs.ClaimAsync(run, token).ConfigureAwait(false) ? run : null;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tries a run again that has failed, if its time has come, and saves.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="cancellationToken">Cancels the run; nothing is saved then.</param>
    /// <returns>What became of it; null when it is not due any more.</returns>
    public async Task<RuleRunStatus?> RetryAsync(Guid eventId, AutomationRuleId ruleId, CancellationToken cancellationToken = default)
    {
        if (await runs.FindAsync(eventId, ruleId, cancellationToken).ConfigureAwait(false) is not { Status: RuleRunStatus.Waiting } waiting)
        {
            return null;
        }

        var happened = await runs.EventAsync(eventId, cancellationToken).ConfigureAwait(false);
        var rule = (await OfEventAsync(waiting.EventName, cancellationToken).ConfigureAwait(false)).FirstOrDefault(r => r.Id == ruleId);
        return happened is null || rule is null
            ? await EndAsync(eventId, ruleId, happened is null ? nameof(CrmErrorDescriber.StoredEventGone) : nameof(CrmErrorDescriber.RuleAlreadyDisabled), cancellationToken).ConfigureAwait(false)
            : await TryAsync(happened, rule, token => runs.TakeDueAsync(eventId, ruleId, acts.Now, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<StandingRule>> OfEventAsync(string name, CancellationToken cancellationToken)
    {
        var kept = await rules.OfEventAsync(name, cancellationToken).ConfigureAwait(false);
        var code = options.Rules.Where(r => r.Definition.Event == name).Select(r => r.ToStanding()).ToList();
        return code.Count == 0 ? kept : [.. kept.Concat(code).OrderBy(r => r.Position).ThenBy(r => r.Key, StringComparer.Ordinal)];
    }

    private CrmError? Guarded(HappenedEvent happened, StandingRule rule)
    {
        var chain = RuleChain.Read(happened.Cause);
        return chain.Contains(rule.Id) ? acts.Errors.RuleFiredInChain(rule.Key)
            : chain.Count >= options.MaxDepth ? acts.Errors.RuleChainTooDeep(rule.Key, chain.Count)
            : null;
    }

    private async Task<RuleRunStatus?> TryAsync(HappenedEvent happened, StandingRule rule, Func<CancellationToken, Task<RuleRun?>> claim, CancellationToken cancellationToken)
    {
        acts.Gate.MayAct("automation.run-rule").Demand();
        var outcomes = new List<RuleActionOutcome>();
        CrmError failed;
        try
        {
            RuleRun? claimed = null;
            var done = await work.InTransactionAsync<RuleRunStatus>(
                async token =>
                {
                    outcomes.Clear();
                    claimed = await claim(token).ConfigureAwait(false);
                    return claimed is null or { Status: RuleRunStatus.Refused } ? RuleRunStatus.Refused : await DoAsync(claimed, happened, rule, outcomes, token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            if (done.TryGetValue(out var status))
            {
                return claimed is null ? null : status;
            }

            failed = done.Errors[0];
        }
#pragma warning disable CA1031 // Whatever an action throws is a failed run, which is logged with its reason.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(logger ?? NullLogger<RuleRunner>.Instance, rule.Key, happened.EventId, failure);
            failed = failure is CrmRuleException { Errors: [var refused, ..] } ? refused : new CrmError(failure.GetType().Name, string.Empty, failure.GetBaseException().GetType().Name);
        }

        return await FailAsync(happened, rule, failed, outcomes, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmResult<RuleRunStatus>> DoAsync(RuleRun run, HappenedEvent happened, StandingRule rule, List<RuleActionOutcome> outcomes, CancellationToken cancellationToken)
    {
        run.Begin(rule, acts.Now);
        var definition = RuleDefinition.Parse(rule.Definition, acts.Errors).Value;
        var known = _vocabulary.Event(happened.Name) ?? throw new CrmRuleException([acts.Errors.RuleEventUnknown("$.event", happened.Name)]);
        using var payload = JsonDocument.Parse(happened.Payload);
        var question = new RuleQuestion(known, payload.RootElement, _vocabulary, new CriteriaMoment(acts.Now, zone.Zone));
        if (!await question.HoldsAsync(definition.When, cancellationToken).ConfigureAwait(false))
        {
            run.End(RuleRunStatus.NotMatched, Why(question.Asked), [], acts.Now);
            return RuleRunStatus.NotMatched;
        }

        foreach (var action in definition.Actions)
        {
            var done = await ActAsync(action, happened, known, rule.Key, question, cancellationToken).ConfigureAwait(false);
            if (!done.TryGetValue(out var outcome))
            {
                outcomes.Add(new RuleActionOutcome(action.Do, action.On, Done: false, done.Errors[0].Code));
                return CrmResult<RuleRunStatus>.Failed(done.Errors);
            }

            outcomes.Add(outcome);
        }

        run.End(RuleRunStatus.Done, null, [.. outcomes], acts.Now);
        return RuleRunStatus.Done;
    }

    private async Task<CrmResult<RuleActionOutcome>> ActAsync(
        RuleActionDefinition definition, HappenedEvent happened, AutomationEvent known, string ruleKey, RuleQuestion question, CancellationToken cancellationToken)
    {
        if (_vocabulary.Action(definition, known) is not { } action)
        {
            return acts.Errors.RuleActionUnknown("$.actions", definition.Do, string.Empty);
        }

        var subject = action.Kind is null ? await AboutAsync(known, question, cancellationToken).ConfigureAwait(false) : (await question.RecordAsync(action.Kind, cancellationToken).ConfigureAwait(false))?.Subject;
        if (action.Kind is not null && subject is null)
        {
            // An event may name a record or not, such as a lead its customer.
            return new RuleActionOutcome(definition.Do, action.Kind, Done: false, nameof(CrmErrorDescriber.RuleRecordMissing));
        }

        var customer = (await question.RecordAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false))?.Subject;
        var run = new RuleActionRun(happened, ruleKey, subject, customer, new RuleValues(definition.Values), acts.Now);
        var done = await action.RunAsync(run, cancellationToken).ConfigureAwait(false);
        return done.TryGetValue(out var note) ? new RuleActionOutcome(definition.Do, action.Kind, Done: true, RuleRun.Cut(note, 200)!) : CrmResult<RuleActionOutcome>.Failed(done.Errors);
    }

    private async Task<SubjectReference?> AboutAsync(AutomationEvent known, RuleQuestion question, CancellationToken cancellationToken) =>
        _vocabulary.KindsOf(known) is [var first, ..] ? (await question.RecordAsync(first, cancellationToken).ConfigureAwait(false))?.Subject : null;

    private async Task<RuleRunStatus?> FailAsync(HappenedEvent happened, StandingRule rule, CrmError failed, IReadOnlyList<RuleActionOutcome> outcomes, CancellationToken cancellationToken)
    {
        RuleRun? logged = null;
        var written = await work.InTransactionAsync<RuleRunStatus>(
            async token =>
            {
                var run = new RuleRun(happened, rule, acts.Now);
                Note(run);
                logged = await runs.ClaimAsync(run, token).ConfigureAwait(false) ? run : await runs.TakeDueAsync(happened.EventId, rule.Id, acts.Now, token).ConfigureAwait(false);
                if (logged is not null && logged != run)
                {
                    Note(logged);
                }

                return RuleRunStatus.Waiting;
            },
            cancellationToken).ConfigureAwait(false);
        return written.Succeeded ? logged?.Status : throw new CrmRuleException(written.Errors);

        // Messages may name people, and the log is kept.
        void Note(RuleRun run) => run.Fail(failed.Code, failed.Target, [.. outcomes], options.MaxAttempts, options.WaitAfter, acts.Now);
    }

    private async Task<RuleRunStatus?> EndAsync(Guid eventId, AutomationRuleId ruleId, string why, CancellationToken cancellationToken)
    {
        RuleRun? run = null;
        await work.InTransactionAsync<RuleRunStatus>(
            async token =>
            {
                run = await runs.TakeDueAsync(eventId, ruleId, acts.Now, token).ConfigureAwait(false);
                run?.End(RuleRunStatus.GivenUp, why, run.Outcomes, acts.Now);
                return RuleRunStatus.GivenUp;
            },
            cancellationToken).ConfigureAwait(false);
        return run?.Status;
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "The run of rule {Rule} for event {EventId} failed.")]
    private static partial void LogFailure(ILogger logger, string rule, Guid eventId, Exception failure);

    private static string Why(IReadOnlyList<ConditionOutcome> asked) => string.Join("; ", asked.Where(c => !c.Holds).DefaultIfEmpty(asked.LastOrDefault()).Where(c => c is not null).Select(c => $"{c!.Path} {c.Field} {c.Operator}"));
}
