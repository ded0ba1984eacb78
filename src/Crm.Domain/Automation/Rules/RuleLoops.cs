using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Finds rules that trigger themselves, by way of others too, from what their actions raise.</summary>
internal static class RuleLoops
{
    /// <summary>The shortest way from a rule back to itself.</summary>
    /// <param name="key">Key of the rule.</param>
    /// <param name="definition">What it is about to do.</param>
    /// <param name="others">The other rules that are on.</param>
    /// <param name="vocabulary">What actions raise.</param>
    /// <returns>The keys on the way, beginning and ending with the rule; null when it does not trigger itself.</returns>
    public static IReadOnlyList<string>? Find(string key, RuleDefinition definition, IEnumerable<StandingRule> others, RuleVocabulary vocabulary)
    {
        var known = others.Where(o => o.Key != key && o.IsEnabled)
            .Select(o => (o.Key, o.EventName, Raises: RuleDefinition.Parse(o.Definition).TryGetValue(out var read) ? vocabulary.RaisedBy(read).ToList() : []))
            .ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(IReadOnlyList<string> Way, IReadOnlyList<string> Raises)>([([key], [.. vocabulary.RaisedBy(definition)])]);
        while (open.TryDequeue(out var at))
        {
            if (at.Raises.Contains(definition.Event))
            {
                return [.. at.Way, key];
            }

            foreach (var next in known.Where(k => at.Raises.Contains(k.EventName) && seen.Add(k.Key)))
            {
                open.Enqueue(([.. at.Way, next.Key], next.Raises));
            }
        }

        return null;
    }

    /// <summary>The warnings about a rule that is to be saved.</summary>
    public static IReadOnlyList<CrmError> Warn(string key, RuleDefinition definition, IEnumerable<StandingRule> others, RuleVocabulary vocabulary, CrmErrorDescriber errors) =>
        Find(key, definition, others, vocabulary) is { } way ? [errors.RuleTriggersItself(string.Join(" → ", way))] : [];
}
