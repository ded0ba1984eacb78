using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>A field with the way to its values.</summary>
internal abstract class FieldBinding<T>(CriteriaField described)
{
    public CriteriaField Field => described;

    /// <summary>The condition, or its negation; null when something does not suit, which is said.</summary>
    public abstract Expression<Func<T, bool>>? Compile(LeafScope scope, string positive, bool isNegated);

    /// <summary>
    /// Of which records the answer may differ from that of an earlier moment although nothing was written meanwhile: several
    /// conditions, each of them enough; none where time alone changes nothing. The condition is one that compiles.
    /// </summary>
    public abstract IEnumerable<Expression<Func<T, bool>>> Drift(LeafScope scope, string positive, CriteriaMoment from);

    /// <summary>The same field where it is evaluated: with fewer operators, should its value be stored in a way that tells less.</summary>
    public virtual FieldBinding<T> Within(ICriteriaSource source) => this;

    /// <summary>The same field on plain records.</summary>
    public abstract FieldBinding<CriteriaRecord> ForRecords();

    /// <summary>Reads the values that a plain record holds of this field; null when one does not suit. Fields over related facts hold none.</summary>
    public virtual IReadOnlyList<object>? ReadValues(IReadOnlyList<object> raw, CriteriaMoment moment) => null;

    protected static IReadOnlyList<object>? ReadValues<TValue>(ValueKind<TValue> kind, IReadOnlyList<object> raw, CriteriaMoment moment)
    {
        var values = new List<object>();
        foreach (var item in raw)
        {
            if (!kind.TryRead(item, moment, out var value))
            {
                return null;
            }

            values.Add(value);
        }

        return values;
    }
}

/// <summary>A field with one value.</summary>
internal sealed class ScalarBinding<T, TValue>(CriteriaField field, ValueKind<TValue> kind, Expression<Func<T, TValue>> value) : FieldBinding<T>(field)
{
    public Expression<Func<T, TValue>> Value => value;

    public ValueKind<TValue> Kind => kind;

    public override Expression<Func<T, bool>>? Compile(LeafScope scope, string positive, bool isNegated) =>
        kind.Test(positive, scope) is { } test ? value.Then(isNegated ? test.Fails : test.Holds) : null;

    public override IEnumerable<Expression<Func<T, bool>>> Drift(LeafScope scope, string positive, CriteriaMoment from) =>
        kind.Drift(positive, scope, from).Select(value.Then);

    public override FieldBinding<T> Within(ICriteriaSource source) => source.OperatorsOf(value, Field.Operators) is var operators && ReferenceEquals(operators, Field.Operators)
        ? this
        : new ScalarBinding<T, TValue>(Field with { Operators = operators }, kind, value);

    public override FieldBinding<CriteriaRecord> ForRecords() => new ScalarBinding<CriteriaRecord, TValue>(Field, kind, CriteriaRecord.One<TValue>(Field.Name));

    public override IReadOnlyList<object>? ReadValues(IReadOnlyList<object> raw, CriteriaMoment moment) => raw.Count <= 1 ? ReadValues(kind, raw, moment) : null;
}

/// <summary>A field with values in parts of the record: a positive condition holds when it holds for one of them.</summary>
internal sealed class SetBinding<T, TItem, TValue>(
    CriteriaField field, ValueKind<TValue> kind, IRelatedSet<T, TItem> set, Expression<Func<TItem, bool>>? where, Expression<Func<TItem, TValue>> value) : FieldBinding<T>(field)
{
    public override Expression<Func<T, bool>>? Compile(LeafScope scope, string positive, bool isNegated)
    {
        if (kind.Test(positive, scope) is not { } test)
        {
            return null;
        }

        var matching = Compose.Both(where, value.Then(test.Holds));
        return isNegated ? set.None(matching) : set.Any(matching);
    }

    public override IEnumerable<Expression<Func<T, bool>>> Drift(LeafScope scope, string positive, CriteriaMoment from) =>
        kind.Drift(positive, scope, from).Select(drift => set.Any(Compose.Both(where, value.Then(drift))));

    public override FieldBinding<CriteriaRecord> ForRecords() =>
        new SetBinding<CriteriaRecord, TValue, TValue>(Field, kind, new MemorySet<CriteriaRecord, TValue>(CriteriaRecord.Several<TValue>(Field.Name)), null, v => v);

    public override IReadOnlyList<object>? ReadValues(IReadOnlyList<object> raw, CriteriaMoment moment) => ReadValues(kind, raw, moment);
}
