using System.Linq.Expressions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Criteria;

/// <summary>The fields of one kind of record: what conditions may name, and how they are compiled for one target.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FieldCatalogue<T>
{
    private readonly ICriteriaSource _source;
    private readonly Dictionary<string, FieldBinding<T>> _fields;
    private readonly IReadOnlyDictionary<string, Func<string, FieldBinding<T>?>> _families;
    private readonly IReadOnlyList<string> _missing;

    internal FieldCatalogue(
        ICriteriaSource source, IReadOnlyList<FieldBinding<T>> fields, IReadOnlyDictionary<string, Func<string, FieldBinding<T>?>> families, IReadOnlyList<string> missing,
        IReadOnlyDictionary<string, Func<FactKind>> facts)
    {
        _source = source;
        _fields = fields.ToDictionary(f => f.Field.Name, StringComparer.Ordinal);
        _families = families;
        _missing = missing;
        Kinds = facts;
        Fields = [.. fields.Select(f => f.Field)];
    }

    /// <summary>The fields. Those of a family, such as <c>preference:delivery</c>, are not listed.</summary>
    public IReadOnlyList<CriteriaField> Fields { get; }

    /// <summary>The kinds of plain facts that <see cref="CriteriaRecords.Read"/> takes.</summary>
    public IReadOnlyList<CriteriaFactKind> FactKinds => [.. Kinds.Select(k => (k.Key, Kind: k.Value())).Select(k => new CriteriaFactKind(k.Key, k.Kind.Relation.Name, k.Kind.Field, k.Kind.Value))];

    /// <summary>Compiles a tree into one condition.</summary>
    /// <param name="criterion">The tree.</param>
    /// <param name="moment">When it is evaluated.</param>
    /// <param name="errors">The words of refusals; <see cref="CrmErrorDescriber.Default"/> when null.</param>
    /// <returns>The condition; or, each with its JSON path as target, <c>CriteriaFieldUnknown</c>, <c>CriteriaFieldNotMapped</c>,
    /// <c>CriteriaOperatorNotAllowed</c>, <c>CriteriaValueInvalid</c>, <c>CriteriaWindowNotAllowed</c>, <c>CriteriaTooLarge</c>.</returns>
    public CrmResult<Expression<Func<T, bool>>> Compile(Criterion criterion, CriteriaMoment moment, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        var scope = ScopeOf(moment, errors);
        return IsTooLarge(criterion, scope) is { } tooLarge ? tooLarge
            : Compile(criterion, "$", scope) is { } compiled && scope.Refused.Count == 0 ? compiled
            : CrmResult<Expression<Func<T, bool>>>.Failed(scope.Refused);
    }

    /// <summary>Compiles each condition of a tree by itself, as it is written, to say afterwards which of them held.</summary>
    /// <param name="criterion">The tree.</param>
    /// <param name="moment">When it is evaluated.</param>
    /// <param name="errors">The words of refusals; <see cref="CrmErrorDescriber.Default"/> when null.</param>
    /// <returns>The conditions in the order of the tree; or what <see cref="Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public CrmResult<IReadOnlyList<CompiledCondition<T>>> CompileEach(Criterion criterion, CriteriaMoment moment, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        var scope = ScopeOf(moment, errors);
        if (IsTooLarge(criterion, scope) is { } tooLarge)
        {
            return tooLarge;
        }

        var compiled = new List<CompiledCondition<T>>();
        foreach (var (condition, path) in Leaves(criterion, "$"))
        {
            if (Leaf(condition, path, scope, isNegated: false) is { } holds)
            {
                compiled.Add(new(path, condition, holds));
            }
        }

        return scope.Refused.Count > 0 ? CrmResult<IReadOnlyList<CompiledCondition<T>>>.Failed(scope.Refused) : compiled.ToArray();
    }

    /// <summary>
    /// Compiles of which records the answer may differ between two moments although nothing was written between them, because a
    /// time passed the boundary of a window. Any other record answers at the later moment as it did at the earlier one.
    /// </summary>
    /// <param name="criterion">The tree; one that <see cref="Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> takes.</param>
    /// <param name="from">The earlier moment, in the same zone.</param>
    /// <param name="to">The later moment.</param>
    /// <returns>Conditions, each of them enough; none where time alone changes nothing.</returns>
    public IReadOnlyList<Expression<Func<T, bool>>> CompileDrift(Criterion criterion, CriteriaMoment from, CriteriaMoment to)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(from);
        return [.. Drift(criterion, ScopeOf(to, null), from)];
    }

    /// <summary>Where the tree can be seen never to hold, whatever the records say.</summary>
    /// <param name="criterion">The tree; one that <see cref="Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> takes.</param>
    /// <returns>JSON paths of the groups and conditions that exclude each other; none where nothing can be proven.</returns>
    public IReadOnlyList<string> FindContradictions(Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return Contradictions.Of(criterion, name => Find(name)?.Field);
    }

    /// <summary>The same fields on plain records, to evaluate trees where no aggregates are at hand.</summary>
    /// <returns>The catalogue; for evaluation in memory.</returns>
    public FieldCatalogue<CriteriaRecord> ForRecords() => new(
        new InMemorySource(),
        [.. _fields.Values.Select(f => f.ForRecords())],
        _families.ToDictionary(f => f.Key, f => new Func<string, FieldBinding<CriteriaRecord>?>(key => f.Value(key)?.ForRecords()), StringComparer.Ordinal),
        _missing,
        Kinds);

    internal IReadOnlyDictionary<string, Func<FactKind>> Kinds { get; }

    internal FieldBinding<T>? Find(string name)
    {
        if (_fields.TryGetValue(name, out var field))
        {
            return field;
        }

        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && _families.TryGetValue(name[..colon], out var family) ? family(name[(colon + 1)..]) : null;
    }

    internal IEnumerable<Expression<Func<T, bool>>> Drift(Criterion criterion, LeafScope scope, CriteriaMoment from) => Leaves(criterion, scope.Path)
        .SelectMany(l => Find(l.Condition.Field)!.Drift(scope.For(l.Condition, l.Path), CriteriaOperators.Positive(l.Condition.Operator).Positive, from));

    internal Expression<Func<T, bool>>? Compile(Criterion criterion, string path, LeafScope scope) => Compile(criterion, path, scope, isNegated: false);

    private Expression<Func<T, bool>>? Compile(Criterion criterion, string path, LeafScope scope, bool isNegated) => criterion switch
    {
        AllOf all => Group(all.Items, $"{path}.all", scope, isNegated, areAll: !isNegated),
        AnyOf any => Group(any.Items, $"{path}.any", scope, isNegated, areAll: isNegated),
        NotOf not => Compile(not.Item, $"{path}.not", scope, !isNegated),
        _ => Leaf((Condition)criterion, path, scope, isNegated),
    };

    private Expression<Func<T, bool>>? Group(IReadOnlyList<Criterion> items, string path, LeafScope scope, bool isNegated, bool areAll)
    {
        var compiled = items.Select((item, index) => Compile(item, $"{path}[{index}]", scope, isNegated)).ToList();
        return compiled.Contains(null) ? null : Compose.Join(compiled!, areAll);
    }

    private Expression<Func<T, bool>>? Leaf(Condition condition, string path, LeafScope scope, bool isNegated)
    {
        if (Find(condition.Field) is not { } field)
        {
            scope.Refused.Add(_missing.Any(m => condition.Field.StartsWith($"{m}.", StringComparison.Ordinal))
                ? scope.Errors.CriteriaFieldNotMapped($"{path}.field", condition.Field)
                : scope.Errors.CriteriaFieldUnknown($"{path}.field", condition.Field));
            return null;
        }

        if (!field.Field.Operators.Contains(condition.Operator))
        {
            scope.Refused.Add(scope.Errors.CriteriaOperatorNotAllowed($"{path}.operator", condition.Field, condition.Operator, string.Join(", ", field.Field.Operators)));
            return null;
        }

        if (field.Field.Relation is null && (condition.Days is not null || condition.Where is not null))
        {
            scope.Refused.Add(scope.Errors.CriteriaWindowNotAllowed(path, condition.Field));
            return null;
        }

        var (positive, isNegation) = CriteriaOperators.Positive(condition.Operator);
        return field.Compile(scope.For(condition, path), positive, isNegated ^ isNegation);
    }

    private LeafScope ScopeOf(CriteriaMoment moment, CrmErrorDescriber? errors)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return new(new Condition(string.Empty, string.Empty), "$", moment, _source, errors ?? CrmErrorDescriber.Default, []);
    }

    // Trees from JSON were measured when they were read; those made by programs were not.
    private static CrmError? IsTooLarge(Criterion criterion, LeafScope scope)
    {
        var nodes = 0;
        return Fits(criterion, 1) ? null : scope.Errors.CriteriaTooLarge("$", Criterion.MaxNodes, Criterion.MaxDepth);

        bool Fits(Criterion? node, int depth) => node is null || (++nodes <= Criterion.MaxNodes && depth <= Criterion.MaxDepth && node switch
        {
            AllOf all => all.Items.All(i => Fits(i, depth + 1)),
            AnyOf any => any.Items.All(i => Fits(i, depth + 1)),
            NotOf not => Fits(not.Item, depth + 1),
            _ => Fits(((Condition)node).Where, depth + 1),
        });
    }

    private static IEnumerable<(Condition Condition, string Path)> Leaves(Criterion criterion, string path) => criterion switch
    {
        AllOf all => all.Items.SelectMany((item, index) => Leaves(item, $"{path}.all[{index}]")),
        AnyOf any => any.Items.SelectMany((item, index) => Leaves(item, $"{path}.any[{index}]")),
        NotOf not => Leaves(not.Item, $"{path}.not"),
        _ => [((Condition)criterion, path)],
    };
}
