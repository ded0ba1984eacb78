using System.Collections.Concurrent;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Asks the conditions of policies of cases. Compiled once, so that thousands of cases can be asked.</summary>
/// <remarks>Singleton service; safe for threads.</remarks>
internal sealed class SlaConditions(CaseFieldCatalogue fields, CrmErrorDescriber errors)
{
    // Texts of conditions that nobody uses any more would pile up otherwise.
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a condition holds for a case; anything but <see cref="SlaPolicyVerdict.Chosen"/> says why not.</summary>
    public SlaPolicyVerdict Ask(string? condition, ServiceCase about, Instant now)
    {
        if (condition is null)
        {
            return SlaPolicyVerdict.WithoutCondition;
        }

        var known = Find(condition);
        if (known.Tree is not { } tree)
        {
            return known.Verdict;
        }

        // A window ends at the moment that is asked for, so that only conditions without any can be kept for all moments.
        var compiled = known.Compiled is { } kept && (kept.At == now || !known.DependsOnTime) ? kept.Holds : Compile(known, tree, now);
        return compiled is null ? SlaPolicyVerdict.ConditionUnusable : compiled(about) ? SlaPolicyVerdict.Chosen : SlaPolicyVerdict.ConditionFails;
    }

    /// <summary>The outcome of each part of a condition.</summary>
    public IReadOnlyList<ConditionOutcome> Explain(string condition, ServiceCase about, Instant now) =>
        Find(condition).Tree is { } tree && fields.CompileEach(tree, now, errors).TryGetValue(out var parts)
            ? [.. parts.Select(p => new ConditionOutcome(p.Path, p.Condition.Field, p.Condition.Operator, p.Holds.Compile(preferInterpretation: true)(about)))]
            : [];

    private Known Find(string condition)
    {
        if (_known.TryGetValue(condition, out var known))
        {
            return known;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(condition, Read);
    }

    private Known Read(string condition) => !Criterion.Parse(condition, errors).TryGetValue(out var tree) ? new Known(null, SlaPolicyVerdict.ConditionUnusable, false)
        : !tree.Fields().Any() ? new Known(null, SlaPolicyVerdict.WithoutCondition, false)
        : new Known(tree, SlaPolicyVerdict.Chosen, fields.DependsOnTime(tree));

    private Func<ServiceCase, bool>? Compile(Known known, Criterion tree, Instant now)
    {
        var holds = fields.Compile(tree, now, errors).TryGetValue(out var condition) ? condition.Compile(preferInterpretation: known.DependsOnTime) : null;
        known.Compiled = new(now, holds);
        return holds;
    }

    private sealed class Known(Criterion? tree, SlaPolicyVerdict verdict, bool dependsOnTime)
    {
        private volatile Compilation? _compiled;

        public Criterion? Tree { get; } = tree;

        public SlaPolicyVerdict Verdict { get; } = verdict;

        public bool DependsOnTime { get; } = dependsOnTime;

        public Compilation? Compiled { get => _compiled; set => _compiled = value; }
    }

    private sealed record Compilation(Instant At, Func<ServiceCase, bool>? Holds);
}
