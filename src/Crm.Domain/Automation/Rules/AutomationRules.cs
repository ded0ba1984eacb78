using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Writes rules, switches them on and off, and says what rules can be made of.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class AutomationRules(
    IAutomationRuleStore rules, IAutomationEvents events, IEnumerable<IRuleSubject> subjects, IEnumerable<IRuleAction> actions, AutomationOptions options, IBusinessZone zone, CrmActs acts)
{
    private readonly RuleVocabulary _vocabulary = new(events, subjects, actions, acts.Errors);

    /// <summary>Makes a rule, switched off.</summary>
    /// <param name="key">The key: lower-case letters, digits and hyphens; unique.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="definition">What it does.</param>
    /// <param name="position">Its place among the rules of one event; the lowest runs first, then by key.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The rule with warnings; or <c>ActNotAllowed</c>, <c>RuleKeyTaken</c>, <c>InvalidValue</c>, or what is wrong with the definition: see <see cref="CheckAsync"/>.</returns>
    public Task<CrmResult<SavedRule>> CreateAsync(string key, string name, RuleDefinition definition, int position = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return acts.MakeAsync<SavedRule>(
            "automation.create-rule",
            async now =>
            {
                if (options.Rules.Any(r => r.Key == key) || await rules.FindAsync(AutomationRule.KeyOf(key), cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.RuleKeyTaken(key);
                }

                if (await WrongAsync(definition, now, cancellationToken).ConfigureAwait(false) is { Count: > 0 } wrong)
                {
                    return CrmResult<SavedRule>.Failed(wrong);
                }

                var made = new AutomationRule(AutomationRuleId.New(now), key, name, definition, position, now);
                var saved = new SavedRule(made, await WarningsAsync(key, definition, cancellationToken).ConfigureAwait(false));
                rules.Add(made);
                return saved;
            },
            cancellationToken);
    }

    /// <summary>Makes a rule do something else from now on. What it said before stays with it as a version.</summary>
    /// <param name="key">The rule.</param>
    /// <param name="definition">What it does.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The rule with warnings; or <c>ActNotAllowed</c>, <c>RuleNotFound</c>, <c>RuleIsCode</c>, <c>VersionConflict</c>, or what is wrong with the definition.</returns>
    public async Task<CrmResult<SavedRule>> RewriteAsync(string key, RuleDefinition definition, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var wrong = await WrongAsync(definition, acts.Now, cancellationToken).ConfigureAwait(false);
        var changed = await ChangeAsync("automation.rewrite-rule", key, expectedVersion, _ => wrong.Count == 0 ? CrmRuling.Permitted : CrmRuling.Refused(_ => wrong[0]), (r, now) => r.Rewrite(definition, now), cancellationToken)
            .ConfigureAwait(false);
        return changed.TryGetValue(out var rule) ? new SavedRule(rule, await WarningsAsync(key, definition, cancellationToken).ConfigureAwait(false))
            : CrmResult<SavedRule>.Failed(wrong.Count > 0 && changed.Errors.All(e => e == wrong[0]) ? wrong : changed.Errors);
    }

    /// <summary>Gives a rule another name and place.</summary>
    /// <inheritdoc cref="EnableAsync" path="/param" />
    /// <param name="name">The name for people.</param>
    /// <param name="position">Its place among the rules of one event.</param>
    /// <returns>The rule; or <c>ActNotAllowed</c>, <c>RuleNotFound</c>, <c>RuleIsCode</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<AutomationRule>> DescribeAsync(string key, string name, int position, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("automation.describe-rule", key, expectedVersion, _ => CrmRuling.Permitted, (r, now) => r.Describe(name, position, now), cancellationToken);

    /// <summary>Switches a rule on.</summary>
    /// <param name="key">The rule.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The rule; or <c>ActNotAllowed</c>, <c>RuleNotFound</c>, <c>RuleIsCode</c>, <c>VersionConflict</c>, <c>RuleAlreadyEnabled</c>.</returns>
    public Task<CrmResult<AutomationRule>> EnableAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("automation.enable-rule", key, expectedVersion, r => r.CanEnable(), (r, now) => r.Enable(now), cancellationToken);

    /// <summary>Switches a rule off.</summary>
    /// <inheritdoc cref="EnableAsync" path="/param" />
    /// <returns>The rule; or <c>ActNotAllowed</c>, <c>RuleNotFound</c>, <c>RuleIsCode</c>, <c>VersionConflict</c>, <c>RuleAlreadyDisabled</c>.</returns>
    public Task<CrmResult<AutomationRule>> DisableAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("automation.disable-rule", key, expectedVersion, r => r.CanDisable(), (r, now) => r.Disable(now), cancellationToken);

    /// <summary>Finds a kept rule with its versions.</summary>
    /// <param name="key">The rule.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The rule; null when there is none, it is written in code, or the actor is not of the staff.</returns>
    public async Task<AutomationRule?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await rules.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists all rules, those in code too, in the order in which they run.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rules; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<StandingRule>> ListAsync(CancellationToken cancellationToken = default) => acts.Gate.Actor.IsStaff
        ? [.. (await rules.ListAsync(cancellationToken).ConfigureAwait(false)).Concat(options.Rules.Select(r => r.ToStanding())).OrderBy(r => r.EventName, StringComparer.Ordinal).ThenBy(r => r.Position).ThenBy(r => r.Key, StringComparer.Ordinal)]
        : [];

    /// <summary>Says everything that is wrong with a definition, before it is saved.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="key">Key of the rule that it would be, to find out whether it triggers itself.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The warnings, none when nothing is suspicious; or, each with its JSON path, <c>RuleEventUnknown</c>, <c>RuleRecordUnknown</c>,
    /// <c>RuleActionUnknown</c>, <c>RuleValueMissing</c>, <c>RuleValueUnknown</c>, <c>RuleValueInvalid</c>, <c>RuleHandlerUnknown</c>, <c>RuleMalformed</c>, the refusals of
    /// criteria, and those of the actions; or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<IReadOnlyList<CrmError>>> CheckAsync(RuleDefinition definition, string key = "new", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return acts.MakeAsync<IReadOnlyList<CrmError>>(
            "automation.check-rule",
            async now => await WrongAsync(definition, now, cancellationToken).ConfigureAwait(false) is { Count: > 0 } wrong
                ? CrmResult<IReadOnlyList<CrmError>>.Failed(wrong)
                : (await WarningsAsync(key, definition, cancellationToken).ConfigureAwait(false)).ToArray(),
            cancellationToken);
    }

    /// <summary>Says what a rule about an event can be made of.</summary>
    /// <param name="name">Stored name of the event.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Its fields, the kinds of record that it leads to, and the actions; or <c>ActNotAllowed</c>, <c>RuleEventUnknown</c>.</returns>
    public Task<CrmResult<RulePossibilities>> DescribeEventAsync(string name, CancellationToken cancellationToken = default) => acts.MakeAsync<RulePossibilities>(
        "automation.check-rule",
        _ =>
        {
            if (_vocabulary.Event(name) is not { } happened)
            {
                return Task.FromResult<CrmResult<RulePossibilities>>(acts.Errors.RuleEventUnknown("$.event", name));
            }

            var kinds = _vocabulary.KindsOf(happened);
            var possible = actions.Where(a => a.Kind is null || kinds.Contains(a.Kind)).Select(a => new PossibleAction(a.Name, a.Kind, a.Parameters, a.TakesMore)).ToList();
            return Task.FromResult<CrmResult<RulePossibilities>>(new RulePossibilities(name, happened.Fields, kinds, possible));
        },
        cancellationToken);

    private Task<IReadOnlyList<CrmError>> WrongAsync(RuleDefinition definition, Instant now, CancellationToken cancellationToken) =>
        _vocabulary.CheckAsync(definition, new CriteriaMoment(now, zone.Zone), cancellationToken);

    private async Task<IReadOnlyList<CrmError>> WarningsAsync(string key, RuleDefinition definition, CancellationToken cancellationToken) =>
        RuleLoops.Warn(key, definition, await ListAsync(cancellationToken).ConfigureAwait(false), _vocabulary, acts.Errors);

    private Task<CrmResult<AutomationRule>> ChangeAsync(
        string act, string key, long? expectedVersion, Func<AutomationRule, CrmRuling> may, Action<AutomationRule, Instant> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return acts.ChangeAsync(
            act,
            rules.FindAsync(key, cancellationToken),
            e => options.Rules.Any(r => r.Key == key) ? e.RuleIsCode(key) : e.RuleNotFound(key),
            expectedVersion,
            may,
            change,
            cancellationToken);
    }
}
