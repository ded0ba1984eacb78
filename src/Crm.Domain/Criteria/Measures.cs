using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>A number or a time that sums up the facts that count.</summary>
internal sealed class MeasureBinding<T, TItem, TValue>(
    CriteriaField field, Relation<T, TItem> relation, Criterion? always, ValueKind<TValue> kind, Expression<Func<IEnumerable<TItem>, Func<TItem, bool>, TValue>> measure,
    Func<Relation<CriteriaRecord, CriteriaRecord>, Expression<Func<IEnumerable<CriteriaRecord>, Func<CriteriaRecord, bool>, TValue>>> forRecords,
    Expression<Func<TItem, TValue>>? each = null) : FieldBinding<T>(field)
    where TItem : class
{
    private static readonly Expression<Func<TItem, bool>> s_every = _ => true;

    public override Expression<Func<T, bool>>? Compile(LeafScope scope, string positive, bool isNegated)
    {
        if (relation.Matching(scope, always) is not { } matching || kind.Test(positive, scope) is not { } test)
        {
            return null;
        }

        var holds = isNegated ? test.Fails : test.Holds;
        var ofEach = relation.Set.Items.Then(Compose.Bind(measure, matching)).Then(holds);
        var none = measure.Compile(preferInterpretation: true)([], _ => true);
        return holds.Compile(preferInterpretation: true)(none) ? ofEach
            : relation.Set.Passing(matching, Compose.Bind(measure, s_every).Then(holds), ofEach);
    }

    // The first and the last time are those of one fact, so what passes a boundary is that fact.
    public override IEnumerable<Expression<Func<T, bool>>> Drift(LeafScope scope, string positive, CriteriaMoment from) =>
        relation.Drift(scope, always, from).Concat(each is null ? [] : kind.Drift(positive, scope, from).Select(each.Then)).Select(relation.Set.Any);

    public override FieldBinding<CriteriaRecord> ForRecords() => relation.ForRecords() is var same
        ? new MeasureBinding<CriteriaRecord, CriteriaRecord, TValue>(Field, same, always, kind, forRecords(same), forRecords)
        : null!;
}

/// <summary>Whether there is a fact that counts.</summary>
internal sealed class ExistsBinding<T, TItem>(CriteriaField field, Relation<T, TItem> relation, Criterion? always) : FieldBinding<T>(field)
    where TItem : class
{
    public override Expression<Func<T, bool>>? Compile(LeafScope scope, string positive, bool isNegated)
    {
        if (relation.Matching(scope, always) is not { } matching)
        {
            return null;
        }

        if (scope.Condition.Value is not bool wanted)
        {
            return scope.InvalidValue<Expression<Func<T, bool>>>(FlagKind.Instance.Expected);
        }

        return wanted == isNegated ? relation.Set.None(matching) : relation.Set.Any(matching);
    }

    public override IEnumerable<Expression<Func<T, bool>>> Drift(LeafScope scope, string positive, CriteriaMoment from) =>
        relation.Drift(scope, always, from).Select(relation.Set.Any);

    public override FieldBinding<CriteriaRecord> ForRecords() => new ExistsBinding<CriteriaRecord, CriteriaRecord>(Field, relation.ForRecords(), always);
}

/// <summary>The values that one field has in the facts that count.</summary>
internal sealed class ValuesBinding<T, TItem, TValue>(CriteriaField field, Relation<T, TItem> relation, Criterion? always, ScalarBinding<TItem, TValue> values) : FieldBinding<T>(field)
    where TItem : class
{
    public override Expression<Func<T, bool>>? Compile(LeafScope scope, string positive, bool isNegated)
    {
        if (relation.Matching(scope, always) is not { } matching || values.Kind.Test(positive, scope) is not { } test)
        {
            return null;
        }

        var wanted = Compose.Both(matching, values.Value.Then(test.Holds));
        return isNegated ? relation.Set.None(wanted) : relation.Set.Any(wanted);
    }

    public override IEnumerable<Expression<Func<T, bool>>> Drift(LeafScope scope, string positive, CriteriaMoment from) =>
        relation.Drift(scope, always, from).Concat(values.Kind.Drift(positive, scope, from).Select(values.Value.Then)).Select(relation.Set.Any);

    public override FieldBinding<CriteriaRecord> ForRecords() => new ValuesBinding<CriteriaRecord, CriteriaRecord, TValue>(
        Field, relation.ForRecords(), always, (ScalarBinding<CriteriaRecord, TValue>)values.ForRecords());
}
