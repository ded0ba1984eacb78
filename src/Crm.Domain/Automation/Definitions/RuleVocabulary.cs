using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>The words of rules: which events there are, which records they lead to, which actions there are. Checks definitions against them.</summary>
internal sealed class RuleVocabulary(IAutomationEvents events, IEnumerable<IRuleSubject> subjects, IEnumerable<IRuleAction> actions, CrmErrorDescriber errors)
{
    private const int MaxErrors = 20;

    private readonly List<IRuleSubject> _subjects = [.. subjects.Where(s => events.Keeps(s.Kind))];
    private readonly List<IRuleAction> _actions = [.. actions.Where(a => (a.Kind is null || events.Keeps(a.Kind)) && (a.Needs is null || events.Keeps(a.Needs)))];

    public AutomationEvent? Event(string name) => events.Find(name);

    public IRuleSubject? Subject(string kind) => _subjects.Find(s => s.Kind == kind);

    /// <summary>The kinds of record that an event leads to, the one it is about first; the customer of one of them last.</summary>
    public IReadOnlyList<string> KindsOf(AutomationEvent happened)
    {
        var named = happened.Records.Select(r => r.Kind).Distinct(StringComparer.Ordinal).Where(k => Subject(k) is not null).ToList();
        if (!named.Contains(SubjectKinds.Customer) && named.Exists(k => Subject(k)!.LeadsToCustomer))
        {
            named.Add(SubjectKinds.Customer);
        }

        return named;
    }

    /// <summary>The action that a definition means, for an event; null when there is none.</summary>
    public IRuleAction? Action(RuleActionDefinition definition, AutomationEvent happened)
    {
        var kinds = definition.On is { } wanted ? [wanted] : KindsOf(happened);
        return kinds.Select(k => _actions.Find(a => a.Name == definition.Do && a.Kind == k)).FirstOrDefault(a => a is not null)
            ?? _actions.Find(a => a.Name == definition.Do && a.Kind is null);
    }

    /// <summary>Everything that is wrong with a definition, each with its JSON path.</summary>
    public async Task<IReadOnlyList<CrmError>> CheckAsync(RuleDefinition definition, CriteriaMoment moment, CancellationToken cancellationToken)
    {
        if (Event(definition.Event) is not { } happened)
        {
            return [errors.RuleEventUnknown("$.event", definition.Event)];
        }

        if (definition.Actions.Count is 0 or > RuleDefinition.MaxActions)
        {
            return [errors.RuleMalformed("$.actions", $"a list of 1 to {RuleDefinition.MaxActions} actions was expected")];
        }

        // What programs write was not measured when it was read.
        var read = RuleDefinition.Parse(definition.ToJson(), errors);
        if (!read.TryGetValue(out var measured))
        {
            return read.Errors;
        }

        var found = new List<CrmError>();
        var kinds = KindsOf(happened);
        foreach (var leaf in RuleLeaf.AllOf(measured.When, "$.when"))
        {
            found.AddRange(await CheckAsync(leaf, happened, kinds, moment, cancellationToken).ConfigureAwait(false));
        }

        foreach (var (action, path) in measured.Actions.Select((a, i) => (a, $"$.actions[{i}]")))
        {
            found.AddRange(await CheckAsync(action, path, happened, kinds, cancellationToken).ConfigureAwait(false));
        }

        return [.. found.Take(MaxErrors)];
    }

    /// <summary>The events that a rule raises by what it does.</summary>
    public IEnumerable<string> RaisedBy(RuleDefinition definition) => Event(definition.Event) is { } happened
        ? definition.Actions.SelectMany(a => Action(a, happened)?.Raises(new RuleValues(a.Values)) ?? []).Distinct(StringComparer.Ordinal)
        : [];

    private async Task<IReadOnlyList<CrmError>> CheckAsync(RuleLeaf leaf, AutomationEvent happened, IReadOnlyList<string> kinds, CriteriaMoment moment, CancellationToken cancellationToken)
    {
        if (leaf.Kind == RuleLeaf.Event)
        {
            return At(leaf.Path, happened.Catalogue.Compile(leaf.Condition, moment, errors).Errors);
        }

        return leaf.Kind.Length == 0 || Subject(leaf.Kind) is not { } subject ? [errors.CriteriaFieldUnknown($"{leaf.Path}.field", leaf.Kind.Length == 0 ? leaf.Condition.Field : $"{leaf.Kind}.{leaf.Condition.Field}")]
            : !kinds.Contains(leaf.Kind) ? [errors.RuleRecordUnknown($"{leaf.Path}.field", leaf.Kind, happened.Name)]
            : At(leaf.Path, await subject.CheckAsync(leaf.Condition, moment, cancellationToken).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<CrmError>> CheckAsync(
        RuleActionDefinition definition, string path, AutomationEvent happened, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        if (definition.On is { } kind && !kinds.Contains(kind))
        {
            return [errors.RuleRecordUnknown($"{path}.on", kind, happened.Name)];
        }

        if (Action(definition, happened) is not { } action)
        {
            var known = _actions.Where(a => a.Kind is null || kinds.Contains(a.Kind)).Select(a => a.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return [errors.RuleActionUnknown($"{path}.do", definition.Do, string.Join(", ", known))];
        }

        return await definition.CheckAsync(action, path, errors, cancellationToken).ConfigureAwait(false);
    }

    // A condition by itself stands at $; in the rule it stands further down.
    private static IReadOnlyList<CrmError> At(string path, IReadOnlyList<CrmError> found) =>
        [.. found.Select(e => e.Under(path))];
}
