using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>What journeys can be made of: events that lead to a customer, what criteria ask of customers, segments, and actions of automation.</summary>
internal sealed class JourneyVocabulary(
    IAutomationEvents events, IEnumerable<IRuleSubject> subjects, IEnumerable<IRuleAction> actions, CustomerSegments customers, ISegmentStore segments, CrmErrorDescriber errors)
{
    private const int MaxErrors = 20;

    private readonly List<IRuleAction> _actions = [.. actions.Where(a => a.Kind is null or SubjectKinds.Customer && (a.Needs is null || events.Keeps(a.Needs)))];

    /// <summary>How events lead to customers.</summary>
    private readonly IHappenedEvents _events = HappenedEvents.Of(events, subjects, errors);

    private IRuleAction? Action(string name) => _actions.Find(a => a.Name == name && a.Kind is not null) ?? _actions.Find(a => a.Name == name);

    public async Task<IReadOnlyList<CrmError>> CheckAsync(JourneyDefinition definition, CriteriaMoment moment, CancellationToken cancellationToken)
    {
        // What programs write was not looked at when it was read.
        var read = JourneyDefinition.Parse(definition.ToJson(), errors);
        if (!read.TryGetValue(out var journey))
        {
            return read.Errors;
        }

        var found = new List<CrmError>();
        found.AddRange(await CheckAsync(journey.Entry, moment, cancellationToken).ConfigureAwait(false));
        found.AddRange(await AskAsync(journey.Exit, "$.exit", cancellationToken).ConfigureAwait(false));
        found.AddRange(journey.Goal is { } goal ? Await(goal.Event, "$.goal.event", goal.Where, "$.goal.where", moment) : []);
        foreach (var (step, path) in journey.Steps.Select((s, i) => (s, $"$.steps[{i}]")))
        {
            found.AddRange(step switch
            {
                JourneyActionStep { IsEnd: false, Action: var action } => await CheckAsync(action, path, cancellationToken).ConfigureAwait(false),
                JourneyConditionStep condition => await AskAsync(condition.When, $"{path}.when", cancellationToken).ConfigureAwait(false),
                JourneyDecisionStep decision => Await(decision.Event, $"{path}.await", decision.Where, $"{path}.where", moment),
                _ => [],
            });
        }

        return [.. found.Take(MaxErrors)];
    }

    private async Task<IReadOnlyList<CrmError>> CheckAsync(JourneyEntry entry, CriteriaMoment moment, CancellationToken cancellationToken)
    {
        var found = new List<CrmError>();
        if (entry.Segment is { } key && await segments.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { ArchivedAt: null })
        {
            found.Add(errors.SegmentNotFound(key) with { Target = "$.entry.segment" });
        }

        found.AddRange(entry.Event is { } name ? Await(name, "$.entry.event", entry.Where, "$.entry.where", moment) : []);
        found.AddRange(await AskAsync(entry.When, "$.entry.when", cancellationToken).ConfigureAwait(false));
        return found;
    }

    private async Task<IReadOnlyList<CrmError>> AskAsync(Criterion? criterion, string path, CancellationToken cancellationToken) =>
        criterion is null || criterion == Criterion.Everything ? [] : At(path, (await customers.CheckAsync(criterion, cancellationToken).ConfigureAwait(false)).Errors);

    private IReadOnlyList<CrmError> Await(string name, string path, Criterion where, string wherePath, CriteriaMoment moment) =>
        !_events.Knows(name) ? [errors.JourneyEventUnknown(path, name)]
        : !_events.LeadsToCustomer(name) ? [errors.JourneyEventWithoutCustomer(path, name)]
        : At(wherePath, _events.Check(name, where, moment));

    private async Task<IReadOnlyList<CrmError>> CheckAsync(RuleActionDefinition definition, string path, CancellationToken cancellationToken)
    {
        if (Action(definition.Do) is not { } action)
        {
            var known = _actions.Select(a => a.Name).Append(JourneyActionStep.End).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return [errors.JourneyActionUnknown($"{path}.do", definition.Do, string.Join(", ", known))];
        }

        return await definition.CheckAsync(action, path, errors, cancellationToken).ConfigureAwait(false);
    }

    // Criteria by themselves stand at $; in the journey they stand further down.
    private static IReadOnlyList<CrmError> At(string path, IReadOnlyList<CrmError> found) =>
        [.. found.Select(e => e.Under(path))];
}
